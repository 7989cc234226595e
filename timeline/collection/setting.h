// Where and beside what an event is told. "The mayor resigned" is told of Tarn in a text from Tarn; "it approved the
// minutes" is of the meeting that the sentence before is about.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "timeline/collection/happening_pair.h"
#include "timeline/timeline.h"

namespace annal {

/// What the surroundings of an event say of it.
struct Setting {
  std::string place;                 ///< that the dateline of its document names, in small letters
  std::vector<Interval> days;        ///< that date it, or that its clause names for none
  std::optional<Interval> beside;    ///< of an event without days: the day of the event that is told before it
  bool bare = false;                 ///< no name tells who takes part
  std::vector<std::uint32_t> names;  ///< of its sentence, as words of ContentWords, ascending
};

/// The place that the dateline of each document names, in small letters; empty where there is none.
std::vector<std::string> dateline_places(const Timeline& timeline);

/// The settings of the events of a timeline of several documents. Linear in the text.
std::vector<Setting> settings_of(const Timeline& timeline, const ContentWords& words, const HappeningPairs& pairs);

/// Whether two events of different documents are two by their settings: their clauses name other days; or neither names
/// who takes part, and they are told from other places or beside what was on other days.
bool lie_apart(const Setting& a, const Setting& b);

}  // namespace annal
