// Words seen lately: a few thousand make nine tenths of any text, and what the models know of a word by itself is the
// same each time. What is found here is what would be worked out again, so no answer hangs on what was read before.
#pragma once

#include <memory>
#include <string_view>

#include "timeline/model/tagger.h"

namespace annal {

/// A word by itself.
struct MemoWord {
  Form form;
  std::uint32_t known = 0;  ///< TaggerTables::find
  OwnSum own;               ///< own_sum of the two
};

/// One slot for each of 4,096 hashes; the word of a slot is the last that was asked for. 0.9 MB.
class WordMemo {
 public:
  /// The tables behind `senses` and `tagger` must not change while this is used.
  WordMemo(const SenseTable& senses, const TaggerTables& tagger);
  /// All of `word`; holds until the next call.
  const MemoWord& of(std::string_view word);

 private:
  static constexpr unsigned slot_bits = 12;
  static constexpr std::size_t longest = 16;  ///< bytes of a word that is kept
  struct Slot {
    std::uint64_t low = 0, high = 0;  ///< its bytes, then zeros: no word is empty
    MemoWord word;
  };
  void work_out(std::string_view word, MemoWord& out) const;

  SenseTable senses_;
  TaggerTables tagger_;
  std::unique_ptr<Slot[]> slots_;
  MemoWord long_word_;
};

}  // namespace annal
