#include "core/normalize/fit_range.h"

#include "core/normalize/calendar_units.h"
#include "core/normalize/tree_facts.h"

namespace annal {
namespace {

// "From October to March" told of in February began in the year before.
void fit_begin(const Analysis& analysis, const Timex& from, const ResolutionContext& context, Resolution& resolution) {
  if (from.partner < 0 || resolution.calendar_value.year == CalendarValue::no_year) return;
  const auto first = bare_month(analysis.expressions, from.expression);
  const auto last =
      bare_month(analysis.expressions, analysis.timexes[static_cast<std::size_t>(from.partner)].expression);
  if (!first || !last || *first <= *last) return;
  const bool narrative = context.narrative && context.has_reference && context.reference.year != CalendarValue::no_year;
  if (!narrative && !context.document_known) return;
  const CivilSeconds now = narrative ? interval_of(context.reference).begin : context.document;
  CalendarValue end = resolution.calendar_value, begin = resolution.calendar_value;
  end.year = year_of(now);
  end.month = static_cast<std::int8_t>(*last);
  begin.year = end.year - 1;
  if (interval_of(begin).begin <= now && now < interval_of(end).end) resolution.calendar_value = begin;
}

// The second end lies in the year of the first where it states none itself: "from November 8 to 10".
void fit_end(const Analysis& analysis, const Timex& from, const Timex& to, Resolution& resolution) {
  if (from.value.frame != Frame::calendar || resolution.anchor_kind != AnchorKind::document ||
      resolution.calendar_value.year == CalendarValue::no_year)
    return;
  const auto* const date = node_as<op::Date>(analysis.expressions, to.expression);
  if (date == nullptr || date->year) return;
  const int year = year_of(from.value.interval.begin);
  CalendarValue aligned = resolution.calendar_value;
  aligned.year = year;
  if (valid(aligned) && interval_of(aligned).begin < from.value.interval.begin) ++aligned.year;
  if (valid(aligned)) resolution.calendar_value = aligned;
}

}  // namespace

void fit_range(const Analysis& analysis, std::size_t i, const ResolutionContext& context, Resolution& resolution) {
  const Timex& timex = analysis.timexes[i];
  if (timex.range == RangeRole::from) fit_begin(analysis, timex, context, resolution);
  if (timex.range == RangeRole::to && i > 0) fit_end(analysis, analysis.timexes[i - 1], timex, resolution);
}

}  // namespace annal
