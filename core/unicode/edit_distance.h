// "did you mean": the nearest of the words that would have been right.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace annal {

/// The candidate that a slip of the hand turns into `word`: at most a third of its letters (at least one) inserted,
/// dropped, changed or swapped with a neighbour, or `word` is the beginning of just one candidate. Ties go to the
/// first. Empty where none is near.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

/// "; did you mean 'build'?", or empty where none is near.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates);

/// "build dates order".
std::string joined(std::span<const std::string_view> words);

}  // namespace annal
