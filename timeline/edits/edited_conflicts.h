// The contradictions that edits have with the text or with each other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "timeline/edits/edits.h"

namespace annal {

/// By event, the line of the edit that states something of it.
using LineOfEvent = std::map<std::uint32_t, std::uint32_t>;

/// The lines of the edits that state dates, that events are one, and the order; of the order by the event that ends.
struct StatedLines {
  LineOfEvent date, merge, order;
};

/// Whether the contradiction is one between what the owner states (an edited date, two events as one) and what the text
/// does; guesses give way without a word.
bool is_edited(const Conflict& conflict, const Timeline& timeline);

/// Whether the text contradicts itself, whatever its owner states.
bool contradicts_itself(const Timeline& timeline);

/// How many of `problems` are no notes.
std::size_t count_problems(const std::vector<EditProblem>& problems);

/// One problem for each such contradiction of a solved timeline, at the line of its edit, with the words of the text; a
/// note where a date stated for an event contradicts nothing but what the text says of that event.
std::vector<EditProblem> edited_conflicts(const Timeline& timeline, const StatedLines& lines);

}  // namespace annal
