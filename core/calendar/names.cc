// The names under which values leave the program: TIMEX3's attributes and the granularities of the JSON timeline.
#include <array>

#include "core/calendar/value.h"

namespace annal {

std::string_view name(TimexType type) {
  constexpr std::array<std::string_view, 4> names = {"DATE", "TIME", "DURATION", "SET"};
  return names[static_cast<std::size_t>(type)];
}

std::string_view name(Mod mod) {
  constexpr std::array<std::string_view, 13> names = {
      "",          "BEFORE",    "AFTER",         "ON_OR_BEFORE",  "ON_OR_AFTER",
      "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "START",
      "MID",       "END",       "APPROX"};
  return names[static_cast<std::size_t>(mod)];
}

std::string_view name(Frame frame) {
  constexpr std::array<std::string_view, 4> names = {"", "calendar", "year", "t0"};
  return names[static_cast<std::size_t>(frame)];
}

std::string_view name(Granularity granularity) {
  constexpr std::array<std::string_view, 16> names = {
      "second",  "minute", "hour", "part-of-day", "day",    "weekend", "week",       "month",
      "quarter", "season", "half", "year",        "decade", "century", "millennium", "none"};
  return names[static_cast<std::size_t>(granularity)];
}

}  // namespace annal
