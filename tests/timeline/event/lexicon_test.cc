#include <catch2/catch.hpp>

#include "core/lang/language.h"
#include "timeline/event/lexicon.h"

using namespace annal;

namespace {
const EventLexicon& lexicon() { return EventLexicon::of(*Language::find("en")); }
}  // namespace

TEST_CASE("A form of a verb goes back to its base", "[timeline][event]") {
  struct Row {
    const char *why, *word, *base;
    int form;
  };
  const auto row = GENERATE(values<Row>({
      {"plain ending", "called", "call", form_past},
      {"base in -e", "hoped", "hope", form_past},
      {"doubled consonant", "stopped", "stop", form_past},
      {"-y to -ied", "tried", "try", form_past},
      {"irregular past", "began", "begin", form_past},
      {"irregular participle", "begun", "begin", form_participle},
      {"one form for both", "said", "say", form_participle},
      {"third person", "announces", "announce", form_3sg},
      {"third person of -y", "denies", "deny", form_3sg},
      {"gerund of -e", "making", "make", form_ing},
      {"gerund doubled", "running", "run", form_ing},
      {"irregular gerund", "dying", "die", form_ing},
      {"capitals make no difference", "Resigned", "resign", form_past},
  }));
  INFO(row.why);
  const WordFacts facts = lexicon().facts(row.word);
  CHECK((facts.forms & row.form) != 0);
  CHECK(lexicon().base_form(row.word, facts.verb_lemma) == row.base);
}

TEST_CASE("A word that only looks like a form is none", "[timeline][event]") {
  const auto word = GENERATE(as<std::string>{}, "need", "family", "bus", "string", "hundred");
  INFO(word);
  CHECK((lexicon().facts(word).forms & (form_past | form_3sg | form_ing)) == 0);
}

TEST_CASE("A plural has the classes of its singular", "[timeline][event]") {
  const WordFacts facts = lexicon().facts("elections");
  CHECK(facts.plural);
  CHECK(facts.noun.has(Is::noun_event));
  CHECK(lexicon().base_form("elections", facts.noun_lemma) == "election");
}

TEST_CASE("Words of one happening share a group", "[timeline][event]") {
  CHECK(lexicon().facts("victory").same_noun == lexicon().facts("election").same_noun);
  CHECK(lexicon().facts("called").same_verb == lexicon().facts("call").same_noun);
  CHECK(lexicon().facts("victory").same_noun != lexicon().facts("funeral").same_noun);
}

TEST_CASE("Several words may do the work of one signal", "[timeline][event]") {
  CHECK(lexicon().signal_of_phrase("in the wake of").word.has(Is::signal_after));
  CHECK(lexicon().signal_of_phrase("prior to").word.has(Is::signal_before));
  CHECK(lexicon().signal_of_phrase("in the house of").word.empty());
}
