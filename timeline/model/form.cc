#include "timeline/model/form.h"

namespace annal {
namespace {

bool upper(char c) { return c >= 'A' && c <= 'Z'; }
bool lower(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }
bool digit(char c) { return c >= '0' && c <= '9'; }
char fold(char c) { return upper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }

struct Hasher {
  std::uint32_t value = 2166136261U;
  void add(char c) { value = (value ^ static_cast<unsigned char>(fold(c))) * 16777619U; }
  std::uint32_t done() const {
    std::uint32_t x = value;
    x ^= x >> 16U;
    x *= 0x85EBCA6BU;
    x ^= x >> 13U;
    return x == 0 ? 1 : x;
  }
};

std::uint32_t hash_with(std::string_view stem, std::string_view tail) {
  Hasher h;
  for (const char c : stem) h.add(c);
  for (const char c : tail) h.add(c);
  return h.done();
}

// Which marks stand in a word, and how long it is.
std::uint32_t marks_of(std::string_view word) {
  constexpr std::size_t longest = 15;
  std::uint32_t marks = static_cast<std::uint32_t>(word.size() < longest ? word.size() : longest) << 4U;
  for (const char c : word) {
    if (c == '-')
      marks |= 1U;
    else if (c == '.')
      marks |= 2U;
    else if (c == '\'')
      marks |= 4U;
    else if (!upper(c) && !lower(c) && !digit(c))
      marks |= 8U;
  }
  return marks;
}

Shape shape_of(std::string_view word) {
  bool up = false, low = false, num = false, inner = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    up = up || upper(word[i]);
    inner = inner || (i > 0 && upper(word[i]));
    low = low || lower(word[i]);
    num = num || digit(word[i]);
  }
  if (num) return up || low ? Shape::digits_and_letters : Shape::digits;
  if (!up && !low) return Shape::mark;
  if (!up) return Shape::lower;
  if (!inner && (low || word.size() == 1)) return Shape::capital;
  return low ? Shape::mixed : Shape::upper;
}

// Regular inflection: what is cut, what is put in its place, which form that is.
struct Ending {
  enum Form : std::uint8_t { plural = 1, past = 2, ing = 3 };
  std::string_view cut, put;
  Form form;
  bool doubled;  // the letter before it stands twice
};
#include "timeline/model/endings.inc"  // data/models/endings.txt

// Whether `word` is `ending` in any case.
bool same_folded(std::string_view word, std::string_view ending) {
  if (word.size() != ending.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (fold(word[i]) != ending[i]) return false;
  return true;
}

}  // namespace

std::uint32_t hash_word(std::string_view word) { return hash_with(word, {}); }

std::uint32_t SenseTable::find(std::uint32_t word) const {
  constexpr std::uint32_t mask = (1U << bits) - 1;
  for (std::uint32_t i = word & mask;; i = (i + 1) & mask) {
    if (entries_[i].key == word) return entries_[i].value;
    if (entries_[i].key == 0) return 0;
  }
}

Form form_of(std::string_view word, const SenseTable& senses) {
  Form f;
  f.word = hash_word(word);
  f.lemma = f.word;
  f.shape = shape_of(word);
  const auto tail = [&](std::size_t n) { return hash_word(word.size() > n ? word.substr(word.size() - n) : word); };
  f.suffix2 = tail(2);
  f.suffix3 = tail(3);
  f.suffix4 = tail(4);
  f.suffix1 = tail(1);
  f.prefix = hash_word(word.substr(0, 3));
  f.marks = marks_of(word);
  f.written = f.word;
  for (const char c : word) f.written = f.written * 3U + (upper(c) ? 1U : 0U);
  if (f.shape == Shape::mark || f.shape == Shape::digits) return f;
  const std::uint32_t own = senses.find(f.word);
  if ((own & SenseTable::irregular) != 0) {
    // Only 31 bits of the base's hash are kept: one of two words.
    std::uint32_t base = own & ~SenseTable::irregular;
    std::uint32_t found = senses.find(base);
    if (found == 0) found = senses.find(base |= SenseTable::irregular);
    if (found != 0 && (found & SenseTable::irregular) == 0) {
      f.lemma = base;
      f.senses.bits = found;
      f.ending = 4;
      return f;
    }
  }
  const bool listed = own != 0 && (own & SenseTable::irregular) == 0;
  for (const Ending& e : endings) {
    if (word.size() < e.cut.size() + 2) continue;
    std::string_view stem = word.substr(0, word.size() - e.cut.size());
    if (!same_folded(word.substr(stem.size()), e.cut)) continue;
    if (e.doubled) {
      if (stem.size() < 3 || fold(stem[stem.size() - 1]) != fold(stem[stem.size() - 2])) continue;
      stem.remove_suffix(1);
    }
    const std::uint32_t base = hash_with(stem, e.put);
    const std::uint32_t found = senses.find(base);
    if (found == 0 || (found & SenseTable::irregular) != 0) continue;
    const Senses s{found};
    if (e.form == Ending::plural ? !s.noun() && !s.verb() : !s.verb()) continue;
    f.ending = e.form;
    f.lemma = base;
    f.senses = s;
    if (listed) {
      // "building", "meeting": a noun of its own, and a verb's form.
      const Senses o{own};
      f.senses.bits = (o.bits & ~(31U << 10U)) | (s.bits & (31U << 10U));
    }
    return f;
  }
  if (listed) f.senses.bits = own;
  return f;
}

}  // namespace annal
