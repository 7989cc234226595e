// Finds time expressions: which words name a time, and the tree of what they mean.
//
// One pass over the tokens. A word is hashed and looked up in a bitmap of trigger words; some 95 % of them go no
// further. Round a trigger the region of words that the grammar knows is looked up, and inside it the grammar's
// patterns are matched by a chart: each (symbol, place) is parsed once, every way it can end is kept, so the cost is
// bounded by symbols x places x ends whatever the input. The longest match that begins leftmost wins; a rule whose
// value is `nothing` wins like any other and yields no expression.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/grammar/expression.h"
#include "core/grammar/timex.h"
#include "core/lang/language.h"
#include "core/text/token.h"

namespace annal {

/// Regions are at most this many tokens; a longer run of grammar words is cut, so that hostile text costs linear time.
inline constexpr std::size_t longest_region = 64;

/// Appends the expressions of `tokens` to `timexes` (span, expression, rule, range, partner; the rest is left to
/// resolve) and their trees to `pool`. Returns the steps taken (edges of patterns tried): linear in the number of
/// tokens.
std::uint64_t recognise(std::string_view text, std::span<const Token> tokens, const Language& language,
                        ExpressionPool& pool, std::vector<Timex>& timexes);

}  // namespace annal
