// Parses a page into a tree as browsers do. The tree builder itself bounds the depth of open elements, so no trick of
// markup evades it: comments, raw text and foreign content go through the same tokenizer.
#pragma once

#include <string_view>

#include "core/result.h"
#include "reader/html/parser/dom.h"

namespace annal::html {

inline constexpr std::size_t deepest_nesting = 1000;  ///< open elements; browsers stop at 512
/// Of tags, each counted as four, and attributes. A long article has 20,000.
inline constexpr std::size_t most_markup = 1'000'000;
/// Formatting elements that the page never closed (<b>, <font>) and that are opened again in a later paragraph.
inline constexpr std::size_t most_reopened = 50'000;

/// Returns the tree of `html` (valid UTF-8, outlives it). Time: bytes, and tags times depth; memory: bytes and tags.
///
///   errors   out_of_range: more than `deepest_nesting`, `most_markup`, `most_reopened`, or `most_attributes` of a tag
///   source   the HTML standard, "parsing HTML documents", without scripts
Result<Dom> parse(std::string_view html);

}  // namespace annal::html
