// EDTF is read by itself. Every other wording is analysed as the words of an article are, and dated as an event that
// they stand beside would be: so a wording never means two things.
#include "timeline/entries/stated_date.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/calendar/edtf.h"
#include "core/pipeline.h"
#include "core/text/read.h"
#include "core/unicode/ascii.h"
#include "timeline/event/time_marker.h"
#include "timeline/event/when.h"

namespace annal {
namespace {

constexpr std::size_t longest_wording = 200;  ///< bytes
constexpr std::size_t iso_year = 4;           ///< digits

std::string quoted(std::string_view words) { return "“" + std::string(words) + "”"; }

tl::unexpected<Error> refuse(std::string message) { return fail(Code::usage, std::move(message)); }

/// The label of a date that EDTF states.
DateLabel label_of(const EdtfDate& date) {
  const bool one = date.unit.granularity != Granularity::none;
  DateLabel label =
      label_of(one ? interval_of(date.unit) : date.interval, date.open_year ? Frame::open_year : Frame::calendar);
  if (one) label.unit = date.unit;
  if (date.interval.end == unbounded_future) label.relation = DateLabel::Relation::from_on;
  if (date.interval.begin == unbounded_past) label.relation = DateLabel::Relation::by;
  if (date.approximate) label.mod = Mod::approx;
  label.guess = date.uncertain;
  return label;
}

/// Says of a range of clock times where it ends: at the last of them, whose minute is not filled.
void tell_clocks(Interval window, StatedDate& date) {
  if (date.frame != Frame::calendar || window.begin >= window.end) return;
  date.window = window;
  date.label.interval = window;
  date.label.unit = {};
  date.label.both_ends = true;
  date.precision = std::min(date.precision, Granularity::minute);
  date.edtf = iso_text(window.begin, true) + "/" + iso_text(window.end, true);
}

/// Whether `edtf` is a range whose dates are in order the other way round.
bool is_reversed(std::string_view edtf) {
  const std::size_t slash = edtf.find('/');
  if (slash == std::string_view::npos) return false;
  const std::string_view first = edtf.substr(0, slash), last = edtf.substr(slash + 1);
  if (first.size() < iso_year || last.size() < iso_year) return false;  // "2014/15"
  const auto a = parse_edtf(first), b = parse_edtf(last);
  return a && b && !parse_edtf(edtf) && a->interval.begin >= b->interval.begin;
}

std::string reversed(std::string_view wording) { return quoted(wording) + ": the range ends before it begins"; }

/// Whether the only numbers of a wording are two years, the later one first.
bool has_reversed_years(std::string_view wording) {
  std::vector<std::string_view> numbers;
  for (std::size_t at = 0; at < wording.size();) {
    std::size_t end = at;
    while (end < wording.size() && is_digit(wording[end])) ++end;
    if (end > at) numbers.push_back(wording.substr(at, end - at));
    at = end > at ? end : at + 1;
  }
  return numbers.size() == 2 && numbers[0].size() == iso_year && numbers[1].size() == iso_year &&
         numbers[0] > numbers[1];
}

/// Whether a value counts from the date last told: "two days later", "that evening".
bool counts_from_text(const ExpressionPool& pool, ExpressionIndex i) {
  const ExpressionNode& node = pool[i];
  if (const auto* const at = std::get_if<op::At>(&node)) return counts_from_text(pool, at->date);
  return std::holds_alternative<op::Reference>(node) || std::holds_alternative<op::ReferenceShift>(node) ||
         std::holds_alternative<op::ReferenceDay>(node) || std::holds_alternative<op::Earlier>(node) ||
         std::holds_alternative<op::Later>(node);
}

/// "1921-24": the winter of 1921 in EDTF, and what people write for 1921 to 1924.
bool may_be_years(std::string_view text, const StatedDate& date) {
  if (text.size() != 7 || date.precision <= Granularity::month || date.precision >= Granularity::year) return false;
  return text.substr(5) > text.substr(2, 2);
}

/// "2016-13": a month that no year has, or years that nobody writes so, since they go on into the next century.
bool ends_in_next_century(std::string_view text) {
  if (text.size() <= iso_year + 2) return false;
  const std::string_view year = text.substr(0, iso_year), last = text.substr(text.size() - 2),
                         between = text.substr(iso_year, text.size() - iso_year - 2);
  const auto is_number = [](std::string_view part) { return std::ranges::all_of(part, is_digit); };
  const bool joined = between == "-" || between == "/" || between == "\u2013";
  return joined && is_number(year) && is_number(last) && last <= year.substr(2);
}

/// Where an event lies that `kind` ties to `time`.
Interval window_of(TieKind kind, const Interval& time) {
  switch (kind) {
    case TieKind::since:
    case TieKind::from: return {time.begin, unbounded_future};
    case TieKind::after: return {time.end, unbounded_future};
    case TieKind::before: return {unbounded_past, time.begin};
    case TieKind::by:
    case TieKind::until:
    case TieKind::to: return {unbounded_past, time.end};
    default: return time;
  }
}

/// "From", "since".
bool opens(TieKind kind) { return kind == TieKind::since || kind == TieKind::from; }

/// A time expression of the wording with the words round it that belong to it.
struct Part {
  Timex timex;
  TieKind kind = TieKind::bare;
  std::uint32_t first = 0, last = 0;  ///< tokens, with the marker before it and the words that close it
  bool is_from = false;               ///< "from May", also where the marker is its own first word: Spanish "del 3"
  bool open_end = false;              ///< closing words stand behind it: "from May on"
};

/// A wording, analysed in one language.
class Wording {
 public:
  Wording(const Language& language, Document document) : language_(language) {
    document.blocks = {{Span{0, static_cast<std::uint32_t>(document.text.size())}, BlockKind::paragraph}};
    analysis_ = analyse(std::move(document), language);
    read_parts();
  }

  bool has_time() const { return !parts_.empty(); }

  Result<StatedDate> date(const Dct& dct) const {
    if (!analysis_.warnings.empty()) {
      if (has_reversed_years(text())) return refuse(reversed(text()));
      const std::string& message = analysis_.warnings.front().message;
      return refuse(message.substr(0, message.rfind(';')));  // what an article makes of it does not matter here
    }
    if (parts_.empty())
      return refuse(quoted(text()) + " is no date; write it as 2016-11-14, 2016-11, 2014/2016 or in words");
    for (const Part& part : parts_)
      if (auto placed = check(part); !placed) return tl::unexpected(placed.error());
    if (const std::string_view rest = left_over(); !rest.empty())
      return refuse(quoted(text()) + ": " + quoted(rest) + " is no part of a date");
    if (parts_.size() == 1) return one(parts_.front(), dct);
    if (!is_range()) return refuse(quoted(text()) + " is more than one date; write a range as 2014/2016 or in words");
    return range(dct);
  }

 private:
  std::string_view text() const { return analysis_.document.text; }
  std::string_view words(std::uint32_t token) const { return slice(text(), analysis_.tokens[token].span()); }

  void read_parts() {
    const TimeMarkers markers(language_);
    std::uint32_t floor = 0;
    for (const Timex& timex : analysis_.timexes) {
      Part part;
      part.timex = timex;
      part.first = floor;
      while (analysis_.tokens[part.first].begin < timex.span.begin) ++part.first;
      part.last = part.first;
      while (part.last < analysis_.tokens.size() && analysis_.tokens[part.last].begin < timex.span.end) ++part.last;
      const TimeMarker marker = markers.before(analysis_, part.first, floor);
      part.kind = marker.kind;
      part.is_from = opens(marker.kind) || opens(markers.before(analysis_, part.first + 1, part.first).kind);
      const bool beside =
          marker.kind == TieKind::length || marker.kind == TieKind::compared || marker.kind == TieKind::than;
      if (marker.token >= 0 && !beside) part.first = static_cast<std::uint32_t>(marker.token);
      part.open_end = take_closing(part);
      floor = part.last;
      parts_.push_back(part);
    }
  }

  /// Takes the longest entry of words that close a date without an end.
  bool take_closing(Part& part) const {
    const WordClass closing = language_.word_class("time-tie-end");
    if (!opens(part.kind)) return false;
    std::string phrase;
    std::uint32_t end = part.last;
    for (std::uint32_t k = part.last; k < analysis_.tokens.size() && k < part.last + 2; ++k) {
      phrase += (phrase.empty() ? "" : " ") + std::string(words(k));
      if (language_.is(phrase, closing)) end = k + 1;
    }
    return std::exchange(part.last, end) != end;
  }

  /// Whether the part has a place on a calendar.
  Result<void> check(const Part& part) const {
    const TimeValue& value = part.timex.value;
    const std::string own = quoted(slice(text(), part.timex.span));
    if (value.type == TimexType::duration) return refuse(own + " is a length of time and no date");
    if (value.type == TimexType::set) return refuse(own + " recurs and is no one date");
    if (part.timex.expression < analysis_.expressions.size() &&
        counts_from_text(analysis_.expressions, part.timex.expression))
      return refuse(own + " counts from another date of a text; state the date itself");
    const bool relative = value.frame == Frame::document || value.anchor_kind == AnchorKind::document;
    if (relative && !analysis_.document.dct.known())
      return refuse(own + " counts from the day of writing, which is not known; state the date itself");
    if (value.frame == Frame::none || !value.interval.bounded()) return refuse(own + " is no date by itself");
    return {};
  }

  bool partners() const { return parts_.size() == 2 && parts_[0].timex.range == RangeRole::from; }

  /// "between Monday and 14 May": one word joins the second to the first.
  bool is_joined() const {
    return parts_.size() == 2 && parts_[0].kind == TieKind::range_from && parts_[1].kind == TieKind::bare &&
           parts_[1].first == parts_[0].last + 1;
  }

  /// The first words that belong to no part, from one part to the next; empty where there are none.
  std::string_view left_over() const {
    std::uint32_t at = 0;
    for (std::size_t i = 0; i <= parts_.size(); ++i) {
      std::uint32_t end = static_cast<std::uint32_t>(analysis_.tokens.size());
      if (i < parts_.size()) end = parts_[i].first;
      const bool between = i == 1 && (partners() || is_joined());
      while (at < end && !between && is_punctuation(at, i)) ++at;
      if (at < end && !between) return slice(text(), {analysis_.tokens[at].begin, analysis_.tokens[end - 1].end});
      if (i < parts_.size()) at = parts_[i].last;
    }
    return {};
  }

  /// A bracket round the wording, a full stop or a question mark behind it, a dash between two dates.
  bool is_punctuation(std::uint32_t token, std::size_t part) const {
    const std::string_view mark = words(token);
    if (part == 0) return mark == "(" || mark == "[";
    if (part < parts_.size()) return mark == "-" || mark == "–" || mark == "—";
    return mark == ")" || mark == "]" || mark == "." || mark == "?";
  }

  bool is_range() const {
    if (parts_.size() != 2 || parts_[0].timex.value.frame != parts_[1].timex.value.frame) return false;
    if (partners() || is_joined()) return true;
    const TieKind from = parts_[0].kind, to = parts_[1].kind;
    if (parts_[0].last < parts_[1].first) return from == TieKind::bare && to == TieKind::bare;  // a dash between them
    const bool begins = opens(from) || from == TieKind::bare;                                   // "1830 to 1834"
    return begins && (to == TieKind::to || to == TieKind::by || to == TieKind::until);
  }

  static bool is_clock(const Timex& timex) { return timex.value.granularity < Granularity::part_of_day; }

  /// Says of an event in `window` when it was. `kind`: the tie of its first time expression.
  StatedDate dated(const Interval& window, TieKind kind, const Dct& dct) const {
    StatedDate stated;
    stated.window = window;
    stated.frame = parts_.front().timex.value.frame;
    Event event;
    event.start = {window.begin, window.end, stated.frame};
    event.end = event.start;
    event.timexes = {0};
    say_when(event, {parts_.front().timex}, kind, dct);
    stated.label = event.when;
    stated.label.guess = text().ends_with('?');
    if (stated.frame == Frame::calendar) stated.edtf = event.edtf;
    if (stated.label.guess && unit_of(window)) stated.edtf += '?';
    stated.precision = event.precision;
    return stated;
  }

  Result<StatedDate> one(const Part& part, const Dct& dct) const {
    StatedDate stated = dated(window_of(part.kind, part.timex.value.interval), part.kind, dct);
    if (part.open_end) stated.label.relation = DateLabel::Relation::from_on;
    return stated;
  }

  Result<StatedDate> range(const Dct& dct) const {
    const Interval first = parts_[0].timex.value.interval, last = parts_[1].timex.value.interval;
    if (last.end <= first.begin || last.begin < first.begin) return refuse(reversed(text()));
    StatedDate stated = dated({first.begin, last.end}, TieKind::range_from, dct);
    stated.range = true;
    stated.lasts = parts_[0].is_from;
    stated.between = parts_[0].kind == TieKind::range_from;
    if (is_clock(parts_[0].timex) && is_clock(parts_[1].timex)) tell_clocks({first.begin, last.begin}, stated);
    return stated;
  }

  const Language& language_;
  Analysis analysis_;
  std::vector<Part> parts_;
};

/// The date that all other languages that can read the wording agree on.
std::optional<StatedDate> of_other_languages(const Document& document, const Language& language, const Dct& dct) {
  std::optional<StatedDate> found;
  for (const std::string_view tag : Language::tags()) {
    const Language& other = *Language::find(tag);
    if (&other == &language || &other == &Language::fallback()) continue;
    const auto date = Wording(other, document).date(dct);
    if (!date) continue;
    if (found && (found->window != date->window || found->lasts != date->lasts)) return std::nullopt;
    if (!found) found = *date;
  }
  return found;
}

}  // namespace

std::optional<StatedDate> read_stated_edtf(std::string_view edtf) {
  const std::optional<EdtfDate> date = parse_edtf(edtf);
  if (!date) return std::nullopt;
  StatedDate stated;
  stated.window = date->interval;
  stated.frame = date->open_year ? Frame::open_year : Frame::calendar;
  stated.range = date->range && date->interval.bounded();
  stated.label = label_of(*date);
  // ISO 8601 is wider than EDTF: "2016-W46", "2016-11-14T06:30".
  if (!date->open_year && date->interval.bounded() && !date->uncertain)
    stated.edtf = to_edtf(date->unit, date->approximate ? Mod::approx : Mod::none, date->interval);
  if (!date->open_year && stated.edtf.empty()) stated.edtf = edtf;
  stated.precision = date->precision;
  if (stated.range && date->precision < Granularity::part_of_day) {
    constexpr CivilSeconds minute = 60;
    const CivilSeconds last = date->interval.end - 1;  // "…T23:00" is that moment
    tell_clocks({date->interval.begin, last % minute == 0 ? last : date->interval.end}, stated);
  }
  return stated;
}

Result<StatedDate> read_stated_date(std::string_view wording, const Language& language, const Dct& dct) {
  wording = trimmed(wording);
  if (wording.empty()) return refuse("no date is stated");
  if (wording.size() > longest_wording)
    return refuse("a date of more than " + std::to_string(longest_wording) + " bytes; state the date alone");
  if (const auto date = read_stated_edtf(wording)) {
    if (!may_be_years(wording, *date)) return *date;
    const std::string years = std::string(wording.substr(0, 4)) + "/" + std::string(wording.substr(0, 2));
    return refuse(quoted(wording) + " may be a part of a year or a range of years; write " + years +
                  std::string(wording.substr(5)) + " for the years, or the part of the year in words");
  }
  if (is_reversed(wording)) return refuse(reversed(wording));
  if (ends_in_next_century(wording))
    return refuse(quoted(wording) + " is no month of a year; write 2016-11 for a month, 2016/2018 for years");
  auto document = read_text(wording, "date");
  if (!document) return refuse(document.error().message);
  document->dct = dct;
  // The date stated is no day of writing that could contradict the one given.
  if (dct.source == DctSource::given) document->dct.source = DctSource::page;
  const Wording own(language, *document);
  auto date = own.date(dct);
  if (date) return date;
  const Wording general(Language::fallback(), *document);
  auto fallback = general.date(dct);
  if (fallback) return fallback;
  if (const auto other = of_other_languages(*document, language, dct)) return *other;
  return own.has_time() || !general.has_time() ? date : fallback;
}

}  // namespace annal
