// What the lexicon says of the words of a text and of their lemmas. A text says most of its words again: each is looked
// up once.
#pragma once

#include <cstdint>
#include <forward_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/syntax/tree.h"
#include "timeline/event/lemma_index.h"
#include "timeline/event/lexicon.h"

namespace annal {

struct WordMeaning {
  const WordFacts* own = nullptr;   ///< of the form
  const WordFacts* base = nullptr;  ///< of the lemma, or of the verb that it is with its particle
  LemmaIndex::Id lemma = 0;
  bool is_lemma = false;  ///< the form is its own lemma
};

class WordMeanings {
 public:
  /// `text` is what the words stand in. Their lemmas are kept in `lemmas`.
  WordMeanings(std::string_view text, const EventLexicon& lexicon, LemmaIndex& lemmas);
  /// Of `word`, from which `particle` stands apart ("teilte ... mit", "called off"), or none does. Holds until the next
  /// call.
  const WordMeaning& of(const syntax::Word& word, std::string_view particle);

 private:
  struct Key {
    std::string_view form, particle;
    syntax::Features features;
    syntax::Upos upos;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct Known {
    Key key;
    WordMeaning meaning;
  };

  static std::size_t hash_of(const Key& key);
  std::uint32_t& slot_of(const Key& key);
  void grow();
  std::string_view form_of(const syntax::Word& word);
  WordMeaning look_up(const syntax::Word& word, const Key& key);

  std::string_view text_;
  const EventLexicon& lexicon_;
  LemmaIndex& lemmas_;
  const bool in_two_;         ///< a verb with its particle is listed in two words: "call off"
  std::vector<Known> known_;  ///< in the order in which the text has them first
  std::vector<std::uint32_t>
      slots_;  ///< by hash: index into known_ + 1, or 0; a power of two of them, half of them free
  std::forward_list<std::string> forms_;  ///< of the words of contractions, which the text does not have
};

}  // namespace annal
