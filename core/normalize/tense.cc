#include "core/normalize/tense.h"

#include "core/unicode/letter_case.h"
#include "core/unicode/utf8.h"

namespace annal {

TenseReader::TenseReader(std::string_view text, std::span<const Token> tokens, const Language& language)
    : text_(text),
      tokens_(tokens),
      language_(language),
      past_(language.word_class("direction-past")),
      future_(language.word_class("direction-future")),
      present_(language.word_class("direction-present")),
      clause_(language.word_class("direction-clause")),
      suffix_(language.word_class("direction-past-suffix")),
      set_(language.word_class("direction-set")),
      infinitive_(language.word_class("direction-infinitive")),
      limit_(language.word_class("direction-limit")),
      auxiliary_(language.word_class("direction-auxiliary")),
      before_past_(language.word_class("direction-before-past")),
      determiner_(language.word_class("direction-determiner")),
      saying_(language.word_class("direction-saying")),
      perfect_(language.word_class("direction-perfect")),
      opening_(language.word_class("direction-opening")),
      beginning_(language.word_class("direction-beginning")),
      settles_(language.word_class("direction-settles")),
      proposes_(language.word_class("direction-proposes")) {}

bool TenseReader::past_suffix(std::string_view two_letters) const {
  const auto letter = [](char c) { return static_cast<unsigned>((c | 0x20) - 'a'); };
  const unsigned first = letter(two_letters[0]), second = letter(two_letters[1]);
  if (first >= 26 || second >= 26) return false;
  std::int8_t& known = suffixes_[first * 26 + second];
  if (known == 0) known = language_.is(two_letters, suffix_) ? 1 : -1;
  return known > 0;
}

bool TenseReader::past_ending(std::string_view word) const {
  if (static_cast<unsigned char>(word.back()) < 0x80) return past_suffix(word.substr(word.size() - 2));
  std::size_t begin = word.size() - 1;
  for (int letters = 0; begin > 0 && letters < 2; --begin)
    if (!is_continuation(word[begin]) && ++letters == 2) break;
  return language_.is(word.substr(begin), suffix_);
}

TenseReader::Sign TenseReader::sign(std::size_t token) const {
  KnownSign& known = known_signs_[token % known_signs_.size()];
  if (known.token != token) known = {token, read_sign(token)};
  return known.sign;
}

TenseReader::Sign TenseReader::read_sign(std::size_t token) const {
  Sign found;
  if (tokens_[token].kind == TokenKind::digits) return found;
  const std::string_view word = slice(text_, tokens_[token].span());
  bool looks_ahead = false;
  for (const Membership& member : language_.lookup(word)) {
    if (member.word_class == clause_)
      found.barrier = true;
    else if (member.word_class == auxiliary_)
      found.auxiliary = true;
    else if (member.word_class == perfect_)
      found.perfect = true, found.direction = Direction::past;
    else if (member.word_class == saying_)
      found.saying = true;
    else if (member.word_class == set_)
      looks_ahead = true;
    else if (member.word_class == past_)
      found.direction = Direction::past;
    else if (member.word_class == future_)
      found.direction = Direction::future;
    else if (member.word_class == present_)
      found.direction = Direction::present;
  }
  if (looks_ahead && token + 1 < tokens_.size() && language_.is(slice(text_, tokens_[token + 1].span()), infinitive_))
    found.direction = Direction::future;
  // A regular past shows in its ending; a name ("United") only looks like one.
  if (found.direction == Direction::unknown && word.size() >= 4 && tokens_[token].kind == TokenKind::word &&
      begins_small(word) && past_ending(word) &&
      !(token > 0 && language_.is(slice(text_, tokens_[token - 1].span()), determiner_)))
    found.direction = Direction::past;
  return found;
}

bool TenseReader::before_past(std::size_t token, std::size_t begin) const {
  for (std::size_t k = 1; k <= 3 && token >= begin + k; ++k) {
    if (language_.is(slice(text_, tokens_[token - k].span()), before_past_)) return true;
    if (sign(token - k).barrier) break;
  }
  return false;
}

bool TenseReader::settled_before(std::size_t token, std::size_t begin) const {
  constexpr std::size_t farthest = 16;
  bool infinitive = false;
  for (std::size_t i = token; i > begin && i + farthest > token; --i) {
    const std::string_view word = slice(text_, tokens_[i - 1].span());
    if (infinitive && language_.is(word, settles_)) return true;
    infinitive = infinitive || language_.is(word, infinitive_);
    if (sign(i - 1).barrier) return false;
  }
  return false;
}

Direction TenseReader::at(std::size_t first, std::size_t last, std::size_t begin, std::size_t end) const {
  constexpr int farthest = 40;
  Direction left = Direction::unknown, right = Direction::unknown;
  int left_cost = 0, right_cost = 0;
  for (std::size_t i = first; i > begin && left_cost < farthest; --i) {
    const Sign here = sign(i - 1);
    left_cost += here.barrier ? 5 : 1;
    left = here.direction;
    if (left != Direction::unknown) {
      // A participle leaves the word to its auxiliaries: "will be sold", "would not have been sold".
      for (std::size_t k = 2; left == Direction::past && k <= 4 && i >= begin + k; ++k) {
        const Sign before = sign(i - k);
        // "would have been 85": what did not come about lies back.
        if (before.barrier || before.perfect) break;
        if (before.direction == Direction::future) left = Direction::future;
      }
      if (left == Direction::future && before_past(i - 1, begin)) left = Direction::past;
      break;
    }
  }
  for (std::size_t i = last; i < end && right_cost < farthest; ++i) {
    const Sign here = sign(i);
    right_cost += here.barrier ? 5 : 1;
    right = here.direction;
    if (right != Direction::unknown) {
      if (here.auxiliary && i + 1 < end && sign(i + 1).direction == Direction::future) right = Direction::future;
      if (here.saying && right_cost > 5 && left != Direction::unknown) right = Direction::unknown;
      break;
    }
  }
  if (first > begin && language_.is(slice(text_, tokens_[first - 1].span()), opening_)) return Direction::future;
  // "agreed on Tuesday to run a bus from Wednesday"
  if (first > begin && language_.is(slice(text_, tokens_[first - 1].span()), beginning_) &&
      settled_before(first - 1, begin))
    return Direction::future;
  // "has until Tuesday to answer", but "Until Thursday, they had not called".
  if (left != Direction::past && first > begin && language_.is(slice(text_, tokens_[first - 1].span()), limit_))
    return first == begin + 1 && right == Direction::past ? Direction::past : Direction::future;
  // "Friday's losses" were before "will be made up for"; "will decide Friday's match" is near enough to speak of it.
  const bool owns = last + 1 < end && tokens_[last].kind == TokenKind::punctuation && tokens_[last].no_space_before &&
                    tokens_[last + 1].no_space_before && tokens_[last + 1].span().size() == 1;
  if (owns && left == Direction::future && left_cost > 4) left = Direction::past;
  // "How about Friday?", "lets meet Friday": what is proposed is still to come.
  if (left == Direction::unknown && right == Direction::unknown)
    for (std::size_t i = first; i > begin && i + 6 > first; --i)
      if (language_.is(slice(text_, tokens_[i - 1].span()), proposes_)) return Direction::future;
  if (left == Direction::unknown) return right;
  if (right == Direction::unknown) return left;
  return right_cost < left_cost ? right : left;
}

}  // namespace annal
