// The look of the picture: light by default; dark where the reader asks for it; the system's own colours where the
// reader forces them; light again on paper. A theme of the timeline's owner fixes the look.
//
// Each colour is written plain, and as a custom property with that colour for its default, so that a page around the
// picture may state it; librsvg knows no such properties.
#include "render/svg/write/style.h"

#include <algorithm>
#include <set>

#include "core/unicode/ascii.h"
#include "render/svg/write/palette.h"

namespace annal {
namespace {

// Classes: m muted, a alert and b bold text; f0..f7 fill and o0..o7 outline of a lane's colour, f8 and o8 that of
// none; h hollow; v a line; d
// dotted (alleged), e dashed (conditional); g0, g1 grid; ax the axis; le leader; wr the day of writing; te, tf the cuts
// of the axis; rel relations of the event before them, with cu curves and hu heads. A mark in a colour of its own has
// no f or o, but an attribute. Words have a halo in the colour of their ground: titles (z13) stand on the plot. Behind
// "$" stand colours of a Palette.
constexpr std::string_view rules = R"(
.annal-t{font-family:$font;font-size:12px}
.annal-t text{fill:$text;unicode-bidi:isolate;font-variant-numeric:tabular-nums;paint-order:stroke;stroke:$ground;stroke-width:4px;stroke-linejoin:round}
.annal-t [role=listitem] .z13{stroke:$plot}
.annal-t .m{fill:$muted}.annal-t .a{fill:$alert}.annal-t .b{font-weight:bold}
.annal-t .z13{font-size:13px}.annal-t .z20{font-size:20px}
.annal-t .ce{text-anchor:middle}.annal-t .en{text-anchor:end}
.annal-t .bg{fill:$ground}.annal-t .gr{fill:$plot}.annal-t .ha{stroke:$hatch;stroke-width:1}
.annal-t .g0{stroke:$grid_minor}.annal-t .g1{stroke:$grid}.annal-t .le{stroke:$leader;stroke-dasharray:1 3}.annal-t .ll{stroke:$connector}
.annal-t .wr{stroke:$alert;stroke-width:1.5;stroke-dasharray:5 3}
.annal-t .tf{fill:$ground;stroke:none}.annal-t .te{stroke:$tear;stroke-width:1.2}.annal-t .ax{stroke:$grid}
.annal-t .g0,.annal-t .g1,.annal-t .ax,.annal-t .le,.annal-t .ll,.annal-t .wr,.annal-t .te,.annal-t .cu{fill:none}
.annal-t .cu{stroke:$line;stroke-width:1.2}.annal-t .hu{fill:$line}
.annal-t .rel{display:none;pointer-events:none}
.annal-t :hover+.rel,.annal-t :focus+.rel,.annal-t .lit+.rel{display:inline}
.annal-t .co{fill:$tear}
.annal-t .f0{fill:$lane_1}.annal-t .f1{fill:$lane_2}.annal-t .f2{fill:$lane_3}.annal-t .f3{fill:$lane_4}
.annal-t .f4{fill:$lane_5}.annal-t .f5{fill:$lane_6}.annal-t .f6{fill:$lane_7}.annal-t .f7{fill:$lane_8}
.annal-t .o0{stroke:$lane_1}.annal-t .o1{stroke:$lane_2}.annal-t .o2{stroke:$lane_3}.annal-t .o3{stroke:$lane_4}
.annal-t .o4{stroke:$lane_5}.annal-t .o5{stroke:$lane_6}.annal-t .o6{stroke:$lane_7}.annal-t .o7{stroke:$lane_8}
.annal-t .f8{fill:$lane_others}.annal-t .o8{stroke:$lane_others}
.annal-t .h{fill:$ground;stroke-width:2}.annal-t .v{fill:none;stroke-width:1.6;stroke-linejoin:round}
.annal-t .d{stroke-dasharray:.1 3.3;stroke-linecap:round;stroke-width:2.2}.annal-t .e{stroke-dasharray:4.5 2.5}
.annal-t [role=listitem]:focus{outline:2px solid $accent;outline-offset:2px}
)";

constexpr std::string_view forced_rules = R"(@media (forced-colors:active){
.annal-t .bg,.annal-t .gr,.annal-t .tf,.annal-t .h{fill:Canvas}.annal-t text,.annal-t [role=listitem] .z13{stroke:Canvas}
.annal-t text,.annal-t .m,.annal-t .a,.annal-t .co,.annal-t .hu{fill:CanvasText}
.annal-t .f0,.annal-t .f1,.annal-t .f2,.annal-t .f3,.annal-t .f4,.annal-t .f5,.annal-t .f6,.annal-t .f7,.annal-t .f8{fill:CanvasText}
.annal-t .o0,.annal-t .o1,.annal-t .o2,.annal-t .o3,.annal-t .o4,.annal-t .o5,.annal-t .o6,.annal-t .o7,.annal-t .o8{stroke:CanvasText}
.annal-t .g0,.annal-t .g1,.annal-t .ax,.annal-t .le,.annal-t .ll,.annal-t .ha{stroke:CanvasText;stroke-opacity:.3}
.annal-t .wr,.annal-t .te,.annal-t .cu{stroke:CanvasText}
}
)";

constexpr std::string_view print_rules = R"(@media print{.annal-t .bg,.annal-t .gr{fill:none}}
)";

constexpr std::string_view fonts = R"("Helvetica Neue",Arial,"Liberation Sans",sans-serif)";

/// As short as it can be written.
std::string css(Colour colour) {
  const std::string whole = hexadecimal(colour);
  if (whole[1] != whole[2] || whole[3] != whole[4] || whole[5] != whole[6]) return whole;
  return {'#', whole[1], whole[3], whole[5]};
}

std::string value_of(std::string_view key, const Palette& p, std::string_view font) {
  struct Part {
    std::string_view key;
    Colour colour;
  };
  const Part parts[] = {{"ground", p.ground}, {"plot", p.plot},
                        {"text", p.text},     {"muted", p.muted},
                        {"accent", p.accent}, {"alert", p.alert},
                        {"grid", p.grid},     {"grid_minor", p.grid_minor},
                        {"hatch", p.hatch},   {"leader", p.leader},
                        {"line", p.line},     {"connector", p.connector},
                        {"tear", p.tear},     {"lane_others", p.lane_others}};
  if (key == "font") return std::string(font);
  if (key.starts_with("lane_") && key.size() == 6) return css(p.lanes[static_cast<std::size_t>(key.back() - '1')]);
  const auto found = std::ranges::find(parts, key, &Part::key);
  return found == std::end(parts) ? "" : css(found->colour);
}

/// Which declarations of `rules` are meant.
enum class Part { all, colours };

/// A declaration with "$": in plain colours and, for pages that state the custom property, with that: programs that
/// know no such properties keep the first.
std::string coloured(std::string_view declaration, const Palette& palette, std::string_view font) {
  const auto is_part = [](char c) { return is_alnum(c) || c == '_'; };
  const std::size_t sign = declaration.find('$');
  const auto end =
      std::find_if_not(declaration.begin() + static_cast<std::ptrdiff_t>(sign) + 1, declaration.end(), is_part);
  std::string key(declaration.begin() + static_cast<std::ptrdiff_t>(sign) + 1, end);
  const std::string before(declaration.substr(0, sign)), after(end, declaration.end());
  const std::string value = value_of(key, palette, font);
  if (key == "font") return before + value + after;
  std::ranges::replace(key, '_', '-');
  return before + value + after + ";" + before + "var(--annal-" + key + "," + value + ")" + after;
}

std::string declarations(std::string_view list, const Palette& palette, std::string_view font, Part part) {
  std::string out;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(';'), list.size());
    const std::string_view one = list.substr(0, end);
    const bool is_coloured = one.find('$') != std::string_view::npos;
    const bool is_meant = part == Part::all || (is_coloured && one.find("$font") == std::string_view::npos);
    if (is_meant) out += (out.empty() ? "" : ";") + (is_coloured ? coloured(one, palette, font) : std::string(one));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return out;
}

/// `rules` in the colours of `palette`.
std::string in_colours(const Palette& palette, std::string_view font, Part part = Part::all) {
  std::string out;
  for (std::string_view rest = rules; rest.find('{') != std::string_view::npos;) {
    const std::size_t open = rest.find('{'), close = rest.find('}');
    const std::string inside = declarations(rest.substr(open + 1, close - open - 1), palette, font, part);
    if (!inside.empty()) out += std::string(rest.substr(0, open)) + '{' + inside + '}';
    rest.remove_prefix(close + 1);
  }
  return out + '\n';
}

/// Rules that give marks of `colours` the nearest colours that can be seen on `palette`.
std::string seen_on(const Palette& palette, const std::set<std::string>& colours) {
  constexpr double least = 3;
  std::string out;
  for (const std::string& colour : colours) {
    const std::string seen =
        hexadecimal(legible(read_colour(colour).value_or(Colour{}), palette.ground, palette.text, least));
    if (seen == colour) continue;
    for (const char* property : {"fill", "stroke"})
      out += std::string(".annal-t [") + property + "=\"" + colour + "\"]{" + property + ":" + seen + "}";
    out += '\n';
  }
  return out;
}

std::string in_media(std::string_view media, const std::string& inside) {
  return inside.empty() ? "" : "@media " + std::string(media) + "{\n" + inside + "}\n";
}

}  // namespace

std::string svg_style(const Theme& theme, const std::set<std::string>& colours) {
  const std::string_view font = theme.font.empty() ? fonts : std::string_view(theme.font);
  std::string out = in_colours(palette_of(theme), font);
  if (theme.base == Theme::Base::of_reader) {
    out += in_media("screen and (prefers-color-scheme:dark)",
                    in_colours(dark_palette, font, Part::colours) + seen_on(dark_palette, colours));
  }
  if (theme.base == Theme::Base::dark)
    out += seen_on(palette_of(theme), colours) +
           in_media("print", in_colours(light_palette, font) + seen_on(light_palette, colours));
  out += forced_rules;
  if (!colours.empty())
    out += in_media("(forced-colors:active)",
                    ".annal-t [fill^=\"#\"]{fill:CanvasText}.annal-t [stroke^=\"#\"]{stroke:CanvasText}\n");
  out += print_rules;
  return out;
}

}  // namespace annal
