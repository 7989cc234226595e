#include "api/warning_lines.h"

#include <algorithm>

#include "core/calendar/calendar.h"
#include "render/encode/escape.h"
#include "render/encode/line_column.h"

namespace annal::api {
namespace {

/// A date that the text leaves open for want of a day of writing: "yesterday", "14 November".
bool hangs_on_dct(const Timex& timex) {
  return timex.value.frame == Frame::document || timex.value.frame == Frame::open_year;
}

/// The day on which the file says that it was made, where it says so: nobody knows whether it was written then.
std::string day_of_file(const Document& document) {
  if (document.dct_candidates.empty()) return {};
  const Dct& made = document.dct_candidates.front().dct;
  return " (the file says " + iso_text(floor_day(made.at), false) + ", by " + one_line(made.reason) + ")";
}

}  // namespace

std::vector<std::string> warning_lines(const std::string& name, const Document& document,
                                       const std::vector<Timex>& timexes, const std::vector<Warning>& warnings,
                                       const std::string& remedy) {
  std::vector<std::string> lines;
  const LineColumnIndex positions(document.text);
  for (const Warning& warning : warnings)
    lines.push_back(name + (warning.span.size() > 0 ? ":" + positions.at(warning.span.begin) : "") + ": " +
                    warning.message);
  if (document.dct.known() || std::ranges::none_of(timexes, hangs_on_dct)) return lines;
  const bool year_open =
      std::ranges::any_of(timexes, [](const Timex& timex) { return timex.value.frame == Frame::open_year; });
  lines.push_back(name + ": no date of writing found, so " + (year_open ? "the year stays" : "relative dates stay") +
                  " open; state it with " + remedy + day_of_file(document));
  return lines;
}

}  // namespace annal::api
