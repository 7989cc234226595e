#include "timeline/date_label.h"

#include "core/calendar/calendar.h"

namespace annal {

std::string_view name(DateLabel::Relation relation) {
  switch (relation) {
    case DateLabel::Relation::none: return {};
    case DateLabel::Relation::since: return "since";
    case DateLabel::Relation::from: return "from";
    case DateLabel::Relation::from_on: return "from-on";
    case DateLabel::Relation::after: return "after";
    case DateLabel::Relation::before: return "before";
    case DateLabel::Relation::by: return "by";
    case DateLabel::Relation::until: return "until";
  }
  return {};
}

DateLabel label_of(Interval interval, Frame frame) {
  if (!interval.bounded() || interval.begin >= interval.end) return {};
  // On both sides of an unknown day of writing, no label says more than nothing.
  if (frame == Frame::document && interval.begin < 0 && interval.end > seconds_per_day) return {};
  DateLabel label;
  label.frame = frame;
  label.interval = interval;
  return label;
}

std::optional<CalendarValue> unit_of(Interval interval) {
  for (const Granularity g : {Granularity::day, Granularity::week, Granularity::month, Granularity::year,
                              Granularity::decade, Granularity::century, Granularity::millennium}) {
    const CalendarValue v = unit_at(interval.begin, g);
    if (interval_of(v) == interval) return v;
  }
  return std::nullopt;
}

}  // namespace annal
