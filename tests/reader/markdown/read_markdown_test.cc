// Markdown to Documents: blocks, words without marks, and the way back to the source.
#include "reader/markdown/read_markdown.h"

#include <catch2/catch.hpp>

#include <string>

#include "core/calendar/calendar.h"
#include "tests/reader/places.h"

using namespace annal;
using namespace annal::test;

namespace {

Document read(const std::string& markdown, const char* tag = "en") {
  auto document = read_markdown(markdown, "a.md", Language::find(tag));
  REQUIRE(document);
  check_places(*document, markdown);
  return *document;
}

}  // namespace

TEST_CASE("Markdown becomes blocks without its marks", "[reader][markdown]") {
  struct Row {
    const char *why, *markdown, *blocks;
  };
  const auto row = GENERATE(values<Row>({
      {"headings keep their level", "# The mill\n\n### Later\n\nIt burned.\n", "t1 The mill\nt3 Later\np It burned.\n"},
      {"lines under a paragraph stay lines", "1888: It was built.\n1931: It was sold.\n",
       "p 1888: It was built./1931: It was sold.\n"},
      {"items", "- one\n- two\n  - three\n", "p* one\np* two\np* three\n"},
      {"quotes", "> It was *worth* the wait.\n", "p> It was worth the wait.\n"},
      {"code is not read", "```sh\nrm 1999\n```\n\nIt works.\n", "b rm 1999\np It works.\n"},
      {"a link is its words", "Back in 1996, [Lars Holm](https://example.org/2003/04/05/) wrote.\n",
       "p Back in 1996, Lars Holm wrote.\n"},
      {"an address is no word", "See <https://example.org/2003/04/05/> there.\n", "p See there.\n"},
      {"pictures and struck out words go", "![a quay in 1990](a.jpg) The ~~old~~ new quay.\n", "p The new quay.\n"},
      {"references", "Fish &amp; chips &eacute; &nosuch;\n", "p Fish & chips \u00E9 &nosuch;\n"},
      {"tags go, what they hold stays", "<div class=\"1999\">\nThe mill\n</div>\n\nIt <b>burned</b>.\n",
       "p The mill\np It burned.\n"},
      {"items that count up lose their numbers", "1. one\n2. two\n\nand\n\n1. a\n1. b\n",
       "p* one\np* two\np and\np* a\np* b\n"},
      {"years are no numbers of items", "2003. The mine opens.\n2008. The mine closes.\n",
       "p* 2003. The mine opens.\np* 2008. The mine closes.\n"},
      {"indented lines are text", "The mill:\n\n    It burned in 1999.\n", "p The mill:\np It burned in 1999.\n"},
  }));
  INFO(row.why);
  CHECK(outline(read(row.markdown)) == row.blocks);
}

TEST_CASE("days with a point are no numbers of items", "[reader][markdown]") {
  CHECK(outline(read("1. Mai 2014: Die Bruecke wurde gesperrt.\n2. Mai 2014: Sie wurde eroeffnet.\n", "de")) ==
        "p* 1. Mai 2014: Die Bruecke wurde gesperrt.\np* 2. Mai 2014: Sie wurde eroeffnet.\n");
}

TEST_CASE("the date of a row comes first, whichever column it stands in", "[reader][markdown]") {
  CHECK(outline(read("| Event | Date |\n|---|---|\n| It burned | 3 May 2014 |\n| It closed | 5 May 2014 |\n")) ==
        "b Event\nb Date\nd 3 May 2014\np It burned\nd 5 May 2014\np It closed\n");
}

TEST_CASE("a date in bold at the front of several lines is a block", "[reader][markdown]") {
  CHECK(outline(read("- **3 May 2014** It burned.\n- **5 May 2014**: It closed.\n")) ==
        "d* 3 May 2014\np* It burned.\nd* 5 May 2014\np* It closed.\n");
  CHECK(outline(read("**3 May 2014** It burned.\n\nIt closed.\n")) == "p 3 May 2014 It burned.\np It closed.\n");
}

TEST_CASE("front matter states title, language and day", "[reader][markdown]") {
  const std::string source =
      "---\ntitle: \"Die Mühle\"\ndate: 2014-05-03\nlang: de\ntags: [1999]\n---\nSie ist abgebrannt.\r\n";
  auto document = read_markdown(source, "a.md", nullptr);
  REQUIRE(document);
  check_places(*document, source);
  CHECK(document->title == "Die Mühle");
  CHECK(document->language == "de");
  CHECK(document->dct.at == days_from_civil(2014, 5, 3) * seconds_per_day);
  CHECK(outline(*document) == "t1 Die Mühle\np Sie ist abgebrannt.\n");
}

TEST_CASE("the title is the first heading that is no date", "[reader][markdown]") {
  CHECK(read("# 3 May 2014\n\nIt burned.\n").title.empty());
  CHECK(read("# The mill\n\n# The pier\n").title == "The mill");
}

TEST_CASE("text is Markdown only where it says so beyond doubt", "[reader][markdown]") {
  struct Row {
    const char* text;
    bool markdown;
  };
  const auto row = GENERATE(values<Row>({
      {"# The mill\n\nIt burned.\n", true},
      {"The mill\n\n## 1999\n\nIt burned.\n\n## 2000\n\nIt closed.\n", true},
      {"He met [Ann](https://example.org/) in 1999.\n", true},
      {"| Date | Event |\n|---|---|\n| 1999 | It burned |\n", true},
      {"- **1999** It burned.\n- **2000** It closed.\n", true},
      {"---\ntitle: The mill\n---\nIt burned.\n", true},
      {"The mill burned.\n\n# 3 of them\n", false},
      {"- 1999: It burned.\n- 2000: It closed.\n", false},
      {"It was a *very* long day, with 2 ** 3 of them.\n", false},
      {"See [1] and (https://example.org/).\n", false},
      {"---\nThe mill burned.\n---\n", false},
      {"A | B\n", false},
  }));
  INFO(row.text);
  CHECK(is_markdown(row.text, "a.txt") == row.markdown);
  CHECK(is_markdown(row.text, "a.md"));
}

TEST_CASE("hostile Markdown is read, as plain text where it has more marks than words", "[reader][markdown]") {
  std::string wide = "|", rule = "\n|", rows = "\n", deep, nested;
  std::string copied = "[a]: " + std::string(10'000, 'x') + "\n\n";
  for (int i = 0; i < 3000; ++i) {
    wide += "a|";
    rule += "-|";
    rows += "b|\n";
    deep += "> ";
    nested += "[![";
    copied += "[a] ";
  }
  CHECK_FALSE(read(wide + rule + rows).text.empty());
  CHECK(read(copied).text == copied);
  CHECK(read(deep + "It burned.").text == "It burned.");
  CHECK_FALSE(read(nested + "It burned.").text.empty());
  CHECK(read("![](a)").text == "![](a)");
  CHECK_FALSE(read_markdown("\n \n", "a.md", nullptr));
}
