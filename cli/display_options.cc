// An option that the format does not use is an error: silently ignored, it would look like a fault of the picture.
#include "cli/display_options.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "core/unicode/edit_distance.h"

namespace annal {
namespace {

constexpr std::array layouts{SvgLayout::rows, SvgLayout::compact, SvgLayout::lanes, SvgLayout::vertical};
constexpr const char* story_layout = "story";  ///< of a page: one event a slide

std::vector<std::string_view> known_layouts() {
  std::vector<std::string_view> names;
  for (const SvgLayout layout : layouts) names.push_back(layout_name(layout));
  names.push_back(story_layout);
  return names;
}

Result<void> must_use(const Format& format, DisplayOption option, const std::string& flag) {
  if (format.uses(option)) return {};
  std::vector<const Format*> users;
  for (const Format& other : formats()) {
    if (other.uses(option)) users.push_back(&other);
  }
  return fail(Code::usage,
              flag + " has no effect on " + std::string(format.name) + "; it is for " + format_names(users));
}

Result<SvgLayout> parse_layout(const std::string& name) {
  const auto* const found = std::ranges::find(layouts, name, layout_name);
  if (found != layouts.end()) return *found;
  return fail(Code::usage, "unknown layout '" + name + "'; available: " + joined(known_layouts()) +
                               did_you_mean(name, known_layouts()));
}

/// Sets the layout, which only a page takes as "story".
Result<void> set_layout(DisplayOptions& options, const std::string& name, const Format& format) {
  if (name == story_layout) {
    options.story = true;
    if (format.name == "html") return {};
    return fail(Code::usage, "--layout story is a page, not " + std::string(format.name) +
                                 "; write one with -o timeline.html or --format html");
  }
  if (auto used = must_use(format, DisplayOption::layout, "--layout"); !used) return used;
  const auto layout = parse_layout(name);
  if (!layout) return tl::unexpected(layout.error());
  options.layout = *layout;
  return {};
}

Result<std::size_t> parse_width(const std::string& digits, const Format& format) {
  const bool whole =
      !digits.empty() && digits.size() <= 4 && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
  const std::size_t least = format.for_terminal ? 24 : 320, most = format.for_terminal ? 1000 : 4000;
  const std::size_t width = whole ? static_cast<std::size_t>(std::stoul(digits)) : 0;
  if (width >= least && width <= most) return width;
  return fail(Code::usage, "--width must be a whole number from " + std::to_string(least) + " to " +
                               std::to_string(most) + ", not '" + digits + "'");
}

}  // namespace

std::string layout_names(const char* separator) {
  std::string line;
  for (const std::string_view name : known_layouts()) line += (line.empty() ? "" : separator) + std::string(name);
  return line;
}

Result<DisplayOptions> validate_display(const RawDisplayOptions& raw, const Format& format) {
  DisplayOptions options;
  if (raw.layout) {
    if (auto set = set_layout(options, *raw.layout, format); !set) return tl::unexpected(set.error());
  }
  if (raw.width) {
    if (auto used = must_use(format, DisplayOption::width, "--width"); !used) return tl::unexpected(used.error());
    const auto width = parse_width(*raw.width, format);
    if (!width) return tl::unexpected(width.error());
    options.width = *width;
  }
  if (raw.around) {
    if (auto used = must_use(format, DisplayOption::around, "--around"); !used) return tl::unexpected(used.error());
    options.around = raw.around;
  }
  if (raw.ascii) {
    if (auto used = must_use(format, DisplayOption::ascii, "--ascii"); !used) return tl::unexpected(used.error());
    options.ascii = true;
  }
  if (raw.no_editor) {
    if (auto used = must_use(format, DisplayOption::editor, "--no-editor"); !used) return tl::unexpected(used.error());
    options.editor = false;
  }
  return options;
}

}  // namespace annal
