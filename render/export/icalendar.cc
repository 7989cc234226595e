// iCalendar, RFC 5545. Local dates and floating times, since the text states no zone; DTEND is exclusive; what is not
// sure is TENTATIVE. DTSTAMP is the day of writing: no output reads a clock.
#include <algorithm>

#include "render/encode/version.h"
#include "render/export/entry.h"
#include "render/labels/words.h"
#include "render/view/certainty.h"

namespace annal {
namespace {

std::string digits(int value, std::size_t width) {
  std::string text = std::to_string(value);
  return std::string(width - std::min(width, text.size()), '0') + text;
}

std::string date(CivilSeconds at) {
  const CivilTime t = civil_time(at);
  return digits(t.year, 4) + digits(t.month, 2) + digits(t.day, 2);
}

std::string date_time(CivilSeconds at) {
  const CivilTime t = civil_time(at);
  return date(at) + 'T' + digits(t.hour, 2) + digits(t.minute, 2) + digits(t.second, 2);
}

/// FNV-1a of the text: the part of a UID that tells documents apart.
std::string name_of_text(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  std::string out;
  for (int shift = 60; shift >= 0; shift -= 4) out += "0123456789abcdef"[(hash >> shift) & 15U];
  return out;
}

/// TEXT of section 3.3.11.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out;
}

/// A content line, folded at 75 octets between characters, section 3.1.
void line(std::string& out, const std::string& content) {
  std::size_t used = 0;
  for (std::size_t at = 0; at < content.size();) {
    std::size_t size = 1;
    while (at + size < content.size() && (static_cast<unsigned char>(content[at + size]) & 0xC0) == 0x80) ++size;
    if (used + size > 75) {
      out += "\r\n ";
      used = 1;
    }
    out.append(content, at, size);
    used += size;
    at += size;
  }
  out += "\r\n";
}

/// What happened once must be known to a week; what lasted, from a week to a week.
bool fits(const exports::Entry& entry, const Event& event) {
  if (!entry.bounded() || civil_time(entry.begin).year < 1 || civil_time(entry.end).year > 9999) return false;
  const bool lasted = entry.kind == labels::PlacementKind::span && event.precision <= Granularity::week;
  return lasted || entry.end - entry.begin <= 7 * seconds_per_day;
}

/// The begin of the day after the last of whole days. A night belongs to the day on which it begins.
CivilSeconds day_after(const exports::Entry& entry) {
  const CivilSeconds first = entry.begin - second_of_day(entry.begin);
  if (entry.clock && entry.kind == labels::PlacementKind::instant) return first + seconds_per_day;
  const CivilSeconds last = std::max(entry.end, first + 1) - 1;
  return last - second_of_day(last) + seconds_per_day;
}

/// What the owner states around the timeline, and what has no place in a calendar.
std::string about_of(const Timeline& timeline, const std::vector<exports::Entry>& entries) {
  std::vector<exports::Entry> unfit;
  for (const exports::Entry& entry : entries)
    if (!fits(entry, timeline.events[entry.index])) unfit.push_back(entry);
  const std::string stated = exports::about(timeline, "\n"), left_out = exports::not_included(timeline, unfit, "\n");
  return stated + (stated.empty() || left_out.empty() ? "" : "\n") + left_out;
}

}  // namespace

std::string to_icalendar(const Timeline& timeline) {
  std::string out;
  line(out, "BEGIN:VCALENDAR");
  line(out, "VERSION:2.0");
  line(out, "PRODID:-//" + std::string(generator()) + "//EN");
  line(out, "X-WR-CALNAME:" + escaped(exports::heading_of(timeline)));
  const std::vector<exports::Entry> entries = exports::entries_of(timeline);
  if (const std::string about = about_of(timeline, entries); !about.empty())
    line(out, "X-WR-CALDESC:" + escaped(about));
  const Dct& dct = timeline.document.dct;
  const std::string stamp = dct.known() ? date_time(dct.at) + 'Z' : "19700101T000000Z";
  const std::string document = name_of_text(timeline.document.text);
  for (const exports::Entry& entry : entries) {
    const Event& event = timeline.events[entry.index];
    if (!fits(entry, event)) continue;
    line(out, "BEGIN:VEVENT");
    line(out, "UID:" + entry.id + '-' + document + "@annal");
    line(out, "DTSTAMP:" + stamp);
    const bool part_of_day = event.precision == Granularity::part_of_day;
    if (entry.clock && !part_of_day) {
      line(out, "DTSTART:" + date_time(entry.begin));
      if (entry.end > entry.begin) line(out, "DTEND:" + date_time(entry.end));
    } else {
      line(out, "DTSTART;VALUE=DATE:" + date(entry.begin));
      line(out, "DTEND;VALUE=DATE:" + date(day_after(entry)));
    }
    line(out, "SUMMARY:" + escaped(entry.title));
    std::string words = entry.description("\n");
    if (part_of_day) words = entry.when + (words.empty() ? "" : "\n" + words);
    if (!words.empty()) line(out, "DESCRIPTION:" + escaped(words));
    if (!entry.link.empty()) line(out, "URL:" + entry.link);
    if (entry.has_web_image()) line(out, "IMAGE;VALUE=URI:" + entry.image);
    if (!entry.lane.empty()) line(out, "CATEGORIES:" + escaped(entry.lane));
    const bool sure = view::certainty_of(event.certainty) == view::Certainty::certain && holds(event.status) &&
                      !part_of_day && (entry.exact() || entry.kind == labels::PlacementKind::span);
    line(out, sure ? "STATUS:CONFIRMED" : "STATUS:TENTATIVE");
    if (!event.edtf.empty()) line(out, "X-ANNAL-EDTF:" + escaped(event.edtf));
    line(out, "END:VEVENT");
  }
  line(out, "END:VCALENDAR");
  return out;
}

}  // namespace annal
