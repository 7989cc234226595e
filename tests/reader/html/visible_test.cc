// What a reader of a page does not see is no text of it.
#include "reader/html/visible.h"

#include "tests/reader/html/page_tree.h"

using namespace annal;
using namespace annal::test;

TEST_CASE("scripts, fields and hidden elements are dropped, and nothing beside them", "[reader][html]") {
  struct Row {
    const char* html;
    bool seen;
  };
  const auto row = GENERATE(values<Row>({
      {"<p>words</p>", true},
      {"<script>words</script>", false},
      {"<style>words</style>", false},
      {"<noscript>words</noscript>", false},
      {"<button>words</button>", false},
      {"<textarea>words</textarea>", false},
      {"<svg><text>words</text></svg>", false},
      {"<p hidden>words</p>", false},
      {"<p aria-hidden=true>words</p>", false},
      {"<p aria-hidden=false>words</p>", true},
      {"<p aria-hidden=true class=fallback-image>words</p>", true},
      {"<p style='display: none'>words</p>", false},
      {"<p style='color:red;VISIBILITY : hidden'>words</p>", false},
      {"<p style='display: block'>words</p>", true},
      {"<div hidden><p>words</p></div>", false},
  }));
  const std::string html = std::string("<body>") + row.html + "<p>after";
  PageTree tree = tree_of(html);
  drop_invisible(tree);
  INFO(row.html);
  CHECK(kept_text(tree) == (row.seen ? "words after" : "after"));
}
