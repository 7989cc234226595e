#include "timeline/model/word_memo.h"

#include <cstring>

namespace annal {

WordMemo::WordMemo(const SenseTable& senses, const TaggerTables& tagger)
    : senses_(senses), tagger_(tagger), slots_(std::make_unique<Slot[]>(std::size_t{1} << slot_bits)) {}

void WordMemo::work_out(std::string_view word, MemoWord& out) const {
  out.form = form_of(word, senses_);
  out.known = tagger_.find(out.form.word);
  out.own = own_sum(tagger_, out.form, out.known);
}

const MemoWord& WordMemo::of(std::string_view word) {
  if (word.empty() || word.size() > longest || word.back() == '\0') {
    work_out(word, long_word_);
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
  Slot& slot = slots_[mixed >> (64U - slot_bits)];
  if (slot.low != low || slot.high != high) {
    work_out(word, slot.word);
    slot.low = low;
    slot.high = high;
  }
  return slot.word;
}

}  // namespace annal
