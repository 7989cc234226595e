#include "timeline/entries/stated_date.h"

#include <catch2/catch.hpp>

#include "core/calendar/edtf.h"
#include "tests/date_label_words.h"
#include "tests/timeline/event/read.h"

using namespace annal;

namespace {

Dct written_on(std::string_view day) {
  Dct dct;
  if (day.empty()) return dct;
  dct.source = DctSource::given;
  dct.at = interval_of(parse_iso(day).value()).begin;
  return dct;
}

Result<StatedDate> read(std::string_view wording, std::string_view language = "en",
                        std::string_view dct = "2016-11-20") {
  return read_stated_date(wording, *Language::find(language), written_on(dct));
}

std::string side(CivilSeconds at) {
  if (at == unbounded_past || at == unbounded_future) return "..";
  return iso_text(at, second_of_day(at) != 0);
}

/// "2016-05-03 to 2016-05-06, all of it": half-open.
std::string window(const StatedDate& date) {
  return side(date.window.begin) + " to " + side(date.window.end) + (date.lasts ? ", all of it" : "");
}

struct WordingRow {
  const char *language, *wording, *window;
};

void check_wording(const WordingRow& row) {
  INFO(row.wording);
  const auto date = read(row.wording, row.language);
  if (!date) FAIL(date.error().message);
  CHECK(window(*date) == row.window);
  CHECK(date->frame == Frame::calendar);
}

}  // namespace

TEST_CASE("A stated date is read as an article's words are", "[timeline][entries]") {
  const auto row = GENERATE(values<WordingRow>({
      {"en", "14 Nov 2016", "2016-11-14 to 2016-11-15"},
      {"en", "on 14 November 2016.", "2016-11-14 to 2016-11-15"},
      {"en", "1480", "1480-01-01 to 1481-01-01"},
      {"en", "(1871)", "1871-01-01 to 1872-01-01"},
      {"en", "44 BC", "-0043-01-01 to -0042-01-01"},
      {"en", "c. 1870", "1870-01-01 to 1871-01-01"},
      {"en", "early May 2016", "2016-05-01 to 2016-05-11"},
      {"en", "the 1990s", "1990-01-01 to 2000-01-01"},
      {"en", "before May 2010", ".. to 2010-05-01"},
      {"en", "after 3 May 2016", "2016-05-04 to .."},
      {"en", "since 2014", "2014-01-01 to .."},
      {"en", "from 14 November 2016 on", "2016-11-14 to .."},
      {"en", "by 14 Nov 2016", ".. to 2016-11-15"},
      {"en", "until May 2016", ".. to 2016-06-01"},
      {"en", "3 to 5 May 2016", "2016-05-03 to 2016-05-06"},
      {"en", "from 3 to 5 May 2016", "2016-05-03 to 2016-05-06, all of it"},
      {"en", "from 3 May 2016 to 5 June 2016", "2016-05-03 to 2016-06-06, all of it"},
      {"en", "1914\u20131918", "1914-01-01 to 1919-01-01"},
      {"en", "1914-18", "1914-01-01 to 1919-01-01"},
      {"en", "between 1914 and 1918", "1914-01-01 to 1919-01-01"},
      {"en", "14 Nov 2016, 6.30 pm", "2016-11-14T18:30:00 to 2016-11-14T18:31:00"},
  }));
  check_wording(row);
}

TEST_CASE("A stated date is read in every language", "[timeline][entries]") {
  const auto row = GENERATE(values<WordingRow>({
      {"de", "vor dem 3. Mai 2016", ".. to 2016-05-03"},
      {"de", "seit 2014", "2014-01-01 to .."},
      {"de", "vom 3. Mai 2016 an", "2016-05-03 to .."},
      {"de", "bis Ende 2016", ".. to 2017-01-01"},
      {"de", "vom 3. bis 5. Mai 2016", "2016-05-03 to 2016-05-06, all of it"},
      {"de", "zwischen 3. und 5. Mai 2016", "2016-05-03 to 2016-05-06"},
      {"de", "1914 bis 1918", "1914-01-01 to 1919-01-01"},
      {"de", "um 1870", "1870-01-01 to 1871-01-01"},
      {"de", "14. November 2016, 6:30 Uhr", "2016-11-14T06:30:00 to 2016-11-14T06:31:00"},
      {"es", "antes de mayo de 2010", ".. to 2010-05-01"},
      {"es", "después del 3 de mayo de 2016", "2016-05-04 to .."},
      {"es", "desde 2014 en adelante", "2014-01-01 to .."},
      {"es", "hasta el 3 de mayo de 2016", ".. to 2016-05-04"},
      {"es", "del 3 al 5 de mayo de 2016", "2016-05-03 to 2016-05-06, all of it"},
      {"es", "de 1914 a 1918", "1914-01-01 to 1919-01-01, all of it"},
      {"es", "entre 2014 y 2016", "2014-01-01 to 2017-01-01"},
      {"es", "principios de mayo de 2016", "2016-05-01 to 2016-05-11"},
      {"fr", "avant mai 2010", ".. to 2010-05-01"},
      {"fr", "à partir de 2014", "2014-01-01 to .."},
      {"fr", "jusqu'au 3 mai 2016", ".. to 2016-05-04"},
      {"fr", "de 1914 à 1918", "1914-01-01 to 1919-01-01, all of it"},
      {"fr", "du 3 au 5 mai 2016", "2016-05-03 to 2016-05-06, all of it"},
      {"fr", "entre le 3 et le 5 mai 2016", "2016-05-03 to 2016-05-06"},
      {"fr", "14 novembre 2016 à 6h30", "2016-11-14T06:30:00 to 2016-11-14T06:31:00"},
      {"uk", "перед 2010 роком", ".. to 2010-01-01"},
      {"uk", "після 2014 року", "2015-01-01 to .."},
      {"uk", "з 3 по 5 травня 2016", "2016-05-03 to 2016-05-06, all of it"},
      {"uk", "з 1914 до 1918 року", "1914-01-01 to 1919-01-01, all of it"},
      {"uk", "між 2014 і 2016 роками", "2014-01-01 to 2017-01-01"},
      {"uk", "на початку травня 2016", "2016-05-01 to 2016-05-11"},
      {"ru", "до мая 2010 года", ".. to 2010-06-01"},
      {"ru", "с 2014 года", "2014-01-01 to .."},
      {"ru", "с 3 по 5 мая 2016", "2016-05-03 to 2016-05-06, all of it"},
      {"ru", "с 1914 по 1918 год", "1914-01-01 to 1919-01-01, all of it"},
      {"ru", "между 2014 и 2016 годами", "2014-01-01 to 2017-01-01"},
      {"ru", "около 1870 года", "1870-01-01 to 1871-01-01"},
      {"ru", "14 ноября 2016 года, 6:30", "2016-11-14T06:30:00 to 2016-11-14T06:31:00"},
  }));
  check_wording(row);
}

TEST_CASE("Only a range from one date to another says how long it lasted", "[timeline][entries]") {
  struct Row {
    const char *language, *wording, *window, *label;
  };
  const auto row = GENERATE(values<Row>({
      {"en", "1914 to 1918", "1914-01-01 to 1919-01-01", "1914\u20131918"},
      {"en", "from 1914 to 1918", "1914-01-01 to 1919-01-01, all of it", "1914\u20131918"},
      {"en", "2019-11-12/2019-11-19", "2019-11-12 to 2019-11-20", "12\u201319 Nov 2019"},
      {"en", "March 2015 to May 2015", "2015-03-01 to 2015-06-01", "Mar \u2013 May 2015"},
      {"en", "July to September 2015", "2015-07-01 to 2015-10-01", "Jul \u2013 Sep 2015"},
      {"en", "1996-12/1997-04", "1996-12-01 to 1997-05-01", "Dec 1996 \u2013 Apr 1997"},
      {"en", "from Dec 1996 to Apr 1997", "1996-12-01 to 1997-05-01, all of it", "Dec 1996 \u2013 Apr 1997"},
      {"en", "3 May 2016 to 5 June 2016", "2016-05-03 to 2016-06-06", "3 May \u2013 5 Jun 2016"},
      {"de", "1914 bis 1918", "1914-01-01 to 1919-01-01", "1914\u20131918"},
      {"de", "von März bis Mai 2015", "2015-03-01 to 2015-06-01, all of it", "Mar \u2013 May 2015"},
      {"es", "1914 a 1918", "1914-01-01 to 1919-01-01", "1914\u20131918"},
      {"es", "de 1914 a 1918", "1914-01-01 to 1919-01-01, all of it", "1914\u20131918"},
      {"es", "3 de mayo de 2016 a 5 de junio de 2017", "2016-05-03 to 2017-06-06", "3 May 2016 \u2013 5 Jun 2017"},
      {"fr", "1914 à 1918", "1914-01-01 to 1919-01-01", "1914\u20131918"},
      {"fr", "mars 2015 à mai 2016", "2015-03-01 to 2016-06-01", "Mar 2015 \u2013 May 2016"},
      {"fr", "3 mai 2016 au 5 juin 2017", "2016-05-03 to 2017-06-06", "3 May 2016 \u2013 5 Jun 2017"},
      {"fr", "du 3 au 5 mai 2016", "2016-05-03 to 2016-05-06, all of it", "3\u20135 May 2016"},
      {"uk", "1914\u20131918", "1914-01-01 to 1919-01-01", "1914\u20131918"},
      {"uk", "з 1914 по 1918 рік", "1914-01-01 to 1919-01-01, all of it", "1914\u20131918"},
      {"ru", "март \u2013 май 2015", "2015-03-01 to 2015-06-01", "Mar \u2013 May 2015"},
      {"ru", "с марта по май 2015", "2015-03-01 to 2015-06-01, all of it", "Mar \u2013 May 2015"},
  }));
  INFO(row.wording);
  const auto date = read(row.wording, row.language);
  if (!date) FAIL(date.error().message);
  CHECK(date->range);
  CHECK(window(*date) == row.window);
  CHECK(test::words(date->label) == row.label);
}

TEST_CASE("Between two dates is once, in every language", "[timeline][entries]") {
  const auto [language, wording] = GENERATE(table<const char*, const char*>({
      {"en", "between 3 May 2016 and 6 June 2016"},
      {"en", "between 3 and 6 May 2016"},
      {"de", "zwischen dem 3. Mai 2016 und dem 6. Juni 2016"},
      {"es", "entre el 3 de mayo de 2016 y el 6 de junio de 2016"},
      {"fr", "entre le 3 mai 2016 et le 6 juin 2016"},
      {"uk", "між 3 травня 2016 і 6 червня 2016"},
      {"ru", "между 3 мая 2016 и 6 июня 2016"},
  }));
  INFO(wording);
  const auto date = read(wording, language);
  if (!date) FAIL(date.error().message);
  CHECK(date->between);
  CHECK_FALSE(date->lasts);
  CHECK_FALSE(read("from 3 May 2016 to 6 June 2016")->between);
  CHECK_FALSE(read("1914–1918")->between);
}

TEST_CASE("A range of clock times ends at the last of them", "[timeline][entries]") {
  struct Row {
    const char *language, *wording;
  };
  const auto row = GENERATE(values<Row>({
      {"en", "2019-05-18T19:00/2019-05-18T23:00"},
      {"en", "between 7 p.m. and 11 p.m. on 18 May 2019"},
      {"en", "18 May 2019, 19:00\u201323:00"},
      {"de", "zwischen 19 und 23 Uhr am 18. Mai 2019"},
      {"de", "am 18. Mai 2019 zwischen 19 und 23 Uhr"},
      {"es", "entre las 19:00 y las 23:00 del 18 de mayo de 2019"},
      {"fr", "entre 19h et 23h le 18 mai 2019"},
      {"uk", "між 19:00 і 23:00 18 травня 2019"},
      {"uk", "18 травня 2019 з 19:00 до 23:00"},
      {"ru", "между 19:00 и 23:00 18 мая 2019"},
      {"ru", "18 мая 2019 с 19:00 до 23:00"},
  }));
  INFO(row.wording);
  const auto date = read(row.wording, row.language);
  if (!date) FAIL(date.error().message);
  CHECK(date->window == read("2019-05-18T19:00/2019-05-18T23:00")->window);
  CHECK(window(*date).starts_with("2019-05-18T19:00:00 to 2019-05-18T23:00:00"));
  CHECK(test::words(date->label) == "18 May 2019, 19:00\u201323:00");
  CHECK(window(*read_stated_edtf(date->edtf)) == "2019-05-18T19:00:00 to 2019-05-18T23:00:00");
  CHECK(test::words(read_stated_edtf("2019-05-18T19:00/2019-05-19T01:00")->label) ==
        "18 May 2019, 19:00 \u2013 19 May 2019, 01:00");
}

TEST_CASE("Parts of a day and what is near an hour are read, in six languages", "[timeline][entries]") {
  struct Row {
    const char *language, *wording, *label;
  };
  const auto row = GENERATE(values<Row>({
      {"en", "early 19 May 2019", "19 May 2019, morning"},
      {"en", "early on 19 May 2019", "19 May 2019, morning"},
      {"en", "late on 18 May 2019", "18 May 2019, evening"},
      {"en", "around midnight on 18 May 2019", "about 18 May 2019"},
      {"en", "night of 18-19 May 2019", "18 May 2019, night"},
      {"en", "evening of 18 May 2019", "18 May 2019, evening"},
      {"en", "18 May 2019 at about 7 pm", "about 18 May 2019, 19:00"},
      {"en", "about noon on 18 May 2019", "about 18 May 2019, 12:00"},
      {"en", "late 2014", "late 2014"},
      {"en", "mid-May", "mid May 2017"},
      {"en", "the 1870s", "1870s"},
      {"de", "früh am 19. Mai 2019", "19 May 2019, morning"},
      {"de", "spät am 18. Mai 2019", "18 May 2019, evening"},
      {"de", "Nacht vom 18. auf den 19. Mai 2019", "18 May 2019, night"},
      {"de", "am 18. Mai 2019 um etwa 19 Uhr", "about 18 May 2019, 19:00"},
      {"es", "temprano el 19 de mayo de 2019", "19 May 2019, morning"},
      {"es", "noche del 18 al 19 de mayo de 2019", "18 May 2019, night"},
      {"es", "18 de mayo de 2019 alrededor de las 19:00", "about 18 May 2019, 19:00"},
      {"fr", "tôt le 19 mai 2019", "19 May 2019, morning"},
      {"fr", "tard le 18 mai 2019", "18 May 2019, evening"},
      {"fr", "nuit du 18 au 19 mai 2019", "18 May 2019, night"},
      {"fr", "le 18 mai 2019 aux environs de 19h", "about 18 May 2019, 19:00"},
      {"uk", "рано 19 травня 2019", "19 May 2019, morning"},
      {"uk", "пізно ввечері 18 травня 2019", "18 May 2019, evening"},
      {"uk", "ніч з 18 на 19 травня 2019", "18 May 2019, night"},
      {"ru", "рано утром 19 мая 2019", "19 May 2019, morning"},
      {"ru", "поздно вечером 18 мая 2019", "18 May 2019, evening"},
      {"ru", "в ночь на 19 мая 2019", "18 May 2019, night"},
  }));
  INFO(row.wording);
  const auto date = read(row.wording, row.language);
  if (!date) FAIL(date.error().message);
  CHECK(test::words(date->label) == row.label);
}

TEST_CASE("A stated date in another language than the text's is read too", "[timeline][entries]") {
  CHECK(window(*read("14 Nov 2016", "uk")) == "2016-11-14 to 2016-11-15");
  CHECK(window(*read("before May 2010", "de")) == ".. to 2010-05-01");
  CHECK(window(*read("3. Mai 2016", "en")) == "2016-05-03 to 2016-05-04");
  CHECK(window(*read("3 мая 2016", "en")) == "2016-05-03 to 2016-05-04");
}

TEST_CASE("A stated date has the label of an event that the same words date", "[timeline][entries]") {
  for (const char* wording :
       {"on 14 November 2016", "in early May 2016", "before May 2010", "after 3 May 2016", "since 2014",
        "from 3 to 5 May 2016", "between 10 and 14 May 2016", "by May 2016", "around 1870", "in the 1990s",
        "in summer 2014", "last week", "on Monday", "at 06:30 on 14 November 2016", "in the second half of 2014"}) {
    INFO(wording);
    const Timeline timeline =
        build_timeline(test::analysed("The mill burned " + std::string(wording) + ".", "2016-11-20"), test::english());
    const Event* event = test::event_of(timeline.events, timeline.document.text, "burned");
    REQUIRE(event != nullptr);
    const auto date = read(wording);
    REQUIRE(date);
    CHECK(test::words(date->label) == test::words(event->when));
    CHECK(date->edtf == event->edtf);
    CHECK(date->precision == event->precision);
  }
}

TEST_CASE("The label of a date is read back as the same date", "[timeline][entries]") {
  for (const char* edtf : {"2016-11-14", "2016-11", "2016", "199X", "18XX", "2016-22", "2016-35", "2016-41", "2016~",
                           "2016-11-14?", "-0043", "2016-11-08/2016-11-13", "2016-10-30/2016-11-02", "2014/2016",
                           "2014/..", "2016-11-14/..", "../2016-11-14", "../2016", "2016-11-14T06:30:00"}) {
    const auto date = read_stated_edtf(edtf);
    REQUIRE(date);
    const std::string label = test::words(date->label);
    INFO(edtf << ": " << label);
    const auto again = read(label);
    if (!again) FAIL(again.error().message);
    CHECK(window(*again) == window(*date));
    CHECK(test::words(again->label) == label);
  }
}

TEST_CASE("EDTF and ISO 8601 are read as they stand", "[timeline][entries]") {
  struct Row {
    const char *edtf, *window, *label, *written;
  };
  const auto row = GENERATE(values<Row>({
      {"2016-11", "2016-11-01 to 2016-12-01", "Nov 2016", "2016-11"},
      {"2014/2016", "2014-01-01 to 2017-01-01", "2014\u20132016", "2014/2016"},
      {"../2016", ".. to 2017-01-01", "by 2016", "../2016"},
      {"2014/..", "2014-01-01 to ..", "from 2014 on", "2014/.."},
      {"2016-11-14?", "2016-11-14 to 2016-11-15", "14 Nov 2016?", "2016-11-14?"},
      {"[2017-03-01..2017-03-10]", "2017-03-01 to 2017-03-11", "1\u201310 Mar 2017", "[2017-03-01..2017-03-10]"},
      {"-0043-03-15", "-0043-03-15 to -0043-03-16", "15 Mar 44 BC", "-0043-03-15"},
      {"2016-W46", "2016-11-14 to 2016-11-21", "14\u201320 Nov 2016", "2016-11-14/2016-11-20"},
      {"2016-11-14T06:30", "2016-11-14T06:30:00 to 2016-11-14T06:31:00", "14 Nov 2016, 06:30", "2016-11-14T06:30:00"},
      {"2014-22", "2014-06-01 to 2014-09-01", "summer 2014", "2014-22"},
  }));
  INFO(row.edtf);
  const auto date = read_stated_edtf(row.edtf);
  REQUIRE(date);
  CHECK(window(*date) == row.window);
  CHECK(test::words(date->label) == row.label);
  CHECK(date->edtf == row.written);
}

TEST_CASE("EDTF is read where a date is stated in words", "[timeline][entries]") {
  CHECK(window(*read("../2016")) == ".. to 2017-01-01");
  CHECK(window(*read("1999-22")) == "1999-06-01 to 1999-09-01");
  CHECK_FALSE(read_stated_edtf("14 Nov 2016"));
}

TEST_CASE("Where no year is known a stated day stays in the open year", "[timeline][entries]") {
  const auto date = read("14 November", "en", "");
  REQUIRE(date);
  CHECK(date->frame == Frame::open_year);
  CHECK(test::words(date->label) == "14 Nov");
  CHECK(date->edtf.empty());
  CHECK(read("XXXX-11-14", "en", "")->window == date->window);
  CHECK(window(*read("14 November", "en", "2016-11-20")) == "2016-11-14 to 2016-11-15");
}

TEST_CASE("What is not one date is refused in one line that says why", "[timeline][entries]") {
  struct Row {
    const char *wording, *dct, *message;
  };
  const auto row = GENERATE(values<Row>({
      {"", "2016-11-20", "no date is stated"},
      {"nonsense", "2016-11-20", "“nonsense” is no date; write it as 2016-11-14, 2016-11, 2014/2016 or in words"},
      {"14 Nov 2016 in Berlin", "2016-11-20", "“14 Nov 2016 in Berlin”: “in Berlin” is no part of a date"},
      {"2016-13", "2016-11-20", "“2016-13” is no month of a year; write 2016-11 for a month, 2016/2018 for years"},
      {"2016/13", "2016-11-20", "“2016/13” is no month of a year; write 2016-11 for a month, 2016/2018 for years"},
      {"not before 2010", "2016-11-20", "“not before 2010”: “not” is no part of a date"},
      {"May 2010 or June 2010", "2016-11-20", "“May 2010 or June 2010”: “or” is no part of a date"},
      {"3 May 2010, 4 May 2012", "2016-11-20", "“3 May 2010, 4 May 2012”: “,” is no part of a date"},
      {"5 May 2016 \u2013 3 May 2014", "2016-11-20", "“5 May 2016 \u2013 3 May 2014”: the range ends before it begins"},
      {"between 1918 and 1914", "2016-11-20", "“between 1918 and 1914”: the range ends before it begins"},
      {"1918 to 1914", "2016-11-20", "“1918 to 1914”: the range ends before it begins"},
      {"5 to 3 May 2016", "2016-11-20", "“5 to 3 May 2016”: the range ends before it begins"},
      {"1918/1914", "2016-11-20", "“1918/1914”: the range ends before it begins"},
      {"2016-05-05/2016-05-03", "2016-11-20", "“2016-05-05/2016-05-03”: the range ends before it begins"},
      {"later that evening", "2016-11-20",
       "“later that evening” counts from another date of a text; state the date itself"},
      {"two days later", "2016-11-20", "“two days later” counts from another date of a text; state the date itself"},
      {"the same day", "2016-11-20", "“the same day” counts from another date of a text; state the date itself"},
      {"the following week", "2016-11-20",
       "“the following week” counts from another date of a text; state the date itself"},
      {"three days", "2016-11-20", "“three days” is a length of time and no date"},
      {"every Monday", "2016-11-20", "“every Monday” recurs and is no one date"},
      {"soon", "2016-11-20", "“soon” is no date by itself"},
      {"30 February 2016", "2016-11-20", "“30 February 2016” is no date of the calendar"},
      {"Monday 15 November 2016", "2016-11-20",
       "“Monday 15 November 2016” disagrees with itself: 2016-11-15 falls on another day of the week"},
      {"last week", "", "“last week” counts from the day of writing, which is not known; state the date itself"},
      {"1921-24", "2016-11-20",
       "“1921-24” may be a part of a year or a range of years; write 1921/1924 for the years, or the part of the year "
       "in words"},
  }));
  const auto date = read(row.wording, "en", row.dct);
  REQUIRE_FALSE(date);
  CHECK(date.error().code == Code::usage);
  CHECK(date.error().message == row.message);
}

TEST_CASE("What is too long or no text is no date", "[timeline][entries]") {
  CHECK_FALSE(read(std::string(300, '1')));
  CHECK_FALSE(read("\xFF\xFE"));
}

TEST_CASE("The EDTF of every event is read back as where the event lies", "[timeline][entries]") {
  const Timeline timeline = build_timeline(
      test::analysed(
          "The mill was built in 1502. It was sold before 1613 and has been closed since 1870. In early March "
          "2014 it burned. The roof fell on 3 May 2014. Police searched it from 5 to 9 May 2014. It reopened "
          "last week. The owner died in the 1990s. A child was hurt at 06:30 on 9 November 2016."),
      test::english());
  std::size_t read_back = 0;
  for (const Event& event : timeline.events) {
    if (event.edtf.empty()) continue;
    INFO(event.title << ": " << event.edtf);
    const auto date = parse_edtf(event.edtf);
    REQUIRE(date);
    CHECK(date->interval.begin <= event.start.earliest);
    CHECK(date->interval.end >= event.end.latest);
    ++read_back;
  }
  CHECK(read_back >= 7);
}
