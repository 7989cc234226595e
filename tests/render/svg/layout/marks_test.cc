#include "render/svg/layout/marks.h"
#include "render/svg/layout/lanes.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "render/labels/words.h"

namespace annal::svg {
namespace {

constexpr CivilSeconds day = seconds_per_day;

/// November 2016, 30 px a day from x = 0.
struct November {
  view::Scale scale{{{civil_seconds(2016, 11, 1), civil_seconds(2016, 12, 1), 0, 900}}, {}, 0, 900};
  std::vector<CivilSeconds> cells{day};

  Marks marks(labels::Window start, labels::Window end, Status status = Status::fact) const {
    view::Row row;
    row.frame = Frame::calendar;
    row.start = start;
    row.end = end;
    row.status = status;
    row.kind = labels::kind_of(start, end, row.frame);
    return marks_of(row, scale, cells, 2, 50);
  }
};

CivilSeconds at(int d, int hour = 0) { return civil_seconds(2016, 11, d) + hour * 3600; }

/// "bar", "|-|" a whisker with ticks, "<-|" one open to the left; in order.
std::vector<std::string> shapes_of(const Marks& m) {
  std::vector<std::string> found;
  for (const BarSegment& p : m.segments) {
    const auto end = [](SegmentEnd e, const char* arrow) {
      return std::string(e == SegmentEnd::plain ? "" : e == SegmentEnd::tick ? "|" : arrow);
    };
    found.push_back(p.kind == SegmentKind::bar ? "bar" : end(p.first, "<") + "-" + end(p.last, ">"));
  }
  return found;
}

TEST_CASE("a mark says no more than is known", "[render][svg]") {
  struct Case {
    const char* why;
    labels::Window start, end;
    std::vector<std::string> segments;
    std::size_t dots;
    double left, right;
  };
  const labels::Window third{at(3), at(4)};
  const auto c = GENERATE_COPY(values<Case>({
      {"a day is a dot in the middle of its column", third, third, {}, 1, 68, 82},
      {"a minute is a dot at its place", {at(3, 12), at(3, 12) + 60}, {at(3, 12), at(3, 12) + 60}, {}, 1, 68, 82},
      {"some hours of a day are a dot where the axis has days",
       {at(3, 8), at(3, 16)},
       {at(3, 8), at(3, 16)},
       {},
       1,
       68,
       82},
      {"some days are a whisker without a dot", {at(3), at(7)}, {at(3), at(7)}, {"|-|"}, 0, 60, 180},
      {"a span from day to day is a bar", third, {at(6), at(7)}, {"bar"}, 0, 60, 180},
      {"a span whose ends are not known has whiskers",
       {at(3), at(6)},
       {at(9), at(12)},
       {"|-", "-|", "bar"},
       0,
       60,
       330},
      {"a span of which no day is known is a whisker", {at(3), at(9)}, {at(6), at(12)}, {"|-|"}, 0, 60, 330},
      {"known only to lie before", {unbounded_past, at(8)}, {unbounded_past, at(8)}, {"<-|"}, 0, 127, 210},
      {"known only to lie after", {at(8), unbounded_future}, {at(8), unbounded_future}, {"|->"}, 0, 210, 293},
  }));
  INFO(c.why);
  const Marks m = November().marks(c.start, c.end);
  CHECK(shapes_of(m) == c.segments);
  CHECK(m.marks.size() == c.dots);
  CHECK(m.left == Approx(c.left).margin(0.1));
  CHECK(m.right == Approx(c.right).margin(0.1));
}

TEST_CASE("a month on an axis of years has no dot, however narrow it is", "[render][svg]") {
  view::Row row;
  row.frame = Frame::calendar;
  row.start = row.end = {civil_seconds(1990, 5, 1), civil_seconds(1990, 6, 1)};
  row.kind = labels::PlacementKind::instant;
  const view::Scale scale{{{civil_seconds(1900, 1, 1), civil_seconds(2000, 1, 1), 0, 900}}, {}, 0, 900};
  const Marks m = marks_of(row, scale, {366 * day}, 0, 50);
  CHECK(m.marks.empty());
  REQUIRE(shapes_of(m) == std::vector<std::string>{"|-|"});
  CHECK(m.segments[0].x1 - m.segments[0].x0 >= 6);
}

TEST_CASE("what the words leave open to one side has an arrow there", "[render][svg]") {
  using Relation = DateLabel::Relation;
  struct Case {
    Relation relation;
    const char* shape;
  };
  const auto c = GENERATE(values<Case>({{Relation::none, "|-|"},
                                        {Relation::since, "|->"},
                                        {Relation::from, "|->"},
                                        {Relation::after, "|->"},
                                        {Relation::by, "<-|"},
                                        {Relation::before, "<-|"},
                                        {Relation::until, "<-|"}}));
  view::Row row;
  row.frame = Frame::calendar;
  row.start = row.end = {at(3), at(20)};
  row.kind = labels::PlacementKind::instant;
  row.date.relation = c.relation;
  const November november;
  CHECK(shapes_of(marks_of(row, november.scale, november.cells, 0, 50)) == std::vector<std::string>{c.shape});
}

TEST_CASE("bars and whiskers leave the gap of a cut free", "[render][svg]") {
  const view::Scale scale{{{at(1), at(10), 0, 300}, {at(20), at(30), 320, 620}}, {{at(10), at(20), 310}}, 0, 620};
  view::Row row;
  row.frame = Frame::calendar;
  row.start = {at(3), at(4)};
  row.end = {at(25), at(26)};
  row.kind = labels::PlacementKind::span;
  const Marks m = marks_of(row, scale, {day, day}, 0, 50);
  REQUIRE(shapes_of(m) == std::vector<std::string>{"bar", "bar"});
  CHECK(m.segments[0].x1 == 310 - break_gap / 2);
  CHECK(m.segments[1].x0 == 310 + break_gap / 2);
}

TEST_CASE("a mark keeps the status of its event, and lanes differ by shape", "[render][svg]") {
  const labels::Window third{at(3), at(4)};
  CHECK(November().marks(third, third, Status::alleged).marks.at(0).status == Status::alleged);
  CHECK(November().marks({at(3), at(9)}, {at(3), at(9)}, Status::denied).segments.at(0).status == Status::denied);
  std::set<Shape> shapes;
  std::set<std::uint8_t> colours;
  for (std::size_t lane = first_lane; lane <= other_lane; ++lane) {
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
