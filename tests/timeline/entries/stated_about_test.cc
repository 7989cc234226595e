// What “about” says of a date that a person states.
#include <catch2/catch.hpp>

#include "core/calendar/calendar.h"
#include "timeline/entries/stated_date.h"

using namespace annal;

namespace {

Result<StatedDate> read(std::string_view wording, std::string_view language = "en") {
  Dct dct;
  dct.source = DctSource::given;
  dct.at = interval_of(parse_iso("2016-11-20").value()).begin;
  return read_stated_date(wording, *Language::find(language), dct);
}

}  // namespace

TEST_CASE("A day, month or season that is told with “about” keeps it, in every language", "[timeline][entries]") {
  struct Row {
    const char *language, *wording, *edtf;
  };
  const auto row = GENERATE(values<Row>({
      {"en", "around 3 May 2016", "2016-05-03~"},
      {"en", "about 3 May 2016", "2016-05-03~"},
      {"en", "circa 3 May 2016", "2016-05-03~"},
      {"en", "c. May 2016", "2016-05~"},
      {"en", "around May 2016", "2016-05~"},
      {"en", "about summer 2015", "2015-22~"},
      {"en", "around the 1970s", "197X~"},
      {"de", "um den 3. Mai 2016", "2016-05-03~"},
      {"de", "etwa im Mai 2016", "2016-05~"},
      {"fr", "vers le 3 mai 2016", "2016-05-03~"},
      {"fr", "vers mai 2016", "2016-05~"},
      {"es", "hacia el 3 de mayo de 2016", "2016-05-03~"},
      {"es", "alrededor del 3 de mayo de 2016", "2016-05-03~"},
      {"es", "hacia mayo de 2016", "2016-05~"},
      {"uk", "близько 3 травня 2016 року", "2016-05-03~"},
      {"uk", "приблизно в травні 2016 року", "2016-05~"},
      {"ru", "около 3 мая 2016 года", "2016-05-03~"},
      {"ru", "примерно в мае 2016 года", "2016-05~"},
  }));
  INFO(row.wording);
  const auto date = read(row.wording, row.language);
  if (!date) FAIL(date.error().message);
  CHECK(date->label.mod == Mod::approx);
  CHECK(date->edtf == row.edtf);
}

TEST_CASE("What is told about a clock time is read back", "[timeline][entries]") {
  const auto row = GENERATE(values<std::pair<const char*, const char*>>({
      {"en", "about 16 Aug 2023, 21:30"},
      {"de", "um 16. Aug. 2023, 21:30"},
      {"fr", "vers le 16 août 2023, 21:30"},
      {"es", "hacia el 16 agosto 2023, 21:30"},
      {"uk", "близько 16 серп. 2023, 21:30"},
      {"ru", "около 16 авг. 2023, 21:30"},
  }));
  INFO(row.second);
  const auto date = read(row.second, row.first);
  if (!date) FAIL(date.error().message);
  CHECK(date->label.mod == Mod::approx);
  CHECK(iso_text(date->window.begin, true) == "2023-08-16T21:30:00");
}
