#include "reader/office/odt_styles.h"

#include <algorithm>

#include "core/unicode/ascii.h"

namespace annal {
namespace {

/// "Text_20_body" is "text body".
std::string readable(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const bool blank = name.substr(at).starts_with("_20_");
    out += blank ? ' ' : lower_ascii(name[at]);
    at += blank ? 4 : 1;
  }
  return out;
}

bool is_bold(std::string_view weight) {
  return weight == "bold" || (weight.size() == 3 && weight >= "600" && weight <= "900");
}

}  // namespace

std::uint8_t heading_level_of(std::string_view attribute) {
  const std::uint32_t level = cell_span(attribute);
  return static_cast<std::uint8_t>(std::min(level, std::uint32_t{6}));
}

bool OdtStyleReader::start(const XmlTag& tag) {
  const std::string_view name = tag.name;
  if (name == "style:style") {
    const std::string family(tag.attribute("style:family"));
    key_ = family + "/" + std::string(tag.attribute("style:name"));
    style_ = {};
    const std::string_view shown = tag.attribute("style:display-name");
    style_.name = readable(shown.empty() ? tag.attribute("style:name") : shown);
    style_.parent = family + "/" + std::string(tag.attribute("style:parent-style-name"));
    if (const std::uint8_t level = heading_level_of(tag.attribute("style:default-outline-level")); level > 0)
      style_.level = level;
  } else if (name == "style:text-properties") {
    if (!key_.empty()) {
      if (tag.has("fo:font-weight")) style_.bold = is_bold(tag.attribute("fo:font-weight"));
      if (tag.has("text:display")) style_.hidden = tag.attribute("text:display") == "none";
    } else if (language.empty() && tag.parent == "style:default-style") {
      const std::string_view country = tag.attribute("fo:country");
      language = tag.attribute("fo:language");
      if (!country.empty() && country != "none") language += "-" + std::string(country);
    }
  }
  return name != "office:body" && name != "office:master-styles";
}

}  // namespace annal
