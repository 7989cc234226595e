// Finds time expressions: which words name a time, and the expression tree of what they mean.
//
// One pass over the tokens. Each word is hashed and looked up in a bitmap of trigger words; about 95 % stop there.
// Around a trigger, the region of words that the grammar knows is parsed with a chart: each (symbol, place) is parsed
// once, and all its possible ends are kept, so the cost is bounded by symbols x places x ends for any input. The
// leftmost, then longest match wins. A rule with `suppress` competes like any other and yields no expression.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/grammar/expression.h"
#include "core/grammar/timex.h"
#include "core/lang/language.h"
#include "core/text/token.h"

namespace annal {

/// The most tokens of a region. A longer run of grammar words is cut, so that hostile text takes linear time.
inline constexpr std::size_t longest_region = 64;

/// Appends the expressions of `tokens` to `timexes` (span, expression, rule, range, partner; the rest is left to
/// resolve) and their trees to `pool`. Returns the steps taken (edges of patterns tried): linear in the number of
/// tokens.
std::uint64_t recognise(std::string_view text, std::span<const Token> tokens, const Language& language,
                        ExpressionPool& pool, std::vector<Timex>& timexes);

}  // namespace annal
