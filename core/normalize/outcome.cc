#include "core/normalize/outcome.h"

#include <charconv>

namespace annal {
namespace {

// A modifier narrows what a value covers: the first, middle or last third of it, in whole days.
Interval narrowed(Interval whole, Mod mod) {
  if (!whole.bounded()) return whole;
  const std::int64_t days = (whole.end - whole.begin) / seconds_per_day;
  if (days < 3) return whole;
  const std::int64_t third = days / 3;
  switch (mod) {
    case Mod::start: return {whole.begin, whole.begin + third * seconds_per_day};
    case Mod::mid: return {whole.begin + third * seconds_per_day, whole.end - third * seconds_per_day};
    case Mod::end: return {whole.end - third * seconds_per_day, whole.end};
    case Mod::before: return {unbounded_past, whole.begin};
    case Mod::after: return {whole.end, unbounded_future};
    case Mod::on_or_before: return {unbounded_past, whole.end};
    case Mod::on_or_after: return {whole.begin, unbounded_future};
    default: return whole;
  }
}

// "yesterday" where the day of writing is not known: which days round it the words may mean.
Interval around_document(Granularity unit, std::int64_t steps) {
  std::int64_t least = 1, most = 1;  // days in the unit
  switch (unit) {
    case Granularity::week: least = most = 7; break;
    case Granularity::month: least = 28, most = 31; break;
    case Granularity::quarter: least = 90, most = 92; break;
    case Granularity::year: least = 365, most = 366; break;
    case Granularity::day: return {steps * seconds_per_day, (steps + 1) * seconds_per_day};
    default: return {};
  }
  const auto days = [&](std::int64_t n, bool down) { return n * ((n < 0) == down ? most : least); };
  // The unit that holds the day of writing began at most one unit before it and ends at most one after it.
  return {(days(steps, true) - most + 1) * seconds_per_day, (days(steps, false) + most) * seconds_per_day};
}

std::string_view open_text(Granularity unit) {
  switch (unit) {
    case Granularity::week: return "XXXX-WXX";
    case Granularity::weekend: return "XXXX-WXX-WE";
    case Granularity::month: return "XXXX-XX";
    case Granularity::quarter: return "XXXX-QX";
    case Granularity::half: return "XXXX-HX";
    case Granularity::year: return "XXXX";
    case Granularity::decade: return "XXX";
    case Granularity::century: return "XX";
    default: return "XXXX-XX-XX";
  }
}

bool is_time(Granularity g) { return g <= Granularity::part_of_day; }

}  // namespace

TimeValue to_value(const Outcome& outcome) {
  TimeValue value;
  value.mod = outcome.mod;
  value.anchor_kind = outcome.anchor_kind;
  switch (outcome.kind) {
    case Outcome::Kind::nothing: break;
    case Outcome::Kind::place: {
      value.granularity = outcome.place.granularity;
      value.type = is_time(value.granularity) ? TimexType::time : TimexType::date;
      value.value = to_timex(outcome.place);
      const Interval whole = interval_of(outcome.place);
      value.interval = narrowed(whole, outcome.mod);
      if (outcome.has_until) {
        value.value.push_back('/');
        value.value.append(to_timex(outcome.until));
        value.interval.end = interval_of(outcome.until).end;
      }
      value.frame = !whole.bounded()                               ? Frame::none
                    : outcome.place.year == CalendarValue::no_year ? Frame::open_year
                                                                   : Frame::calendar;
      break;
    }
    case Outcome::Kind::relative:
      value.granularity = outcome.unit;
      value.type = is_time(outcome.unit) ? TimexType::time : TimexType::date;
      value.value = open_text(outcome.unit);
      if (outcome.place.part != DayPart::none) {
        CalendarValue part;
        part.granularity = Granularity::part_of_day;
        part.part = outcome.place.part;
        value.value = to_timex(part);
        value.type = TimexType::time;
      }
      value.frame = Frame::document;
      value.interval = around_document(outcome.unit, outcome.steps);
      break;
    case Outcome::Kind::length:
      value.type = TimexType::duration;
      value.granularity = outcome.length.unit;
      value.value = to_timex(outcome.length);
      value.length = seconds_of(outcome.length);
      break;
    case Outcome::Kind::repeated: {
      value.type = TimexType::set;
      value.granularity = outcome.is_pattern ? outcome.place.granularity : outcome.length.unit;
      value.value = outcome.is_pattern ? to_timex(outcome.place) : to_timex(outcome.length);
      value.quant = std::string_view(outcome.quant == 1 ? "EVERY" : outcome.quant == 2 ? "EACH" : "");
      if (outcome.times > 0) {
        char digits[12];
        const auto end = std::to_chars(digits, digits + sizeof digits, outcome.times).ptr;
        value.freq = std::string_view(digits, static_cast<std::size_t>(end - digits));
        value.freq.push_back('X');
      }
      break;
    }
    case Outcome::Kind::vague: value.value = outcome.text; break;
  }
  return value;
}

}  // namespace annal
