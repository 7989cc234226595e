// Dates that the owner states for events, where the text counts other times from them.
//
//   "On 14 November the mill burned. Two days later the owner resigned."
//
// Where the fire was on the 15th, "14 November" is read as that day, and the owner resigned on the 17th. The words stay
// as they are where they date other events too.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/lang/language.h"
#include "core/normalize/timex_override.h"
#include "timeline/edits/edits.h"

namespace annal {

/// A time expression that dates an event whose date is stated, and from which others count.
struct MovedDate {
  std::uint32_t line = 0;  ///< of the edit
  std::uint32_t event = 0, timex = 0;
  std::vector<TimexOverride>
      reading;                ///< what it is read as; none where the date stated is no day, month ... as narrow
  std::vector<Span> counted;  ///< the time expressions that would be others with it, by place
  bool contradicts = false;   ///< an event in it cannot be of the date stated
  std::int32_t shared = -1;   ///< another event that it dates; -1 for none

  bool moves() const { return !reading.empty() && shared < 0; }
};

/// The time expressions of `timeline` that dates stated in `edits` move or would move. The timeline is that of
/// `document` with `overrides`.
std::vector<MovedDate> find_moved_dates(const Timeline& timeline, const Edits& edits, const Document& document,
                                        const Language& language, const std::vector<TimexOverride>& overrides);

/// Says what counts from dates of a finished timeline, which is not read again, that `edits` change.
void report_unmoved_dates(const Timeline& timeline, const Edits& edits, const Language& language,
                          std::vector<EditProblem>& problems);

/// Says which of them move contrary to the text, and what does not move.
void report_moved_dates(const Timeline& timeline, const std::vector<MovedDate>& moved,
                        std::vector<EditProblem>& problems);

}  // namespace annal
