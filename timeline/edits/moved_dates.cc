// See moved_dates.h.
#include "timeline/edits/moved_dates.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "core/pipeline.h"
#include "timeline/edits/find_quote.h"
#include "timeline/entries/stated_date.h"

namespace annal {
namespace {

constexpr std::size_t most_listed = 4;

struct EditedDate {
  std::uint32_t line = 0;
  StatedDate date;
};

bool same(const Quote& a, const Quote& b) {
  return quote_form(a.words) == quote_form(b.words) && a.occurrence == b.occurrence;
}

/// The date that edits state for each event: the last, if it can be read. What is wrong with one is told when it is
/// applied.
std::map<std::uint32_t, EditedDate> edited_dates(const Timeline& timeline, const Edits& edits,
                                                 const Language& language) {
  std::map<std::uint32_t, std::pair<std::uint32_t, std::string>> wordings;
  const EventQuotes quotes(timeline);
  for (const EventEdit& edit : edits.events) {
    // A mention that becomes an event of its own has none of the times of the whole.
    const bool split = std::any_of(edits.split.begin(), edits.split.end(),
                                   [&](const SplitEdit& s) { return same(s.mention, edit.event); });
    const auto event = quotes.event(edit.event);
    if (event && !split && edit.change.date) wordings[*event] = {edit.line, *edit.change.date};
  }
  std::map<std::uint32_t, EditedDate> dates;
  for (const auto& [event, wording] : wordings) {
    if (wording.second.empty()) continue;
    if (auto date = read_stated_date(wording.second, language, timeline.document.dct))
      dates[event] = {wording.first, std::move(*date)};
  }
  return dates;
}

/// Which time expressions count from which.
class Counting {
 public:
  explicit Counting(const std::vector<Timex>& timexes) : timexes_(timexes) {
    for (std::uint32_t t = 0; t < timexes.size(); ++t) {
      const Timex& timex = timexes[t];
      if (timex.value.anchor_kind == AnchorKind::reference && timex.anchor >= 0 &&
          timex.anchor < static_cast<std::int32_t>(t))
        counted_from_.emplace(timexes[static_cast<std::size_t>(timex.anchor)].span.begin, t);
    }
  }

  /// All time expressions that count from the one at `place`, directly or through others.
  std::vector<const Timex*> from(std::uint32_t place) const {
    std::vector<const Timex*> found;
    std::vector<std::uint32_t> places{place};
    // An anchor stands before what counts from it, so that none is found twice.
    for (std::size_t i = 0; i < places.size(); ++i) {
      const auto [first, last] = counted_from_.equal_range(places[i]);
      for (auto it = first; it != last; ++it) {
        found.push_back(&timexes_[it->second]);
        places.push_back(timexes_[it->second].span.begin);
      }
    }
    return found;
  }

 private:
  const std::vector<Timex>& timexes_;
  std::multimap<std::uint32_t, std::uint32_t> counted_from_;  ///< by the place of the anchor
};

class MovedDates {
 public:
  MovedDates(const Timeline& timeline, std::map<std::uint32_t, EditedDate> dates)
      : timeline_(timeline), dates_(std::move(dates)), before_(timeline.timexes) {
    for (std::uint32_t e = 0; e < timeline.events.size(); ++e)
      for (const std::uint32_t t : timeline.events[e].timexes) dated_by_.emplace(t, e);
    for (const Evidence& e : timeline.evidence) {
      if (e.kind != EvidenceKind::narrative) continue;
      for (const auto& [time, event] : {std::pair(e.from, e.to), std::pair(e.to, e.from)})
        if (time.kind == Point::Kind::timex && event.kind == Point::Kind::event)
          told_at_.emplace(time.index, event.index);
    }
  }

  /// The time expressions of events whose date is stated, and what they would be read as.
  std::vector<MovedDate> candidates() const {
    std::vector<MovedDate> found;
    for (const auto& [event, edit] : dates_) {
      const Event& e = timeline_.events[event];
      const Interval now{e.start.earliest, e.end.latest};
      if (e.start.frame == edit.date.frame && now == edit.date.window) continue;
      for (const std::uint32_t t : e.timexes)
        if (interval_with_partner(t).contains(now))
          found.push_back(
              {edit.line, event, t, reading(t, edit.date), {}, contradicts(t, edit.date), shared(t, event)});
    }
    return found;
  }

  /// The candidates that other times count from and that the date stated leaves, with what counts from them.
  std::vector<MovedDate> left() const {
    std::vector<MovedDate> found = candidates();
    for (MovedDate& date : found) {
      if (interval_with_partner(date.timex).contains(dates_.at(date.event).date.window)) continue;
      for (const Timex* timex : before_.from(timeline_.timexes[date.timex].span.begin))
        date.counted.push_back(timex->span);
    }
    std::erase_if(found, [](const MovedDate& date) { return date.counted.empty(); });
    return found;
  }

  /// Keeps those of `found` from which something counts, now or once they are read as stated: `read`. What counts from
  /// something else stays with that.
  void keep_counted(std::vector<MovedDate>& found, const std::vector<Timex>& read) const {
    const Counting after(read);
    std::set<std::uint32_t> open;  // by place
    for (const Timex& timex : timeline_.timexes)
      if (timex.value.frame == Frame::none || timex.value.type == TimexType::duration) open.insert(timex.span.begin);
    std::unordered_map<std::uint32_t, const TimeValue*> values;  // by place
    for (const Timex& timex : read) values[timex.span.begin] = &timex.value;
    const auto moves = [&](const Timex& timex) {
      const auto now = values.find(timex.span.begin);
      return now == values.end() || now->second->value != timex.value.value;
    };
    for (MovedDate& date : found) {
      const std::uint32_t place = timeline_.timexes[date.timex].span.begin;
      std::set<std::uint32_t> counted;
      for (const Timex* timex : before_.from(place)) counted.insert(timex->span.begin);
      for (const Timex* timex : after.from(place))
        if (open.contains(timex->span.begin)) counted.insert(timex->span.begin);
      for (const Timex& timex : timeline_.timexes)
        if (counted.contains(timex.span.begin) && (date.reading.empty() || moves(timex)))
          date.counted.push_back(timex.span);
    }
    std::erase_if(found, [&](const MovedDate& date) {
      return date.counted.empty() && !(date.contradicts && tells_of_others(date.timex, date.event));
    });
  }

 private:
  const Timex* partner(std::uint32_t t) const {
    const Timex& timex = timeline_.timexes[t];
    return timex.range != RangeRole::none && timex.partner >= 0
               ? &timeline_.timexes[static_cast<std::size_t>(timex.partner)]
               : nullptr;
  }

  /// What a time expression covers; of one end of a range the range.
  Interval interval_with_partner(std::uint32_t t) const {
    Interval interval = timeline_.timexes[t].value.interval;
    if (const Timex* const other = partner(t)) {
      interval.begin = std::min(interval.begin, other->value.interval.begin);
      interval.end = std::max(interval.end, other->value.interval.end);
    }
    return interval;
  }

  /// Whether an event in `t` cannot be of `date`.
  bool contradicts(std::uint32_t t, const StatedDate& date) const {
    if (timeline_.timexes[t].value.frame != date.frame) return false;
    const Interval told = interval_with_partner(t);
    if (date.lasts) return !told.contains(date.window);
    return told.end <= date.window.begin || date.window.end <= told.begin;
  }

  bool tells_of_others(std::uint32_t t, std::uint32_t event) const {
    const auto [first, last] = told_at_.equal_range(t);
    return std::any_of(first, last, [&](const auto& told) { return told.second != event; });
  }

  /// What `t` is read as where the event it dates has `date`: one unit of the calendar.
  std::vector<TimexOverride> reading(std::uint32_t t, const StatedDate& date) const {
    const Timex& timex = timeline_.timexes[t];
    if (!date.window.bounded()) return {};
    std::optional<CalendarValue> unit;
    Mod mod = Mod::none;
    if (partner(t) != nullptr) {
      if (!date.lasts) return {};
      const bool from = timex.range == RangeRole::from;
      unit = unit_at(from ? date.window.begin : date.window.end - 1, timex.value.granularity);
      const Interval end = interval_of(*unit);
      if (from ? end.begin != date.window.begin : end.end != date.window.end) return {};
    } else if (date.label.unit.granularity != Granularity::none) {
      unit = date.label.unit;
      mod = date.label.mod;
    } else if (date.frame == Frame::calendar) {
      unit = unit_of(date.window);
    }
    if (!unit || date.lasts != (partner(t) != nullptr)) return {};
    // Days do not count from a year; years may count from a year where the text told a day.
    if (unit->granularity > timex.value.granularity)
      for (const Timex* counted : before_.from(timex.span.begin))
        if (counted->value.granularity < unit->granularity) return {};
    return {{timex.span, TimexOverride::Means{*unit, mod}}};
  }

  /// Another event that `t` dates and whose date is not stated to be the same. A noun in the clause of the event, "held
  /// a meeting on 14 November", is none.
  std::int32_t shared(std::uint32_t t, std::uint32_t event) const {
    const auto [first, last] = dated_by_.equal_range(t);
    for (auto it = first; it != last; ++it) {
      if (it->second == event || of_one_clause(timeline_.events[it->second], timeline_.events[event])) continue;
      const auto edited = dates_.find(it->second);
      if (edited == dates_.end() || edited->second.date.window != dates_.at(event).date.window)
        return static_cast<std::int32_t>(it->second);
    }
    return -1;
  }

  static bool of_one_clause(const Event& a, const Event& b) {
    return a.clause == b.clause && (a.pos == PartOfSpeech::noun || b.pos == PartOfSpeech::noun);
  }

  const Timeline& timeline_;
  const std::map<std::uint32_t, EditedDate> dates_;
  const Counting before_;
  std::multimap<std::uint32_t, std::uint32_t> dated_by_, told_at_;  ///< by time expression
};

std::string quoted(std::string_view words) { return "“" + std::string(words) + "”"; }

/// The words of the first of `spans`, and how many more there are.
std::string listed(const Timeline& timeline, const std::vector<Span>& spans) {
  std::string words;
  for (std::size_t i = 0; i < spans.size() && i < most_listed; ++i)
    words += (i == 0 ? "" : ", ") + quoted(slice(timeline.document.text, spans[i]));
  return spans.size() > most_listed ? words + " and " + std::to_string(spans.size() - most_listed) + " more" : words;
}

}  // namespace

std::vector<MovedDate> find_moved_dates(const Timeline& timeline, const Edits& edits, const Document& document,
                                        const Language& language, const std::vector<TimexOverride>& overrides) {
  auto dates = edited_dates(timeline, edits, language);
  if (dates.empty()) return {};
  const MovedDates search(timeline, std::move(dates));
  std::vector<MovedDate> found = search.candidates();
  if (found.empty()) return found;
  std::vector<TimexOverride> all = overrides;
  for (const MovedDate& date : found) all.insert(all.end(), date.reading.begin(), date.reading.end());
  search.keep_counted(found, analyse(document, language, all).timexes);
  return found;
}

void report_unmoved_dates(const Timeline& timeline, const Edits& edits, const Language& language,
                          std::vector<EditProblem>& problems) {
  auto dates = edited_dates(timeline, edits, language);
  if (dates.empty()) return;
  for (const MovedDate& date : MovedDates(timeline, std::move(dates)).left())
    problems.push_back(
        {date.line, "what counts from " + quoted(slice(timeline.document.text, timeline.timexes[date.timex].span)) +
                        " stays, since a finished timeline is not read again: " + listed(timeline, date.counted) +
                        "; state a date for each, or build it from the article"});
}

void report_moved_dates(const Timeline& timeline, const std::vector<MovedDate>& moved,
                        std::vector<EditProblem>& problems) {
  const auto words = [&](Span span) { return quoted(slice(timeline.document.text, span)); };
  for (const MovedDate& date : moved) {
    const std::string counted = listed(timeline, date.counted);
    const std::string title = quoted(timeline.events[date.event].title);
    const std::string told = words(timeline.timexes[date.timex].span);
    if (date.moves() && date.contradicts)
      problems.push_back({date.line,
                          "the date stated for " + title + " contradicts the text: " + told +
                              (counted.empty() ? "" : "; what counts from it moves too: " + counted),
                          EditProblem::Kind::note});
    if (date.moves() || counted.empty()) continue;
    const std::string reason =
        date.shared >= 0
            ? "which dates " + quoted(timeline.events[static_cast<std::size_t>(date.shared)].title) + " too"
            : "since the date stated for " + title + " is no day, month or year as narrow as that";
    problems.push_back({date.line, "what counts from " + told + ", " + reason + ", stays: " + counted +
                                       "; to move it, state a date for each"});
  }
}

}  // namespace annal
