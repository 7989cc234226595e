#include "core/unicode/code_points.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>
#include <string>

#include "core/unicode/utf8.h"

using namespace annal;

TEST_CASE("a byte offset becomes the number of code points before it", "[core][text][code-points]") {
  struct Row {
    const char* text;
    std::uint32_t offset, expected;
  };
  const auto row = GENERATE(values<Row>({
      {"", 0, 0},
      {"abc", 2, 2},            // ASCII: the same
      {"abc", 3, 3},            // the end
      {"\u00E9t\u00E9", 2, 1},  // behind one of two bytes
      {"\u00E9t\u00E9", 5, 3},
      {"\U0001F600a", 4, 1},  // of four bytes
  }));
  CHECK(CodePoints(row.text).at(row.offset) == row.expected);
}

TEST_CASE("every boundary of a long text is counted as one by one", "[core][text][code-points][property]") {
  rc::prop("for texts of letters of one to four bytes, longer than a step of the table", [] {
    const auto letters = *rc::gen::container<std::vector<std::string>>(
        200, rc::gen::element<std::string>("a", "\u00E9", "\u20AC", "\U0001F600"));
    std::string text;
    for (const std::string& letter : letters) text += letter;
    const CodePoints points(text);
    std::uint32_t offset = 0, before = 0;
    for (const std::string& letter : letters) {
      RC_ASSERT(points.at(offset) == before);
      offset += static_cast<std::uint32_t>(letter.size());
      ++before;
    }
    RC_ASSERT(points.at(offset) == count_code_points(text));
  });
}
