// Which part of a page is its article.
#include "reader/html/article.h"

#include "tests/reader/html/page.h"
#include "tests/reader/html/page_tree.h"

using namespace annal;
using namespace annal::test;

namespace {

std::string article_of(const std::string& html) {
  PageTree tree = tree_of(html);
  keep_article(tree);
  return kept_text(tree);
}

}  // namespace

TEST_CASE("the article is kept and what stands round it is dropped", "[reader][html]") {
  struct Row {
    const char *why, *before, *after;
  };
  const auto row = GENERATE(values<Row>({
      {"nothing round it", "", ""},
      {"navigation", "<nav><a href=/>GONE</a></nav>", ""},
      {"a menu by its class", "<div class=menu><a href=/>GONE</a> <a href=/b>GONE</a></div>", ""},
      {"a menu by its role", "<div role=menu>GONE</div>", ""},
      {"comments", "", "<div class=comments><p>GONE, I was there, and it rained.</p></div>"},
      {"a list of other articles", "", "<div class=related><ul><li><a href=1>GONE</a></ul></div>"},
      {"a footer", "", "<footer><p>GONE</p></footer>"},
      {"scripts", "<script>GONE</script>", "<script>GONE</script>"},
  }));
  INFO(row.why);
  const std::string kept = article_of(std::string("<body>") + row.before + "<div>" + prose + "</div>" + row.after);
  CHECK(kept.find("GONE") == std::string::npos);
  CHECK(kept.starts_with("The old ferry sailed again"));
  CHECK(kept.ends_with("would begin in June."));
}

TEST_CASE("a page without an article keeps all its visible text", "[reader][html]") {
  CHECK(article_of("<body><p>Closed.</p><p hidden>Open.</p>") == "Closed.");
  CHECK(article_of("") == "");
}

TEST_CASE("the title is returned, and its headline is not kept twice", "[reader][html]") {
  const std::string html =
      "<title>The ferry is back | Harbour Post</title><article><h1>The ferry is back</h1>" + prose + "</article>";
  PageTree tree = tree_of(html);
  CHECK(keep_article(tree) == "The ferry is back");
  CHECK(kept_text(tree).find("The ferry is back") == std::string::npos);
}
