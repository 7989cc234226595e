// Where the words of a quote stand in a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/text/document.h"

namespace annal {

/// `text` as quotes are compared: case folded, white space of any kind as one blank and none at the ends, quotation
/// marks and apostrophes straight.
std::string quote_form(std::string_view text);

/// The words of a text, with which the places of a quote are found. The text must stay.
class QuoteIndex {
 public:
  struct Word {
    std::uint32_t begin = 0, end = 0;  ///< in the text's quote form
    Span span;                         ///< in the text
  };

  explicit QuoteIndex(std::string_view text);
  QuoteIndex(const QuoteIndex&) = delete;
  QuoteIndex& operator=(const QuoteIndex&) = delete;

  std::string_view text() const { return text_; }
  const std::vector<Word>& words() const { return words_; }
  /// The word in which byte `at` of the text lies, or the next one; words().size() behind the last.
  std::size_t word_at(std::uint32_t at) const;

  /// How many places one would expect by chance of as many words as common as those from word `first` to word `last`.
  double expected_places(std::size_t first, std::size_t last) const;

  /// The places where `words` stand from the beginning of a word to the end of one, in text order, at most `most`.
  /// Costs as much as the rarest word of the quote has places.
  std::vector<Span> places(std::string_view words, std::size_t most = SIZE_MAX) const;

  /// At most `most` runs of words of the text that share most with `words`, in text order.
  std::vector<Span> nearest(std::string_view words, std::size_t most) const;

 private:
  const std::vector<std::uint32_t>* places_of(std::string_view word) const;

  std::string_view text_;
  std::vector<Word> words_;
  std::string form_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> places_;  ///< of each word, indices into words_
};

}  // namespace annal
