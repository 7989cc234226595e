// See selection.h.
#include "timeline/selection.h"

#include <algorithm>
#include <utility>

namespace annal {
namespace {

/// The `count` best of `events`, ascending: the most salient, then the most certain, then the first in the text.
std::vector<std::uint32_t> best_of(const Timeline& timeline, std::vector<std::uint32_t> events, std::size_t count) {
  if (events.size() <= count) return events;
  const auto worth = [&](std::uint32_t e) {
    return std::pair(timeline.events[e].salience, timeline.events[e].certainty);
  };
  std::stable_sort(events.begin(), events.end(), [&](std::uint32_t a, std::uint32_t b) { return worth(a) > worth(b); });
  events.resize(count);
  return events;
}

}  // namespace

void select_events(Timeline& timeline, const SelectionOptions& options) {
  for (std::uint32_t e = 0; e < timeline.events.size(); ++e)
    timeline.events[e].shown = options.all || std::binary_search(options.only.begin(), options.only.end(), e);
  if (options.all || !options.only.empty()) return;
  std::vector<std::uint32_t> salient;
  for (std::uint32_t e = 0; e < timeline.events.size(); ++e)
    if (timeline.events[e].salience >= salience_threshold) salient.push_back(e);
  for (const std::uint32_t e : best_of(timeline, std::move(salient), most_shown)) timeline.events[e].shown = true;
}

}  // namespace annal
