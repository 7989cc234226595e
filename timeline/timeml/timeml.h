// Reads annotated TimeML into plain values: the text without its tags, the creation time, the time expressions, the
// event instances and the temporal links. Source: TimeML 1.2.1 and the form of TempEval-3.
//
// Expat parses the XML; it neither opens files nor follows addresses. A document type with its own declarations is
// refused: with entities and default attributes, a short document could expand to a long one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "timeline/timeline.h"

namespace annal {

/// A TLINK, or the order that an ALINK amounts to. `from` and `to` index the vectors of its Annotation.
struct AnnotatedLink {
  std::string id;  ///< its lid
  Entity from, to;
  RelationType type = RelationType::before;
};

/// What one TimeML document says.
struct Annotation {
  Document document;                 ///< id, title, text of <TEXT>, creation time
  std::vector<Timex> times;          ///< the TIMEX3 of the text, in text order; expression and rule are not set
  std::vector<Event> events;         ///< one for each MAKEINSTANCE, and for each EVENT without one, in text order
  std::vector<AnnotatedLink> links;  ///< in order of the file; those that name what is not in the text are left out
};

/// Whether `bytes` begin as an XML document whose root is TimeML.
bool is_timeml(std::string_view bytes);

/// Reads a TimeML document.
///
///   name     what messages call the input
///   errors   syntax, with "name:line:column": no well-formed XML, declarations in its document type, an entity that is
///   not
///            XML's own, tags more than 1000 deep, more than 1000 attributes of a tag, an attribute of more than 4096
///            bytes, no <TEXT>; out_of_range: more than 1 GiB; not_text as read_text
Result<Annotation> read_timeml(std::string_view bytes, std::string_view name);

}  // namespace annal
