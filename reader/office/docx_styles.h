// The styles of a Word document, from its part of styles.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "reader/office/styles.h"
#include "reader/xml/read_xml.h"

namespace annal {

/// The namespaces of Word, of both editions of the standard.
inline constexpr std::array docx_names = {
    XmlNamespace{"/wordprocessingml/2006/main", "w"}, XmlNamespace{"/wordprocessingml/main", "w"},
    XmlNamespace{"/markup-compatibility/2006", "mc"}, XmlNamespace{"/officeDocument/2006/math", "m"},
    XmlNamespace{"/officeDocument/math", "m"}};

/// Whether a tag that switches something does so: it has no w:val, or one that is not off.
bool is_on(const XmlTag& tag);

/// The level of a heading that w:outlineLvl states, 1 to 6; 0: it is text.
std::uint8_t outline_level(const XmlTag& tag);

class DocxStyleReader final : public StyleReader {
 public:
  DocxStyleReader() : StyleReader("w:style") {}
  bool start(const XmlTag& tag) override;
};

}  // namespace annal
