#include "timeline/collection/stories.h"

#include "tests/timeline/collection/made_collection.h"

namespace annal::test {
namespace {

const std::vector<MadeDocument> two_quakes{
    {"a", "2009-01-05",
     "An earthquake of magnitude 7 struck the province of Tarva on Sunday. Five people died in the town of Manok, and "
     "hundreds of houses collapsed, said Suren Abel of the Tarva rescue service. The harbour of Manok was closed."},
    {"b", "2009-01-05",
     "Rescuers in Manok searched the houses that the Tarva earthquake destroyed. Suren Abel said that the magnitude "
     "was "
     "7 and that the harbour stays closed. Five people died in Manok."},
    {"c", "2013-07-03",
     "A strong earthquake shook the island of Oskel on Tuesday. Landslides buried a mosque in Bener where children "
     "were "
     "reading, the disaster agency of Oskel said. Its spokesman Teodor Nagy counted 22 dead."},
    {"d", "2013-07-04",
     "Soldiers dug for children under the mosque of Bener after the earthquake on Oskel. Teodor Nagy said that 22 "
     "people died in landslides, and that the road to Bener is blocked."},
    {"e", "2013-07-04",
     "Kelda Rovers won the cup final in Prast after extra time. Their goalkeeper saved two penalties."},
};

}  // namespace

TEST_CASE("documents come into stories by the matter they tell of, not by its kind", "[timeline][collection]") {
  const ContentWords words(joined(two_quakes));
  const Stories stories(words);
  CHECK(stories.of(0) == stories.of(1));
  CHECK(stories.of(2) == stories.of(3));
  CHECK(stories.of(0) != stories.of(2));
  CHECK(stories.of(4) != stories.of(0));
  CHECK(stories.of(4) != stories.of(2));
  CHECK(stories.likeness(0, 1) == stories.likeness(1, 0));
  CHECK(stories.likeness(0, 1) > stories.likeness(0, 2));
  CHECK(stories.likeness(0, 4) == 0);
}

TEST_CASE("documents that are known to tell of one matter are one story", "[timeline][collection]") {
  const ContentWords words(joined(two_quakes));
  const Stories stories(words, true);
  for (std::size_t d = 1; d < two_quakes.size(); ++d) CHECK(stories.of(d) == stories.of(0));
}

}  // namespace annal::test
