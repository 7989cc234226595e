#include <catch2/catch.hpp>

#include "tests/timeline/event/read.h"

using namespace annal;

TEST_CASE("A word is tagged by the words next to it", "[timeline][event]") {
  struct Row {
    const char *why, *text, *word, *tag;
  };
  const auto row = GENERATE(values<Row>({
      {"after an article a noun", "The report was long.", "report", "noun"},
      {"after a pronoun a verb", "They report every fire.", "report", "present"},
      {"after to a base form", "They hope to visit the mill.", "visit", "base"},
      {"a noun after a preposition", "He spoke during a visit.", "visit", "noun"},
      {"third person before that", "Kovar claims that it burned.", "claims", "present"},
      {"plural after a possessive", "Her claims were false.", "claims", "noun"},
      {"participle after be", "The bridge was closed.", "closed", "participle"},
      {"participle after have", "They have closed the bridge.", "closed", "participle"},
      {"past with a subject", "Kovar closed the bridge.", "closed", "past"},
      {"participle before the verb of its sentence", "The man arrested in Vell was freed.", "arrested", "participle"},
      {"attributive participle", "The closed bridge was repaired.", "closed", "adjective"},
      {"second half of a compound", "The president-elect met them.", "elect", "noun"},
      {"a prefix leaves a verb a verb", "They re-elected her.", "elected", "past"},
      {"progressive", "The council is meeting in Vell.", "meeting", "gerund"},
      {"noun in -ing", "The meeting ended.", "meeting", "noun"},
      {"negation of an auxiliary", "They didn't sign.", "t", "negation"},
      {"possessive s", "Kovar's party won.", "s", "possessive"},
      {"contracted is", "It's burning.", "s", "be"},
      {"adverb in -ly", "They quickly left.", "quickly", "adverb"},
      {"a family is no adverb", "The family moved.", "family", "noun"},
      {"in a headline the verb after a name", "Kovar Visits Brandt In Port Vell", "Visits", "present"},
  }));
  INFO(row.why << ": " << row.text);
  const Analysis analysis = test::analysed(row.text);
  const std::vector<Word> words = tag(analysis, EventLexicon::of(test::english()));
  bool found = false;
  for (std::size_t i = 0; i < words.size() && !found; ++i) {
    if (slice(analysis.document.text, analysis.tokens[i].span()) != row.word) continue;
    found = true;
    CHECK(test::name(words[i].tag) == row.tag);
  }
  CHECK(found);
}

TEST_CASE("Words of time expressions are tagged as time", "[timeline][event]") {
  const Analysis analysis = test::analysed("They met on Monday.");
  const std::vector<Word> words = tag(analysis, EventLexicon::of(test::english()));
  CHECK(words[3].tag == Tag::time);
  CHECK(words[3].timex == 0);
}
