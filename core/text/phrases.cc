// A word here is a run of ASCII letters, digits and letters of other scripts; apostrophes inside it are left out.
#include "core/text/phrases.h"

#include <algorithm>

#include "core/lang/hash.h"
#include "core/unicode/ascii.h"
#include "core/unicode/utf8.h"

namespace annal {

namespace {

/// The bytes of the code point at the front of `text` if words are made of it, else 0. Latin-1's signs (lead C2) and
/// General Punctuation to arrows and shapes (lead E2) part words; other scripts make them.
std::size_t word_point(std::string_view text) {
  const char lead = text[0];
  if (static_cast<unsigned char>(lead) < 0x80) return is_alnum(lead) ? 1 : 0;
  if (lead == '\xC2' || lead == '\xE2') return 0;
  if (text.starts_with("\u3000") || text.starts_with("\u3001") || text.starts_with("\u3002")) return 0;
  return std::min(utf8_length(lead), text.size());
}

}  // namespace

Phrases::Phrases(std::string_view text, const Language& language) : language_(language) {
  folded_.reserve(text.size() + 1);
  bool open = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = word_point(text.substr(at));
    if (length == 0) {
      if (text[at] == ')' && count_ > 0) words_[count_ - 1].closes = true;
      open = text[at] == '(';
      at += std::min(utf8_length(text[at]), text.size() - at);
      continue;
    }
    if (count_ == most_words) return;
    if (count_ > 0) folded_ += ' ';
    Word& word = words_[count_++];
    word = {static_cast<std::uint32_t>(folded_.size()), 0, 0, true, open, false};
    open = false;
    for (std::size_t size = length; size > 0;) {
      // A run of plain letters and digits goes in at once.
      std::size_t to = at + size;
      word.number = word.number && is_digit(text[at]);
      for (; to < text.size() && (is_alnum(text[to])); ++to) word.number = word.number && is_digit(text[to]);
      folded_.append(text, at, to - at);
      at = to;
      if (at == text.size()) break;
      size = word_point(text.substr(at));
      if (size > 0) continue;
      if (text[at] == ' ') break;
      const std::size_t apostrophe = text[at] == '\'' ? 1 : text.substr(at).starts_with("\u2019") ? 3 : 0;
      if (apostrophe == 0 || at + apostrophe >= text.size()) break;
      size = word_point(text.substr(at + apostrophe));
      if (size > 0) at += apostrophe;
    }
    word.end = static_cast<std::uint32_t>(folded_.size());
    word.bit = first_word_bit(std::string_view(folded_).substr(word.begin));
  }
}

std::int32_t Phrases::value_of(std::size_t i, WordClass word_class, std::int32_t fallback) const {
  return language_.may_begin(word_class, words_[i].bit) ? language_.value_in(word(i), word_class, fallback) : fallback;
}

bool Phrases::bracketed(std::size_t i, std::size_t n) const { return words_[i].opens && words_[i + n - 1].closes; }

std::int32_t Phrases::match(std::size_t i, WordClass word_class, std::size_t& length) const {
  length = 0;
  if (!language_.may_begin(word_class, words_[i].bit)) return 0;
  for (std::size_t n = std::min(longest_phrase, count_ - i); n > 1; --n) {
    const std::int32_t value = language_.value_in(phrase(i, n), word_class, 0);
    if (value == 0) continue;
    length = n;
    return value;
  }
  const std::int32_t value = value_of(i, word_class, 0);
  length = value == 0 ? 0 : 1;
  return value;
}

std::int32_t Phrases::largest(WordClass word_class) const {
  std::int32_t found = 0;
  std::size_t length = 0;
  for (std::size_t i = 0; i < count_; ++i) found = std::max(found, match(i, word_class, length));
  return found;
}

}  // namespace annal
