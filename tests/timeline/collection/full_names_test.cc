#include "timeline/collection/full_names.h"

#include <catch2/catch.hpp>

namespace annal {

TEST_CASE("two given names tell bearers of one surname apart", "[timeline][collection]") {
  struct Row {
    const char* why;
    const char* a;
    const char* b;
    bool others;
  };
  const auto row = GENERATE(values<Row>({
      {"two given names", "Anna Kovar", "Robert Kovar", true},
      {"one name", "Anna Kovar", "Anna Kovar", false},
      {"a surname alone may be either", "Anna Kovar", "Kovar", false},
      {"an initial", "Anna Kovar", "A. Kovar", false},
      {"another initial is no given name that is known", "Anna Kovar", "R. Kovar", false},
      {"a title is no given name", "Mayor Anna Kovar", "Anna Kovar", false},
      {"an office that is no title", "Anna Kovar", "Skipper Kovar", false},
      {"two bodies of one kind", "the Vell Police", "the Lund Police", true},
      {"two surnames", "Anna Kovar", "Robert Lind", false},
      {"one of several is the same", "Anna Kovar and Robert Kovar", "Anna Kovar", false},
      {"no names", "the council", "a council", false},
      {"nothing", "", "", false},
  }));
  INFO(row.why);
  const Language& english = *Language::find("en");
  CHECK(are_others(full_names(row.a, english), full_names(row.b, english)) == row.others);
  CHECK(are_others(full_names(row.b, english), full_names(row.a, english)) == row.others);
}

}  // namespace annal
