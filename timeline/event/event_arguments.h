// The arguments of an event as a reader of the timeline gets them: whole phrases of the text instead of words of a
// tree.
#pragma once

#include <cstdint>
#include <vector>

#include "timeline/event/clause.h"
#include "timeline/event/title_builder.h"

namespace annal {

/// Returns the arguments of `predication`, which stands in the tree of `sentence`, in order of place: those that the
/// parser is sure of (`sure_enough`), but for the clause that the predicate takes, whose predicate is an event itself.
std::vector<EventArgument> arguments_of(const Analysis& analysis, const TreeView& tree, std::uint32_t sentence,
                                        const Predication& predication, const TitleBuilder& titles);

}  // namespace annal
