// A word here is a run of ASCII letters, digits and letters of other scripts; apostrophes inside it are left out.
#include "core/text/phrases.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace annal {

namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Latin-1's signs (lead C2) and General Punctuation to arrows and shapes (lead E2) part words; other scripts make
/// them.
bool is_word_point(std::string_view point) {
  if (point.size() == 1) return is_letter(point[0]) || is_digit(point[0]);
  return point[0] != '\xC2' && point[0] != '\xE2' && !point.starts_with("\u3000") && !point.starts_with("\u3001") &&
         !point.starts_with("\u3002");
}

}  // namespace

Phrases::Phrases(std::string_view text, const Language& language) : language_(language) {
  bool open = false;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view point = text.substr(at, utf8_length(text[at]));
    at += point.size();
    if (is_word_point(point)) {
      if (!inside) {
        if (count_ == most_words) return;
        if (count_ > 0) folded_ += ' ';
        const auto begin = static_cast<std::uint32_t>(folded_.size());
        words_[count_++] = {begin, begin, true, open, false};
        inside = true;
      }
      Word& word = words_[count_ - 1];
      folded_ += point;
      word.end = static_cast<std::uint32_t>(folded_.size());
      word.number = word.number && is_digit(point[0]);
      open = false;
      continue;
    }
    const bool apostrophe = point == "'" || point == "\u2019";
    if (inside && apostrophe && at < text.size() && is_word_point(text.substr(at, utf8_length(text[at])))) continue;
    inside = false;
    if (point == ")" && count_ > 0) words_[count_ - 1].closes = true;
    open = point == "(";
  }
}

bool Phrases::bracketed(std::size_t i, std::size_t n) const { return words_[i].opens && words_[i + n - 1].closes; }

std::int32_t Phrases::match(std::size_t i, WordClass word_class, std::size_t& length) const {
  for (std::size_t n = std::min(longest_phrase, count_ - i); n > 0; --n) {
    const std::int32_t value = language_.value_in(phrase(i, n), word_class, 0);
    if (value == 0) continue;
    length = n;
    return value;
  }
  length = 0;
  return 0;
}

std::int32_t Phrases::largest(WordClass word_class) const {
  std::int32_t found = 0;
  std::size_t length = 0;
  for (std::size_t i = 0; i < count_; ++i) found = std::max(found, match(i, word_class, length));
  return found;
}

}  // namespace annal
