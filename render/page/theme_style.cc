#include "render/page/theme_style.h"

#include <string_view>

#include "render/svg/write/palette.h"

namespace annal::page {
namespace {

/// The grounds behind dates and events in the text.
struct Marks {
  Colour date, event;
};

constexpr Marks light_marks{{0xdb, 0xea, 0xfe}, {0xfe, 0xf3, 0xc7}}, dark_marks{{0x1e, 0x3a, 0x5f}, {0x4a, 0x3b, 0x12}};

Marks marks_of(const Theme& theme, const Palette& palette) {
  if (theme[ThemeColour::ground] || theme[ThemeColour::text])
    return {mixed(palette.ground, palette.accent, 0.18), mixed(palette.ground, palette.lanes[2], 0.18)};
  return theme.base == Theme::Base::dark ? dark_marks : light_marks;
}

std::string variables(std::string_view scheme, const Palette& palette, const Marks& marks) {
  std::string out = ":root{color-scheme:" + std::string(scheme);
  const auto set = [&out](std::string_view name, Colour colour) {
    out += ";--" + std::string(name) + ":" + hexadecimal(colour);
  };
  set("fg", palette.text);
  set("bg", palette.ground);
  set("soft", palette.plot);
  set("line", palette.grid);
  set("muted", palette.muted);
  set("link", palette.accent);
  set("date", marks.date);
  set("event", marks.event);
  return out + "}\n";
}

}  // namespace

std::string theme_style(const Theme& theme) {
  std::string out;
  const Palette palette = palette_of(theme);
  if (theme.base == Theme::Base::light) out += variables("light", palette, marks_of(theme, palette));
  if (theme.base == Theme::Base::dark)
    out += variables("dark", palette, marks_of(theme, palette)) + "@media print{" +
           variables("light", light_palette, light_marks) + "}\n";
  if (!theme.font.empty()) out += "body{font-family:" + theme.font + "}\n";
  return out;
}

}  // namespace annal::page
