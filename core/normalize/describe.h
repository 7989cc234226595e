// Describes the tree of a time expression in words: "the last weekday 5 before t0". Weekdays and months are numbers as
// in ISO 8601, since C++ has no names for them in any language.
#pragma once

#include <string>
#include <string_view>

#include "core/grammar/expression.h"

namespace annal {

/// Returns what the tree at `index` means, relative to `anchor` ("t0") if it needs one.
std::string describe(const ExpressionPool& pool, ExpressionIndex index, std::string_view anchor);

}  // namespace annal
