// Evidence: TLinks, calendar values and durations as bounds on the distance of two points in time, which is all that
// the network knows. "The vote came after the strike" is strike.end <= vote.start; "on 9 March" is vote.start >=
// timex.start and vote.end <= timex.end; the value 2016-03-09 is timex.start = 2016-03-09T00:00 and timex.end =
// 2016-03-10T00:00.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "timeline/tlink/tlink.h"

namespace annal {

/// The points at which an event, a time expression or the day of writing starts and ends.
Point start_point(Entity entity);
Point end_point(Entity entity);

/// Appends the bounds that `link` amounts to: one or more, of the form 0 <= to - from.
void append_evidence(const TLink& link, std::vector<Evidence>& out);

/// Appends where each time expression starts and ends: in seconds from the origin of the calendar, from 1 January of
/// the open year, or from the unknown day of writing; clock times of several zones in the first of these. Kind
/// calendar, trust 1. `ahead`: of each time expression whether it dates only what is still to come; in the open year
/// such a one counts in the next year if it lies before the last of the others ("in November he said that it would open
/// in March").
void append_calendar(const Analysis& analysis, const std::vector<bool>& ahead, std::vector<Evidence>& out);

/// Evidence, and which of it each link gave.
struct LinkedEvidence {
  std::vector<Evidence> evidence;
  std::vector<std::uint32_t> first;  ///< of each link the index of its first; one more for the end of the last
};

/// All evidence of a parsed text: of the calendar, then of each link, then how long events last ("for three days").
/// `sites`: of all events.
LinkedEvidence find_evidence(const Analysis& analysis, const TieIndex& ties, const std::vector<Event>& events,
                             std::span<const EventSite> sites, const std::vector<TLink>& links);

}  // namespace annal
