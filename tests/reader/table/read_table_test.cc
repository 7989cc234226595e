// Tables of separated values to Documents.
#include "reader/table/read_table.h"

#include <catch2/catch.hpp>

#include <string>

#include "tests/reader/places.h"

using namespace annal;
using namespace annal::test;

namespace {

Document read(const std::string& table, const char* tag = "en") {
  auto document = read_table(table, "a.csv", Language::find(tag));
  REQUIRE(document);
  check_places(*document, table);
  return *document;
}

}  // namespace

TEST_CASE("a row of a table begins with its date", "[reader][table]") {
  struct Row {
    const char *why, *table, *blocks;
  };
  const auto row = GENERATE(values<Row>({
      {"comma", "Date,Event\n3 May 2014,It burned\n5 May 2014,It closed\n",
       "b Date\nb Event\nd 3 May 2014\np It burned\nd 5 May 2014\np It closed\n"},
      {"semicolon, and the date last", "Event;Date\r\n\"It, the mill, burned\";1999\r\nIt closed;2000\r\n",
       "b Event\nb Date\nd 1999\np It, the mill, burned\nd 2000\np It closed\n"},
      {"tab, quotes and line breaks", "Date\tEvent\n1999\t\"It \"\"burned\"\"\nat night\"\n",
       "b Date\nb Event\nd 1999\np It \"burned\"/at night\n"},
      {"without a header", "1999,It burned\n2000,It closed\n", "d 1999\np It burned\nd 2000\np It closed\n"},
      {"both ends", "Start,End,Event\n3 May 2014,5 May 2014,It rained\n7 May 2014,7 May 2014,It snowed\n",
       "b Start\nb End\nb Event\nd 3 May 2014 \u2013 5 May 2014\np It rained\nd 7 May 2014\np It snowed\nb 7 May "
       "2014\n"},
      {"a year and its day", "Year,Day,Event\n2014,3 May,It burned\n2014,5 May,It closed\n",
       "b Year\nb Day\nb Event\nd 2014\nd 3 May\np It burned\nd 2014\nd 5 May\np It closed\n"},
      {"what happened before what is said beside",
       "Date,Place,Cost,Event\n1999,Ode,1850,It burned\n2000,Ode,1900,It closed\n",
       "b Date\nb Place\nb Cost\nb Event\nd 1999\np It burned\nb Ode\nb 1850\nd 2000\np It closed\nb Ode\nb 1900\n"},
      {"two days that no header tells apart date nothing",
       "Name,Born,Died\nAnn,3 May 1914,5 May 1999\nBob,3 May 1915,5 May 1998\n",
       "b Name\nb Born\nb Died\np Ann\np 3 May 1914\np 5 May 1999\np Bob\np 3 May 1915\np 5 May 1998\n"},
      {"numbers that could be years are none", "Town,People\nOde,1850\nUle,1900\n",
       "b Town\nb People\np Ode\np 1850\np Ule\np 1900\n"},
      {"a mark of spreadsheets", "Date,Event\n1999,'-burned\n", "b Date\nb Event\nd 1999\np -burned\n"},
      {"a quote that nothing closes", "Date,Event\n1999,\"It burned\n2000,It closed\n",
       "b Date\nb Event\nd 1999\np \"It burned\nd 2000\np It closed\n"},
  }));
  INFO(row.why);
  CHECK(outline(read(row.table)) == row.blocks);
}

TEST_CASE("a day that stands once holds for the times below it", "[reader][table]") {
  const Document document =
      read("Date,Time,Event\n2020-02-20,21:17,It fell\n,21:50,It rose\n2020-02-21,08:00,It stood\n");
  REQUIRE(document.blocks.size() == 11);
  CHECK(document.blocks[3].entry == document.blocks[7].entry);
  CHECK(document.blocks[7].entry != document.blocks[8].entry);
}

TEST_CASE("text is a table only where it says so beyond doubt", "[reader][table]") {
  struct Row {
    const char* text;
    bool table;
  };
  const auto row = GENERATE(values<Row>({
      {"Date,Event\n1999,It burned\n2000,It closed\n", true},
      {"id;Datum;Ereignis\n1;1999;Brand\n2;2000;Abriss\n", true},
      {"Date,Event\n1999,It burned, they say\n2000,It closed\n", false},
      {"Name,Town\nAnn,Ode\nBob,Ule\n", false},
      {"Date: 1999\n\nIt burned, they say.\n", false},
      {"The mill burned, they say.\nIt closed, they say.\nIt opened, they say.\n", false},
  }));
  INFO(row.text);
  CHECK(is_table(row.text, "a.txt") == row.table);
  CHECK(is_table(row.text, "a.csv"));
}

TEST_CASE("hostile tables are read", "[reader][table]") {
  CHECK(read(std::string(20'000, ',') + "\n1999").text == "1999");
  std::string quotes = "Date,Event\n";
  for (int i = 0; i < 20'000; ++i) quotes += "\"\n";
  CHECK_FALSE(read(quotes).text.empty());
  CHECK(read(",,,\n,,\n").text == ",,,\n,,\n");
}
