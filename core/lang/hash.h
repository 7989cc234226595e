// The hash that the language compiler and the program share. It covers a word's first and last eight bytes and its
// length, with ASCII letters folded by setting bit 5. Different words may collide, so they are compared afterwards;
// words that differ only in case have the same hash.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace annal {

/// Returns the first eight of the `n` bytes at `p`, zero-filled. Uses loads of fixed size, which overlap if n is not a
/// power of two.
inline std::uint64_t first_eight(const char* p, std::size_t n) {
  if (n >= 8) {
    std::uint64_t x = 0;
    std::memcpy(&x, p, 8);
    return x;
  }
  if (n >= 4) {
    std::uint32_t head = 0, tail = 0;
    std::memcpy(&head, p, 4);
    std::memcpy(&tail, p + n - 4, 4);
    return head | std::uint64_t{tail} << ((n - 4) * 8);
  }
  if (n == 0) return 0;
  const auto byte = [p](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(p[i])} << (i * 8); };
  return byte(0) | byte(n / 2) | byte(n - 1);
}

inline constexpr std::uint64_t case_bits = 0x2020202020202020ULL;

inline std::uint64_t mix_word(std::uint64_t head, std::uint64_t tail, std::size_t n) {
  std::uint64_t h = (head | case_bits) * 0x9E3779B97F4A7C15ULL;
  h ^= ((tail | case_bits) + n) * 0xC2B2AE3D27D4EB4FULL;
  h ^= h >> 29;
  h *= 0xBF58476D1CE4E5B9ULL;
  return h ^ (h >> 32);
}

/// Returns 16 bits from the first eight bytes (`head`, zero-filled) and the length of a word, regardless of case. The
/// filters use it.
inline std::uint32_t filter_hash(std::uint64_t head, std::size_t n) {
  return static_cast<std::uint32_t>(((head | case_bits) + n) * 0x9E3779B97F4A7C15ULL >> 48);
}

inline std::uint32_t filter_hash(std::string_view word) {
  return filter_hash(first_eight(word.data(), word.size()), word.size());
}

/// The same for the `n` bytes at `p`, if at least eight bytes can be read there: no loop, no branch.
inline std::uint32_t filter_hash_readable(const char* p, std::size_t n) {
  std::uint64_t head = 0;
  std::memcpy(&head, p, 8);
  const std::size_t used = n < 8 ? n : 8;
  return filter_hash(head & ~std::uint64_t{0} >> (64 - used * 8), n);
}

/// The bit of a word in the small filter of each class that the grammar does not use.
inline constexpr std::size_t first_word_words = 8;
inline std::uint32_t first_word_bit(std::string_view word) { return filter_hash(word) % (64 * first_word_words); }

/// Returns the hash of `word`, regardless of the case of its ASCII letters.
inline std::uint64_t lexicon_hash(std::string_view word) {
  const std::size_t n = word.size();
  const std::uint64_t head = first_eight(word.data(), n);
  const std::uint64_t tail = n > 8 ? first_eight(word.data() + n - 8, 8) : 0;
  return mix_word(head, tail, n);
}

}  // namespace annal
