// The network, slowly: all pairs by Floyd and Warshall over a matrix, evidence tried one piece at a time. Written apart
// from the library, so that the two can be held against each other. Points are numbered as they come.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "timeline/timeline.h"

namespace naive {

using annal::Evidence;
using annal::Point;

/// Seconds, then instants.
using Distance = std::pair<std::int64_t, std::int64_t>;
inline Distance plus(Distance a, Distance b) { return {a.first + b.first, a.second + b.second}; }

inline Point start(std::uint32_t event) { return {Point::Kind::event, event, false}; }
inline Point end(std::uint32_t event) { return {Point::Kind::event, event, true}; }
inline Point timex_start(std::uint32_t timex) { return {Point::Kind::timex, timex, false}; }
inline Point timex_end(std::uint32_t timex) { return {Point::Kind::timex, timex, true}; }

/// The least distances of all points, or what shows that there are none.
class World {
 public:
  World(std::uint32_t timexes, std::uint32_t events) {
    add(Point{});
    add({Point::Kind::open_year, 0, false});
    for (const bool is_end : {false, true}) add({Point::Kind::document, 0, is_end});
    for (std::uint32_t t = 0; t < timexes; ++t) add(timex_start(t)), add(timex_end(t));
    for (std::uint32_t e = 0; e < events; ++e) add(start(e)), add(end(e));
    const std::size_t n = points_.size();
    at_most_.assign(n, std::vector<std::optional<Distance>>(n));
    for (std::size_t i = 0; i < n; ++i) at_most_[i][i] = Distance{0, 0};
    for (std::size_t i = 2; i < n; i += 2) at_most_[i + 1][i] = Distance{0, -1};
    close();
  }

  /// Adds a piece if it can hold with the others.
  bool believe(const Evidence& e) {
    std::vector<Bound> bounds;
    if (e.low > annal::unbounded_past) bounds.push_back({e.to, e.from, {-e.low, 0}});
    if (e.high < annal::unbounded_future) bounds.push_back({e.from, e.to, {e.high, 0}});
    return add_all(bounds);
  }
  /// Adds that `earlier` lies before `later`, by as little as may be.
  bool believe_before(Point earlier, Point later) { return add_all({{later, earlier, {0, -1}}}); }

  /// later - earlier <= this.
  std::optional<Distance> at_most(Point earlier, Point later) const { return at_most_[number(earlier)][number(later)]; }
  /// Whether `earlier` cannot lie after `later`; strictly: must lie before it.
  bool ordered(Point earlier, Point later, bool strictly) const {
    const auto d = at_most(later, earlier);
    return d && *d <= Distance{0, strictly ? -1 : 0};
  }

 private:
  static std::tuple<Point::Kind, std::uint32_t, bool> key(const Point& p) { return {p.kind, p.index, p.is_end}; }
  void add(Point p) {
    points_.push_back(p);
    numbers_[key(p)] = points_.size() - 1;
  }
  std::size_t number(const Point& p) const { return numbers_.at(key(p)); }
  void tighten(std::size_t from, std::size_t to, Distance d) {
    if (!at_most_[from][to] || d < *at_most_[from][to]) at_most_[from][to] = d;
  }
  struct Bound {
    Point from, to;
    Distance at_most;
  };
  bool add_all(const std::vector<Bound>& bounds) {
    auto before = at_most_;
    for (const Bound& bound : bounds) tighten(number(bound.from), number(bound.to), bound.at_most);
    close();
    for (std::size_t i = 0; i < points_.size(); ++i)
      if (*at_most_[i][i] < Distance{0, 0}) {
        at_most_ = std::move(before);
        return false;
      }
    return true;
  }
  void close() {
    const std::size_t n = points_.size();
    for (std::size_t k = 0; k < n; ++k)
      for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
          if (at_most_[i][k] && at_most_[k][j]) tighten(i, j, plus(*at_most_[i][k], *at_most_[k][j]));
  }

  std::vector<Point> points_;
  std::map<std::tuple<Point::Kind, std::uint32_t, bool>, std::size_t> numbers_;
  std::vector<std::vector<std::optional<Distance>>> at_most_;
};

/// Whether all of these can hold together.
inline bool consistent(std::uint32_t timexes, std::uint32_t events, const std::vector<Evidence>& evidence,
                       const std::vector<std::uint32_t>& which) {
  World world(timexes, events);
  return std::all_of(which.begin(), which.end(), [&](std::uint32_t i) { return world.believe(evidence[i]); });
}

inline Evidence bound(Point from, Point to, annal::CivilSeconds low, annal::CivilSeconds high, double trust = 0.5) {
  Evidence e;
  e.from = from;
  e.to = to;
  e.low = low;
  e.high = high;
  e.trust = trust;
  e.rule = "test";
  return e;
}

/// `a` ends before `b` begins.
inline Evidence before(std::uint32_t a, std::uint32_t b, double trust = 0.5) {
  return bound(end(a), start(b), 0, annal::unbounded_future, trust);
}

}  // namespace naive
