// The styles of an OpenDocument text: those of its part of styles, and those that its content makes up as it goes.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "reader/office/styles.h"
#include "reader/xml/read_xml.h"

namespace annal {

inline constexpr std::array odt_names = {
    XmlNamespace{":xmlns:office:1.0", "office"},     XmlNamespace{":xmlns:text:1.0", "text"},
    XmlNamespace{":xmlns:table:1.0", "table"},       XmlNamespace{":xmlns:drawing:1.0", "draw"},
    XmlNamespace{":xmlns:style:1.0", "style"},       XmlNamespace{":xmlns:xsl-fo-compatible:1.0", "fo"},
    XmlNamespace{":xmlns:svg-compatible:1.0", "svg"}};

/// Styles by their family and name: "paragraph/Text_20_body".
class OdtStyleReader final : public StyleReader {
 public:
  OdtStyleReader() : StyleReader("style:style") {}
  bool start(const XmlTag& tag) override;
};

/// The level of a heading that text:outline-level or its like states, 1 to 6; 0: none.
std::uint8_t heading_level_of(std::string_view attribute);

}  // namespace annal
