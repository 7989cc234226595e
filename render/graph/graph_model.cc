// See graph_model.h. Selection first, then the order among what is selected: an event that is not drawn still carries
// the order from the one before it to the one after it. Reachability is one bit row per node; there are a few hundred
// nodes at most.
#include "render/graph/graph_model.h"
#include "timeline/tlink/claim.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace annal {
namespace {

/// More edges than this make no picture, and cost dot more than their share.
constexpr std::size_t most_edges = 400;
/// An event stands beside its first times alone: a thousand of them would be the whole picture, and each pair of times
/// is looked at.
constexpr std::size_t most_times_of_event = 12;

/// A set of claims "u before v" that stays free of cycles, with its closure.
class Order {
 public:
  explicit Order(std::size_t size) : size_(size), words_((size + 63) / 64), reach_(size * words_) {}

  bool before(std::size_t u, std::size_t v) const { return (row(u)[v / 64] >> (v % 64)) & 1U; }

  /// Adds u before v; false, and nothing added, where v is before u or is u.
  bool add(std::size_t u, std::size_t v) {
    if (u == v || before(v, u)) return false;
    if (before(u, v)) return true;
    for (std::size_t x = 0; x < size_; ++x) {
      if (x != u && !before(x, u)) continue;
      std::uint64_t* reached = reach_.data() + x * words_;
      for (std::size_t w = 0; w < words_; ++w) reached[w] |= row(v)[w];
      reached[v / 64] |= std::uint64_t{1} << (v % 64);
    }
    return true;
  }

 private:
  const std::uint64_t* row(std::size_t u) const { return reach_.data() + u * words_; }

  std::size_t size_, words_;
  std::vector<std::uint64_t> reach_;
};

bool is_tense(const Timeline& timeline, const std::string& rule) {
  return std::any_of(timeline.evidence.begin(), timeline.evidence.end(), [&](const Evidence& evidence) {
    return evidence.kind == EvidenceKind::tense && evidence.rule == rule;
  });
}

/// What the owner pins comes before what is salient.
auto worth(const Event& event) { return std::pair(event.visibility == Visibility::pinned, event.salience); }

class Builder {
 public:
  Builder(const Timeline& timeline, const RenderOptions& options)
      : timeline_(timeline), most_abreast_(options.left_to_right ? 12 : 4) {
    for (std::uint32_t i = 0; i < timeline.events.size(); ++i)
      if (timeline.events[i].shown) salient_.push_back(i);
    model_.events = salient_.size();
    std::stable_sort(salient_.begin(), salient_.end(), [&](std::uint32_t a, std::uint32_t b) {
      return worth(timeline.events[a]) > worth(timeline.events[b]);
    });
    group_timexes();
    index_relations();
  }

  GraphModel build(std::size_t most_nodes) {
    for (std::size_t limit = std::max<std::size_t>(most_nodes, 1);; limit = limit * 3 / 4) {
      select(limit);
      if (model_.nodes.size() > most_nodes && limit > 1) continue;
      connect();
      if (model_.edges.size() <= most_edges || limit <= 1) return std::move(model_);
    }
  }

 private:
  static constexpr std::size_t hidden = SIZE_MAX;
  using Place = std::pair<Frame, Interval>;

  struct Claim {
    std::size_t from, to;  ///< vertices
    const Relation* relation;
  };

  // Vertices of the whole timeline: events, then groups of time expressions, then the document.
  std::size_t vertex(const Entity& entity) const {
    switch (entity.kind) {
      case Entity::Kind::event: return entity.index;
      case Entity::Kind::timex: return timeline_.events.size() + group_of_[entity.index];
      case Entity::Kind::document: break;
    }
    return document();
  }
  std::size_t document() const { return timeline_.events.size() + groups_.size(); }

  /// Time expressions of one value are one box: the article says "14 November" five times and means one day.
  void group_timexes() {
    std::map<std::tuple<std::string, TimexType, Mod, CivilSeconds, CivilSeconds>, std::size_t> known;
    for (std::uint32_t i = 0; i < timeline_.timexes.size(); ++i) {
      const TimeValue& value = timeline_.timexes[i].value;
      const auto key =
          std::tuple(std::string(value.value.view()), value.type, value.mod, value.interval.begin, value.interval.end);
      const auto [place, is_new] = known.emplace(key, groups_.size());
      if (is_new) groups_.push_back({{Entity::Kind::timex, i}, {}});
      groups_[place->second].timexes.push_back(i);
      group_of_.push_back(place->second);
    }
  }

  void index_relations() {
    after_.resize(document() + 1);
    for (const Relation& relation : timeline_.relations) {
      if (!is_claim(relation)) continue;
      const std::size_t from = vertex(relation.from), to = vertex(relation.to);
      switch (relation.type) {
        case RelationType::before:
        case RelationType::ibefore: claims_.push_back({from, to, &relation}); break;
        case RelationType::after:
        case RelationType::iafter: claims_.push_back({to, from, &relation}); break;
        case RelationType::is_included:
        case RelationType::during:
        case RelationType::begins:
        case RelationType::ends: inside_.push_back({from, to, &relation}); break;
        case RelationType::includes:
        case RelationType::begun_by:
        case RelationType::ended_by: inside_.push_back({to, from, &relation}); break;
        case RelationType::simultaneous:
        case RelationType::identity: same_.push_back({from, to, &relation}); break;
      }
    }
    for (const Claim& claim : claims_) after_[claim.from].push_back(claim.to);
    tense_.reserve(timeline_.relations.size());
    std::map<std::string_view, bool> known;
    for (const Relation& relation : timeline_.relations) {
      const auto [place, is_new] = known.emplace(relation.rule, false);
      if (is_new) place->second = is_tense(timeline_, relation.rule);
      tense_.push_back(place->second);
    }
  }

  /// The `limit` most salient events and what dates them.
  void select(std::size_t limit) {
    model_.nodes.clear();
    node_of_.assign(document() + 1, hidden);
    std::vector<std::uint32_t> events(salient_.begin(),
                                      salient_.begin() + static_cast<std::ptrdiff_t>(std::min(limit, salient_.size())));
    std::sort(events.begin(), events.end());
    std::vector<bool> shown(document() + 1, false);
    for (const std::uint32_t event : events) shown[event] = true;
    const std::vector<bool> wanted = times_beside(shown);
    const auto show = [&](std::size_t at, GraphNode node) {
      node_of_[at] = model_.nodes.size();
      model_.nodes.push_back(std::move(node));
    };
    for (const std::uint32_t event : events) show(event, {{Entity::Kind::event, event}, {}});
    for (std::size_t i = 0; i < groups_.size(); ++i)
      if (wanted[timeline_.events.size() + i]) show(timeline_.events.size() + i, groups_[i]);
    if (wanted[document()]) show(document(), {{Entity::Kind::document, 0}, {}});
  }

  /// The vertices to draw beside the events that are `shown`: what dates them, so many times of each at most.
  std::vector<bool> times_beside(const std::vector<bool>& shown) {
    std::vector<bool> wanted(shown.size(), false), beyond(shown.size(), false);
    std::vector<std::size_t> times(shown.size(), 0);  ///< that each event brings in
    const auto want = [&](std::size_t event, std::size_t other) {
      if (!shown[event] || wanted[other]) return;
      const bool time = other >= timeline_.events.size() && other != document();
      if (time && times[event] == most_times_of_event) {
        beyond[other] = true;
        return;
      }
      if (time) ++times[event];
      wanted[other] = true;
    };
    for (const auto* claims : {&claims_, &inside_, &same_}) {
      for (const Claim& claim : *claims) {
        want(claim.from, claim.to);
        want(claim.to, claim.from);
      }
    }
    model_.times_left_out = 0;
    for (std::size_t v = 0; v < shown.size(); ++v) model_.times_left_out += beyond[v] && !wanted[v] ? 1 : 0;
    return wanted;
  }

  GraphLine line_of(const Relation& relation) const {
    if (tense_[static_cast<std::size_t>(&relation - timeline_.relations.data())]) return GraphLine::tense;
    return relation.inferred ? GraphLine::inferred : GraphLine::stated;
  }

  /// Where a node stands on the calendar, as the boxes show it: of a time its own place, of an event the times it lies
  /// in.
  void place_nodes() {
    places_.assign(model_.nodes.size(), {});
    for (std::size_t i = 0; i < model_.nodes.size(); ++i)
      if (const Place place = place_of(model_.nodes[i]); place.first != Frame::none) places_[i].push_back(place);
    for (const Claim& claim : inside_) {
      const std::size_t event = node_of_[claim.from], time = node_of_[claim.to];
      if (event == hidden || time == hidden || model_.nodes[time].entity.kind == Entity::Kind::event) continue;
      if (const Place place = place_of(model_.nodes[time]); place.first != Frame::none) places_[event].push_back(place);
    }
  }

  /// The dates of its ends put them in this order already: an arrow would say nothing new.
  bool dated_apart(const GraphEdge& edge) const {
    for (const auto& [frame, interval] : places_[edge.from])
      for (const auto& [other_frame, other] : places_[edge.to])
        if (frame == other_frame && interval.end <= other.begin) return true;
    return false;
  }

  void connect() {
    place_nodes();
    model_.edges.clear();
    Order order(model_.nodes.size());
    std::vector<GraphEdge> kept;
    const auto accept = [&](GraphEdge edge) {
      if (order.add(edge.from, edge.to)) kept.push_back(std::move(edge));
    };
    for (GraphEdge& edge : drawn_claims()) accept(std::move(edge));
    for (GraphEdge& edge : through_hidden()) accept(std::move(edge));
    for (GraphEdge& edge : along_calendar()) accept(std::move(edge));

    // An edge is needed where nothing stands between its ends. Of several edges between the same two, the first is the
    // best.
    std::vector<GraphEdge> needed;
    std::set<std::pair<std::size_t, std::size_t>> seen;
    for (const GraphEdge& edge : kept) {
      if (!seen.insert({edge.from, edge.to}).second) continue;
      bool between = false;
      for (std::size_t x = 0; x < model_.nodes.size() && !between; ++x)
        between = order.before(edge.from, x) && order.before(x, edge.to);
      const bool by_dates = edge.line != GraphLine::stated && edge.line != GraphLine::calendar && dated_apart(edge);
      if (!between && !by_dates) needed.push_back(edge);
    }
    model_.edges = std::move(needed);
    add_memberships(order);
    spread();
  }

  std::vector<GraphEdge> drawn_claims() const {
    std::vector<Claim> shown;
    for (const Claim& claim : claims_)
      if (node_of_[claim.from] != hidden && node_of_[claim.to] != hidden) shown.push_back(claim);
    std::stable_sort(shown.begin(), shown.end(), [](const Claim& a, const Claim& b) {
      return std::tuple(a.relation->inferred, -a.relation->trust) <
             std::tuple(b.relation->inferred, -b.relation->trust);
    });
    std::vector<GraphEdge> out;
    for (const Claim& claim : shown) out.push_back(edge(node_of_[claim.from], node_of_[claim.to], *claim.relation));
    return out;
  }

  GraphEdge edge(std::size_t from, std::size_t to, const Relation& relation) const {
    return {from, to, line_of(relation), relation.rule, relation.evidence, true, 1};
  }

  /// A before B where only events that are not drawn stand between them.
  std::vector<GraphEdge> through_hidden() const {
    std::vector<GraphEdge> out;
    std::vector<std::size_t> seen(after_.size(), hidden), stack;
    for (std::size_t start = 0; start < after_.size(); ++start) {
      if (node_of_[start] == hidden) continue;
      for (const std::size_t next : after_[start])
        if (node_of_[next] == hidden) stack.push_back(next);
      while (!stack.empty()) {
        const std::size_t at = stack.back();
        stack.pop_back();
        if (seen[at] == start) continue;
        seen[at] = start;
        if (node_of_[at] != hidden)
          out.push_back({node_of_[start], node_of_[at], GraphLine::inferred, "through events not drawn", {}});
        else
          stack.insert(stack.end(), after_[at].begin(), after_[at].end());
      }
    }
    return out;
  }

  /// Where a time stands, or a place in no frame.
  Place place_of(const GraphNode& node) const {
    if (!node.timexes.empty()) {
      const TimeValue& value = timeline_.timexes[node.timexes.front()].value;
      if (value.interval.bounded()) return {value.frame, value.interval};
    }
    const Dct& dct = timeline_.document.dct;
    if (node.entity.kind == Entity::Kind::document && dct.known())
      return {Frame::calendar, {dct.at, dct.has_time ? dct.at + 1 : dct.at + seconds_per_day}};
    return {Frame::none, {}};
  }

  std::vector<GraphEdge> along_calendar() const {
    std::vector<GraphEdge> out;
    for (std::size_t a = 0; a < model_.nodes.size(); ++a) {
      const auto [frame, interval] = place_of(model_.nodes[a]);
      if (frame == Frame::none) continue;
      for (std::size_t b = 0; b < model_.nodes.size(); ++b) {
        const auto [other_frame, other] = place_of(model_.nodes[b]);
        if (other_frame != frame) continue;
        if (interval.end <= other.begin)
          out.push_back({a, b, GraphLine::calendar, "calendar", {}});
        else if (model_.nodes[b].entity.kind == Entity::Kind::document && a != b && interval.begin <= other.begin &&
                 interval.end <= other.end)
          out.push_back({a, b, GraphLine::guide, "", {}});  // the day of writing stands below its own date
      }
    }
    return out;
  }

  bool is_time(std::size_t node) const { return model_.nodes[node].entity.kind != Entity::Kind::event; }

  /// Events that hang on one time alone would all stand in one rank, and the picture would be wider than any screen:
  /// they are spread over several.
  void spread() {
    std::vector<bool> free(model_.nodes.size(), true);
    std::vector<std::size_t> held_by(model_.nodes.size(), hidden);  ///< of each event, the edge to spread it by
    for (std::size_t i = 0; i < model_.edges.size(); ++i) {
      const GraphEdge& edge = model_.edges[i];
      if (edge.line == GraphLine::guide || !edge.ranked) continue;
      const bool from_time = is_time(edge.from), to_time = is_time(edge.to);
      if (from_time == to_time) {
        free[edge.from] = free[edge.to] = false;
        continue;
      }
      std::size_t& held = held_by[from_time ? edge.to : edge.from];
      if (held == hidden || (from_time && is_time(model_.edges[held].to))) held = i;
    }
    std::map<std::pair<std::size_t, bool>, std::vector<std::size_t>> groups;  ///< edges by their time and direction
    for (std::size_t node = 0; node < model_.nodes.size(); ++node) {
      if (is_time(node) || !free[node] || held_by[node] == hidden) continue;
      const GraphEdge& edge = model_.edges[held_by[node]];
      groups[{is_time(edge.from) ? edge.from : edge.to, is_time(edge.from)}].push_back(held_by[node]);
    }
    for (const auto& [key, edges] : groups) {
      const std::size_t ranks = (edges.size() + most_abreast_ - 1) / most_abreast_;
      for (std::size_t i = 0; i < edges.size(); ++i)
        model_.edges[edges[i]].length = key.second ? 1 + i / most_abreast_ : ranks - i / most_abreast_;
    }
  }

  void add_memberships(Order& order) {
    std::vector<std::vector<std::size_t>> later(model_.nodes.size());
    for (const GraphEdge& edge : model_.edges)
      if (edge.line == GraphLine::calendar || edge.line == GraphLine::guide) later[edge.from].push_back(edge.to);
    std::vector<GraphEdge> guides;
    std::set<std::tuple<GraphLine, std::size_t, std::size_t>> seen;
    const auto add_once = [&](GraphEdge edge) {
      if (seen.insert({edge.line, edge.from, edge.to}).second) model_.edges.push_back(std::move(edge));
    };
    for (const Claim& claim : inside_) {
      std::size_t inner = node_of_[claim.from], outer = node_of_[claim.to];
      if (inner == hidden || outer == hidden || inner == outer) continue;
      // A time stands above its events, those that last longer than it too.
      if (is_time(inner) && !is_time(outer)) std::swap(inner, outer);
      const GraphLine line = is_time(outer) ? GraphLine::within : GraphLine::beside;
      const bool ranked = order.add(outer, inner);
      add_once({outer, inner, line, claim.relation->rule, claim.relation->evidence, ranked});
      if (ranked && is_time(outer))
        for (const std::size_t next : later[outer]) guides.push_back({inner, next, GraphLine::guide, "", {}});
    }
    for (const Claim& claim : same_) {
      const std::size_t a = node_of_[claim.from], b = node_of_[claim.to];
      if (a != hidden && b != hidden && a != b)
        add_once({a, b, GraphLine::beside, claim.relation->rule, claim.relation->evidence, false});
    }
    for (GraphEdge& guide : guides)
      if (!order.before(guide.from, guide.to) && order.add(guide.from, guide.to)) add_once(std::move(guide));
  }

  const Timeline& timeline_;
  std::size_t most_abreast_;  ///< events of one time in one rank
  GraphModel model_;
  std::vector<std::uint32_t> salient_;  ///< events that the options ask for, the most salient first
  std::vector<GraphNode> groups_;
  std::vector<std::size_t> group_of_;  ///< of each time expression
  std::vector<Claim> claims_;          ///< one before the other
  std::vector<Claim> inside_;          ///< one in the other
  std::vector<Claim> same_;
  std::vector<bool> tense_;                      ///< of each relation
  std::vector<std::vector<std::size_t>> after_;  ///< of each vertex, by claims_
  std::vector<std::size_t> node_of_;             ///< of each vertex, or hidden
  std::vector<std::vector<Place>> places_;       ///< of each node
};

}  // namespace

GraphModel graph_model(const Timeline& timeline, const RenderOptions& options) {
  return Builder(timeline, options).build(options.most_nodes);
}

}  // namespace annal
