#include "render/svg/layout/lanes.h"

#include <algorithm>
#include <optional>

#include "render/svg/layout/marks.h"

namespace annal::svg {
namespace {

struct Counted {
  std::string name;
  std::size_t rows = 0;
};

/// The names of lanes in the order of their first rows: all, or those of the most rows.
std::vector<Counted> named_lanes(const view::TimelineView& view) {
  std::vector<Counted> found;
  for (const view::Row& row : view.rows) {
    if (row.lane.empty()) continue;
    const auto at = std::ranges::find(found, row.lane, &Counted::name);
    if (at == found.end())
      found.push_back({row.lane, 1});
    else
      ++at->rows;
  }
  if (found.size() <= last_lane) return found;
  std::vector<std::size_t> counts;
  for (const Counted& lane : found) counts.push_back(lane.rows);
  std::ranges::sort(counts, std::greater());
  const std::size_t least = counts[last_lane - 1];
  auto equal = static_cast<std::size_t>(std::count(counts.begin(), counts.begin() + last_lane, least));
  std::erase_if(found, [&](const Counted& lane) {
    if (lane.rows != least) return lane.rows < least;
    const bool keeps = equal > 0;
    if (keeps) --equal;
    return !keeps;
  });
  return found;
}

}  // namespace

Lanes lanes_of(const view::TimelineView& view) {
  Lanes lanes;
  const std::vector<Counted> named = named_lanes(view);
  for (std::size_t i = 0; i < named.size(); ++i) lanes.names[first_lane + i] = named[i].name;
  for (const view::Row& row : view.rows) {
    const auto at = std::ranges::find(named, row.lane, &Counted::name);
    const std::size_t number = named.empty()       ? no_lane
                               : at == named.end() ? other_lane
                                                   : first_lane + static_cast<std::size_t>(at - named.begin());
    if (number == other_lane) lanes.names[other_lane] = std::string(view.labels.text(Label::other_lanes));
    lanes.of_row.push_back(number);
  }
  return lanes;
}

Shape shape_of(std::size_t lane) {
  constexpr Shape shapes[] = {Shape::circle, Shape::diamond,  Shape::triangle, Shape::square, Shape::hexagon,
                              Shape::wedge,  Shape::pentagon, Shape::cross,    Shape::circle};
  return shapes[lane];
}

std::uint8_t colour_of(std::size_t lane) {
  if (lane == no_lane) return 0;
  return static_cast<std::uint8_t>(lane == other_lane ? other_colour : lane - first_lane);
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
