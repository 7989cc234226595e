// Which contradictions of the network are told: those that the text states, with dates on both sides.
#include "timeline/explain/stated_conflict.h"

#include <rapidcheck.h>
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "tests/timeline/event/read.h"
#include "timeline/network/network.h"

using namespace annal;

namespace {

Timeline told(const std::string& text) { return build_timeline(test::analysed(text), test::english()); }

std::size_t count_set_aside(const Timeline& timeline) {
  return static_cast<std::size_t>(
      std::count_if(timeline.evidence.begin(), timeline.evidence.end(), [](const Evidence& e) { return e.set_aside; }));
}

}  // namespace

TEST_CASE("a contradiction with dates on both sides is told", "[explain]") {
  const char* text = GENERATE("The bridge opened on 3 May 2014 after the tunnel closed on 5 June 2015.",
                              "The tunnel closed on 5 June 2015 before the bridge opened on 3 May 2014.",
                              "After the tunnel closed in 2015, the bridge opened in May 2014.",
                              "The fair opened on 3 May 2014 in Lund. Many came. The fair, which opened on 5 May 2014, "
                              "was large.",
                              "Anna Berg was born on 3 May 1901. She painted. Anna Berg was born on 5 May 1901.",
                              "The festival on 7 March 2016 came after the vote of 9 March 2016.");
  CAPTURE(text);
  const Timeline timeline = told(text);
  REQUIRE(timeline.conflicts.size() == 1);
  CHECK(timeline.evidence[timeline.conflicts[0].set_aside].set_aside);
}

TEST_CASE("what another reading reconciles is set aside without a word", "[explain]") {
  struct Row {
    const char *reading, *text;
  };
  const auto row = GENERATE(values<Row>({
      {"two times of one event", "Women were refused in 1890 and 1892."},
      {"a time of another event", "The plan was signed on 3 May 2014, valid on 5 June 2015."},
      {"another year", "Published 14 November 2016\n\nThe mill burned on 3 May after the dam broke in December."},
      {"another anchor", "The dam broke on 3 May 2014. The mill burned the next day before the dam broke."},
      {"the tense", "Published 14 November 2016\n\nThe mill burned on 3 May 2017."},
      {"the tense of what lies ahead", "Published 14 November 2016\n\nThe mill will close on 3 May 2015."},
      {"another of its kind", "The fair opened on 3 May 2014. A fair in Lund opened on 5 May 2014."},
      {"another year of it", "The fair opened on 3 May 2014. The fair opened on 5 May 2015."},
      {"a son of that name", "Anna Berg was born on 3 May 1901. Anna Berg was born on 5 May 1931."},
      {"a deed that comes often", "The council met on 3 May 2014. The council met on 5 May 2014."},
      {"a value that is about", "The bridge opened around 2014 after the tunnel closed on 5 June 2016."},
  }));
  CAPTURE(row.reading);
  CHECK(told(row.text).conflicts.empty());
}

TEST_CASE("what is told as a contradiction has dates on both sides, and the rest holds together",
          "[explain][property]") {
  CHECK(rc::check([] {
    const std::vector<std::string> things{"The mill burned", "The council voted", "The fair opened", "The dam broke"};
    const std::vector<std::string> signals{" after ", " before ", " while ", " when ", " since "};
    const std::vector<std::string> days{" on 3 May 2014", " in 2014",      " before 2013",
                                        " on November 8", " the next day", ""};
    const auto pick = [](const std::vector<std::string>& of) {
      return of[*rc::gen::inRange<std::size_t>(0, of.size())];
    };
    std::string text;
    const int sentences = *rc::gen::inRange(1, 8);
    for (int s = 0; s < sentences; ++s) {
      std::string clause = pick(things);
      clause[0] = 't';
      text += pick(things) + pick(days) + pick(signals) + clause + pick(days) + ". ";
    }
    Timeline timeline = told(text);
    for (const Conflict& conflict : timeline.conflicts) {
      std::set<std::uint32_t> dates;
      bool related = false;
      for (const std::uint32_t index : conflict.cycle) {
        const Evidence& e = timeline.evidence[index];
        RC_ASSERT(e.kind == EvidenceKind::calendar || e.kind == EvidenceKind::stated ||
                  e.kind == EvidenceKind::signal || e.kind == EvidenceKind::identity);
        if (e.kind == EvidenceKind::calendar) dates.insert(e.to.index);
        related |= e.kind == EvidenceKind::signal || e.kind == EvidenceKind::identity;
      }
      RC_ASSERT(related);
      RC_ASSERT(dates.size() > 1u);
    }
    std::erase_if(timeline.evidence, [](const Evidence& e) { return e.set_aside; });
    solve(timeline.timexes.size(), timeline.events.size(), timeline.evidence, timeline.document.dct);
    RC_ASSERT(count_set_aside(timeline) == 0u);
  }));
}
