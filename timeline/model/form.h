// Words as the models see them, each with the hashes that the features are made of. Trainer and program share this
// file, so a word never looks different to either.
#pragma once

#include <cstdint>
#include <string_view>

namespace annal {

/// Where the letters of a word are upper case.
enum class Shape : std::uint8_t { lower, capital, upper, mixed, digits, digits_and_letters, mark };

/// What WordNet knows of a word, packed: lexicographer files of the first two senses as noun and of the first as verb
/// (one more than their number there, 0 for none), and which parts of speech it has.
struct Senses {
  std::uint32_t bits = 0;
  std::uint32_t noun_first() const { return bits & 31U; }
  std::uint32_t noun_second() const { return bits >> 5U & 31U; }
  std::uint32_t verb_first() const { return bits >> 10U & 31U; }
  bool noun() const { return noun_first() != 0; }
  bool verb() const { return verb_first() != 0; }
  bool person() const { return noun_first() == 16; }          ///< noun.person, file 18
  bool from_verb() const { return (bits >> 15U & 1U) != 0; }  ///< the noun is derivationally related to a verb
  bool adjective() const { return (bits >> 16U & 1U) != 0; }
  bool adverb() const { return (bits >> 17U & 1U) != 0; }
  std::uint32_t parts() const {
    return (noun() ? 1U : 0U) | (verb() ? 2U : 0U) | (adjective() ? 4U : 0U) | (adverb() ? 8U : 0U);
  }
};

/// The hashes and facts of one word.
struct Form {
  std::uint32_t word = 0;     ///< of the word in lower case
  std::uint32_t lemma = 0;    ///< of its base form, as noun or verb; of the word itself where WordNet has none
  std::uint32_t written = 0;  ///< of the word as it is written
  std::uint32_t suffix1 = 0, suffix2 = 0, suffix3 = 0, suffix4 = 0, prefix = 0;
  std::uint32_t marks = 0;   ///< hyphen 1, full stop 2, apostrophe 4, another 8; from bit 4 on its length, at most 15
  std::uint32_t ending = 0;  ///< which regular ending was taken off: 0 none, 1 -s, 2 -ed, 3 -ing, 4 irregular
  Shape shape = Shape::lower;
  Senses senses;  ///< of the base form
};

/// The hash of `word` in lower case (ASCII letters), the same in the trainer and here.
std::uint32_t hash_word(std::string_view word);

/// The row of a table of 2^`bits` rows for value `a` and `b` under feature template `name`.
inline std::uint32_t row_of(std::uint32_t name, std::uint32_t a, std::uint32_t b, unsigned bits) {
  std::uint64_t x = (std::uint64_t{a} << 32U | b) ^ (std::uint64_t{name} * 0x9E3779B97F4A7C15ULL);
  x *= 0xD6E8FEB86659FD93ULL;
  x ^= x >> 32U;
  x *= 0xD6E8FEB86659FD93ULL;
  return static_cast<std::uint32_t>(x >> (64U - bits));
}

/// WordNet's senses by word: open addressing over the bytes of data/models/senses.bin.
class SenseTable {
 public:
  static constexpr unsigned bits = 17;
  struct Entry {
    std::uint32_t key = 0;    ///< hash_word, never 0
    std::uint32_t value = 0;  ///< Senses, or with the top bit set 31 bits of the hash of the base form
  };
  static constexpr std::uint32_t irregular = 1U << 31U;
  explicit SenseTable(const Entry* entries) : entries_(entries) {}
  /// The value of `word`, 0 where it is not listed.
  std::uint32_t find(std::uint32_t word) const;

 private:
  const Entry* entries_;
};

/// The form of `word`.
Form form_of(std::string_view word, const SenseTable& senses);

}  // namespace annal
