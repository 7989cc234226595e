// What is no running text inside an article goes, and running text stays.
#include "reader/html/clean.h"

#include "tests/reader/html/page_tree.h"

using namespace annal;
using namespace annal::test;

namespace {

const std::string sentence =
    "The old ferry sailed again, after a winter in the yard, and the town came out to greet it. ";

std::string cleaned(const std::string& html, Cleaning cleaning) {
  PageTree tree = tree_of(html);
  clean_article(tree, cleaning);
  return kept_text(tree);
}

}  // namespace

TEST_CASE("class and id weigh 25 each, for an article or against it", "[reader][html]") {
  struct Row {
    const char* attributes;
    int weight;
  };
  const auto row = GENERATE(values<Row>({
      {"", 0},
      {"class=plain", 0},
      {"class=entry", 25},
      {"class=ENTRY", 25},
      {"class=entry id=story", 50},
      {"class=sidebar", -25},
      {"class=sidebar id=promo", -50},
      {"class=entry id=sidebar", 0},
      {"class='post sidebar'", 0},
  }));
  const std::string html = std::string("<div ") + row.attributes + ">x</div>";
  const PageTree tree = tree_of(html);
  INFO(row.attributes);
  CHECK(class_weight(tree, first_of(tree, Tag::div)) == row.weight);
}

TEST_CASE("link density is the share of the characters inside links", "[reader][html]") {
  PageNode node;
  CHECK(link_density(node) == 0.0F);
  node.length = 40;
  node.link_length = 10;
  CHECK(link_density(node) == 0.25F);
}

TEST_CASE("what is no running text is dropped from an article", "[reader][html]") {
  struct Row {
    const char *why, *html;
  };
  const auto row = GENERATE(values<Row>({
      {"an aside", "<aside>GONE</aside>"},
      {"a footer", "<footer>GONE</footer>"},
      {"a share bar", "<p class=share>GONE</p>"},
      {"a headline of what surrounds the article", "<h2 class=related>GONE</h2>"},
      {"a box of links", "<div><a href=1>GONE one</a> <a href=2>GONE two</a></div>"},
      {"a form with fields", "<form>GONE <input><input></form>"},
      {"a box by its class", "<div class=widget>GONE and more than twenty-five characters</div>"},
      {"a table of layout full of links", "<table><tr><td><a href=1>GONE</a></table>"},
  }));
  INFO(row.why);
  const std::string left = cleaned("<p>" + sentence + "</p>" + row.html, {});
  CHECK(left.find("GONE") == std::string::npos);
  CHECK(left.find("The old ferry") == 0);
}

TEST_CASE("what belongs to the text stays in an article", "[reader][html]") {
  struct Row {
    const char *why, *html;
  };
  const auto row = GENERATE(values<Row>({
      {"a list of facts", "<ul><li>STAYS, built in the north<li>with six crossings a day</ul>"},
      {"a table with headings", "<table><tr><th>STAYS<td><a href=1>1</a></table>"},
      {"a box with many commas", "<div><a href=1>STAYS, a, b, c, d, e, f, g, h, i, j, k</a></div>"},
      {"a headline without a class", "<h2>STAYS</h2>"},
      {"a link within prose",
       "<div>The ferry STAYS in port until <a href=1>May</a>, when the summer begins again</div>"},
      {"code", "<pre><div><a href=1>STAYS</a></div></pre>"},
  }));
  INFO(row.why);
  CHECK(cleaned("<p>" + sentence + "</p>" + row.html, {}).find("STAYS") != std::string::npos);
}

TEST_CASE("a lax cleaning judges neither content nor classes", "[reader][html]") {
  const std::string html = "<ul><li><a href=1>links</a></ul><div class=widget>box</div><aside>aside</aside>";
  CHECK(cleaned(html, {.by_content = false, .weigh_classes = false}) == "links box");
}
