// The tree of a time expression as a reader would say it: "the last weekday 5 before t0". Weekdays and months are
// numbers as in ISO 8601, for C++ knows no language's names of them.
#pragma once

#include <string>
#include <string_view>

#include "core/grammar/expression.h"

namespace annal {

/// What the tree at `index` means, counted from `anchor` ("t0") where it needs one.
std::string describe(const ExpressionPool& pool, ExpressionIndex index, std::string_view anchor);

}  // namespace annal
