// See nothing_fits.h.
#include "cli/nothing_fits.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

#include "core/calendar/calendar.h"
#include "render/encode/escape.h"
#include "timeline/about.h"
#include "timeline/collection/day_ranking.h"

namespace annal {
namespace {

/// "--from 2050-01-01 and --to 2051-12-31".
std::string range_words(const SelectionOptions& asked) {
  std::string words;
  if (asked.from) words += "--from " + iso_text(*asked.from, false);
  if (asked.to) words += (words.empty() ? "" : " and ") + ("--to " + iso_text(*asked.to - seconds_per_day, false));
  return words;
}

std::string reach_words(const Interval& reach) {
  return " reach from " + iso_text(reach.begin, false) + " to " + iso_text(reach.end - 1, false);
}

/// Nobody has the name that is asked for.
std::string nobody(const Timeline& timeline, const std::string& name) {
  std::string words = "the timeline has no event of '" + visible(name) + "'";
  const std::vector<std::string> names = names_near(timeline, name);
  for (std::size_t i = 0; i < names.size(); ++i) words += (i == 0 ? "; there is " : ", ") + one_line(names[i]);
  return words;
}

/// From the first moment of what has a date to its last; empty where nothing has.
Interval reach_of(const Timeline& timeline) {
  Interval reach{unbounded_future, unbounded_past};
  for (const Event& event : timeline.events) {
    if (event.start.frame != Frame::calendar || event.end.frame != Frame::calendar) continue;
    if (event.start.earliest == unbounded_past || event.end.latest == unbounded_future) continue;
    reach.begin = std::min(reach.begin, event.start.earliest);
    reach.end = std::max(reach.end, event.end.latest);
  }
  return reach;
}

Interval days_reach(const Timeline& timeline) {
  Interval reach{unbounded_future, unbounded_past};
  for (const RankedDay& day : rank_days(timeline, {.days = std::numeric_limits<std::size_t>::max(), .sentences = 0})) {
    reach.begin = std::min(reach.begin, day.day * seconds_per_day);
    reach.end = std::max(reach.end, (day.day + 1) * seconds_per_day);
  }
  return reach;
}

}  // namespace

std::string no_event_fits(const Timeline& timeline, const std::optional<SelectionOptions>& asked) {
  if (timeline.events.empty()) return "no event found";
  if (!asked || std::ranges::any_of(timeline.events, &Event::shown)) return {};
  if (asked->about && events_about(timeline, *asked->about).empty()) return nobody(timeline, *asked->about);
  const Interval reach = reach_of(timeline);
  const std::string of = asked->about ? " of '" + visible(*asked->about) + "'" : "";
  if ((asked->from || asked->to) && reach.begin < reach.end)
    return "no event" + of + " fits " + range_words(*asked) + "; the events" + reach_words(reach);
  return "no event" + of + " fits what is asked; those of low salience are shown with --all";
}

std::string no_day_fits(const Timeline& timeline, const std::optional<SelectionOptions>& asked) {
  if (!asked) return "no day found";
  if (asked->about && events_about(timeline, *asked->about).empty()) return nobody(timeline, *asked->about);
  const Interval reach = days_reach(timeline);
  if (reach.begin > reach.end) return "no day found";
  const std::string of = asked->about ? " with '" + visible(*asked->about) + "'" : "";
  const std::string range = range_words(*asked);
  return "no day" + of + (range.empty() ? " found" : " fits " + range) + "; the days" + reach_words(reach);
}

}  // namespace annal
