// Where the words of a quote stand in a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/text/document.h"
#include "core/text/token.h"

namespace annal {

/// `text` as quotes are compared: case folded, white space of any kind as one blank and none at the ends, quotation
/// marks and apostrophes straight.
std::string quote_form(std::string_view text);

/// QuoteIndex::likeness from which two sentences are versions of one.
inline constexpr double same_sentence = 0.5;

/// The words of a text, with which the places of a quote are found. The text and its sentences must stay.
class QuoteIndex {
 public:
  struct Word {
    std::uint32_t begin = 0, end = 0;  ///< in the text's quote form
    Span span;                         ///< in the text
  };

  /// Words of a run, both inclusive.
  struct Words {
    std::size_t first = 0, last = 0;
  };

  explicit QuoteIndex(std::string_view text, std::span<const Sentence> sentences = {});
  QuoteIndex(const QuoteIndex&) = delete;
  QuoteIndex& operator=(const QuoteIndex&) = delete;

  std::string_view text() const { return text_; }
  const std::vector<Word>& words() const { return words_; }
  /// The word in which byte `at` of the text lies, or the next one; words().size() behind the last.
  std::size_t word_at(std::uint32_t at) const;

  Span span_of(Words run) const { return {words_[run.first].span.begin, words_[run.last].span.end}; }
  /// `span` of the text on one line.
  std::string line_of(Span span) const;
  /// The words of the sentence in which `place` lies, or of the sentences from its begin to its end.
  Words sentence_words(Span place) const;
  /// The sentence of `place` on one line; of a long one the words next to the place, at most 200 code points.
  std::string sentence_of(Span place) const;
  /// How much the sentence of `place` is like `sentence`, without the quoted `words` that stand in both: 0..1, the
  /// share of words in common (Dice). At least same_sentence where one word of four or more is another.
  double likeness(Span place, std::string_view words, std::string_view sentence) const;
  /// The sentence of the text that is a version of `sentence`.
  std::optional<Span> nearest_sentence(std::string_view sentence) const;

  /// The places where `words` stand from the beginning of a word to the end of one, in text order, at most `most`.
  /// Costs as much as the rarest word of the quote has places.
  std::vector<Span> places(std::string_view words, std::size_t most = SIZE_MAX) const;

  /// At most `most` runs of words of the text that share most with `words`, and what they share tells something: rare
  /// words count more. In text order.
  std::vector<Span> nearest(std::string_view words, std::size_t most) const;

 private:
  const std::vector<std::uint32_t>* places_of(std::string_view word) const;
  Span sentence_span(Span place) const;
  bool is_short(Words run) const;
  /// The words of its sentence that are next to `place`.
  Words context_of(Span place) const;
  Words words_at(Span place) const { return {word_at(place.begin), word_at(place.end - 1)}; }
  /// The words in common of `sentence` and `here`, without `words` of the one and the run `quoted` of the other.
  double likeness(std::string_view sentence, std::string_view words, Words here, std::optional<Words> quoted) const;

  std::string_view text_;
  std::span<const Sentence> sentences_;
  std::vector<Word> words_;
  std::string form_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> places_;  ///< of each word, indices into words_
};

}  // namespace annal
