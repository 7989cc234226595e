#include "core/syntax/form.h"

#include <algorithm>

#include "core/unicode/ascii.h"
#include "core/unicode/letter_case.h"
#include "core/unicode/utf8.h"

namespace annal::syntax {
namespace {

constexpr std::size_t longest_shape = 8;

// FNV-1a (Fowler, Noll, Vo), begun with the number of the feature.
std::uint32_t hash_of(std::uint32_t feature, std::string_view bytes) {
  std::uint32_t hash = 2166136261U ^ (feature * 0x9E3779B9U);
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
  return hash;
}

// The last `letters` letters of `text`, or all of it.
std::string_view suffix(std::string_view text, std::size_t letters) {
  std::size_t at = text.size();
  while (at > 0 && letters > 0) {
    --at;
    if (!is_continuation(text[at])) --letters;
  }
  return text.substr(at);
}

std::string_view prefix(std::string_view text, std::size_t letters) {
  std::size_t at = 0;
  while (at < text.size() && letters > 0) {
    at += utf8_length(text[at]);
    --letters;
  }
  return text.substr(0, std::min(at, text.size()));
}

bool digit(char32_t c) { return c >= '0' && c <= '9'; }

// Capital, small letter, digit, or for ASCII the sign itself.
char kind_of(char32_t c) {
  if (lower_of(c) != c) return 'X';
  if (digit(c)) return '0';
  if (upper_of(c) != c || c >= 0x80) return 'x';
  return static_cast<char>(c);
}

}  // namespace

FormKeys FormReader::keys_of(std::string_view form) {
  small_.clear();
  shape_.clear();
  for (std::size_t at = 0; at < form.size();) {
    const Letter letter = letter_at(form, at);
    append_letter(small_, digit(letter.code) ? U'0' : lower_of(letter.code));
    const char kind = kind_of(letter.code);
    const bool repeats = shape_.size() > 1 && shape_.back() == kind && shape_[shape_.size() - 2] == kind;
    if (shape_.size() < longest_shape && !repeats) shape_ += kind;
    at += letter.size;
  }
  const std::string_view word = small_;
  return {hash_of(0, word),
          hash_of(1, suffix(word, 4)),
          hash_of(2, suffix(word, 3)),
          hash_of(3, suffix(word, 2)),
          hash_of(4, prefix(word, 3)),
          hash_of(5, shape_),
          hash_of(6, word)};
}

}  // namespace annal::syntax
