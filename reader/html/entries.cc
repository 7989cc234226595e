#include "reader/html/entries.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "core/unicode/ascii.h"
#include "reader/html/date_text.h"
#include "reader/html/title.h"
#include "reader/html/words.h"

namespace annal {
namespace {

constexpr std::size_t front_bytes = 200;  // of an element, where its day is looked for

bool may_be_entry(Tag tag) {
  return html::is_any(tag, Tag::li, Tag::tr, Tag::dt, Tag::dd, Tag::p, Tag::h2, Tag::h3, Tag::h4, Tag::h5, Tag::h6,
                      Tag::div, Tag::article, Tag::section);
}

/// The day of the first element <time> in the first nodes of `i`.
std::optional<CivilSeconds> stamped_day(const PageTree& tree, std::uint32_t i, bool month_first) {
  constexpr std::uint32_t front_nodes = 20;
  for (std::uint32_t n = i + 1; n < std::min(tree.nodes()[i].end, i + front_nodes); ++n) {
    if (tree.nodes()[n].tag != Tag::time) continue;
    const auto days = written_days(tree.attribute(n, "datetime").substr(0, front_bytes), month_first);
    return days.empty() ? std::nullopt : std::optional(CivilSeconds{day_number(days.front().at)});
  }
  return std::nullopt;
}

/// The day that the element begins with, or, as a row or item, holds.
std::optional<CivilSeconds> day_of(const PageTree& tree, std::uint32_t i, bool month_first) {
  const std::string text = lowered(single_spaced(tree.text(i, front_bytes)));
  const auto days = written_days(text, month_first);
  const bool anywhere = html::is_any(tree.nodes()[i].tag, Tag::li, Tag::tr);
  if (days.empty()) return anywhere ? stamped_day(tree, i, month_first) : std::nullopt;
  const std::string before = text.substr(0, days.front().begin);
  if (!anywhere && !before.empty()) return std::nullopt;
  if (date_page_words().within("published", before) || date_page_words().within("changed", before)) return std::nullopt;
  return day_number(days.front().at);
}

}  // namespace

std::vector<std::uint32_t> dated_entries(const PageTree& tree, bool month_first) {
  const auto& nodes = tree.nodes();
  std::vector<std::uint32_t> ends(nodes.size(), 0);
  struct Siblings {
    std::vector<std::uint32_t> elements;
    CivilSeconds day = 0;
    bool differ = false;
  };
  std::map<std::pair<std::uint32_t, Tag>, Siblings> found;
  for (std::uint32_t i = 1; i < nodes.size(); ++i) {
    if (!nodes[i].element || !may_be_entry(nodes[i].tag)) continue;
    const auto day = day_of(tree, i, month_first);
    if (!day) continue;
    Siblings& siblings = found[{nodes[i].parent, nodes[i].tag}];
    siblings.differ = siblings.differ || (!siblings.elements.empty() && siblings.day != *day);
    siblings.day = *day;
    siblings.elements.push_back(i);
  }
  for (const auto& [key, siblings] : found)
    if (siblings.differ)
      for (const std::uint32_t i : siblings.elements) ends[i] = nodes[i].end;
  return ends;
}

bool is_list(const PageTree& tree, std::uint32_t i) {
  const auto& nodes = tree.nodes();
  if (html::is_any(nodes[i].tag, Tag::ul, Tag::ol, Tag::dl)) return true;
  if (nodes[i].tag != Tag::table) return false;
  for (std::uint32_t n = i + 1; n < nodes[i].end && nodes[n].tag != Tag::td; ++n)
    if (nodes[n].tag == Tag::th) return true;
  return false;
}

}  // namespace annal
