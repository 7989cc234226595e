#include "reader/office/docx_styles.h"

#include <algorithm>

#include "core/unicode/ascii.h"

namespace annal {

bool is_on(const XmlTag& tag) {
  const std::string_view value = tag.attribute("w:val");
  return value != "0" && value != "false" && value != "off" && value != "none";
}

std::uint8_t outline_level(const XmlTag& tag) {
  const std::string_view value = tag.attribute("w:val");
  if (value.size() != 1 || value[0] < '0' || value[0] > '8') return 0;
  return static_cast<std::uint8_t>(std::min(value[0] - '0' + 1, 6));
}

bool DocxStyleReader::start(const XmlTag& tag) {
  const std::string_view name = tag.name, parent = tag.parent;
  if (name == "w:style") {
    key_ = tag.attribute("w:styleId");
    style_ = {};
  } else if (parent == "w:style") {
    if (name == "w:name") style_.name = lowered(tag.attribute("w:val"));
    if (name == "w:basedOn") style_.parent = tag.attribute("w:val");
    return name == "w:pPr" || name == "w:rPr";
  } else if (name == "w:outlineLvl") {
    style_.level = outline_level(tag);
  } else if (name == "w:numId") {
    style_.item = is_on(tag);
  } else if (parent == "w:rPr") {
    if (name == "w:b") style_.bold = is_on(tag);
    if (name == "w:vanish") style_.hidden = is_on(tag);
    if (name == "w:lang" && key_.empty() && language.empty()) language = tag.attribute("w:val");
  }
  return name != "w:latentStyles" && name != "w:tblStylePr";
}

}  // namespace annal
