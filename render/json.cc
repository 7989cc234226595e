// See json.h. One function for each object of the schema, in the schema's order.
#include "render/json.h"

#include <algorithm>

#include "core/calendar/calendar.h"
#include "core/normalize/explain.h"
#include "render/encode/escape.h"
#include "render/encode/json_writer.h"
#include "render/encode/version.h"
#include "render/json_documents.h"
#include "render/labels/conflict_words.h"
#include "render/labels/date_words.h"
#include "render/labels/extent.h"
#include "render/labels/heading.h"
#include "render/labels/source_names.h"
#include "timeline/sources.h"
#include "timeline/tlink/claim.h"

namespace annal {
namespace {

/// A point as a claim names it: "e1.start", "t2.end", "t0.start"; the two fixed points are those of their frames.
std::string point_name(const Point& point) {
  const char* side = point.is_end ? ".end" : ".start";
  switch (point.kind) {
    case Point::Kind::origin: return std::string(name(Frame::calendar));
    case Point::Kind::open_year: return std::string(name(Frame::open_year));
    case Point::Kind::document: return std::string(name(Frame::document)) + side;
    case Point::Kind::timex: return timex_id(point.index) + side;
    case Point::Kind::event: return event_id(point.index) + side;
  }
  return {};
}

class TimelineWriter {
 public:
  TimelineWriter(JsonWriter& json, const Timeline& timeline)
      : json_(json), timeline_(timeline), spans_(json, timeline), labels_(labels::labels_of(timeline)) {}

  void write_timeline(JsonEvidence evidence, JsonTexts texts) {
    begin("annal-timeline/2", texts);
    if (timeline_.lanes != LaneBasis::none) json_.field("lanes", name(timeline_.lanes));
    array("events", timeline_.events);
    array("relations", claims_of(timeline_.relations));
    write_conflicts();
    if (evidence == JsonEvidence::written) {
      write_likely();
      array("evidence", timeline_.evidence);
    }
    end();
  }

  void write_dates() {
    begin("annal-dates/2", JsonTexts::written);
    end();
  }

 private:
  void begin(std::string_view schema, JsonTexts texts) {
    json_.begin_object();
    json_.field("schema", schema);
    json_.count("version", 2);
    json_.field("generator", generator());
    write_documents(json_, timeline_, spans_, texts);
    if (timeline_.presentation != Presentation{}) write(timeline_.presentation);
    array("timexes", timeline_.timexes);
  }

  void end() {
    array("warnings", timeline_.warnings);
    json_.end_object();
  }

  template <class T>
  void array(std::string_view name, const std::vector<T>& items) {
    json_.key(name);
    json_.begin_array();
    for (const T& item : items) {
      write(item);
      json_.pass_on();
    }
    json_.end_array();
  }

  void write(const Presentation& presentation) {
    json_.key("presentation");
    json_.begin_object();
    json_.known("title", presentation.title);
    json_.known("subtitle", presentation.subtitle);
    json_.known("credit", presentation.credit);
    json_.known("note", presentation.note);
    json_.known("language", presentation.language);
    json_.known("theme", presentation.theme);
    json_.known("lanes", presentation.lanes);
    json_.end_object();
  }

  void write(const Timex& timex) {
    const auto index = static_cast<std::size_t>(&timex - timeline_.timexes.data());
    const TimeValue& value = timex.value;
    json_.begin_object();
    json_.field("id", timex_id(index));
    words(timex.span);
    json_.field("type", name(value.type));
    json_.field("value", value.value.view());
    json_.known("mod", name(value.mod));
    json_.known("quant", value.quant.view());
    json_.known("freq", value.freq.view());
    json_.known("edtf", edtf_of(value));
    window(value.interval, value.frame, value.type == TimexType::time || value.granularity < Granularity::day);
    if (value.anchor_kind == AnchorKind::document) json_.field("anchor", "t0");
    if (value.anchor_kind == AnchorKind::reference && timex.anchor >= 0)
      json_.field("anchor", timex_id(static_cast<std::size_t>(timex.anchor)));
    if (value.anchor_kind != AnchorKind::none && value.anchor_kind != AnchorKind::document && timex.anchor < 0)
      json_.flag("relative");
    if (index < timeline_.readings.size()) json_.known("reading", timeline_.readings[index]);
    if (index < timeline_.trees.size()) json_.known("tree", timeline_.trees[index]);
    json_.end_object();
  }

  void write(const Event& event) {
    json_.begin_object();
    json_.field("id", event_id(static_cast<std::size_t>(&event - timeline_.events.data())));
    words(event.span);
    json_.known("lemma", event.lemma);
    json_.field("title", event.title);
    json_.field("class", name(event.event_class));
    json_.field("tense", name(event.tense));
    json_.field("aspect", name(event.aspect));
    json_.field("polarity", name(event.polarity));
    json_.known("modality", event.modality);
    json_.field("pos", name(event.pos));
    json_.field("factuality", name(event.status));
    json_.field("status", name(event.status));  // for readers of version 1
    json_.known("source", event.source);
    json_.share("salience", event.salience);
    json_.share("certainty", event.certainty);
    json_.key("shown");
    json_.boolean(event.shown);
    array("arguments", event.arguments);
    if (event.groups != EventGroups{}) write(event.groups);
    json_.known("lane", event.lane);
    when(event);
    if (event.span.size() > 0 && event.sentence < timeline_.sentences.size()) {
      const Span sentence = timeline_.sentences[event.sentence].span;
      spans_.write("sentence", sentence);
      if (event.clause != sentence && sentence.contains(event.clause)) spans_.write("clause", event.clause);
    }
    json_.key("mentions");
    json_.begin_array();
    for (const Span mention : event.mentions) spans_.write(mention);
    json_.end_array();
    if (!timeline_.sources.empty()) write_sources(event);
    json_.key("timexes");
    json_.begin_array();
    for (const std::uint32_t timex : event.timexes) json_.text(timex_id(timex));
    json_.end_array();
    json_.count("position", event.position);
    json_.count("rank", event.rank);
    json_.key("precedes");
    json_.begin_array();
    for (const std::uint32_t later : event.precedes) json_.text(event_id(later));
    json_.end_array();
    owner(event);
    json_.end_object();
  }

  /// The documents that tell of it, and what they say where they do not agree.
  void write_sources(const Event& event) {
    json_.key("sources");
    json_.begin_array();
    for (const std::uint32_t source : sources_of(timeline_, event)) json_.number(source);
    json_.end_array();
    if (event.accounts.empty()) return;
    json_.key("accounts");
    json_.begin_array();
    for (const Account& account : event.accounts) {
      json_.begin_object();
      when(account);
      json_.key("mentions");
      json_.begin_array();
      for (const std::uint32_t mention : account.mentions) spans_.write(event.mentions[mention]);
      json_.end_array();
      json_.end_object();
    }
    json_.end_array();
  }

  /// The date of an event, or of an account of one.
  template <class Dated>
  void when(const Dated& dated) {
    end_of_event("start", dated.start, dated.precision);
    end_of_event("end", dated.end, dated.precision);
    json_.known("edtf", dated.edtf);
    if (dated.precision != Granularity::none) json_.field("precision", name(dated.precision));
    json_.known("when", labels::date_words(dated.when, labels_));
    if (!dated.when.empty()) date(dated.when);
  }

  void write(const EventGroups& groups) {
    json_.key("groups");
    json_.begin_object();
    json_.known("actor", groups.actor);
    json_.known("place", groups.place);
    json_.known("source", groups.source);
    json_.end_object();
  }

  /// What the owner of the timeline states.
  void owner(const Event& event) {
    if (event.visibility != Visibility::selected) json_.field("visibility", name(event.visibility));
    json_.known("colour", event.colour);
    json_.known("note", event.note);
    json_.known("link", event.link);
    json_.known("image", event.image);
    if (event.edited.empty()) return;
    json_.key("edited");
    json_.begin_array();
    for (const EditedField field : event.edited) json_.text(name(field));
    json_.end_array();
  }

  void write(const EventArgument& argument) {
    json_.begin_object();
    json_.field("role", name(argument.role));
    words(argument.span);
    json_.known("name", argument.name);
    json_.end_object();
  }

  /// What `when` says, for programs.
  void date(const DateLabel& label) {
    json_.key("date");
    json_.begin_object();
    json_.known("relation", name(label.relation));
    json_.known("mod", name(label.mod));
    if (label.unit.granularity != Granularity::none) json_.field("value", to_timex(label.unit).view());
    window(label.interval, label.frame, false);
    if (label.guess) json_.flag("guess");
    json_.end_object();
  }

  void write(const Relation& relation) {
    json_.begin_object();
    members(relation);
    json_.end_object();
  }

  void members(const Relation& relation) {
    json_.field("from", id_of(relation.from));
    json_.field("to", id_of(relation.to));
    json_.field("type", name(relation.type));
    json_.field("origin", relation.inferred ? "inferred" : "stated");
    json_.known("rule", relation.rule);
    json_.share("trust", relation.trust);
    evidence_words(relation.evidence);
  }

  /// The relations that are no claims, so that annotations (TimeML) can be written from the JSON.
  void write_likely() {
    const std::vector<Relation>& all = timeline_.relations;
    if (std::ranges::all_of(all, is_claim)) return;
    json_.key("likely");
    json_.begin_array();
    for (std::size_t r = 0; r < all.size(); ++r) {
      if (is_claim(all[r])) continue;
      json_.begin_object();
      json_.count("place", static_cast<std::int64_t>(r));
      members(all[r]);
      json_.end_object();
    }
    json_.end_array();
  }

  /// The contradictions, and the events on whose date documents disagree in order of time.
  void write_conflicts() {
    json_.key("conflicts");
    json_.begin_array();
    for (const Conflict& conflict : timeline_.conflicts) write(conflict);
    const labels::SourceNames names(timeline_);
    for (const std::uint32_t e : timeline_.order) {
      const Event& event = timeline_.events[e];
      if (event.accounts.empty()) continue;
      json_.begin_object();
      json_.field("event", event_id(e));
      json_.key("cycle");
      json_.begin_array();
      json_.end_array();
      json_.field("reason",
                  labels_.text(Label::documents_disagree, one_line(event.title)) + ' ' + names.date(event, labels_));
      json_.end_object();
    }
    json_.end_array();
  }

  void write(const Conflict& conflict) {
    json_.begin_object();
    json_.key("cycle");
    json_.begin_array();
    for (const std::uint32_t index : conflict.cycle)
      if (index < timeline_.evidence.size()) write(timeline_.evidence[index]);
    json_.end_array();
    const auto place = std::find(conflict.cycle.begin(), conflict.cycle.end(), conflict.set_aside);
    if (place != conflict.cycle.end()) json_.count("set_aside", place - conflict.cycle.begin());
    json_.field("reason", labels::conflict_words(timeline_, conflict, labels_));
    json_.end_object();
  }

  void write(const Evidence& evidence) {
    json_.begin_object();
    json_.field("from", point_name(evidence.from));
    json_.field("to", point_name(evidence.to));
    if (evidence.low > unbounded_past) json_.count("low", evidence.low);
    if (evidence.high < unbounded_future) json_.count("high", evidence.high);
    if (evidence.strict) json_.flag("strict");
    json_.field("kind", name(evidence.kind));
    json_.known("rule", evidence.rule);
    json_.share("trust", evidence.trust);
    evidence_words(evidence.words);
    if (evidence.set_aside) json_.flag("set_aside");
    json_.end_object();
  }

  void write(const Warning& warning) {
    json_.begin_object();
    json_.field("message", warning.message);
    if (warning.span.size() > 0) spans_.write("span", warning.span);
    json_.end_object();
  }

  void words(Span span) {
    spans_.write("span", span);
    json_.field("text", slice(timeline_.document.text, span));
  }

  void evidence_words(Span span) {
    if (span.size() > 0) spans_.write("evidence", span);
  }

  /// `earliest` and `latest` on the calendar. Where the frame is another, or they do not say it all, in seconds.
  void window(Interval interval, Frame frame, bool clock) {
    const bool has_begin = interval.begin > unbounded_past, has_end = interval.end < unbounded_future;
    if (frame == Frame::none || (!has_begin && !has_end)) return;
    const Extent known = extent(interval.begin, interval.end, frame, clock);
    json_.known("earliest", known.earliest);
    json_.known("latest", known.latest);
    if (frame == Frame::calendar && interval.begin < interval.end) return;
    json_.field("frame", name(frame));
    if (has_begin) json_.count("low", interval.begin);
    if (has_end) json_.count("high", interval.end);
  }

  void end_of_event(std::string_view key, const Bounds& point, Granularity precision) {
    json_.key(key);
    json_.begin_object();
    window({point.earliest, point.latest}, point.frame, precision < Granularity::day);
    json_.end_object();
  }

  JsonWriter& json_;
  const Timeline& timeline_;
  SpanWriter spans_;
  Labels labels_;
};

}  // namespace

void write_json(const TextSink& sink, const Timeline& timeline, JsonLayout layout, JsonEvidence evidence,
                JsonTexts texts) {
  write_pieces(sink, layout, [&](JsonWriter& json) { TimelineWriter(json, timeline).write_timeline(evidence, texts); });
}

std::string to_json(const Timeline& timeline, JsonLayout layout, JsonEvidence evidence) {
  std::string out;
  write_json([&](std::string_view piece) { out += piece; }, timeline, layout, evidence);
  return out;
}

std::string to_dates_json(const Analysis& analysis, JsonLayout layout) {
  Timeline dates;
  dates.document = analysis.document;
  dates.timexes = analysis.timexes;
  dates.warnings = analysis.warnings;
  for (std::size_t i = 0; i < analysis.timexes.size(); ++i) {
    dates.readings.push_back(explain(analysis, i));
    dates.trees.push_back(tree_of(analysis, i));
  }
  std::string out;
  append_written(out, layout, [&](JsonWriter& json) { TimelineWriter(json, dates).write_dates(); });
  return out;
}

}  // namespace annal
