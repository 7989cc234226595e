#include "timeline/collection/content_words.h"

#include "tests/timeline/collection/made_collection.h"

namespace annal::test {

TEST_CASE("content words are counted by documents, without everyday grammar, months and weekdays",
          "[timeline][collection]") {
  const Timeline timeline = joined({{"a", "2016-05-04", "On Tuesday the old mill in Vell burned in May."},
                                    {"b", "2016-05-05", "The mill of Vell was insured for 300 crowns."},
                                    {"c", "2016-05-05", "Rain fell."}});
  const ContentWords words(timeline);
  REQUIRE(words.documents() == 3);
  const auto number = [&](std::string_view word) {
    const std::vector<std::uint32_t> found = words.of_text(word);
    return found.empty() ? static_cast<std::uint32_t>(words.size()) : found.front();
  };
  for (const char* const absent : {"the", "in", "was", "tuesday", "may", "castle"}) {
    INFO(absent);
    CHECK(number(absent) == words.size());
  }
  CHECK(words.documents_with(number("Mill")) == 2);
  CHECK(words.documents_with(number("rain")) == 1);
  CHECK(words.is_name(number("vell")));
  CHECK_FALSE(words.is_name(number("mill")));
  CHECK(words.is_number(number("300")));
  CHECK(words.weight(number("crowns")) > words.weight(number("mill")));
  CHECK(words.weight(number("vell")) > words.weight(number("mill")));
  CHECK(words.within(timeline.sources[2].span) == words.of_text("fell rain"));
  CHECK(words.of_document(2).size() == 2);
}

}  // namespace annal::test
