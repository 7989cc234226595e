#include "render/svg/axis/measure.h"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <string>

#include "tests/render/svg/view_maker.h"

namespace annal::svg {
namespace {

TEST_CASE("a text is as wide as its advances in Arial", "[render][svg]") {
  struct Row {
    const char* why;
    const char* text;
    double ems;
  };
  const auto row = GENERATE(values<Row>({
      {"digits are tabular", "0123456789", 5.56},
      {"narrow and wide letters differ", "iW", 1.166},
      {"accented Latin", "\u00e9\u0141", 1.112},
      {"Cyrillic", "\u0416", 0.923},
      {"East Asian characters take one em", "\u6cb3\u6a4b", 2.0},
      {"emoji take 1.3 em", "\U0001F309", 1.3},
      {"marks that combine take nothing", "e\u0301\u0323", 0.556},
      {"nothing is nothing", "", 0},
  }));
  INFO(row.why);
  CHECK(text_width(row.text, 100) == Approx(row.ems * 100));
  CHECK(reserved_width(row.text, 100) == Approx(row.ems * 115));
}

TEST_CASE("lines break at blanks, between East Asian characters, or inside a word that is too wide", "[render][svg]") {
  struct Row {
    const char* why;
    const char* text;
    double width;
    std::vector<std::string> lines;
  };
  const double em = 10 * 1.15;  // at size 10, with the reserve
  const auto row = GENERATE_COPY(values<Row>({
      {"it fits", "one two", 10 * em, {"one two"}},
      {"at the blank", "0000 1111", 2.5 * em, {"0000", "1111"}},
      {"at the last blank that fits", "00 11 22", 3 * em, {"00 11", "22"}},
      {"between characters", "\u6cb3\u6a4b\u6e2f", 2.1 * em, {"\u6cb3\u6a4b", "\u6e2f"}},
      {"inside the word", "00000", 1.7 * em, {"000", "00"}},
      {"a mark stays with its letter", "e\u0301e\u0301", 0.6 * em, {"e\u0301", "e\u0301"}},
      {"no room at all", "00", 0.1 * em, {"0", "0"}},
      {"nothing is one line", "", em, {""}},
  }));
  INFO(row.why);
  CHECK(wrap(row.text, 10, false, row.width) == row.lines);
  CHECK(Breakable(row.text, 10).count(row.width) == row.lines.size());
}

TEST_CASE("wrapping loses nothing but blanks and keeps to its width", "[render][svg][property]") {
  rc::prop("for titles in any script", [] {
    const view::TimelineView view = random_view(*rc::gen::arbitrary<std::uint64_t>(), 5, 1000);
    const double width = *rc::gen::inRange(40, 600);
    for (const view::Row& row : view.rows) {
      std::string rest = row.title;
      for (const std::string& line : wrap(row.title, 13, false, width)) {
        RC_ASSERT(reserved_width(line, 13) <= width + 1e-6);
        rest.erase(0, rest.find_first_not_of(' '));
        RC_ASSERT(rest.compare(0, line.size(), line) == 0);
        rest.erase(0, line.size());
      }
      RC_ASSERT(rest.find_first_not_of(' ') == std::string::npos);
    }
  });
}

}  // namespace
}  // namespace annal::svg
