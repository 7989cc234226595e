#include "langc/table_data.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <span>
#include <string_view>

#include "core/lang/hash.h"

namespace annal::compile {
namespace {

std::string_view word_of(const TableData& data, const WordEntry& entry) {
  return std::string_view(data.text).substr(entry.text, entry.size);
}

void set_bit(std::vector<std::uint64_t>& set, std::string_view word) {
  const std::uint32_t hash = filter_hash(word);
  set[hash / 64] |= std::uint64_t{1} << hash % 64;
}

std::vector<std::uint32_t> slots_of(const TableData& data, std::size_t words) {
  std::vector<std::uint32_t> table(16, 0);
  while (table.size() < words * 2) table.resize(table.size() * 2, 0);
  for (std::size_t i = 0; i < words; ++i) {
    const std::uint64_t hash = lexicon_hash(word_of(data, data.words[i]));
    std::size_t at = hash & (table.size() - 1);
    while (table[at] != 0) at = (at + 1) & (table.size() - 1);
    table[at] = static_cast<std::uint32_t>((hash >> 32 & 0xFFFF) << 16 | (i + 1));
  }
  return table;
}

void add_first_word(TableData& data, std::string_view word, WordClass word_class) {
  const std::uint32_t bit = first_word_bit(word.substr(0, word.find(' ')));
  const std::size_t set = static_cast<std::size_t>(word_class - data.grammar_classes) * first_word_words;
  data.first_words[set + bit / 64] |= std::uint64_t{1} << bit % 64;
}

}  // namespace

void derive(TableData& data) {
  constexpr std::size_t filter_words = 1024;
  data.class_order.resize(data.class_names.size());
  std::iota(data.class_order.begin(), data.class_order.end(), std::uint16_t{0});
  std::ranges::sort(data.class_order, {}, [&](std::uint16_t c) -> const std::string& { return data.class_names[c]; });
  data.slots = slots_of(data, data.words.size());
  data.grammar_slots = slots_of(data, data.grammar_words);
  data.filter.assign(filter_words, 0);
  data.known_filter.assign(filter_words, 0);
  data.first_words.assign((data.class_names.size() - data.grammar_classes) * first_word_words, 0);
  for (const WordEntry& entry : data.words) {
    const std::string_view word = word_of(data, entry);
    if (entry.grammar_count > 0) set_bit(data.known_filter, word);
    if (entry.trigger) set_bit(data.filter, word);
    for (const Membership& member : std::span(data.members).subspan(entry.members, entry.count))
      if (member.word_class >= data.grammar_classes) add_first_word(data, word, member.word_class);
  }
}

}  // namespace annal::compile
