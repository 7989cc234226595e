#include "timeline/model/form.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "timeline/model/models.h"

using namespace annal;

TEST_CASE("a word's hash does not depend on its case", "[timeline][model]") {
  CHECK(hash_word("Vote") == hash_word("vOTE"));
  CHECK(hash_word("vote") != hash_word("note"));
  CHECK(hash_word("") != 0);  // 0 stands for a free place
}

TEST_CASE("a word's shape says where its capitals are", "[timeline][model]") {
  const auto [word, shape] = GENERATE(values<std::pair<const char*, Shape>>({{"vote", Shape::lower},
                                                                             {"Vote", Shape::capital},
                                                                             {"A", Shape::capital},
                                                                             {"NATO", Shape::upper},
                                                                             {"McCoy", Shape::mixed},
                                                                             {"1990", Shape::digits},
                                                                             {"1,990", Shape::digits},
                                                                             {"1990s", Shape::digits_and_letters},
                                                                             {"--", Shape::mark},
                                                                             {"\u00E9tude", Shape::lower}}));
  INFO(word);
  CHECK(form_of(word, sense_table()).shape == shape);
}

TEST_CASE("a form keeps which marks a word holds, and its length up to 15", "[timeline][model]") {
  const auto [word, marks, length] =
      GENERATE(values<std::tuple<const char*, unsigned, unsigned>>({{"vote", 0, 4},
                                                                    {"co-op", 1, 5},
                                                                    {"U.S.", 2, 4},
                                                                    {"n't", 4, 3},
                                                                    {"a/b", 8, 3},
                                                                    {"internationalisation", 0, 15}}));
  INFO(word);
  const Form form = form_of(word, sense_table());
  CHECK((form.marks & 15U) == marks);
  CHECK(form.marks >> 4U == length);
}

TEST_CASE("words that end alike share the hashes of their ends", "[timeline][model]") {
  const Form a = form_of("walking", sense_table()), b = form_of("talking", sense_table());
  CHECK(a.word != b.word);
  CHECK(a.suffix4 == b.suffix4);
  CHECK(a.suffix1 == b.suffix1);
  CHECK(a.prefix != b.prefix);
  CHECK(form_of("Walking", sense_table()).written != a.written);
  CHECK(form_of("Walking", sense_table()).word == a.word);
}

TEST_CASE("a regular or irregular form brings the senses of its base form", "[timeline][model]") {
  struct Row {
    const char* word;
    const char* base;
    std::uint32_t ending;
  };
  const auto row = GENERATE(values<Row>({{"votes", "vote", 1},
                                         {"voted", "vote", 2},
                                         {"stopped", "stop", 4},  // listed, because its last letter is doubled
                                         {"carried", "carry", 4},
                                         {"voting", "vote", 3},
                                         {"went", "go", 4},
                                         {"vote", "vote", 0}}));
  INFO(row.word);
  const Form form = form_of(row.word, sense_table());
  CHECK(form.ending == row.ending);
  CHECK(form.lemma == hash_word(row.base));
  CHECK(form.senses.verb());
}

TEST_CASE("senses tell the parts of speech that a word has", "[timeline][model]") {
  const auto senses = [](const char* word) { return form_of(word, sense_table()).senses; };
  CHECK(senses("teacher").person());
  CHECK_FALSE(senses("bridge").person());
  CHECK(senses("construction").from_verb());
  CHECK(senses("quickly").adverb());
  CHECK(senses("beautiful").adjective());
  CHECK(senses("qqqq").parts() == 0);
}

TEST_CASE("each ending that the models take off leaves the base form of its example", "[timeline][model]") {
  std::ifstream in(ANNAL_SOURCE_DIR "/data/models/endings.txt");
  std::size_t seen = 0;
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    const std::vector<std::string> words{std::istream_iterator<std::string>(fields), {}};
    if (words.empty() || words.front() == "#") continue;
    CAPTURE(line);
    REQUIRE(words.size() >= 5);
    CHECK(form_of(words[words.size() - 2], sense_table()).lemma == hash_word(words.back()));
    CHECK(form_of(words.back(), sense_table()).lemma == hash_word(words.back()));
    ++seen;
  }
  CHECK(seen > 10);
}
