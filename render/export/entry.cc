// See entry.h. The rows of the picture are what a reader sees of the timeline; the exports take the same events, in the
// same order and words.
#include "render/export/entry.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "core/calendar/calendar.h"
#include "render/encode/escape.h"
#include "render/labels/words.h"

namespace annal::exports {
std::vector<Entry> entries_of(const Timeline& timeline) {
  view::TimelineView view = view::make_view(timeline, {.rows = std::numeric_limits<std::size_t>::max()});
  std::vector<Entry> entries;
  entries.reserve(view.rows.size());
  for (view::Row& row : view.rows) {
    Entry entry;
    entry.index = row.event;
    entry.id = std::move(row.id);
    entry.title = row.title + labels::status_words(row.status, Labels());
    entry.when = row.when.empty() ? "undated" : one_line(row.when);
    entry.lane = std::move(row.lane);
    entry.sentence = std::move(row.source);
    entry.kind = row.kind;
    if (row.frame == Frame::calendar) {
      entry.begin = row.start.earliest;
      entry.end = row.end.latest;
    }
    const auto within_day = [](CivilSeconds at) { return at % seconds_per_day != 0; };
    entry.clock = row.precision < Granularity::day || (entry.begin != unbounded_past && within_day(entry.begin)) ||
                  (entry.end != unbounded_future && within_day(entry.end));
    entries.push_back(std::move(entry));
  }
  return entries;
}

std::vector<std::string> lanes_of(const std::vector<Entry>& entries) {
  std::vector<std::string> lanes;
  for (const Entry& entry : entries)
    if (std::ranges::find(lanes, entry.lane) == lanes.end()) lanes.push_back(entry.lane);
  return lanes;
}

std::string heading_of(const Timeline& timeline) {
  std::string title = one_line(timeline.document.title);
  return title.empty() ? "Timeline" : title;
}

std::string script_date(CivilSeconds at, bool with_time) {
  std::string text = iso_text(at, with_time);
  const bool negative = text.starts_with('-');
  const std::size_t digits = text.find('-', 1) - (negative ? 1 : 0);
  if (!negative && digits == 4) return text;
  return (negative ? "-" : "+") + std::string(6 - std::min<std::size_t>(digits, 6), '0') + text.substr(negative);
}

std::string html_text(std::string_view text) {
  std::string out;
  append_xml_attribute(out, text);
  return out;
}

std::string replaced(std::string_view text, std::span<const LookAlike> pairs) {
  std::string out;
  for (const char c : text) {
    const auto found = std::ranges::find(pairs, c, &LookAlike::from);
    if (found == pairs.end()) {
      out += c;
    } else {
      out += found->to;
    }
  }
  return out;
}

}  // namespace annal::exports
