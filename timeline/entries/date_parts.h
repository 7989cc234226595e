// Dates that are stated in parts, as columns of a table or members of JSON, in one wording for read_stated_date.
#pragma once

#include <string>

namespace annal {

/// A year as people write it in figures, in ISO 8601: "96" is "0096", "-44" (44 BC) is "-0043". Other words, and years
/// of four digits and more, stay as they are.
std::string iso_year(std::string year);

/// A day, month or year: ISO 8601 if the parts are numbers, else in words ("14 November 2016"). A negative year counts
/// before Christ. Empty without a year.
std::string day_of_parts(const std::string& year, const std::string& month, const std::string& day);

/// A day and the time of day, which may be empty.
std::string with_time(const std::string& day, const std::string& time);

}  // namespace annal
