#include "timeline/entries/entry_table.h"

#include <catch2/catch.hpp>

#include "timeline/entries/date_parts.h"

using namespace annal;

TEST_CASE("a table is a timeline where its header names dates and titles", "[timeline][entries]") {
  struct Row {
    const char* bytes;
    const char* name;
    bool entries;
  };
  const auto row = GENERATE(values<Row>({
      {"date,title\n2016,A mill\n", "a.csv", true},
      {"\xEF\xBB\xBF"
       "Datum;Titel\r\n2016;Eine M\xC3\xBChle\r\n",
       "a.csv", true},
      {"Title\tDate\nA mill\t2016\n", "a.tsv", true},
      {"\"Start\",\"End\",\"Headline\"\n", "a.csv", true},
      {"Year,Month,Day,Headline,Text,Media\n", "a.csv", true},
      {"date,title\n2016,A mill\n", "article", true},
      {"date,title\n2016,A mill, and a barn\n", "article", false},
      {"date,event\n2016,A mill burned\n", "a.csv", false},
      {"title,price\nA mill,20\n", "a.csv", false},
      {"Date, title and name were missing.\n", "article", false},
      {"", "a.csv", false},
  }));
  INFO(row.bytes);
  CHECK(is_entry_table(row.bytes, row.name) == row.entries);
}

TEST_CASE("a row is an entry, quotes, line breaks and all", "[timeline][entries]") {
  const auto read = read_entry_table(
      "Date;End;Title;Text;Group;Link;Image;Status;Colour;Mood\r\n"
      "3 May 2014;;\"The \"\"old\"\" mill;\r\nburns\";'=1+1;Fires;https://example.org;mill.jpg;alleged;#b42318;sad\r\n"
      ";;;;;;;;;\r\n"
      "2015;2016;It is rebuilt\r\n",
      "x.csv");
  REQUIRE(read);
  REQUIRE(read->entries.size() == 2);
  const Entry& first = read->entries[0];
  CHECK(first.date == "3 May 2014");
  CHECK(first.title == "The \"old\" mill;\nburns");
  CHECK(first.note == "=1+1");
  CHECK(first.lane == "Fires");
  CHECK(first.link == "https://example.org");
  CHECK(first.image == "mill.jpg");
  CHECK(first.status == Status::alleged);
  CHECK(first.colour == "#b42318");
  CHECK(first.place == "x.csv:2: date");
  CHECK(read->entries[1].end == "2016");
  CHECK(read->entries[1].place == "x.csv:5: date");
  CHECK(read->warnings == std::vector<std::string>{"columns that are not read: Mood"});
}

TEST_CASE("the columns of TimelineJS are read", "[timeline][entries]") {
  const auto read = read_entry_table(
      "Year,Month,Day,Time,End Year,End Month,Headline,Text,Media,Type,Group\n"
      ",,,,,,The bridge,Fifty years,,title,\n"
      "1970,11,2,9:30,,,It opens,Crowds come,https://example.org/a.JPG?x=1,,Use\n"
      "1966,November,,,1968,3,Strikes,,https://example.org/film,,\n"
      "-200,,,,,,A ford,,,,\n",
      "x.csv");
  REQUIRE(read);
  CHECK(read->presentation.title == "The bridge");
  CHECK(read->presentation.subtitle == "Fifty years");
  REQUIRE(read->entries.size() == 3);
  CHECK(read->entries[0].date == "1970-11-02T09:30");
  CHECK(read->entries[0].image == "https://example.org/a.JPG?x=1");
  CHECK(read->entries[1].date == "November 1966");
  CHECK(read->entries[1].end == "1968-03");
  CHECK(read->entries[1].link == "https://example.org/film");
  CHECK(read->entries[2].date == "-200");
}

TEST_CASE("the table that annal writes is read by its EDTF, since its words may say that there is no date",
          "[timeline][entries]") {
  const auto read = read_entry_table(
      "id,position,when,title,factuality,edtf\ne1,0,about 1870,Built,alleged,1870~\ne2,1,undated,Sold,fact,\n",
      "x.csv");
  REQUIRE(read);
  CHECK(read->entries[0].date == "1870~");
  CHECK(read->entries[0].status == Status::alleged);
  CHECK(read->entries[1].date.empty());
  CHECK(read->warnings.empty());
}

TEST_CASE("the table that annal writes tells what happened once within a range from what lasted",
          "[timeline][entries]") {
  const auto read = read_entry_table(
      "title,start_earliest,start_latest,end_earliest,end_latest,edtf\n"
      "Closed,2016-08-03,2016-08-12,2016-08-03,2016-08-12,2016-08-03/2016-08-12\n"
      "Fair,2016-04-02,2016-04-02,2016-04-09,2016-04-09,2016-04-02/2016-04-09\n"
      "Sold,,,,,\n",
      "x.csv");
  REQUIRE(read);
  CHECK(read->entries[0].once);
  CHECK_FALSE(read->entries[1].once);
  CHECK_FALSE(read->entries[2].once);
}

TEST_CASE("a row that is at fault is refused with its line", "[timeline][entries]") {
  struct Row {
    const char* rows;
    const char* message;
  };
  const auto row = GENERATE(values<Row>({
      {"2016,,,\n", "x.csv:2: title: the row has none"},
      {"2016,A,,javascript:x\n",
       "x.csv:2: link: 'javascript:x' is no link; one begins with http://, https:// or mailto:"},
      {"2015,A,,\n2016,A,factt,\n",
       "x.csv:3: status: 'factt' is none; did you mean 'fact'?; available: fact, reported, alleged, expected, "
       "conditional, denied"},
      {"\n", "x.csv: no row below the header"},
  }));
  const auto read = read_entry_table(std::string("date,title,status,link\n") + row.rows, "x.csv");
  REQUIRE_FALSE(read);
  CHECK(read.error().message == row.message);
}

TEST_CASE("a year in figures is the year that a person means", "[timeline][entries]") {
  CHECK(iso_years("96") == "0096");
  CHECK(iso_years("1870") == "1870");
  CHECK(iso_years("-44") == "-0043");
  CHECK(iso_years("-0043") == "-0043");
  CHECK(iso_years("c. 96") == "c. 96");
  CHECK(iso_years("1892–2200") == "1892/2200");
  CHECK(iso_years("312 – 337") == "0312/0337");
  CHECK(iso_years("1867-1869") == "1867/1869");
  CHECK(iso_years("2014-05") == "2014-05");
  CHECK(iso_years("3–5") == "3–5");
  CHECK(day_of_parts("-1200", "", "") == "-1199");
  CHECK(day_of_parts("-44", "", "") == "-44");
  CHECK(day_of_parts("-44", "3", "15") == "-0043-03-15");
  CHECK(day_of_parts("-1", "2", "") == "0000-02");
  CHECK(day_of_parts("", "3", "4").empty());
  CHECK(with_time("2016-11-14", "14:05:30") == "2016-11-14T14:05:30");
  CHECK(with_time("14 Nov 2016", "2:05 pm") == "14 Nov 2016 2:05 pm");
}
