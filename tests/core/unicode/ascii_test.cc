#include "core/unicode/ascii.h"

#include <catch2/catch.hpp>

using namespace annal;

TEST_CASE("each byte of ASCII is a letter, a digit or neither, and no other byte is either", "[core][text][ascii]") {
  std::size_t lower = 0, upper = 0, digits = 0;
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    lower += is_lower(c) ? 1 : 0;
    upper += is_upper(c) ? 1 : 0;
    digits += is_digit(c) ? 1 : 0;
    CHECK(is_alpha(c) == (is_lower(c) || is_upper(c)));
    CHECK(is_alnum(c) == (is_alpha(c) || is_digit(c)));
    if (byte >= 0x80) CHECK_FALSE(is_alnum(c));
    CHECK(is_lower(lower_ascii(c)) == is_alpha(c));
    if (!is_upper(c)) CHECK(lower_ascii(c) == c);
  }
  CHECK(lower == 26);
  CHECK(upper == 26);
  CHECK(digits == 10);
}

TEST_CASE("ASCII letters are made small and other bytes left", "[core][text][ascii]") {
  CHECK(lowered("ISO-8859-1 \u00C4") == "iso-8859-1 \u00C4");
  CHECK(trimmed(" \t a b\r\n") == "a b");
  CHECK(trimmed(" \f\n") == "");
}
