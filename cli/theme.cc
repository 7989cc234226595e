#include "cli/theme.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "batch/files.h"
#include "core/unicode/edit_distance.h"
#include "render/encode/escape.h"
#include "timeline/entries/theme.h"

namespace annal {
namespace {

constexpr std::array<std::string_view, 2> own_themes{"light", "dark"};

}  // namespace

Result<void> validate_theme(const std::string& theme) {
  if (theme.ends_with(".css") || std::ranges::find(own_themes, theme) != own_themes.end()) return {};
  return fail(Code::usage, "unknown theme '" + visible(theme) + "'; available: " + joined(own_themes) +
                               ", or a .css file" + did_you_mean(theme, own_themes));
}

Result<std::string> read_theme(const std::string& theme) {
  if (auto known = validate_theme(theme); !known) return tl::unexpected(known.error());
  if (!theme.ends_with(".css")) return theme;
  return read_file(theme).and_then([&](const std::string& css) {
    return parse_theme(css, shown(theme)).map([](const Theme& read) { return text_of(read); });
  });
}

}  // namespace annal
