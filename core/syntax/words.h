// Words as Universal Dependencies cuts them, over the tokens of a text: "didn't" is "did" and "n't", "zum" is "zu" and
// "dem", "U.S." and "1,200" are one word each. What a language joins and parts is data: word-division.txt of its
// lexicon. The treebanks are the authority, since the parser has learned from their words.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/lang/language.h"
#include "core/syntax/tree.h"
#include "core/text/token.h"

namespace annal::syntax {

/// A time expression: its bytes, and the tokens [first, last) that lie in them.
struct TimeSpan {
  Span span;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::int32_t index = -1;  ///< into Analysis::timexes
};

/// Divides the sentences of one text into words.
class WordDivider {
 public:
  WordDivider(std::string_view text, std::span<const Token> tokens, const Language& language);

  /// Returns the words of tokens [first, last), in text order, with `span`, `first`, `last`, `part` and `time` set and
  /// nothing else. A time expression of `times`, which are disjoint and in text order, is one word.
  std::vector<Word> divide(std::uint32_t first, std::uint32_t last, std::span<const TimeSpan> times) const;

 private:
  std::string_view at(std::uint32_t token) const { return slice(text_, tokens_[token].span()); }
  bool touches(std::uint32_t token, std::uint32_t last) const;
  bool touching_word(std::uint32_t token, std::uint32_t last) const;
  std::uint32_t address_end(std::uint32_t first, std::uint32_t token, std::uint32_t last) const;
  bool joins(std::uint32_t first, std::uint32_t token, std::uint32_t last) const;
  bool takes_stop(std::uint32_t first, std::uint32_t token, std::uint32_t last) const;
  std::uint32_t run_end(std::uint32_t first, std::uint32_t last) const;
  std::uint32_t sign_end(std::uint32_t first, std::uint32_t last) const;
  void add_run(std::uint32_t first, std::uint32_t end, std::vector<Word>& out) const;
  bool stands_as_article(const std::vector<Word>& out) const;
  bool add_multiword(Span span, std::uint32_t first, std::vector<Word>& out) const;
  std::size_t enclitic_size(std::string_view run, bool& multiword) const;
  void add(Span span, std::uint32_t first, std::vector<Word>& out, std::uint8_t part = 0) const;

  std::string_view text_;
  std::span<const Token> tokens_;
  const Language& language_;
  WordClass joiner_, opening_, prefix_, unit_, number_sign_, proclitic_, enclitic_, host_, undivided_, multiword_,
      article_, article_after_, abbreviation_;
  bool groups_digits_;
};

/// Returns the word as the treebank writes it: its bytes of `text`, or for a part of a contraction what it stands for
/// ("zum" gives "zu" and "dem", "dejándose" "dejando" and "se").
std::string form_of(const Word& word, std::string_view text, const Language& language);

}  // namespace annal::syntax
