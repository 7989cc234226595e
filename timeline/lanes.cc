// See lanes.h.
#include "timeline/lanes.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/unicode/edit_distance.h"

namespace annal {
namespace {

constexpr std::array bases{LaneBasis::automatic, LaneBasis::actor, LaneBasis::place, LaneBasis::source,
                           LaneBasis::none};
constexpr std::size_t least_events = 6;   ///< fewer need no lanes
constexpr std::size_t least_of_lane = 2;  ///< a lane of one event groups nothing
constexpr double least_share = 0.6;       ///< of the events, in a lane
constexpr double greatest_lane = 0.75;    ///< of the events, in one lane

const std::string& group_of(const Event& event, LaneBasis basis) {
  static const std::string none;
  switch (basis) {
    case LaneBasis::actor: return event.groups.actor;
    case LaneBasis::place: return event.groups.place;
    case LaneBasis::source: return event.groups.source;
    default: return none;
  }
}

/// A name and how many events it has.
struct Lane {
  std::string_view name;
  std::size_t events = 0;
};

/// How `basis` groups the events that are shown and whose lane nobody states.
struct Split {
  LaneBasis basis = LaneBasis::none;
  std::vector<Lane> lanes;  ///< the most frequent first
  std::size_t events = 0;   ///< to be grouped

  std::size_t grouped() const {
    std::size_t sum = 0;
    for (const Lane& lane : lanes) sum += lane.events;
    return sum;
  }
  bool has(std::string_view name) const { return std::ranges::find(lanes, name, &Lane::name) != lanes.end(); }
  /// Whether a reader sees the story better with these lanes.
  bool is_good() const {
    if (events < least_events || lanes.size() < 2) return false;
    const auto all = static_cast<double>(events);
    return static_cast<double>(grouped()) >= least_share * all &&
           static_cast<double>(lanes[0].events) <= greatest_lane * all;
  }
  /// The chance that two events, drawn at random, stand in two lanes.
  double worth() const {
    double same = 0;
    for (const Lane& lane : lanes) same += static_cast<double>(lane.events * lane.events);
    const auto in = static_cast<double>(grouped());
    return (in * in - same) / static_cast<double>(events * events);
  }
};

Split split_by(const Timeline& timeline, LaneBasis basis, std::size_t least) {
  Split split{.basis = basis, .lanes = {}, .events = 0};
  std::map<std::string_view, std::size_t> place;
  for (const std::uint32_t e : timeline.order) {
    const Event& event = timeline.events[e];
    if (!event.shown || states_lane(event)) continue;
    ++split.events;
    const std::string& name = group_of(event, basis);
    if (name.empty()) continue;
    const auto [at, is_new] = place.try_emplace(name, split.lanes.size());
    if (is_new) split.lanes.push_back({name, 0});
    ++split.lanes[at->second].events;
  }
  std::erase_if(split.lanes, [least](const Lane& lane) { return lane.events < least; });
  std::stable_sort(split.lanes.begin(), split.lanes.end(),
                   [](const Lane& a, const Lane& b) { return a.events > b.events; });
  if (split.lanes.size() > most_lanes) split.lanes.resize(most_lanes);
  return split;
}

Split best_split(const Timeline& timeline) {
  Split best;
  for (const LaneBasis basis : {LaneBasis::actor, LaneBasis::place, LaneBasis::source}) {
    Split split = split_by(timeline, basis, least_of_lane);
    if (split.is_good() && (best.lanes.empty() || split.worth() > best.worth())) best = std::move(split);
  }
  const bool fits = std::ranges::all_of(timeline.events, [&](const Event& event) {
    return event.lane.empty() || !states_lane(event) || best.has(event.lane);
  });
  return fits ? best : Split{};
}

}  // namespace

std::optional<LaneBasis> lane_basis(std::string_view stated) {
  const auto found = std::ranges::find(bases, stated, [](LaneBasis basis) { return name(basis); });
  return found == bases.end() ? std::nullopt : std::optional(*found);
}

std::string lane_basis_fault(std::string_view stated) {
  std::vector<std::string_view> known;
  for (const LaneBasis basis : bases) known.push_back(name(basis));
  return "unknown lanes '" + std::string(stated) + "'; available: " + joined(known) + did_you_mean(stated, known);
}

bool states_lane(const Event& event) {
  if (std::binary_search(event.edited.begin(), event.edited.end(), EditedField::lane)) return true;
  const EventGroups& groups = event.groups;
  return !event.lane.empty() && event.lane != groups.actor && event.lane != groups.place && event.lane != groups.source;
}

void choose_lanes(Timeline& timeline) {
  const LaneBasis wanted = lane_basis(timeline.presentation.lanes).value_or(LaneBasis::automatic);
  const Split split = wanted == LaneBasis::automatic ? best_split(timeline) : split_by(timeline, wanted, 1);
  timeline.lanes = split.lanes.empty() ? LaneBasis::none : split.basis;
  for (Event& event : timeline.events) {
    if (states_lane(event)) continue;
    const std::string& name = group_of(event, timeline.lanes);
    event.lane = split.has(name) ? name : "";
  }
}

}  // namespace annal
