// The day of writing, where the text itself states it: "Published 14 November 2016", "PRAGUE, Nov. 14, 2016 (Agency)
// --". Lines of this kind are found by `find_blocks`; here the time expressions in them are read.
#pragma once

#include <optional>

#include "core/analysis.h"
#include "core/lang/language.h"
#include "core/text/document.h"

namespace annal {

/// The document creation time that a dateline among the first blocks states, after recognition; `analysis.timexes` need
/// not be resolved yet. A day of writing ("published") goes before a day of change ("updated"), an earlier line before
/// a later one.
///
///   returns  a day, or a day with its time, whose year the words themselves state; nullopt where none does
///   reason   'the line "Published 14 May 2019"'
std::optional<Dct> dateline_dct(const Analysis& analysis, const Language& language);

}  // namespace annal
