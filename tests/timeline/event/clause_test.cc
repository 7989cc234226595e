#include <catch2/catch.hpp>

#include "tests/timeline/event/read.h"

using namespace annal;

namespace {

std::string words_of(const Analysis& analysis, std::uint32_t first, std::uint32_t last) {
  if (first >= last) return "";
  const Span span{analysis.tokens[first].begin, analysis.tokens[last - 1].end};
  return std::string(slice(analysis.document.text, span));
}

const Clause* clause_of(const Analysis& analysis, const Reading& reading, std::string_view verb) {
  for (const Clause& clause : reading.clauses)
    if (slice(analysis.document.text, analysis.tokens[clause.group.main].span()) == verb) return &clause;
  return nullptr;
}

}  // namespace

TEST_CASE("A clause knows its subject and its object", "[timeline][event]") {
  struct Row {
    const char *why, *text, *verb, *subject, *object;
  };
  const auto row = GENERATE(values<Row>({
      {"plain", "The council closed the old bridge.", "closed", "The council", "the old bridge"},
      {"what hangs on the subject goes with it", "Relations between the towns have soured.", "soured",
       "Relations between the towns", ""},
      {"two subjects", "Kovar and Brandt signed a treaty.", "signed", "Kovar and Brandt", "a treaty"},
      {"a relative clause between commas is skipped", "The man, who had led the party, was jailed.", "jailed",
       "The man", ""},
      {"the subject of a relative clause", "The mayor, who led the party, resigned.", "led", "The mayor", "the party"},
      {"coordinated verbs share it", "Brandt called her and thanked the crew.", "thanked", "Brandt", "the crew"},
      {"a clause straight after a saying", "Kovar said Brandt had resigned.", "resigned", "Brandt", ""},
      {"two subjects after a saying", "Kovar said she and Brandt had talked.", "talked", "she and Brandt", ""},
      {"who is told acts", "Kovar urged Brandt to resign.", "resign", "Brandt", ""},
      {"who plans acts", "Kovar planned to resign.", "resign", "Kovar", ""},
      {"a relative clause without its word", "They lifted the ban the council imposed.", "imposed", "the council", ""},
  }));
  INFO(row.why << ": " << row.text);
  const Analysis analysis = test::analysed(row.text);
  const Reading reading = read_clauses(analysis, EventLexicon::of(test::english()));
  const Clause* clause = clause_of(analysis, reading, row.verb);
  REQUIRE(clause != nullptr);
  CHECK(words_of(analysis, clause->subject.first, clause->subject.last) == row.subject);
  CHECK(words_of(analysis, clause->object.first, clause->object.last) == row.object);
}

TEST_CASE("An auxiliary chain gives tense, aspect and voice", "[timeline][event]") {
  struct Row {
    const char *text, *verb;
    Tense tense;
    Aspect aspect;
    bool passive, negated;
  };
  const auto row = GENERATE(values<Row>({
      {"They signed it.", "signed", Tense::past, Aspect::none, false, false},
      {"They have signed it.", "signed", Tense::present, Aspect::perfective, false, false},
      {"They had signed it.", "signed", Tense::past, Aspect::perfective, false, false},
      {"They will sign it.", "sign", Tense::future, Aspect::none, false, false},
      {"They are signing it.", "signing", Tense::present, Aspect::progressive, false, false},
      {"They had been signing it.", "signing", Tense::past, Aspect::perfective_progressive, false, false},
      {"It was signed.", "signed", Tense::past, Aspect::none, true, false},
      {"It has been signed.", "signed", Tense::present, Aspect::perfective, true, false},
      {"They did not sign it.", "sign", Tense::past, Aspect::none, false, true},
      {"They didn't sign it.", "sign", Tense::past, Aspect::none, false, true},
      {"They hope to sign it.", "sign", Tense::infinitive, Aspect::none, false, false},
      {"They never signed it.", "signed", Tense::past, Aspect::none, false, true},
  }));
  INFO(row.text);
  const Analysis analysis = test::analysed(row.text);
  const Reading reading = read_clauses(analysis, EventLexicon::of(test::english()));
  const Clause* clause = clause_of(analysis, reading, row.verb);
  REQUIRE(clause != nullptr);
  CHECK(clause->group.tense == row.tense);
  CHECK(clause->group.aspect == row.aspect);
  CHECK(clause->group.passive == row.passive);
  if (!row.negated || clause->group.first != clause->group.main) CHECK(clause->group.negated == row.negated);
}

TEST_CASE("What is said, wished or seen is framed by it", "[timeline][event]") {
  const auto text = GENERATE(as<std::string>{}, "Kovar said that the mill burned.", "Kovar said the mill burned.",
                             "\"The mill burned,\" Kovar said.", "Kovar hopes that the mill burned.");
  INFO(text);
  const Analysis analysis = test::analysed(text);
  const Reading reading = read_clauses(analysis, EventLexicon::of(test::english()));
  const Clause* clause = clause_of(analysis, reading, "burned");
  REQUIRE(clause != nullptr);
  CHECK(clause->framed);
  REQUIRE(clause->parent >= 0);
  CHECK(reading.clauses[static_cast<std::size_t>(clause->parent)].group.main != clause->group.main);
}
