#include "timeline/network/constraint_graph.h"

#include <algorithm>
#include <cassert>
#include <tuple>
#include <utility>

namespace annal::graph {

Vertex PointNumbers::of(const Point& point) const {
  switch (point.kind) {
    case Point::Kind::origin: return origin;
    case Point::Kind::open_year: return open_year;
    case Point::Kind::document: return point.is_end ? document_end : document_start;
    case Point::Kind::timex: assert(point.index < timexes_); return first_timex + 2 * point.index + point.is_end;
    case Point::Kind::event: assert(point.index < events_); return event_start(point.index) + point.is_end;
  }
  return origin;
}

Point PointNumbers::point(Vertex v) const {
  if (v == origin) return {Point::Kind::origin, 0, false};
  if (v == open_year) return {Point::Kind::open_year, 0, false};
  if (v < first_timex) return {Point::Kind::document, 0, v == document_end};
  const std::uint32_t interval = (v - first_timex) / 2;
  const bool is_end = (v - first_timex) % 2 == 1;
  if (interval < timexes_) return {Point::Kind::timex, interval, is_end};
  return {Point::Kind::event, interval - timexes_, is_end};
}

std::vector<Constraint> constraints_of(std::span<const Evidence> evidence, std::span<const std::uint32_t> indices,
                                       const PointNumbers& points) {
  std::vector<Constraint> constraints;
  constraints.reserve(indices.size());
  for (const std::uint32_t i : indices) {
    const Evidence& e = evidence[i];
    Constraint constraint{points.of(e.from), points.of(e.to), unbounded_past, unbounded_future, e.strict};
    // A bound past the limit is weakened to it; where that would strengthen it, it says nothing that matters.
    if (e.low >= -largest_bound) constraint.low = std::min(e.low, largest_bound);
    if (e.high <= largest_bound) constraint.high = std::max(e.high, -largest_bound);
    constraints.push_back(constraint);
  }
  return constraints;
}

ConstraintGraph constraint_graph(const PointNumbers& points, std::span<const Constraint> constraints) {
  std::vector<std::pair<Vertex, Vertex>> ends;
  std::vector<Bound> bounds;
  const std::size_t intervals = (points.count() - PointNumbers::document_start) / 2;
  ends.reserve(intervals + 2 * constraints.size());
  bounds.reserve(intervals + 2 * constraints.size());
  for (Vertex start = PointNumbers::document_start; start < points.count(); start += 2) {
    ends.emplace_back(start + 1, start);
    bounds.push_back({0, -1, no_constraint});
  }
  for (std::uint32_t i = 0; i < constraints.size(); ++i) {
    const Constraint& constraint = constraints[i];
    if (constraint.has_low()) {
      ends.emplace_back(constraint.to, constraint.from);
      bounds.push_back({-constraint.low, constraint.strict ? -1 : 0, i});
    }
    if (constraint.has_high()) {
      ends.emplace_back(constraint.from, constraint.to);
      bounds.push_back({constraint.high, 0, i});
    }
  }
  return ConstraintGraph(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), bounds.begin(),
                         points.count());
}

}  // namespace annal::graph
