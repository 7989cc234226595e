// The names of CoNLL-U and what they stand for.
#include "core/syntax/labels.h"

#include <catch2/catch.hpp>

using namespace annal::syntax;

TEST_CASE("every part of speech and relation has a name of its own", "[core][syntax]") {
  for (std::uint8_t i = 1; i < static_cast<std::uint8_t>(Upos::count_); ++i)
    CHECK(upos_of(name_of(static_cast<Upos>(i))) == static_cast<Upos>(i));
  for (std::uint8_t i = 1; i < static_cast<std::uint8_t>(Deprel::count_); ++i)
    CHECK(deprel_of(name_of(static_cast<Deprel>(i))) == static_cast<Deprel>(i));
}

TEST_CASE("a subtype that is not told apart is its relation", "[core][syntax]") {
  struct Row {
    const char* name;
    Deprel deprel;
  };
  const auto row = GENERATE(values<Row>({
      {"nsubj:pass", Deprel::nsubj_pass},
      {"flat:name", Deprel::flat},
      {"obl:tmod", Deprel::obl_unmarked},
      {"nmod:tmod", Deprel::nmod_unmarked},
      {"_", Deprel::none},
      {"nonsense", Deprel::none},
      {"", Deprel::none},
  }));
  INFO(row.name);
  CHECK(deprel_of(row.name) == row.deprel);
}

TEST_CASE("features are read and written as CoNLL-U has them", "[core][syntax]") {
  struct Row {
    const char *why, *column, *again;
  };
  const auto row = GENERATE(values<Row>({
      {"none", "_", "_"},
      {"a noun", "Case=Nom|Gender=Fem|Number=Plur", "Case=Nom|Gender=Fem|Number=Plur"},
      {"a verb", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin|Voice=Pass",
       "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin|Voice=Pass"},
      {"what is not held is left out", "Animacy=Anim|Case=Gen", "Case=Gen"},
      {"of several values the first", "Case=Acc,Nom|PronType=Int,Rel", "Case=Acc|PronType=Int"},
      {"yes and no", "Definite=Def|Polarity=Neg|Poss=Yes", "Definite=Def|Polarity=Neg|Poss=Yes"},
      {"broken", "Case|=|Number=Sing", "Number=Sing"},
  }));
  INFO(row.why);
  CHECK(column_of(features_of(row.column)) == row.again);
}
