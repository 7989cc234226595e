#include "core/normalize/genre.h"

#include "core/normalize/calendar_units.h"
#include "core/normalize/tree_facts.h"

namespace annal {

DocumentGenre genre_of(const Analysis& analysis) {
  int explicit_years = 0, deictic = 0;
  const Dct& dct = analysis.document.dct;
  const int now = dct.known() ? year_of(dct.at) : CalendarValue::no_year;
  for (const Timex& timex : analysis.timexes) {
    const ExpressionPool& pool = analysis.expressions;
    if (timex.expression >= pool.size()) continue;  // annotated by people, and found by no rule
    ExpressionIndex index = without_modifiers(pool, timex.expression);
    if (const auto* const at = node_as<op::At>(pool, index))
      index = at->date;
    else if (const auto* const checked = node_as<op::Checked>(pool, index))
      index = checked->date;
    const ExpressionNode& node = pool[index];
    if (const auto* const date = std::get_if<op::Date>(&node)) {
      if (date->year && (now == CalendarValue::no_year || *date->year < now - 2)) ++explicit_years;
    } else if (std::holds_alternative<op::BeforeChrist>(node)) {
      ++explicit_years;
    } else if (is_any<op::Shift, op::Current, op::Weekday, op::Ago, op::LastNamed, op::NextNamed>(node)) {
      ++deictic;
    }
  }
  return {explicit_years >= 4 && explicit_years > 2 * deictic, explicit_years >= 3 && explicit_years > deictic};
}

}  // namespace annal
