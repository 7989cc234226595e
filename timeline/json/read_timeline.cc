// One function for each object of the schema, in the order of render/json.cc, which writes them. References are to
// lists that are read before, or whose size is known; that the evidence holds together is checked at the end.
#include "timeline/json/read_timeline.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include <rapidjson/error/en.h>

#include "core/calendar/calendar.h"
#include "core/text/blocks.h"
#include "core/text/language_of.h"
#include "core/text/sentence.h"
#include "core/text/token.h"
#include "timeline/event/when.h"
#include "timeline/json/json_reader.h"
#include "timeline/json/read_owner.h"
#include "timeline/network/network.h"
#include "timeline/selection.h"

namespace annal {
namespace {

using Value = rapidjson::Value;

/// Iterative, so that no depth of nesting can end the program; checks UTF-8.
constexpr unsigned parse_flags =
    rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseFullPrecisionFlag;

class TimelineReader {
 public:
  explicit TimelineReader(int version) : version_(version) {}

  Timeline read(const Value& json) {
    if (version_ == 1) {
      if (const Value* document = in_.member(json, "document", true)) read_document(*document);
    } else {
      const auto documents = in_.items(json, "documents", true);
      if (documents.size() != 1) in_.note_fault("annal reads timelines of one document, not of several or none");
      if (!documents.empty()) read_document(*documents.front());
    }
    out_.presentation = read_presentation(in_, json);
    if (!in_.fault().empty()) return {};
    const auto timexes = in_.items(json, "timexes", true), events = in_.items(json, "events", true);
    out_.timexes.resize(timexes.size());
    out_.events.resize(events.size());
    each(timexes, "timexes", [&](const Value& value, std::size_t i) { read_timex(value, out_.timexes[i]); });
    each(events, "events", [&](const Value& value, std::size_t i) { read_event(value, out_.events[i]); });
    each(in_.items(json, "relations", true), "relations",
         [&](const Value& value, std::size_t) { read_relation(value); });
    each(in_.items(json, "evidence"), "evidence",
         [&](const Value& value, std::size_t) { out_.evidence.push_back(evidence(value)); });
    index_evidence();
    each(in_.items(json, "conflicts", true), "conflicts",
         [&](const Value& value, std::size_t) { read_conflict(value); });
    each(in_.items(json, "warnings", true), "warnings", [&](const Value& value, std::size_t) {
      out_.warnings.push_back({in_.span(value, "span"), in_.text(value, "message", true)});
    });
    if (in_.fault().empty()) finish();
    return std::move(out_);
  }

  const std::string& fault() const { return in_.fault(); }

 private:
  template <class Read>
  void each(const std::vector<const Value*>& items, std::string_view list, const Read& read) {
    for (std::size_t i = 0; i < items.size() && in_.fault().empty(); ++i) {
      in_.enter(list, i);
      read(*items[i], i);
    }
  }

  void read_document(const Value& value) {
    Document& document = out_.document;
    document.id = in_.text(value, "id");
    document.title = in_.text(value, "title");
    document.url = in_.text(value, "url");
    document.language = in_.text(value, "language");
    document.text = in_.text(value, "text", true);
    in_.set_text(document.text);
    if (const Value* dct = in_.member(value, "dct", true)) {
      document.dct.source = in_.named(*dct, "source", DctSource::inferred, true);
      document.dct.reason = in_.text(*dct, "reason");
      const auto at = parse_iso(in_.text(*dct, "value"));
      if (document.dct.known() && !at) in_.note_fault("the dct has no value");
      if (at) document.dct.at = interval_of(*at).begin;
      document.dct.has_time = at && at->granularity < Granularity::day;
    }
    for (const Value* item : in_.items(value, "blocks"))
      document.blocks.push_back(
          {in_.span(*item, "span", true), in_.named(*item, "kind", BlockKind::boilerplate, true)});
    std::uint32_t at = 0;
    for (const Block& block : document.blocks) {
      if (block.span.begin < at) in_.note_fault("the blocks are not in order");
      at = block.span.end;
    }
    if (in_.fault().empty()) read_text();
  }

  /// Tokens, sentences and, in version 1, blocks: what is found in every text alike.
  void read_text() {
    const Language* stated = Language::find(out_.document.language);
    const Language& language = stated != nullptr ? *stated : language_of(out_.document.text, out_.document.language);
    tokenise(out_.document.text, out_.tokens);
    if (version_ == 1) find_blocks(out_.document, language);
    out_.sentences = find_sentences(out_.document, out_.tokens, language);
  }

  void read_timex(const Value& value, Timex& timex) {
    TimeValue& to = timex.value;
    timex.span = in_.span(value, "span", true);
    timex.sentence = static_cast<std::uint32_t>(sentence_at(out_.sentences, timex.span.begin));
    to.type = in_.named(value, "type", TimexType::set, true);
    to.value = ShortText(in_.text(value, "value", true));
    to.mod = in_.named(value, "mod", Mod::approx);
    to.quant = ShortText(in_.text(value, "quant"));
    to.freq = ShortText(in_.text(value, "freq"));
    to.interval = in_.window(value, to.frame);
    if (const auto parsed = parse_timex(to.value)) to.granularity = parsed->granularity;
    if (const std::string anchor = in_.text(value, "anchor"); anchor == "t0") {
      to.anchor_kind = AnchorKind::document;
    } else if (!anchor.empty()) {
      to.anchor_kind = AnchorKind::reference;
      timex.anchor = static_cast<std::int32_t>(in_.index(anchor, 't', out_.timexes.size()));
    } else if (in_.flag(value, "relative")) {
      to.anchor_kind = AnchorKind::event;
    }
    out_.readings.push_back(in_.text(value, "reading"));
    out_.trees.push_back(in_.text(value, "tree"));
  }

  void read_event(const Value& value, Event& event) {
    event.span = in_.span(value, "span", true);
    event.title = in_.text(value, "title", true);
    event.event_class = in_.named(value, "class", EventClass::state, true);
    event.tense = in_.named(value, "tense", Tense::pastpart, true);
    event.aspect = in_.named(value, "aspect", Aspect::perfective_progressive, true);
    event.polarity = in_.named(value, "polarity", Polarity::neg, true);
    event.modality = in_.text(value, "modality");
    event.pos = in_.named(value, "pos", PartOfSpeech::other, true);
    event.status = in_.named(value, version_ == 1 ? "status" : "factuality", Status::denied, true);
    event.source = in_.text(value, "source");
    event.salience = in_.share(value, "salience");
    event.certainty = in_.share(value, "certainty");
    event.shown = in_.flag(value, "shown");
    for (const Value* item : in_.items(value, "arguments"))
      event.arguments.push_back(
          {in_.named(*item, "role", Role::oblique, true), in_.span(*item, "span", true), in_.text(*item, "name")});
    event.lane = in_.text(value, "lane");
    event.start = bounds(value, "start");
    event.end = bounds(value, "end");
    event.edtf = in_.text(value, "edtf");
    event.precision = Granularity::none;
    if (in_.member(value, "precision") != nullptr)
      event.precision = in_.named(value, "precision", Granularity::millennium);
    if (const Value* date = in_.member(value, "date")) event.when = label(*date);
    const Span sentence = in_.span(value, "sentence");
    event.clause = sentence;
    event.sentence = static_cast<std::uint32_t>(sentence.size() > 0 ? sentence_at(out_.sentences, sentence.begin)
                                                                    : out_.sentences.size());
    for (const Value* item : in_.items(value, "mentions", true)) event.mentions.push_back(in_.span(*item));
    for (const Value* item : in_.items(value, "timexes", true))
      event.timexes.push_back(in_.index(id_in(*item), 't', out_.timexes.size()));
    event.position = static_cast<std::uint32_t>(in_.integer(value, "position", 0));
    event.rank = static_cast<std::uint32_t>(in_.integer(value, "rank", 0));
    for (const Value* item : in_.items(value, "precedes"))
      event.precedes.push_back(in_.index(id_in(*item), 'e', out_.events.size()));
    read_owner(in_, value, event);
  }

  static std::string_view id_in(const Value& value) {
    return value.IsString() ? std::string_view(value.GetString(), value.GetStringLength()) : std::string_view();
  }

  Bounds bounds(const Value& event, const char* key) {
    Bounds found;
    const Value* value = in_.member(event, key, true);
    if (value == nullptr) return found;
    const Interval window = in_.window(*value, found.frame);
    found.earliest = window.begin;
    found.latest = window.end;
    return found;
  }

  DateLabel label(const Value& value) {
    DateLabel found;
    found.relation = in_.named(value, "relation", DateLabel::Relation::until);
    found.mod = in_.named(value, "mod", Mod::approx);
    found.guess = in_.flag(value, "guess");
    found.interval = in_.window(value, found.frame);
    if (const auto unit = parse_timex(in_.text(value, "value"))) found.unit = *unit;
    if (found.frame != Frame::none && !found.interval.bounded()) in_.note_fault("\"date\" is open to a side");
    return found;
  }

  Entity entity(const std::string& id) {
    if (id == "t0") return {Entity::Kind::document, 0};
    if (id.starts_with('t')) return {Entity::Kind::timex, in_.index(id, 't', out_.timexes.size())};
    return {Entity::Kind::event, in_.index(id, 'e', out_.events.size())};
  }

  Point point(const std::string& text) {
    for (const auto kind : {Point::Kind::origin, Point::Kind::open_year})
      if (text == name(kind == Point::Kind::origin ? Frame::calendar : Frame::open_year)) return {kind, 0, false};
    const std::size_t dot = std::min(text.find('.'), text.size());
    const std::string_view side = std::string_view(text).substr(dot);
    if (side != ".start" && side != ".end") in_.note_fault("'" + text + "' is no point");
    const Entity of = entity(text.substr(0, dot));
    const Point::Kind kind = of.kind == Entity::Kind::document ? Point::Kind::document
                             : of.kind == Entity::Kind::timex  ? Point::Kind::timex
                                                               : Point::Kind::event;
    return {kind, of.index, side == ".end"};
  }

  void read_relation(const Value& value) {
    const Entity from = entity(in_.text(value, "from", true)), to = entity(in_.text(value, "to", true));
    out_.relations.push_back({from, to, in_.named(value, "type", RelationType::ended_by, true),
                              in_.text(value, "origin") == "inferred", in_.text(value, "rule"),
                              in_.share(value, "trust"), in_.span(value, "evidence")});
  }

  Evidence evidence(const Value& value) {
    Evidence found;
    found.from = point(in_.text(value, "from", true));
    found.to = point(in_.text(value, "to", true));
    found.low = in_.integer(value, "low", unbounded_past);
    found.high = in_.integer(value, "high", unbounded_future);
    found.strict = in_.flag(value, "strict");
    found.kind = in_.named(value, "kind", EvidenceKind::model, true);
    found.rule = in_.text(value, "rule");
    found.trust = in_.share(value, "trust");
    found.words = in_.span(value, "evidence");
    found.set_aside = in_.flag(value, "set_aside");
    return found;
  }

  using Key = std::tuple<int, std::uint32_t, bool, int, std::uint32_t, bool, CivilSeconds, CivilSeconds, std::string,
                         std::uint32_t>;
  static Key key_of(const Evidence& e) {
    return {static_cast<int>(e.from.kind),
            e.from.index,
            e.from.is_end,
            static_cast<int>(e.to.kind),
            e.to.index,
            e.to.is_end,
            e.low,
            e.high,
            e.rule,
            e.words.begin};
  }

  void index_evidence() {
    for (std::uint32_t i = 0; i < out_.evidence.size(); ++i) known_.emplace(key_of(out_.evidence[i]), i);
  }

  /// Its claims are those of the list `evidence`, or stand here alone.
  void read_conflict(const Value& value) {
    Conflict conflict;
    conflict.reason = in_.text(value, "reason", true);
    const std::int64_t set_aside = in_.integer(value, "set_aside", -1);
    for (const Value* item : in_.items(value, "cycle", true)) {
      Evidence claim = evidence(*item);
      claim.set_aside |= set_aside == static_cast<std::int64_t>(conflict.cycle.size());
      const auto [place, added] = known_.emplace(key_of(claim), static_cast<std::uint32_t>(out_.evidence.size()));
      if (added) out_.evidence.push_back(std::move(claim));
      conflict.cycle.push_back(place->second);
    }
    conflict.set_aside = UINT32_MAX;
    const bool within = set_aside >= 0 && set_aside < static_cast<std::int64_t>(conflict.cycle.size());
    if (!within && set_aside != -1) in_.note_fault("\"set_aside\" names no statement of the cycle");
    if (within) conflict.set_aside = conflict.cycle[static_cast<std::size_t>(set_aside)];
    out_.conflicts.push_back(std::move(conflict));
  }

  void finish() {
    if (version_ == 1) complete_version_1();
    order_by_position();
    const auto in_order = [](const auto& list) {
      return std::is_sorted(list.begin(), list.end(),
                            [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
    };
    in_.enter("timexes", 0);
    if (!in_order(out_.timexes)) in_.note_fault("the list is not in order of place");
    check_evidence();
  }

  void order_by_position() {
    out_.order.resize(out_.events.size());
    std::iota(out_.order.begin(), out_.order.end(), 0u);
    std::stable_sort(out_.order.begin(), out_.order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return out_.events[a].position < out_.events[b].position;
    });
    for (std::uint32_t i = 0; i < out_.order.size(); ++i) out_.events[out_.order[i]].position = i;
  }

  /// What the program would have made of the same text: the order for display, the selection and the words of dates.
  void complete_version_1() {
    for (Event& event : out_.events) {
      event.position = event.rank;
      Event dated;
      dated.start = event.start;
      dated.end = event.end;
      say_when(dated, out_.timexes, TieKind::bare, out_.document.dct);
      event.when = dated.when;
      event.when.guess = event.edtf.ends_with('?');
    }
    select_events(out_);
  }

  /// Searches in a network take as given that what is not set aside holds together.
  void check_evidence() {
    std::vector<Evidence> claims;
    std::vector<std::size_t> index;
    for (std::size_t i = 0; i < out_.evidence.size(); ++i) {
      if (out_.evidence[i].set_aside) continue;
      claims.push_back(out_.evidence[i]);
      index.push_back(i);
    }
    const auto rejected = rejected_claims(out_.timexes.size(), out_.events.size(), {}, claims);
    if (rejected.empty()) return;
    in_.enter("evidence", index[rejected.front()]);
    in_.note_fault("contradicts the rest and is not set aside");
  }

  JsonReader in_;
  Timeline out_;
  std::map<Key, std::uint32_t> known_;  ///< places in the evidence
  int version_;
};

/// In memory, parsed JSON takes a multiple of its bytes.
constexpr std::size_t largest = std::size_t{256} << 20;

constexpr std::string_view schema = "annal-timeline/";

}  // namespace

bool is_timeline(std::string_view bytes) {
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && bytes[first] == '{' &&
         bytes.find('"' + std::string(schema)) != std::string_view::npos;
}

Result<Timeline> read_timeline(std::string_view bytes, std::string_view name) {
  const auto error = [&](const std::string& what) { return fail(Code::syntax, std::string(name) + ": " + what); };
  if (bytes.size() > largest) return fail(Code::out_of_range, std::string(name) + ": larger than 256 MiB");
  rapidjson::Document json;
  json.Parse<parse_flags>(bytes.data(), bytes.size());
  if (json.HasParseError()) {
    return error("invalid JSON at byte " + std::to_string(json.GetErrorOffset() + 1) + ": " +
                 rapidjson::GetParseError_En(json.GetParseError()));
  }
  JsonReader head;
  const std::string version = json.IsObject() ? head.text(json, "schema", true) : std::string();
  if (version != std::string(schema) + "1" && version != std::string(schema) + "2")
    return error("'" + version + "' is no schema that this program reads; it reads annal-timeline/1 and /2");
  TimelineReader reader(version.back() - '0');
  Timeline timeline = reader.read(json);
  if (!reader.fault().empty()) return error(reader.fault());
  return timeline;
}

}  // namespace annal
