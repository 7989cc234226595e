// The lemmas of the words of all trees of a text, worked out once for all who ask. A text says most of its words again:
// the lemma of each form is kept once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annal {

class LemmaIndex {
 public:
  using Id = std::uint32_t;

  /// Keeps `lemma`, in small letters.
  Id keep(std::string_view lemma) {
    text_ += lemma;
    ends_.push_back(static_cast<std::uint32_t>(text_.size()));
    return static_cast<Id>(ends_.size() - 1);
  }
  /// The words that are added next are those of the next sentence.
  void begin_sentence() { sentences_.push_back(static_cast<std::uint32_t>(words_.size())); }
  void add_word(Id lemma) { words_.push_back(lemma); }

  /// That of a word of the tree of `sentence`, in small letters.
  std::string_view of(std::uint32_t sentence, std::uint32_t word) const {
    const Id id = words_[sentences_[sentence] + word];
    const std::uint32_t begin = id == 0 ? 0 : ends_[id - 1];
    return std::string_view(text_).substr(begin, ends_[id] - begin);
  }

 private:
  std::string text_;
  std::vector<std::uint32_t> ends_;       ///< of the lemmas in text_
  std::vector<std::uint32_t> sentences_;  ///< for each its first of words_
  std::vector<Id> words_;
};

}  // namespace annal
