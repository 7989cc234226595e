#include "timeline/json/parse_json.h"

#include <catch2/catch.hpp>

using namespace annal;

TEST_CASE("what is meant as JSON is known by its name or its beginning, and prose in brackets is none",
          "[timeline][json]") {
  struct Row {
    const char* bytes;
    const char* name;
    bool json;
  };
  const auto row = GENERATE(values<Row>({
      {"The mill burned.", "a.json", true},
      {"", "A.JSON", true},
      {"{\"x\": 1}", "article", true},
      {"\xEF\xBB\xBF {\n \"x\": 1", "article", true},
      {"{}", "article", true},
      {"[{\"date\": \"1870\"", "article", true},
      {" [ {", "article", true},
      {"[]", "article", true},
      {"[1, 2]", "article", true},
      {"[Update] The mill burned. [1]", "article", false},
      {"[\"The mill burned\", he said.", "article", false},
      {"{ The schema is \"annal-dates/2\". }", "article", false},
      {"{{template}} The mill burned.", "article", false},
      {"The schema is \"annal-timeline/2\".", "article", false},
      {"{", "article", false},
  }));
  INFO(row.bytes);
  CHECK(is_json(row.bytes, row.name) == row.json);
}

TEST_CASE("what is no JSON is refused with line and column", "[timeline][json]") {
  struct Row {
    const char* bytes;
    const char* message;
  };
  const auto row = GENERATE(values<Row>({
      {"[{\"date\": \"1870\",\n  title: \"x\"}]", "x.json:2:3: invalid JSON: Missing a name for object member"},
      {"[{\"title\": \"Br\xC3\xBC"
       "cke\" \"x\"}]",
       "x.json:1:21: invalid JSON: Missing a comma or '}' after an object member"},
      {"The mill burned.", "x.json:1:1: no JSON, which begins with { or [; the name of an article ends in .txt"},
      {"", "x.json:1:1: invalid JSON: The document is empty"},
      {"{\"a\": 1}\n{\"a\": 2}\n",
       "x.json:2:1: one timeline only; here a second begins (one a line: take one of the lines)"},
  }));
  const auto json = parse_json(row.bytes, "x.json");
  REQUIRE_FALSE(json);
  CHECK(json.error().message == row.message);
}
