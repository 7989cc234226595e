// See theme.h. Of CSS (CSS Syntax Level 3) only declarations of known properties are read; all else is an error, not a
// thing to pass on.
#include "timeline/entries/theme.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/unicode/ascii.h"
#include "core/unicode/edit_distance.h"

namespace annal {
namespace {

constexpr std::string_view prefix = "--annal-", font_name = "font";
constexpr std::string_view blanks = " \t\r\n\f";
constexpr std::array<std::string_view, theme_colour_count> colour_names{
    "ground", "plot",   "text",   "muted",  "accent", "alert",  "grid",   "line",       "lane-1",
    "lane-2", "lane-3", "lane-4", "lane-5", "lane-6", "lane-7", "lane-8", "lane-others"};
/// Families that are written without quotes: the reader's own.
constexpr std::array<std::string_view, 6> generic_families{"serif",   "sans-serif", "monospace",
                                                           "cursive", "fantasy",    "system-ui"};

/// `css` with its comments blanked out, so that lines keep their numbers. What does not end stays.
std::string without_comments(std::string_view css) {
  std::string out(css);
  for (std::size_t at = out.find("/*"); at != std::string::npos; at = out.find("/*", at)) {
    const std::size_t end = out.find("*/", at + 2);
    if (end == std::string::npos) break;
    for (; at < end + 2; ++at)
      if (out[at] != '\n') out[at] = ' ';
  }
  return out;
}

/// One family as it is written into a style sheet; empty where it is none.
std::string family(std::string_view text) {
  text = trimmed(text);
  const bool quoted = text.size() > 1 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front();
  if (quoted) text = text.substr(1, text.size() - 2);
  const auto is_part = [](char c) { return is_alnum(c) || c == ' ' || c == '-' || c == '_' || c == '.'; };
  if (trimmed(text).empty() || !std::ranges::all_of(text, is_part)) return "";
  if (!quoted && std::ranges::find(generic_families, text) != generic_families.end()) return std::string(text);
  return '"' + std::string(text) + '"';
}

/// A list of families; empty where one of them is none.
std::string families(std::string_view list) {
  std::string out;
  while (true) {
    const std::size_t comma = std::min(list.find(','), list.size());
    const std::string one = family(list.substr(0, comma));
    if (one.empty()) return "";
    out += (out.empty() ? "" : ",") + one;
    if (comma == list.size()) return out;
    list.remove_prefix(comma + 1);
  }
}

/// Black on white is light.
bool is_dark(Colour ground) { return contrast(ground, {255, 255, 255}) > contrast(ground, {0, 0, 0}); }

class Parser {
 public:
  Parser(std::string_view css, std::string_view name) : name_(name), text_(without_comments(css)) {}

  Result<Theme> theme() {
    if (auto body = unwrap(); !body) return tl::unexpected(body.error());
    for (; (at_ = text_.find_first_not_of(blanks, at_)) < end_; ++at_) {
      const std::size_t end = std::min(text_.find(';', at_), end_);
      if (auto read = declaration(std::string_view(text_).substr(at_, end - at_)); !read)
        return tl::unexpected(read.error());
      at_ = end;
      if (at_ == end_) break;
    }
    const bool any = std::ranges::any_of(theme_.colours, [](const auto& colour) { return colour.has_value(); });
    if (!any && theme_.font.empty()) return error("a theme is light, dark, or states custom properties: " + example);
    const auto& ground = theme_[ThemeColour::ground];
    if (any) theme_.base = ground && is_dark(*ground) ? Theme::Base::dark : Theme::Base::light;
    return theme_;
  }

 private:
  /// Leaves `:root {` and `}` out.
  Result<void> unwrap() {
    constexpr std::string_view root = ":root";
    end_ = trimmed(text_).empty() ? 0 : text_.find_last_not_of(blanks) + 1;
    at_ = std::min(text_.find_first_not_of(blanks), end_);
    if (text_.compare(at_, root.size(), root) != 0) return {};
    const std::size_t open = text_.find_first_not_of(blanks, at_ + root.size());
    if (open == std::string::npos || text_[open] != '{' || text_[end_ - 1] != '}')
      return error("expected { after :root, and } at the end");
    at_ = open + 1;
    --end_;
    return {};
  }

  Result<void> declaration(std::string_view words) {
    const std::size_t colon = words.find(':');
    const std::string_view property = trimmed(words.substr(0, colon));
    if (colon == std::string_view::npos || !property.starts_with(prefix))
      return error("'" + quoted(words) + "' is no property of a theme; write " + example);
    const std::string_view key = property.substr(prefix.size()), value = trimmed(words.substr(colon + 1));
    if (key == font_name) {
      theme_.font = families(value);
      if (theme_.font.empty())
        return error("'" + quoted(value) + "' is no list of fonts; write --annal-font: Georgia, serif;");
      return {};
    }
    const auto found = std::ranges::find(colour_names, key);
    if (found == colour_names.end()) {
      std::vector<std::string_view> known(colour_names.begin(), colour_names.end());
      known.push_back(font_name);
      return error("unknown property '" + quoted(property) + "'" + did_you_mean(key, known) +
                   "; available behind --annal-: " + joined(known));
    }
    const std::optional<Colour> colour = read_colour(value);
    if (!colour) return error("'" + quoted(value) + "' is no colour; write #b42318, #b23 or a name of CSS");
    theme_.colours[static_cast<std::size_t>(found - colour_names.begin())] = colour;
    return {};
  }

  /// The first words of what is wrong, without what steers a terminal.
  static std::string quoted(std::string_view words) {
    constexpr std::size_t most = 60;
    std::string out;
    for (const char c : trimmed(words).substr(0, most)) out += c >= ' ' && c < '\x7F' ? c : ' ';
    return std::string(trimmed(out));
  }

  tl::unexpected<Error> error(const std::string& message) const {
    const auto line =
        1 + std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(std::min(at_, text_.size())), '\n');
    return fail(Code::syntax, std::string(name_) + ":" + std::to_string(line) + ": " + message);
  }

  inline static const std::string example = "--annal-ground: #fffdf5;";

  std::string_view name_;
  std::string text_;
  std::size_t at_ = 0, end_ = 0;
  Theme theme_;
};

}  // namespace

std::string_view name(ThemeColour colour) { return colour_names[static_cast<std::size_t>(colour)]; }

Result<Theme> parse_theme(std::string_view css, std::string_view name) {
  const std::string_view word = trimmed(css);
  if (word.empty()) return Theme{};
  if (word == "light") return Theme{.base = Theme::Base::light, .colours = {}, .font = {}};
  if (word == "dark") return Theme{.base = Theme::Base::dark, .colours = {}, .font = {}};
  return Parser(css, name).theme();
}

std::string text_of(const Theme& theme) {
  std::string out;
  const auto state = [&out](std::string_view key, const std::string& value) {
    out += (out.empty() ? "" : "; ") + std::string(prefix) + std::string(key) + ": " + value;
  };
  for (std::size_t i = 0; i < theme_colour_count; ++i)
    if (theme.colours[i]) state(colour_names[i], hexadecimal(*theme.colours[i]));
  if (!theme.font.empty()) state(font_name, theme.font);
  if (!out.empty()) return out;
  return theme.base == Theme::Base::of_reader ? "" : theme.base == Theme::Base::light ? "light" : "dark";
}

}  // namespace annal
