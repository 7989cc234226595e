// Mermaid: `timeline`, which shows the order in words without a scale, and `gantt`, which has one. Neither has an
// escape that every version reads, so the characters that end a field or begin markup become look-alikes.
#include <algorithm>
#include <array>

#include "core/calendar/calendar.h"
#include "render/export/entry.h"
#include "render/labels/words.h"

namespace annal {
namespace {

constexpr std::array<exports::LookAlike, 11> look_alikes{{{':', "∶"},
                                                          {'#', "＃"},
                                                          {';', "；"},
                                                          {'%', "％"},
                                                          {'<', "‹"},
                                                          {'>', "›"},
                                                          {'`', "ˋ"},
                                                          {'{', "｛"},
                                                          {'}', "｝"},
                                                          {'[', "［"},
                                                          {']', "］"}}};

std::string plain(std::string_view text) { return exports::replaced(text, look_alikes); }

/// A title that stands first on its line must not read as a keyword of the language: it begins with a word joiner.
std::string first_on_line(std::string_view text) { return "\u2060" + plain(text); }

bool writable(CivilSeconds at) {
  const int year = civil_time(at).year;
  return year >= 1 && year <= 9999;
}

}  // namespace

std::string to_mermaid(const Timeline& timeline) {
  std::string out = "timeline\n  title " + plain(exports::heading_of(timeline)) + '\n';
  std::string period;
  for (const exports::Entry& entry : exports::entries_of(timeline)) {
    const bool same = entry.when == period;
    period = entry.when;
    out += same ? "    : " : "  " + plain(period) + " : ";
    out += plain(entry.title) + '\n';
  }
  return out;
}

std::string to_mermaid_gantt(const Timeline& timeline) {
  const std::vector<exports::Entry> entries = exports::entries_of(timeline);
  std::string out = "gantt\n  title " + plain(exports::heading_of(timeline)) +
                    "\n  dateFormat YYYY-MM-DDTHH:mm:ss\n  axisFormat %Y-%m-%d\n";
  std::size_t left_out = 0;
  for (const std::string& lane : exports::lanes_of(entries)) {
    std::string rows;
    for (const exports::Entry& entry : entries) {
      if (entry.lane != lane) continue;
      if (!entry.bounded() || !writable(entry.begin) || !writable(entry.end)) {
        ++left_out;
        continue;
      }
      rows += "  " + first_on_line(entry.title) + " :" + (entry.one_day() ? "milestone, " : "") + entry.id + ", " +
              iso_text(entry.begin, true) + ", " + iso_text(std::max(entry.end, entry.begin), true) + '\n';
    }
    if (!rows.empty()) out += "  section " + (lane.empty() ? "Events" : plain(lane)) + '\n' + rows;
  }
  if (left_out > 0) out += "  %% left out, without both bounds on the calendar: " + std::to_string(left_out) + '\n';
  return out;
}

}  // namespace annal
