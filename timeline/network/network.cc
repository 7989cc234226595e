#include "timeline/network/network.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <tuple>

#include "timeline/network/bounds.h"
#include "timeline/network/chain.h"
#include "timeline/network/conflict.h"
#include "timeline/network/consistency.h"
#include "timeline/network/evidence_text.h"
#include "timeline/network/guesses.h"
#include "timeline/network/order.h"
#include "timeline/network/pair_relation.h"
#include "timeline/network/schedule.h"
#include "timeline/network/trust_order.h"

namespace annal {
namespace {

using namespace graph;

// Explanations of contradictions, all together: constraints in them, and edges that are looked at for them. Both grow
// with the evidence, so that many small texts cost what one large one does. Real texts take up to 20 edges a
// constraint.
constexpr std::size_t most_refined = 200;
constexpr StepBudget budget_of_claims{20'000, 16};
constexpr std::uint64_t searched = 50'000, searched_of_constraint = 64;

/// The most constraints in all explanations: a contradiction takes two to five, and is written with each of them.
std::uint64_t most_explained(std::size_t constraints) {
  return std::min<std::uint64_t>(20 + constraints, 300 + constraints / 10);
}

/// What the day of writing is: a day, or the second that is known; on the calendar where it is known.
void tie_day_of_writing(std::vector<Evidence>& evidence, const Dct& dct) {
  if (std::any_of(evidence.begin(), evidence.end(), [](const Evidence& e) { return e.rule == rule_day_of_writing; }))
    return;
  const Point start{Point::Kind::document, 0, false}, end{Point::Kind::document, 0, true};
  const CivilSeconds length = dct.known() && dct.has_time ? 1 : seconds_per_day;
  Evidence constraint;
  constraint.kind = EvidenceKind::calendar;
  constraint.rule = rule_day_of_writing;
  if (dct.known()) {
    constraint.from = Point{};
    constraint.to = start;
    constraint.low = constraint.high = dct.at;
    evidence.push_back(constraint);
  }
  constraint.from = start;
  constraint.to = end;
  constraint.low = constraint.high = length;
  evidence.push_back(constraint);
}

/// A point that bounds are counted from.
struct FramedRoot {
  Vertex point;
  annal::Frame frame;
  Root distances;

  PointRange range(Vertex v) const { return {distances.before[v], distances.after[v]}; }
};

/// The calendar, and the open year and the day of writing where they are not on it.
std::vector<FramedRoot> roots_of(const ConsistentGraph& network) {
  std::vector<FramedRoot> roots;
  const auto add = [&](Vertex root, annal::Frame frame) {
    roots.push_back({root, frame, {at_most_before(network, root), at_most_after(network, root)}});
  };
  add(PointNumbers::origin, annal::Frame::calendar);
  const auto pinned = [&](Vertex v) {
    const PointRange range = roots.front().range(v);
    return range.has_earliest() && range.has_latest() && range.before + range.after == Weight{};
  };
  const auto tied = [&](Vertex v) {
    const auto holds = [&](auto range) {
      return std::any_of(range.first, range.second, [&](EdgeOf edge) { return network.holds(network.graph[edge]); });
    };
    return holds(out_edges(v, network.graph)) || holds(in_edges(v, network.graph));
  };
  if (!pinned(PointNumbers::open_year) && tied(PointNumbers::open_year))
    add(PointNumbers::open_year, annal::Frame::open_year);
  if (!pinned(PointNumbers::document_start)) add(PointNumbers::document_start, annal::Frame::document);
  return roots;
}

/// The bounds of an event in the frame `own` of its date; where there is none in the frame that says most: both sides
/// of it bounded, then the narrower, then the earlier in calendar, open year, document.
EventBounds bounds_of(Vertex start, Vertex end, const std::vector<FramedRoot>& roots,
                      annal::Frame own = annal::Frame::none) {
  EventBounds best;
  std::pair<int, CivilSeconds> most{0, 0};
  for (const FramedRoot& root : roots) {
    EventBounds bounds{first_second(root.range(start), root.frame), last_second(root.range(end), root.frame)};
    const bool from = bounds.start.earliest != unbounded_past, to = bounds.end.latest != unbounded_future;
    const int sides =
        2 * (from + to) + (bounds.start.latest != unbounded_future) + (bounds.end.earliest != unbounded_past);
    if (sides == 0) continue;
    if (root.frame == own) return bounds;
    const CivilSeconds width = from && to ? bounds.end.latest - bounds.start.earliest : 0;
    if (const std::pair says{sides, -width}; best.start.frame == annal::Frame::none || most < says) {
      best = bounds;
      most = says;
    }
  }
  return best;
}

/// The bounds of all events, of those that the text dates without guesses, and which of the others guesses narrow.
void bound_events(const ConsistentGraph& network, std::span<const Evidence> evidence,
                  std::span<const std::uint32_t> indices, const PointNumbers& points,
                  const std::vector<FramedRoot>& roots, Solution& solution) {
  const std::vector<char> sure = without_guesses(network, evidence, indices);
  const bool guesses = sure != network.accepted;
  const std::vector<FramedRoot> found =
      guesses ? roots_of({network.graph, sure, network.potential}) : std::vector<FramedRoot>();
  const std::vector<FramedRoot>& sure_roots = guesses ? found : roots;
  const std::vector<annal::Frame> frames = frames_of_dates(evidence, points.timexes(), points.events());
  for (std::uint32_t event = 0; event < points.events(); ++event) {
    const Vertex start = points.event_start(event), end = points.event_end(event);
    const EventBounds without = bounds_of(start, end, sure_roots, frames[event]);
    const bool guessable = guesses && frames[event] == annal::Frame::none;
    const EventBounds bounds = guessable ? bounds_of(start, end, roots) : without;
    solution.bounds.push_back(bounds);
    solution.guessed.push_back(bounds.start.earliest > without.start.earliest ||
                               bounds.end.latest < without.end.latest);
  }
}

/// Where the roots stand when the events are lined up. The open year and the unknown day of writing go as near as they
/// can to the end of what is dated on the calendar: a text that states no year for its own time tells of other years as
/// past.
std::vector<Pin> pins_of(const std::vector<FramedRoot>& roots, const PointNumbers& points) {
  const FramedRoot& calendar = roots.front();
  Weight last;
  bool dated = false;
  for (std::uint32_t event = 0; event < points.events(); ++event) {
    const PointRange begins = calendar.range(points.event_start(event)), ends = calendar.range(points.event_end(event));
    if (!begins.has_earliest() || !ends.has_latest()) continue;
    last = dated ? std::max(last, ends.after) : ends.after;
    dated = true;
  }
  std::vector<Pin> pins{{calendar.point, {}}};
  for (std::size_t i = 1; i < roots.size(); ++i) {
    const FramedRoot& root = roots[i];
    Pin pin{root.point, last};
    for (const Pin& other : pins) {
      // time - other.time <= before, other.time - time <= after, with the distances taken from the root.
      const PointRange range = root.range(other.point);
      if (range.has_earliest()) pin.time = std::min(pin.time, other.time + range.before);
    }
    for (const Pin& other : pins) {
      const PointRange range = root.range(other.point);
      if (range.has_latest()) pin.time = std::max(pin.time, other.time - range.after);
    }
    pins.push_back(pin);
  }
  return pins;
}

/// Accepts the constraints in order of trust and sets aside what cannot hold with those accepted before. Each such
/// contradiction is explained by a conflict, until the explanations would be longer than any text.
void set_contradictions_aside(Consistency& consistency, const ConstraintGraph& graph,
                              std::span<const Constraint> constraints, std::span<const std::uint32_t> indices,
                              std::vector<Evidence>& evidence, Solution& solution) {
  const auto set_aside = [&](std::uint32_t constraint) {
    evidence[indices[constraint]].set_aside = true;
    solution.set_aside.push_back(indices[constraint]);
  };
  std::optional<ChainFinder> chains;
  std::uint64_t explained = 0;  // constraints in explanations
  consistency.accept_all([&](std::uint32_t rejected) {
    if (rejected >= indices.size()) return;  // a hint
    if (!chains) chains.emplace(graph, consistency.potential(), consistency.accepted(), most_refined);
    set_aside(rejected);
    if (explained > most_explained(constraints.size()) ||
        chains->steps() > searched + searched_of_constraint * constraints.size()) {
      ++solution.left_out;
      return;
    }
    Conflict conflict;
    conflict.set_aside = indices[rejected];
    for (const std::uint32_t constraint : contradiction(*chains, constraints, rejected))
      conflict.cycle.push_back(indices[constraint]);
    explained += conflict.cycle.size();
    solution.conflicts.push_back(std::move(conflict));
  });
  for (const std::uint32_t constraint : consistency.left_out()) {
    if (constraint >= indices.size()) continue;
    ++solution.left_out;
    set_aside(constraint);
  }
  std::sort(solution.set_aside.begin(), solution.set_aside.end());
}

/// Gives up what guesses say of an unknown day of writing where that would put it on the calendar, and what is told of
/// it with it.
void leave_writing_open(const ConstraintGraph& graph, const std::vector<Weight>& potential,
                        std::span<const std::uint32_t> indices, std::vector<Evidence>& evidence,
                        std::vector<char>& accepted, Solution& solution) {
  const ConsistentGraph network{graph, accepted, potential};
  if (!guesses_place_writing(network, without_guesses(network, evidence, indices))) return;
  for (const std::uint32_t i : guesses_about_writing(network, evidence, indices)) {
    accepted[i] = 0;
    evidence[indices[i]].set_aside = true;
    solution.set_aside.push_back(indices[i]);
  }
  std::sort(solution.set_aside.begin(), solution.set_aside.end());
}

}  // namespace

Solution solve(std::size_t timexes, std::size_t events, std::vector<Evidence>& evidence, const Dct& dct,
               std::span<const Evidence> hints) {
  Solution solution;

  // Put the day of writing on the calendar, if it is known.
  tie_day_of_writing(evidence, dct);
  for (Evidence& e : evidence) e.set_aside = false;

  // Build the constraint graph: a vertex for each point, an edge for each side of a bound.
  const PointNumbers points(timexes, events);
  const std::vector<std::uint32_t> indices = by_trust(evidence);
  std::vector<Constraint> constraints = constraints_of(evidence, indices, points);
  const std::vector<Constraint> hinted = constraints_of(hints, by_trust(hints), points);
  constraints.insert(constraints.end(), hinted.begin(), hinted.end());
  const ConstraintGraph graph = constraint_graph(points, constraints);

  // Find what can hold together, the most trusted first; the hints come last, and are no evidence. No guess puts an
  // unknown day of writing on the calendar.
  Consistency consistency(graph, constraints);
  set_contradictions_aside(consistency, graph, constraints, indices, evidence, solution);
  std::vector<char> accepted = consistency.accepted();
  std::fill(accepted.begin() + static_cast<std::ptrdiff_t>(indices.size()), accepted.end(), 0);
  if (!dct.known()) leave_writing_open(graph, consistency.potential(), indices, evidence, accepted, solution);
  std::vector<char> hinted_too = accepted;
  std::copy(consistency.accepted().begin() + static_cast<std::ptrdiff_t>(indices.size()), consistency.accepted().end(),
            hinted_too.begin() + static_cast<std::ptrdiff_t>(indices.size()));
  const ConsistentGraph network{graph, accepted, consistency.potential()};
  const ConsistentGraph with_hints{graph, hinted_too, consistency.potential()};

  // Bound each event, by shortest paths from the calendar, the open year and the day of writing.
  std::vector<FramedRoot> framed = roots_of(network);
  bound_events(network, evidence, indices, points, framed, solution);

  // Give each point a time that satisfies all constraints, and order the events along these times.
  const std::vector<Pin> pins = pins_of(framed, points);
  std::vector<Root> roots;
  for (FramedRoot& root : framed) roots.push_back(std::move(root.distances));
  solution.order = order_events(network, points, roots, schedule(with_hints, points, pins));
  return solution;
}

std::vector<std::uint32_t> rejected_claims(std::size_t timexes, std::size_t events, std::span<const Evidence> evidence,
                                           std::span<const Evidence> claims) {
  const PointNumbers points(timexes, events);
  std::vector<std::uint32_t> kept;
  for (std::uint32_t i = 0; i < evidence.size(); ++i)
    if (!evidence[i].set_aside) kept.push_back(i);
  const auto first_claim = static_cast<std::uint32_t>(kept.size());
  std::vector<Constraint> constraints = constraints_of(evidence, kept, points);
  const std::vector<std::uint32_t> by = by_trust(claims);
  const std::vector<Constraint> claimed = constraints_of(claims, by, points);
  constraints.insert(constraints.end(), claimed.begin(), claimed.end());
  const ConstraintGraph graph = constraint_graph(points, constraints);
  std::vector<std::uint32_t> rejected;
  const auto reject = [&](std::uint32_t constraint) {
    if (constraint >= first_claim) rejected.push_back(by[constraint - first_claim]);
  };
  Consistency consistency(graph, constraints, budget_of_claims);
  consistency.accept_all(reject, first_claim);
  for (const std::uint32_t constraint : consistency.left_out())
    reject(constraint);  // nothing is claimed that was not weighed
  std::sort(rejected.begin(), rejected.end());
  return rejected;
}

bool is_guess(EvidenceKind kind) { return kind == EvidenceKind::model || kind == EvidenceKind::narrative; }

struct Network::Frozen {
  PointNumbers points;
  std::vector<std::uint32_t> indices;  ///< of constraints into the evidence
  std::vector<Constraint> constraints;
  ConstraintGraph graph;
  Consistency consistency;
  Landmark origin;  ///< the calendar, on which most hangs
  ChainFinder chains;
  std::vector<std::uint32_t> by_points;  ///< constraints, those between the same two points side by side
  mutable std::map<std::uint32_t, std::pair<Weight, Weight>> lengths;  ///< of the events that were asked for

  ConsistentGraph network() const { return {graph, consistency.accepted(), consistency.potential()}; }

  static std::vector<std::uint32_t> kept(std::span<const Evidence> evidence) {
    std::vector<std::uint32_t> indices = by_trust(evidence);
    std::erase_if(indices, [&](std::uint32_t i) { return evidence[i].set_aside; });
    return indices;
  }

  Frozen(std::size_t timexes, std::size_t events, std::span<const Evidence> evidence)
      : points(timexes, events),
        indices(kept(evidence)),
        constraints(constraints_of(evidence, indices, points)),
        graph(constraint_graph(points, constraints)),
        consistency(graph, constraints),
        chains(graph, consistency.potential(), consistency.accepted(), SIZE_MAX, &origin),
        by_points(constraints.size()) {
    consistency.accept_all([](std::uint32_t) {});  // what contradicts in spite of the promise is left out
    origin = {at_most_after(network(), PointNumbers::origin), at_most_before(network(), PointNumbers::origin)};
    std::iota(by_points.begin(), by_points.end(), 0u);
    std::sort(by_points.begin(), by_points.end(),
              [&](std::uint32_t a, std::uint32_t b) { return std::pair(between(a), a) < std::pair(between(b), b); });
  }

  /// How far the end of an event can lie behind its start, and its start behind its end.
  std::pair<Weight, Weight> length_of(std::uint32_t event) const {
    const auto [known, is_new] = lengths.try_emplace(event);
    if (is_new) {
      const Vertex start = points.event_start(event), end = points.event_end(event);
      known->second = {at_most_after(network(), start)[end], at_most_after(network(), end)[start]};
    }
    return known->second;
  }

  std::pair<Vertex, Vertex> between(std::uint32_t constraint) const {
    return std::minmax(constraints[constraint].from, constraints[constraint].to);
  }
};

Network::Network(std::size_t timexes, std::size_t events, std::span<const Evidence> evidence)
    : frozen_(std::make_unique<Frozen>(timexes, events, evidence)) {}
Network::Network(const Timeline& timeline)
    : Network(timeline.timexes.size(), timeline.events.size(), timeline.evidence) {}
Network::~Network() = default;
Network::Network(Network&&) noexcept = default;
Network& Network::operator=(Network&&) noexcept = default;

std::vector<Network::Step> Network::chain(Point earlier, Point later, bool strictly) const {
  Frozen& f = *frozen_;
  const auto path = f.chains.find(f.points.of(later), f.points.of(earlier), strictly ? Weight{0, -1} : Weight{});
  std::vector<Step> links;
  if (!path) return links;
  // head - tail <= weight, from the later point down; the reader goes up.
  for (auto edge = path->rbegin(); edge != path->rend(); ++edge) {
    const std::int64_t index = edge->constraint == no_constraint ? -1 : std::int64_t{f.indices[edge->constraint]};
    links.push_back({f.points.point(edge->head), f.points.point(edge->tail), -edge->weight.seconds, index});
  }
  return links;
}

std::uint64_t Network::steps() const { return frozen_->chains.steps(); }

std::vector<std::uint32_t> Network::evidence_between(Point a, Point b) const {
  const Frozen& f = *frozen_;
  const std::pair<Vertex, Vertex> wanted = std::minmax(f.points.of(a), f.points.of(b));
  std::vector<std::uint32_t> found;
  auto at =
      std::lower_bound(f.by_points.begin(), f.by_points.end(), wanted,
                       [&](std::uint32_t constraint, const auto& points) { return f.between(constraint) < points; });
  for (; at != f.by_points.end() && f.between(*at) == wanted; ++at) found.push_back(f.indices[*at]);
  return found;
}

PairRelation Network::between(std::uint32_t a, std::uint32_t b) const { return between_each(std::array{a}, b).front(); }

std::vector<PairRelation> Network::between_each(std::span<const std::uint32_t> others, std::uint32_t b) const {
  const Frozen& f = *frozen_;
  const ConsistentGraph network = f.network();
  const std::array<Vertex, 2> points{f.points.event_start(b), f.points.event_end(b)};
  const std::array after{at_most_after(network, points[0]), at_most_after(network, points[1])};
  const std::array before{at_most_before(network, points[0]), at_most_before(network, points[1])};
  std::vector<PairRelation> found;
  for (const std::uint32_t a : others) {
    const std::array<Vertex, 2> other{f.points.event_start(a), f.points.event_end(a)};
    FourPoints four{};
    std::tie(four[0][1], four[1][0]) = f.length_of(a);
    std::tie(four[2][3], four[3][2]) = std::pair(after[0][points[1]], after[1][points[0]]);
    for (std::size_t i = 0; i < 2; ++i)
      for (std::size_t j = 0; j < 2; ++j) {
        four[2 + i][j] = after[i][other[j]];
        four[j][2 + i] = before[i][other[j]];
      }
    found.push_back(pair_relation(four));
  }
  return found;
}

}  // namespace annal
