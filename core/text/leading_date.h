// Leading dates: a date or clock time that stands alone on its line, or before what happened then, as in chronologies,
// lists, logs and minutes.
//
//   14 March 2005                      - 21:17 UTC: the update failed          1888 The mill was built.
//   The judge adjourned the case.      [2024-03-05T10:22:11Z] disk full        1931 The mill was sold.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/calendar/interval.h"
#include "core/text/document.h"

namespace annal {

/// A date or clock time as recognised, before its value is known.
struct DateMention {
  Span span;
  Granularity unit = Granularity::none;  ///< year, month, day ...; minute for a clock time
  bool stated_year = false;              ///< its words name the year
};

/// The date at the front of a line.
struct LeadingDate {
  Span span;                             ///< of the date or dates, with the marks that part them
  std::uint32_t past = 0;                ///< offset of what it dates; the end of the line where it stands alone
  Granularity unit = Granularity::none;  ///< the finest of its dates
  bool stated_year = false;
  bool alone = false;   ///< nothing else stands on the line
  bool parted = false;  ///< a colon, dash, bracket, tab or line break parts it from what it dates
};

/// Returns the date at the front of `line`, behind list marks and numbering; nullopt where the line begins otherwise.
/// Without a mark between the date and what follows, that must begin with a capital letter or a digit, and only lines
/// beside it that begin alike make it a leading date.
///
///   dates   of the whole text, in order of place, disjoint
std::optional<LeadingDate> leading_date(std::string_view text, Span line, std::span<const DateMention> dates);

}  // namespace annal
