// Explains to the user how a value was derived.
#pragma once

#include <cstddef>
#include <string>

#include "core/analysis.h"
#include "core/normalize/timex_override.h"

namespace annal {

/// Returns how the value of `analysis.timexes[i]` was derived: "week before t0".
std::string explain(const Analysis& analysis, std::size_t i);

/// The same of one that is read as `override` states: "week before then, counted from 2016-11-10, by an edit".
std::string explain(const Analysis& analysis, std::size_t i, const TimexOverride& override);

/// Returns the rejected reading of `analysis.timexes[i]` and the reason: "2017-11-14, but the clause looks back"; "" if
/// the words leave no choice.
std::string explain_alternative(const Analysis& analysis, std::size_t i);

/// Returns what the words of `analysis.timexes[i]` mean, regardless of when they were written, in the notation of the
/// grammar: "ago(length(14, day))"; "" where people wrote the value.
std::string tree_of(const Analysis& analysis, std::size_t i);

}  // namespace annal
