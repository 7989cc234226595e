// annal batch: a line out for each line in, in order, whatever is wrong with some of them.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/cli/program.h"

namespace annal::test {
namespace {

std::vector<nlohmann::json> lines_of(const std::string& out) {
  std::istringstream stream(out);
  std::vector<nlohmann::json> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(nlohmann::json::parse(line));
  return lines;
}

}  // namespace

TEST_CASE("a batch answers each line in its place", "[cli][batch]") {
  const Run run =
      annal({"batch"},
            "{\"id\": \"a\", \"text\": \"The bridge opened on 3 May 2014.\"}\n"
            "\n"
            "{\"id\": \"b\", \"text\": \"The bridge opened yesterday.\", \"dct\": \"2016-11-14\", \"title\": \"Open\", "
            "\"url\": \"u\", \"lang\": \"en\", \"more\": 1}");
  CHECK(run.exit == 0);
  CHECK(run.err.empty());
  const auto lines = lines_of(run.out);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0]["schema"] == "annal-timeline/1");
  CHECK(lines[0]["document"]["id"] == "a");
  CHECK(lines[0]["timexes"][0]["value"] == "2014-05-03");
  CHECK(lines[1]["document"]["id"] == "b");
  CHECK(lines[1]["document"]["title"] == "Open");
  CHECK(lines[1]["document"]["url"] == "u");
  CHECK(lines[1]["document"]["dct"]["source"] == "given");
  CHECK(lines[1]["timexes"][0]["value"] == "2016-11-13");
}

TEST_CASE("a batch in TimeML gives the id and the document", "[cli][batch]") {
  const Run run =
      annal({"batch", "--format", "timeml"}, "{\"id\": \"a\", \"text\": \"The bridge opened on 3 May 2014.\"}\n");
  CHECK(run.exit == 0);
  const auto lines = lines_of(run.out);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].size() == 2);
  CHECK(lines[0]["id"] == "a");
  CHECK(lines[0]["tml"].get<std::string>().find("value=\"2014-05-03\"") != std::string::npos);
}

TEST_CASE("a bad line is answered with its number, its id where it has one, and the reason", "[cli][batch]") {
  struct Row {
    std::string line;
    std::string answer;
  };
  const auto row = GENERATE(values<Row>({
      {"nonsense", R"({"line":2,"error":"no JSON: Invalid value at byte 2"})"},
      {"[1]", R"({"line":2,"error":"no JSON object; write {\"id\": ..., \"text\": ...}"})"},
      {"{\"text\": \"x\"}", R"({"line":2,"error":"\"id\" is missing"})"},
      {"{\"id\": 7, \"text\": \"x\"}", R"({"line":2,"error":"\"id\" is no string"})"},
      {"{\"id\": \"b\"}", R"({"id":"b","line":2,"error":"\"text\" is missing, and so are \"html\" and \"tml\""})"},
      {"{\"id\": \"b\", \"html\": \"<p>\"}",
       R"({"id":"b","line":2,"error":"\"html\": the page shows no text; give it an article to read"})"},
      {"{\"id\": \"b\", \"text\": \"\"}", R"({"id":"b","line":2,"error":"\"text\" is empty"})"},
      {"{\"id\": \"b\", \"text\": \"x\", \"dct\": \"soon\"}",
       R"({"id":"b","line":2,"error":"\"dct\": 'soon' is no date of the calendar; write it as 2016-11-14 or 2016-11-14T06:30"})"},
      {"{\"id\": \"b\", \"text\": \"x\", \"lang\": \"xx\"}",
       R"({"id":"b","line":2,"error":"\"lang\": there is no language 'xx'; languages are en"})"},
  }));
  const std::string good = "{\"id\": \"a\", \"text\": \"The bridge opened on 3 May 2014.\"}\n";
  const Run run = annal({"batch", "-f", "timeml"}, good + row.line + "\n" + good);
  INFO(row.line);
  CHECK(run.exit == 1);
  CHECK(run.err == "annal: standard input: 1 of 3 lines could not be read; the output says why in their place\n");
  std::istringstream stream(run.out);
  std::string first, second, third;
  REQUIRE(std::getline(stream, first));
  REQUIRE(std::getline(stream, second));
  REQUIRE(std::getline(stream, third));
  CHECK(second == row.answer);
  CHECK(first == third);
}

TEST_CASE("bytes that are no UTF-8 make a bad line, not a bad output", "[cli][batch]") {
  const Run run = annal({"batch"}, "{\"id\": \"a\", \"text\": \"caf\xe9\"}\n");
  CHECK(run.exit == 1);
  CHECK(run.out == "{\"line\":1,\"error\":\"no JSON: Invalid encoding in string at byte 25\"}\n");
}

TEST_CASE("nesting of any depth is answered", "[cli][batch]") {
  const Run run = annal({"batch"}, std::string(200000, '[') + "\n");
  CHECK(run.exit == 1);
  CHECK(run.out.find("\"line\":1") != std::string::npos);
}

TEST_CASE("an empty batch is an empty answer", "[cli][batch]") {
  const Run run = annal({"batch"}, "");
  CHECK(run.exit == 0);
  CHECK(run.out.empty());
  CHECK(run.err.empty());
}

}  // namespace annal::test
