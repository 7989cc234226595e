// What markup says of dates: tables, terms and bold words of pages.
#include "reader/layout.h"

#include "tests/reader/html/page.h"
#include "tests/reader/places.h"

using namespace annal;
using namespace annal::test;

TEST_CASE("the dates of a page's tables, terms and items stand before what they date", "[reader][html]") {
  struct Row {
    const char *why, *html, *blocks;
  };
  const auto row = GENERATE(values<Row>({
      {"the date last",
       "<table><tr><th>Event<th>Date<tr><td>It burned<td>3 May 2014<tr><td>It closed<td>5 May 2014</table>",
       "b Event\nb Date\nd 3 May 2014\np It burned\nd 5 May 2014\np It closed\n"},
      {"a year beside its day", "<table><tr><td>2014<td>3 May<td>It burned<tr><td>2014<td>5 May<td>It closed</table>",
       "d 2014\nd 3 May\np It burned\nd 2014\nd 5 May\np It closed\n"},
      {"a table without dates", "<table><tr><td>Ode<td>It burned<tr><td>Ule<td>It closed</table>",
       "p Ode\np It burned\np Ule\np It closed\n"},
      {"items with bold dates", "<ul><li><b>1999</b> It burned.<li><b>2000:</b> It closed.</ul>",
       "d* 1999\np* It burned.\nd* 2000:\np* It closed.\n"},
      {"items with times",
       "<ul><li><time datetime=1999-05-03>3 May</time> It burned.<li><time>5 May</time> It closed.</ul>",
       "d* 3 May\np* It burned.\nd* 5 May\np* It closed.\n"},
  }));
  INFO(row.why);
  const Document document = page(row.html);
  CHECK(outline(document) == row.blocks);
  check_places(document, row.html);
}

TEST_CASE("a date of several rows, of a term, of an item is in their entry", "[reader][html]") {
  const Document rows = page(
      "<table><tr><td rowspan=2>3 May 2014<td>It burned<tr><td>It fell<tr><td>5 May 2014<td>It closed</table><p>It was "
      "sold.");
  REQUIRE(rows.blocks.size() == 6);
  CHECK(rows.blocks[0].entry != 0);
  CHECK(rows.blocks[0].entry == rows.blocks[2].entry);
  CHECK(rows.blocks[2].entry != rows.blocks[3].entry);
  CHECK(rows.blocks[5].entry == 0);
  const Document terms = page("<dl><dt>1999<dd>It burned.<dd>It fell.<dt>2000<dd>It closed.</dl>");
  REQUIRE(terms.blocks.size() == 5);
  CHECK(terms.blocks[0].entry == terms.blocks[2].entry);
  CHECK(terms.blocks[0].entry != terms.blocks[3].entry);
}
