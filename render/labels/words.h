// Time in English words, for axes, date columns and the head of the picture. The one place of render/svg with month
// names.
#pragma once

#include <cstddef>
#include <string>

#include "core/calendar/civil.h"
#include "core/lang/said.h"
#include "render/labels/window.h"
#include "timeline/timeline.h"

namespace annal::labels {

/// The round year at or before `year`, as a reader rounds: 200 BC, 100 BC, AD 1, AD 100. `step` is at least 1.
int year_floor(int year, int step);

std::string year_words(int year);           ///< "2016", "44 BC"
std::string years_words(int from, int to);  ///< "1816–2016", "599–500 BC", "44 BC–14"; one year where equal
std::string month_words(int month);         ///< "Nov"
std::string day_words(CivilSeconds at, bool year);  ///< "14 Nov 2016", "14 Nov"
std::string clock_words(CivilSeconds at);           ///< "06:40", "06:40:12" where seconds count

/// A day spelled out: "28 November 2016"; with its clock time where `with_time`.
std::string long_day_words(CivilSeconds at, bool with_time);

/// A length of time in the largest unit that stands for it well: "22 months", "3 years 9 months", "198 years", "31
/// days".
std::string length_words(CivilSeconds begin, CivilSeconds end, Frame frame);

/// A whole number with thousands set apart, and its noun: "1 event", "10,000 events".
std::string count_words(std::size_t n, const char* one, const char* many);
std::string number_words(std::size_t n);

/// When something happened, as its bounds say: "14 Nov 2016, 06:40", "3–6 Nov 2016", "Jan 2017", "before 8 Nov 2016".
/// Years are left out in a frame without them; empty where nothing is known.
std::string when_words(const Placement& placement);

/// `words` without the year `year` where it follows the name of a month: "14 Nov 2016, 06:40" becomes "14 Nov, 06:40".
/// For columns beside an axis that states the year.
std::string without_year(const std::string& words, int year, const Said& said = {});

/// What is put behind the title of what is no plain fact: " (expected)"; empty for facts.
std::string status_words(Status status, const Said& said = {});

}  // namespace annal::labels
