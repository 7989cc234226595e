// When an event happened, for a reader and for programs: the words ("14 Nov 2016", "before 8 Nov", "early Mar 2017"),
// the EDTF, how precise and how certain. English output words live in when.cc alone.
#pragma once

#include <vector>

#include "timeline/event/tie.h"
#include "timeline/timeline.h"

namespace annal {

/// Sets when, edtf, precision and certainty of `event` from its bounds and the time expressions in `event.timexes`,
/// with `kind` the tie of the first of them. What is only known from the day of writing ("before it") says so by a low
/// certainty. Leaves all of them empty where nothing is known.
void say_when(Event& event, const std::vector<Timex>& timexes, TieKind kind);

/// A span of civil time as a reader would write it: "14 Nov 2016", "8-13 Nov 2016" with an en dash, "2014", "1990s". In
/// Frame::open_year without the year; in Frame::document counted from the day of writing. Empty where unbounded.
std::string label_of(Interval interval, Frame frame);

}  // namespace annal
