#include "core/unicode/letter_case.h"

#include <catch2/catch.hpp>
#include <utility>

using namespace annal;

TEST_CASE("small and capital letters of each script that has both are told apart", "[core][text][case]") {
  const auto [small, capital] = GENERATE(values<std::pair<char32_t, char32_t>>(
      {{U'a', U'A'}, {U'z', U'Z'}, {U'ä', U'Ä'}, {U'é', U'É'}, {U'ñ', U'Ñ'}, {U'š', U'Š'}, {U'ž', U'Ž'},
       {U'ł', U'Ł'}, {U'ț', U'Ț'}, {U'ά', U'Ά'}, {U'ω', U'Ω'}, {U'ό', U'Ό'}, {U'а', U'А'}, {U'я', U'Я'},
       {U'ё', U'Ё'}, {U'є', U'Є'}, {U'і', U'І'}, {U'ї', U'Ї'}, {U'ґ', U'Ґ'}, {U'ա', U'Ա'}}));
  CHECK(upper_of(small) == capital);
  CHECK(lower_of(capital) == small);
  CHECK(upper_of(capital) == capital);
  CHECK(lower_of(small) == small);
}

TEST_CASE("what has no other case stays as it is", "[core][text][case]") {
  for (const char32_t c : {U'1', U'-', U'ß', U'÷', U'×', U'ა', U'א', U'年', U'ς'}) {
    CHECK(upper_of(c) == c);
    if (c != U'ς') CHECK(lower_of(c) == c);
  }
}

TEST_CASE("a mapping to a capital has its way back, for every letter up to Armenian", "[core][text][case]") {
  for (char32_t c = 0; c < 0x590; ++c)
    if (upper_of(c) != c) CHECK(lower_of(upper_of(c)) == c);
}

TEST_CASE("a word begins with a small or a capital letter, or with neither", "[core][text][case]") {
  CHECK(begins_small("über"));
  CHECK(begins_capital("Über"));
  CHECK(begins_capital("Їжак"));
  CHECK_FALSE(begins_small("ßa"));
  CHECK_FALSE(begins_capital("1990er"));
  CHECK_FALSE(begins_small(""));
}

TEST_CASE("a text is folded to small letters in every script that has them", "[core][text][case]") {
  const auto [text, expected] =
      GENERATE(values<std::pair<const char*, const char*>>({{"", ""},
                                                            {"The 3rd VOTE", "the 3rd vote"},
                                                            {"DÉCEMBRE Ärger", "décembre ärger"},
                                                            {"СІЧЕНЬ Їжак Ё", "січень їжак ё"},
                                                            {"ΩΜΈΓΑ Ա", "ωμέγα ա"},
                                                            {"日本 — 12%", "日本 — 12%"}}));
  CHECK(folded(text) == expected);
  CHECK(folded(expected) == expected);
}

TEST_CASE("a word is capitalised at its first letter alone", "[core][text][case]") {
  CHECK(capitalised("élan vital") == "Élan vital");
  CHECK(capitalised("їжак") == "Їжак");
  CHECK(capitalised("12th") == "12th");
  CHECK(capitalised("") == "");
}
