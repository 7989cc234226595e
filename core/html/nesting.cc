// Depth is counted by tag name, since a stray end tag of another name closes nothing. Elements that the next of their
// kind closes by itself (p, li, td) and void ones do not add up.
#include "core/html/nesting.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "core/html/ascii.h"

namespace annal {
namespace {

using namespace std::string_view_literals;

constexpr std::array uncounted = {
    "area"sv,  "base"sv,   "br"sv,       "col"sv,   "embed"sv, "hr"sv,    "img"sv,  "input"sv, "link"sv, "meta"sv,
    "param"sv, "source"sv, "track"sv,    "wbr"sv,   "p"sv,     "li"sv,    "td"sv,   "th"sv,    "tr"sv,   "dd"sv,
    "dt"sv,    "option"sv, "optgroup"sv, "tbody"sv, "thead"sv, "tfoot"sv, "html"sv, "head"sv,  "body"sv};
constexpr std::array raw_text = {"script"sv, "style"sv, "textarea"sv, "title"sv, "xmp"sv, "iframe"sv, "noembed"sv};

/// Past the end tag of a raw-text element whose content begins at `at`. `gone` says that none follows any more.
std::size_t past_raw(std::string_view html, std::size_t at, std::string_view name) {
  while (true) {
    at = html.find("</", at);
    if (at == std::string_view::npos) return html.size();
    if (html.size() - at > name.size() + 2 && lowered(html.substr(at + 2, name.size())) == name) return at;
    at += 2;
  }
}

struct Tag {
  std::size_t end = 0;
  std::size_t attributes = 0;
  bool self_closed = false;
};

Tag read_tag(std::string_view html, std::size_t at) {
  Tag tag;
  bool gap = false;
  for (; at < html.size() && html[at] != '>'; ++at) {
    const char c = html[at];
    if (is_space(c) || c == '/') {
      gap = true;
      continue;
    }
    if (gap && c != '=') ++tag.attributes;
    gap = false;
    if (c != '=') continue;
    std::size_t value = at + 1;
    while (value < html.size() && is_space(html[value])) ++value;
    if (value < html.size() && (html[value] == '"' || html[value] == '\'')) {
      const std::size_t close = html.find(html[value], value + 1);
      if (close == std::string_view::npos) {
        tag.end = html.size();
        return tag;
      }
      at = close;
      gap = true;
    }
  }
  tag.end = std::min(at + 1, html.size());
  tag.self_closed = at > 0 && at < html.size() && html[at - 1] == '/';
  return tag;
}

}  // namespace

Result<void> check_nesting(std::string_view html) {
  std::unordered_map<std::string, std::size_t> open;
  std::size_t depth = 0, markup = 0;
  for (std::size_t at = html.find('<'); at < html.size(); at = html.find('<', at)) {
    if (html.substr(at).starts_with("<!--")) {
      const std::size_t end = html.find("-->", at + 4);
      if (end == std::string_view::npos) return {};
      at = end + 3;
      continue;
    }
    const bool closes = at + 1 < html.size() && html[at + 1] == '/';
    std::size_t begin = at + (closes ? 2 : 1);
    std::size_t end = begin;
    while (end < html.size() && (is_alnum(html[end]) || html[end] == '-' || html[end] == ':')) ++end;
    if (end == begin || !is_alpha(html[begin])) {
      ++at;
      continue;
    }
    const std::string name = lowered(html.substr(begin, std::min<std::size_t>(end - begin, 64)));
    const Tag tag = read_tag(html, end);
    if (tag.attributes > most_attributes)
      return fail(Code::out_of_range, "the tag <" + name + "> has " + std::to_string(tag.attributes) +
                                          " attributes, more than " + std::to_string(most_attributes));
    markup += 4 + tag.attributes;
    if (markup > most_markup)
      return fail(Code::out_of_range, "it has more than " + std::to_string(most_markup / 4) + " tags; no article has");
    at = tag.end;
    if (std::ranges::find(uncounted, name) != uncounted.end()) continue;
    if (!closes && std::ranges::find(raw_text, name) != raw_text.end()) {
      at = past_raw(html, at, name);
      continue;
    }
    std::size_t& count = open[name];
    if (closes) {
      if (count > 0) {
        --count;
        --depth;
      }
    } else if (!tag.self_closed || name.size() < 3 || name == "div" || name == "span") {
      ++count;
      if (++depth > deepest_nesting)
        return fail(Code::out_of_range,
                    "its tags are nested more than " + std::to_string(deepest_nesting) + " deep; no article is");
    }
  }
  return {};
}

}  // namespace annal
