// Taking edits out of their file: only their blocks go.
#include "timeline/edits/erase_edits.h"

#include <catch2/catch.hpp>

namespace annal::test {

TEST_CASE("a block of the edits file goes with its comments, and nothing else does", "[timeline][edits]") {
  struct Row {
    const char* why;
    std::vector<std::uint32_t> lines;
    std::string toml, kept;
    std::vector<std::string_view> keys = {};
  };
  const auto row = GENERATE(values<Row>({
      {"the only one", {1}, "[[event]]\nwords = \"a\"\nhide = true\n", ""},
      {"the first",
       {2},
       "# mine\n[[event]]\nwords = \"a\"\n\n[[event]]\nwords = \"b\"\n",
       "# mine\n\n[[event]]\nwords = \"b\"\n"},
      {"the one between",
       {4},
       "title = \"T\"\n\n# one\n[[event]]\nwords = \"a\" # x\n# two\n\n# three\n[[add]]\ntitle = \"b\"\n",
       "title = \"T\"\n\n# one\n# two\n\n# three\n[[add]]\ntitle = \"b\"\n"},
      {"the last", {3}, "[[event]]\nwords = \"a\"\n[[event]]\nwords = \"b\"", "[[event]]\nwords = \"a\"\n"},
      {"a text of several lines, one like a comment",
       {1},
       "[[event]]\nwords = \"a\"\nnote = \"\"\"\none\n# two\"\"\"\n[[event]]\nwords = \"b\"\n",
       "[[event]]\nwords = \"b\"\n"},
      {"two",
       {1, 5},
       "[[event]]\nwords = \"a\"\n[[event]]\nwords = \"b\"\n[[event]]\nwords = \"c\"\n",
       "[[event]]\nwords = \"b\"\n"},
      {"a key", {}, "# mine\ntitle = \"T\" # ours\nnote = \"N\"\n", "# mine\nnote = \"N\"\n", {"title"}},
      {"a key at the end, and a block", {2}, "title = \"T\"\n[[event]]\nwords = \"a\"\n", "", {"title", "credit"}},
      {"no block on that line", {2}, "[[event]]\nwords = \"a\"\n", "[[event]]\nwords = \"a\"\n"},
  }));
  INFO(row.why);
  const Result<std::string> kept = erase_edits(row.toml, row.lines, row.keys, "a.toml");
  REQUIRE(kept);
  CHECK(*kept == row.kept);
}

TEST_CASE("a block that changes nothing is known by its line", "[timeline][edits]") {
  Edits edits;
  edits.events.resize(3);
  for (std::uint32_t i = 0; i < 3; ++i) edits.events[i].line = i + 1;
  edits.events[1].change.title = "";
  edits.events[2].accepted = true;
  CHECK(lines_of_empty(edits) == std::vector<std::uint32_t>{1});
}

}  // namespace annal::test
