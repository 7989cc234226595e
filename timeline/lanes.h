// Lanes: what the events of a timeline are grouped by. The owner may state a lane for an event; the others get one
// where the text names whom they are about, where they were, or who says so, and those names split the story.
//
// A split is good where few names take in most of the events and none takes in nearly all. What is in none of the lanes
// has no lane; pictures call that group "others". A text that nothing splits well has no lanes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "timeline/timeline.h"

namespace annal {

/// No timeline has more chosen lanes than these.
inline constexpr std::size_t most_lanes = 6;

/// The basis that `name` names: "auto", "actor", "place", "source", "none"; nothing for any other word.
std::optional<LaneBasis> lane_basis(std::string_view name);

/// What is wrong with `name` where it names no basis, with the remedy, in one line.
std::string lane_basis_fault(std::string_view name);

/// Whether the owner of the timeline states the lane of `event`.
bool states_lane(const Event& event);

/// Sets Timeline::lanes, and Event::lane where the owner does not state it: by Presentation::lanes, or, where that is
/// LaneBasis::automatic, by what splits the events that are shown best. Lanes that the owner states stand alone then,
/// unless all of them are such names too.
void choose_lanes(Timeline& timeline);

}  // namespace annal
