#include "langc/lexicon.h"

#include <algorithm>

#include "core/unicode/letter_case.h"

namespace annal::compile {

namespace {

// `word` with each code point as `map(code point, place in bytes)` gives it.
template <class Map>
std::string mapped(std::string_view word, Map map) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const Letter c = letter_at(word, at);
    append_letter(out, map(c.code, at));
    at += c.size;
  }
  return out;
}

}  // namespace

void add_spellings(Lexicon& lexicon) {
  const auto wide_upper = [](char32_t c) { return c < 0x80 ? c : upper_of(c); };
  std::map<std::string, LexiconWord> more;
  const auto add = [&](const std::string& spelling, const LexiconWord& entry) {
    LexiconWord& known = more[spelling];
    known.trigger = known.trigger || entry.trigger;
    known.members.insert(known.members.end(), entry.members.begin(), entry.members.end());
  };
  for (const auto& [word, entry] : lexicon.words)
    if (word.size() > 1 && word.find('\'') != std::string::npos)
      for (const char32_t sign : {char32_t{0x2019}, char32_t{0x2BC}})
        add(mapped(word, [&](char32_t c, std::size_t) { return c == '\'' ? sign : c; }), entry);
  lexicon.words.merge(more);
  more.clear();
  for (auto& [word, entry] : lexicon.words) {
    const bool wide_front = static_cast<unsigned char>(word.front()) >= 0x80;
    LexiconWord capitals = entry;
    if (wide_front) {
      // The program sees no capital in such a letter: the two spellings are two words.
      std::erase_if(entry.members, [](const LexiconMember& member) { return member.capital; });
      for (LexiconMember& member : capitals.members) member.capital = false;
      const std::string front = mapped(word, [&](char32_t c, std::size_t at) { return at == 0 ? upper_of(c) : c; });
      if (front != word) add(front, capitals);
    }
    const std::string all = mapped(word, [&](char32_t c, std::size_t) { return wide_upper(c); });
    if (all != word && !more.contains(all)) add(all, capitals);
  }
  lexicon.words.merge(more);
  std::erase_if(lexicon.words, [](const auto& word) { return word.second.members.empty(); });
}

std::uint16_t Lexicon::add_class(const std::string& name) {
  const auto id = static_cast<std::uint16_t>(classes.size());
  classes.push_back(name);
  class_ids[name] = id;
  return id;
}

void Lexicon::add_word(const std::string& word, LexiconMember member) {
  std::vector<LexiconMember>& members = words[folded(word)].members;
  if (std::find(members.begin(), members.end(), member) == members.end()) members.push_back(member);
}

}  // namespace annal::compile
