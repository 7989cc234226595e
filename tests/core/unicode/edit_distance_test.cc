#include "core/unicode/edit_distance.h"

#include <array>
#include <catch2/catch.hpp>

using namespace annal;

TEST_CASE("a slip of the hand finds the word that was meant", "[core][text][edit-distance]") {
  constexpr std::array<std::string_view, 4> commands{"build", "dates", "order", "batch"};
  struct Row {
    const char* why;
    std::string_view word, expected;
  };
  const auto row = GENERATE(values<Row>({
      {"a letter dropped", "buld", "build"},
      {"a letter inserted", "buiild", "build"},
      {"a letter changed", "bates", "dates"},
      {"neighbours swapped", "oredr", "order"},
      {"the beginning of one alone", "ord", "order"},
      {"the beginning of two", "b", ""},
      {"too far from all", "render", ""},
      {"nothing alike", "xyz", ""},
      {"the word itself", "batch", "batch"},
  }));
  INFO(row.why);
  CHECK(nearest(row.word, commands) == row.expected);
}

TEST_CASE("a message names the nearest word, or says nothing", "[core][text][edit-distance]") {
  constexpr std::array<std::string_view, 2> words{"rows", "lanes"};
  CHECK(did_you_mean("lane", words) == "; did you mean 'lanes'?");
  CHECK(did_you_mean("circle", words) == "");
  CHECK(joined(words) == "rows, lanes");
}
