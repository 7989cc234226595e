// See entry.h. The rows of the picture are what a reader sees of the timeline; the exports take the same events, in the
// same order and words.
#include "render/export/entry.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "core/calendar/calendar.h"
#include "render/encode/escape.h"
#include "render/labels/heading.h"
#include "render/labels/words.h"
#include "timeline/entries/address.h"

namespace annal::exports {
namespace {

/// These forms are English, but where their owner states a language.
Labels labels_of(const Timeline& timeline) {
  return timeline.presentation.language.empty() ? Labels() : labels::labels_of(timeline);
}

}  // namespace

std::string Entry::description(std::string_view between) const {
  if (note.empty() || sentence.empty()) return note + sentence;
  return note + std::string(between) + sentence;
}

std::string Entry::dated_title() const { return when + ": " + title; }

bool Entry::has_web_image() const { return is_web_address(image); }

std::vector<Entry> entries_of(const Timeline& timeline) {
  view::TimelineView view =
      view::make_view(timeline, {.rows = std::numeric_limits<std::size_t>::max(), .staircase = false});
  const Labels labels = labels_of(timeline);
  std::vector<Entry> entries;
  entries.reserve(view.rows.size());
  for (view::Row& row : view.rows) {
    Entry entry;
    entry.index = row.event;
    entry.id = std::move(row.id);
    entry.title = row.title + labels::status_words(row.status, labels);
    entry.when = row.when.empty() ? "undated" : one_line(row.when);
    entry.lane = std::move(row.lane);
    entry.sentence = std::move(row.source);
    entry.note = std::move(row.note);
    entry.link = std::move(row.link);
    entry.image = std::move(row.image);
    if (row.colour) entry.colour = hexadecimal(*row.colour);
    entry.kind = row.kind;
    entry.circa = row.circa;
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
  std::string title = labels::heading_of(timeline);
  return title.empty() ? "Timeline" : title;
}

std::string about(const Timeline& timeline, std::string_view between) {
  std::string out;
  const Presentation& presentation = timeline.presentation;
  for (const std::string* stated : {&presentation.subtitle, &presentation.note, &presentation.credit}) {
    const std::string line = one_line(*stated);
    if (!line.empty()) out += (out.empty() ? "" : std::string(between)) + line;
  }
  return out;
}

std::string not_included(const Timeline& timeline, const std::vector<Entry>& entries, std::string_view between) {
  if (entries.empty()) return {};
  std::string out(labels_of(timeline).text(Label::not_included));
  for (const Entry& entry : entries) out.append(between).append(entry.dated_title());
  return out;
}

std::string html_link(std::string_view address, std::string html) {
  if (address.empty()) return html;
  return "<a href=\"" + html_text(address) + "\" target=\"_blank\" rel=\"noopener noreferrer\">" + html + "</a>";
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
