#include "core/text/language_of.h"

#include <algorithm>
#include <vector>

#include "core/lang/tables.h"
#include "core/text/token.h"

namespace annal {
namespace {

constexpr std::size_t samples = 16, sample_bytes = 128, whole = 1024;  // up to `whole` bytes a text is read as it is
constexpr std::size_t least_bytes =
    4;  // of a word of the grammar that speaks for its language: shorter ones are words of many
constexpr std::size_t least_samples = 4;  // that are read however clear the first are: a text may open with a quotation
constexpr std::uint32_t enough = 2, plenty = 12;  // hits that speak for a language, and that end the search

// The bytes from `at` on, at most `size`, cut at blanks.
std::string_view cut(std::string_view text, std::size_t at, std::size_t size) {
  if (at > 0) at = std::min(text.find(' ', at), text.size());
  std::string_view piece = text.substr(at, size);
  if (at + size < text.size()) piece = piece.substr(0, piece.find_last_of(" \n") + 1);
  return piece;
}

}  // namespace

const Language& language_of(std::string_view text, std::string_view stated) {
  const std::span<const Language> languages = Language::all();
  std::vector<WordClass> classes;
  for (const Language& language : languages) classes.push_back(language.word_class("language-word"));
  std::vector<std::uint32_t> hits(languages.size(), 0);
  std::vector<Token> tokens;
  std::size_t best = 0;
  std::uint32_t second = 0;
  const std::size_t pieces = text.size() <= whole ? 1 : samples;
  for (std::size_t p = 0; p < pieces; ++p) {
    // Not from the first to the last, but first the ends and the middle.
    const std::size_t place = p * 5 % samples;
    const std::string_view piece = pieces == 1 ? text : cut(text, text.size() / samples * place, sample_bytes);
    tokenise(piece, tokens);
    for (const Token& token : tokens) {
      if (token.kind != TokenKind::word) continue;
      const std::string_view word = slice(piece, token.span());
      for (std::size_t l = 0; l < languages.size(); ++l) {
        const WordEntry* const entry = languages[l].entry(word);
        if (entry != nullptr &&
            ((entry->grammar_count > 0 && word.size() >= least_bytes) || languages[l].is(word, classes[l])))
          ++hits[l];
      }
    }
    best = static_cast<std::size_t>(std::ranges::max_element(hits) - hits.begin());
    second = 0;
    for (std::size_t l = 0; l < hits.size(); ++l)
      if (l != best) second = std::max(second, hits[l]);
    if (p + 1 >= least_samples && hits[best] >= plenty && hits[best] > 4 * second) break;
  }
  if (hits[best] >= enough && hits[best] > second + second / 4) return languages[best];
  if (const Language* const named = stated.empty() ? nullptr : Language::find(stated); named != nullptr) return *named;
  return hits[best] > second ? languages[best] : Language::fallback();
}

const Language& settle_language(Document& document, const Language* given) {
  const Language& language = given != nullptr ? *given : language_of(document.text, document.language);
  document.language = language.tag();
  return language;
}

}  // namespace annal
