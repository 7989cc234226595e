// Selection: which events of a timeline are drawn and listed. It is the only place that decides it: pictures, tables
// and exports show what Event::shown marks.
//
// An event with a date of its own comes before any without; salience ranks the rest. An undated event is shown where
// something says when it was: the network bounds it on both sides, or the text orders it against another event. What
// the owner of the timeline states about an event (Event::visibility) comes before all of this.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "timeline/timeline.h"

namespace annal {

/// More events than these no picture names by default, but for those that the owner of the timeline wants shown.
inline constexpr std::size_t most_shown = 60;

struct SelectionOptions {
  bool all = false;                         ///< every event that is not hidden, whatever its salience
  std::vector<std::uint32_t> only = {};     ///< these events alone, ascending by index; empty: no such limit
  std::optional<double> min_salience = {};  ///< those of this salience or more, dated or not
  std::optional<std::size_t> top = {};      ///< so many, the best
  bool dated = false;                       ///< none without a date
  std::optional<std::string> about = {};    ///< none without a participant of this name (timeline/about.h)
  /// None that lies outside [from, to) of the calendar, or whose place there is not known.
  std::optional<CivilSeconds> from = {}, to = {};
};

/// Sets Event::shown of every event.
void select_events(Timeline& timeline, const SelectionOptions& options = {});

/// Sets Event::shown where the owner states Event::visibility, and leaves the other events as they are: a correction
/// of one event changes nothing of the rest.
void follow_visibility(Timeline& timeline);

}  // namespace annal
