#include "core/dct/parse_dct.h"

#include <optional>
#include <string_view>

#include "core/calendar/calendar.h"

namespace annal {
namespace {

/// Whether `text` has only the characters of ISO 8601, as "2016-02-30" has.
bool has_form_of_iso(std::string_view text) {
  return text.find_first_not_of("0123456789-+:TZ") == std::string_view::npos &&
         text.find('-') != std::string_view::npos;
}

}  // namespace

Result<Dct> parse_dct(const std::string& text) {
  const std::optional<CalendarValue> value = parse_iso(text);
  if (!value)
    return fail(Code::usage, "'" + text + "' is no date of the " +
                                 (has_form_of_iso(text) ? "calendar; write it as " : "form ") +
                                 "2016-11-14 or 2016-11-14T06:30");
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
