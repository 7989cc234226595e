// vis-timeline: {"groups", "items"} for its two DataSets. A lane is a group. What is known from one side is a point
// there, and its words say so.
#include <algorithm>

#include "render/encode/json_writer.h"
#include "render/export/entry.h"
#include "render/view/certainty.h"

namespace annal {

std::string to_vis(const Timeline& timeline) {
  const std::vector<exports::Entry> entries = exports::entries_of(timeline);
  const std::vector<std::string> lanes = exports::lanes_of(entries);
  std::string out;
  append_written(out, true, [&](auto& json) {
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
      const bool range = entry.bounded() && !entry.one_day();
      json.begin_object();
      json.field("id", entry.id);
      const std::string title = entry.bounded() ? entry.title : entry.when + ": " + entry.title;
      json.field("content", exports::html_link(entry.link, exports::html_text(title)));
      const CivilSeconds start = entry.begin != unbounded_past ? entry.begin : entry.last();
      json.field("start", exports::script_date(start, true));
      if (entry.bounded()) json.field("end", exports::script_date(std::max(entry.end, entry.begin), true));
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
