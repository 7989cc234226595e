// Lays trees on the calendar. Everything an expression can be counted from is in the Analysis: the document creation
// time, the time last spoken of (which moves with the text), and the tense of the clause. Nothing is guessed: without a
// creation time, "November 14" keeps its year open and "yesterday" stays relative to the day of writing.
#pragma once

#include "core/analysis.h"
#include "core/lang/language.h"

namespace annal {

/// Resolves analysis.timexes in order of place, filling value, anchor and sentence; expressions that turn out to be no
/// date of the calendar are taken out and reported in analysis.warnings.
void resolve(Analysis& analysis, const Language& language);

}  // namespace annal
