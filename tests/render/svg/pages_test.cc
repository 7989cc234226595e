// A picture on sheets of paper: nothing that is read is parted, and it is large enough to be read.
#include "render/svg/pages.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "render/svg/layout/layout.h"
#include "tests/render/svg/view_maker.h"

namespace annal::svg {
namespace {

TEST_CASE("sheets follow each other down to the end of the picture and part no line of words", "[render][svg]") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Picture picture =
        layout(random_view(seed, 1 + seed, 90 * seconds_per_day), {.width = 720, .layout = SvgLayout::vertical});
    const std::vector<double> ends = sheet_ends(picture, 1050);
    REQUIRE(!ends.empty());
    CHECK(ends.back() == picture.height);
    double from = 0;
    for (const double end : ends) {
      INFO("seed " << seed << ", sheet from " << from << " to " << end);
      CHECK(end > from);
      CHECK(end - from <= 1050);
      for (const Text& text : texts_of(picture)) {
        const Box box = box_of(text);
        CHECK((end >= picture.height || box.y1 <= end || box.y0 >= end));
      }
      from = end;
    }
  }
}

TEST_CASE("a picture of one sheet ends with it", "[render][svg]") {
  Picture picture;
  picture.height = 300;
  CHECK(sheet_ends(picture, 1000) == std::vector<double>{300});
}

}  // namespace
}  // namespace annal::svg
