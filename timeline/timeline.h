// Timeline: the result of the program, and the only type that renderers see. It holds plain values; indices refer to
// the vectors of the same Timeline. Spans are byte offsets into document.text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/analysis.h"
#include "timeline/date_label.h"

namespace annal {

// Events, after TimeML 1.2.1 (EVENT, MAKEINSTANCE).
enum class EventClass : std::uint8_t { occurrence, reporting, perception, aspectual, i_action, i_state, state };
enum class Tense : std::uint8_t { none, past, present, future, infinitive, prespart, pastpart };
enum class Aspect : std::uint8_t { none, progressive, perfective, perfective_progressive };
enum class Polarity : std::uint8_t { pos, neg };
enum class PartOfSpeech : std::uint8_t { verb, noun, adjective, preposition, other };
/// How the text vouches for it (factuality, after FactBank). Only what holds constrains what holds.
enum class Status : std::uint8_t {
  fact,         ///< the writer says so, or a court's verdict
  reported,     ///< somebody says so: Event::source
  alleged,      ///< somebody claims or suspects it, or is accused of it
  expected,     ///< it lies ahead, or is planned or ordered
  conditional,  ///< only under a condition, possible, or asked
  denied,       ///< it did not come about, or somebody says that it did not
};

/// Whether an event of this status holds in the world of the text: a fact, or what somebody reports as one.
inline bool holds(Status status) { return status == Status::fact || status == Status::reported; }

/// Whether events of these statuses may bound each other in time: what holds what holds, what is expected what is
/// expected.
inline bool may_bound(Status a, Status b) {
  return (holds(a) && holds(b)) || (a == Status::expected && b == Status::expected);
}

/// The earliest (inclusive) and latest (exclusive) instant of a point in time that the evidence allows, in civil
/// seconds of `frame`. A side without a bound is unbounded_past or unbounded_future.
struct Bounds {
  CivilSeconds earliest = unbounded_past;
  CivilSeconds latest = unbounded_future;
  Frame frame = Frame::none;
};

/// Whether the owner of a timeline wants an event in its pictures.
enum class Visibility : std::uint8_t {
  selected,  ///< not stated: the selection decides (timeline/selection.h)
  hidden,    ///< in no picture, table or list; JSON and TimeML keep it
  shown,     ///< whatever its salience; limits that the reader states ("--top 5") still leave it out
  pinned,    ///< always
};

/// What the owner of a timeline changed of an event.
enum class EditedField : std::uint8_t {
  title,
  date,
  status,
  visibility,
  lane,
  colour,
  note,
  link,
  image,
  added,   ///< the event itself: the text does not tell of it, or Annal did not find it
  merged,  ///< it holds the mentions of others
  split,   ///< its mention was one of another event
};

/// What an argument is to its predicate.
enum class Role : std::uint8_t {
  agent,      ///< who does it: the subject of an active verb, the "by" phrase of a passive or a noun
  undergoer,  ///< who or what it is done to: the object, the subject of a passive, the "of" phrase of a noun
  recipient,  ///< the indirect object
  oblique,    ///< a phrase with an adposition or case: "with Brandt", "in Vell", "from the bank"
  content,    ///< the clause it takes (ccomp, xcomp), by the word that heads it
};

/// An argument of an event, by the words of its phrase.
struct EventArgument {
  Role role = Role::oblique;
  Span span;         ///< of an oblique phrase with its adposition
  std::string name;  ///< whom a pronoun stands for, where that is known; empty otherwise
};

/// What the lanes of a timeline are.
enum class LaneBasis : std::uint8_t {
  none,       ///< no lanes but those that the owner states
  automatic,  ///< whichever of the next three splits the events best, or none
  actor,      ///< whom an event is about
  place,      ///< where it was
  source,     ///< who says so
};

/// The names that an event can be grouped by, the same for all mentions of one bearer; empty where not certain.
struct EventGroups {
  std::string actor;   ///< who acts, or whom it is done to where no name is told of who does it
  std::string place;   ///< what it is "in" or "at"
  std::string source;  ///< who reports, alleges or denies it

  friend bool operator==(const EventGroups&, const EventGroups&) = default;
};

/// What one or more documents say of when an event was, where they do not agree.
struct Account {
  Bounds start, end;  ///< of the first and last instant
  Granularity precision = Granularity::none;
  std::string edtf;
  DateLabel when;
  std::vector<std::uint32_t> mentions;  ///< where they say so: indices into Event::mentions, ascending
};

struct Event {
  Span span;                   ///< the head word
  Span clause;                 ///< the words of its clause
  std::uint32_t sentence = 0;  ///< index into Timeline::sentences
  std::string lemma;           ///< of the head word, in lower case: "call"; empty where no lemmatizer tells it
  std::string title;           ///< as on a timeline: "Putin calls Trump"
  EventClass event_class = EventClass::occurrence;
  Tense tense = Tense::none;
  Aspect aspect = Aspect::none;
  Polarity polarity = Polarity::pos;
  PartOfSpeech pos = PartOfSpeech::verb;
  Status status = Status::fact;
  std::string source;    ///< who reports, alleges or denies it, in the words of the text; empty where nobody does
  std::string modality;  ///< the modal word, or empty
  std::vector<EventArgument> arguments;  ///< in order of place; no time, no clause, none of which the parser is unsure
  EventGroups groups;                    ///< what it can be grouped by
  std::string lane;      ///< what it is grouped under: stated by the owner, or chosen (timeline/lanes.h)
  double salience = 0;   ///< 0..1: how much it deserves a place in a picture
  double certainty = 0;  ///< 0..1: how sure its date is
  Bounds start, end;     ///< of its first and last instant
  Granularity precision = Granularity::none;  ///< of its date
  std::string edtf;                           ///< ISO 8601-2, empty where undated
  DateLabel when;                             ///< what a reader is told of its date; words are made when rendering
  std::vector<Span> mentions;                 ///< every place that mentions it, including its own span
  std::vector<std::uint32_t> timexes;         ///< the time expressions that say when
  std::vector<Account> accounts;              ///< by time; empty where the documents agree, otherwise two at least
  std::uint32_t rank = 0;      ///< from 0 without gaps; of two events of different rank the lower provably begins first
  std::uint32_t position = 0;  ///< place in Timeline::order, from 0; the best estimate, no claim
  /// Indices of the events that it provably begins before, by position; none that follows from another one's.
  std::vector<std::uint32_t> precedes;
  bool shown = false;  ///< drawn and listed: set by select_events (timeline/selection.h)

  Visibility visibility = Visibility::selected;  ///< what the owner wants; `shown` follows it
  std::string colour;                            ///< of its marks: a name of CSS or "#b42318"; empty: that of its lane
  std::string note, link, image;                 ///< the owner's: a remark in plain text, and addresses (http, https)
  std::vector<EditedField> edited;               ///< ascending, each once
};

/// A point of the network: start or end of an event or a time expression, or a fixed point.
struct Point {
  enum class Kind : std::uint8_t {
    origin,     ///< civil second 0
    open_year,  ///< 1 January of the one year not stated
    document,   ///< the day of writing, t0
    timex,      ///< Timeline::timexes[index]
    event,      ///< Timeline::events[index]
  };
  Kind kind = Kind::origin;
  std::uint32_t index = 0;
  bool is_end = false;  ///< its end, otherwise its start; of the fixed points, only `document` has both

  friend bool operator==(const Point&, const Point&) = default;
};

/// Where a piece of evidence comes from.
enum class EvidenceKind : std::uint8_t {
  edited,  ///< the owner of the timeline states it: trusted before all else
  calendar,
  stated,
  signal,
  tense,
  reporting,
  narrative,
  identity,
  world,
  model
};

/// One reason for an order: low <= to - from <= high, in seconds. An open side is unbounded_past or unbounded_future.
/// With `strict`, low < to - from, by less than any second.
struct Evidence {
  Point from, to;
  CivilSeconds low = unbounded_past;
  CivilSeconds high = unbounded_future;
  EvidenceKind kind = EvidenceKind::stated;
  std::string rule;        ///< stable name of the rule: "signal-after"
  Span words;              ///< the words it rests on; empty for pure calendar arithmetic
  double trust = 1;        ///< 0..1
  bool set_aside = false;  ///< the least trusted in a contradiction, or one of too many to weigh
  bool strict = false;     ///< `low` itself is excluded
};

/// TimeML 1.2.1 relType. The first argument is the subject: `from` is before `to`.
enum class RelationType : std::uint8_t {
  before,
  after,
  ibefore,
  iafter,
  includes,
  is_included,
  simultaneous,
  identity,
  during,
  begins,
  begun_by,
  ends,
  ended_by
};

/// An end of a relation.
struct Entity {
  enum class Kind : std::uint8_t { event, timex, document } kind = Kind::event;
  std::uint32_t index = 0;
  friend bool operator==(const Entity&, const Entity&) = default;
};

/// A temporal relation that the text asserts.
struct Relation {
  Entity from, to;
  RelationType type = RelationType::before;
  bool inferred = false;  ///< follows from others, otherwise stated
  std::string rule;
  double trust = 1;
  Span evidence;
};

/// Pieces of evidence that cannot all be true, and the one that was set aside.
struct Conflict {
  std::vector<std::uint32_t> cycle;  ///< indices into Timeline::evidence, in order around the cycle
  std::uint32_t set_aside = 0;       ///< one of those indices
  std::string reason;
};

/// What stands around a timeline, as its owner states it; what is empty is taken from the document.
struct Presentation {
  std::string title;     ///< the headline
  std::string subtitle;  ///< below it
  std::string credit;    ///< at the foot: who made it, from what
  std::string note;      ///< at the foot: what a reader should know
  std::string language;  ///< BCP 47, of dates and labels
  std::string lanes;     ///< what events are to be grouped by: the name of a LaneBasis; empty: "auto"
  std::string theme;  ///< "light", "dark", or custom properties of CSS: "--annal-ground: #fffdf5; --annal-text: #222"

  friend bool operator==(const Presentation&, const Presentation&) = default;
};

/// One of the documents that a timeline of several is made from.
struct SourceDocument {
  Span span;  ///< its text in Timeline::document.text
  std::string id, title, url;
  std::string language;  ///< BCP 47
  Dct dct;
  std::vector<std::uint32_t> pages;  ///< where each page begins, in Timeline::document.text; empty without pages
};

struct Timeline {
  Document document;                    ///< of several: their texts, one after the other
  std::vector<SourceDocument> sources;  ///< by place in that text; empty where there is one document
  Presentation presentation;
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  std::vector<Timex> timexes;
  std::vector<std::string> trees;     ///< one for each timex: what its words mean, in the notation of the grammar
  std::vector<std::string> readings;  ///< one for each timex: "week before t0"
  std::vector<Event> events;          ///< in text order
  std::vector<std::uint32_t> order;   ///< indices into events, as they are best shown: by Event::position
  std::vector<Evidence> evidence;
  std::vector<Relation> relations;  ///< transitively reduced
  std::vector<Conflict> conflicts;
  std::vector<Warning> warnings;
  LaneBasis lanes = LaneBasis::none;  ///< what the lanes are that the owner does not state
};

/// By default an event of at least this salience is shown (timeline/selection.h); JSON and TimeML hold all.
inline constexpr double salience_threshold = 0.5;

/// Gives `groups` the names that it lacks and `others` has.
void complete(EventGroups& groups, const EventGroups& others);

std::string_view name(EventClass);    ///< TimeML: "OCCURRENCE"
std::string_view name(Tense);         ///< TimeML: "PAST"
std::string_view name(Aspect);        ///< TimeML: "NONE"
std::string_view name(Polarity);      ///< TimeML: "POS"
std::string_view name(PartOfSpeech);  ///< TimeML: "VERB"
std::string_view name(Status);        ///< "fact"
std::string_view name(Role);          ///< "agent"
std::string_view name(Visibility);    ///< "pinned"; "selected" where nothing is stated
std::string_view name(EditedField);   ///< "title"
std::string_view name(LaneBasis);     ///< "actor"; "auto"
std::string_view name(RelationType);  ///< TimeML: "IS_INCLUDED"
std::string_view name(EvidenceKind);  ///< "calendar"

}  // namespace annal
