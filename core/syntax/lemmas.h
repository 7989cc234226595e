// The dictionary form of a word, worked out from its ending, its part of speech and its features by rules that were
// learned from treebanks: "was jailed" is of "jail", "Häuser" of "Haus".
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/syntax/tree.h"

namespace annal::syntax {

/// What makes a lemma of a form. All texts lie in LemmaTable's.
struct LemmaRule {
  std::uint8_t strip = 0;      ///< code points that go at the end
  std::uint8_t drop_size = 0;  ///< bytes of what goes where it first stands ("ge" of "aufgemacht")
  std::uint8_t add_size = 0;   ///< bytes of what comes to the end
  std::uint8_t unused = 0;
  std::uint32_t drop = 0, add = 0;  ///< where they begin
};

/// The front of a file of rules. Then follow the rules, the keys and rule numbers of `slots` slots, the text, and the
/// filter of the lemmas that are known.
struct LemmaHeader {
  std::uint32_t rules = 0, slots = 0, text_size = 0;
  std::uint32_t as_written = 0;   ///< bits of Upos: its lemmas keep the capitals of the form
  std::uint32_t filter_size = 0;  ///< bytes
  std::uint32_t unused = 0;
};

/// The bits of a Bloom filter of `filter_size` bytes that stand for a lemma of a part of speech.
std::array<std::uint32_t, 3> filter_bits(std::string_view lemma, Upos upos, std::uint32_t filter_size);

/// The keys under which the rules of one form stand, from the most special to the most general.
class LemmaKeys {
 public:
  static constexpr std::size_t longest_suffix = 8;  ///< in code points
  /// `small` is the form in small letters.
  LemmaKeys(std::string_view small, Upos upos, const Features& features);
  std::span<const std::uint32_t> keys() const { return {keys_.data(), count_}; }

  /// Keys come in pairs: with the features, and without. The whole word first, then its suffixes, the longest first.
  static constexpr std::size_t most = 2 * (longest_suffix + 2);

 private:
  std::array<std::uint32_t, most> keys_;
  std::size_t count_ = 0;
};

/// Applies `rule` to `form`. Nothing is taken off that is not there.
std::string apply(const LemmaRule& rule, std::string_view text, std::string_view form);

/// The rules of a language: a view of bytes that lie in the program.
class LemmaTable {
 public:
  /// `bytes` must be a whole file as train/lemmas writes it, aligned to 8 bytes.
  explicit LemmaTable(const unsigned char* bytes);
  /// Returns the lemma of `form` (valid UTF-8, not empty). Linear in its length.
  std::string lemma(std::string_view form, Upos upos, const Features& features) const;
  /// Whether `form` (valid UTF-8, not empty) is one of a verb, noun or adjective of the treebanks; of a
  /// thousand other words, a few are said to be. Linear in its length.
  bool knows_form(std::string_view form) const;

 private:
  bool knows(std::string_view lemma, Upos upos) const;
  // Most keys that are asked for are in no slot; the few whose bit is set may be.
  static constexpr std::size_t key_bits = 14;
  static std::uint32_t bit_of(std::uint32_t key) { return key & ((1U << key_bits) - 1); }

  LemmaHeader header_;
  const LemmaRule* rules_ = nullptr;
  const std::uint32_t* keys_ = nullptr;     ///< 0 where a slot is free
  const std::uint16_t* numbers_ = nullptr;  ///< of the rules
  std::string_view text_;
  const unsigned char* filter_ = nullptr;
  std::bitset<std::size_t{1} << key_bits> may_have_;
};

/// The slot where the search for `key` begins.
constexpr std::uint32_t first_slot(std::uint32_t key, std::uint32_t slots) {
  return static_cast<std::uint32_t>((std::uint64_t{key} * slots) >> 32U);
}

/// The rules of a language by its BCP 47 tag, data/models/syntax/<tag>.lemmas; null where there are none.
const LemmaTable* lemmas_of(std::string_view language_tag);

/// Returns the lemma of `form` as `word` has it; the form in small letters where the language has no rules.
std::string lemma_of(const Word& word, std::string_view form, std::string_view language_tag);

}  // namespace annal::syntax
