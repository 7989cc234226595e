// Dates in the words of a language. The one maker of them: JSON, pictures, pages and the terminal all say a date alike.
#pragma once

#include <optional>
#include <string>

#include "core/lang/labels.h"
#include "render/labels/window.h"
#include "timeline/date_label.h"

namespace annal::labels {

/// "14 Nov 2016", "8–13 Nov 2016", "by early 2017", "3 days before writing"; empty where nothing is known. Of the year
/// `axis_year`, which an axis beside them states, dates with a month leave it out.
std::string date_words(const DateLabel& label, const Labels& labels, std::optional<int> axis_year = std::nullopt);

/// What the bounds alone tell of when: "before 8 Nov 2016".
DateLabel bounds_label(const Placement& placement);

/// A day, with its year where `year`: "14 Nov 2016".
std::string day_words(CivilSeconds at, bool year, const Labels& labels);

/// A day spelled out: "28 November 2016"; with its clock time where `with_time`.
std::string long_day_words(CivilSeconds at, bool with_time, const Labels& labels);

std::string month_words(int month, const Labels& labels);                 ///< "Nov"
std::string month_year_words(int month, int year, const Labels& labels);  ///< "Nov 2016"
std::string year_words(int year, const Labels& labels);                   ///< "2016", "44 BC"
std::string years_words(int from, int to, const Labels& labels);  ///< "1816–2016", "599–500 BC"; one year where equal

}  // namespace annal::labels
