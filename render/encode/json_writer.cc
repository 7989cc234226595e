#include "render/encode/json_writer.h"

#include <algorithm>
#include <cmath>

#include "render/encode/escape.h"

namespace annal {
namespace {

constexpr std::uint64_t ones = 0x0101010101010101, high_bits = 0x8080808080808080;

template <class Word>
Word load(const char* at) {
  Word word;
  std::memcpy(&word, at, sizeof word);
  return word;
}

/// Nothing where none of eight bytes is a control character, a quotation mark, a backslash or no ASCII. Such a byte
/// sets its high bit in one of the terms, whatever the borrow from the byte below; so may another byte above such a
/// one.
std::uint64_t marks(std::uint64_t word) {
  const std::uint64_t quotation_mark = word ^ (ones * '"'), backslash = word ^ (ones * '\\');
  return (word | (word + ones) | (word - ones * ' ') | (quotation_mark - ones) | (backslash - ones)) & high_bits;
}

/// Copies `text` to `to`, and returns the marks of its bytes. What is short is copied in pieces that overlap.
std::uint64_t copied(std::string_view text, char* to) {
  const char* const from = text.data();
  const std::size_t size = text.size();
  if (size >= 8) {
    std::uint64_t found = 0;
    for (std::size_t at = 0; at + 8 < size && found == 0; at += 8) {
      const auto word = load<std::uint64_t>(from + at);
      std::memcpy(to + at, &word, 8);
      found = marks(word);
    }
    const auto last = load<std::uint64_t>(from + size - 8);
    std::memcpy(to + size - 8, &last, 8);
    return found | marks(last);
  }
  if (size >= 4) {
    const auto first = load<std::uint32_t>(from), last = load<std::uint32_t>(from + size - 4);
    std::memcpy(to, &first, 4);
    std::memcpy(to + size - 4, &last, 4);
    return marks(std::uint64_t{first} << 32 | last);
  }
  std::uint64_t word = ones * ' ';
  for (std::size_t i = 0; i < size; ++i) word = word << 8 | static_cast<unsigned char>(to[i] = from[i]);
  return marks(word);
}

}  // namespace

void JsonWriter::grow(std::size_t bytes) {
  constexpr std::size_t least = 4096;
  buffer_.resize(std::max({2 * buffer_.size(), size_ + bytes, least}));
}

void JsonWriter::quoted(std::string_view value) {
  char* at = item(value.size() + 2);
  *at++ = '"';
  if (copied(value, at) == 0) {
    at += value.size();
    *at++ = '"';
    return take(at);
  }
  take(at - 1);
  escaped_.clear();
  append_json_string(escaped_, value);
  at = room(escaped_.size());
  std::memcpy(at, escaped_.data(), escaped_.size());
  take(at + escaped_.size());
}

void JsonWriter::share(double value) {
  constexpr double most = 1e12;
  const auto thousandths =
      static_cast<std::int64_t>(std::isfinite(value) ? std::round(std::clamp(value, 0.0, most) * 1000) : 0);
  number(thousandths / 1000);
  const auto rest = static_cast<int>(thousandths % 1000);
  char* at = room(4);
  *at++ = '.';
  *at++ = static_cast<char>('0' + rest / 100);
  if (rest % 100 != 0) *at++ = static_cast<char>('0' + rest / 10 % 10);
  if (rest % 10 != 0) *at++ = static_cast<char>('0' + rest % 10);
  take(at);
}

}  // namespace annal
