// Times and lengths of time for axes and the heads of pictures. Dates in words: date_words.h.
#pragma once

#include <string>
#include <vector>

#include "core/calendar/civil.h"
#include "core/lang/labels.h"
#include "timeline/timeline.h"

namespace annal::labels {

/// The round year at or before `year`, as a reader rounds: 200 BC, 100 BC, AD 1, AD 100. `step` is at least 1.
int year_floor(int year, int step);

std::string clock_words(CivilSeconds at);  ///< "06:40", "06:40:12" where seconds count

/// A length of time in the largest unit that stands for it well: "22 months", "3 years 9 months", "198 years", "31
/// days".
std::string length_words(CivilSeconds begin, CivilSeconds end, Frame frame, const Labels& labels);

/// What is put behind the title of what is no plain fact: " (expected)"; empty for facts.
std::string status_words(Status status, const Labels& labels);

/// What its owner changed of an event: "edited: title, date"; empty where nothing.
std::string edited_words(const std::vector<EditedField>& edited, const Labels& labels);

/// "p. 12"; empty for page 0.
std::string page_words(std::uint32_t page, const Labels& labels);

/// "link".
std::string field_name(EditedField field, const Labels& labels);

/// "fact", "expected", "denied" or "conditional".
std::string status_name(Status status, const Labels& labels);

}  // namespace annal::labels
