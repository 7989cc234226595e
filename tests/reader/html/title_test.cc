// The title of a page, without the name of its site.
#include "reader/html/title.h"

#include "tests/reader/html/page_tree.h"

using namespace annal;
using namespace annal::test;

TEST_CASE("the title is the headline that the page names itself by, else its title without the site",
          "[reader][html]") {
  struct Row {
    const char *why, *html, *title;
  };
  const auto row = GENERATE(values<Row>({
      {"nothing", "<p>The bridge opened.", ""},
      {"the title alone", "<title>The bridge opens</title>", "The bridge opens"},
      {"white space", "<title> The\n bridge  opens </title>", "The bridge opens"},
      {"a site behind", "<title>The bridge opens | Daily Post</title>", "The bridge opens"},
      {"a site in front", "<title>Post - The bridge opens</title>", "The bridge opens"},
      {"a short title with a dash", "<title>Bridge - Post</title>", "Bridge - Post"},
      {"og:title before title", "<title>x y z</title><meta property=og:title content='The bridge opens'>",
       "The bridge opens"},
      {"the headline that repeats it", "<title>The bridge opens today | Post</title><h1>The bridge opens today</h1>",
       "The bridge opens today"},
      {"another headline", "<title>The bridge opens today | Post</title><h1>Ten best ferries</h1>",
       "The bridge opens today"},
      {"one headline and no title", "<h1>The bridge opens</h1>", "The bridge opens"},
      {"two headlines and no title", "<h1>The bridge</h1><h1>The ferry</h1>", ""},
      {"a title of a picture", "<svg><title>An arrow</title></svg>", ""},
  }));
  INFO(row.why);
  const std::string html = row.html;
  CHECK(page_title(tree_of(html)) == row.title);
}

TEST_CASE("headlines that repeat the title are dropped, others stay", "[reader][html]") {
  const std::string html = "<h1>The bridge opens today</h1><h2>What it cost</h2><h3>The bridge opens today</h3>";
  PageTree tree = tree_of(html);
  drop_repeated_title(tree, "The bridge opens today");
  CHECK(kept_text(tree) == "What it cost The bridge opens today");
}

TEST_CASE("a run of white space is one blank, and none at the ends", "[reader][html]") {
  CHECK(single_spaced("") == "");
  CHECK(single_spaced(" \n\t") == "");
  CHECK(single_spaced("\r\n a \f b\tc ") == "a b c");
}

TEST_CASE("a headline longer than any is no headline", "[reader][html]") {
  const std::string html = "<h1>" + std::string(4000, 'x') + "</h1><h2>" + std::string(3000, 'x') + "</h2>";
  const PageTree tree = tree_of(html);
  CHECK(headline_text(tree, first_of(tree, Tag::h1)).empty());
  CHECK(headline_text(tree, first_of(tree, Tag::h2)).size() == 3000);
}
