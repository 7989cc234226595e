#include "core/dct/parse_dct.h"

#include <optional>

#include "core/calendar/calendar.h"

namespace annal {

Result<Dct> parse_dct(const std::string& text) {
  const std::optional<CalendarValue> value = parse_iso(text);
  if (!value)
    return fail(Code::usage, "'" + text + "' is no date of the calendar; write it as 2016-11-14 or 2016-11-14T06:30");
  const bool has_time = value->granularity <= Granularity::hour;
  if (!has_time && value->granularity != Granularity::day) {
    return fail(Code::usage, "'" + text + "' names no day; write it as 2016-11-14");
  }
  Dct dct;
  dct.source = DctSource::given;
  dct.at = interval_of(*value).begin;
  dct.has_time = has_time;
  return dct;
}

}  // namespace annal
