// Markwhen: "2016-11-03/2016-11-06: Debris strikes the pier", grouped by lane. It has no years before Christ and no
// escape: square brackets and # become look-alikes, so that no title makes a link, a tag or a heading.
#include <algorithm>
#include <array>

#include "core/calendar/calendar.h"
#include "render/encode/json_writer.h"
#include "render/export/entry.h"
#include "render/labels/words.h"

namespace annal {
namespace {

constexpr std::array<exports::LookAlike, 6> look_alikes{
    {{'[', "［"}, {']', "］"}, {'#', "＃"}, {'@', "＠"}, {'<', "‹"}, {'%', "％"}}};

/// Dates are written in full where a year has four digits.
bool writable(CivilSeconds at) {
  const int year = civil_time(at).year;
  return year >= 0 && year <= 9999;
}

/// Two clock times stand with a hyphen between them, two days with the slash of EDTF.
std::string date_text(const exports::Entry& entry) {
  if (entry.clock) return iso_text(entry.begin, true) + "Z-" + iso_text(std::max(entry.end, entry.begin), true) + 'Z';
  const std::string first = iso_text(entry.begin, false);
  return entry.one_day() ? first : first + '/' + iso_text(entry.last(), false);
}

std::string quoted(std::string_view text) {
  std::string out;
  append_written(out, JsonLayout::line, [&](JsonWriter& json) { json.text(text); });
  return out;
}

/// Of the head: what the owner states beside the title.
std::string description(const Timeline& timeline) {
  const std::string about = exports::about(timeline, " \u00b7 ");
  return about.empty() ? "" : "description: " + quoted(exports::replaced(about, look_alikes)) + '\n';
}

/// An address as a link of Markdown takes it.
std::string target(std::string_view address) {
  constexpr std::array<exports::LookAlike, 4> escapes{{{'(', "%28"}, {')', "%29"}, {'[', "%5B"}, {']', "%5D"}}};
  return exports::replaced(address, escapes);
}

/// The title of an event, a link where it has one, and the note behind it: a line of its own could read as an event.
std::string words(const exports::Entry& entry) {
  std::string out = exports::replaced(entry.title, look_alikes);
  if (!entry.link.empty()) out = '[' + out + "](" + target(entry.link) + ')';
  return entry.note.empty() ? out : out + " \u2014 " + exports::replaced(entry.note, look_alikes);
}

}  // namespace

std::string to_markwhen(const Timeline& timeline) {
  const std::vector<exports::Entry> entries = exports::entries_of(timeline);
  const std::vector<std::string> lanes = exports::lanes_of(entries);
  std::string out = "---\ntitle: " + quoted(exports::replaced(exports::heading_of(timeline), look_alikes)) + "\n" +
                    description(timeline) + "timezone: UTC\n---\n";
  std::size_t left_out = 0;
  for (const std::string& lane : lanes) {
    out += '\n';
    if (lanes.size() > 1) out += "# " + (lane.empty() ? "Other" : exports::replaced(lane, look_alikes)) + "\n\n";
    for (const exports::Entry& entry : entries) {
      if (entry.lane != lane) continue;
      if (!entry.bounded() || !writable(entry.begin) || !writable(entry.end)) {
        ++left_out;
        continue;
      }
      out += date_text(entry) + ": " + words(entry) + '\n';
    }
  }
  if (left_out > 0) out += "\n// left out, without both bounds on the calendar: " + std::to_string(left_out) + '\n';
  return out;
}

}  // namespace annal
