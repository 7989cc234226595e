#include "render/view/row_order.h"

#include <optional>

namespace annal::view {
namespace {

bool has_place(const Event& event) {
  return event.start.earliest != unbounded_past && event.start.latest != unbounded_future;
}

bool precedes_by_date(const Event& a, const Event& b) {
  return a.start.frame == b.start.frame && a.start.latest <= b.start.earliest;
}

/// Whether a chain of `precedes` leads from one event to another: events are reached in order of their positions.
class Chains {
 public:
  explicit Chains(const Timeline& timeline) : timeline_(timeline), reached_from_(timeline.events.size(), no_event) {}

  bool lead(std::uint32_t from, std::uint32_t to) {
    std::vector<std::uint32_t> open{from};
    while (!open.empty()) {
      const std::uint32_t event = open.back();
      open.pop_back();
      for (const std::uint32_t later : timeline_.events[event].precedes) {
        if (later == to) return true;
        if (timeline_.events[later].position > timeline_.events[to].position) break;
        if (reached_from_[later] == from) continue;
        reached_from_[later] = from;
        open.push_back(later);
      }
    }
    return false;
  }

 private:
  static constexpr std::uint32_t no_event = UINT32_MAX;
  const Timeline& timeline_;
  std::vector<std::uint32_t> reached_from_;
};

}  // namespace

std::vector<RowOrder> order_of_rows(const Timeline& timeline, std::span<const std::uint32_t> events) {
  std::vector<RowOrder> rows;
  Chains chains(timeline);
  std::optional<std::uint32_t> above;
  for (const std::uint32_t event : events) {
    if (!has_place(timeline.events[event])) {
      rows.push_back(RowOrder::nowhere);
      continue;
    }
    const bool known =
        !above || precedes_by_date(timeline.events[*above], timeline.events[event]) || chains.lead(*above, event);
    rows.push_back(known ? RowOrder::known : RowOrder::open);
    above = event;
  }
  return rows;
}

}  // namespace annal::view
