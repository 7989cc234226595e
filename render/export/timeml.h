// TimeML 1.2.1 in the form of TempEval: the text with its TIMEX3 and EVENT tags inside <TEXT>, the creation time in
// <DCT>, then MAKEINSTANCE and TLINK. Always well-formed. The characters inside <TEXT> are those of document.text, one
// for one; only what XML cannot hold (control characters other than tab and line break, U+FFFE, U+FFFF) stands there as
// U+FFFD. Tags nest where spans do; of two spans that cross, a time expression keeps its tag before an event and the
// first before the second, and the other's tag, instance and links are left out. Source: TimeML 1.2.1; TempEval-3
// (SemEval-2013, task 1).
#pragma once

#include <string>

#include "timeline/timeline.h"

namespace annal {

/// Returns every time expression, event and relation of `timeline`. Each mention of an event has a tag; further
/// mentions are instances of their own, linked to the first by IDENTITY. An unknown document creation time has the
/// value XXXX-XX-XX.
std::string to_timeml(const Timeline& timeline);

/// Returns only the time expressions.
std::string to_timeml(const Analysis& analysis);

}  // namespace annal
