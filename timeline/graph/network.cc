#include "timeline/graph/network.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <string>

#include "timeline/graph/bounds.h"
#include "timeline/graph/chain.h"
#include "timeline/graph/conflict.h"
#include "timeline/graph/consistency.h"
#include "timeline/graph/order.h"
#include "timeline/graph/schedule.h"
#include "timeline/graph/words.h"

namespace annal {
namespace {

using namespace graph;

// Explanations of contradictions, all together: pieces in them, and edges that are looked at for them. Both grow with
// the evidence, so that many small texts cost what one large one does. Real texts take up to 20 edges a piece.
constexpr std::size_t most_refined = 200;
constexpr StepBudget budget_of_claims{20'000, 16};
constexpr std::uint64_t searched = 50'000, searched_of_piece = 64;

/// The most pieces in all explanations: a contradiction takes two to five, and is written with each of them.
std::uint64_t most_explained(std::size_t pieces) {
  return std::min<std::uint64_t>(20 + pieces, 300 + pieces / 10);
}

/// What the day of writing is: a day, or the second that is known; on the calendar where it is known.
void tie_day_of_writing(std::vector<Evidence>& evidence, const Dct& dct) {
  if (std::any_of(evidence.begin(), evidence.end(), [](const Evidence& e) { return e.rule == rule_day_of_writing; }))
    return;
  const Point start{Point::Kind::document, 0, false}, end{Point::Kind::document, 0, true};
  const CivilSeconds length = dct.known() && dct.has_time ? 1 : seconds_per_day;
  Evidence piece;
  piece.kind = EvidenceKind::calendar;
  piece.rule = rule_day_of_writing;
  if (dct.known()) {
    piece.from = Point{};
    piece.to = start;
    piece.low = piece.high = dct.at;
    evidence.push_back(piece);
  }
  piece.from = start;
  piece.to = end;
  piece.low = piece.high = length;
  evidence.push_back(piece);
}

/// A point that bounds are counted from.
struct FramedRoot {
  Vertex point;
  annal::Frame frame;
  Root distances;

  Slot slot(Vertex v) const { return {distances.before[v], distances.after[v]}; }
};

/// The calendar, and the open year and the day of writing where they are not on it.
std::vector<FramedRoot> roots_of(const ConsistentGraph& network) {
  std::vector<FramedRoot> roots;
  const auto add = [&](Vertex root, annal::Frame frame) {
    roots.push_back({root, frame, {at_most_before(network, root), at_most_after(network, root)}});
  };
  add(PointNumbers::origin, annal::Frame::calendar);
  const auto pinned = [&](Vertex v) {
    const Slot slot = roots.front().slot(v);
    return slot.has_earliest() && slot.has_latest() && slot.before + slot.after == Weight{};
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

/// The bounds of an event in the frame that says most: both sides of it bounded, then the narrower, then the earlier in
/// calendar, open year, document.
EventBounds bounds_of(Vertex start, Vertex end, const std::vector<FramedRoot>& roots) {
  EventBounds best;
  std::pair<int, CivilSeconds> most{0, 0};
  for (const FramedRoot& root : roots) {
    EventBounds bounds{first_second(root.slot(start), root.frame), last_second(root.slot(end), root.frame)};
    const bool from = bounds.start.earliest != unbounded_past, to = bounds.end.latest != unbounded_future;
    const int sides =
        2 * (from + to) + (bounds.start.latest != unbounded_future) + (bounds.end.earliest != unbounded_past);
    if (sides == 0) continue;
    const CivilSeconds width = from && to ? bounds.end.latest - bounds.start.earliest : 0;
    if (const std::pair says{sides, -width}; best.start.frame == annal::Frame::none || most < says) {
      best = bounds;
      most = says;
    }
  }
  return best;
}

/// Of each event whether its bounds are narrower than those that the network without its guesses leaves.
std::vector<bool> narrowed_by_guesses(const ConsistentGraph& network, std::span<const Evidence> evidence,
                                      std::span<const std::uint32_t> indices, const PointNumbers& points,
                                      const std::vector<EventBounds>& bounds) {
  std::vector<bool> guessed(bounds.size(), false);
  std::vector<char> sure = network.believed;
  for (std::size_t i = 0; i < sure.size(); ++i)
    if (is_guess(evidence[indices[i]].kind)) sure[i] = 0;
  if (sure == network.believed) return guessed;
  const std::vector<FramedRoot> roots = roots_of({network.graph, sure, network.potential});
  for (std::uint32_t event = 0; event < guessed.size(); ++event) {
    const EventBounds without = bounds_of(points.event_start(event), points.event_end(event), roots);
    guessed[event] = bounds[event].start.earliest > without.start.earliest ||
                     bounds[event].end.latest < without.end.latest;
  }
  return guessed;
}

/// Where the roots stand when the events are lined up. The open year and the unknown day of writing go as near as they
/// can to the end of what is dated on the calendar: a text that states no year for its own time tells of other years as
/// past.
std::vector<Pin> pins_of(const std::vector<FramedRoot>& roots, const PointNumbers& points) {
  const FramedRoot& calendar = roots.front();
  Weight last;
  bool dated = false;
  for (std::uint32_t event = 0; event < points.events(); ++event) {
    const Slot begins = calendar.slot(points.event_start(event)), ends = calendar.slot(points.event_end(event));
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
      const Slot slot = root.slot(other.point);
      if (slot.has_earliest()) pin.time = std::min(pin.time, other.time + slot.before);
    }
    for (const Pin& other : pins) {
      const Slot slot = root.slot(other.point);
      if (slot.has_latest()) pin.time = std::max(pin.time, other.time - slot.after);
    }
    pins.push_back(pin);
  }
  return pins;
}

}  // namespace

Solution solve(std::string_view text, std::size_t timexes, std::size_t events, std::vector<Evidence>& evidence,
               const Dct& dct) {
  tie_day_of_writing(evidence, dct);
  for (Evidence& e : evidence) e.set_aside = false;

  const PointNumbers points(timexes, events);
  const std::vector<std::uint32_t> indices = by_trust(evidence);
  const std::vector<Piece> pieces = pieces_of(evidence, indices, points);
  const ConstraintGraph graph = constraint_graph(points, pieces);

  Solution solution;
  Consistency consistency(graph, pieces);
  std::optional<ChainFinder> chains;
  std::uint64_t told = 0;  // pieces in explanations
  consistency.believe_all([&](std::uint32_t refused) {
    if (!chains) chains.emplace(graph, consistency.potential(), consistency.believed(), most_refined);
    // Long explanations of many contradictions would be longer than any text.
    if (told > most_explained(pieces.size()) ||
        chains->steps() > searched + searched_of_piece * pieces.size()) {
      evidence[indices[refused]].set_aside = true;
      solution.set_aside.push_back(indices[refused]);
      ++solution.left_out;
      return;
    }
    Conflict conflict;
    conflict.set_aside = indices[refused];
    for (const std::uint32_t piece : contradiction(*chains, pieces, refused)) conflict.cycle.push_back(indices[piece]);
    told += conflict.cycle.size();
    evidence[conflict.set_aside].set_aside = true;
    conflict.reason = reason_of(conflict, evidence, text);
    solution.set_aside.push_back(conflict.set_aside);
    solution.conflicts.push_back(std::move(conflict));
  });
  solution.left_out += consistency.left_out().size();
  for (const std::uint32_t piece : consistency.left_out()) {
    evidence[indices[piece]].set_aside = true;
    solution.set_aside.push_back(indices[piece]);
  }
  std::sort(solution.set_aside.begin(), solution.set_aside.end());

  const ConsistentGraph network{graph, consistency.believed(), consistency.potential()};
  const std::vector<FramedRoot> framed = roots_of(network);
  solution.bounds.reserve(events);
  for (std::uint32_t event = 0; event < events; ++event)
    solution.bounds.push_back(bounds_of(points.event_start(event), points.event_end(event), framed));
  solution.guessed = narrowed_by_guesses(network, evidence, indices, points, solution.bounds);

  std::vector<Root> roots;
  for (const FramedRoot& root : framed) roots.push_back(root.distances);
  Ranks ranks = rank(network, points, roots, schedule(network, points, pins_of(framed, points)));
  solution.rank = std::move(ranks.rank);
  solution.order = std::move(ranks.order);
  return solution;
}

std::vector<std::uint32_t> refused_claims(std::size_t timexes, std::size_t events, std::span<const Evidence> evidence,
                                          std::span<const Evidence> claims) {
  const PointNumbers points(timexes, events);
  std::vector<std::uint32_t> kept;
  for (std::uint32_t i = 0; i < evidence.size(); ++i)
    if (!evidence[i].set_aside) kept.push_back(i);
  const auto first_claim = static_cast<std::uint32_t>(kept.size());
  std::vector<Piece> pieces = pieces_of(evidence, kept, points);
  const std::vector<std::uint32_t> by = by_trust(claims);
  const std::vector<Piece> claimed = pieces_of(claims, by, points);
  pieces.insert(pieces.end(), claimed.begin(), claimed.end());
  const ConstraintGraph graph = constraint_graph(points, pieces);
  std::vector<std::uint32_t> refused;
  const auto refuse = [&](std::uint32_t piece) {
    if (piece >= first_claim) refused.push_back(by[piece - first_claim]);
  };
  Consistency consistency(graph, pieces, budget_of_claims);
  consistency.believe_all(refuse);
  for (const std::uint32_t piece : consistency.left_out()) refuse(piece);  // nothing is claimed that was not weighed
  std::sort(refused.begin(), refused.end());
  return refused;
}

bool is_guess(EvidenceKind kind) { return kind == EvidenceKind::model || kind == EvidenceKind::narrative; }

struct Network::Frozen {
  PointNumbers points;
  std::vector<std::uint32_t> indices;  ///< of pieces into the evidence
  std::vector<Piece> pieces;
  ConstraintGraph graph;
  Consistency consistency;
  ChainFinder chains;
  std::vector<std::uint32_t> by_points;  ///< pieces, those between the same two points side by side

  ConsistentGraph network() const { return {graph, consistency.believed(), consistency.potential()}; }

  static std::vector<std::uint32_t> kept(std::span<const Evidence> evidence) {
    std::vector<std::uint32_t> indices = by_trust(evidence);
    std::erase_if(indices, [&](std::uint32_t i) { return evidence[i].set_aside; });
    return indices;
  }

  Frozen(std::size_t timexes, std::size_t events, std::span<const Evidence> evidence)
      : points(timexes, events),
        indices(kept(evidence)),
        pieces(pieces_of(evidence, indices, points)),
        graph(constraint_graph(points, pieces)),
        consistency(graph, pieces),
        chains(graph, consistency.potential(), consistency.believed(), SIZE_MAX),
        by_points(pieces.size()) {
    consistency.believe_all([](std::uint32_t) {});  // what contradicts in spite of the promise is left out
    std::iota(by_points.begin(), by_points.end(), 0u);
    std::sort(by_points.begin(), by_points.end(),
              [&](std::uint32_t a, std::uint32_t b) { return std::pair(between(a), a) < std::pair(between(b), b); });
  }

  std::pair<Vertex, Vertex> between(std::uint32_t piece) const {
    return std::minmax(pieces[piece].from, pieces[piece].to);
  }
};

Network::Network(std::size_t timexes, std::size_t events, std::span<const Evidence> evidence)
    : frozen_(std::make_unique<Frozen>(timexes, events, evidence)) {}
Network::Network(const Timeline& timeline)
    : Network(timeline.timexes.size(), timeline.events.size(), timeline.evidence) {}
Network::~Network() = default;
Network::Network(Network&&) noexcept = default;
Network& Network::operator=(Network&&) noexcept = default;

std::vector<Network::Link> Network::chain(Point earlier, Point later, bool strictly) const {
  Frozen& f = *frozen_;
  const auto path = f.chains.find(f.points.of(later), f.points.of(earlier), strictly ? Weight{0, -1} : Weight{});
  std::vector<Link> links;
  if (!path) return links;
  // head - tail <= weight, from the later point down; the reader goes up.
  for (auto edge = path->rbegin(); edge != path->rend(); ++edge) {
    const std::int64_t index = edge->piece == no_piece ? -1 : std::int64_t{f.indices[edge->piece]};
    links.push_back({f.points.point(edge->head), f.points.point(edge->tail), -edge->weight.seconds, index});
  }
  return links;
}

std::uint64_t Network::steps() const { return frozen_->chains.steps(); }

std::vector<std::uint32_t> Network::evidence_between(Point a, Point b) const {
  const Frozen& f = *frozen_;
  const std::pair<Vertex, Vertex> wanted = std::minmax(f.points.of(a), f.points.of(b));
  std::vector<std::uint32_t> found;
  auto at = std::lower_bound(f.by_points.begin(), f.by_points.end(), wanted,
                             [&](std::uint32_t piece, const auto& points) { return f.between(piece) < points; });
  for (; at != f.by_points.end() && f.between(*at) == wanted; ++at) found.push_back(f.indices[*at]);
  return found;
}

namespace {

/// The least distances among the four points of two intervals: a's start and end, b's start and end.
using FourPoints = std::array<std::array<Weight, 4>, 4>;

/// Whether `points` allow the further bounds: to - from <= weight for each.
struct Further {
  int from, to;
  Weight weight;
};
bool allows(FourPoints points, std::span<const Further> further) {
  for (const Further& bound : further) {
    if (points[bound.to][bound.from] < unreachable && points[bound.to][bound.from] + bound.weight < Weight{})
      return false;
    points[bound.from][bound.to] = std::min(points[bound.from][bound.to], bound.weight);
    for (int u = 0; u < 4; ++u)
      for (int v = 0; v < 4; ++v) {
        if (points[u][bound.from] == unreachable || points[bound.to][v] == unreachable) continue;
        points[u][v] = std::min(points[u][v], points[u][bound.from] + bound.weight + points[bound.to][v]);
      }
  }
  return true;
}

/// Allen's relations, in the order of their bits, by the four comparisons that define them: of a's start with b's start
/// and end, and of a's end with b's start and end (-1 lies before, 0 is, 1 lies after).
constexpr std::array<std::array<int, 4>, 13> comparisons{{
    {-1, -1, -1, -1},  // before
    {-1, -1, 0, -1},   // meets
    {-1, -1, 1, -1},   // overlaps
    {0, -1, 1, -1},    // starts
    {1, -1, 1, -1},    // during
    {1, -1, 1, 0},     // finishes
    {0, -1, 1, 0},     // equals
    {-1, -1, 1, 0},    // finished by
    {-1, -1, 1, 1},    // contains
    {0, -1, 1, 1},     // started by
    {1, -1, 1, 1},     // overlapped by
    {1, 0, 1, 1},      // met by
    {1, 1, 1, 1},      // after
}};

std::uint16_t allen_of(const FourPoints& points) {
  constexpr std::array<std::pair<int, int>, 4> pairs{{{0, 2}, {0, 3}, {1, 2}, {1, 3}}};
  std::uint16_t left = 0;
  for (std::size_t relation = 0; relation < comparisons.size(); ++relation) {
    std::vector<Further> further;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const auto [a, b] = pairs[i];
      const int sign = comparisons[relation][i];
      if (sign <= 0) further.push_back({b, a, {0, sign < 0 ? -1 : 0}});
      if (sign >= 0) further.push_back({a, b, {0, sign > 0 ? -1 : 0}});
    }
    if (allows(points, further)) left = static_cast<std::uint16_t>(left | 1u << relation);
  }
  return left;
}

constexpr std::uint16_t earlier = allen_before | allen_meets;
constexpr std::uint16_t later = allen_after | allen_met_by;
constexpr std::uint16_t including = allen_contains | allen_started_by | allen_finished_by | allen_equals;
constexpr std::uint16_t included = allen_during | allen_starts | allen_finishes | allen_equals;

PairOrder order_of(std::uint16_t allen) {
  const auto within = [&](unsigned set) { return (allen & ~set) == 0; };
  if (within(earlier)) return PairOrder::before;
  if (within(later)) return PairOrder::after;
  if (within(allen_equals)) return PairOrder::simultaneous;
  if (within(including)) return PairOrder::includes;
  if (within(included)) return PairOrder::is_included;
  return (allen & (earlier | later)) == 0 ? PairOrder::overlaps : PairOrder::unknown;
}

}  // namespace

PairRelation Network::between(std::uint32_t a, std::uint32_t b) const {
  const PointNumbers& points = frozen_->points;
  const std::array<Vertex, 4> vertices{points.event_start(a), points.event_end(a), points.event_start(b),
                                       points.event_end(b)};
  FourPoints four;
  for (std::size_t i = 0; i < 4; ++i) {
    const std::vector<Weight> distance = at_most_after(frozen_->network(), vertices[i]);
    for (std::size_t j = 0; j < 4; ++j) four[i][j] = distance[vertices[j]];
  }
  PairRelation relation;
  relation.starts_before = four[2][0] < Weight{};
  relation.starts_after = four[0][2] < Weight{};
  relation.allen = allen_of(four);
  relation.order = order_of(relation.allen);
  return relation;
}

std::string_view name(PairOrder order) {
  switch (order) {
    case PairOrder::before: return "before";
    case PairOrder::after: return "after";
    case PairOrder::simultaneous: return "simultaneous";
    case PairOrder::includes: return "includes";
    case PairOrder::is_included: return "is included";
    case PairOrder::overlaps: return "overlaps";
    case PairOrder::unknown: return "unknown";
  }
  return {};
}

}  // namespace annal
