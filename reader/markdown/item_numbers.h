// The numbers of a list's items. Markdown drops them and counts anew, but "2003. The mine opens" and "3. Mai: ..."
// begin with dates.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/lang/language.h"

namespace annal {

/// The number and its mark ("14.") at the front of the line of `source` that holds `at`, behind quote marks and
/// bullets; empty where there is none.
std::string_view item_number(std::string_view source, std::size_t at);

/// For each ordered list of `markdown`, in the order in which they begin, whether its numbers are part of the text:
/// they do not count up from 0 or 1, or are days. Linear.
std::vector<bool> numbers_are_text(std::string_view markdown, const Language& language);

}  // namespace annal
