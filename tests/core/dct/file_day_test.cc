// The day on which a file was made: taken only where the text bears it out.
#include <catch2/catch.hpp>

#include <string>

#include "core/calendar/calendar.h"
#include "core/lang/language.h"
#include "core/pipeline.h"

using namespace annal;

namespace {

/// The day of writing that is found for `text` in a file that was made on 14 November 2016; "" for none.
std::string day_of(const std::string& text, double trust, std::size_t* warnings = nullptr) {
  Document document;
  document.text = text;
  Dct made;
  made.source = DctSource::page;
  made.at = days_from_civil(2016, 11, 14) * seconds_per_day;
  made.reason = "the property made";
  document.dct_candidates.push_back({made, trust, false});
  const Analysis analysis = analyse(std::move(document), *Language::find("en"));
  if (warnings != nullptr) *warnings = analysis.warnings.size();
  return analysis.document.dct.known() ? iso_text(analysis.document.dct.at, false) : "";
}

}  // namespace

TEST_CASE("the day on which a file was made is taken where the text states a day of the two months before it",
          "[core][dct]") {
  struct Row {
    const char *why, *text;
    double trust;
    const char* day;
  };
  const auto row = GENERATE(values<Row>({
      {"a day of that month", "The mill burned on 3 November 2016. It was searched yesterday.", 0.6, "2016-11-14"},
      {"years before", "The mill burned on 3 November 2006. It was searched yesterday.", 0.6, ""},
      {"years after", "The mill burned on 3 November 2026. It was searched yesterday.", 0.6, ""},
      {"a month is no day", "The mill burned in November 2016. It was searched yesterday.", 0.6, ""},
      {"no day", "The mill was searched yesterday.", 0.6, ""},
      {"a day that is not trusted", "The mill burned on 3 November 2016. It was searched yesterday.", 0.3, ""},
      {"what the text states comes first",
       "Published 5 November 2016\n\nThe mill burned on 3 November 2016, and burned again.", 0.6, "2016-11-05"},
  }));
  INFO(row.why);
  CHECK(day_of(row.text, row.trust) == row.day);
}

TEST_CASE("a warning says that dates are counted from the day of a file, where any are", "[core][dct]") {
  std::size_t warnings = 0;
  day_of("The mill burned on 3 November 2016. It was searched yesterday.", 0.6, &warnings);
  CHECK(warnings == 1);
  day_of("The mill burned on 3 November 2016. It was searched on 5 November 2016.", 0.6, &warnings);
  CHECK(warnings == 0);
}
