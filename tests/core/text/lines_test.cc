#include "core/text/lines.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace annal;

namespace {

const Language& english() { return *Language::find("en"); }

/// The groups of `text`, each with "* " before it where it is an item of a list.
std::vector<std::string> groups_of(std::string_view text) {
  std::vector<std::string> out;
  for (const LineGroup& group : group_lines(text, english()))
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

TEST_CASE("a date behind a line that breaks off belongs to its sentence, in any language", "[core][text][lines]") {
  struct Row {
    const char* language;
    const char* before;
    std::size_t groups;
  };
  const auto row = GENERATE(values<Row>({{"en", "She died in Lund on", 1},
                                         {"de", "Sie starb in Lund am", 1},
                                         {"es", "Ella murió en Lund el", 1},
                                         {"fr", "Elle mourut à Lund le", 1},
                                         {"ru", "Она умерла в Лунде в", 1},
                                         {"uk", "Вона померла в Лунді у", 1},
                                         {"en", "She died in Lund", 2},
                                         {"en", "She died in Lund.", 2},
                                         {"en", "Log in", 2}}));
  INFO(row.before);
  const std::string text = std::string(row.before) + "\n1961.";
  const auto begin = static_cast<std::uint32_t>(text.size() - 5);
  const std::vector<DateMention> dates = {{{begin, begin + 4}, Granularity::year, true}};
  CHECK(group_lines(text, *Language::find(row.language), dates).size() == row.groups);
}

TEST_CASE("lines of a chronology that end in such a word stay apart", "[core][text][lines]") {
  const std::string text = "1888: Anna Lund moved in\n1931: the mill was sold";
  const std::vector<DateMention> dates = {{{0, 4}, Granularity::year, true}, {{25, 29}, Granularity::year, true}};
  CHECK(group_lines(text, english(), dates).size() == 2);
}
