// Resolves expression trees to calendar values. Everything that an expression can be relative to is in the Analysis:
// the document creation time, the last time mentioned (which changes along the text), and the tense of the clause.
// Nothing is guessed: without a creation time, "November 14" has no year and "yesterday" stays relative.
#pragma once

#include <span>

#include "core/analysis.h"
#include "core/lang/language.h"
#include "core/normalize/timex_override.h"

namespace annal {

/// Resolves analysis.timexes in text order, those of `overrides` as these state, and sets value, anchor and sentence.
/// Removes expressions that are not calendar dates ("February 30") and reports them in analysis.warnings.
void resolve(Analysis& analysis, const Language& language, std::span<const TimexOverride> overrides = {});

}  // namespace annal
