// The examples of RFC 4648, and bytes that are no text.
#include "render/encode/base64.h"

#include <catch2/catch.hpp>

#include <string_view>

using annal::base64;
using namespace std::string_view_literals;

TEST_CASE("bytes are written in base64 as RFC 4648 has it", "[render][encode]") {
  struct Case {
    std::string_view bytes, expected;
  };
  const Case cases[] = {{"", ""},
                        {"f", "Zg=="},
                        {"fo", "Zm8="},
                        {"foo", "Zm9v"},
                        {"foob", "Zm9vYg=="},
                        {"fooba", "Zm9vYmE="},
                        {"foobar", "Zm9vYmFy"},
                        {"\0\xff\xfe\x80"sv, "AP/+gA=="}};
  for (const Case& c : cases) {
    INFO(c.expected);
    CHECK(base64(c.bytes) == c.expected);
  }
}
