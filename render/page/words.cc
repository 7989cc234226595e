#include "render/page/words.h"

#include <set>
#include <string>

#include "render/encode/escape.h"
#include "render/encode/json_writer.h"
#include "render/labels/date_words.h"
#include "render/labels/extent.h"
#include "render/labels/source_names.h"
#include "timeline/event/when.h"
#include "timeline/sources.h"

namespace annal::page {
namespace {

/// What each document is called, and its day of writing.
void write_documents(const TextSink& sink, const Timeline& timeline, const Labels& labels) {
  const labels::SourceNames names(timeline);
  write_pieces(sink, JsonLayout::line, [&](JsonWriter& json) {
    json.begin_array();
    for (std::size_t d = 0; d < timeline.sources.size(); ++d) {
      const Dct& dct = timeline.sources[d].dct;
      json.begin_object();
      json.field("name", names.name(d));
      if (dct.known()) json.field("written", labels::long_day_words(dct.at, false, labels));
      json.end_object();
      json.pass_on();
    }
    json.end_array();
  });
}

/// How many documents tell of an event, in words, for each number that there is.
void write_source_counts(const TextSink& sink, const Timeline& timeline, const Labels& labels) {
  std::set<std::size_t> counts;
  for (const Event& event : timeline.events) counts.insert(sources_of(timeline, event).size());
  write_pieces(sink, JsonLayout::line, [&](JsonWriter& json) {
    json.begin_object();
    for (const std::size_t count : counts)
      if (count > 1) json.field(std::to_string(count), labels.count(Label::sources_one, count));
    json.end_object();
  });
}

}  // namespace

void write_words(const TextSink& sink, const Timeline& timeline, const Labels& labels) {
  sink("{\"language\":\"" + std::string(labels.tag()) + "\",\"texts\":" + std::string(words_json(labels.tag())));
  if (const Dct& dct = timeline.document.dct; dct.known()) {
    sink(",\"written\":");
    std::string written;
    append_json_string(written, labels::long_day_words(dct.at, false, labels));
    sink(written);
  }
  sink(",\"times\":");
  write_pieces(sink, JsonLayout::line, [&](JsonWriter& json) {
    json.begin_object();
    for (std::size_t i = 0; i < timeline.timexes.size(); ++i) {
      json.known(timex_id(i), labels::date_words(timex_label(timeline.timexes[i]), labels));
      json.pass_on();
    }
    json.end_object();
  });
  if (!timeline.sources.empty()) {
    sink(",\"documents\":");
    write_documents(sink, timeline, labels);
    sink(",\"sources\":");
    write_source_counts(sink, timeline, labels);
  }
  sink("}");
}

}  // namespace annal::page
