// The date of writing that the text itself states: "Published 14 November 2016", "PRAGUE, Nov. 14, 2016 (Agency) --".
// `find_blocks` finds such lines; this file reads the time expressions in them.
#pragma once

#include <optional>

#include "core/analysis.h"
#include "core/lang/language.h"
#include "core/text/document.h"

namespace annal {

/// Returns the document creation time that a dateline among the first blocks states. Needs recognised time expressions;
/// they need not be resolved. Prefers a date of writing ("published") to one of change ("updated"), and an earlier line
/// to a later one.
///
///   returns  a day, or a day with its time, whose year the words state; nullopt if there is none
///   reason   'the line "Published 14 May 2019"'
std::optional<Dct> dateline_dct(const Analysis& analysis, const Language& language);

}  // namespace annal
