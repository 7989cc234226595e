// Vectors of numbers: where a comparison first holds, and bytes made wider.
#include "core/simd.h"

#include <catch2/catch.hpp>

using namespace annal::simd;

TEST_CASE("the first place where a comparison of vectors holds, or how many places there are", "[core][simd]") {
  const std::size_t place = GENERATE(range(0U, 17U));
  const bool again = GENERATE(false, true);  // in the last place too
  std::int8_t bytes[16] = {}, numbers[16] = {};
  if (place < 16) bytes[place] = 'x';
  if (again) bytes[15] = 'x';
  CHECK(first(Bytes(load<Bytes>(bytes) == 'x')) == (again && place == 16 ? 15 : place));
  if (place % 2 != 0) return;
  // The lower byte of a number comes first.
  if (place < 16) numbers[place] = 7;
  if (again) numbers[14] = 7;
  CHECK(first(Words(load<Words>(numbers) == 7)) == (again && place == 16 ? 7 : place / 2));
}

TEST_CASE("eight bytes become numbers with their signs", "[core][simd]") {
  const std::int8_t bytes[9] = {99, 0, 1, -1, 127, -128, 5, -5, 63};
  const std::int16_t expected[8] = {0, 1, -1, 127, -128, 5, -5, 63};
  const Words words = widened(bytes + 1);
  for (std::size_t i = 0; i < 8; ++i) CHECK(words[i] == expected[i]);
}
