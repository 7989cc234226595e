// What a stretch of text takes in, and what it leaves out.
#include "core/text/density.h"

#include <catch2/catch.hpp>

#include "core/lang/language.h"
#include "core/pipeline.h"
#include "core/text/read.h"

using namespace annal;

namespace {

Analysis read(const std::string& text) { return analyse(read_text(text, "test").value(), *Language::find("en")); }

std::string repeated(const std::string& words, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += words;
  return text;
}

}  // namespace

TEST_CASE("each stretch of a text takes in what its limit allows and no more", "[core][text]") {
  DensityLimit limit(3 * stretch_size, 3);
  CHECK(limit.admit(0));
  CHECK(limit.admit(stretch_size - 1, 2));
  CHECK_FALSE(limit.admit(stretch_size / 2));
  CHECK_FALSE(limit.admit(stretch_size, 4));  // refused whole, and nothing of it counted
  CHECK(limit.admit(stretch_size, 3));
  CHECK(limit.admit(3 * stretch_size));
}

TEST_CASE("a list of dates keeps all of them, and a month repeated without end does not", "[core][text]") {
  struct Row {
    const char* why;
    std::string text;
    std::size_t kept;
    bool warned;
  };
  const auto row = GENERATE(values<Row>({
      {"ISO dates, one a line", repeated("2014-05-03\n", 400), 400, false},
      {"dates of five bytes each", repeated("May 3, ", 140), 140, false},
      {"one month, four bytes each", repeated("May ", 512), 2 * most_timexes_of_stretch, true},
  }));
  INFO(row.why);
  const Analysis analysis = read(row.text);
  CHECK(analysis.timexes.size() == row.kept);
  CHECK(analysis.warnings.empty() != row.warned);
}

TEST_CASE("the warning says how many time expressions were left out and why", "[core][text]") {
  const Analysis analysis = read(repeated("May ", 256));
  REQUIRE(analysis.warnings.size() == 1);
  CHECK(analysis.warnings.front().message ==
        "time expressions left out: 96; 1024 bytes of text hold more than 160 of them");
}
