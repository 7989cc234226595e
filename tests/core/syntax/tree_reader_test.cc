// Sentences to trees: what is parsed and what is not.
#include "core/syntax/tree_reader.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "core/lang/language.h"
#include "core/pipeline.h"
#include "core/trees.h"

namespace annal::test {

TEST_CASE("letters and numbers in a row have no tree, and prose of short words has one", "[syntax]") {
  struct Row {
    const char* name;
    const char* text;
    bool parsed;
  };
  const auto row = GENERATE(values<Row>({
      {"numbers", "4 4 3 - 2 5 6 7 8 9 1 3 5 7.", false},
      {"scores", "He won 6-4, 6-3, 7-5, 6-2, 6-1.", true},
      {"a few", "A b c d.", true},
      {"marks", "-.", false},
      {"short words", "He ran, she ate, we sat, they sang, and it fell on us.", true},
      {"prose", "The council closed the old bridge after the storm had torn its rails away.", true},
  }));
  INFO(row.name);
  const Language& english = *Language::find("en");
  Document document;
  document.text = row.text;
  Analysis analysis = analyse(std::move(document), english);
  read_trees(analysis, english);
  REQUIRE(analysis.trees.size() == 1);
  CHECK(analysis.trees[0].empty() == !row.parsed);
}

}  // namespace annal::test
