// The date of writing that the text itself states: "Published 14 November 2016", "PRAGUE, Nov. 14, 2016 (Agency) --".
// `find_blocks` finds such lines; this file reads the time expressions in them.
#pragma once

#include <optional>

#include "core/analysis.h"
#include "core/lang/language.h"
#include "core/text/document.h"

namespace annal {

/// A line that states when the text was written.
struct Dateline {
  Dct dct;    ///< a day, or a day with its time, whose year the words state; reason: 'the line "14 May 2019"'
  Span span;  ///< its date
  bool changed = false;  ///< the day of a change ("updated"), not of writing
};

/// The dateline among the first blocks, if there is one. Needs recognised time expressions; they need not be resolved.
/// Prefers a date of writing ("published") to one of change, and an earlier line to a later one.
std::optional<Dateline> find_dateline(const Analysis& analysis, const Language& language);

/// Whether the dateline states a day of writing that lies more than a day from that of `dct`: the day before may be the
/// dateline of what appeared the day after.
bool contradicts(const Dateline& dateline, const Dct& dct);

}  // namespace annal
