// The styles of a word processor's document: what a paragraph is, by the style that it has or that its style is based
// on, and which words are bold or hidden.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "reader/html/words.h"
#include "reader/office/office_text.h"
#include "reader/xml/read_xml.h"

namespace annal {

/// A style as it is stated.
struct OfficeStyle {
  std::string name;                   ///< in small letters; by it the use is known
  std::string parent;                 ///< key of the style that it is based on
  std::optional<std::uint8_t> level;  ///< of the outline, 1 to 6; 0: none
  std::optional<bool> bold, hidden;
  bool item = false;  ///< of a list
};

/// What a style comes to with those that it is based on.
struct StyleUse {
  ParagraphKind kind;
  bool contents = false;  ///< a line of a table of contents or an index
  bool bold = false, hidden = false, item = false;
};

class OfficeStyles {
 public:
  /// The first of several with one key counts.
  void add(std::string key, OfficeStyle style);
  /// The use of the style `key`; that of no style where it is not known.
  const StyleUse& use(std::string_view key) const;

 private:
  std::map<std::string, OfficeStyle, std::less<>> styles_;
  mutable std::map<std::string, StyleUse, std::less<>> uses_;
};

/// What the readers of both formats' styles gather.
class StyleReader : public XmlHandler {
 public:
  void end(std::string_view name) override;
  void text(std::string_view) override {}

  OfficeStyles styles;
  std::string language;  ///< BCP 47, of text that states none

 protected:
  /// `element` is the name of an element that is a style.
  explicit StyleReader(std::string_view element) : element_(element) {}

  std::string key_;  ///< of the style that is open; empty where none is
  OfficeStyle style_;

 private:
  std::string_view element_;
};

/// data/office/styles.txt.
const PageWords& office_words();

}  // namespace annal
