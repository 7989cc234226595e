#include "timeline/network/order.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <numeric>
#include <utility>

namespace annal::graph {
namespace {

constexpr std::size_t all_compared = 1'024, least_compared = 64;
constexpr std::uint64_t most_searched = 4'096;  ///< edges for each event
constexpr std::size_t precedes_in_all = 16'384, precedes_of_event = 16;

/// Which of the `width` places behind it each of `count` places precedes: a row of bits for each.
class Rows {
 public:
  Rows(std::size_t count, std::size_t width) : words_(width / 64 + 2), bits_(count * words_) {}

  bool test(std::size_t place, std::size_t later) const { return (bits_[at(place, later)] >> (later % 64) & 1) != 0; }
  void set(std::size_t place, std::size_t later) { bits_[at(place, later)] |= std::uint64_t{1} << (later % 64); }
  /// Adds what `later` precedes to what `place` does, as far as its row goes.
  void unite(std::size_t place, std::size_t later) {
    const std::size_t skip = later / 64 - place / 64;
    for (std::size_t w = skip; w < words_; ++w) bits_[place * words_ + w] |= bits_[later * words_ + w - skip];
  }
  /// Those that `place` precedes without preceding another one that does; until the next call.
  const std::vector<std::uint32_t>& not_implied(std::size_t place) {
    std::vector<std::uint32_t>& found = found_;
    std::vector<std::uint64_t>& implied = implied_;
    found.clear();
    implied.assign(words_, 0);
    for (std::size_t w = 0; w < words_; ++w)
      while (const std::uint64_t left = bits_[place * words_ + w] & ~implied[w]) {
        const std::size_t later = (place / 64 + w) * 64 + static_cast<std::size_t>(std::countr_zero(left));
        found.push_back(static_cast<std::uint32_t>(later));
        implied[w] |= left & -left;
        const std::size_t skip = later / 64 - place / 64;
        for (std::size_t i = skip; i < words_; ++i) implied[i] |= bits_[later * words_ + i - skip];
      }
    return found;
  }

 private:
  std::size_t at(std::size_t place, std::size_t later) const { return place * words_ + later / 64 - place / 64; }

  std::size_t words_;
  std::vector<std::uint64_t> bits_, implied_;
  std::vector<std::uint32_t> found_;
};

class Orderer {
 public:
  Orderer(const ConsistentGraph& network, const PointNumbers& points, std::span<const Root> roots,
          const std::vector<Weight>& times)
      : network_(network),
        points_(points),
        roots_(roots),
        times_(times),
        line_(points.events()),
        place_(points.events()),
        width_(points.events() <= all_compared
                   ? points.events()
                   : std::max(all_compared * all_compared / points.events(), least_compared)),
        rows_(points.events(), width_),
        loose_(points.events(), 0),
        through_root_(points.count(), 0),
        lowest_(points.count()),
        slack_(points.count(), unreachable) {
    std::iota(line_.begin(), line_.end(), 0u);
    std::sort(line_.begin(), line_.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::pair(times_[points_.event_start(a)], a) < std::pair(times_[points_.event_start(b)], b);
    });
    for (std::uint32_t i = 0; i < line_.size(); ++i) place_[line_[i]] = i;
    // Whatever is a fixed distance from a root needs no search: the root speaks for it.
    for (Vertex v = 0; v < points_.count(); ++v)
      for (const Root& root : roots_)
        if (root.before[v] < unreachable && root.after[v] < unreachable && root.before[v] + root.after[v] == Weight{})
          through_root_[v] = 1;
    for (const Root& root : roots_) {
      std::vector<Weight>& earliest = earliest_.emplace_back();
      earliest.reserve(line_.size());
      for (std::size_t i = 0; i < line_.size(); ++i) earliest.push_back(root.before[start(i)]);
    }
    find_lowest();
  }

  EventOrder run() {
    for (std::size_t i = line_.size(); i-- > 0;) {
      compare_by_roots(i);
      search(i);
    }
    EventOrder found;
    found.rank = ranks();
    reduce(found);
    found.line = line_;
    found.steps = steps_;
    return found;
  }

 private:
  Vertex start(std::size_t place) const { return points_.event_start(line_[place]); }
  Weight time(std::size_t place) const { return times_[start(place)]; }
  std::size_t reach_of(std::size_t place) const { return std::min(line_.size(), place + width_ + 1); }

  /// Notes which of the places behind it `place` precedes through a root.
  void compare_by_roots(std::size_t place) {
    const std::size_t end = reach_of(place);
    for (std::size_t r = 0; r < roots_.size(); ++r) {
      const Weight latest = roots_[r].after[start(place)], *const earliest = earliest_[r].data();
      if (latest == unreachable) continue;
      for (std::size_t later = place + 1; later < end; ++later)
        if (latest + earliest[later] < Weight{}) rows_.set(place, later);
    }
  }

  /// lowest_[v]: the earliest time of all points that v bounds from below, without a root. A search that rises above
  /// the places it asks for goes on only where it can sink to them again.
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

  /// Finds what the event of a place precedes by evidence that does not go through a root: Dijkstra's algorithm, with
  /// the times as potential. start - v <= slack + times[start] - times[v].
  void search(std::size_t place) {
    const Weight last = time(reach_of(place) - 1), room = last - time(place);
    const auto reach = [&](Vertex v, Weight slack) {
      if (through_root_[v] || room < slack || last < lowest_[v] || !(slack < slack_[v])) return;
      if (slack_[v] == unreachable) touched_.push_back(v);
      slack_[v] = slack;
      queue_.emplace_back(slack, v);
      std::push_heap(queue_.begin(), queue_.end(), std::greater<>());
    };
    reach(start(place), {});
    const std::uint64_t last_step = steps_ + most_searched;
    while (!queue_.empty() && steps_ < last_step) {
      std::pop_heap(queue_.begin(), queue_.end(), std::greater<>());
      const auto [slack, v] = queue_.back();
      queue_.pop_back();
      if (slack_[v] < slack || is_answered(place, v, slack + time(place) - times_[v])) continue;
      for (auto [e, end] = in_edges(v, network_.graph); e != end; ++e) {
        ++steps_;
        const Bound& bound = network_.graph[*e];
        const Vertex tail = source(*e, network_.graph);
        if (network_.holds(bound) && !through_root_[tail])
          reach(tail, slack + times_[tail] + bound.weight() - times_[v]);
      }
    }
    for (const Vertex v : touched_) slack_[v] = unreachable;
    touched_.clear();
    queue_.clear();
  }

  /// Notes that the event of `place` begins at most `distance` after point v. Returns whether the search may end there:
  /// v is a later event's start, and what it precedes is all that can follow through it. That is so if it is later by
  /// no more than instants and no event is later than it or begins with it.
  bool is_answered(std::size_t place, Vertex v, Weight distance) {
    if (!points_.is_event_start(v) || v == start(place)) return false;
    const std::size_t later = place_[points_.event_of(v)];
    if (distance == Weight{}) loose_[place] = 1;
    if (!(distance < Weight{}) || later >= reach_of(place)) return false;
    rows_.set(place, later);
    rows_.unite(place, later);
    return distance.seconds == 0 && loose_[later] == 0;
  }

  /// The first place before `place` whose event is not known to precede its event; `place` where there is none.
  std::size_t first_open(std::size_t place) const {
    const std::size_t near = place > width_ ? place - width_ : 0;
    std::size_t first = 0;  // of those that no root puts first
    for (std::size_t r = 0; r < roots_.size() && near > 0; ++r) {
      const auto open = std::partition_point(latest_[r].begin(), latest_[r].begin() + static_cast<std::ptrdiff_t>(near),
                                             [&](Weight w) { return w + roots_[r].before[start(place)] < Weight{}; });
      first = std::max(first, static_cast<std::size_t>(open - latest_[r].begin()));
    }
    if (first < near) return first;
    for (first = near; first < place && rows_.test(first, place);) ++first;
    return first;
  }

  std::vector<std::uint32_t> ranks() {
    for (const Root& root : roots_) {
      std::vector<Weight>& latest = latest_.emplace_back();
      for (std::size_t i = 0; i < line_.size(); ++i)
        latest.push_back(i == 0 ? root.after[start(i)] : std::max(latest.back(), root.after[start(i)]));
    }
    // A place opens a rank if nothing from there on has an open order to something before it.
    std::vector<char> opens(line_.size(), 0);
    std::size_t first = line_.size();
    for (std::size_t i = line_.size(); i-- > 0;) {
      first = std::min(first, first_open(i));
      opens[i] = i > 0 && first == i;
    }
    std::vector<std::uint32_t> rank(line_.size());
    std::uint32_t current = 0;
    for (std::size_t i = 0; i < line_.size(); ++i) rank[line_[i]] = current += opens[i] != 0;
    return rank;
  }

  /// Of each event those that it precedes and that do not follow from others, as many as the limit allows.
  void reduce(EventOrder& found) {
    found.precedes.resize(line_.size());
    std::size_t all = 0;
    for (std::size_t i = 0; i < line_.size(); ++i) {
      std::vector<std::uint32_t>& next = found.precedes[line_[i]];
      next = rows_.not_implied(i);
      all += next.size();
    }
    const std::size_t limit = precedes_in_all + precedes_of_event * line_.size();
    for (std::vector<std::uint32_t>& next : found.precedes) {
      const std::size_t most = all > limit ? limit / line_.size() : next.size();
      if (next.size() > most) {
        found.left_out += next.size() - most;
        next.resize(most);
      }
      for (std::uint32_t& place : next) place = line_[place];
    }
  }

  const ConsistentGraph& network_;
  const PointNumbers& points_;
  std::span<const Root> roots_;
  const std::vector<Weight>& times_;
  std::vector<std::uint32_t> line_;   ///< events by place
  std::vector<std::uint32_t> place_;  ///< of each event
  std::size_t width_;                 ///< how many places behind it each is compared with
  Rows rows_;
  std::vector<char> loose_;  ///< of each place whether another event begins no earlier, or with it
  std::vector<char> through_root_;
  std::vector<Weight> lowest_;
  std::vector<Weight> slack_;
  std::vector<std::pair<Weight, Vertex>> queue_;  ///< of a search, a heap: the nearest first
  std::vector<Vertex> touched_;                   ///< by a search: what has a slack
  std::vector<std::vector<Weight>> earliest_;     ///< for each root, of each place: how far it is before it at most
  std::vector<std::vector<Weight>> latest_;  ///< for each root, of each place: of the starts up to there the latest
  std::uint64_t steps_ = 0;
};

}  // namespace

EventOrder order_events(const ConsistentGraph& network, const PointNumbers& points, std::span<const Root> roots,
                        const std::vector<Weight>& times) {
  return Orderer(network, points, roots, times).run();
}

}  // namespace annal::graph
