// What a parser makes of a time expression that no phrase can be. It reads all of "last week" as one noun, so it takes
// "Brandt's election last week" for a week of elections.
#pragma once

#include <span>

#include "core/syntax/tree.h"

namespace annal::syntax {

/// Mends the arcs round the time expressions of a tree. Linear.
void mend_times(std::span<Word> words);

}  // namespace annal::syntax
