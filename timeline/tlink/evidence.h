// Turns links and calendar values into evidence: bounds on the distance of two points, the input of the network.
#pragma once

#include <cstdint>
#include <vector>

#include "timeline/tlink/tlink.h"

namespace annal {

/// The points of an end of a relation.
Point start_point(Entity entity);
Point end_point(Entity entity);

/// The bounds that `link` amounts to, each `low <= to - from`.
void append_evidence(const TLink& link, std::vector<Evidence>& out);

/// Where each time expression lies on the calendar, in the open year, or next to the day of writing: kind calendar,
/// trust 1. In the open year, one in `ahead` that lies before the last of the others is of the year after it.
void append_calendar(const Analysis& analysis, const std::vector<bool>& ahead, std::vector<Evidence>& out);

/// All evidence of a text: calendar, then links. A function of its arguments alone.
std::vector<Evidence> find_evidence(const Analysis& analysis, const std::vector<Event>& events,
                                    const Language& language);

/// The same, with the way back from a link to its pieces.
struct LinkedEvidence {
  std::vector<Evidence> evidence;
  std::vector<std::uint32_t> first;  ///< of each link its first piece; one more at the end: where the last one's end
};

/// The same from a text that is read already.
LinkedEvidence find_evidence(const Analysis& analysis, const Reading& reading, const TieIndex& ties,
                             const std::vector<Event>& events, const std::vector<TLink>& links);

}  // namespace annal
