#include "core/syntax/aside.h"

#include <algorithm>
#include <vector>

namespace annal::syntax {
namespace {

constexpr std::size_t longest_aside = 14;  ///< words, with its commas
constexpr std::uint8_t certain = 100;

/// Words [first, last), from comma to comma; empty for none.
struct Aside {
  std::size_t first = 0, last = 0;
  bool empty() const { return first == last; }
};

Aside find_aside(std::span<const std::string_view> forms, std::span<const Word> words, const Language& language) {
  for (std::size_t i = 1; i + 3 < forms.size(); ++i) {
    if (forms[i] != ",") continue;
    const bool auxiliary = words[i - 1].upos == Upos::aux;
    if (!auxiliary && !language.is(forms[i - 1], language.word_class("negation"))) continue;
    if (!language.is(forms[i + 1], language.word_class("aside-opener"))) continue;
    const std::size_t end = std::min(i + longest_aside, forms.size());
    for (std::size_t k = i + 2; k + 1 < end; ++k)
      if (forms[k] == ",") return {i, k + 1};
    return {};
  }
  return {};
}

/// Some words of a sentence, parsed by themselves.
struct Part {
  std::vector<std::size_t> place;  ///< in the sentence
  std::vector<std::string_view> forms;
  std::vector<Word> words;

  void add(std::size_t at, std::string_view form, const Word& word) {
    place.push_back(at);
    forms.push_back(form);
    words.push_back(word);
  }
  std::size_t root() const {
    const auto found = std::find_if(words.begin(), words.end(), [](const Word& w) { return w.head < 0; });
    return static_cast<std::size_t>(found - words.begin());
  }
  /// Writes its words into the sentence, with their heads as that counts them.
  void put_back(std::span<Word> sentence) const {
    for (std::size_t i = 0; i < words.size(); ++i) {
      Word& word = sentence[place[i]] = words[i];
      if (word.head >= 0) word.head = static_cast<std::int32_t>(place[static_cast<std::size_t>(word.head)]);
    }
  }
};

}  // namespace

void parse_round_aside(std::span<const std::string_view> forms, std::span<Word> words, const Language& language,
                       const ParseWords& parse) {
  const Aside aside = find_aside(forms, words, language);
  if (aside.empty()) return;
  Part outer, inner;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool inside = aside.first <= i && i < aside.last;
    if (inside && (i == aside.first || i + 1 == aside.last)) continue;
    (inside ? inner : outer).add(i, forms[i], words[i]);
  }
  parse(outer.forms, outer.words);
  const Word& before = outer.words[aside.first - 1];
  const bool parts = before.head >= static_cast<std::int32_t>(aside.first) &&
                     (before.deprel == Deprel::advmod || before.deprel == Deprel::aux ||
                      before.deprel == Deprel::aux_pass || before.deprel == Deprel::cop);
  if (!parts) return;
  const auto verb = static_cast<std::int32_t>(outer.place[static_cast<std::size_t>(before.head)]);
  parse(inner.forms, inner.words);
  const std::size_t top = inner.place[inner.root()];
  outer.put_back(words);
  inner.put_back(words);
  const bool clause = words[top].upos == Upos::verb || words[top].upos == Upos::aux;
  words[top].head = verb;
  words[top].deprel = clause ? Deprel::advcl : Deprel::obl;
  for (const std::size_t comma : {aside.first, aside.last - 1}) {
    words[comma].head = static_cast<std::int32_t>(top);
    words[comma].deprel = Deprel::punct;
    words[comma].confidence = certain;
  }
}

}  // namespace annal::syntax
