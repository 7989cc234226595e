// Finds dates as pages write them for people and programs: "2016-11-14T06:30:00Z", "14.11.2016", "Nov 14, 2016",
// "14 novembre 2016". Only complete dates: with a year, a month and a day.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/calendar/interval.h"

namespace annal {

/// A day found in a text.
struct WrittenDay {
  std::size_t begin = 0;  ///< byte offset in the text
  std::size_t end = 0;
  int year = 0, month = 0, day = 0;
  bool has_time = false;
  bool utc = false;     ///< the time is said to be UTC's: "Z", "+00:00"
  CivilSeconds at = 0;  ///< start of the day, or the second written with it, in local civil time
};

/// Returns every complete date in `text`, in text order, disjoint. Years are 1990 to 2100: pages are not older, and
/// other numbers look like years. `month_first` reads 3/4/2019 as the fourth of March. Linear.
std::vector<WrittenDay> written_days(std::string_view text, bool month_first);

/// Returns the date in the path of a URL ("/2016/11/14/", "/2016-11-14-title", "/20161114"), or nullopt.
std::optional<WrittenDay> day_in_url(std::string_view url);

}  // namespace annal
