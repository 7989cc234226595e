// Timelines made by hand for the tests of the output forms: a text, and what it is said to hold, by quoting the words.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "core/calendar/calendar.h"
#include "timeline/timeline.h"

namespace annal::testing {

inline CivilSeconds day(int year, int month, int day_of_month) {
  return days_from_civil(year, month, day_of_month) * seconds_per_day;
}

class Made {
 public:
  explicit Made(std::string text) {
    timeline.document.text = std::move(text);
    timeline.document.language = "en";
    const auto size = static_cast<std::uint32_t>(timeline.document.text.size());
    timeline.document.blocks.push_back({{0, size}, BlockKind::paragraph});
    timeline.sentences.push_back({0, 0, 0, {0, size}});
  }

  Made& written(int year, int month, int day_of_month) {
    timeline.document.dct = {DctSource::given, day(year, month, day_of_month), false, ""};
    return *this;
  }

  /// Where `words` stand for the nth time, from 0.
  Span span(std::string_view words, int nth = 0) const {
    std::size_t at = timeline.document.text.find(words);
    for (; nth > 0 && at != std::string::npos; --nth) at = timeline.document.text.find(words, at + 1);
    if (at == std::string::npos) throw std::logic_error("the made text lacks: " + std::string(words));
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  }

  /// A DATE that covers [begin, end).
  Timex& date(std::string_view words, std::string_view value, CivilSeconds begin, CivilSeconds end, int nth = 0) {
    Timex timex;
    timex.span = span(words, nth);
    timex.value.type = TimexType::date;
    timex.value.granularity = Granularity::day;
    timex.value.frame = Frame::calendar;
    timex.value.value = ShortText(value);
    timex.value.interval = {begin, end};
    timeline.timexes.push_back(timex);
    timeline.readings.push_back("stated");
    return timeline.timexes.back();
  }

  /// The label of [begin, end): none without `when`, "by" its last day, "early" in its month, else the interval itself.
  static DateLabel label(std::string_view when, CivilSeconds begin, CivilSeconds end) {
    if (when.empty()) return {};
    const bool by = when.starts_with("by ");
    DateLabel out = label_of({by ? end - seconds_per_day : begin, end}, Frame::calendar);
    if (by) out.relation = DateLabel::Relation::by;
    if (when.starts_with("early ")) {
      out.mod = Mod::start;
      out.unit = unit_at(begin, Granularity::month);
    }
    return out;
  }

  /// An event that lies in [begin, end) of the calendar; its rank and its position are its place among the events.
  Event& event(std::string_view words, std::string_view title, CivilSeconds begin, CivilSeconds end,
               std::string_view when, int nth = 0) {
    Event event;
    event.span = span(words, nth);
    event.clause = event.span;
    event.title = title;
    event.salience = 0.9;
    event.shown = true;
    event.certainty = 0.9;
    event.tense = Tense::past;
    event.start = event.end = {begin, end, Frame::calendar};
    event.precision = Granularity::day;
    event.when = label(when, begin, end);
    event.mentions = {event.span};
    event.rank = event.position = static_cast<std::uint32_t>(timeline.events.size());
    timeline.order.push_back(event.position);
    timeline.events.push_back(event);
    return timeline.events.back();
  }

  Made& relate(Entity from, RelationType type, Entity to, std::string rule = "signal-after", bool inferred = false) {
    timeline.relations.push_back({from, to, type, inferred, std::move(rule), 0.9, {}});
    return *this;
  }

  Timeline timeline;
};

inline Entity event(std::uint32_t index) { return {Entity::Kind::event, index}; }
inline Entity timex(std::uint32_t index) { return {Entity::Kind::timex, index}; }
inline constexpr Entity document{Entity::Kind::document, 0};

/// A small story with an uneven axis, an open order, an expected event and a contradiction.
inline Made ferry() {
  Made made(
      "The ferry Aurelia first sailed in 1986. On November 8 a storm tore her ramp off — crews patched it. "
      "After the storm, inspectors found rust; passengers complained. She is to return in early March.");
  made.timeline.document.id = "ferry-1";
  made.timeline.document.title = "The Aurelia stays in port";
  made.written(2016, 11, 14);
  made.date("1986", "1986", day(1986, 1, 1), day(1987, 1, 1)).value.granularity = Granularity::year;
  made.date("November 8", "2016-11-08", day(2016, 11, 8), day(2016, 11, 9)).value.anchor_kind = AnchorKind::document;
  Timex& march = made.date("early March", "2017-03", day(2017, 3, 1), day(2017, 3, 11));
  march.value.mod = Mod::start;
  march.value.granularity = Granularity::month;
  march.value.anchor_kind = AnchorKind::reference;
  march.anchor = 1;
  made.event("sailed", "The Aurelia first sails", day(1986, 1, 1), day(1987, 1, 1), "1986").precision =
      Granularity::year;
  made.event("tore", "A storm tears the ramp off", day(2016, 11, 8), day(2016, 11, 9), "8 Nov 2016");
  made.event("found", "Inspectors find rust", day(2016, 11, 8), day(2016, 11, 15), "8–14 Nov 2016").certainty = 0.6;
  Event& complaint =
      made.event("complained", "Passengers complain", unbounded_past, day(2016, 11, 15), "by 14 Nov 2016");
  complaint.rank = 2;
  complaint.certainty = 0.3;
  complaint.precision = Granularity::none;
  Event& back = made.event("return", "The Aurelia is to return", day(2017, 3, 1), day(2017, 3, 11), "early Mar 2017");
  back.rank = 3;
  back.status = Status::expected;
  back.tense = Tense::infinitive;
  back.timexes = {2};
  back.edtf = "[2017-03-01..2017-03-10]";
  made.timeline.events[0].precedes = {1};
  made.timeline.events[1].precedes = {2};
  made.timeline.events[2].precedes = made.timeline.events[3].precedes = {4};
  made.timeline.events[1].mentions.push_back(made.span("storm", 1));
  made.timeline.events[1].timexes = {1};
  made.timeline.events[1].arguments = {{Role::agent, made.span("a storm"), ""}};
  made.relate(event(0), RelationType::is_included, timex(0), "date-in-clause");
  made.relate(event(1), RelationType::is_included, timex(1), "date-in-clause");
  made.relate(event(1), RelationType::before, event(2), "signal-after");
  made.relate(event(3), RelationType::before, document, "tense-past", true);
  made.relate(document, RelationType::before, event(4), "tense-future", true);
  made.timeline.relations[2].evidence = made.span("After the storm");
  const Point storm_end{Point::Kind::event, 1, true}, found_start{Point::Kind::event, 2, false};
  made.timeline.evidence.push_back({storm_end, found_start, 0, unbounded_future, EvidenceKind::signal, "signal-after",
                                    made.span("After the storm"), 0.9, false});
  made.timeline.evidence.push_back({found_start, storm_end, 1, unbounded_future, EvidenceKind::narrative,
                                    "narrative-order", made.span("found rust"), 0.3, true});
  made.timeline.evidence.push_back({{Point::Kind::event, 3, true},
                                    {Point::Kind::document, 0, false},
                                    0,
                                    unbounded_future,
                                    EvidenceKind::tense,
                                    "tense-past",
                                    made.span("complained"),
                                    0.7,
                                    false});
  made.timeline.conflicts.push_back({{0, 1}, 1, {}});
  made.timeline.warnings.push_back({made.span("1986"), "the year stands alone"});
  return made;
}

/// The same after its owner's hand: headline and foot, an event of every field, one that the text does not tell of.
inline Made owned_ferry() {
  Made made = ferry();
  Timeline& timeline = made.timeline;
  const std::uint32_t full_stop = static_cast<std::uint32_t>(timeline.document.text.find("1986.")) + 5;
  const auto end = static_cast<std::uint32_t>(timeline.document.text.size());
  timeline.sentences = {{0, 0, 0, {0, full_stop}}, {0, 0, 0, {full_stop + 1, end}}};
  for (std::size_t i = 1; i < timeline.events.size(); ++i) timeline.events[i].sentence = 1;
  timeline.presentation = {.title = "Four days of the Aurelia",
                           .subtitle = "From storm to rust",
                           .credit = "Graphic: M. Kern",
                           .note = "Dates are those of the minutes",
                           .language = {},
                           .lanes = {},
                           .theme = {}};
  Event& storm = timeline.events[1];
  storm.colour = "Tomato";
  storm.lane = "Weather";
  storm.note = "the worst since 1953";
  storm.link = "https://example.org/storm?a=1&b=(2)";
  storm.image = "https://example.org/storm.jpg";
  storm.edited = {EditedField::lane, EditedField::colour, EditedField::note, EditedField::link, EditedField::image};
  timeline.events[2].image = "data:image/png;base64,AAAA";
  timeline.events[2].link = "mailto:harbour@example.org";
  Event added;
  added.title = "The mayor resigns";
  added.sentence = static_cast<std::uint32_t>(timeline.sentences.size());
  added.certainty = 1;
  added.salience = 1;
  added.shown = true;
  added.start = added.end = {day(2016, 12, 1), day(2016, 12, 2), Frame::calendar};
  added.precision = Granularity::day;
  added.when = Made::label("", day(2016, 12, 1), day(2016, 12, 2));
  added.edtf = "2016-12-01";
  added.position = 5;
  added.rank = 4;
  added.visibility = Visibility::pinned;
  added.edited = {EditedField::visibility, EditedField::added};
  timeline.order.push_back(5);
  timeline.events.push_back(added);
  return made;
}

}  // namespace annal::testing
