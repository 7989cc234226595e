// What a tree alone says, before it is laid on the calendar.
#pragma once

#include <span>
#include <vector>

#include "core/calendar/interval.h"
#include "core/grammar/expression.h"
#include "core/grammar/timex.h"
#include "core/text/leading_date.h"

namespace annal {

/// Below the modifiers of a tree: its first node that is neither `part` nor `modified`.
ExpressionIndex without_modifiers(const ExpressionPool& pool, ExpressionIndex index);

/// Whether the direction of the clause can change what the tree comes to.
bool depends_on_tense(const ExpressionPool& pool, ExpressionIndex index);

/// The same, of a date whose year is open: no weekday, and no word like "soon".
bool leaves_year_to_tense(const ExpressionPool& pool, ExpressionIndex index);

/// The year that an expression states itself, negative before Christ; 0 where it states none.
int stated_year(const ExpressionPool& pool, ExpressionIndex index);

/// The unit of a date or clock time that can date what stands beside it: day, month, year ...; minute for a clock time.
/// `none` for lengths, sets, vague references, and what counts from the day of writing.
Granularity unit_of_date(const ExpressionPool& pool, ExpressionIndex index);

/// What of the time expressions can date a line, for the structure of the text; one for each, in their order.
std::vector<DateMention> date_mentions(const ExpressionPool& pool, std::span<const Timex> timexes);

/// Whether two nodes are the same operation with the same first argument: two times of one day.
bool same_first_argument(const ExpressionNode& a, const ExpressionNode& b);

/// Whether the dates in numbers of the pool, taken together, put the day first: 25/12/2012 says so for all of them.
bool day_first(const ExpressionPool& pool);

/// Whether an expression looks a year back for a comparison ("a year earlier", in a narrative "the previous year"),
/// which a text does without going there.
bool compares_with_year_before(const ExpressionPool& pool, ExpressionIndex index, bool narrative);

}  // namespace annal
