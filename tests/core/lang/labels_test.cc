#include "core/lang/labels.h"

#include <catch2/catch.hpp>

using namespace annal;

TEST_CASE("A text of the catalogue is in the language asked for, with what it is about in its place", "[core][lang]") {
  struct Row {
    const char *tag, *written, *cut;
  };
  const auto row = GENERATE(values<Row>({
      {"de", "Artikel geschrieben", "3 Jahre weggelassen"},
      {"de-AT", "Artikel geschrieben", "3 Jahre weggelassen"},
      {"es", "artículo escrito", "3 Jahre omitidos"},
      {"fr", "article écrit", "3 Jahre omis"},
      {"ru", "статья написана", "пропущено: 3 Jahre"},
      {"uk", "статтю написано", "пропущено: 3 Jahre"},
      {"en", "article written", "3 Jahre cut"},
      {"xx", "article written", "3 Jahre cut"},
  }));
  INFO(row.tag);
  CHECK(Labels(row.tag).text(Label::article_written) == row.written);
  CHECK(Labels(row.tag).text(Label::left_out, "3 Jahre") == row.cut);
}

TEST_CASE("A count takes the form of its number", "[core][lang]") {
  struct Row {
    const char* tag;
    std::size_t n;
    const char* words;
  };
  const auto row = GENERATE(values<Row>({
      {"en", 0, "0 contradictions in the text"},
      {"en", 1, "1 contradiction in the text"},
      {"en", 1234567, "1,234,567 contradictions in the text"},
      {"fr", 0, "0 contradiction dans le texte"},
      {"ru", 1, "1 противоречие в тексте"},
      {"ru", 3, "3 противоречия в тексте"},
      {"ru", 11, "11 противоречий в тексте"},
      {"ru", 13, "13 противоречий в тексте"},
      {"ru", 22, "22 противоречия в тексте"},
  }));
  CHECK(Labels(row.tag).count(Label::contradictions_one, row.n) == row.words);
}

TEST_CASE("An ordinal takes the form of its number", "[core][lang]") {
  struct Row {
    const char* tag;
    std::size_t n;
    const char* words;
  };
  const auto row = GENERATE(values<Row>({
      {"en", 1, "1st century"},
      {"en", 12, "12th century"},
      {"en", 21, "21st century"},
      {"fr", 1, "1er siècle"},
      {"fr", 21, "21e siècle"},
      {"es", 19, "siglo XIX"},
      {"de", 19, "19. Jahrhundert"},
  }));
  CHECK(Labels(row.tag).ordinal(Label::century_one, row.n) == row.words);
}

TEST_CASE("Every key has a name of its own", "[core][lang]") {
  for (std::size_t i = 0; i < label_count; ++i)
    for (std::size_t j = i + 1; j < label_count; ++j) CHECK(label_keys[i].name != label_keys[j].name);
}
