// A look at the tags before the parser sees them. The parser walks its stack of open elements for many tags, so its
// time is size times depth: depth is bounded here, and so is the number of attributes of one tag.
#pragma once

#include <string_view>

#include "core/result.h"

namespace annal {

inline constexpr std::size_t deepest_nesting = 1000;  ///< browsers stop at 512
inline constexpr std::size_t most_attributes = 1000;  ///< of one tag
/// Of tags, each counted as four, and attributes. A long article has 20,000; the parser takes some 400 bytes a tag.
inline constexpr std::size_t most_markup = 1'000'000;

/// Whether the parser can be given `html` (UTF-8). Linear, whatever the bytes.
///
///   errors   out_of_range: tags open more than `deepest_nesting` at once, a tag has more than `most_attributes`, or
///            the page more than `most_markup`
Result<void> check_nesting(std::string_view html);

}  // namespace annal
