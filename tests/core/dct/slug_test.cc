// The line with which an agency sent a text out.
#include "core/dct/slug.h"

#include <catch2/catch.hpp>
#include <string>

#include "core/calendar/calendar.h"
#include "core/calendar/interval.h"
#include "core/lang/language.h"
#include "core/pipeline.h"
#include "core/text/read.h"

namespace annal {

TEST_CASE("an agency's line of transmission tells the minute of writing, first or last in the text", "[core][text]") {
  struct Row {
    std::string text;
    std::int64_t at;
  };
  const std::int64_t day = days_from_civil(1998, 2, 13) * seconds_per_day;
  const auto row = GENERATE_COPY(values<Row>({
      {"The ferry sank.\n\nXY-QZ-02-13-98 1426EST\n", day + 14 * 3600 + 26 * 60},
      {"  XY-QZ-02-13-98 0005EDT \r\n\nThe ferry sank.", day + 300},
      {"XY-QZ-02-12-98 0005EDT\nThe ferry sank.\nXY-QZ-02-13-98 0000EDT", day},
      {"XY-QZ-02-13-01 0000EDT", days_from_civil(2001, 2, 13) * seconds_per_day},
  }));
  INFO(row.text);
  const auto dct = slug_dct(row.text);
  REQUIRE(dct.has_value());
  CHECK(dct->at == row.at);
  CHECK(dct->has_time);
  CHECK(dct->reason.starts_with("the line \"XY-QZ-02-1"));
}

TEST_CASE("a line of transmission is no part of the article", "[core][text]") {
  const Analysis analysis =
      analyse(read_text("The ferry sank yesterday. Two people were saved.\n\nXY-QZ-02-13-98 1426EST\n", "test").value(),
              *Language::find("en"));
  REQUIRE(analysis.timexes.size() == 1);
  CHECK(std::string_view(analysis.timexes[0].value.value) == "1998-02-12");
}

TEST_CASE("a line that is no line of transmission tells no day", "[core][text]") {
  const auto text = GENERATE(as<std::string>{}, "", "\n\n", "XY-QZ-02-30-98 1426EST", "XY-QZ-13-01-98 1426EST",
                             "XY-QZ-02-13-98 2460EST", "xy-qz-02-13-98 1426EST", "Flight XY-QZ-02-13-98 1426EST left.",
                             "1\n2\n3\n4\n5\n6\nXY-QZ-02-13-98 1426EST\n1\n2\n3\n4\n5\n6");
  INFO(text);
  CHECK_FALSE(slug_dct(text).has_value());
}

}  // namespace annal
