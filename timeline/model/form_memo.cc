#include "timeline/model/form_memo.h"

#include <cstring>

namespace annal {

FormMemo::FormMemo(const SenseTable& senses)
    : senses_(senses),
      keys_(std::make_unique<Key[]>(std::size_t{1} << slot_bits)),
      forms_(std::make_unique_for_overwrite<Form[]>(std::size_t{1} << slot_bits)) {}

const Form& FormMemo::of(std::string_view word) {
  if (word.empty() || word.size() > longest || word.back() == '\0') {
    long_word_ = form_of(word, senses_);
    return long_word_;
  }
  std::uint64_t low = 0, high = 0;
  if (word.size() <= sizeof(low)) {
    std::memcpy(&low, word.data(), word.size());
  } else {
    std::memcpy(&low, word.data(), sizeof(low));
    std::memcpy(&high, word.data() + sizeof(low), word.size() - sizeof(low));
  }
  const std::uint64_t mixed = (low ^ high * 0x9E3779B97F4A7C15ULL) * 0xD6E8FEB86659FD93ULL;
  const std::size_t slot = mixed >> (64U - slot_bits);
  Key& key = keys_[slot];
  if (key.low != low || key.high != high) {
    forms_[slot] = form_of(word, senses_);
    key = {low, high};
  }
  return forms_[slot];
}

}  // namespace annal
