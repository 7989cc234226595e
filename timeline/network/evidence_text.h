// Quotes evidence for the user, on one line.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "timeline/timeline.h"

namespace annal {

/// The rule of the evidence that `solve` adds: where the day of writing lies on the calendar, and how long it is. It
/// rests on no words, so that its text is "the day of writing".
inline constexpr std::string_view rule_day_of_writing = "day-of-writing";

/// The rule of the evidence that an event lies within all that documents which disagree say of its date
/// (Event::accounts).
inline constexpr std::string_view rule_accounts = "accounts";

/// The words of a piece of evidence in quotation marks, white space as single blanks, at most 60 characters of them.
/// What stands for evidence without words: "the day of writing", "the calendar", or the name of its rule.
std::string quoted(const Evidence& evidence, std::string_view text);

/// Trust with two digits: "0.95".
std::string trust_text(double trust);

}  // namespace annal
