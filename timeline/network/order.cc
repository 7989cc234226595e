#include "timeline/network/order.h"

#include <algorithm>
#include <numeric>
#include <queue>
#include <tuple>
#include <utility>

namespace annal::graph {
namespace {

class Ranker {
 public:
  Ranker(const ConsistentGraph& network, const PointNumbers& points, std::span<const Root> roots,
         const std::vector<Weight>& times)
      : network_(network),
        points_(points),
        roots_(roots),
        times_(times),
        through_root_(points.count(), 0),
        lowest_(points.count()),
        slack_(points.count(), unreachable),
        in_group_(points.events(), 0) {
    // Whatever is a fixed distance from a root needs no search: the root speaks for it.
    for (Vertex v = 0; v < points_.count(); ++v)
      for (const Root& root : roots_)
        if (root.before[v] < unreachable && root.after[v] < unreachable && root.before[v] + root.after[v] == Weight{})
          through_root_[v] = 1;
    find_lowest();
  }

  Ranks run() {
    Ranks ranks;
    ranks.rank.resize(points_.events());
    ranks.order.resize(points_.events());
    std::iota(ranks.order.begin(), ranks.order.end(), 0u);
    const auto start = [&](std::uint32_t event) { return times_[points_.event_start(event)]; };
    // At one time, what is dated comes last: it may open a group, and what only stands beside it joins that.
    const auto dated = [&](std::uint32_t event) {
      const Vertex v = points_.event_start(event);
      return std::any_of(roots_.begin(), roots_.end(),
                         [&](const Root& root) { return root.before[v] < unreachable || root.after[v] < unreachable; });
    };
    std::sort(ranks.order.begin(), ranks.order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::tuple(start(a), dated(a), a) < std::tuple(start(b), dated(b), b);
    });
    std::uint32_t current = 0;  // from the last group
    std::vector<std::uint32_t> group;
    std::vector<Weight> least_before(roots_.size(), unreachable);  // of the starts in the group, for each root
    for (auto next = ranks.order.rbegin(); next != ranks.order.rend(); ++next) {
      const std::uint32_t event = *next;
      const Vertex v = points_.event_start(event);
      bool cut = false;
      for (std::size_t r = 0; r < roots_.size() && !cut; ++r)
        cut = roots_[r].after[v] < unreachable && least_before[r] < unreachable &&
              roots_[r].after[v] + least_before[r] < Weight{};
      if (!cut && !group.empty() && times_[v] < start(group.front())) cut = precedes_group(v, start(group.front()));
      if (cut) {
        ++current;
        for (const std::uint32_t member : group) in_group_[member] = 0;
        group.clear();
        std::fill(least_before.begin(), least_before.end(), unreachable);
      }
      ranks.rank[event] = current;
      group.push_back(event);
      in_group_[event] = 1;
      for (std::size_t r = 0; r < roots_.size(); ++r) least_before[r] = std::min(least_before[r], roots_[r].before[v]);
    }
    for (std::uint32_t& rank : ranks.rank) rank = current - rank;
    std::sort(ranks.order.begin(), ranks.order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::pair(ranks.rank[a], a) < std::pair(ranks.rank[b], b);
    });
    ranks.steps = steps_;
    return ranks;
  }

 private:
  /// lowest_[v]: the earliest time of all points that v bounds from below, without a root. A search that rises above
  /// the group goes on only where it can sink into it again.
  void find_lowest() {
    std::vector<Vertex> by_time(points_.count());
    std::iota(by_time.begin(), by_time.end(), 0u);
    std::sort(by_time.begin(), by_time.end(),
              [&](Vertex a, Vertex b) { return std::pair(times_[a], a) < std::pair(times_[b], b); });
    std::vector<char> seen(points_.count(), 0);
    std::vector<Vertex> open;
    for (const Vertex bottom : by_time) {
      if (seen[bottom] || through_root_[bottom]) continue;
      seen[bottom] = 1;
      open.push_back(bottom);
      while (!open.empty()) {
        const Vertex tail = open.back();
        open.pop_back();
        lowest_[tail] = times_[bottom];
        for (auto [e, end] = out_edges(tail, network_.graph); e != end; ++e) {
          ++steps_;
          const Vertex head = target(*e, network_.graph);
          if (seen[head] || through_root_[head] || !network_.holds(network_.graph[*e])) continue;
          seen[head] = 1;
          open.push_back(head);
        }
      }
    }
  }

  /// Whether `start` certainly lies before some start of the group, the latest of which is at `last`, by evidence that
  /// does not go through a root.
  bool precedes_group(Vertex start, Weight last) {
    using Reached = std::pair<Weight, Vertex>;  // slack of the way from `start`; the times serve as potential
    std::priority_queue<Reached, std::vector<Reached>, std::greater<>> queue;
    const Weight room = last - times_[start];
    std::vector<Vertex> touched;
    const auto reach = [&](Vertex v, Weight slack) {
      if (through_root_[v] || !(slack < room) || last < lowest_[v] || !(slack < slack_[v])) return;
      if (slack_[v] == unreachable) touched.push_back(v);
      slack_[v] = slack;
      queue.emplace(slack, v);
    };
    bool found = false;
    reach(start, {});
    while (!queue.empty() && !found) {
      const auto [slack, v] = queue.top();
      queue.pop();
      if (slack_[v] < slack) continue;
      // start - v <= slack + times[start] - times[v]
      found = v != start && points_.is_event_start(v) && in_group_[points_.event_of(v)] &&
              slack + times_[start] - times_[v] < Weight{};
      for (auto [e, end] = in_edges(v, network_.graph); e != end && !found; ++e) {
        ++steps_;
        const Bound& bound = network_.graph[*e];
        if (!network_.holds(bound)) continue;
        const Vertex tail = source(*e, network_.graph);
        if (!through_root_[tail]) reach(tail, slack + times_[tail] + bound.weight() - times_[v]);
      }
    }
    for (const Vertex v : touched) slack_[v] = unreachable;
    return found;
  }

  const ConsistentGraph& network_;
  const PointNumbers& points_;
  std::span<const Root> roots_;
  const std::vector<Weight>& times_;
  std::vector<char> through_root_;
  std::vector<Weight> lowest_;
  std::vector<Weight> slack_;
  std::vector<char> in_group_;
  std::uint64_t steps_ = 0;
};

}  // namespace

Ranks rank(const ConsistentGraph& network, const PointNumbers& points, std::span<const Root> roots,
           const std::vector<Weight>& times) {
  return Ranker(network, points, roots, times).run();
}

}  // namespace annal::graph
