// Dates that are stated in parts, as columns of a table or members of JSON, in one wording for read_stated_date.
#pragma once

#include <string>

namespace annal {

/// A year or a range of years as people write them in figures, in ISO 8601: "96" is "0096", "-44" (44 BC) is "-0043",
/// "1867–1869" is "1867/1869". Other words, and years of four digits and more, stay as they are.
std::string iso_years(std::string year);

/// A day, month or year: ISO 8601 if the parts are numbers, else in words ("14 November 2016"). A negative year counts
/// before Christ. Empty without a year.
std::string day_of_parts(const std::string& year, const std::string& month, const std::string& day);

/// A day and the time of day, which may be empty.
std::string with_time(const std::string& day, const std::string& time);

}  // namespace annal
