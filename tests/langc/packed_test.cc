// What the module for browsers gets of a language: all of it in few bytes, or the signs of its texts alone.
#include "langc/packed.h"

#include <catch2/catch.hpp>

#include "langc/build_tables.h"
#include "langc/emit.h"
#include "langc/triggers.h"

using namespace annal::compile;

namespace {

struct Compiled {
  Lexicon lexicon;
  Grammar grammar;
};

Compiled compiled() {
  static const SourceFile words{"words.txt",
                                "class weekday\n1: Monday Mondays\n-2: Tuesday été\n"
                                "class event\n\"begin\": began\n\"end\": ended endings\n"
                                "class unit\n1: day fortnight\n"
                                "class given-name\n1: Ann Monday April\n"
                                "class language-word\n1: the ^Sunday\n"
                                "class mail-header\n2: sent_on\n"
                                "class place\n1: town_hall\n"
                                "digits n 1..31 1..2\n"};
  static const SourceFile rules{"rules.txt",
                                "rule s\nas s\nmatch in {u:unit}\nmatch {u:unit}\nvalue u + 300\n"
                                "rule a\nmatch the {w:weekday}\nmatch so {w:weekday}_/_{n}? gone\nvalue weekday(w)\n"
                                "rule b\nmatch {u:s} hence\nvalue weekday(u)\n"
                                "rule c\nmatch [! so] weekly {weekday}\nsuppress\n"};
  Compiled made;
  read_lexicon(made.lexicon, words);
  made.grammar = compile_grammar(made.lexicon, read_rules(rules));
  derive_triggers(made.lexicon, made.grammar);
  return made;
}

std::span<const unsigned char> bytes_of(const std::string& packed) {
  return {reinterpret_cast<const unsigned char*>(packed.data()), packed.size()};
}

// "weekday 1, language-word ^1" for what the tables say of `word`; nothing for an unknown one.
std::string members_of(const TableData& tables, std::string_view word) {
  std::string found;
  for (const annal::WordEntry& entry : tables.words) {
    if (std::string_view(tables.text).substr(entry.text, entry.size) != word) continue;
    for (std::size_t m = entry.members; m < entry.members + entry.count; ++m)
      found += (found.empty() ? "" : ", ") + tables.class_names[tables.members[m].word_class] +
               (tables.members[m].capital ? " ^" : " ") + std::to_string(tables.members[m].value);
  }
  return found;
}

}  // namespace

TEST_CASE("packed tables are unpacked as they were, but for the places of rules", "[langc]") {
  const Compiled language = compiled();
  TableData tables = build_tables("xx", language.lexicon, language.grammar, {"from", "", "until"});
  const TableData unpacked = unpack(bytes_of(pack(tables)));
  for (RuleData& rule : tables.rules) rule.place.clear();
  CHECK(unpacked.whole);
  CHECK(emit_tables(unpacked) == emit_tables(tables));
}

TEST_CASE("the signs of a language are its single words but names, and those of the classes that are kept", "[langc]") {
  const Compiled language = compiled();
  const TableData signs = unpack(
      bytes_of(pack(build_signs("xx", language.lexicon, language.grammar, {"language-word", "mail-header"}, 2))));
  CHECK_FALSE(signs.whole);
  CHECK(signs.labels == std::vector<std::string>(2));
  struct Row {
    const char *why, *word, *members;
  };
  const auto row = GENERATE(values<Row>({
      {"a word of the grammar", "tuesday", "grammar-word 0"},
      {"a letter beyond ASCII as a capital", "Été", "grammar-word 0"},
      {"a word of the grammar that is a name besides", "monday", "grammar-word 0"},
      {"a name alone", "ann", ""},
      {"a word that only other stages know", "ended", "known-word 0"},
      {"a phrase", "town hall", ""},
      {"a phrase of a class that is kept", "sent on", "mail-header 2"},
      {"an everyday word that the grammar uses", "the", "grammar-word 0, language-word 1"},
      {"a word that holds for capitals alone", "sunday", "language-word ^1"},
  }));
  INFO(row.why);
  CHECK(members_of(signs, row.word) == row.members);
}
