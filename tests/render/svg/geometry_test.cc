// The picture keeps its promises whatever the story: nothing overlaps, nothing is cut off, no mark lies on words.
#include "tests/render/svg/geometry.h"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <numeric>
#include <string>

#include "render/svg/layout/layout.h"
#include "render/svg/write/write.h"
#include "tests/render/svg/drawn_faults.h"
#include "tests/render/svg/view_maker.h"

namespace annal::svg {
namespace {

std::string joined(const std::vector<std::string>& faults) {
  return std::accumulate(faults.begin(), faults.end(), std::string(),
                         [](std::string all, const std::string& fault) { return std::move(all) + fault + "\n"; });
}

std::string trial_of(std::uint64_t seed) { return "svg-sample --trial " + std::to_string(seed) + " OUT.svg\n"; }

TEST_CASE("no text overlaps, leaves the canvas or has a mark, leader or arc through it", "[render][svg][property]") {
  rc::prop("in any layout, for 1 to 60 events over minutes to 3,000 years", [] {
    for (int k = 0; k < 10; ++k) {
      const auto seed = *rc::gen::arbitrary<std::uint64_t>();
      const Trial trial = make_trial(seed);
      const std::vector<std::string> faults = faults_of(layout(trial.view, trial.options));
      if (!faults.empty()) RC_FAIL(trial_of(seed) + joined(faults));
    }
  });
}

TEST_CASE("the words of an upright axis that end below it keep off what follows", "[render][svg]") {
  for (const std::uint64_t seed : {std::uint64_t{8029}, std::uint64_t{95740399610140124}}) {
    const Trial trial = make_trial(seed);
    CHECK(joined(faults_of(layout(trial.view, trial.options))).empty());
  }
}

TEST_CASE("in the SVG of 1000 timelines no text overlaps or is clipped or struck and no ticks collide",
          "[render][svg]") {
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    const Trial trial = make_trial(seed);
    const std::vector<std::string> faults = drawn_faults(write(layout(trial.view, trial.options)));
    if (!faults.empty()) FAIL_CHECK(trial_of(seed) << joined(faults));
  }
}

TEST_CASE("a picture that counts what it cannot name has no fault either", "[render][svg]") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    Trial trial = make_trial(seed);
    for (const view::Row& row : trial.view.rows)
      if (row.kind != labels::PlacementKind::undated && row.start.earliest != unbounded_past)
        for (CivilSeconds k = 0; k < 40; ++k)
          trial.view.counted.push_back({row.frame, row.start.earliest + k * seconds_per_day});
    trial.view.events += trial.view.counted.size();
    const Picture picture = layout(trial.view, trial.options);
    CHECK(picture.histogram.empty() == trial.view.counted.empty());
    const std::vector<std::string> faults = drawn_faults(write(picture));
    if (!faults.empty()) FAIL_CHECK(trial_of(seed) << joined(faults));
  }
}

TEST_CASE("every title stands on the picture whole", "[render][svg][property]") {
  rc::prop("letter for letter but for the blanks where lines break", [] {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const view::TimelineView view =
        random_view(seed, static_cast<std::size_t>(*rc::gen::inRange(1, 61)), 90 * seconds_per_day);
    SvgOptions options;
    options.layout = *rc::gen::element(SvgLayout::rows, SvgLayout::compact, SvgLayout::lanes, SvgLayout::vertical);
    const Picture picture = layout(view, options);
    const auto bare = [](const std::string& words) {
      std::string out;
      for (const char c : words)
        if (c != ' ') out += c;
      return out;
    };
    RC_ASSERT(picture.events.size() == view.rows.size());
    for (const view::Row& row : view.rows) {
      const auto drawn = std::find_if(picture.events.begin(), picture.events.end(),
                                      [&](const EventDrawing& e) { return e.id == row.id; });
      RC_ASSERT(drawn != picture.events.end());
      std::string label;
      for (const Text& line : drawn->label) label += line.words;
      // Where the date words share its line, they may stand before it.
      const std::size_t place = bare(label).find(bare(row.title));
      RC_ASSERT(place != std::string::npos);
      RC_ASSERT(place == 0u || options.layout == SvgLayout::compact);
    }
  });
}

}  // namespace
}  // namespace annal::svg
