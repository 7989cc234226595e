#include "render/svg/layout/marks.h"

#include <catch2/catch.hpp>
#include <set>

#include "render/labels/words.h"

namespace annal::svg {
namespace {

constexpr CivilSeconds day = seconds_per_day;

/// November 2016, 30 px a day from x = 0.
struct November {
  view::Scale scale{{{civil_seconds(2016, 11, 1), civil_seconds(2016, 12, 1), 0, 900}}, {}, 0, 900};
  std::vector<CivilSeconds> cells{day};

  Marks marks(labels::Window start, labels::Window end, double certainty = 0.9) const {
    view::Row row;
    row.frame = Frame::calendar;
    row.start = start;
    row.end = end;
    row.certainty = certainty;
    row.kind = labels::kind_of(start, end, row.frame);
    return marks_of(row, scale, cells, 2, 50);
  }
};

CivilSeconds at(int d, int hour = 0) { return civil_seconds(2016, 11, d) + hour * 3600; }

std::vector<SegmentKind> kinds(const Marks& m) {
  std::vector<SegmentKind> found;
  for (const BarSegment& p : m.segments) found.push_back(p.kind);
  return found;
}

TEST_CASE("a mark says no more than is known", "[render][svg]") {
  struct Case {
    const char* why;
    labels::Window start, end;
    std::vector<SegmentKind> segments;
    std::size_t marks;
    double left, right;
  };
  using enum SegmentKind;
  const labels::Window third{at(3), at(4)};
  const auto c = GENERATE_COPY(values<Case>({
      {"a day is the middle of its column", third, third, {}, 1, 68, 82},
      {"a minute is its place", {at(3, 12), at(3, 12) + 60}, {at(3, 12), at(3, 12) + 60}, {}, 1, 68, 82},
      {"some days are a window", {at(3), at(7)}, {at(3), at(7)}, {window}, 1, 60, 180},
      {"so are some hours of a day", {at(3, 8), at(3, 16)}, {at(3, 8), at(3, 16)}, {window}, 1, 68, 82},
      {"a span from day to day is solid", third, {at(6), at(7)}, {solid}, 0, 60, 180},
      {"a span fades where its ends are not known",
       {at(3), at(6)},
       {at(9), at(12)},
       {fade_in, fade_out, solid},
       0,
       60,
       330},
      {"known only to lie before",
       {unbounded_past, at(8)},
       {unbounded_past, at(8)},
       {open_left, chevron_left},
       1,
       54,
       210},
      {"known only to lie after",
       {at(8), unbounded_future},
       {at(8), unbounded_future},
       {open_right, chevron_right},
       1,
       210,
       366},
  }));
  INFO(c.why);
  const Marks m = November().marks(c.start, c.end);
  CHECK(kinds(m) == c.segments);
  CHECK(m.marks.size() == c.marks);
  CHECK(m.left == Approx(c.left).margin(0.1));
  CHECK(m.right == Approx(c.right).margin(0.1));
}

TEST_CASE("certainty shows by filling and outline, lanes by shape", "[render][svg]") {
  const labels::Window third{at(3), at(4)};
  CHECK(November().marks(third, third, 0.75).marks.at(0).certainty == view::Certainty::certain);
  CHECK(November().marks(third, third, 0.74).marks.at(0).certainty == view::Certainty::less_certain);
  CHECK(November().marks(third, third, 0.5).marks.at(0).certainty == view::Certainty::less_certain);
  CHECK(November().marks(third, third, 0.49).marks.at(0).certainty == view::Certainty::doubtful);
  std::set<Shape> shapes;
  std::set<std::uint8_t> colours;
  for (std::size_t lane = 0; lane < shape_count; ++lane) {
    shapes.insert(shape_of(lane));
    colours.insert(colour_of(lane));
  }
  CHECK(shapes.size() == shape_count);
  CHECK(colours.size() == shape_count);
}

TEST_CASE("what ends as a segment begins ends before the cut", "[render][svg]") {
  const view::Scale scale{{{at(1), at(10), 0, 300}, {at(20), at(30), 320, 620}}, {{at(10), at(20), 310}}, 0, 620};
  CHECK(scale.at(at(20)) == 320);
  CHECK(scale.until(at(20)) == 310);
  CHECK(scale.at(at(15)) == Approx(310));
  CHECK(scale.at(at(1) - day) == 0);
  CHECK(scale.at(at(30) + day) == 620);
}

}  // namespace
}  // namespace annal::svg
