#include "core/syntax/lemma_memo.h"

#include <cstring>
#include <type_traits>

namespace annal::syntax {

LemmaMemo::LemmaMemo() : slots_(std::make_unique<Slot[]>(std::size_t{1} << slot_bits)) {}

std::size_t LemmaMemo::slot_of(const Key& key) {
  std::uint64_t words[sizeof key / sizeof(std::uint64_t)];
  static_assert(sizeof words == sizeof key && std::has_unique_object_representations_v<Key>);
  std::memcpy(words, &key, sizeof words);
  std::uint64_t hash = 0;
  for (const std::uint64_t word : words) hash = (hash ^ hash >> 32U ^ word) * 0x9E3779B97F4A7C15ULL;
  return hash >> (64U - slot_bits);
}

std::string LemmaMemo::lemma(const LemmaTable& table, const Word& word, std::string_view form) {
  if (form.size() > longest) return table.lemma(form, word.upos, word.features);
  Key key{reinterpret_cast<std::uintptr_t>(&table), {}, word.features, word.upos};
  std::memcpy(key.form.bytes, form.data(), form.size());
  key.form.bytes[longest] = static_cast<char>(form.size());
  Slot& slot = slots_[slot_of(key)];
  if (std::memcmp(&slot.key, &key, sizeof key) == 0) {
    const char* const bytes = slot.lemma.bytes;
    return {bytes, static_cast<std::size_t>(bytes[longest])};
  }
  std::string lemma = table.lemma(form, word.upos, word.features);
  if (lemma.size() <= longest) {
    slot.key = key;
    std::memcpy(slot.lemma.bytes, lemma.data(), lemma.size());
    slot.lemma.bytes[longest] = static_cast<char>(lemma.size());
  }
  return lemma;
}

}  // namespace annal::syntax
