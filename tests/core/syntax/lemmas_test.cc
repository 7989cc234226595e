#include "core/syntax/lemmas.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "core/lang/language.h"
#include "core/syntax/lemma_memo.h"

using namespace annal;
using namespace annal::syntax;

namespace {

Features past_tense() {
  Features f;
  f.tense = Tense::past, f.mood = Mood::ind, f.verb_form = VerbForm::fin;
  return f;
}

Features participle() {
  Features f;
  f.verb_form = VerbForm::part;
  return f;
}

Features plural() {
  Features f;
  f.number = Number::plur;
  return f;
}

}  // namespace

TEST_CASE("a word has the lemma that its part of speech asks for", "[core][syntax][lemmas]") {
  struct Row {
    const char* why;
    const char* language;
    const char* form;
    Upos upos;
    Features features;
    const char* lemma;
  };
  const auto row = GENERATE(values<Row>({
      {"a regular verb", "en", "closed", Upos::verb, past_tense(), "close"},
      {"an irregular verb", "en", "Went", Upos::verb, past_tense(), "go"},
      {"a verb that no treebank has", "en", "defenestrated", Upos::verb, past_tense(), "defenestrate"},
      {"a plural", "en", "bridges", Upos::noun, plural(), "bridge"},
      {"a name keeps its capital", "en", "Ada", Upos::propn, {}, "Ada"},
      {"a participle with its prefix", "de", "eröffnet", Upos::verb, participle(), "eröffnen"},
      {"a noun keeps its capital", "de", "Häuser", Upos::noun, plural(), "Haus"},
      {"a past tense", "de", "ging", Upos::verb, past_tense(), "gehen"},
      {"a participle", "fr", "fermé", Upos::verb, participle(), "fermer"},
      {"a past tense", "es", "abrió", Upos::verb, past_tense(), "abrir"},
      {"a feature of another form", "uk", "сказала", Upos::verb, participle(), "сказати"},
      {"no feature", "de", "sagen", Upos::verb, {}, "sagen"},
      {"an irregular verb", "es", "dijeron", Upos::verb, past_tense(), "decir"},
  }));
  INFO(row.why);
  const LemmaTable* const table = lemmas_of(row.language);
  REQUIRE(table != nullptr);
  CHECK(table->lemma(row.form, row.upos, row.features) == row.lemma);
}

TEST_CASE("any form has a lemma", "[core][syntax][lemmas]") {
  for (const Language& language : Language::all())
    for (const std::string form : {"a", "é", "-", "1,200", "\xF0\x9F\x8C\x89", "ge", "s"})
      for (std::size_t upos = 0; upos < static_cast<std::size_t>(Upos::count_); ++upos) {
        Word word;
        word.upos = static_cast<Upos>(upos);
        CHECK(lemma_of(word, form, language.tag()).size() < 32);
      }
}

TEST_CASE("a rule takes off no more than there is", "[core][syntax][lemmas]") {
  const std::string text = "geen";
  CHECK(apply({.strip = 1, .drop_size = 2, .add_size = 2, .unused = 0, .drop = 0, .add = 2}, text, "aufgemacht") ==
        "aufmachen");
  CHECK(apply({.strip = 9, .drop_size = 0, .add_size = 2, .unused = 0, .drop = 0, .add = 2}, text, "ü") == "en");
}

TEST_CASE("a memo of lemmas gives what the table gives, whatever was asked before", "[core][syntax][lemmas]") {
  LemmaMemo memo;
  const std::string long_form(40, 'x');
  const std::vector<std::string> forms = {"closed", "Closed", "saw", "sägen", "left", "s", long_form, "bridges"};
  for (int round = 0; round < 2; ++round)
    for (const char* const language : {"en", "de"})
      for (const std::string& form : forms)
        for (const Features& features : {Features{}, past_tense(), participle(), plural()})
          for (const Upos upos : {Upos::noun, Upos::verb, Upos::propn}) {
            Word word;
            word.upos = upos, word.features = features;
            const LemmaTable& table = *lemmas_of(language);
            CHECK(memo.lemma(table, word, form) == table.lemma(form, upos, features));
          }
}
