#include "core/dct/parse_dct.h"

#include <catch2/catch.hpp>

using namespace annal;

TEST_CASE("a stated day of writing is a day of ISO 8601, perhaps with its time", "[core][dct]") {
  const auto day = parse_dct("2016-11-14");
  REQUIRE(day);
  CHECK(day->source == DctSource::given);
  CHECK_FALSE(day->has_time);
  CHECK(day->at % 86400 == 0);
  const auto minute = parse_dct("2016-11-14T06:30");
  REQUIRE(minute);
  CHECK(minute->has_time);
  CHECK(minute->at - day->at == 6 * 3600 + 30 * 60);
}

TEST_CASE("what states no day is refused", "[core][dct]") {
  const std::string text =
      GENERATE("", "yesterday", "2016", "2016-11", "2016-02-30", "2016-13-01", "14.11.2016", "2016-W46");
  INFO(text);
  const auto refused = parse_dct(text);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == Code::usage);
}
