// Forms of words seen lately: a few thousand words make nine tenths of any text. What is found here is what would be
// worked out again, so no answer hangs on what was read before.
#pragma once

#include <memory>
#include <string_view>

#include "timeline/model/form.h"

namespace annal {

/// One slot for each of 4,096 hashes; the word of a slot is the last that was asked for. 0.3 MB.
class FormMemo {
 public:
  /// The table behind `senses` must not change while this is used.
  explicit FormMemo(const SenseTable& senses);
  /// The form of `word`; holds until the next call.
  const Form& of(std::string_view word);

 private:
  static constexpr unsigned slot_bits = 12;
  static constexpr std::size_t longest = 16;  ///< bytes of a word that is kept
  struct Key {
    std::uint64_t low = 0, high = 0;  ///< the bytes of a word, then zeros: no word is empty
  };

  SenseTable senses_;
  std::unique_ptr<Key[]> keys_;
  std::unique_ptr<Form[]> forms_;  ///< of the words whose keys are set
  Form long_word_;
};

}  // namespace annal
