#include "timeline/collection/happening_pair.h"

#include "tests/timeline/collection/made_collection.h"

namespace annal::test {
namespace {

bool has(const PairFeatures& features, std::string_view name) {
  const auto names = pair_feature_names();
  const auto at = std::ranges::find(names, name);
  REQUIRE(at != names.end());
  return features[static_cast<std::size_t>(at - names.begin())];
}

}  // namespace

TEST_CASE("a pair of events has the features of what the two have in common", "[timeline][collection]") {
  const Timeline timeline =
      joined({{"a", "2016-05-05", "The police arrested Anna Kovar in Vell on 3 May 2016."},
              {"b", "2016-05-06", "The arrest of Kovar surprised the council of Vell on 3 May 2016."},
              {"c", "2016-05-06", "The police arrested Robert Lind in Prast on 3 May 2016."}});
  const ContentWords words(timeline);
  const Stories stories(words);
  const HappeningPairs pairs(timeline, words, stories);
  const std::uint32_t arrested = event_at(timeline, "arrested"), arrest = event_at(timeline, "arrest"),
                      other = event_at(timeline, "arrested", 1);
  REQUIRE(other < timeline.events.size());
  REQUIRE(arrest < timeline.events.size());
  const PairFeatures noun = pairs.features(arrested, arrest);
  CHECK(has(noun, "same_lemma"));
  CHECK(has(noun, "noun_and_verb"));
  CHECK(has(noun, "core_in_sentence"));
  CHECK_FALSE(has(noun, "same_document"));
  const PairFeatures verbs = pairs.features(arrested, other);
  CHECK(has(verbs, "two_verbs"));
  CHECK(has(verbs, "agent_same"));
  CHECK(has(verbs, "undergoer_differs"));
  CHECK(pairs.features(other, arrested) == verbs);
  CHECK(pair_score({}) == 0);
}

TEST_CASE("a stem is the front of a long word, in whole letters", "[timeline][collection]") {
  CHECK(stem_of("negotiate") == "negot");
  CHECK(stem_of("die").empty());
  CHECK(stem_of("schließen") == "schli");
  CHECK(stem_of("пожежа") == "пожеж");
}

}  // namespace annal::test
