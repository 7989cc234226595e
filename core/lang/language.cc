#include "core/lang/language.h"

#include <algorithm>

#include "core/lang/asked_for.h"
#include "core/lang/hash.h"
#include "core/lang/tables.h"
#include "core/unicode/ascii.h"

namespace annal {

namespace {

// Eight bytes with A..Z made small, and all else as it was.
constexpr std::uint64_t folded(std::uint64_t x) {
  constexpr std::uint64_t each = 0x0101010101010101u, low = 0x7F * each;
  const std::uint64_t from_a = (x & low) + (0x80 - 'A') * each, past_z = (x & low) + (0x7F - 'Z') * each;
  return x | ((from_a ^ past_z) & ~x & (0x80 * each)) >> 2;
}

bool same_folded(const char* lower, std::string_view word) {
  const std::size_t n = word.size();
  for (std::size_t at = 0; at + 8 < n; at += 8)
    if (folded(first_eight(word.data() + at, 8)) != first_eight(lower + at, 8)) return false;
  // The last eight, some of them again where the word is longer.
  const std::size_t last = n < 8 ? 0 : n - 8, rest = n < 8 ? n : 8;
  return folded(first_eight(word.data() + last, rest)) == first_eight(lower + last, rest);
}

const WordEntry* find_word(const Language::Tables& tables, const HashSlots& in, std::string_view word) {
  const std::uint64_t hash = lexicon_hash(word);
  for (std::uint32_t at = static_cast<std::uint32_t>(hash) & in.mask;; at = (at + 1) & in.mask) {
    const std::uint32_t slot = in.slots[at];
    if (slot == 0) return nullptr;
    if (slot >> 16 != (hash >> 32 & 0xFFFF)) continue;
    const WordEntry& found = tables.words[(slot & 0xFFFF) - 1];
    if (found.size == word.size() && same_folded(tables.text + found.text, word)) return &found;
  }
}

}  // namespace

const Language* Language::find(std::string_view tag) {
  const auto same = [](std::string_view known, std::string_view asked) {
    return std::ranges::equal(known, asked,
                              [](char a, char b) { return a == b || a == (b == '_' ? '-' : lower_ascii(b)); });
  };
  // "de-AT" is German where there is no Austrian.
  for (;;) {
    for (const Language& language : all())
      if (same(language.tag(), tag)) return &asked_for(language);
    const std::size_t cut = tag.find_last_of("-_");
    if (cut == std::string_view::npos) return nullptr;
    tag = tag.substr(0, cut);
  }
}

const Language& Language::fallback() { return *find(ANNAL_FALLBACK_LANGUAGE); }

std::string_view Language::tag() const { return tables_->tag; }

WordClass Language::word_class(std::string_view name) const {
  const std::uint16_t* const end = tables_->class_order + tables_->class_count;
  const std::uint16_t* const at =
      std::lower_bound(tables_->class_order, end, name,
                       [&](std::uint16_t c, std::string_view wanted) { return tables_->class_names[c] < wanted; });
  return at == end || tables_->class_names[*at] != name ? no_class : *at;
}

const WordEntry* Language::entry(std::string_view word) const { return find_word(*tables_, tables_->slots, word); }

const WordEntry* Language::grammar_entry(std::string_view word) const {
  return find_word(*tables_, tables_->grammar_slots, word);
}

std::span<const Membership> Language::lookup(std::string_view word) const {
  const WordEntry* const found = entry(word);
  if (found == nullptr) return {};
  return {tables_->members + found->members, found->count};
}

bool Language::may_begin(WordClass word_class, std::uint32_t bit) const {
  if (word_class < tables_->grammar_classes || word_class == no_class) return word_class != no_class;
  const std::uint64_t* const set = tables_->first_words + (word_class - tables_->grammar_classes) * first_word_words;
  return (set[bit / 64] >> bit % 64 & 1) != 0;
}

std::int32_t Language::value_in(std::string_view word, WordClass word_class, std::int32_t fallback) const {
  const bool capital = !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
  for (const Membership& member : lookup(word))
    if (member.word_class == word_class && (capital || !member.capital)) return member.value;
  return fallback;
}

std::string_view Language::text_of(WordClass, std::int32_t value) const { return tables_->strings[value]; }

std::string_view Language::rule_name(std::uint16_t rule) const { return tables_->rules[rule].name; }

bool Language::is_label_rule(std::uint16_t rule) const { return tables_->rules[rule].label; }

}  // namespace annal
