#include "timeline/event/when.h"

#include <array>
#include <optional>

#include "core/calendar/calendar.h"

namespace annal {
namespace {

constexpr std::array<std::string_view, 13> month_names = {"",    "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 5> season_names = {"", "spring", "summer", "autumn", "winter"};
constexpr std::array<std::string_view, 7> part_names = {"",        "morning", "midday", "afternoon",
                                                        "evening", "night",   "daytime"};
constexpr std::string_view en_dash = "\xE2\x80\x93";

std::string year_text(std::int32_t year) { return year > 0 ? std::to_string(year) : std::to_string(1 - year) + " BC"; }

std::string two(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }

// 365 days from 1 January, as Frame::open_year counts them.
struct MonthDay {
  int month, day;
};

MonthDay month_day(std::int64_t day_of_year) {
  const CalendarValue v = day_value(days_from_civil(2015, 1, 1) + day_of_year);
  return {v.month, v.day};
}

std::int64_t day_floor(CivilSeconds at) {
  return at >= 0 ? at / seconds_per_day : -((-at + seconds_per_day - 1) / seconds_per_day);
}

std::string ordinal(std::int64_t n) {
  const std::int64_t tail = n % 100;
  const char* suffix = tail >= 11 && tail <= 13 ? "th"
                       : n % 10 == 1            ? "st"
                       : n % 10 == 2            ? "nd"
                       : n % 10 == 3            ? "rd"
                                                : "th";
  return std::to_string(n) + suffix;
}

// The calendar unit that is exactly `interval`.
std::optional<CalendarValue> unit_of(Interval interval) {
  for (const Granularity g :
       {Granularity::day, Granularity::week, Granularity::month, Granularity::season, Granularity::quarter,
        Granularity::half, Granularity::year, Granularity::decade, Granularity::century, Granularity::millennium}) {
    const CalendarValue v = unit_at(interval.begin, g);
    if (interval_of(v) == interval) return v;
  }
  return std::nullopt;
}

std::string day_text(const CalendarValue& v, bool with_year) {
  std::string out = std::to_string(v.day) + " " + std::string(month_names[static_cast<std::size_t>(v.month)]);
  return with_year ? out + " " + year_text(v.year) : out;
}

// "8-13 Nov 2016", "28 Nov - 2 Dec 2016", "2014-2016": from the first day to the last.
std::string range_text(std::int64_t first, std::int64_t last) {
  const CalendarValue a = day_value(first), b = day_value(last);
  if (first == last) return day_text(a, true);
  if (a.month == 1 && a.day == 1 && b.month == 12 && b.day == 31)
    return year_text(a.year) + std::string(en_dash) + year_text(b.year);
  if (a.year == b.year && a.month == b.month) return std::to_string(a.day) + std::string(en_dash) + day_text(b, true);
  return day_text(a, a.year != b.year) + " " + std::string(en_dash) + " " + day_text(b, true);
}

// `v.year` is left out where it is open.
std::string unit_text(const CalendarValue& v) {
  const bool open = v.year == CalendarValue::no_year;
  const std::string of_year = open ? "" : " " + year_text(v.year);
  const auto month = [&] { return std::string(month_names[static_cast<std::size_t>(v.month)]); };
  switch (v.granularity) {
    case Granularity::day:
      // "The next day" after "in 1871": which day it was stays open.
      if (v.month == CalendarValue::open) return open ? "" : year_text(v.year);
      if (v.day == CalendarValue::open) return month() + of_year;
      return day_text(v, !open);
    case Granularity::month:
      if (v.month == CalendarValue::open) return open ? "" : year_text(v.year);
      return month() + of_year;
    case Granularity::quarter: return "Q" + std::to_string(v.quarter) + of_year;
    case Granularity::half: return (v.half == 1 ? "first half of " : "second half of ") + year_text(v.year);
    case Granularity::season: return std::string(season_names[static_cast<std::size_t>(v.season)]) + of_year;
    case Granularity::year: return year_text(v.year);
    case Granularity::decade: return v.year > 0 ? std::to_string(v.year) + "s" : "";
    case Granularity::century: return v.year >= 0 ? ordinal(v.year / 100 + 1) + " century" : "";
    default: return {};
  }
}

std::string clock_text(CivilSeconds at) {
  const CivilSeconds day = day_floor(at), rest = at - day * seconds_per_day;
  return day_text(day_value(day), true) + ", " + two(static_cast<int>(rest / 3600)) + ":" +
         two(static_cast<int>(rest / 60 % 60));
}

std::string writing_text(std::int64_t first, std::int64_t last) {
  const auto days = [](std::int64_t n) { return std::to_string(n) + (n == 1 ? " day" : " days"); };
  if (first == 0 && last == 0) return "day of writing";
  if (first == last) return days(first < 0 ? -first : first) + (first < 0 ? " before writing" : " after writing");
  if (last <= 0) return std::to_string(-last) + std::string(en_dash) + days(-first) + " before writing";
  if (first >= 0) return std::to_string(first) + std::string(en_dash) + days(last) + " after writing";
  return {};  // on both sides of it: no label says more than nothing
}

bool bounded_below(Interval i) { return i.begin > unbounded_past; }
bool bounded_above(Interval i) { return i.end < unbounded_future; }

// Modifiers of TIMEX3 as a reader says them before a label.
std::string_view mod_text(Mod mod) {
  switch (mod) {
    case Mod::start: return "early ";
    case Mod::mid: return "mid ";
    case Mod::end: return "late ";
    case Mod::approx: return "about ";
    default: return {};
  }
}

std::string timex_label(const Timex& timex) {
  const TimeValue& value = timex.value;
  if (value.frame == Frame::open_year) {
    const auto open = parse_timex(value.value);
    const bool named = open && open->month > 0 && open->granularity == Granularity::month;
    if (named || (open && (open->granularity == Granularity::season || open->granularity == Granularity::quarter)))
      return std::string(mod_text(value.mod)) + unit_text(*open);
  }
  if (value.frame != Frame::calendar) return label_of(value.interval, value.frame);
  const auto parsed = parse_timex(value.value);
  if (!parsed) return label_of(value.interval, value.frame);
  if (parsed->granularity == Granularity::part_of_day)
    return label_of({day_floor(value.interval.begin) * seconds_per_day,
                     (day_floor(value.interval.begin) + 1) * seconds_per_day},
                    Frame::calendar) +
           ", " + std::string(part_names[static_cast<std::size_t>(parsed->part)]);
  if (parsed->granularity < Granularity::part_of_day) return clock_text(value.interval.begin);
  const std::string unit = parsed->granularity == Granularity::week || parsed->granularity == Granularity::weekend
                               ? label_of(value.interval, value.frame)
                               : unit_text(*parsed);
  return unit.empty() ? label_of(value.interval, value.frame) : std::string(mod_text(value.mod)) + unit;
}

std::string edtf_of_window(Interval window) {
  const bool below = bounded_below(window), above = bounded_above(window);
  if (below && above) {
    if (const auto unit = unit_of(window)) return to_edtf(*unit, Mod::none, window);
    const bool days = window.begin % seconds_per_day == 0 && window.end % seconds_per_day == 0;
    const std::string first = iso_text(window.begin, !days), last = iso_text(window.end - 1, !days);
    return first == last ? first : first + "/" + last;
  }
  if (above) return "../" + iso_text(window.end - 1, false);
  if (below) return iso_text(window.begin, false) + "/..";
  return {};
}

// Certainty of a date by where it comes from.
constexpr double certain_stated = 0.95, certain_narrowed = 0.85, certain_window = 0.6, certain_side = 0.3;

}  // namespace

std::string label_of(Interval interval, Frame frame) {
  if (!bounded_below(interval) || !bounded_above(interval) || interval.begin >= interval.end) return {};
  const std::int64_t first = day_floor(interval.begin), last = day_floor(interval.end - 1);
  if (frame == Frame::document) return writing_text(first, last);
  if (frame == Frame::open_year) {
    const MonthDay a = month_day(first), b = month_day(last);
    const std::string left = std::to_string(a.day) + " " + std::string(month_names[static_cast<std::size_t>(a.month)]);
    const std::string right = std::to_string(b.day) + " " + std::string(month_names[static_cast<std::size_t>(b.month)]);
    if (first == last) return left;
    if (a.month == b.month && a.day == 1 && b.day >= 28 && last - first >= 27)
      return std::string(month_names[static_cast<std::size_t>(a.month)]);
    if (a.month == b.month) return std::to_string(a.day) + std::string(en_dash) + right;
    return left + " " + std::string(en_dash) + " " + right;
  }
  if (frame != Frame::calendar) return {};
  if (const auto unit = unit_of(interval)) {
    const std::string text = unit->granularity == Granularity::week ? std::string{} : unit_text(*unit);
    if (!text.empty()) return text;
  }
  if (first == last && interval.end - interval.begin < seconds_per_day) return clock_text(interval.begin);
  return range_text(first, last);
}

void say_when(Event& event, const std::vector<Timex>& timexes, TieKind kind) {
  const Frame frame = event.start.frame != Frame::none ? event.start.frame : event.end.frame;
  Interval window{event.start.earliest, event.end.latest};
  if (event.end.frame != frame) window.end = unbounded_future;
  if (event.start.frame != frame) window.begin = unbounded_past;

  const Timex* own = event.timexes.empty() ? nullptr : &timexes[event.timexes.front()];
  // A date that the network gave up ("in the spring flood of 1613", its spring read as that of 1511) says nothing.
  if (own != nullptr && frame == Frame::calendar && own->value.frame == frame && window.bounded() &&
      (own->value.interval.end <= window.begin || window.end <= own->value.interval.begin) &&
      (kind == TieKind::bare || kind == TieKind::in || kind == TieKind::during))
    own = nullptr;
  if (own != nullptr && own->value.frame != Frame::none) {
    const Interval stated = own->value.interval;
    const bool within = kind == TieKind::bare || kind == TieKind::in || kind == TieKind::during;
    event.precision = own->value.granularity;
    if (within) {
      // What else is known may narrow the date ("last week", but after the vote of the 8th).
      const bool narrower = frame == own->value.frame && window.bounded() && window.begin < window.end &&
                            stated.contains(window) && !(stated == window);
      if (narrower && window.end - window.begin >= seconds_per_day) {
        event.when = label_of(window, frame);
        if (frame == Frame::calendar) event.edtf = edtf_of_window(window);
        event.precision = window.end - window.begin == seconds_per_day ? Granularity::day : event.precision;
        event.certainty = certain_narrowed;
        return;
      }
      event.when = timex_label(*own);
      if (const auto parsed = parse_timex(own->value.value); parsed && own->value.frame != Frame::document)
        event.edtf = to_edtf(*parsed, own->value.mod, stated);
      event.certainty = own->value.mod == Mod::approx ? certain_narrowed : certain_stated;
      return;
    }
    const bool between = kind == TieKind::range_from || kind == TieKind::range_to;
    const std::string label = between ? std::string{} : timex_label(*own);
    if (!label.empty()) {
      const auto parsed = parse_timex(own->value.value);
      const std::string edtf = parsed ? to_edtf(*parsed, Mod::none, stated) : std::string{};
      event.certainty = certain_window;
      switch (kind) {
        case TieKind::since: event.when = "since " + label; break;
        case TieKind::from: event.when = "from " + label; break;
        case TieKind::after: event.when = "after " + label; break;
        case TieKind::before: event.when = "before " + label; break;
        case TieKind::range_from:
        case TieKind::range_to: break;  // both ends together are the bounds
        case TieKind::until: event.when = "by " + label; break;
        default: event.when = "until " + label; break;
      }
      const bool opens = kind == TieKind::since || kind == TieKind::from || kind == TieKind::after;
      if (!edtf.empty() && edtf.find('/') == std::string::npos && edtf.find('[') == std::string::npos)
        event.edtf = opens ? edtf + "/.." : "../" + edtf;
      return;
    }
  }
  if (frame == Frame::document && !window.bounded()) return;  // "before it was written" says nothing
  const bool below = bounded_below(window) && frame != Frame::none,
             above = bounded_above(window) && frame != Frame::none;
  if (!below && !above) return;
  if (below && above && window.begin < window.end) {
    event.when = label_of(window, frame);
    event.certainty = certain_window;
    event.precision = window.end - window.begin <= seconds_per_day ? Granularity::day : Granularity::none;
    if (const auto unit = frame == Frame::calendar ? unit_of(window) : std::nullopt)
      event.precision = unit->granularity;
  } else if (above) {
    const Interval last{window.end - seconds_per_day, window.end};
    const std::string label = label_of(last, frame);
    if (!label.empty()) event.when = "by " + label;
    event.certainty = certain_side;
  } else if (below) {
    const Interval first{window.begin, window.begin + seconds_per_day};
    const std::string label = label_of(first, frame);
    if (!label.empty()) event.when = "from " + label + " on";
    event.certainty = certain_side;
  }
  if (frame == Frame::calendar && !event.when.empty()) event.edtf = edtf_of_window(window);
}

}  // namespace annal
