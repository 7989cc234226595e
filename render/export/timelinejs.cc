// TimelineJS 3: one slide for each event that has a place on the calendar. A date that is known from one side stands at
// that side; its words ("before 8 Nov 2016") say so.
#include <algorithm>
#include <iterator>

#include "core/calendar/calendar.h"
#include "render/encode/escape.h"
#include "render/encode/json_writer.h"
#include "render/export/entry.h"
#include "render/labels/words.h"

namespace annal {
namespace {

/// What a date says: a year or a month in which it happened once, a day, or a time of day.
Granularity precision_of(const exports::Entry& entry) {
  if (entry.clock) return Granularity::second;
  const bool once = entry.kind == labels::PlacementKind::instant && entry.bounded();
  const auto unit = once ? unit_of({entry.begin, entry.end}) : std::nullopt;
  const bool coarse = unit && (unit->granularity == Granularity::month || unit->granularity == Granularity::year);
  return coarse ? unit->granularity : Granularity::day;
}

void write_date(JsonWriter& json, std::string_view key, CivilSeconds at, Granularity precision) {
  const CivilTime time = civil_time(at);
  json.key(key);
  json.begin_object();
  json.count("year", time.year);
  if (precision < Granularity::year) json.count("month", time.month);
  if (precision < Granularity::month) json.count("day", time.day);
  if (precision < Granularity::day) {
    json.count("hour", time.hour);
    json.count("minute", time.minute);
    json.count("second", time.second);
  }
  json.end_object();
}

/// Both are HTML.
void write_text(JsonWriter& json, const std::string& headline, const std::string& text) {
  json.key("text");
  json.begin_object();
  json.field("headline", headline);
  json.known("text", text);
  json.end_object();
}

/// Of a slide: the note in a paragraph of its own.
std::string text_of(const exports::Entry& entry) {
  if (entry.note.empty()) return exports::html_text(entry.sentence);
  const std::string note = "<p>" + exports::html_text(entry.note) + "</p>";
  return entry.sentence.empty() ? note : note + "<p>" + exports::html_text(entry.sentence) + "</p>";
}

/// Of the first slide: subtitle, note and credit, a paragraph each, and what has no slide.
std::string about(const Timeline& timeline, const std::vector<exports::Entry>& entries) {
  std::string out;
  const Presentation& stated = timeline.presentation;
  for (const std::string* words : {&stated.subtitle, &stated.note, &stated.credit})
    if (!words->empty()) out += "<p>" + exports::html_text(one_line(*words)) + "</p>";
  std::vector<exports::Entry> undated;
  std::ranges::copy_if(entries, std::back_inserter(undated), [](const exports::Entry& e) { return !e.dated(); });
  if (!undated.empty())
    out += "<p>" + exports::html_text(exports::not_included(timeline, undated, " \u00b7 ")) + "</p>";
  return out;
}

}  // namespace

std::string to_timelinejs(const Timeline& timeline) {
  const std::vector<exports::Entry> entries = exports::entries_of(timeline);
  std::string out;
  append_written(out, JsonLayout::indented, [&](JsonWriter& json) {
    json.begin_object();
    json.key("title");
    json.begin_object();
    write_text(json, exports::html_text(exports::heading_of(timeline)), about(timeline, entries));
    json.end_object();
    json.key("events");
    json.begin_array();
    for (const exports::Entry& entry : entries) {
      if (!entry.dated()) continue;
      json.begin_object();
      json.field("unique_id", entry.id);
      const Granularity precision = precision_of(entry);
      write_date(json, "start_date", entry.begin != unbounded_past ? entry.begin : entry.last(), precision);
      const bool is_one_date = precision > Granularity::day || (entry.one_day() && !entry.clock);
      if (entry.bounded() && !is_one_date) write_date(json, "end_date", entry.last(), precision);
      json.field("display_date", exports::html_text(entry.when));
      write_text(json, exports::html_link(entry.link, exports::html_text(entry.title)), text_of(entry));
      if (entry.has_web_image()) {
        json.key("media");
        json.begin_object();
        json.field("url", entry.image);
        json.end_object();
      }
      json.known("group", exports::html_text(entry.lane));
      json.end_object();
    }
    json.end_array();
    json.end_object();
  });
  return out + '\n';
}

}  // namespace annal
