// Words and numbers that the grammar takes for a time and their neighbours show to be none: names of people,
// numbers that count something, and parts of a match.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "core/grammar/expression.h"
#include "core/lang/language.h"
#include "core/text/token.h"

namespace annal {

class Lookalikes {
 public:
  Lookalikes(std::string_view text, std::span<const Token> tokens, const Language& language);

  /// Whether an expression of `size` tokens from token `at` on, whose tree is `root`, is no time.
  bool is_one(std::size_t at, std::size_t size, const ExpressionPool& pool, ExpressionIndex root) const;

 private:
  bool is_last_name(std::size_t at, std::size_t size, const ExpressionPool& pool, ExpressionIndex root) const;
  bool is_part_of_match(std::size_t at, std::size_t size, const ExpressionPool& pool, ExpressionIndex root) const;
  bool is_first_name(std::size_t at) const;
  bool counts(std::size_t at) const;
  bool is_name(std::size_t at) const;
  bool is_plural_noun(std::size_t at) const;
  bool is_in(std::string_view word, WordClass word_class) const;
  bool unknown(std::size_t at) const;
  bool capital(std::size_t at) const;
  bool is_year(std::size_t at) const;
  bool same_line(std::size_t at) const;
  std::string_view word(std::size_t at) const;

  std::string_view text_;
  std::span<const Token> tokens_;
  const Language& language_;
  WordClass person_titles_, offices_, first_names_, last_names_, plural_endings_, singular_endings_, match_words_,
      figures_words_, year_leaders_, everyday_words_;
};

}  // namespace annal
