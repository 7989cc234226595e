// XML by strangers, with Expat: names without their prefixes' spelling, and limits for what no document needs. Nothing
// recurses, no entity is expanded, nothing is fetched.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "core/result.h"

namespace annal {

/// What a prefix stands for, by the end of its address, and what the handler is to call it: Word's namespace has two
/// addresses. The first that fits counts.
struct XmlNamespace {
  std::string_view ending;  ///< of its address; empty: any
  std::string_view prefix;  ///< in the names that the handler gets; empty: none
};

class XmlNames;

/// An element that begins.
class XmlTag {
 public:
  std::string_view name;    ///< "w:p"; "?:p" where the namespace is not among those asked for
  std::string_view parent;  ///< name of the element that it stands in; empty for the root

  /// The value of an attribute, by its name as the handler knows it; empty where the tag has none.
  std::string_view attribute(std::string_view name) const;
  bool has(std::string_view name) const;
  /// Calls `use` with the name and value of each attribute, the name as it is written.
  template <class Use>
  void each(const Use& use) const {
    for (const char** at = attributes_; *at != nullptr; at += 2) use(std::string_view(at[0]), std::string_view(at[1]));
  }

 private:
  friend class XmlNames;
  XmlTag(std::string_view own, std::string_view outer, const char** list, const XmlNames& names)
      : name(own), parent(outer), attributes_(list), names_(names) {}
  const char* find(std::string_view name) const;

  const char** attributes_;
  const XmlNames& names_;
};

/// What is called in the order of the document.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  /// Returns whether what is in the element is wanted. Where it is not, its end is not told either.
  virtual bool start(const XmlTag& tag) = 0;
  virtual void end(std::string_view name) = 0;
  /// A piece of valid UTF-8: one text may come in several.
  virtual void text(std::string_view piece) = 0;

 protected:
  /// Ends the reading with an error at this place.
  void refuse(std::string reason) { refusal_ = std::move(reason); }

 private:
  friend class XmlReading;
  std::string refusal_;
};

/// Hands `bytes` to `handler`. What was handed before an error is not to be used.
///
///   errors   syntax, "line:column: reason": no XML; declarations in its document type; an unknown entity; what the
///            handler refuses; out_of_range, the same: over 1 GiB, tags more than 1000 deep, more than 1000 attributes
///            in one, more than 256 prefixes
Result<void> read_xml(std::string_view bytes, std::span<const XmlNamespace> known, XmlHandler& handler);

}  // namespace annal
