// Scope: which date that stands alone dates which part of the text.
//
//   2005                       the year of what is below it
//   14 March: The judge ...    14 March 2005, of the judge alone
//   ## 2020-01-10 - Reopening  a heading, of all up to the next of its level
#pragma once

#include <vector>

#include "core/analysis.h"

namespace annal {

/// Returns for each block of `analysis` the date that it stands under. A date heading holds until the next date of its
/// unit or a longer one, until a heading of its level or above, or, in text without levels, until the next heading that
/// does not follow it at once. A date at the front of a line holds for the line. Linear.
std::vector<BlockScope> find_scopes(const Analysis& analysis);

/// Numbers the time expressions of each scope of `analysis` anew, after some were dropped or all were replaced. What
/// stood under a date without time expressions stands under the next date further out. Linear.
void renumber_scopes(Analysis& analysis);

}  // namespace annal
