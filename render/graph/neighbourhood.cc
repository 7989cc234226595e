// See neighbourhood.h. Breadth first over events and time expressions; the day of writing, which all are related to, is
// no bridge.
#include "render/graph/neighbourhood.h"
#include "timeline/tlink/claim.h"

#include <algorithm>

namespace annal {
namespace {

constexpr std::size_t steps_between_events = 2;

}  // namespace

std::vector<std::uint32_t> neighbourhood(const Timeline& timeline, std::uint32_t event, std::size_t most) {
  const std::size_t events = timeline.events.size(), size = events + timeline.timexes.size();
  std::vector<std::vector<std::uint32_t>> beside(size);
  const auto vertex = [&](const Entity& e) {
    return e.kind == Entity::Kind::event ? e.index : static_cast<std::uint32_t>(events + e.index);
  };
  for (const Relation& r : timeline.relations) {
    if (!is_claim(r)) continue;
    if (r.from.kind == Entity::Kind::document || r.to.kind == Entity::Kind::document) continue;
    if (r.from.kind == Entity::Kind::timex && r.to.kind == Entity::Kind::timex) continue;
    beside[vertex(r.from)].push_back(vertex(r.to));
    beside[vertex(r.to)].push_back(vertex(r.from));
  }

  std::vector<bool> seen(size, false);
  std::vector<std::uint32_t> found{event}, ring{event};
  seen[event] = true;
  for (std::size_t step = 0; step < steps_between_events; ++step) {
    std::vector<std::uint32_t> next;
    const auto visit = [&](std::uint32_t v, const auto& self) -> void {
      if (seen[v]) return;
      seen[v] = true;
      if (v < events)
        next.push_back(v);
      else
        for (const std::uint32_t w : beside[v]) self(w, self);  // a time: on to what it dates, never to a time
    };
    for (const std::uint32_t u : ring)
      for (const std::uint32_t v : beside[u]) visit(v, visit);
    std::stable_sort(next.begin(), next.end(), [&](std::uint32_t a, std::uint32_t b) {
      return timeline.events[a].salience > timeline.events[b].salience;
    });
    found.insert(found.end(), next.begin(), next.end());
    ring = std::move(next);
  }
  if (found.size() == 1) {
    const auto at = std::find(timeline.order.begin(), timeline.order.end(), event);
    if (at != timeline.order.end() && at != timeline.order.begin()) found.push_back(*std::prev(at));
    if (at != timeline.order.end() && std::next(at) != timeline.order.end()) found.push_back(*std::next(at));
  }
  if (found.size() > most) found.resize(std::max<std::size_t>(most, 1));
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace annal
