// The constraint graph of the network: one vertex per point, one edge per side of a bound, in compressed rows
// (Boost.Graph). An edge u -> v of weight w means v - u <= w. Only this folder includes it.
//
// A weight is a number of seconds and then of instants: an instant is shorter than any second and stands for
// "strictly". So the bounds of a chain of events in one day are that day, not seconds that nobody stated.
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "timeline/timeline.h"

namespace annal::graph {

/// A distance of two points: whole seconds, then instants.
struct Weight {
  std::int64_t seconds = 0;
  std::int64_t instants = 0;

  friend auto operator<=>(const Weight&, const Weight&) = default;
  friend Weight operator+(Weight a, Weight b) { return {a.seconds + b.seconds, a.instants + b.instants}; }
  friend Weight operator-(Weight a, Weight b) { return {a.seconds - b.seconds, a.instants - b.instants}; }
};

/// No path. Larger than any sum of weights, and safe to add one weight to.
inline constexpr Weight unreachable{INT64_MAX / 4, 0};

/// The largest bound kept, in seconds (34,865 years): sums over four million edges fit in 64 bits.
inline constexpr std::int64_t largest_bound = std::int64_t{1} << 40;

using Vertex = std::uint32_t;
inline constexpr std::uint32_t no_constraint = UINT32_MAX;  ///< of an edge that needs no evidence: start before end

/// What an edge carries: 16 bytes.
struct Bound {
  std::int64_t seconds = 0;
  std::int32_t instants = 0;
  std::uint32_t constraint = no_constraint;

  Weight weight() const { return {seconds, instants}; }
};

using ConstraintGraph = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, Bound,
                                                           boost::no_property, std::uint32_t, std::uint32_t>;
using EdgeOf = boost::graph_traits<ConstraintGraph>::edge_descriptor;

/// Points of a timeline to vertices and back: the fixed points, then start and end of each timex, then of each event.
class PointNumbers {
 public:
  PointNumbers(std::size_t timexes, std::size_t events)
      : timexes_(static_cast<Vertex>(timexes)), events_(static_cast<Vertex>(events)) {}

  static constexpr Vertex origin = 0, open_year = 1, document_start = 2, document_end = 3, first_timex = 4;

  Vertex count() const { return first_timex + 2 * (timexes_ + events_); }
  Vertex timexes() const { return timexes_; }
  Vertex events() const { return events_; }
  Vertex event_start(std::uint32_t event) const { return first_timex + 2 * (timexes_ + event); }
  Vertex event_end(std::uint32_t event) const { return event_start(event) + 1; }
  bool is_event_start(Vertex v) const { return v >= event_start(0) && (v - event_start(0)) % 2 == 0; }
  std::uint32_t event_of(Vertex v) const { return (v - event_start(0)) / 2; }

  Vertex of(const Point& point) const;
  Point point(Vertex v) const;

 private:
  Vertex timexes_, events_;
};

/// A piece of evidence between vertices: its bounds cut to `largest_bound`, or open; strictly above `low` if so said.
struct Constraint {
  Vertex from = 0, to = 0;
  std::int64_t low = unbounded_past;
  std::int64_t high = unbounded_future;
  bool strict = false;

  Weight least() const { return {low, strict ? 1 : 0}; }  ///< of to - from, where there is a low
  bool has_low() const { return low != unbounded_past; }
  bool has_high() const { return high != unbounded_future; }
};

/// `evidence` as constraints, in the order of `indices`.
std::vector<Constraint> constraints_of(std::span<const Evidence> evidence, std::span<const std::uint32_t> indices,
                                       const PointNumbers& points);

/// All edges of `constraints`, and start before end for every interval. `Bound::constraint` is the index into
/// `constraints`.
ConstraintGraph constraint_graph(const PointNumbers& points, std::span<const Constraint> constraints);

}  // namespace annal::graph
