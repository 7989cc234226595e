// The picture keeps its promises whatever the story: nothing overlaps, nothing is cut off, no line runs through words.
#include "tests/render/svg/geometry.h"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <numeric>
#include <string>

#include "render/svg/layout.h"
#include "tests/render/svg/story_maker.h"

namespace annal::svg {
namespace {

std::string joined(const std::vector<std::string>& faults) {
  return std::accumulate(faults.begin(), faults.end(), std::string(),
                         [](std::string all, const std::string& fault) { return std::move(all) + fault + "\n"; });
}

constexpr CivilSeconds minute = 60, year = 365 * seconds_per_day;

TEST_CASE("no text overlaps, leaves the canvas or has a line through it", "[render][svg][property]") {
  rc::prop("for 1 to 60 events over minutes to 3,000 years", [] {
    for (int k = 0; k < 10; ++k) {
      const auto seed = *rc::gen::arbitrary<std::uint64_t>();
      const auto rows = static_cast<std::size_t>(*rc::gen::inRange(1, 61));
      const CivilSeconds reach =
          *rc::gen::element<CivilSeconds>(10 * minute, 300 * minute, 2 * seconds_per_day, 40 * seconds_per_day,
                                          2 * year, 60 * year, 800 * year, 3000 * year);
      SvgOptions options;
      options.width = *rc::gen::element(480.0, 700.0, 1200.0, 1200.0, 1200.0, 1600.0);
      options.cuts = *rc::gen::inRange(0, 8) != 0;
      const Picture picture = layout(make_story(seed, rows, reach), options);
      const std::vector<std::string> faults = faults_of(picture);
      if (!faults.empty())
        RC_FAIL("seed " + std::to_string(seed) + ", rows " + std::to_string(rows) + ", reach " + std::to_string(reach) +
                ", width " + std::to_string(options.width) + "\n" + joined(faults));
    }
  });
}

TEST_CASE("every title stands on the picture whole", "[render][svg][property]") {
  rc::prop("letter for letter but for the blanks where lines break", [] {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const Story story = make_story(seed, static_cast<std::size_t>(*rc::gen::inRange(1, 61)), 90 * seconds_per_day);
    const Picture picture = layout(story, {});
    const auto bare = [](const std::string& words) {
      std::string out;
      for (const char c : words)
        if (c != ' ') out += c;
      return out;
    };
    RC_ASSERT(picture.events.size() == story.rows.size());
    for (const Row& row : story.rows) {
      const auto drawn = std::find_if(picture.events.begin(), picture.events.end(),
                                      [&](const EventDrawing& e) { return e.id == row.id; });
      RC_ASSERT(drawn != picture.events.end());
      std::string label;
      for (const Text& line : drawn->label) label += line.words;
      RC_ASSERT(bare(label).rfind(bare(row.title), 0) == 0u);
    }
  });
}

}  // namespace
}  // namespace annal::svg
