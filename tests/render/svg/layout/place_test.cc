#include "render/svg/layout/place.h"

#include <rapidcheck/catch.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "render/svg/axis/measure.h"

namespace annal::svg {
namespace {

TEST_CASE("a label stands right of its mark, else left, else on lines of its own", "[render][svg]") {
  struct Case {
    const char* why;
    double mark_left, mark_right;
    bool flush_right, below;
    std::size_t lines;
  };
  const std::string label = "The harbour board votes for an outside review";  // some 300 px
  const auto c = GENERATE(values<Case>({
      {"room on the right", 200, 212, false, false, 1},
      {"none on the right", 800, 812, true, false, 1},
      {"two lines beside it rather than one under it", 280, 820, false, false, 2},
      {"a bar from side to side", 100, 1000, false, true, 1},
  }));
  INFO(c.why);
  const LabelPlace place = place_label(label, 13, {c.mark_left, c.mark_right, 100, 1000});
  CHECK(place.flush_right == c.flush_right);
  CHECK(place.below == c.below);
  CHECK(place.lines.size() == c.lines);
  for (const LabelLine& line : place.lines) {
    const double width = reserved_width(line.words, 13);
    CHECK((place.flush_right ? line.x - width : line.x) >= 100);
    CHECK((place.flush_right ? line.x : line.x + width) <= 1000);
  }
}

TEST_CASE("a label wider than the picture is wrapped whole", "[render][svg]") {
  const std::string label =
      "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen";
  const LabelPlace place = place_label(label, 13, {140, 152, 100, 400});
  REQUIRE(place.lines.size() > 1);
  std::string whole;
  for (const LabelLine& line : place.lines) whole += (whole.empty() ? "" : " ") + line.words;
  CHECK(whole == label);
}

TEST_CASE("boxes spread as little as they must", "[render][svg]") {
  CHECK(spread({100, 200}, {20, 20}, 10, 0, 1000) == std::vector<double>{100, 200});
  CHECK(spread({100, 100}, {20, 20}, 10, 0, 1000) == std::vector<double>{85, 115});
  CHECK(spread({5, 100}, {20, 20}, 10, 0, 1000) == std::vector<double>{10, 100});
  CHECK(spread({995}, {20}, 10, 0, 1000) == std::vector<double>{990});
  CHECK(spread({}, {}, 10, 0, 1000).empty());
}

TEST_CASE("spread boxes keep their order, their distance and their side", "[render][svg][property]") {
  rc::prop("where they fit, and no single box could stand nearer", [] {
    const auto n = static_cast<std::size_t>(*rc::gen::inRange(1, 9));
    std::vector<double> wanted, widths;
    for (std::size_t i = 0; i < n; ++i) {
      wanted.push_back(*rc::gen::inRange(0, 1000));
      widths.push_back(*rc::gen::inRange(1, 100));
    }
    std::sort(wanted.begin(), wanted.end());
    const std::vector<double> placed = spread(wanted, widths, 10, 0, 1000);
    RC_ASSERT(placed.size() == n);
    for (std::size_t i = 0; i < n; ++i) {
      RC_ASSERT(placed[i] - widths[i] / 2 >= -1e-6);
      RC_ASSERT(placed[i] + widths[i] / 2 <= 1000 + 1e-6);
      const bool left_free = (i == 0 ? placed[i] - widths[i] / 2
                                     : placed[i] - widths[i] / 2 - placed[i - 1] - widths[i - 1] / 2 - 10) > 1e-6;
      const bool right_free = (i + 1 == n ? 1000 - placed[i] - widths[i] / 2
                                          : placed[i + 1] - widths[i + 1] / 2 - placed[i] - widths[i] / 2 - 10) > 1e-6;
      if (i > 0) RC_ASSERT(placed[i] - placed[i - 1] >= (widths[i] + widths[i - 1]) / 2 + 10 - 1e-6);
      if (left_free && right_free) RC_ASSERT(std::abs(placed[i] - wanted[i]) < 1e-6);
    }
  });
}

}  // namespace
}  // namespace annal::svg
