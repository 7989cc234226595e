// What guesses may do in the network. A guess bounds what the text leaves open; it neither places, moves nor bounds
// what the text itself dates.
//
//   "August 2020: The jury finds Dunn guilty."    no day of writing; a model guesses that it was written on that day
//
// The verdict stays in August 2020, and the day of writing stays unknown.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "timeline/network/bounds.h"
#include "timeline/network/constraint_graph.h"
#include "timeline/timeline.h"

namespace annal::graph {

/// The constraints of `network` that hold without guesses. The first of them are the pieces of `evidence` at `indices`.
std::vector<char> without_guesses(const ConsistentGraph& network, std::span<const Evidence> evidence,
                                  std::span<const std::uint32_t> indices);

/// Of each event the frame of the time that the text, or its owner, states for it and that is believed; none where
/// there is no such time. The calendar comes before the open year, that before the day of writing.
std::vector<annal::Frame> frames_of_dates(std::span<const Evidence> evidence, std::size_t timexes, std::size_t events);

/// Whether the guesses in `network` say more of where the day of writing lies on the calendar than `sure` does, which
/// holds without them.
bool guesses_place_writing(const ConsistentGraph& network, const std::vector<char>& sure);

/// The indices (into `indices`) of the guesses that hold in `network` and relate something to the day of writing.
std::vector<std::uint32_t> guesses_about_writing(const ConsistentGraph& network, std::span<const Evidence> evidence,
                                                 std::span<const std::uint32_t> indices);

}  // namespace annal::graph
