// Values of dates that stand under other dates, by the structure of the text.
#include <catch2/catch.hpp>

#include <string>

#include "core/calendar/calendar.h"
#include "core/lang/language.h"
#include "core/pipeline.h"

using namespace annal;

namespace {

std::string values_of(const char* language, const char* dct, const std::string& text) {
  Document document;
  document.text = text;
  if (*dct != '\0') document.dct = {DctSource::given, interval_of(*parse_iso(dct)).begin, false, ""};
  std::string out;
  for (const Timex& timex : analyse(std::move(document), *Language::find(language)).timexes)
    out += (out.empty() ? "" : " ") + std::string(timex.value.value.view());
  return out;
}

struct Row {
  const char *why, *language, *dct, *text, *values;
};

}  // namespace

TEST_CASE("a date takes what it leaves open from the date that it stands under", "[core][normalize][scope]") {
  const auto row = GENERATE(values<Row>({
      {"months under a year", "en", "", "1998\n\nThe firm was founded in March.\n\n1999\n\nIt closed in May.",
       "1998 1998-03 1999 1999-05"},
      {"days of lines under a year", "en", "",
       "2005\n\n3 January: The jury is sworn in.\n\n14 March: The judge speaks.", "2005 2005-01-03 2005-03-14"},
      {"clock times under a day", "en", "2018-02-19",
       "Wednesday, Feb. 14\n\n2:06 p.m.\n\nDorn left.\n\n2:21 p.m.\n\nDorn came back.",
       "2018-02-14 2018-02-14T14:06 2018-02-14T14:21"},
      {"days that go on from the last one", "en", "",
       "8 November 2005\n\nThe list comes out.\n\n21 March\n\nPolice begin to ask.", "2005-11-08 2006-03-21"},
      {"a day line right above clock lines", "en", "2014-09-05",
       "Saturday, Aug. 9\n11:48 a.m. The officer left.\n12:06 p.m. The crowd came.\nSunday, Aug. 10\n8:00 p.m. The "
       "vigil began.\n"
       "9:15 p.m. It ended.",
       "2014-08-09 2014-08-09T11:48 2014-08-09T12:06 2014-08-10 2014-08-10T20:00 2014-08-10T21:15"},
      {"what counts from the day above", "en", "2020-06-01",
       "14 March 2005: The judge spoke.\n16 March 2005: The jury left the day before yesterday.",
       "2005-03-14 2005-03-16 2005-03-14"},
      {"not beyond a heading of text", "en", "2020-06-01",
       "1998\n\nIt began.\n\n1999\n\nIt went on for a while.\n\nThe house after the fire\n\nThe new owner opened it in "
       "May.",
       "1998 1999 2020-05"},
      {"German", "de", "2020-06-01",
       "1998\n\nIm M\u00e4rz wurde die Firma gegr\u00fcndet.\n\n1999\n\nIm Mai schloss sie.",
       "1998 1998-03 1999 1999-05"},
      {"Spanish", "es", "2020-06-01", "1998\n\nLa empresa se fund\u00f3 en marzo.\n\n1999\n\nCerr\u00f3 en mayo.",
       "1998 1998-03 1999 1999-05"},
      {"French", "fr", "2020-06-01",
       "1998\n\nLa soci\u00e9t\u00e9 fut fond\u00e9e en mars.\n\n1999\n\nElle ferma en mai.",
       "1998 1998-03 1999 1999-05"},
      {"Ukrainian", "uk", "2020-06-01",
       "1998\n\n\u0423 \u0431\u0435\u0440\u0435\u0437\u043d\u0456 \u043c\u0456\u0441\u0442 "
       "\u0432\u0456\u0434\u043a\u0440\u0438\u043b\u0438.\n\n1999\n\n\u0423 \u0442\u0440\u0430\u0432\u043d\u0456 "
       "\u0439\u043e\u0433\u043e \u0437\u0430\u043a\u0440\u0438\u043b\u0438.",
       "1998 1998-03 1999 1999-05"},
      {"Russian", "ru", "2020-06-01",
       "1998\n\n\u0412 \u043c\u0430\u0440\u0442\u0435 \u043c\u043e\u0441\u0442 "
       "\u043e\u0442\u043a\u0440\u044b\u043b\u0438.\n\n1999\n\n\u0412 \u043c\u0430\u0435 \u0435\u0433\u043e "
       "\u0437\u0430\u043a\u0440\u044b\u043b\u0438.",
       "1998 1998-03 1999 1999-05"},
  }));
  INFO(row.why);
  CHECK(values_of(row.language, row.dct, row.text) == row.values);
}
