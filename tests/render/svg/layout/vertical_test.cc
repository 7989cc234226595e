// Time that runs down: every way from the axis to its words is clear of all others and of every bar.
#include "render/svg/layout/vertical.h"

#include <rapidcheck/catch.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <sstream>
#include <string>
#include <vector>

#include "render/svg/layout/layout.h"
#include "render/svg/layout/tracks.h"
#include "tests/render/svg/geometry.h"
#include "tests/render/svg/view_maker.h"

namespace annal::svg {
namespace {

/// Twice the area of the triangle a, b, c; its sign is the side of ab on which c lies.
double side(XY a, XY b, XY c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

bool cross(const Line& a, const Line& b) {
  constexpr double hair = 1e-6;
  const XY a0{a.x0, a.y0}, a1{a.x1, a.y1}, b0{b.x0, b.y0}, b1{b.x1, b.y1};
  return side(a0, a1, b0) * side(a0, a1, b1) < -hair && side(b0, b1, a0) * side(b0, b1, a1) < -hair;
}

/// Whether `line` runs through the inside of `box`, at one of 40 places of it.
bool enters(const Line& line, const Box& box) {
  for (int i = 0; i <= 40; ++i) {
    const double t = i / 40.0, x = line.x0 + t * (line.x1 - line.x0), y = line.y0 + t * (line.y1 - line.y0);
    if (x > box.x0 + 0.2 && x < box.x1 - 0.2 && y > box.y0 + 0.2 && y < box.y1 - 0.2) return true;
  }
  return false;
}

std::vector<Line> ways_of(const Picture& picture) {
  std::vector<Line> ways;
  for (const Line& line : picture.lines)
    if (line.kind == LineKind::link) ways.push_back(line);
  return ways;
}

std::vector<std::string> tangles_of(const Picture& picture) {
  std::vector<std::string> faults;
  const std::vector<Line> ways = ways_of(picture);
  const auto at = [](const Line& l) {
    std::ostringstream out;
    out << " (" << l.x0 << ", " << l.y0 << ")-(" << l.x1 << ", " << l.y1 << ")";
    return out.str();
  };
  for (std::size_t i = 0; i < ways.size(); ++i) {
    for (std::size_t k = i + 1; k < ways.size(); ++k)
      if (cross(ways[i], ways[k])) faults.push_back("ways cross:" + at(ways[i]) + at(ways[k]));
    for (const EventDrawing& event : picture.events)
      for (const BarSegment& segment : event.segments)
        if (enters(ways[i], box_of(segment))) faults.push_back("way" + at(ways[i]) + " through a bar of " + event.id);
  }
  return faults;
}

constexpr CivilSeconds reaches[] = {7200, 3 * seconds_per_day, 90 * seconds_per_day, 40 * 365 * seconds_per_day};

TEST_CASE("no way from the axis to words crosses another or a bar", "[render][svg][property]") {
  for (std::uint64_t seed = 1; seed <= 160; ++seed) {
    const view::TimelineView view = random_view(seed, 1 + seed % 60, reaches[seed % 4]);
    for (const double width : {320.0, 420.0, 800.0, 1200.0}) {
      const Picture picture = layout(view, {.width = width, .layout = SvgLayout::vertical});
      INFO("seed " << seed << ", " << width << " px");
      CHECK(tangles_of(picture) == std::vector<std::string>());
      CHECK(faults_of(picture) == std::vector<std::string>());
    }
  }
}

TEST_CASE("every layout is as wide as asked and nothing leaves it", "[render][svg]") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed)
    for (const double width : {320.0, 420.0, 800.0, 1200.0})
      for (const SvgLayout how : {SvgLayout::rows, SvgLayout::compact, SvgLayout::lanes, SvgLayout::vertical}) {
        const Picture picture = layout(random_view(seed, 1 + seed, reaches[seed % 4]), {.width = width, .layout = how});
        INFO("seed " << seed << ", " << width << " px, " << layout_name(how));
        CHECK(picture.width == width);
        CHECK(faults_of(picture) == std::vector<std::string>());
      }
}

TEST_CASE("words beside an upright axis stand in the order of their places on it", "[render][svg]") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Picture picture =
        layout(random_view(seed, 30, reaches[seed % 4]), {.width = 420, .layout = SvgLayout::vertical});
    double place = 0, words = 0;
    for (const Line& way : ways_of(picture)) {
      if (way.y0 == way.y1 || way.x1 - way.x0 < 5) continue;  // the slanted part alone
      if (way.y1 < words) place = 0;                          // the next panel
      INFO("seed " << seed);
      CHECK(way.y0 >= place);
      CHECK(way.y1 >= words);
      place = way.y0;
      words = way.y1;
    }
  }
}

TEST_CASE("a bar has a free way to the axis from its beginning", "[render][svg][property]") {
  rc::prop("and bars of one track do not touch, unless they are the same", [] {
    std::vector<BarExtent> bars;
    for (const auto& [begin, length] : *rc::gen::container<std::vector<std::pair<int, int>>>(
             rc::gen::pair(rc::gen::inRange(0, 60), rc::gen::inRange(1, 30))))
      bars.push_back({static_cast<double>(begin), static_cast<double>(begin + length)});
    std::sort(bars.begin(), bars.end(), [](const BarExtent& a, const BarExtent& b) { return a.begin < b.begin; });
    const std::vector<std::size_t> tracks = tracks_of(bars, 2);
    for (std::size_t i = 0; i < bars.size(); ++i)
      for (std::size_t k = i + 1; k < bars.size(); ++k) {
        const bool same = bars[i].begin == bars[k].begin && bars[i].end == bars[k].end;
        const bool together = bars[k].begin < bars[i].end + 2;
        if (same) RC_ASSERT(tracks[i] == tracks[k]);
        if (!same && together) RC_ASSERT(tracks[i] != tracks[k]);
        if (!same && together && bars[i].begin < bars[k].begin) RC_ASSERT(tracks[i] > tracks[k]);
      }
  });
}

}  // namespace
}  // namespace annal::svg
