// The contradictions that edits have with the text or with each other.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "timeline/edits/edits.h"

namespace annal {

/// By event, the line of the edit that states something of it.
using LineOfEvent = std::map<std::uint32_t, std::uint32_t>;

/// Whether the contradiction is one between what the owner states (an edited date, two events as one) and what the text
/// does; guesses give way without a word.
bool is_edited(const Conflict& conflict, const Timeline& timeline);

/// One problem for each such contradiction of a solved timeline, at the line of its edit, with the words of the text.
std::vector<EditProblem> edited_conflicts(const Timeline& timeline, const LineOfEvent& line_of_date,
                                          const LineOfEvent& line_of_merge);

}  // namespace annal
