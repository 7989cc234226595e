// Which language a text is read in. The texts are written for this test.
#include "core/text/language_of.h"

#include <catch2/catch.hpp>

#include <string>

using namespace annal;

namespace {

constexpr std::string_view english =
    "The harbour council met on Monday and said that the old crane would be taken down in March. It was built in 1921 "
    "and has not been "
    "used for years.";
constexpr std::string_view german =
    "Der Hafenrat trat am Montag zusammen und teilte mit, dass der alte Kran im März abgebaut wird. Er wurde 1921 "
    "gebaut und ist seit "
    "Jahren nicht mehr im Dienst.";
constexpr std::string_view spanish =
    "El consejo del puerto se reunió el lunes y anunció que la vieja grúa será desmontada en marzo. Fue construida en "
    "1921 y no se usa "
    "desde hace años.";
constexpr std::string_view french =
    "Le conseil du port s'est réuni lundi et a annoncé que la vieille grue sera démontée en mars. Elle fut construite "
    "en 1921 et ne "
    "sert plus depuis des années.";
constexpr std::string_view ukrainian =
    "Рада порту зібралася в понеділок і повідомила, що старий кран розберуть у березні. Його збудували 1921 року, і "
    "він уже давно не працює.";
constexpr std::string_view russian =
    "Совет порта собрался в понедельник и сообщил, что старый кран разберут в марте. Его построили в 1921 году, и он "
    "уже давно не работает.";

}  // namespace

TEST_CASE("a text shows its language by its words", "[core][text][language]") {
  CHECK(language_of(english, "").tag() == "en");
  CHECK(language_of(german, "").tag() == "de");
  CHECK(language_of(spanish, "").tag() == "es");
  CHECK(language_of(french, "").tag() == "fr");
  CHECK(language_of(ukrainian, "").tag() == "uk");
  CHECK(language_of(russian, "").tag() == "ru");
}

TEST_CASE("a few words in capitals or of a name are no other language", "[core][text][language]") {
  CHECK(language_of("A white winter in Singapore, at last", "").tag() == "en");
  CHECK(language_of("So, so: mo, di, sa and mar", "").tag() == "en");
}

TEST_CASE("a line of few words is read in the language that its words look like", "[core][text][language]") {
  struct Row {
    const char *text, *tag;
  };
  const auto row = GENERATE(values<Row>({
      {"Henry Cole married Anna Weir on 3 May 1990.", "en"},
      {"Karl Brandt resigned.", "en"},
      {"Carlos Soto sold Villa Marina on 12 August 2003.", "en"},
      {"Lorne United won 3-1.", "en"},
      {"Heinrich Kohl heiratete Anna Weber am 3. Mai 1990.", "de"},
      {"Feuer zerstört Mühle Pellwitz", "de"},
      {"Carlos Soto verkaufte Villa Marina 2003.", "de"},
      {"Incendio destruye molino", "es"},
      {"Karl Brandt fundó Taller Norte.", "es"},
      {"Tom Hahn mourut en 1988.", "fr"},
      {"Incendie détruit moulin", "fr"},
      {"Anne Morel démissionne", "fr"},
      {"Пожар уничтожил мельницу", "ru"},
      {"Белова победила", "ru"},
      {"Грищенко підписав договір", "uk"},
      {"Пожежа знищила млин", "uk"},
  }));
  INFO(row.text);
  CHECK(language_of(row.text, "").tag() == row.tag);
}

TEST_CASE("names say nothing of the language around them", "[core][text][language]") {
  CHECK(language_of("Henry Karl Anna", "").tag() == "en");
  CHECK(language_of("Mölln, Tübingen, Füssen", "").tag() == "en");
}

TEST_CASE("what a page says of its language yields to its words, and decides where they say nothing",
          "[core][text][language]") {
  CHECK(language_of(german, "en-US").tag() == "de");
  CHECK(language_of("1921", "de-AT").tag() == "de");
  CHECK(language_of("1921", "xx").tag() == "en");
  CHECK(language_of("1921", "").tag() == "en");
  CHECK(language_of("", "").tag() == "en");
}

TEST_CASE("a quotation in another language does no harm", "[core][text][language]") {
  const std::string quoted = "\"" + std::string(german) + "\" " + std::string(english) + " " + std::string(english) +
                             " " + std::string(english);
  CHECK(language_of(quoted, "").tag() == "en");
  std::string article;
  for (int i = 0; i < 40; ++i) article += std::string(i == 0 ? english : german) + "\n";
  CHECK(language_of(article, "").tag() == "de");
}

TEST_CASE("the language is written into the document", "[core][text][language]") {
  Document document;
  document.text = german;
  CHECK(settle_language(document, nullptr).tag() == "de");
  CHECK(document.language == "de");
  CHECK(settle_language(document, Language::find("en")).tag() == "en");
  CHECK(document.language == "en");
}

TEST_CASE("a region is the language that it is of", "[core][lang]") {
  CHECK(Language::find("de-AT")->tag() == "de");
  CHECK(Language::find("EN_gb")->tag() == "en");
  CHECK(Language::find("xx") == nullptr);
}

TEST_CASE("a text of a few words shows its language by the words of its grammar", "[core][text][language]") {
  CHECK(language_of("В России открыли мост.", "").tag() == "ru");
  CHECK(language_of("Article précédent", "").tag() == "fr");
  CHECK(language_of("último trimestre de 2015", "").tag() == "es");
  CHECK(language_of("next week mon 9 am", "").tag() == "en");
}
