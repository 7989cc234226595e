#include "core/resolve/tense.h"

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
      infinitive_(language.word_class("direction-infinitive")) {}

Direction TenseReader::word(std::size_t token) const {
  if (tokens_[token].kind != TokenKind::word) return Direction::unknown;
  const std::string_view word = quote(text_, tokens_[token].span());
  const auto members = language_.lookup(word);
  for (const Membership& member : members)
    if (member.word_class == set_ && token + 1 < tokens_.size() && language_.is(quote(text_, tokens_[token + 1].span()), infinitive_)) return Direction::future;
  for (const Membership& member : members) {
    if (member.word_class == past_) return Direction::past;
    if (member.word_class == future_) return Direction::future;
    if (member.word_class == present_) return Direction::present;
  }
  // A regular past shows in its ending.
  if (word.size() >= 4 && language_.is(word.substr(word.size() - 2), suffix_)) return Direction::past;
  return Direction::unknown;
}

int TenseReader::barrier(std::size_t token) const {
  const std::string_view word = quote(text_, tokens_[token].span());
  return language_.is(word, clause_) ? 4 : 0;
}

Direction TenseReader::at(std::size_t first, std::size_t last, std::size_t begin, std::size_t end) const {
  constexpr int farthest = 40;
  Direction left = Direction::unknown, right = Direction::unknown;
  int left_cost = 0, right_cost = 0;
  for (std::size_t i = first; i > begin && left_cost < farthest; --i) {
    left_cost += 1 + barrier(i - 1);
    left = word(i - 1);
    if (left != Direction::unknown) {
      // A participle leaves the word to its auxiliaries: "will be sold", "would not have been sold".
      for (std::size_t k = 2; left == Direction::past && k <= 4 && i >= begin + k && barrier(i - k) == 0; ++k)
        if (word(i - k) == Direction::future) left = Direction::future;
      break;
    }
  }
  for (std::size_t i = last; i < end && right_cost < farthest; ++i) {
    right_cost += 1 + barrier(i);
    right = word(i);
    if (right != Direction::unknown) {
      if (i + 1 < end)
        if (const Direction next = word(i + 1); next == Direction::future) right = next;
      break;
    }
  }
  if (left == Direction::unknown) return right;
  if (right == Direction::unknown) return left;
  return right_cost < left_cost ? right : left;
}

}  // namespace annal
