// Word lists of data/html.
#include "reader/html/words.h"

#include <catch2/catch.hpp>

using namespace annal;

TEST_CASE("a list of words has kinds, comments and blanks written as low lines", "[reader][html]") {
  const PageWords words("# kinds\nred rose poppy\n\nred  wild_rose\nblue sky\n");
  CHECK(words.of("red") == std::vector<std::string>{"rose", "poppy", "wild rose"});
  CHECK(words.of("blue") == std::vector<std::string>{"sky"});
  CHECK(words.of("green").empty());
  CHECK(words.is("red", "poppy"));
  CHECK_FALSE(words.is("red", "poppies"));
  CHECK(words.within("red", "two poppys"));
  CHECK_FALSE(words.within("blue", "two poppys"));
  CHECK_FALSE(words.within("green", "anything"));
}

TEST_CASE("the lists that reading a page needs are filled", "[reader][html]") {
  for (const char* kind : {"unlikely", "maybe", "negative", "positive", "share", "byline", "role"}) {
    INFO(kind);
    CHECK_FALSE(class_words().of(kind).empty());
  }
  for (int month = 1; month <= 12; ++month) CHECK_FALSE(date_page_words().of("m" + std::to_string(month)).empty());
  REQUIRE_FALSE(meta_names().empty());
  for (const MetaName& meta : meta_names()) {
    INFO(meta.name);
    CHECK(meta.trust > 0);
    CHECK(meta.trust <= 1);
  }
}
