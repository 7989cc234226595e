// A tree to lines of text: blocks apart, white space as browsers show it, each with its role.
#include "reader/html/flow.h"

#include "tests/reader/html/page_tree.h"

using namespace annal;
using namespace annal::test;

namespace {

Document flowed(const std::string& html) {
  const PageTree tree = tree_of(html);
  Document document;
  Layout layout;
  flow_text(tree, 0, document, layout);
  return document;
}

}  // namespace

TEST_CASE("white space collapses as in a browser, and blocks stand apart", "[reader][html]") {
  struct Row {
    const char *why, *html, *text;
  };
  const auto row = GENERATE(values<Row>({
      {"nothing", "", ""},
      {"runs of white space", "<p>  one \n\t two  ", "one two"},
      {"white space across elements", "<p>one <b> two</b>", "one two"},
      {"inline elements join", "<p>5<sup>th</sup>", "5th"},
      {"paragraphs", "<p>one<p>two", "one\n\ntwo"},
      {"text beside a block", "one<div>two</div>three", "one\n\ntwo\n\nthree"},
      {"a line break", "<p>one<br>two", "one\ntwo"},
      {"blanks round a line break", "<p>one <br> two", "one\ntwo"},
      {"lines of preformatted text", "<pre>one\n  two</pre>", "one\ntwo"},
      {"empty blocks", "<div><p></p><p> </p>one</div>", "one"},
      {"a no-break space is no white space", "<p>one&nbsp; two", "one\u00A0 two"},
  }));
  INFO(row.why);
  CHECK(flowed(row.html).text == row.text);
}

TEST_CASE("each block has the role of the element that it stands in", "[reader][html]") {
  struct Row {
    const char* html;
    BlockKind kind;
    BlockRole role;
    int level;
  };
  const auto row = GENERATE(values<Row>({
      {"<p>words", BlockKind::paragraph, BlockRole::prose, 0},
      {"<h1>words", BlockKind::title, BlockRole::prose, 1},
      {"<h3>words", BlockKind::title, BlockRole::prose, 3},
      {"<ul><li>words", BlockKind::paragraph, BlockRole::item, 0},
      {"<blockquote><p>words", BlockKind::paragraph, BlockRole::quote, 0},
      {"<figure><figcaption>words", BlockKind::boilerplate, BlockRole::caption, 0},
      {"<blockquote><ul><li>words", BlockKind::paragraph, BlockRole::item, 0},
  }));
  INFO(row.html);
  const Document document = flowed(row.html);
  REQUIRE(document.blocks.size() == 1);
  CHECK(document.blocks[0].kind == row.kind);
  CHECK(document.blocks[0].role == row.role);
  CHECK(document.blocks[0].level == row.level);
}

TEST_CASE("dropped elements leave no text and no block", "[reader][html]") {
  const std::string html = "<p>one</p><aside>two</aside><p>three</p>";
  PageTree tree = tree_of(html);
  tree.drop(first_of(tree, Tag::aside));
  Document document;
  Layout layout;
  flow_text(tree, 0, document, layout);
  CHECK(document.text == "one\n\nthree");
  CHECK(document.blocks.size() == 2);
}

TEST_CASE("text leads back to the page", "[reader][html]") {
  const std::string html = "<p>Tea &amp; <i>cake</i>";
  const Document document = flowed(html);
  CHECK(document.text == "Tea & cake");
  CHECK(document.source.at(4) == html.find('&'));
  CHECK(document.source.at(6) == html.find("cake"));
}
