// See read_event.h.
#include "timeline/json/read_event.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include "core/calendar/calendar.h"
#include "timeline/json/read_owner.h"

namespace annal {
namespace {

using Value = JsonReader::Value;

Bounds bounds(JsonReader& in, const Value& event, const char* key) {
  Bounds found;
  in.within(event, key, true, [&](const Value& value) {
    const Interval window = in.window(value, found.frame);
    found.earliest = window.begin;
    found.latest = window.end;
  });
  return found;
}

DateLabel label(JsonReader& in, const Value& event) {
  DateLabel found;
  in.within(event, "date", false, [&](const Value& value) {
    found.relation = in.named(value, "relation", DateLabel::Relation::until);
    found.mod = in.named(value, "mod", Mod::approx);
    found.guess = in.flag(value, "guess");
    found.interval = in.window(value, found.frame);
    if (const auto unit = parse_timex(in.text(value, "value"))) found.unit = *unit;
    if (found.frame != Frame::none && !found.interval.bounded()) in.note_fault("", "the date is open to a side");
  });
  return found;
}

void read_grammar(JsonReader& in, const Value& value, int version, Event& event) {
  event.event_class = in.named(value, "class", EventClass::state, true);
  event.tense = in.named(value, "tense", Tense::pastpart, true);
  event.aspect = in.named(value, "aspect", Aspect::perfective_progressive, true);
  event.polarity = in.named(value, "polarity", Polarity::neg, true);
  event.modality = in.text(value, "modality");
  event.pos = in.named(value, "pos", PartOfSpeech::other, true);
  event.status = in.named(value, version == 1 ? "status" : "factuality", Status::denied, true);
  event.source = in.text(value, "source");
}

/// The date of an event, or of an account of one.
template <class Dated>
void read_when(JsonReader& in, const Value& value, Dated& dated) {
  dated.start = bounds(in, value, "start");
  dated.end = bounds(in, value, "end");
  dated.edtf = in.text(value, "edtf");
  dated.precision = Granularity::none;
  if (in.member(value, "precision") != nullptr) dated.precision = in.named(value, "precision", Granularity::millennium);
  dated.when = label(in, value);
}

/// What documents say of the date of `event`, whose mentions are read, where they do not agree.
void read_accounts(JsonReader& in, const Value& value, Event& event) {
  in.each(value, "accounts", false, [&](const Value& item, std::size_t) {
    Account& account = event.accounts.emplace_back();
    read_when(in, item, account);
    in.each(item, "mentions", true, [&](const Value& mention, std::size_t) {
      const auto place = std::ranges::find(event.mentions, in.span(mention));
      if (place == event.mentions.end()) return in.note_fault("", "is no mention of the event");
      account.mentions.push_back(static_cast<std::uint32_t>(place - event.mentions.begin()));
    });
  });
}

}  // namespace

void read_event(JsonReader& in, const Value& value, int version, const std::vector<Sentence>& sentences, Event& event) {
  event.span = in.span(value, "span", true);
  event.lemma = in.text(value, "lemma");
  event.title = in.text(value, "title", true);
  read_grammar(in, value, version, event);
  event.salience = in.share(value, "salience");
  event.certainty = in.share(value, "certainty");
  event.shown = in.flag(value, "shown");
  in.each(value, "arguments", false, [&](const Value& item, std::size_t) {
    event.arguments.push_back(
        {in.named(item, "role", Role::oblique, true), in.span(item, "span", true), in.text(item, "name")});
  });
  in.within(value, "groups", false, [&](const Value& groups) {
    event.groups = {in.text(groups, "actor"), in.text(groups, "place"), in.text(groups, "source")};
  });
  event.lane = in.text(value, "lane");
  read_when(in, value, event);
  event.clause = in.span(value, "sentence");
  event.sentence = static_cast<std::uint32_t>(event.clause.size() > 0 ? sentence_at(sentences, event.clause.begin)
                                                                      : sentences.size());
  if (in.member(value, "clause") != nullptr) event.clause = in.span(value, "clause");
  in.each(value, "mentions", true, [&](const Value& item, std::size_t) { event.mentions.push_back(in.span(item)); });
  read_accounts(in, value, event);
  in.each(value, "timexes", true,
          [&](const Value& item, std::size_t) { event.timexes.push_back(in.index("", in.text(item), 't')); });
  event.position = static_cast<std::uint32_t>(in.integer(value, "position", 0));
  event.rank = static_cast<std::uint32_t>(in.integer(value, "rank", 0));
  in.each(value, "precedes", false,
          [&](const Value& item, std::size_t) { event.precedes.push_back(in.index("", in.text(item), 'e')); });
  read_owner(in, value, event);
}

void check_order(JsonReader& in, const Value& timeline, const std::vector<Event>& events) {
  const auto id = [](std::size_t index) { return "e" + std::to_string(index + 1); };
  std::vector<std::uint32_t> line(events.size());
  std::iota(line.begin(), line.end(), 0u);
  std::stable_sort(line.begin(), line.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return events[a].position < events[b].position; });
  std::vector<std::optional<std::uint32_t>> before(events.size());  // of each event the one that stands before it
  for (std::size_t i = 1; i < line.size(); ++i) before[line[i]] = line[i - 1];
  in.each(timeline, "events", true, [&](const Value& value, std::size_t e) {
    const Event& event = events[e];
    if (before[e] && events[*before[e]].position == event.position)
      in.note_fault("position", std::to_string(event.position) + " is that of " + id(*before[e]) + " as well");
    if (before[e] && events[*before[e]].rank > event.rank)
      in.note_fault("rank", std::to_string(event.rank) + " is below the " + std::to_string(events[*before[e]].rank) +
                                " of " + id(*before[e]) + ", which stands before it");
    in.each(value, "precedes", false, [&](const Value&, std::size_t i) {
      const std::uint32_t later = event.precedes[i];
      if (events[later].position > event.position) return;
      in.note_fault("", later == e ? "an event does not precede itself"
                                   : id(later) + " stands at position " + std::to_string(events[later].position) +
                                         ", not behind this event's " + std::to_string(event.position));
    });
  });
}

}  // namespace annal
