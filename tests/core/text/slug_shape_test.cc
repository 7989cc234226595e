#include "core/text/slug_shape.h"

#include <catch2/catch.hpp>

using namespace annal;

TEST_CASE("an agency's line of transmission is known by its shape alone", "[core][text][slug]") {
  struct Row {
    const char* line;
    bool slug;
  };
  const auto row = GENERATE(values<Row>({{"AP-NR-02-13-98 1426EST", true},
                                         {"AP-WW-11-14-16 0930GMT", true},
                                         {"AP-NR-02-13-98", false},    // without its clock
                                         {"02-13-98 1426EST", false},  // without an agency
                                         {"AP-NR-02-13-98 1426EST and more", false},
                                         {"The vote of 02-13-98", false},
                                         {"", false}}));
  INFO(row.line);
  CHECK(is_slug(row.line) == row.slug);
}
