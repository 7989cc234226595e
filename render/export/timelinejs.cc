// TimelineJS 3: one slide for each event that has a place on the calendar. A date that is known from one side stands at
// that side; its words ("before 8 Nov 2016") say so.
#include "core/calendar/calendar.h"
#include "render/encode/json_writer.h"
#include "render/export/entry.h"
#include "render/labels/words.h"

namespace annal {
namespace {

template <class Json>
void write_date(Json& json, std::string_view key, CivilSeconds at, bool clock) {
  const CivilTime time = civil_time(at);
  json.key(key);
  json.begin_object();
  json.count("year", time.year);
  json.count("month", time.month);
  json.count("day", time.day);
  if (clock) {
    json.count("hour", time.hour);
    json.count("minute", time.minute);
    json.count("second", time.second);
  }
  json.end_object();
}

template <class Json>
void write_text(Json& json, const std::string& headline, const std::string& text) {
  json.key("text");
  json.begin_object();
  json.field("headline", exports::html_text(headline));
  json.known("text", exports::html_text(text));
  json.end_object();
}

}  // namespace

std::string to_timelinejs(const Timeline& timeline) {
  std::string out;
  append_written(out, true, [&](auto& json) {
    json.begin_object();
    json.key("title");
    json.begin_object();
    write_text(json, exports::heading_of(timeline), "");
    json.end_object();
    json.key("events");
    json.begin_array();
    for (const exports::Entry& entry : exports::entries_of(timeline)) {
      if (!entry.dated()) continue;
      json.begin_object();
      json.field("unique_id", entry.id);
      write_date(json, "start_date", entry.begin != unbounded_past ? entry.begin : entry.last(), entry.clock);
      if (entry.bounded() && !(entry.one_day() && !entry.clock))
        write_date(json, "end_date", entry.last(), entry.clock);
      json.field("display_date", exports::html_text(entry.when));
      write_text(json, entry.title, entry.sentence);
      json.known("group", exports::html_text(entry.lane));
      json.end_object();
    }
    json.end_array();
    json.end_object();
  });
  return out + '\n';
}

}  // namespace annal
