#include "core/syntax/lemmas.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "core/syntax/lemma_memo.h"
#include "core/unicode/letter_case.h"
#include "core/unicode/utf8.h"

namespace annal::syntax {
namespace {

constexpr std::uint32_t fnv_offset = 2166136261U, fnv_prime = 16777619U;

std::uint32_t mixed(std::uint32_t a, std::uint32_t b) {
  std::uint32_t x = (a ^ b) * 0x85EBCA6BU;
  x ^= x >> 15U;
  x *= 0xC2B2AE35U;
  x ^= x >> 13U;
  return x == 0 ? 1 : x;
}

// The features that tell one form of a word from another.
std::uint32_t signature(Upos upos, const Features& f) {
  std::uint32_t bits = static_cast<std::uint32_t>(upos);
  for (const std::uint32_t part : {static_cast<std::uint32_t>(f.number), static_cast<std::uint32_t>(f.gender),
                                   static_cast<std::uint32_t>(f.grammatical_case), static_cast<std::uint32_t>(f.tense),
                                   static_cast<std::uint32_t>(f.mood), static_cast<std::uint32_t>(f.verb_form)})
    bits = bits * 16 + part + 1;
  return bits;
}

std::size_t last_begin(std::string_view text) {
  std::size_t begin = text.size();
  do --begin;
  while (begin > 0 && is_continuation(text[begin]));
  return begin;
}

}  // namespace

LemmaKeys::LemmaKeys(std::string_view small, Upos upos, const Features& features) {
  const std::uint32_t special = signature(upos, features), general = static_cast<std::uint32_t>(upos);
  std::array<std::uint32_t, longest_suffix + 1> suffixes;
  std::size_t letters = 0;
  std::uint32_t hash = fnv_offset;
  suffixes[0] = hash;
  std::size_t end = small.size();
  for (; end > 0; --end) {
    hash = (hash ^ static_cast<unsigned char>(small[end - 1])) * fnv_prime;
    if (is_continuation(small[end - 1]) || ++letters > longest_suffix) continue;
    suffixes[letters] = hash;
  }
  const auto add = [&](std::uint32_t key) {
    keys_[count_++] = mixed(key, special * fnv_prime);
    keys_[count_++] = mixed(key, general * fnv_offset);
  };
  add(hash * fnv_prime + 1);  // the whole word
  for (std::size_t n = std::min(letters, longest_suffix) + 1; n-- > 0;) add(suffixes[n]);
}

std::array<std::uint32_t, 3> filter_bits(std::string_view lemma, Upos upos, std::uint32_t filter_size) {
  std::uint32_t hash = fnv_offset;
  for (const char c : lemma) hash = (hash ^ static_cast<unsigned char>(c)) * fnv_prime;
  const auto part = static_cast<std::uint32_t>(upos == Upos::aux ? Upos::verb : upos);
  const std::uint32_t a = mixed(hash, part * fnv_prime), b = mixed(hash, part * fnv_offset) | 1U;
  const std::uint32_t bits = std::max(1U, filter_size * 8);
  return {a % bits, (a + b) % bits, (a + 2 * b) % bits};
}

std::string apply(const LemmaRule& rule, std::string_view text, std::string_view form) {
  std::string out(form);
  if (rule.drop_size > 0)
    if (const std::size_t at = out.find(text.substr(rule.drop, rule.drop_size)); at != std::string::npos)
      out.erase(at, rule.drop_size);
  for (std::uint8_t i = 0; i < rule.strip && !out.empty(); ++i) out.resize(last_begin(out));
  return out.append(text.substr(rule.add, rule.add_size));
}

LemmaTable::LemmaTable(const unsigned char* bytes) {
  std::memcpy(&header_, bytes, sizeof header_);
  rules_ = reinterpret_cast<const LemmaRule*>(bytes + sizeof header_);
  keys_ = reinterpret_cast<const std::uint32_t*>(rules_ + header_.rules);
  numbers_ = reinterpret_cast<const std::uint16_t*>(keys_ + header_.slots);
  text_ = {reinterpret_cast<const char*>(numbers_ + header_.slots), header_.text_size};
  filter_ = reinterpret_cast<const unsigned char*>(text_.data() + text_.size());
  for (std::uint32_t slot = 0; slot < header_.slots; ++slot)
    if (keys_[slot] != 0) may_have_[bit_of(keys_[slot])] = true;
}

bool LemmaTable::knows(std::string_view lemma, Upos upos) const {
  const auto bits = filter_bits(lemma, upos, header_.filter_size);
  return std::all_of(bits.begin(), bits.end(),
                     [&](std::uint32_t bit) { return (filter_[bit / 8] >> (bit % 8) & 1U) != 0; });
}

// The first rule whose lemma is known; of a word whose lemma no rule knows the first. So a wrong feature, which brings
// in the rule of another form, does little harm.

std::string LemmaTable::lemma(std::string_view form, Upos upos, const Features& features) const {
  const std::string small = folded(form);
  const bool as_written = (header_.as_written >> static_cast<std::uint32_t>(upos) & 1U) != 0;
  const std::string_view from = as_written ? form : std::string_view(small);
  const LemmaKeys keys(small, upos, features);
  const bool open_class = upos == Upos::verb || upos == Upos::aux || upos == Upos::noun || upos == Upos::adj;
  std::string first;
  std::size_t place = 0;
  for (const std::uint32_t key : keys.keys()) {
    const bool whole = place++ < 2;
    if (!may_have_[bit_of(key)]) continue;
    for (std::uint32_t slot = first_slot(key, header_.slots); keys_[slot] != 0;
         slot = slot + 1 == header_.slots ? 0 : slot + 1) {
      if (keys_[slot] != key) continue;
      std::string lemma = apply(rules_[numbers_[slot]], text_, from);
      if (whole || !open_class || knows(lemma, upos)) return lemma;
      if (first.empty()) first = std::move(lemma);
      break;
    }
  }
  return first.empty() ? std::string(from) : first;
}

bool LemmaTable::knows_form(std::string_view form) const {
  return std::ranges::any_of(std::array{Upos::verb, Upos::noun, Upos::adj},
                             [&](Upos upos) { return knows(lemma(form, upos, Features{}), upos); });
}

std::string lemma_of(const Word& word, std::string_view form, std::string_view language_tag) {
  static thread_local LemmaMemo memo;
  const LemmaTable* const table = lemmas_of(language_tag);
  return table == nullptr ? folded(form) : memo.lemma(*table, word, form);
}

}  // namespace annal::syntax
