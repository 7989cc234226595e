// When an event happened, for a reader and for programs: the label of its date, the EDTF, how precise and how certain.
#pragma once

#include <vector>

#include "timeline/event/tie.h"
#include "timeline/timeline.h"

namespace annal {

/// Sets when, edtf, precision and certainty of `event` from its bounds and the time expressions in `event.timexes`,
/// with `kind` the tie of the first of them. What is only known from the day of writing ("before it") says so by a low
/// certainty. Leaves all of them empty where nothing is known. `dct` is the day of writing: "in November" told on the
/// 19th is November, though it was over by then.
void say_when(Event& event, const std::vector<Timex>& timexes, TieKind kind, const Dct& dct);

/// What a reader is told of a time expression: "14 Nov 2016". Empty for lengths, and where nothing is known.
DateLabel timex_label(const Timex& timex);

/// Says of a date that it rests on a guess: "14 Nov 2016?", in EDTF as uncertain.
void mark_as_guess(Event& event);

}  // namespace annal
