// In both looks of ours text keeps at least 4.5:1 and marks 3:1 against their ground. The colours of lanes were
// searched for: they are as far apart as can be for readers who see all colours, and for those who see no red, green or
// blue. Tests check both.
#include "render/svg/write/palette.h"

namespace annal {
namespace {

constexpr Colour of_rgb(unsigned rgb) {
  return {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8), static_cast<std::uint8_t>(rgb)};
}

}  // namespace

const Palette light_palette{
    .ground = of_rgb(0xffffff),
    .plot = of_rgb(0xf6f8fb),
    .text = of_rgb(0x111827),
    .muted = of_rgb(0x4b5563),
    .accent = of_rgb(0x0b63a5),
    .alert = of_rgb(0xb42318),
    .grid = of_rgb(0xc2ccd9),
    .grid_minor = of_rgb(0xe4e9f0),
    .hatch = of_rgb(0xd5dce6),
    .leader = of_rgb(0xb9c3d0),
    .line = of_rgb(0x475569),
    .connector = of_rgb(0x94a3b8),
    .tear = of_rgb(0x64748b),
    .lanes = {of_rgb(0x0b63a5), of_rgb(0xdb640e), of_rgb(0xc25cf7), of_rgb(0x651b05), of_rgb(0x0007ac),
              of_rgb(0x944632), of_rgb(0x401755), of_rgb(0x5b3372)},
    .lane_others = of_rgb(0x7b8494),
};

const Palette dark_palette{
    .ground = of_rgb(0x0f1420),
    .plot = of_rgb(0x161d2c),
    .text = of_rgb(0xe8ecf3),
    .muted = of_rgb(0xa9b4c6),
    .accent = of_rgb(0x5aaaf2),
    .alert = of_rgb(0xff9384),
    .grid = of_rgb(0x3b475d),
    .grid_minor = of_rgb(0x222b3c),
    .hatch = of_rgb(0x2b3549),
    .leader = of_rgb(0x4a576e),
    .line = of_rgb(0xb7c2d3),
    .connector = of_rgb(0x64748b),
    .tear = of_rgb(0x8190a8),
    .lanes = {of_rgb(0x5aaaf2), of_rgb(0xd19f25), of_rgb(0xa63fda), of_rgb(0xebe74c), of_rgb(0x7defda),
              of_rgb(0xca4a27), of_rgb(0x92d090), of_rgb(0x068665)},
    .lane_others = of_rgb(0x8792a5),
};

Palette palette_of(const Theme& theme) {
  Palette p = theme.base == Theme::Base::dark ? dark_palette : light_palette;
  const auto state = [&](ThemeColour colour, Colour& place) {
    if (theme[colour]) place = *theme[colour];
    return theme[colour].has_value();
  };
  const bool ground = state(ThemeColour::ground, p.ground), text = state(ThemeColour::text, p.text);
  if (ground || text) {
    p.plot = mixed(p.ground, p.text, 0.04);
    p.muted = mixed(p.text, p.ground, 0.25);
    p.lane_others = mixed(p.text, p.ground, 0.45);
    p.grid = mixed(p.ground, p.text, 0.25);
    p.line = mixed(p.text, p.ground, 0.25);
  }
  state(ThemeColour::plot, p.plot);
  state(ThemeColour::muted, p.muted);
  state(ThemeColour::accent, p.accent);
  state(ThemeColour::alert, p.alert);
  if (state(ThemeColour::grid, p.grid) || ground || text) {
    p.grid_minor = mixed(p.grid, p.plot, 0.5);
    p.hatch = mixed(p.grid, p.plot, 0.35);
    p.leader = p.grid;
  }
  if (state(ThemeColour::line, p.line) || ground || text) {
    p.tear = mixed(p.line, p.ground, 0.2);
    p.connector = mixed(p.line, p.ground, 0.45);
  }
  for (std::size_t i = 0; i < p.lanes.size(); ++i)
    state(static_cast<ThemeColour>(static_cast<std::size_t>(ThemeColour::lane_1) + i), p.lanes[i]);
  state(ThemeColour::lane_others, p.lane_others);
  return p;
}

std::string contrast_warning(const Theme& theme) {
  constexpr double least = 4.5;
  const Palette palette = palette_of(theme);
  struct Use {
    const char* name;
    Colour text, ground;
  };
  Use worst{"", palette.text, palette.text};
  double lowest = least;
  for (const Colour ground : {palette.ground, palette.plot})
    for (const Use& use : {Use{"text", palette.text, ground}, Use{"muted text", palette.muted, ground},
                           Use{"alert", palette.alert, ground}, Use{"a link", palette.accent, ground}})
      if (const double found = contrast(use.text, use.ground); found < lowest) {
        worst = use;
        lowest = found;
      }
  if (lowest >= least) return "";
  const int tenths = static_cast<int>(lowest * 10);
  return "the theme is hard to read: " + std::string(worst.name) + " of " + hexadecimal(worst.text) + " on " +
         hexadecimal(worst.ground) + " has a contrast of " + std::to_string(tenths / 10) + "." +
         std::to_string(tenths % 10) + ":1; text needs 4.5:1";
}

}  // namespace annal
