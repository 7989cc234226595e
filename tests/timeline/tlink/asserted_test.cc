#include "timeline/tlink/asserted.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/timeline/event/read.h"
#include "timeline/network/network.h"

using namespace annal;

namespace {

/// How many of the bounds that the relations of `timeline` claim cannot hold together.
std::size_t contradictions(const Timeline& timeline) {
  std::vector<Evidence> claims;
  for (const Relation& relation : timeline.relations) append_bounds(relation, claims);
  return solve(timeline.timexes.size(), timeline.events.size(), claims, timeline.document.dct).set_aside.size();
}

Timeline told(const std::string& text) { return build_timeline(test::analysed(text), test::english()); }

}  // namespace

TEST_CASE("Relations of articles never contradict each other", "[timeline][relation]") {
  std::size_t seen = 0;
  for (const auto& entry : std::filesystem::directory_iterator(ANNAL_SOURCE_DIR "/data/samples")) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream in(entry.path());
    const Timeline timeline = told({std::istreambuf_iterator<char>(in), {}});
    CAPTURE(entry.path().string());
    CHECK(contradictions(timeline) == 0);
    seen += timeline.relations.size();
  }
  CHECK(seen > 20);
}

TEST_CASE("Relations of texts that contradict themselves do not", "[timeline][relation]") {
  CHECK(rc::check([] {
    const std::vector<std::string> things{"The mill burned", "The council voted", "The guild resigned",
                                          "The dam broke"};
    const std::vector<std::string> signals{" after ", " before ", " while ", " when "};
    const std::vector<std::string> days{" on Friday", " in 2014", " before 2014", " on November 8", ""};
    std::string text;
    const auto pick = [](const std::vector<std::string>& of) {
      return of[*rc::gen::inRange<std::size_t>(0, of.size())];
    };
    const int sentences = *rc::gen::inRange(1, 8);
    for (int s = 0; s < sentences; ++s) {
      std::string clause = pick(things);
      clause[0] = 't';
      text += pick(things) + pick(days) + pick(signals) + clause + ". ";
    }
    RC_ASSERT(contradictions(told(text)) == 0u);
  }));
}
