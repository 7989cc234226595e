#include "core/text/lines.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace annal;

namespace {

/// The groups of `text`, each with "* " before it where it is an item of a list.
std::vector<std::string> groups_of(std::string_view text) {
  std::vector<std::string> out;
  for (const LineGroup& group : group_lines(text))
    out.push_back((group.bullet ? "* " : "") + std::string(slice(text, group.span)));
  return out;
}

using Groups = std::vector<std::string>;

}  // namespace

TEST_CASE("lines that were wrapped belong together, and a blank line parts them", "[core][text][lines]") {
  const std::string wrapped =
      "The council of the town met on Tuesday to vote on the\n"
      "mill, which had stood empty since the great flood of\n"
      "1998, and closed it.\n";
  CHECK(groups_of(wrapped + "\n" + wrapped).size() == 2);
  CHECK(groups_of("").empty());
  CHECK(groups_of("\n \n").empty());
  CHECK(groups_of("  One line.  \n\nTwo.") == Groups{"One line.", "Two."});
}

TEST_CASE("a bullet begins an item of its own", "[core][text][lines]") {
  const Groups found = groups_of("- The mill closed.\n- The bridge opened.\n");
  REQUIRE(found.size() == 2);
  for (const std::string& group : found) CHECK(group.starts_with("* "));
}

TEST_CASE("white space at the front is measured in bytes, a no-break space too", "[core][text][lines]") {
  CHECK(leading_white_space("a") == 0);
  CHECK(leading_white_space(" \t\na") == 3);
  CHECK(leading_white_space("\u00A0a") == 2);
  CHECK(leading_white_space("") == 0);
}

TEST_CASE("a text ends as a sentence at a full stop, a question or exclamation mark, perhaps quoted",
          "[core][text][lines]") {
  struct Row {
    const char* text;
    bool ends;
  };
  const auto row = GENERATE(values<Row>({{"It closed.", true},
                                         {"Who paid?", true},
                                         {"\u201CIt closed.\u201D", true},
                                         {"(It closed.)", true},
                                         {"It closed\u2026", true},
                                         {"These closed:", true},
                                         {"The old mill", false},
                                         {"", false}}));
  INFO(row.text);
  CHECK(ends_as_sentence(row.text) == row.ends);
}
