// The words of the text, as they are quoted to a reader: on one line, and no longer than one reads.
#pragma once

#include <cstdint>
#include <string>

#include "timeline/timeline.h"

namespace annal::labels {

/// So much of a sentence is quoted at most, in bytes. Real ones are shorter; one without an end would be quoted whole
/// for each event and each arc that stands in it.
inline constexpr std::uint32_t most_quoted = 1000;

/// The words of `span` on one line; empty where it lies outside the text.
std::string words_of(const Timeline& timeline, Span span);

/// The words of `whole` on one line; where it has more than `most` bytes what stands round `word`, from blank to blank.
std::string words_around(const Timeline& timeline, Span whole, Span word, std::uint32_t most = most_quoted);

/// The sentence that holds `word`, or `word` itself where none does.
Span sentence_around(const Timeline& timeline, Span word);

/// The words of the sentence that holds `word`, as `words_around` gives them.
std::string sentence_of(const Timeline& timeline, Span word);

}  // namespace annal::labels
