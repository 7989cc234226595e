#include "core/text/language_of.h"

#include <algorithm>
#include <vector>

#include "core/lang/asked_for.h"
#include "core/lang/tables.h"
#include "core/text/token.h"
#include "core/unicode/letter_case.h"

namespace annal {
namespace {

constexpr std::size_t samples = 16, sample_bytes = 128, whole = 1024;  // up to `whole` bytes a text is read as it is
constexpr std::size_t least_bytes =
    4;  // of a word of the grammar that speaks for its language: shorter ones are words of many
constexpr std::size_t least_samples = 4;  // that are read however clear the first are: a text may open with a quotation
constexpr std::uint32_t enough = 2, plenty = 12;  // hits that speak for a language, and that end the search

// What speaks for a language where its everyday words and those of time are too few: they, other words that it knows,
// how words end and letters that it has.
constexpr std::uint32_t weight_of_hit = 4, weight_of_word = 2, weight_of_ending = 2, weight_of_letter = 1;
constexpr std::size_t least_stem = 2, longest_ending = 8;  // bytes

// The bytes from `at` on, at most `size`, cut at blanks.
std::string_view cut(std::string_view text, std::size_t at, std::size_t size) {
  if (at > 0) at = std::min(text.find(' ', at), text.size());
  std::string_view piece = text.substr(at, size);
  if (at + size < text.size()) piece = piece.substr(0, piece.find_last_of(" \n") + 1);
  return piece;
}

// What a language knows its own texts by.
class Signs {
 public:
  explicit Signs(const Language& language)
      : language_(&language),
        everyday_(language.word_class("language-word")),
        endings_(language.word_class("language-ending")),
        letters_(language.word_class("language-letter")),
        given_names_(language.word_class("given-name")),
        surnames_(language.word_class("surname")) {}

  /// Whether `word` is an everyday word or one of time. A name is none, whatever the grammar needs it for.
  bool is_own(std::string_view word) const {
    const WordEntry* const entry = language_->entry(word);
    if (entry == nullptr) return false;
    return (word.size() >= least_bytes && is_more_than_name(*entry, entry->grammar_count)) ||
           language_->is(word, everyday_);
  }

  /// How much `word` speaks for the language if little else does.
  std::uint32_t weight(std::string_view word) const {
    if (is_own(word)) return weight_of_hit;
    std::uint32_t weight = 0;
    const WordEntry* const entry = language_->entry(word);
    if (word.size() >= least_bytes && entry != nullptr && is_more_than_name(*entry, entry->count))
      weight += weight_of_word;
    if (endings_ != no_class && has_ending(word)) weight += weight_of_ending;
    if (letters_ != no_class && has_letter(word)) weight += weight_of_letter;
    return weight;
  }

 private:
  bool is_more_than_name(const WordEntry& entry, std::uint32_t count) const {
    const Membership* const members = language_->tables().members + entry.members;
    return std::any_of(members, members + count, [&](const Membership& member) {
      return !member.capital && member.word_class != given_names_ && member.word_class != surnames_;
    });
  }
  bool has_ending(std::string_view word) const {
    for (std::size_t size = 1; size <= longest_ending && size + least_stem <= word.size(); ++size)
      if (language_->is(word.substr(word.size() - size), endings_)) return true;
    return false;
  }
  bool has_letter(std::string_view word) const {
    for (std::size_t at = 0, size = 0; at < word.size(); at += size) {
      size = letter_at(word, at).size;
      if (language_->is(word.substr(at, size), letters_)) return true;
    }
    return false;
  }

  const Language* language_;
  WordClass everyday_, endings_, letters_, given_names_, surnames_;
};

// The language that the words of a short text speak for most. What begins with a capital may be a name, which says
// nothing of the language around it, unless no other language has its letters. Several that are equal are no answer if
// one of them is the fallback.
const Language& likeliest(std::string_view text, std::span<const Signs> signs) {
  std::vector<Token> tokens;
  tokenise(text.substr(0, whole), tokens);
  std::vector<std::uint32_t> weights(signs.size(), 0);
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::word) continue;
    const std::string_view word = slice(text, token.span());
    const char32_t first = letter_at(word, 0).code;
    const bool capital = first < 0x250 && lower_of(first) != first;
    for (std::size_t l = 0; l < signs.size(); ++l)
      weights[l] += !capital ? signs[l].weight(word) : signs[l].is_own(word) ? weight_of_hit : 0;
  }
  const std::span<const Language> languages = Language::all();
  const auto best = static_cast<std::size_t>(std::ranges::max_element(weights) - weights.begin());
  const auto fallback = static_cast<std::size_t>(&Language::fallback() - languages.data());
  return asked_for(weights[best] > weights[fallback] ? languages[best] : languages[fallback]);
}

}  // namespace

const Language& language_of(std::string_view text, std::string_view stated) {
  const std::span<const Language> languages = Language::all();
  const std::vector<Signs> signs(languages.begin(), languages.end());
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
      for (std::size_t l = 0; l < languages.size(); ++l) hits[l] += signs[l].is_own(word) ? 1U : 0U;
    }
    best = static_cast<std::size_t>(std::ranges::max_element(hits) - hits.begin());
    second = 0;
    for (std::size_t l = 0; l < hits.size(); ++l)
      if (l != best) second = std::max(second, hits[l]);
    if (p + 1 >= least_samples && hits[best] >= plenty && hits[best] > 4 * second) break;
  }
  if (hits[best] >= enough && hits[best] > second + second / 4) return asked_for(languages[best]);
  if (const Language* const named = stated.empty() ? nullptr : Language::find(stated); named != nullptr) return *named;
  return likeliest(text, signs);
}

const Language& settle_language(Document& document, const Language* given) {
  const Language& language = given != nullptr ? *given : language_of(document.text, document.language);
  document.language = language.tag();
  return language;
}

}  // namespace annal
