#include "render/svg/layout/lanes.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "render/svg/layout/marks.h"

namespace annal::svg {

Lanes lanes_of(const view::TimelineView& view) {
  Lanes lanes;
  std::vector<std::pair<std::string, std::size_t>> counts;  // in order of first appearance
  for (const view::Row& row : view.rows) {
    const auto at = std::find_if(counts.begin(), counts.end(), [&](const auto& c) { return c.first == row.lane; });
    if (at == counts.end())
      counts.emplace_back(row.lane, 1);
    else
      ++at->second;
  }
  if (counts.size() == 1 && counts[0].first.empty()) counts.clear();
  const std::string rest = std::string(view.labels.text(Label::other_lanes));
  std::vector<std::size_t> by_count;
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (!counts[i].first.empty()) by_count.push_back(i);
  const bool too_many = by_count.size() + (by_count.size() < counts.size() ? 1 : 0) > shape_count;
  if (too_many) {
    std::stable_sort(by_count.begin(), by_count.end(),
                     [&](std::size_t a, std::size_t b) { return counts[a].second > counts[b].second; });
    by_count.resize(shape_count - 1);
    std::sort(by_count.begin(), by_count.end());
  }
  for (const std::size_t i : by_count) lanes.names.push_back(counts[i].first);
  if (by_count.size() < counts.size()) lanes.names.push_back(rest);
  for (const view::Row& row : view.rows) {
    const auto named = lanes.names.begin() + static_cast<std::ptrdiff_t>(by_count.size());
    const auto at = row.lane.empty() ? named : std::find(lanes.names.begin(), named, row.lane);
    lanes.of_row.push_back(static_cast<std::size_t>(at - lanes.names.begin()));
  }
  return lanes;
}

std::string shared_colour(const view::TimelineView& view, const Lanes& lanes, std::size_t lane) {
  std::optional<std::string> shared;
  for (std::size_t i = 0; i < view.rows.size(); ++i) {
    if (lanes.of_row[i] != lane) continue;
    const std::string colour = own_colour_of(view.rows[i]);
    if (shared && *shared != colour) return "";
    shared = colour;
  }
  return shared.value_or("");
}

}  // namespace annal::svg
