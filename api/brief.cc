// See brief.h. Members are named as in the full JSON where they say the same.
#include "api/brief.h"

#include <algorithm>

#include "api/warning_lines.h"
#include "core/normalize/explain.h"
#include "render/encode/escape.h"
#include "render/encode/json_writer.h"
#include "render/labels/conflict_words.h"
#include "render/labels/date_words.h"
#include "render/labels/extent.h"
#include "render/labels/heading.h"
#include "render/labels/places.h"
#include "render/labels/quote.h"
#include "render/labels/source_names.h"

namespace annal::api {
namespace {

constexpr std::size_t most_conflicts = 20;
constexpr std::string_view remedy = "\"dct\": \"YYYY-MM-DD\"";

/// What a timeline or an analysis leaves open, of one document of the name `name`.
std::vector<std::string> notes_of(const Document& document, const std::vector<Timex>& timexes,
                                  const std::vector<Warning>& warnings) {
  return warning_lines(one_line(document.id), document, timexes, warnings, std::string(remedy));
}

std::vector<std::string> notes_of(const Timeline& timeline) {
  if (timeline.sources.empty()) return notes_of(timeline.document, timeline.timexes, timeline.warnings);
  std::vector<std::string> notes;
  for (const Warning& warning : timeline.warnings) notes.push_back(warning.message);
  for (const SourceDocument& source : timeline.sources) {
    std::vector<Timex> own;
    std::ranges::copy_if(timeline.timexes, std::back_inserter(own),
                         [&](const Timex& timex) { return source.span.contains(timex.span); });
    Document document;
    document.id = source.id;
    document.dct = source.dct;
    std::ranges::move(notes_of(document, own, {}), std::back_inserter(notes));
  }
  return notes;
}

void write_lines(JsonWriter& json, std::string_view key, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  json.key(key);
  json.begin_array();
  for (const std::string& line : lines) json.text(line);
  json.end_array();
}

/// What a document says of itself: a Document or a SourceDocument.
template <class D>
void write_document(JsonWriter& json, const D& document, std::string_view name) {
  json.begin_object();
  json.known("name", name);
  json.known("title", one_line(document.title));
  json.known("url", document.url);
  json.known("language", document.language);
  json.known("dct", text_of(document.dct));
  json.end_object();
}

class BriefWriter {
 public:
  BriefWriter(JsonWriter& json, const Timeline& timeline)
      : json_(json), timeline_(timeline), labels_(labels::labels_of(timeline)), places_(timeline), names_(timeline) {}

  void write(const Built& built) {
    json_.begin_object();
    json_.known("title", labels::heading_of(timeline_));
    json_.key("documents");
    json_.begin_array();
    if (timeline_.sources.empty()) write_document(json_, timeline_.document, one_line(timeline_.document.id));
    for (std::size_t d = 0; d < timeline_.sources.size(); ++d)
      write_document(json_, timeline_.sources[d], names_.name(d));
    json_.end_array();
    std::int64_t left_out = 0;
    json_.key("events");
    json_.begin_array();
    for (const std::uint32_t e : timeline_.order)
      if (timeline_.events[e].shown)
        write_event(e);
      else
        ++left_out;
    json_.end_array();
    if (left_out > 0) json_.count("left_out", left_out);
    write_lines(json_, "conflicts", conflicts());
    std::vector<std::string> notes = built.faults;
    for (const EditProblem& problem : built.problems) notes.push_back("edits: " + problem.message);
    std::ranges::move(notes_of(timeline_), std::back_inserter(notes));
    write_lines(json_, "notes", notes);
    json_.end_object();
  }

  void write(const Proof& proof) {
    json_.begin_object();
    json_.field("verdict", name(proof.verdict));
    if (proof.verdict != Verdict::unknown) json_.share("trust", proof.trust);
    json_.key("a");
    write_event(proof.a);
    json_.key("b");
    write_event(proof.b);
    json_.field("proof", text_of(proof, timeline_));
    json_.end_object();
  }

 private:
  void write_event(std::uint32_t index) {
    const Event& event = timeline_.events[index];
    json_.begin_object();
    json_.field("id", event_id(index));
    json_.field("title", one_line(event.title));
    json_.known("when", one_line(names_.date(event, labels_)));
    json_.known("earliest", extent(event.start, event.precision).earliest);
    json_.known("latest", extent(event.end, event.precision).latest);
    json_.field("factuality", name(event.status));
    json_.known("source", one_line(event.source));
    if (event.span.size() > 0) {
      json_.field("sentence", labels::sentence_of(timeline_, event.span));
      json_.field("place", places_.at(event.span.begin));
    }
    json_.known("documents", names_.of(event));
    json_.known("note", one_line(event.note));
    json_.end_object();
  }

  std::vector<std::string> conflicts() const {
    std::vector<std::string> lines;
    for (const Conflict& conflict : timeline_.conflicts)
      lines.push_back(labels::conflict_words(timeline_, conflict, labels_));
    for (const std::uint32_t e : timeline_.order) {
      const Event& event = timeline_.events[e];
      if (!event.accounts.empty())
        lines.push_back(labels_.text(Label::documents_disagree, one_line(event.title)) + ' ' +
                        names_.date(event, labels_));
    }
    if (lines.size() <= most_conflicts) return lines;
    const std::string rest = "... and " + std::to_string(lines.size() - most_conflicts) + " more";
    lines.resize(most_conflicts);
    lines.push_back(rest);
    return lines;
  }

  JsonWriter& json_;
  const Timeline& timeline_;
  Labels labels_;
  labels::Places places_;
  labels::SourceNames names_;
};

void write_timex(JsonWriter& json, const Analysis& analysis, std::size_t index, const LineColumnIndex& positions) {
  const Timex& timex = analysis.timexes[index];
  const Extent known = extent(timex.value);
  json.begin_object();
  json.field("id", timex_id(index));
  json.field("text", one_line(slice(analysis.document.text, timex.span)));
  json.field("type", name(timex.value.type));
  json.field("value", timex.value.value.view());
  json.known("earliest", known.earliest);
  json.known("latest", known.latest);
  json.known("reading", explain(analysis, index));
  json.field("place", positions.at(timex.span.begin));
  json.end_object();
}

}  // namespace

std::string brief_timeline(const Built& built) {
  std::string out;
  append_written(out, JsonLayout::line, [&](JsonWriter& json) { BriefWriter(json, built.timeline).write(built); });
  return out;
}

std::string brief_dates(const Analysis& analysis) {
  std::string out;
  const LineColumnIndex positions(analysis.document.text);
  append_written(out, JsonLayout::line, [&](JsonWriter& json) {
    json.begin_object();
    json.key("documents");
    json.begin_array();
    write_document(json, analysis.document, one_line(analysis.document.id));
    json.end_array();
    json.key("timexes");
    json.begin_array();
    for (std::size_t i = 0; i < analysis.timexes.size(); ++i) write_timex(json, analysis, i, positions);
    json.end_array();
    write_lines(json, "notes", notes_of(analysis.document, analysis.timexes, analysis.warnings));
    json.end_object();
  });
  return out;
}

std::string brief_proof(const Proof& proof, const Timeline& timeline) {
  std::string out;
  append_written(out, JsonLayout::line, [&](JsonWriter& json) { BriefWriter(json, timeline).write(proof); });
  return out;
}

}  // namespace annal::api
