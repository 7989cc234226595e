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

/// An address between quotation marks: a ";" ends a statement, and "#" begins an entity with it.
std::string target(std::string_view address) {
  constexpr std::array<exports::LookAlike, 4> escapes{{{';', "%3B"}, {'`', "%60"}, {'{', "%7B"}, {'}', "%7D"}}};
  return exports::replaced(address, escapes);
}

/// A title that stands first on its line must not read as a keyword of the language: it begins with a word joiner.
std::string first_on_line(std::string_view text) { return "\u2060" + plain(text); }

/// The title, and what else the owner states, as comments: no place shows it.
std::string head(const Timeline& timeline) {
  std::string out = "  title " + plain(exports::heading_of(timeline)) + '\n';
  const std::string about = exports::about(timeline, " \u00b7 ");
  return about.empty() ? out : out + "  %% " + plain(about) + '\n';
}

bool writable(CivilSeconds at) {
  const int year = civil_time(at).year;
  return year >= 1 && year <= 9999;
}

constexpr double least_bar = 1.0 / 150;  // of the whole chart

/// What the bounded entries span, in seconds.
double span_of(const std::vector<exports::Entry>& entries) {
  CivilSeconds first = unbounded_future, last = unbounded_past;
  for (const exports::Entry& entry : entries) {
    if (!entry.bounded()) continue;
    first = std::min(first, entry.begin);
    last = std::max(last, entry.end);
  }
  return first < last ? static_cast<double>(last - first) : 0;
}

}  // namespace

std::string to_mermaid(const Timeline& timeline) {
  std::string out = "timeline\n" + head(timeline);
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
  std::string out =
      "gantt\n" + head(timeline) + "  dateFormat YYYY-MM-DDTHH:mm:ss\n  axisFormat %Y-%m-%d\n  todayMarker off\n";
  const double least = least_bar * span_of(entries);
  std::string links;
  std::size_t left_out = 0;
  for (const std::string& lane : exports::lanes_of(entries)) {
    std::string rows;
    for (const exports::Entry& entry : entries) {
      if (entry.lane != lane) continue;
      if (!entry.bounded() || !writable(entry.begin) || !writable(entry.end)) {
        ++left_out;
        continue;
      }
      // A bar looks as if it lasted, and a short one cannot be seen.
      const bool bar =
          entry.kind == labels::PlacementKind::span && static_cast<double>(entry.end - entry.begin) >= least;
      const std::string title = bar || entry.exact() ? entry.title : entry.title + " (" + entry.when + ')';
      // A milestone stands where its window begins, on the line of its day.
      const CivilSeconds end = bar ? entry.end : entry.begin;
      rows += "  " + first_on_line(title) + " :" + (bar ? "" : "milestone, ") + entry.id + ", " +
              iso_text(entry.begin, true) + ", " + iso_text(end, true) + '\n';
      if (!entry.link.empty()) links += "  click " + entry.id + " href \"" + target(entry.link) + "\"\n";
    }
    if (!rows.empty()) out += "  section " + (lane.empty() ? "Events" : plain(lane)) + '\n' + rows;
  }
  out += links;
  if (left_out > 0)
    out += "  %% left out, without both bounds in the years 1 to 9999: " + std::to_string(left_out) + '\n';
  return out;
}

}  // namespace annal
