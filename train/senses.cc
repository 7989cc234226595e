// WordNet's index, data and exception files -> one table of the single words' senses.
#include <algorithm>
#include <map>
#include <sstream>

#include "corpus.h"

namespace annal::train {
namespace {

struct Synset {
  std::uint32_t file = 0;
  bool to_verb = false;  ///< a derivational pointer to a verb
};

std::map<std::string, Synset> read_data(const std::filesystem::path& path) {
  std::istringstream in(read_file(path));
  std::map<std::string, Synset> out;
  for (std::string line; std::getline(in, line);) {
    if (line.rfind("  ", 0) == 0) continue;
    std::istringstream fields(line);
    std::string offset, part, word;
    Synset s;
    unsigned words = 0, pointers = 0;
    fields >> offset >> s.file >> part >> std::hex >> words >> std::dec;
    for (unsigned i = 0; i < words; ++i) fields >> word >> part;
    fields >> pointers;
    for (unsigned i = 0; i < pointers; ++i) {
      std::string symbol, target, target_part, word_numbers;
      fields >> symbol >> target >> target_part >> word_numbers;
      s.to_verb = s.to_verb || (symbol == "+" && target_part == "v");
    }
    out[offset] = s;
  }
  return out;
}

}  // namespace

std::vector<SenseTable::Entry> compile_senses(const std::filesystem::path& wordnet) {
  std::map<std::string, std::uint32_t> words;
  for (const std::string part : {"noun", "verb", "adj", "adv"}) {
    const auto synsets = read_data(wordnet / ("data." + part));
    std::istringstream in(read_file(wordnet / ("index." + part)));
    for (std::string line; std::getline(in, line);) {
      if (line.rfind("  ", 0) == 0) continue;
      std::istringstream fields(line);
      std::string lemma, tag, skip;
      unsigned senses = 0, pointers = 0;
      fields >> lemma >> tag >> senses >> pointers;
      if (lemma.find_first_of("_.'0123456789/-") != std::string::npos) continue;
      for (unsigned i = 0; i < pointers + 2; ++i) fields >> skip;
      std::uint32_t& bits = words[lemma];
      if (part == "adj") bits |= 1U << 16U;
      if (part == "adv") bits |= 1U << 17U;
      for (unsigned i = 0; i < senses; ++i) {
        std::string offset;
        fields >> offset;
        const Synset& s = synsets.at(offset);
        // Lexicographer files 3 to 28 hold nouns, 29 to 43 verbs.
        if (part == "noun" && i < 2) bits |= (s.file - 2) << (5U * i);
        if (part == "noun" && s.to_verb) bits |= 1U << 15U;
        if (part == "verb" && i == 0) bits |= (s.file - 28) << 10U;
      }
    }
  }
  std::map<std::uint32_t, std::uint32_t> by_hash;
  for (const auto& [word, bits] : words) by_hash.emplace(hash_word(word), bits);
  for (const std::string part : {"noun", "verb"}) {
    std::istringstream in(read_file(wordnet / (part + ".exc")));
    for (std::string line; std::getline(in, line);) {
      std::istringstream fields(line);
      std::string form, base;
      fields >> form >> base;
      if (words.count(base) == 0 || form == base) continue;
      const auto own = words.find(form);
      // "left", "saw": where the form is a word of its own, a verb's form wins.
      if (own != words.end() && part == "noun") continue;
      by_hash[hash_word(form)] = SenseTable::irregular | hash_word(base);
    }
  }
  std::vector<SenseTable::Entry> table(std::size_t{1} << SenseTable::bits);
  for (const auto& [hash, value] : by_hash) {
    std::size_t i = hash & (table.size() - 1);
    while (table[i].key != 0) i = (i + 1) & (table.size() - 1);
    table[i] = {hash, value};
  }
  return table;
}

}  // namespace annal::train
