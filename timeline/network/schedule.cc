#include "timeline/network/schedule.h"

#include <array>
#include <optional>
#include <queue>
#include <utility>

namespace annal::graph {
namespace {

class Scheduler {
 public:
  explicit Scheduler(const ConsistentGraph& network)
      : network_(network), time_(num_vertices(network.graph)), fixed_(num_vertices(network.graph), 0) {}

  bool fixed(Vertex v) const { return fixed_[v] != 0; }
  Weight time(Vertex v) const { return time_[v]; }
  std::vector<Weight> times() && { return std::move(time_); }

  /// Fixes `pins`, and all that is tied to them, however loosely.
  void fix_around(std::span<const Pin> pins) {
    for (const Pin& pin : pins) fix(pin.point, pin.time);
    while (!from_.empty() || !to_.empty()) {
      fix_earliest();
      fix_latest();
    }
  }

 private:
  void fix(Vertex v, Weight time) {
    time_[v] = time;
    fixed_[v] = 1;
    from_.push_back(v);
    to_.push_back(v);
  }

  struct Reached {
    Weight slack;
    Vertex vertex;
    // The queue gives its largest first: least slack, then least vertex.
    friend bool operator<(const Reached& a, const Reached& b) {
      return std::pair(b.slack, b.vertex) < std::pair(a.slack, a.vertex);
    }
  };

  /// Fixes whatever has an earliest time against the fixed points, there.
  void fix_earliest() {
    const auto reach = [&](Vertex head) {
      for (auto [e, end] = in_edges(head, network_.graph); e != end; ++e) {
        const Vertex tail = source(*e, network_.graph);
        const Bound& bound = network_.graph[*e];
        if (fixed(tail) || !network_.holds(bound)) continue;
        queue_.push({network_.potential[tail] - (time_[head] - bound.weight()), tail});
      }
    };
    for (const Vertex v : to_) reach(v);
    to_.clear();
    while (!queue_.empty()) {
      const Reached next = queue_.top();
      queue_.pop();
      if (fixed(next.vertex)) continue;
      fix(next.vertex, network_.potential[next.vertex] - next.slack);
      reach(next.vertex);
    }
  }

  /// Fixes whatever has a latest time against the fixed points, there.
  void fix_latest() {
    const auto reach = [&](Vertex tail) {
      for (auto [e, end] = out_edges(tail, network_.graph); e != end; ++e) {
        const Vertex head = target(*e, network_.graph);
        const Bound& bound = network_.graph[*e];
        if (fixed(head) || !network_.holds(bound)) continue;
        queue_.push({time_[tail] + bound.weight() - network_.potential[head], head});
      }
    };
    for (const Vertex v : from_) reach(v);
    from_.clear();
    while (!queue_.empty()) {
      const Reached next = queue_.top();
      queue_.pop();
      if (fixed(next.vertex)) continue;
      fix(next.vertex, network_.potential[next.vertex] + next.slack);
      reach(next.vertex);
    }
  }

  const ConsistentGraph& network_;
  std::vector<Weight> time_;
  std::vector<char> fixed_;
  std::priority_queue<Reached> queue_;
  std::vector<Vertex> from_, to_;  ///< fixed, and their heads (their tails) not looked at yet
};

}  // namespace

std::vector<Weight> schedule(const ConsistentGraph& network, const PointNumbers& points, std::span<const Pin> pins) {
  Scheduler scheduler(network);
  scheduler.fix_around(pins);
  const auto fix_around = [&](Vertex v, Weight time) { scheduler.fix_around(std::array{Pin{v, time}}); };
  // What comes before the first event that is fixed stands with it.
  std::optional<Weight> neighbour;
  for (std::uint32_t e = 0; e < points.events() && !neighbour; ++e)
    if (scheduler.fixed(points.event_start(e))) neighbour = scheduler.time(points.event_start(e));
  for (std::uint32_t e = 0; e < points.events(); ++e) {
    const Vertex start = points.event_start(e);
    if (!scheduler.fixed(start)) fix_around(start, neighbour.value_or(Weight{}));
    neighbour = scheduler.time(start);
  }
  for (Vertex v = 0; v < points.count(); ++v)
    if (!scheduler.fixed(v)) fix_around(v, {});
  return std::move(scheduler).times();
}

}  // namespace annal::graph
