#include "core/syntax/form_features.h"

#include <array>
#include <catch2/catch.hpp>

#include "core/syntax/labels.h"

using namespace annal;
using namespace annal::syntax;

TEST_CASE("a verb has the tense and mood that its form shows", "[core][syntax]") {
  struct Row {
    const char *why, *language, *form, *tagged, *features;
  };
  constexpr auto present = "Mood=Ind|Tense=Pres|VerbForm=Fin";
  const auto row = GENERATE_COPY(values<Row>({
      {"a conditional by the whole form", "fr", "aurait", present, "Mood=Cnd|Tense=Pres|VerbForm=Fin"},
      {"a future by its ending", "fr", "démolira", present, "Mood=Ind|Tense=Fut|VerbForm=Fin"},
      {"... after an infinitive that loses its own", "fr", "prendra", present, "Mood=Ind|Tense=Fut|VerbForm=Fin"},
      {"a past: the ending follows the stem, and no infinitive", "fr", "montra", present,
       "Mood=Ind|Tense=Past|VerbForm=Fin"},
      {"a conditional by its ending", "es", "abrirían", present, "Mood=Cnd|VerbForm=Fin"},
      {"an imperfect that ends alike", "es", "quería", present, "Mood=Ind|Tense=Imp|VerbForm=Fin"},
      {"a past in the place of an infinitive's ending", "uk", "знищила", present, "Mood=Ind|Tense=Past|VerbForm=Fin"},
      {"the present of a perfective verb is a future", "ru", "построит", present,
       "Aspect=Perf|Mood=Ind|Tense=Fut|VerbForm=Fin"},
      {"the present of an imperfective verb", "ru", "строит", present, present},
      {"a subjunctive", "de", "hätten", present, "Mood=Sub|Tense=Past|VerbForm=Fin"},
      {"an infinitive with its mark inside", "de", "zurückzuerobern", "VerbForm=Part", "VerbForm=Inf"},
      {"a weak past", "de", "sagte", present, "Mood=Ind|Tense=Past|VerbForm=Fin"},
      {"a form that shows nothing", "de", "öffnet", present, present},
  }));
  INFO(row.why);
  Word word;
  word.upos = Upos::verb;
  word.features = features_of(row.tagged);
  const std::array<std::string_view, 1> forms{row.form};
  read_form_features({&word, 1}, forms, FormClasses(*Language::find(row.language)));
  CHECK(column_of(word.features) == row.features);
}

TEST_CASE("reported speech has a subject that does not speak itself", "[core][syntax]") {
  struct Row {
    const char* subject;
    std::uint8_t person;
    Mood mood;
  };
  const auto row = GENERATE(values<Row>({{"er", 3, Mood::sub}, {"ich", 1, Mood::ind}}));
  INFO(row.subject);
  std::array<Word, 3> words;
  words[0].upos = Upos::pron, words[0].head = 2, words[0].deprel = Deprel::nsubj;
  words[0].features.person = row.person;
  words[1].upos = Upos::aux, words[1].head = 2, words[1].deprel = Deprel::aux;
  words[1].features = features_of("Mood=Ind|Tense=Pres|VerbForm=Fin");
  words[2].upos = Upos::verb;
  const std::array<std::string_view, 3> forms{row.subject, "habe", "verloren"};
  read_form_features(words, forms, FormClasses(*Language::find("de")));
  CHECK(words[1].features.mood == row.mood);
}
