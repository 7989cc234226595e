// CSV, RFC 4180, UTF-8. Text that a spreadsheet would take for a formula gets an apostrophe in front, as spreadsheets
// themselves mark text, and so do dates before the year 0 ("-0043-03-15"), which they would reckon out.
#include <algorithm>
#include <array>
#include <string_view>

#include "render/encode/escape.h"
#include "render/export/entry.h"
#include "render/labels/extent.h"

namespace annal {
namespace {

void cell(std::string& out, std::string_view text, bool last = false) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += text;
  } else {
    out += '"';
    for (const char c : text) {
      if (c == '"') out += '"';
      out += c;
    }
    out += '"';
  }
  out += last ? "\r\n" : ",";
}

std::string guarded(std::string text) {
  // The wide forms too: where they are common, spreadsheets read them as the others.
  constexpr std::array<std::string_view, 11> begins{"=", "+",      "-",      "@",      "\t",    "\r",
                                                    "|", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
  if (std::any_of(begins.begin(), begins.end(), [&](std::string_view sign) { return text.starts_with(sign); }))
    text.insert(0, 1, '\'');
  return text;
}

/// "title; date".
std::string edited_fields(const Event& event) {
  std::string out;
  for (const EditedField field : event.edited) out += (out.empty() ? "" : "; ") + std::string(name(field));
  return out;
}

std::string share(double value) {
  const int hundredths = static_cast<int>(value * 100 + 0.5);
  if (hundredths >= 100) return "1";
  return "0." + std::string(hundredths < 10 ? "0" : "") + std::to_string(hundredths);
}

}  // namespace

std::string to_csv(const Timeline& timeline) {
  std::string out =
      "id,position,when,title,factuality,start_earliest,start_latest,end_earliest,end_latest,edtf,certainty,salience,"
      "lane,arguments,sentence,note,link,image,colour,edited\r\n";
  for (const exports::Entry& entry : exports::entries_of(timeline)) {
    const Event& event = timeline.events[entry.index];
    const Extent start = extent(event.start, event.precision), end = extent(event.end, event.precision);
    std::string arguments;
    for (const EventArgument& argument : event.arguments) {
      const std::string words = one_line(slice(timeline.document.text, argument.span));
      arguments += (arguments.empty() ? "" : "; ") + std::string(name(argument.role)) + ": " + words;
      if (!argument.name.empty()) arguments += " (" + one_line(argument.name) + ")";
    }
    cell(out, entry.id);
    cell(out, std::to_string(event.position));
    cell(out, guarded(entry.when));
    cell(out, guarded(one_line(event.title)));
    cell(out, name(event.status));
    cell(out, guarded(std::string(start.earliest)));
    cell(out, guarded(std::string(start.latest)));
    cell(out, guarded(std::string(end.earliest)));
    cell(out, guarded(std::string(end.latest)));
    cell(out, guarded(event.edtf));
    cell(out, share(event.certainty));
    cell(out, share(event.salience));
    cell(out, guarded(entry.lane));
    cell(out, guarded(arguments));
    cell(out, guarded(entry.sentence));
    cell(out, guarded(entry.note));
    cell(out, entry.link);
    cell(out, entry.image);
    cell(out, entry.colour);
    cell(out, edited_fields(event), true);
  }
  return out;
}

}  // namespace annal
