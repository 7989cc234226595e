// Which events are shown: the same ones in every format that draws or lists some.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/cli/program.h"

namespace annal::test {
namespace {

const std::string article =
    "The Ferry Aurelia\n\n"
    "The shipyard launched the ferry on 3 May 2014. The company sold it to Kovar Lines in June 2015. Kovar Lines "
    "repaired "
    "the ferry on 8 March 2016. Divers cleaned the hull. The harbour closed in 2017.\n";

/// Titles of the CSV that `options` asks for, one a line.
std::string titles(const std::vector<std::string>& options, const std::string& text = article) {
  std::vector<std::string> words{"build", "-", "-f", "csv"};
  words.insert(words.end(), options.begin(), options.end());
  std::string out = annal(words, text).out, all;
  for (std::size_t at = out.find('\n') + 1; at < out.size(); at = out.find('\n', at) + 1) {
    std::size_t cell = at;
    for (int comma = 0; comma < 3; ++comma) cell = out.find(',', cell) + 1;
    all += out.substr(cell, out.find(',', cell) - cell) + '\n';
  }
  return all;
}

std::size_t lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

bool has(const std::string& text, const char* words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("the options --from and --to take dates of any precision and include their ends", "[cli][selection]") {
  CHECK(lines(titles({"--from", "2014", "--to", "2016-03-08"})) == 3);
  CHECK(lines(titles({"--from", "2014-05-04", "--to", "2016-03-07"})) == 1);
  CHECK(lines(titles({"--to", "2014-05"})) == 1);
  CHECK(lines(titles({"--from", "2018"})) == 0);
}

TEST_CASE("the option --top shows so many events, dated ones first", "[cli][selection]") {
  CHECK(lines(titles({"--top", "2"})) == 2);
  CHECK_FALSE(has(titles({"--top", "4"}), "hull"));
  CHECK(lines(titles({"--top", "100"})) == 5);
}

TEST_CASE("the option --dated leaves out what has no date, the option --min-salience what weighs less",
          "[cli][selection]") {
  CHECK(has(titles({}), "hull"));
  CHECK_FALSE(has(titles({"--dated", "--top", "4"}), "hull"));
  CHECK(lines(titles({"--min-salience", "1"})) == 0);
  CHECK(lines(titles({"--min-salience", "0"})) == lines(titles({"--all"})));
}

TEST_CASE("every format shows the same events", "[cli][selection]") {
  const auto picked = GENERATE(as<std::vector<std::string>>{}, std::vector<std::string>{},
                               std::vector<std::string>{"--top", "2"}, std::vector<std::string>{"--from", "2015"});
  const std::string shown = titles(picked);
  for (const char* title : {"launch", "sold", "repaired", "hull", "closed"}) {
    for (const char* format : {"text", "svg", "mermaid", "dot"}) {
      INFO(title << " in " << format);
      std::vector<std::string> words{"build", "-", "-f", format};
      words.insert(words.end(), picked.begin(), picked.end());
      CHECK(has(annal(words, article).out, title) == has(shown, title));
    }
    std::vector<std::string> words{"order", "-"};
    words.insert(words.end(), picked.begin(), picked.end());
    CHECK(has(annal(words, article).out, title) == has(shown, title));
  }
}

}  // namespace annal::test
