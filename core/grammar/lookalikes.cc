#include "core/grammar/lookalikes.h"

#include <algorithm>
#include <cstddef>

#include "core/unicode/letter_case.h"

namespace annal {
namespace {

bool is_bare_year(const ExpressionPool& pool, ExpressionIndex index) {
  const auto* const date = node_as<op::Date>(pool, index);
  return date != nullptr && date->year && !date->month && !date->day;
}

// "The first quarter", "late in the second half": of a year that is not said.
bool is_bare_part_of_year(const ExpressionPool& pool, ExpressionIndex index) {
  if (const auto* const part = node_as<op::Part>(pool, index)) index = part->date;
  const auto* const quarter = node_as<op::Quarter>(pool, index);
  const auto* const half = node_as<op::Half>(pool, index);
  return (quarter != nullptr && !quarter->year) || (half != nullptr && !half->year);
}

// The last letter of `word`, with the bytes that it takes.
std::string_view last_letter(std::string_view word) {
  std::size_t at = word.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(word[at]) & 0xC0) == 0x80) --at;
  return word.substr(at);
}

}  // namespace

Lookalikes::Lookalikes(std::string_view text, std::span<const Token> tokens, const Language& language)
    : text_(text),
      tokens_(tokens),
      language_(language),
      person_titles_(language.word_class("person-title")),
      offices_(language.word_class("title-word")),
      first_names_(language.word_class("first-name-month")),
      last_names_(language.word_class("last-name-month")),
      plural_endings_(language.word_class("plural-ending")),
      singular_endings_(language.word_class("singular-ending")),
      match_words_(language.word_class("match-word")),
      figures_words_(language.word_class("figures-word")),
      year_leaders_(language.word_class("year-leader")),
      everyday_words_(language.word_class("language-word")) {}

bool Lookalikes::is_one(std::size_t at, std::size_t size, const ExpressionPool& pool, ExpressionIndex root) const {
  if (is_last_name(at, size, pool, root) || is_part_of_match(at, size, pool, root)) return true;
  if (size != 1) return false;
  return (bare_month(pool, root) && is_first_name(at)) || (is_bare_year(pool, root) && counts(at));
}

// "Brian May", with his age behind a comma "Brian May, 70", or behind a title and a name "Mr Otto Monday". Of the words
// of time only months and noon are told by a name alone, since "in Bonn Monday" is a day.
bool Lookalikes::is_last_name(std::size_t at, std::size_t size, const ExpressionPool& pool,
                              ExpressionIndex root) const {
  const auto* const with_year = node_as<op::WithYear>(pool, root);
  const bool has_age = with_year != nullptr && size == 3 && word(at + 1) == ",";
  if ((size != 1 && !has_age) || at == 0 || !capital(at) || !same_line(at) || !is_name(at - 1)) return false;
  if (bare_month(pool, has_age ? with_year->date : root)) return is_in(word(at), last_names_);
  if (node_as<op::Clock>(pool, root) != nullptr) return true;
  const std::size_t before = at >= 2 && word(at - 2) == "." ? 3 : 2;
  if (at < before) return false;
  const std::string_view title = word(at - before);
  return is_in(title, person_titles_) || is_in(title, offices_);
}

// "Reed scored late in the first half": a quarter or half without its year, where more words round it are of a match
// than of what firms and states count.
bool Lookalikes::is_part_of_match(std::size_t at, std::size_t size, const ExpressionPool& pool,
                                  ExpressionIndex root) const {
  constexpr std::size_t reach = 150;  // tokens
  if (match_words_ == no_class || !is_bare_part_of_year(pool, root)) return false;
  std::ptrdiff_t match = 0;
  const std::size_t end = std::min(tokens_.size(), at + size + reach);
  for (std::size_t t = at > reach ? at - reach : 0; t < end; ++t) {
    if (is_in(word(t), match_words_)) ++match;
    if (is_in(word(t), figures_words_)) --match;
  }
  return match > 0;
}

// "They met August Strindberg": a month that is a first name too, before a name and behind a word that has nothing to
// do with time. Where a third word has a capital, it is a headline.
bool Lookalikes::is_first_name(std::size_t at) const {
  if (!capital(at) || !is_in(word(at), first_names_)) return false;
  if (at + 1 >= tokens_.size() || !same_line(at + 1) || !is_name(at + 1)) return false;
  if (at + 2 < tokens_.size() && same_line(at + 2) && capital(at + 2)) return false;
  return at == 0 || !same_line(at) || unknown(at - 1) || word(at - 1) == ".";
}

// "The hall has 1500 chairs": a plural behind the number, and before it no word that leads a year ("in 1990 prices",
// "the 2016 elections"), no end of a sentence and no other year ("the 2011 and 2012 seasons").
bool Lookalikes::counts(std::size_t at) const {
  if (plural_endings_ == no_class || at == 0 || !same_line(at) || !is_year(at) || !is_plural_noun(at + 1)) return false;
  const Token& before = tokens_[at - 1];
  if (before.kind == TokenKind::punctuation && word(at - 1) != ",") return false;
  if (before.kind == TokenKind::word && is_in(word(at - 1), year_leaders_)) return false;
  return at < 2 || !is_year(at - 2) || unknown(at - 1);
}

// A word with a capital, and no other, that the grammar does not know.
bool Lookalikes::is_name(std::size_t at) const {
  const std::string_view name = word(at);
  return capital(at) && name.size() > 1 && (name[1] >= 'a' || name[1] == '\'') && unknown(at);
}

bool Lookalikes::is_plural_noun(std::size_t at) const {
  if (at >= tokens_.size() || tokens_[at].kind != TokenKind::word || !same_line(at) || tokens_[at].no_space_before)
    return false;
  const std::string_view noun = word(at);
  const char32_t first = letter_at(noun, 0).code;
  return noun.size() >= 4 && upper_of(first) != first && is_in(last_letter(noun), plural_endings_) &&
         !is_in(noun.substr(noun.size() - 2), singular_endings_) && unknown(at) && !is_in(noun, everyday_words_);
}

bool Lookalikes::is_in(std::string_view word, WordClass word_class) const {
  return word_class != no_class && language_.is(word, word_class);
}

bool Lookalikes::unknown(std::size_t at) const {
  return tokens_[at].kind == TokenKind::word && language_.grammar_entry(word(at)) == nullptr;
}

bool Lookalikes::capital(std::size_t at) const {
  const char first = text_[tokens_[at].begin];
  return tokens_[at].kind == TokenKind::word && first >= 'A' && first <= 'Z';
}

bool Lookalikes::is_year(std::size_t at) const {
  return tokens_[at].kind == TokenKind::digits && tokens_[at].end - tokens_[at].begin == 4;
}

// Whether only blanks part the token from the one before.
bool Lookalikes::same_line(std::size_t at) const { return !tokens_[at].newline; }

std::string_view Lookalikes::word(std::size_t at) const { return slice(text_, tokens_[at].span()); }

}  // namespace annal
