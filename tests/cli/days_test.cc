// annal days: the days that matter most, for people and for programs.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/cli/program.h"

namespace annal::test {
namespace {

const std::string lines =
    R"({"id": "a", "dct": "2021-03-20", "text": "The Orla dam broke on 4 March 2021. A fair began on 9 March 2021."})"
    "\n"
    R"({"id": "b", "dct": "2021-03-22", "text": "The Orla dam broke on 4 March 2021 because a gate was stuck."})"
    "\n";

}  // namespace

TEST_CASE("days are listed in order of time with their rank", "[cli][days]") {
  const Run run = annal({"days", "-"}, lines);
  CHECK(run.exit == 0);
  CHECK(run.err.empty());
  CHECK(run.out ==
        "day         rank  documents  what they tell\n"
        "4 Mar 2021     1          2  The Orla dam broke on 4 March 2021. (a)\n"
        "9 Mar 2021     2          1  A fair began on 9 March 2021. (a)\n");
}

TEST_CASE("what is asked bounds the days and their sentences", "[cli][days]") {
  const Run one = annal({"days", "-", "--top", "1"}, lines);
  CHECK(one.out.find("4 Mar 2021") != std::string::npos);
  CHECK(one.out.find("9 Mar 2021") == std::string::npos);
  const Run later = annal({"days", "-", "--from", "2021-03-05", "-f", "json"}, lines);
  CHECK(later.out.find("2021-03-09") != std::string::npos);
  CHECK(later.out.find("\"2021-03-04\"") == std::string::npos);
  const Run none = annal({"days", "-", "--sentences", "0"}, lines);
  CHECK(none.exit == 0);
  CHECK(none.out.find("dam") == std::string::npos);
}

TEST_CASE("a collection without a day, or a wrong count, is told in one line", "[cli][days]") {
  const Run none = annal({"days", "-"}, "The dam holds.\n");
  CHECK(none.exit == 1);
  CHECK(none.out.empty());
  CHECK(none.err == "annal: standard input: no day found\n");
  for (const std::vector<std::string>& words : {std::vector<std::string>{"--top", "0"}, {"--sentences", "x"}}) {
    const Run wrong = annal({"days", "-", words[0], words[1]}, lines);
    CHECK(wrong.exit == 2);
    CHECK(wrong.out.empty());
  }
}

}  // namespace annal::test
