// See display_options.h.
#include "cli/display_options.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "core/unicode/edit_distance.h"

namespace annal {
namespace {

constexpr std::array layouts{SvgLayout::rows, SvgLayout::compact, SvgLayout::lanes, SvgLayout::vertical};

bool is_picture(Format format) {
  return format == Format::svg || format == Format::png || format == Format::pdf || format == Format::html;
}

}  // namespace

std::string layout_names(const char* separator) {
  std::string line;
  for (const SvgLayout layout : layouts) line += (line.empty() ? "" : separator) + std::string(layout_name(layout));
  return line;
}

Result<DisplayOptions> validate_display(const RawDisplayOptions& raw, Format format) {
  DisplayOptions options;
  const auto only_for = [](const char* option, const char* what) {
    return fail(Code::usage, std::string(option) + " is for " + what + "; leave it out or choose one of them");
  };
  if (raw.layout) {
    if (!is_picture(format)) return only_for("--layout", "svg, png, pdf and html");
    const auto* const found = std::ranges::find(layouts, *raw.layout, layout_name);
    if (found == layouts.end()) {
      std::vector<std::string_view> known;
      for (const SvgLayout layout : layouts) known.push_back(layout_name(layout));
      return fail(Code::usage, "'" + *raw.layout + "' is not a layout; layouts are " + layout_names(", ") +
                                   did_you_mean(*raw.layout, known));
    }
    options.layout = *found;
  }
  if (raw.width) {
    if (format == Format::html || (!is_picture(format) && format != Format::text))
      return only_for("--width", "svg, png, pdf and text");
    const std::string& digits = *raw.width;
    const bool whole = !digits.empty() && digits.size() <= 4 &&
                       std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    const std::size_t least = format == Format::text ? 24 : 320, most = format == Format::text ? 1000 : 4000;
    const std::size_t width = whole ? static_cast<std::size_t>(std::stoul(digits)) : 0;
    if (width < least || width > most) {
      return fail(Code::usage, "--width is a whole number from " + std::to_string(least) + " to " +
                                   std::to_string(most) + ", not '" + digits + "'");
    }
    options.width = width;
  }
  if (raw.around) {
    if (format != Format::dot && format != Format::graph_svg && format != Format::text)
      return only_for("--around", "dot, graph-svg and text");
    options.around = raw.around;
  }
  if (raw.ascii && format != Format::text) return only_for("--ascii", "text");
  options.ascii = raw.ascii;
  return options;
}

}  // namespace annal
