#include "render/text/wrap.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

using namespace annal;

TEST_CASE("a text is as wide as its cells", "[render][wrap]") {
  struct Row {
    const char* why;
    std::string text;
    std::size_t cells;
  };
  const auto row = GENERATE(values<Row>({
      {"ASCII", "ferry", 5},
      {"accents, composed", "caf\u00e9", 4},
      {"accents, decomposed", "cafe\u0301", 4},
      {"Chinese", "\u6e21\u8239", 4},
      {"full-width letters", "\uff21", 2},
      {"emoji", "\U0001F600", 2},
      {"Hebrew", "\u05e9\u05dc\u05d5\u05dd", 4},
      {"zero-width joiner", "a\u200Db", 2},
      {"Korean syllable in parts", "\u1112\u1161\u11ab", 2},
      {"soft hyphen", "a\u00adb", 3},
      {"nothing", "", 0},
  }));
  INFO(row.why);
  CHECK(cells(row.text) == row.cells);
}

TEST_CASE("text wraps at blanks, and inside a word only where it must", "[render][wrap]") {
  struct Row {
    const char* why;
    std::string text;
    std::size_t width;
    std::vector<std::string> lines;
  };
  const auto row = GENERATE(values<Row>({
      {"fits", "one two", 7, {"one two"}},
      {"breaks at a blank", "one two", 6, {"one", "two"}},
      {"runs of blanks", "  one   two  ", 3, {"one", "two"}},
      {"a long word", "abcdefgh", 3, {"abc", "def", "gh"}},
      {"a long word after a short one", "a bcdefgh", 3, {"a", "bcd", "efg", "h"}},
      {"wide characters", "\u6e21\u8239\u6e2f", 4, {"\u6e21\u8239", "\u6e2f"}},
      {"wider than the line", "\u6e21\u8239", 1, {"\u6e21", "\u8239"}},
      {"marks stay with their base", "e\u0301e\u0301", 1, {"e\u0301", "e\u0301"}},
      {"width of nothing counts as one", "ab", 0, {"a", "b"}},
      {"nothing", "", 5, {""}},
  }));
  INFO(row.why);
  CHECK(wrap(row.text, row.width) == row.lines);
}

TEST_CASE("wrapping loses no letter and keeps to the width", "[render][wrap][property]") {
  rc::prop("for any words of ASCII", [] {
    const auto text = *rc::gen::container<std::string>(rc::gen::element('a', 'b', ' ', 'c'));
    const auto width = *rc::gen::inRange<std::size_t>(1, 12);
    std::string letters, expected;
    for (const std::string& line : wrap(text, width)) {
      RC_ASSERT(cells(line) <= width);
      for (const char c : line)
        if (c != ' ') letters += c;
    }
    for (const char c : text)
      if (c != ' ') expected += c;
    RC_ASSERT(letters == expected);
  });
}

TEST_CASE("a cut text says that it was cut, and fits", "[render][wrap]") {
  CHECK(cut("harbour", 7, "...") == "harbour");
  CHECK(cut("harbour master", 10, "...") == "harbour...");
  CHECK(cut("harbour", 3, "...") == "har");
  CHECK(cut("\u6e21\u8239\u6e2f", 5, "~") == "\u6e21\u8239~");
  CHECK(pad("ab", 4) == "ab  ");
  CHECK(pad_left("\u6e21", 4) == "  \u6e21");
  CHECK(pad("abcd", 2) == "abcd");
}
