// See days.h.
#include "render/text/days.h"

#include <algorithm>
#include <vector>

#include "render/encode/escape.h"
#include "render/encode/json_writer.h"
#include "render/encode/version.h"
#include "render/labels/date_words.h"
#include "render/labels/extent.h"
#include "render/labels/heading.h"
#include "render/labels/words.h"
#include "render/text/terminal.h"
#include "render/text/wrap.h"
#include "timeline/sources.h"

namespace annal {
namespace {

struct PlacedDay {
  const RankedDay* day = nullptr;
  std::size_t rank = 0;  ///< from 1
};

std::vector<PlacedDay> by_time(std::span<const RankedDay> ranked) {
  std::vector<PlacedDay> placed;
  for (const RankedDay& day : ranked) placed.push_back({&day, placed.size() + 1});
  std::ranges::stable_sort(placed, {}, [](const PlacedDay& placed_day) { return placed_day.day->day; });
  return placed;
}

/// What tells a day, a line each: the sentences, each behind the name of its document where there are several.
std::vector<std::string> lines_of(const Timeline& timeline, const RankedDay& day, std::size_t width,
                                  const Labels& labels) {
  std::vector<std::string> lines;
  for (const DaySentence& told : day.sentences) {
    const Span span = timeline.sentences[told.sentence].span;
    std::string text = one_line(slice(timeline.document.text, span)) + labels::status_words(told.status, labels);
    if (timeline.sources.size() > 1)
      text += " (" + one_line(timeline.sources[source_at(timeline, span.begin)].id) + ")";
    for (std::string& line : wrap(text, width)) lines.push_back(std::move(line));
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

void write_documents(JsonWriter& json, const Timeline& timeline) {
  const auto write = [&](std::string_view id, std::string_view title) {
    json.begin_object();
    json.known("id", id);
    json.known("title", title);
    json.end_object();
  };
  json.key("documents");
  json.begin_array();
  if (timeline.sources.empty()) write(timeline.document.id, timeline.document.title);
  for (const SourceDocument& source : timeline.sources) write(source.id, source.title);
  json.end_array();
}

void write_sentence(JsonWriter& json, const Timeline& timeline, const DaySentence& told, const CodePoints& points) {
  const Span span = timeline.sentences[told.sentence].span;
  const std::size_t source = source_at(timeline, span.begin);
  const std::uint32_t front = timeline.sources.empty() ? 0 : points.at(timeline.sources[source].span.begin);
  json.begin_object();
  json.count("document", static_cast<std::int64_t>(source));
  json.key("span");
  json.begin_object();
  json.count("begin", points.at(span.begin) - front);
  json.count("end", points.at(span.end) - front);
  json.end_object();
  json.field("text", one_line(slice(timeline.document.text, span)));
  json.field("factuality", name(told.status));
  json.end_object();
}

}  // namespace

std::string to_days_text(const Timeline& timeline, std::span<const RankedDay> ranked, const RenderOptions& options) {
  const Labels labels = labels::labels_of(timeline);
  const auto ink = [&](const std::string& text, Ink kind) { return inked(text, kind, options.colour); };
  std::size_t when = 3;
  for (const RankedDay& day : ranked)
    when = std::max(when, cells(labels::day_words(day.day * seconds_per_day, true, labels)));
  const std::size_t fixed = when + 4 + 9 + 6, columns = columns_of(options);
  const std::size_t width = columns > fixed + 20 ? columns - fixed : 20;
  std::string out;
  if (!ranked.empty()) append_line(out, ink(pad("day", when) + "  rank  documents  what they tell", Ink::faint));
  for (const auto& [day, rank] : by_time(ranked)) {
    const std::string date = labels::day_words(day->day * seconds_per_day, true, labels);
    const std::vector<std::string> lines = lines_of(timeline, *day, width, labels);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const bool first = i == 0;
      append_line(out, ink(pad(first ? date : "", when), Ink::date) + "  " +
                           ink(pad_left(first ? std::to_string(rank) : "", 4) + "  " +
                                   pad_left(first ? std::to_string(day->sources.size()) : "", 9),
                               Ink::faint) +
                           "  " + lines[i]);
    }
  }
  return out;
}

std::string to_days_json(const Timeline& timeline, std::span<const RankedDay> ranked, JsonLayout layout) {
  const CodePoints points(timeline.document.text);
  std::string out;
  append_written(out, layout, [&](JsonWriter& json) {
    json.begin_object();
    json.field("schema", "annal-days/2");
    json.count("version", 2);
    json.field("generator", generator());
    write_documents(json, timeline);
    json.key("days");
    json.begin_array();
    for (const auto& [day, rank] : by_time(ranked)) {
      const CivilSeconds begin = day->day * seconds_per_day;
      json.begin_object();
      json.field("day", extent(begin, begin + seconds_per_day, Frame::calendar, false).earliest);
      json.count("rank", static_cast<std::int64_t>(rank));
      json.key("weight");
      json.share(day->weight);
      json.key("documents");
      json.begin_array();
      for (const std::uint32_t source : day->sources) json.number(source);
      json.end_array();
      json.key("sentences");
      json.begin_array();
      for (const DaySentence& sentence : day->sentences) write_sentence(json, timeline, sentence, points);
      json.end_array();
      json.end_object();
    }
    json.end_array();
    json.end_object();
  });
  return out;
}

}  // namespace annal
