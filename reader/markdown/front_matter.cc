#include "reader/markdown/front_matter.h"

#include <algorithm>
#include <utility>

#include "core/unicode/ascii.h"
#include "reader/html/published.h"
#include "reader/html/words.h"

namespace annal {
namespace {

constexpr std::size_t longest = 1 << 16;  // bytes

std::string_view line_at(std::string_view text, std::size_t at) { return text.substr(at, text.find('\n', at) - at); }

/// Without quotes, and without a comment behind a plain value.
std::string_view plain_value(std::string_view value) {
  value = trimmed(value);
  if (value.size() >= 2 && (value[0] == '"' || value[0] == '\'')) {
    const std::size_t end = value.find(value[0], 1);
    return end == std::string_view::npos ? std::string_view{} : value.substr(1, end - 1);
  }
  return trimmed(value.substr(0, value.find(" #")));
}

void take(FrontMatter& out, std::string_view text, const std::string& key, std::string_view value) {
  if (value.empty()) return;
  if (key == "title") {
    const auto begin = static_cast<std::uint32_t>(value.data() - text.data());
    out.title = {begin, begin + static_cast<std::uint32_t>(value.size())};
    return;
  }
  if (key == "lang" || key == "language") {
    out.language = value;
    return;
  }
  const auto known = std::ranges::find(meta_names(), key, &MetaName::name);
  if (known == meta_names().end()) return;
  if (auto day = candidate_of(value, known->trust, known->changed, "the front matter's " + key, false))
    out.dates.push_back(std::move(day->candidate));
}

}  // namespace

FrontMatter read_front_matter(std::string_view text) {
  const std::string_view fence = line_at(text, 0);
  if (fence != "---" && fence != "+++") return {};
  FrontMatter out;
  const char sign = fence == "---" ? ':' : '=';
  for (std::size_t at = fence.size() + 1; at < std::min(text.size(), longest);) {
    const std::string_view line = line_at(text, at);
    at += line.size() + 1;
    if (trimmed(line) == fence || (sign == ':' && line == "...")) {
      out.end = std::min(at, text.size());
      std::ranges::stable_sort(out.dates, [](const auto& a, const auto& b) { return a.trust > b.trust; });
      return out;
    }
    const std::size_t mark = line.find(sign);
    // A value of several lines is indented; a line of prose is no key.
    if (line.empty() || is_space(line[0]) || line[0] == '-' || line[0] == '#' || line[0] == '[') continue;
    if (mark == std::string_view::npos || trimmed(line.substr(0, mark)).find(' ') != std::string_view::npos) return {};
    take(out, text, lowered(trimmed(line.substr(0, mark))), plain_value(line.substr(mark + 1)));
  }
  return {};
}

}  // namespace annal
