#include "timeline/event/word_meanings.h"

#include <functional>
#include <type_traits>

#include "core/syntax/lemmas.h"
#include "core/syntax/words.h"
#include "core/unicode/letter_case.h"

namespace annal {

WordMeanings::WordMeanings(std::string_view text, const EventLexicon& lexicon, LemmaIndex& lemmas)
    : text_(text),
      lexicon_(lexicon),
      lemmas_(lemmas),
      in_two_(lexicon.language().word_class("separable-prefix") == no_class) {
  constexpr std::size_t usual_words = 256;  // of a short article
  known_.reserve(usual_words);
  slots_.resize(2 * usual_words);
}

// Of all its letters: a text may have many long words of like ends, such as addresses.
std::size_t WordMeanings::hash_of(const Key& key) {
  static_assert(std::has_unique_object_representations_v<syntax::Features>);
  const std::hash<std::string_view> hash;
  constexpr std::size_t factor = 0x9E3779B9;
  std::size_t mixed = hash(key.form);
  mixed = mixed * factor + hash(key.particle);
  mixed = mixed * factor + hash({reinterpret_cast<const char*>(&key.features), sizeof key.features});
  return mixed * factor + static_cast<std::size_t>(key.upos);
}

std::uint32_t& WordMeanings::slot_of(const Key& key) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash_of(key) & mask;
  while (slots_[at] != 0 && known_[slots_[at] - 1].key != key) at = (at + 1) & mask;
  return slots_[at];
}

void WordMeanings::grow() {
  slots_.assign(2 * slots_.size(), 0);
  for (std::uint32_t i = 0; i < known_.size(); ++i) slot_of(known_[i].key) = i + 1;
}

std::string_view WordMeanings::form_of(const syntax::Word& word) {
  if (word.part == 0) return slice(text_, word.span);
  return forms_.emplace_front(syntax::form_of(word, text_, lexicon_.language()));
}

const WordMeaning& WordMeanings::of(const syntax::Word& word, std::string_view particle) {
  const Key key{form_of(word), particle, word.features, word.upos};
  std::uint32_t& slot = slot_of(key);
  if (slot != 0) {
    if (word.part != 0) forms_.pop_front();
    return known_[slot - 1].meaning;
  }
  known_.push_back({key, look_up(word, key)});
  slot = static_cast<std::uint32_t>(known_.size());
  if (2 * known_.size() > slots_.size()) grow();
  return known_.back().meaning;
}

WordMeaning WordMeanings::look_up(const syntax::Word& word, const Key& key) {
  const std::string lemma = syntax::lemma_of(word, key.form, lexicon_.language().tag());
  const WordFacts* base = &lexicon_.facts(lemma);
  if (!key.particle.empty()) {
    // A separable verb is listed whole: "mitteilen".
    const WordFacts& whole =
        lexicon_.facts(in_two_ ? lemma + ' ' + folded(key.particle) : std::string(key.particle) + lemma);
    if (!whole.classes.empty()) base = &whole;
  }
  const std::string small = folded(lemma);
  return {&lexicon_.facts(key.form), base, lemmas_.keep(small), folded(key.form) == small};
}

}  // namespace annal
