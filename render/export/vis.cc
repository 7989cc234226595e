// vis-timeline: {"groups", "items"} for its two DataSets. A lane is a group. Its ranges hide the words that do not fit
// into them, and look as if it lasted. So what is no day is a point with its date before the title, and only what
// lasted, long enough for its title, is a range.
#include <algorithm>

#include "render/encode/json_writer.h"
#include "render/export/entry.h"
#include "render/view/certainty.h"

namespace annal {
namespace {

/// px of the whole timeline, which vis fits into its box at first, and of a sign of a title.
constexpr double assumed_width = 1000, sign_width = 8;

/// What the timeline spans, in seconds; at least 1.
double span_of(const std::vector<exports::Entry>& entries) {
  CivilSeconds first = unbounded_future, last = unbounded_past;
  for (const exports::Entry& entry : entries) {
    if (entry.begin != unbounded_past) first = std::min(first, entry.begin);
    if (entry.end != unbounded_future) last = std::max(last, entry.end);
  }
  return first < last ? static_cast<double>(last - first) : 1;
}

/// Whether it lasted, and its title fits into its bar.
bool is_range(const exports::Entry& entry, double span) {
  if (entry.kind != labels::PlacementKind::span || !entry.bounded()) return false;
  const double px = assumed_width * static_cast<double>(entry.end - entry.begin) / span;
  return px >= sign_width * static_cast<double>(entry.title.size());
}

}  // namespace

std::string to_vis(const Timeline& timeline) {
  const std::vector<exports::Entry> entries = exports::entries_of(timeline);
  const std::vector<std::string> lanes = exports::lanes_of(entries);
  const double span = span_of(entries);
  std::string out;
  append_written(out, JsonLayout::indented, [&](JsonWriter& json) {
    json.begin_object();
    json.key("groups");
    json.begin_array();
    for (std::size_t i = 0; i < lanes.size(); ++i) {
      json.begin_object();
      json.count("id", static_cast<std::int64_t>(i));
      json.field("content", exports::html_text(lanes[i]));
      json.end_object();
    }
    json.end_array();
    json.key("items");
    json.begin_array();
    for (const exports::Entry& entry : entries) {
      if (!entry.dated()) continue;
      const bool range = is_range(entry, span);
      json.begin_object();
      json.field("id", entry.id);
      const std::string title = range || entry.exact() ? entry.title : entry.dated_title();
      json.field("content", exports::html_link(entry.link, exports::html_text(title)));
      const CivilSeconds start = entry.begin != unbounded_past ? entry.begin : entry.last();
      json.field("start", exports::script_date(start, true));
      if (range) json.field("end", exports::script_date(std::max(entry.end, entry.begin), true));
      json.field("type", range ? "range" : "point");
      json.count("group", std::ranges::find(lanes, entry.lane) - lanes.begin());
      const std::string words = entry.description(" ");
      json.field("title", exports::html_text(words.empty() ? entry.when : entry.when + ": " + words));
      json.field("className", view::style_of(view::certainty_of(timeline.events[entry.index].certainty)).name);
      if (!entry.colour.empty()) json.field("style", "border-color:" + entry.colour);
      json.end_object();
    }
    json.end_array();
    json.end_object();
  });
  return out + '\n';
}

}  // namespace annal
