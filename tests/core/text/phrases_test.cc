#include "core/text/phrases.h"

#include <catch2/catch.hpp>

using namespace annal;

namespace {

const Language& english() { return *Language::find("en"); }

std::string words_of(std::string_view text) {
  const Phrases phrases(text, english());
  std::string out;
  for (std::size_t i = 0; i < phrases.size(); ++i) out += (i > 0 ? " " : "") + std::string(phrases.word(i));
  return out;
}

}  // namespace

TEST_CASE("a line is read as its words, without signs and apostrophes", "[core][text][phrases]") {
  CHECK(words_of("By Ana Brandt, Nov. 14, 2016") == "By Ana Brandt Nov 14 2016");
  CHECK(words_of("O'Brien\u2019s mill") == "OBriens mill");
  CHECK(words_of(" -- (Agency) ") == "Agency");
  CHECK(words_of("") == "");
}

TEST_CASE("a word knows whether it is a number and whether brackets stand round it", "[core][text][phrases]") {
  const Phrases phrases("PORTVALE (Northern Wire) 14", english());
  REQUIRE(phrases.size() == 4);
  CHECK(phrases.opened(1));
  CHECK_FALSE(phrases.opened(2));
  CHECK(phrases.bracketed(1, 2));
  CHECK_FALSE(phrases.bracketed(0, 2));
  CHECK(phrases.is_number(3));
  CHECK_FALSE(phrases.is_number(0));
}

TEST_CASE("words past the limit are left out", "[core][text][phrases]") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "word ";
  CHECK(Phrases(text, english()).size() == Phrases::most_words);
}

TEST_CASE("a phrase of a class is found in any case, with its length", "[core][text][phrases]") {
  const Phrases phrases("Last Updated on Monday", english());
  std::size_t length = 0;
  CHECK(phrases.match(0, english().word_class("dateline-mark"), length) != 0);
  CHECK(length >= 1);
  CHECK(phrases.has(3, english().word_class("weekday")));
  CHECK_FALSE(phrases.has(2, english().word_class("weekday")));
}
