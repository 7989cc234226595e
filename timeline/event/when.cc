// When an event happened: which of its time expressions and bounds a reader is told of.
#include "timeline/event/when.h"

#include <algorithm>
#include <optional>

#include "core/calendar/calendar.h"

namespace annal {
namespace {

bool bounded_below(Interval i) { return i.begin > unbounded_past; }
bool bounded_above(Interval i) { return i.end < unbounded_future; }

// The modifiers that a label has words for.
Mod told_mod(Mod mod) {
  return mod == Mod::start || mod == Mod::mid || mod == Mod::end || mod == Mod::approx ? mod : Mod::none;
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

constexpr CivilSeconds seconds_per_hour = 3600;

// Certainty of a date by where it comes from.
constexpr double certain_stated = 0.95, certain_narrowed = 0.85, certain_window = 0.6, certain_side = 0.3;

bool is_within(TieKind kind) { return kind == TieKind::bare || kind == TieKind::in || kind == TieKind::during; }

// Whether of `stated` nothing is taken but what lies on the other side of the day of writing.
bool ends_at_writing(const Interval& window, const Interval& stated, const Dct& dct) {
  if (!dct.known()) return false;
  const CivilSeconds day = floor_day(dct.at);
  const auto in_day = [day](CivilSeconds at) { return day <= at && at <= day + seconds_per_day; };
  return (window.begin == stated.begin && in_day(window.end)) || (window.end == stated.end && in_day(window.begin));
}

// "in 2014": the time itself, or what else is known within it: "last week", but after the vote of the 8th.
void say_within(Event& event, const Timex& own, const Interval& window, Frame frame, const Dct& dct) {
  const Interval stated = own.value.interval;
  event.precision = own.value.granularity;
  const bool narrower = frame == own.value.frame && window.bounded() && window.begin < window.end &&
                        stated.contains(window) && !(stated == window) && !ends_at_writing(window, stated, dct);
  if (narrower && window.end - window.begin >= seconds_per_day) {
    event.when = label_of(window, frame);
    if (frame == Frame::calendar) event.edtf = edtf_of_window(window);
    event.precision = window.end - window.begin == seconds_per_day ? Granularity::day : event.precision;
    event.certainty = certain_narrowed;
    return;
  }
  event.when = timex_label(own);
  if (const auto parsed = parse_timex(own.value.value); parsed && own.value.frame != Frame::document)
    event.edtf = to_edtf(*parsed, own.value.mod, stated);
  event.certainty = own.value.mod == Mod::approx ? certain_narrowed : certain_stated;
}

DateLabel::Relation relation_of(TieKind kind) {
  switch (kind) {
    case TieKind::since: return DateLabel::Relation::since;
    case TieKind::from: return DateLabel::Relation::from;
    case TieKind::after: return DateLabel::Relation::after;
    case TieKind::before: return DateLabel::Relation::before;
    case TieKind::by: return DateLabel::Relation::by;
    default: return DateLabel::Relation::until;
  }
}

// "since 2014": the time with its relation. False where there is no such label; both ends of a range together are
// bounds.
bool say_beside(Event& event, const Timex& own, TieKind kind) {
  event.precision = own.value.granularity;
  const bool between = kind == TieKind::range_from || kind == TieKind::range_to;
  const DateLabel label = between ? DateLabel{} : timex_label(own);
  if (label.empty()) return false;
  const auto parsed = parse_timex(own.value.value);
  const std::string edtf = parsed ? to_edtf(*parsed, Mod::none, own.value.interval) : std::string{};
  event.certainty = certain_window;
  event.when = label;
  event.when.relation = relation_of(kind);
  const bool opens = kind == TieKind::since || kind == TieKind::from || kind == TieKind::after;
  if (!edtf.empty() && edtf.find('/') == std::string::npos && edtf.find('[') == std::string::npos)
    event.edtf = opens ? edtf + "/.." : "../" + edtf;
  return true;
}

// What the network knows of it.
void say_bounds(Event& event, Interval window, Frame frame) {
  if (frame == Frame::document && !window.bounded()) return;  // "before it was written" says nothing
  const bool below = bounded_below(window) && frame != Frame::none,
             above = bounded_above(window) && frame != Frame::none;
  if (!below && !above) return;
  if (below && above && window.begin < window.end) {
    // "At 02:20 or later that day": the hours between are no time of the text.
    const CivilSeconds day = floor_day(window.begin);
    if (window.end <= day + seconds_per_day && window.end - window.begin > seconds_per_hour)
      window = {day, day + seconds_per_day};
    event.when = label_of(window, frame);
    event.certainty = certain_window;
    event.precision = window.end - window.begin <= seconds_per_day ? Granularity::day : Granularity::none;
    if (const auto unit = frame == Frame::calendar ? unit_of(window) : std::nullopt)
      event.precision = unit->granularity;
  } else if (above) {
    event.when = label_of({window.end - seconds_per_day, window.end}, frame);
    event.when.relation = DateLabel::Relation::by;
    event.certainty = certain_side;
  } else if (below) {
    event.when = label_of({window.begin, window.begin + seconds_per_day}, frame);
    event.when.relation = DateLabel::Relation::from_on;
    event.certainty = certain_side;
  }
  if (frame == Frame::calendar && !event.when.empty()) event.edtf = edtf_of_window(window);
}

// "in late 2014 or early 2015": where a part of a year ends is no day of the text.
Interval widened(const Event& event, const std::vector<Timex>& timexes, Interval window) {
  for (const std::uint32_t t : event.timexes) {
    const TimeValue& value = timexes[t].value;
    const auto whole = value.mod == Mod::none ? std::nullopt : parse_timex(value.value);
    if (!whole || value.frame != Frame::calendar) continue;
    if (window.begin == value.interval.begin) window.begin = interval_of(*whole).begin;
    if (window.end == value.interval.end) window.end = interval_of(*whole).end;
  }
  return window;
}

}  // namespace

DateLabel timex_label(const Timex& timex) {
  const TimeValue& value = timex.value;
  DateLabel label = label_of(value.interval, value.frame);
  const auto parsed = parse_timex(value.value);
  if (value.frame == Frame::open_year) {
    const bool month = parsed && parsed->month > 0 && parsed->granularity == Granularity::month;
    if (!month &&
        !(parsed && (parsed->granularity == Granularity::season || parsed->granularity == Granularity::quarter)))
      return label;
  } else if (value.frame != Frame::calendar || !parsed) {
    return label;
  }
  label.frame = value.frame;
  label.interval = value.interval;
  label.unit = *parsed;
  label.mod = told_mod(value.mod);
  return label;
}

void say_when(Event& event, const std::vector<Timex>& timexes, TieKind kind, const Dct& dct) {
  const Frame frame = event.start.frame != Frame::none ? event.start.frame : event.end.frame;
  Interval window{event.start.earliest, event.end.latest};
  if (event.end.frame != frame) window.end = unbounded_future;
  if (event.start.frame != frame) window.begin = unbounded_past;

  const Timex* own = event.timexes.empty() ? nullptr : &timexes[event.timexes.front()];
  // A date that the network gave up ("in the spring flood of 1613", its spring read as that of 1511) says nothing.
  // A clock time of another zone than the first may lie up to a day beside its bounds.
  if (own != nullptr && frame == Frame::calendar && own->value.frame == frame && is_within(kind)) {
    const Interval& stated = own->value.interval;
    const CivilSeconds zones = stated.end - stated.begin < seconds_per_day ? seconds_per_day : 0;
    if (stated.end + zones <= window.begin || window.end <= stated.begin - zones) own = nullptr;
  }
  if (own != nullptr && own->value.frame != Frame::none) {
    if (is_within(kind)) return say_within(event, *own, window, frame, dct);
    if (say_beside(event, *own, kind)) return;
  }
  say_bounds(event, widened(event, timexes, window), frame);
}

void mark_as_guess(Event& event) {
  constexpr double certain_guess = 0.3;
  if (event.when.empty() || event.start.earliest == unbounded_past || event.end.latest == unbounded_future) return;
  event.when.guess = true;
  event.certainty = std::min(event.certainty, certain_guess);
  constexpr std::size_t day = 10;  // "2016-11-14"
  if (event.edtf.size() == day) event.edtf += '?';
}

}  // namespace annal
