// "did you mean": finds the valid word that is nearest to a mistyped one.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace annal {

/// Returns the candidate nearest to `word`: at most a third of its letters (at least one) are inserted, dropped,
/// changed or swapped with a neighbour, or `word` is the beginning of only one candidate. Of equally near ones, returns
/// the first. Returns "" if none is near.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

/// Returns "; did you mean 'build'?", or "" if no candidate is near.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates);

/// "build, dates, order".
std::string joined(std::span<const std::string_view> words);

}  // namespace annal
