// Output only: nothing here recognises a word.
#include "render/labels/date_words.h"

#include <algorithm>

#include "core/calendar/calendar.h"
#include "core/calendar/civil.h"
#include "render/labels/words.h"

namespace annal::labels {
namespace {

constexpr std::string_view en_dash = "\u2013";
constexpr CivilSeconds seconds_per_hour = 3600;

std::string two_digits(int n) { return {static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)}; }

/// What a date stands behind: nothing, a word of time ("after"), or a part of it ("early").
enum class Form { plain, governed, part };

/// What the letters of a pattern stand for; the second `d` is the last day of a range.
struct PatternFields {
  int day = 0, last_day = 0, month = 0;
  std::string year;
  int hour = 0, minute = 0;
};

class DateWriter {
 public:
  DateWriter(const Labels& labels, std::optional<int> axis_year, bool seconds = false)
      : labels_(labels), axis_year_(axis_year), seconds_(seconds) {}

  std::string words(const DateLabel& label) const {
    if (label.empty()) return {};
    const bool has_relation = label.relation != DateLabel::Relation::none;
    std::string text = modified(label, has_relation ? Form::governed : Form::plain);
    if (has_relation) text = labels_.text(relation_key(label.relation), text);
    text = labels_.contracted(std::move(text));
    return label.guess ? text + '?' : text;
  }

  std::string year(int year) const {
    return year > 0 ? std::to_string(year) : labels_.text(Label::year_bc, std::to_string(1 - year));
  }

  std::string years(int from, int to) const {
    if (from == to) return year(from);
    return labels_.text(Label::years_range, to <= 0 ? std::to_string(1 - from) : year(from), year(to));
  }

  std::string day(const CalendarValue& v, bool with_year, Form form = Form::plain) const {
    const bool states_year = with_year && v.year != axis_year_;
    const Label key = states_year ? Label::day_year : Label::day;
    return pattern(form == Form::governed ? labels_.governed(key) : labels_.text(key),
                   {v.day, v.day, v.month, states_year ? year(v.year) : ""});
  }

  std::string month(int month, std::optional<int> of_year, Form form) const {
    const bool states_year = of_year && of_year != axis_year_;
    const Label key = states_year ? Label::month_year : Label::month;
    return pattern(form != Form::plain ? labels_.governed(key) : labels_.text(key),
                   {0, 0, month, states_year ? year(*of_year) : ""});
  }

  std::string long_day(const CalendarValue& v) const {
    return pattern(labels_.text(Label::day_long), {v.day, v.day, v.month, year(v.year)});
  }

  std::string with_clock(const std::string& day, CivilSeconds at) const {
    const CivilTime t = civil_time(at);
    PatternFields fields;
    fields.hour = t.hour;
    fields.minute = t.minute;
    std::string clock = pattern(labels_.text(Label::clock), fields);
    if (seconds_ && t.second != 0) clock += ":" + two_digits(t.second);
    return labels_.text(Label::date_and_clock, day, clock);
  }

 private:
  static Label relation_key(DateLabel::Relation relation) {
    switch (relation) {
      case DateLabel::Relation::none: break;
      case DateLabel::Relation::since: return Label::since;
      case DateLabel::Relation::from: return Label::from;
      case DateLabel::Relation::from_on: return Label::from_on;
      case DateLabel::Relation::after: return Label::after;
      case DateLabel::Relation::before: return Label::before;
      case DateLabel::Relation::by: return Label::by;
      case DateLabel::Relation::until: break;
    }
    return Label::until;
  }

  static std::optional<Label> mod_key(Mod mod) {
    switch (mod) {
      case Mod::start: return Label::early;
      case Mod::mid: return Label::mid;
      case Mod::end: return Label::late;
      case Mod::approx: return Label::about;
      default: return std::nullopt;
    }
  }

  /// The text of a modifier; "mid" may differ for what is no month or year.
  std::string_view modifier(Label key, const DateLabel& label, Form form) const {
    const Granularity g = label.unit.granularity;
    if (key == Label::mid && (g == Granularity::decade || g == Granularity::century))
      if (const std::string_view text = labels_.text(Label::mid_part); !text.empty()) return text;
    return form == Form::governed && key != Label::about ? labels_.governed(key) : labels_.text(key);
  }

  /// The date of `label` with its modifier.
  std::string modified(const DateLabel& label, Form form) const {
    const std::optional<Label> key = mod_key(label.mod);
    const Form inner = !key ? form : *key == Label::about ? Form::governed : Form::part;
    const std::string text = unmodified(label, inner);
    return key ? filled(modifier(*key, label, form), text) : text;
  }

  std::string unmodified(const DateLabel& label, Form form) const {
    const Granularity g = label.unit.granularity;
    if (g == Granularity::none)
      return label.both_ends ? clock_range(label.interval) : interval(label.interval, label.frame, form);
    if (g == Granularity::part_of_day) return part_of_day(label, form);
    if (g < Granularity::part_of_day) {
      const bool range = label.frame == Frame::calendar && label.interval.end > interval_of(label.unit).end;
      return range ? clock_range(label.interval) : clock(label.interval.begin, form);
    }
    const bool week = g == Granularity::week || g == Granularity::weekend;
    const std::string text = week ? std::string() : unit(label.unit, form);
    return text.empty() ? interval(label.interval, label.frame, form) : text;
  }

  std::string part_of_day(const DateLabel& label, Form form) const {
    const std::int64_t first = day_number(label.interval.begin);
    const auto part = static_cast<std::size_t>(label.unit.part);
    return labels_.text(Label::date_and_clock, day(day_value(first), true, form),
                        part > 0 ? labels_.item(Label::day_parts, part - 1) : std::string_view());
  }

  std::string clock(CivilSeconds at, Form form) const {
    return with_clock(day(day_value(day_number(at)), true, form), at);
  }

  /// "5 Oct 2019, 12:00–18:00", or from a clock time of one day to that of another.
  std::string clock_range(Interval interval) const {
    if (day_number(interval.begin) != day_number(interval.end - 1))
      return labels_.text(Label::range, clock(interval.begin, Form::plain), clock(interval.end, Form::plain));
    return labels_.text(Label::date_and_clock, day(day_value(day_number(interval.begin)), true),
                        clock_words(interval.begin) + std::string(en_dash) + clock_words(interval.end));
  }

  /// A unit of the calendar, its year left out where it is open; empty for one that has no words.
  std::string unit(const CalendarValue& v, Form form) const {
    const bool open = v.year == CalendarValue::no_year;
    const std::string of_year = open ? "" : year(v.year);
    const std::optional<int> known_year = open ? std::nullopt : std::optional<int>(v.year);
    switch (v.granularity) {
      case Granularity::day:
      case Granularity::month:
        // "The next day" after "in 1871": which day it was stays open.
        if (v.month == CalendarValue::open) return of_year;
        if (v.granularity == Granularity::month || v.day == CalendarValue::open)
          return month(v.month, known_year, form);
        return day(v, !open, form);
      case Granularity::quarter:
        return labels_.text(open ? Label::quarter : Label::quarter_year, std::to_string(v.quarter), of_year);
      case Granularity::half:
        return open ? "" : labels_.text(v.half == 1 ? Label::half_first : Label::half_second, of_year);
      case Granularity::season: return season(v, of_year, form);
      case Granularity::year: return of_year;
      case Granularity::decade: return v.year > 0 ? decade(v, form) : "";
      case Granularity::century: return v.year >= 0 ? century(v, form) : "";
      default: return {};
    }
  }

  /// The text of `part` or `governed`, where the language has one and the form asks for it.
  std::string_view form_text(Form form, Label governed, Label part) const {
    const std::string_view text = form == Form::part ? labels_.text(part) : std::string_view();
    return text.empty() && form != Form::plain ? labels_.text(governed) : text;
  }

  std::string decade(const CalendarValue& v, Form form) const {
    const std::string_view text = form_text(form, Label::decade_governed, Label::decade_part);
    return filled(text.empty() ? labels_.text(Label::decade) : text, std::to_string(v.year));
  }

  std::string century(const CalendarValue& v, Form form) const {
    const auto number = static_cast<std::size_t>(v.year / 100 + 1);
    const std::string plain = labels_.ordinal(Label::century_one, number);
    const std::string_view text = form_text(form, Label::century_governed, Label::century_part);
    if (text.empty()) return plain;
    return text.find("{N}") == std::string_view::npos ? filled(text, plain)
                                                      : filled(text, std::to_string(number), "{N}");
  }

  std::string season(const CalendarValue& v, const std::string& of_year, Form form) const {
    const auto index = static_cast<std::size_t>(v.season) - 1;
    std::string_view name = form != Form::plain ? labels_.item(Label::seasons_governed, index) : std::string_view();
    if (name.empty()) name = labels_.item(Label::seasons, index);
    return of_year.empty() ? std::string(name) : labels_.text(Label::season_year, name, of_year);
  }

  std::string interval(Interval interval, Frame frame, Form form) const {
    const std::int64_t first = day_number(interval.begin), last = day_number(interval.end - 1);
    if (frame == Frame::document) return from_writing(first, last);
    if (frame == Frame::open_year) return in_open_year(first, last, form);
    if (const auto whole = unit_of(interval); whole && whole->granularity != Granularity::week)
      if (const std::string text = unit(*whole, form); !text.empty()) return text;
    if (first == last && interval.end - interval.begin < seconds_per_day) return clock(interval.begin, form);
    if (first >= last) return day(day_value(first), true, form);
    return is_whole_months(interval) ? months(interval, form) : days(first, last);
  }

  std::string from_writing(std::int64_t first, std::int64_t last) const {
    const auto days = [&](std::int64_t n) {
      const auto distance = static_cast<std::size_t>(n < 0 ? -n : n);
      return labels_.count(n < 0 ? Label::days_before_writing_one : Label::days_after_writing_one, distance);
    };
    if (first == last) return first == 0 ? std::string(labels_.text(Label::writing_day)) : days(first);
    if (first < 0 && last > 0) return labels_.text(Label::from_to, days(first), days(last));
    const bool before = last <= 0;
    const std::int64_t near = before ? -last : first, far = before ? -first : last;
    return labels_.count(before ? Label::days_before_writing_one : Label::days_after_writing_one,
                         static_cast<std::size_t>(far),
                         std::to_string(near) + std::string(en_dash) + std::to_string(far));
  }

  /// Days of a year of 365 days that is not stated.
  std::string in_open_year(std::int64_t first, std::int64_t last, Form form) const {
    const std::int64_t new_year = days_from_civil(2015, 1, 1);
    const CalendarValue a = day_value(new_year + first), b = day_value(new_year + last);
    if (first == last) return day(a, false, form);
    if (a.month == b.month && a.day == 1 && b.day >= 28 && last - first >= 27)
      return month(a.month, std::nullopt, form);
    if (a.month == b.month) return pattern(labels_.text(Label::days), {a.day, b.day, b.month, ""});
    return labels_.text(Label::range, day(a, false), day(b, false));
  }

  /// Whether it is months of the calendar, but no years.
  static bool is_whole_months(Interval interval) {
    const CalendarValue a = day_value(day_number(interval.begin)), b = day_value(day_number(interval.end));
    return interval.begin % seconds_per_day == 0 && interval.end % seconds_per_day == 0 && a.day == 1 && b.day == 1 &&
           (a.month != 1 || b.month != 1);
  }

  /// From the first month to the last.
  std::string months(Interval interval, Form form) const {
    const CalendarValue a = day_value(day_number(interval.begin)), b = day_value(day_number(interval.end - 1));
    const std::optional<int> first_year = a.year == b.year ? std::nullopt : std::optional<int>(a.year);
    return labels_.text(Label::range, month(a.month, first_year, form), month(b.month, b.year, form));
  }

  /// From the first day to the last.
  std::string days(std::int64_t first, std::int64_t last) const {
    const CalendarValue a = day_value(first), b = day_value(last);
    if (a.month == 1 && a.day == 1 && b.month == 12 && b.day == 31)
      return labels_.text(Label::years_range, year(a.year), year(b.year));
    if (a.year == b.year && a.month == b.month) {
      const bool states_year = b.year != axis_year_;
      return pattern(labels_.text(states_year ? Label::days_year : Label::days),
                     {a.day, b.day, b.month, states_year ? year(b.year) : ""});
    }
    return labels_.text(Label::range, day(a, a.year != b.year), day(b, true));
  }

  static std::string filled(std::string_view text, const std::string& filling, std::string_view slot = "{0}") {
    std::string out(text);
    if (const std::size_t at = out.find(slot); at != std::string::npos) out.replace(at, slot.size(), filling);
    return out;
  }

  /// The text of a pattern of CLDR; letters between single quotes stand for themselves.
  std::string pattern(std::string_view pattern, const PatternFields& fields) const {
    std::string out;
    bool quoted = false, first_day = true;
    for (std::size_t at = 0; at < pattern.size();) {
      const char c = pattern[at];
      if (c == '\'' || quoted) {
        if (c == '\'')
          quoted = !quoted;
        else
          out += c;
        ++at;
        continue;
      }
      const std::size_t end = std::min(pattern.find_first_not_of(c, at), pattern.size());
      append_field(out, pattern.substr(at, end - at), fields, first_day);
      at = end;
    }
    return out;
  }

  std::string day_number_words(int day) const {
    const std::string_view first = labels_.text(Label::first_day);
    return day == 1 && !first.empty() ? std::string(first) : std::to_string(day);
  }

  void append_field(std::string& out, std::string_view run, const PatternFields& fields, bool& first_day) const {
    const auto month = static_cast<std::size_t>(fields.month - 1);
    switch (run.front()) {
      case 'd':
        out += day_number_words(first_day ? fields.day : fields.last_day);
        first_day = false;
        break;
      case 'M': out += labels_.item(run.size() > 3 ? Label::months_long : Label::months_short, month); break;
      case 'L': out += labels_.item(Label::months_short_alone, month); break;
      case 'y': out += fields.year; break;
      case 'H': out += two_digits(fields.hour); break;
      case 'm': out += two_digits(fields.minute); break;
      default: out += run;
    }
  }

  const Labels& labels_;
  std::optional<int> axis_year_;
  bool seconds_;
};

/// Whether a window lies within a day and is longer than an hour, which is told as a moment.
bool hours_of_one_day(Interval window) {
  const CivilSeconds length = window.end - window.begin;
  return length > seconds_per_hour && length < seconds_per_day &&
         day_number(window.begin) == day_number(window.end - 1);
}

/// The part of the day that a window of a few hours stands for.
CalendarValue part_of_day_at(Interval window) {
  const int hour = civil_time(window.begin + (window.end - window.begin) / 2).hour;
  CalendarValue value;
  value.granularity = Granularity::part_of_day;
  value.part = hour < 5    ? DayPart::night
               : hour < 12 ? DayPart::morning
               : hour < 14 ? DayPart::midday
               : hour < 18 ? DayPart::afternoon
               : hour < 22 ? DayPart::evening
                           : DayPart::night;
  return value;
}

CalendarValue civil_day(CivilSeconds at) { return day_value(day_number(at)); }

}  // namespace

std::string date_words(const DateLabel& label, const Labels& labels, std::optional<int> axis_year) {
  return DateWriter(labels, axis_year, label.seconds).words(label);
}

DateLabel bounds_label(const Placement& placement) {
  DateLabel label;
  label.frame = placement.frame;
  if (placement.kind == PlacementKind::undated) return {};
  if (placement.kind == PlacementKind::instant || placement.kind == PlacementKind::span) {
    label.interval = {placement.start.earliest, std::max(placement.end.latest, placement.start.earliest + 1)};
    if (placement.circa) label.mod = Mod::approx;
    if (!hours_of_one_day(label.interval)) return label;
    if (placement.precision == Granularity::part_of_day)
      label.unit = part_of_day_at(label.interval);
    else
      label.both_ends = true;
    return label;
  }
  const bool before = placement.kind == PlacementKind::before;
  const Window &start = placement.start, &end = placement.end;
  const CivilSeconds at = before ? (end.latest != unbounded_future ? end.latest : start.latest)
                                 : (start.earliest != unbounded_past ? start.earliest : end.earliest);
  label.relation = before ? DateLabel::Relation::before : DateLabel::Relation::after;
  label.seconds = true;  // a bound cut to the minute would state more than is known
  label.interval = {at, at + (at % seconds_per_day == 0 ? seconds_per_day : 60)};
  return label;
}

std::string day_words(CivilSeconds at, bool year, const Labels& labels) {
  return DateWriter(labels, std::nullopt).day(civil_day(at), year);
}

std::string long_day_words(CivilSeconds at, bool with_time, const Labels& labels) {
  const DateWriter writer(labels, std::nullopt);
  const std::string day = writer.long_day(civil_day(at));
  return with_time ? writer.with_clock(day, at) : day;
}

std::string month_words(int month, const Labels& labels) {
  return DateWriter(labels, std::nullopt).month(month, std::nullopt, Form::plain);
}

std::string month_year_words(int month, int year, const Labels& labels) {
  return DateWriter(labels, std::nullopt).month(month, year, Form::plain);
}

std::string year_words(int year, const Labels& labels) { return DateWriter(labels, std::nullopt).year(year); }

std::string years_words(int from, int to, const Labels& labels) {
  return DateWriter(labels, std::nullopt).years(from, to);
}

}  // namespace annal::labels
