// Lemmas of words seen lately: a few thousand words make nine tenths of any text. What is found here is what would be
// worked out again, so no answer hangs on what was read before.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/syntax/lemmas.h"

namespace annal::syntax {

/// One slot for each of 4,096 hashes; the word of a slot is the last that was asked for. 0.3 MB.
class LemmaMemo {
 public:
  LemmaMemo();
  /// The lemma that `table` has of `form` with the part of speech and features of `word`. The tables asked for must
  /// outlive this.
  std::string lemma(const LemmaTable& table, const Word& word, std::string_view form);

 private:
  static constexpr unsigned slot_bits = 12;
  static constexpr std::size_t longest = 23;  ///< bytes of a form or lemma that is kept
  struct Text {
    char bytes[longest + 1] = {};  ///< the text, zeros, its length
  };
  struct Key {
    std::uint64_t table = 0;  ///< where it lies
    Text form;
    Features features;
    Upos upos = Upos::none;
    std::uint16_t zero = 0;
  };
  struct Slot {
    Key key;
    Text lemma;
  };
  static std::size_t slot_of(const Key& key);

  std::unique_ptr<Slot[]> slots_;
};

}  // namespace annal::syntax
