// The parts of an Office Open XML package: which holds the text, which its styles and notes.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "reader/xml/read_xml.h"
#include "reader/zip/archive.h"

namespace annal {

/// Parses the part `part` of `archive`. The errors name it, and say what to do.
Result<void> read_part(ZipArchive& archive, const std::string& part, std::span<const XmlNamespace> known,
                       XmlHandler& handler);

/// The name of what `target` names, seen from the part `from`: "word/document.xml" and "../a.xml" make "a.xml".
std::string part_beside(std::string_view from, std::string_view target);

/// A part that another one names.
struct PartLink {
  std::string type;  ///< the last word of its address: "styles"
  std::string part;
};

/// What the part `part` names; "" for the package. Nothing where it names none.
Result<std::vector<PartLink>> links_of(ZipArchive& archive, const std::string& part);

/// The first of `links` of the type `type`; "" where there is none, or it is not in the archive.
std::string linked_part(const ZipArchive& archive, const std::vector<PartLink>& links, std::string_view type);

}  // namespace annal
