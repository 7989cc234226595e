// One function for each object of the schema, in the order of render/json.cc, which writes them. References are to
// lists that are read before, or whose size is known; that the evidence holds together is checked at the end.
#include "timeline/json/read_timeline.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "core/calendar/calendar.h"
#include "core/text/blocks.h"
#include "core/text/language_of.h"
#include "core/text/sentence.h"
#include "core/text/token.h"
#include "timeline/collection/join.h"
#include "timeline/event/when.h"
#include "timeline/json/json_reader.h"
#include "timeline/json/parse_json.h"
#include "timeline/json/read_event.h"
#include "timeline/json/read_owner.h"
#include "timeline/network/network.h"
#include "timeline/selection.h"
#include "timeline/sources.h"

namespace annal {
namespace {

using Value = rapidjson::Value;

class TimelineReader {
 public:
  explicit TimelineReader(int version) : version_(version) {}

  Timeline read(const Value& json) {
    read_document_of(json);
    out_.presentation = read_presentation(in_, json);
    out_.lanes = in_.named(json, "lanes", LaneBasis::source);
    if (!in_.fault().empty()) return {};
    out_.timexes.resize(in_.take_ids(json, "timexes", 't'));
    out_.events.resize(in_.take_ids(json, "events", 'e'));
    in_.each(json, "timexes", true, [&](const Value& value, std::size_t i) { read_timex(value, out_.timexes[i]); });
    in_.each(json, "events", true, [&](const Value& value, std::size_t i) {
      read_event(in_, value, version_, out_.sentences, out_.events[i]);
    });
    if (version_ > 1) check_order(in_, json, out_.events);
    in_.each(json, "relations", true,
             [&](const Value& value, std::size_t) { out_.relations.push_back(relation(value)); });
    in_.each(json, "likely", false, [&](const Value& value, std::size_t) { read_likely(value); });
    in_.each(json, "evidence", false,
             [&](const Value& value, std::size_t) { out_.evidence.push_back(evidence(value)); });
    check_evidence();
    index_evidence();
    in_.each(json, "conflicts", true, [&](const Value& value, std::size_t) { read_conflict(value); });
    in_.each(json, "warnings", true, [&](const Value& value, std::size_t) {
      out_.warnings.push_back({in_.span(value, "span"), in_.text(value, "message", true)});
    });
    if (in_.fault().empty()) finish();
    return std::move(out_);
  }

  const std::string& fault() const { return in_.fault(); }

 private:
  void read_document_of(const Value& json) {
    if (version_ == 1)
      return in_.within(json, "document", true, [&](const Value& value) { read_document(value, out_); });
    std::vector<Timeline> documents;
    in_.each(json, "documents", true,
             [&](const Value& value, std::size_t) { read_document(value, documents.emplace_back()); });
    if (documents.empty()) return in_.note_fault("documents", "there is none");
    if (!in_.fault().empty()) return;
    if (documents.size() == 1)
      out_ = std::move(documents.front());
    else
      join(std::move(documents));
  }

  /// Puts the texts of several documents one after the other, as the timeline of a collection has them.
  void join(std::vector<Timeline> documents) {
    std::vector<std::uint32_t> begins;
    for (Timeline& document : documents) {
      begins.push_back(static_cast<std::uint32_t>(out_.document.text.size()));
      if (!append_document(std::move(document), out_)) return in_.note_fault("documents", "the texts are over 4 GiB");
    }
    in_.set_text(out_.document.text);
    in_.set_documents(begins);
    out_.document.language = language_of(out_.sources);
  }

  void read_document(const Value& value, Timeline& of) {
    Document& document = of.document;
    document.id = in_.text(value, "id");
    document.title = in_.text(value, "title");
    document.url = in_.text(value, "url");
    document.language = in_.text(value, "language");
    document.text = in_.text(value, "text", true);
    in_.set_text(document.text);
    in_.within(value, "dct", true, [&](const Value& dct) {
      document.dct.source = in_.named(dct, "source", DctSource::inferred, true);
      document.dct.reason = in_.text(dct, "reason");
      const auto at = parse_iso(in_.text(dct, "value"));
      if (document.dct.known() && !at) in_.note_fault("", "the date of writing has no value");
      if (at) document.dct.at = interval_of(*at).begin;
      document.dct.has_time = at && at->granularity < Granularity::day;
    });
    read_pages(value, document);
    std::uint32_t at = 0;
    in_.each(value, "blocks", false, [&](const Value& item, std::size_t) {
      const Block block{in_.span(item, "span", true), in_.named(item, "kind", BlockKind::boilerplate, true)};
      if (block.span.begin < at) in_.note_fault("", "the blocks are not in order");
      at = block.span.end;
      document.blocks.push_back(block);
    });
    if (in_.fault().empty()) read_text(of);
  }

  void read_pages(const Value& value, Document& document) {
    in_.each(value, "pages", false, [&](const Value& item, std::size_t) {
      const std::uint32_t begin = in_.place(item);
      if (begin < (document.pages.empty() ? 0 : document.pages.back()))
        in_.note_fault("", "the pages are not in order");
      document.pages.push_back(begin);
    });
  }

  /// Tokens, sentences and, in version 1, blocks: what is found in every text alike.
  void read_text(Timeline& of) {
    const Language* stated = Language::find(of.document.language);
    const Language& language = stated != nullptr ? *stated : annal::language_of(of.document.text, of.document.language);
    tokenise(of.document.text, of.tokens);
    if (version_ == 1) find_blocks(of.document, language);
    of.sentences = find_sentences(of.document, of.tokens, language);
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
      timex.anchor = static_cast<std::int32_t>(in_.index("anchor", anchor, 't'));
    } else if (in_.flag(value, "relative")) {
      to.anchor_kind = AnchorKind::event;
    }
    out_.readings.push_back(in_.text(value, "reading"));
    out_.trees.push_back(in_.text(value, "tree"));
  }

  Entity entity(const char* key, const std::string& id) {
    if (id == "t0") return {Entity::Kind::document, 0};
    if (id.starts_with('t')) return {Entity::Kind::timex, in_.index(key, id, 't')};
    return {Entity::Kind::event, in_.index(key, id, 'e')};
  }

  Point point(const Value& claim, const char* key) {
    const std::string text = in_.text(claim, key, true);
    for (const auto kind : {Point::Kind::origin, Point::Kind::open_year})
      if (text == name(kind == Point::Kind::origin ? Frame::calendar : Frame::open_year)) return {kind, 0, false};
    const std::size_t dot = std::min(text.find('.'), text.size());
    const std::string_view side = std::string_view(text).substr(dot);
    if (side != ".start" && side != ".end") in_.note_fault(key, "'" + text + "' is no point");
    const Entity of = entity(key, text.substr(0, dot));
    const Point::Kind kind = of.kind == Entity::Kind::document ? Point::Kind::document
                             : of.kind == Entity::Kind::timex  ? Point::Kind::timex
                                                               : Point::Kind::event;
    return {kind, of.index, side == ".end"};
  }

  Relation relation(const Value& value) {
    const Entity from = entity("from", in_.text(value, "from", true)), to = entity("to", in_.text(value, "to", true));
    return {from,
            to,
            in_.named(value, "type", RelationType::ended_by, true),
            in_.text(value, "origin") == "inferred",
            in_.text(value, "rule"),
            in_.share(value, "trust"),
            in_.span(value, "evidence")};
  }

  /// A relation that is no claim, at its place among all.
  void read_likely(const Value& value) {
    const std::int64_t place = in_.integer(value, "place", -1);
    if (place < 0 || place > std::ssize(out_.relations))
      return in_.note_fault("place", "is no place among the relations before it");
    out_.relations.insert(out_.relations.begin() + place, relation(value));
  }

  Evidence evidence(const Value& value) {
    Evidence found;
    found.from = point(value, "from");
    found.to = point(value, "to");
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
    if (in_.member(value, "event") != nullptr) return check_disagreement(value);
    Conflict conflict;
    conflict.reason = in_.text(value, "reason", true);
    const std::int64_t set_aside = in_.integer(value, "set_aside", -1);
    in_.each(value, "cycle", true, [&](const Value& item, std::size_t) {
      Evidence claim = evidence(item);
      claim.set_aside |= set_aside == static_cast<std::int64_t>(conflict.cycle.size());
      const auto [place, added] = known_.emplace(key_of(claim), static_cast<std::uint32_t>(out_.evidence.size()));
      if (added) out_.evidence.push_back(std::move(claim));
      conflict.cycle.push_back(place->second);
    });
    conflict.set_aside = UINT32_MAX;
    const bool within = set_aside >= 0 && set_aside < static_cast<std::int64_t>(conflict.cycle.size());
    if (!within && set_aside != -1) in_.note_fault("set_aside", "names no statement of the cycle");
    if (within) conflict.set_aside = conflict.cycle[static_cast<std::size_t>(set_aside)];
    out_.conflicts.push_back(std::move(conflict));
  }

  /// Documents that disagree: the accounts of the event say it all.
  void check_disagreement(const Value& value) {
    const std::uint32_t event = in_.index("event", in_.text(value, "event", true), 'e');
    if (event < out_.events.size() && out_.events[event].accounts.empty())
      in_.note_fault("event", "names an event without accounts");
  }

  void finish() {
    if (version_ == 1) complete_version_1();
    order_by_position();
    const auto place = std::ranges::is_sorted_until(out_.timexes, {}, [](const Timex& t) { return t.span.begin; });
    if (place != out_.timexes.end())
      in_.note_fault("timexes/" + std::to_string(place - out_.timexes.begin()),
                     "stands before the one that the list has before it");
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
    if (!in_.fault().empty()) return;
    std::vector<Evidence> claims;
    std::vector<std::size_t> index;
    for (std::size_t i = 0; i < out_.evidence.size(); ++i) {
      if (out_.evidence[i].set_aside) continue;
      claims.push_back(out_.evidence[i]);
      index.push_back(i);
    }
    const auto rejected = rejected_claims(out_.timexes.size(), out_.events.size(), {}, claims);
    if (rejected.empty()) return;
    in_.note_fault("evidence/" + std::to_string(index[rejected.front()]), "contradicts the rest and is not set aside");
  }

  JsonReader in_;
  Timeline out_;
  std::map<Key, std::uint32_t> known_;  ///< places in the evidence
  int version_;
};

constexpr std::string_view schema = "annal-timeline/";

}  // namespace

std::string_view schema_of(const Value& json) {
  if (!json.IsObject()) return {};
  const auto found = json.FindMember("schema");
  if (found == json.MemberEnd() || !found->value.IsString()) return {};
  return {found->value.GetString(), found->value.GetStringLength()};
}

Result<Timeline> read_timeline(const Value& json, std::string_view name) {
  const auto error = [&](const std::string& what) { return fail(Code::syntax, std::string(name) + ": " + what); };
  const std::string version(schema_of(json));
  if (version != std::string(schema) + "1" && version != std::string(schema) + "2") {
    const bool newer = version.starts_with(schema);
    return error("/schema: '" + version + "' is " + (newer ? "another version than" : "not what") +
                 " this program reads: annal-timeline/1 and /2; " +
                 (newer ? "a newer annal reads it" : "annal build -f json writes it"));
  }
  TimelineReader reader(version.back() - '0');
  Timeline timeline = reader.read(json);
  if (!reader.fault().empty()) return error(reader.fault());
  return timeline;
}

Result<Timeline> read_timeline(std::string_view bytes, std::string_view name) {
  return parse_json(bytes, name).and_then([&](const rapidjson::Document& json) { return read_timeline(json, name); });
}

}  // namespace annal
