// What a text as a whole says of the weight of its parts: where each sentence stands, which words come again, which
// stand in its title, and what is a quotation.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "timeline/event/clause.h"

namespace annal {

class TextProfile {
 public:
  TextProfile(const Analysis& analysis, const Reading& reading, std::string_view language_tag);

  /// The number of a sentence, and of its paragraph, in the running text, from 0.
  std::uint32_t place(std::uint32_t sentence) const { return place_[sentence]; }
  std::uint32_t paragraph(std::uint32_t sentence) const { return paragraph_[sentence]; }
  /// The sentences of the running text.
  std::uint32_t size() const { return sentences_; }
  /// How often the word at `token` stands in the text, in any form; 0 for a word without weight: a pronoun, an article.
  std::uint32_t count(std::uint32_t token) const;
  /// Whether that word stands in the title of the text.
  bool in_title(std::uint32_t token) const {
    return has_weight(token) && std::binary_search(title_.begin(), title_.end(), stem_[token]);
  }
  bool quoted(std::uint32_t token) const { return quoted_[token]; }

 private:
  /// The first five letters of a word, small, of 21 bits each; zeros behind them.
  using Stem = std::pair<std::uint64_t, std::uint64_t>;

  static Stem stem_of(std::string_view lemma);
  bool has_weight(std::uint32_t token) const { return stem_[token].first != 0; }
  void read_words(const Analysis& analysis, const Reading& reading, std::string_view language_tag);
  void read_titles(const Analysis& analysis);

  std::vector<std::uint32_t> place_, paragraph_;
  std::uint32_t sentences_ = 0;
  std::vector<Stem> stem_;           ///< by token; zeros for words without weight
  std::vector<Stem> words_, title_;  ///< sorted: of all words with weight, of the words of titles
  std::vector<bool> quoted_;
};

}  // namespace annal
