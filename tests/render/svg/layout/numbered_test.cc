// Between 61 and 400 events: some have a number instead of a row, a mark on the axis, and their title in a list.
#include "render/svg/layout/numbered.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "render/svg/layout/layout.h"
#include "tests/render/svg/geometry.h"
#include "tests/render/svg/view_maker.h"

namespace annal::svg {
namespace {

/// A story of `count` events, every fourth with a row.
view::TimelineView crowd(std::uint64_t seed, std::size_t count) {
  view::TimelineView view = random_view(seed, count, 300 * seconds_per_day);
  view.arcs.clear();
  std::vector<view::Row> rows;
  for (std::size_t i = 0; i < view.rows.size(); ++i) (i % 4 == 0 ? rows : view.numbered).push_back(view.rows[i]);
  view.rows = rows;
  return view;
}

std::string bare(const std::string& words) {
  std::string out;
  for (const char c : words)
    if (c != ' ') out += c;
  return out;
}

TEST_CASE("every numbered event stands in the list with its number and its title whole", "[render][svg]") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed)
    for (const double width : {320.0, 800.0, 1200.0}) {
      const view::TimelineView view = crowd(seed, 60 + 15 * seed);
      const Picture picture = layout(view, {.width = width});
      INFO("seed " << seed << ", " << width << " px");
      CHECK(faults_of(picture) == std::vector<std::string>());
      CHECK(picture.events.size() == view.rows.size() + view.numbered.size());
      std::set<std::string> numbers;
      for (const view::Row& row : view.numbered) {
        const auto found = std::find_if(picture.events.begin(), picture.events.end(),
                                        [&](const EventDrawing& e) { return e.id == row.id; });
        REQUIRE(found != picture.events.end());
        REQUIRE(found->dates.size() == 1);
        numbers.insert(found->dates[0].words);
        std::string label;
        for (const Text& line : found->label) label += line.words;
        CHECK(bare(label).find(bare(row.title)) != std::string::npos);
      }
      CHECK(numbers.size() == view.numbered.size());
    }
}

TEST_CASE("numbers run along the axis", "[render][svg]") {
  view::TimelineView view = crowd(3, 240);
  sort_numbered(view);
  const Picture picture = layout(view, {});
  double last = 0;
  for (const view::Row& row : view.numbered) {
    if (row.frame != Frame::calendar || row.kind == labels::PlacementKind::undated) continue;
    const auto found = std::find_if(picture.events.begin(), picture.events.end(),
                                    [&](const EventDrawing& e) { return e.id == row.id; });
    if (found->marks.empty()) continue;
    CHECK(found->marks[0].x >= last - 4);
    last = found->marks[0].x;
  }
  CHECK(last > 0);
}

TEST_CASE("what has a number has a mark on its axis, clear of the others of its level", "[render][svg]") {
  view::TimelineView view = crowd(5, 300);
  sort_numbered(view);
  const Picture picture = layout(view, {});
  for (const view::Row& row : view.numbered) {
    const auto found = std::find_if(picture.events.begin(), picture.events.end(),
                                    [&](const EventDrawing& e) { return e.id == row.id; });
    const bool placed = row.frame == Frame::calendar && row.kind != labels::PlacementKind::undated;
    if (placed) CHECK(found->marks.size() + found->segments.size() > 0);
  }
}

TEST_CASE("the labels of numbers name the first and the last of their stretch", "[render][svg]") {
  std::vector<NumberedMark> marks;
  for (const double at : {1.0, 2.0, 55.0, 99.0}) {
    marks.emplace_back();
    marks.back().index = marks.size() - 1;
    marks.back().at = at;
  }
  const std::vector<NumberLabel> labels = number_labels(marks, 0, 100, 25);
  REQUIRE(labels.size() == 3);
  CHECK((labels[0].first == 1 && labels[0].last == 2 && labels[0].at == 12.5));
  CHECK((labels[1].first == 3 && labels[1].last == 3 && labels[1].at == 62.5));
  CHECK((labels[2].first == 4 && labels[2].last == 4 && labels[2].at == 87.5));
}

}  // namespace
}  // namespace annal::svg
