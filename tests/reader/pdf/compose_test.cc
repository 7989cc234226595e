// What a PDF shows, to Documents.
#include <algorithm>
#include <catch2/catch.hpp>

#include "core/pipeline.h"
#include "reader/pdf/read_pdf.h"
#include "tests/reader/pdf/shown.h"
#include "tests/reader/places.h"

using namespace annal;
using namespace annal::test;

namespace {

Document read(const std::vector<std::vector<Shown>>& pages) {
  Document document = pdf::compose(content_of(pages), Language::find("en"));
  CHECK_FALSE(find_invalid_utf8(document.text));
  CHECK(document.pages.size() == pages.size());
  CHECK(std::ranges::is_sorted(document.pages));
  return document;
}

}  // namespace

TEST_CASE("lines of a PDF become paragraphs", "[reader][pdf]") {
  struct Row {
    const char* why;
    std::vector<Shown> lines;
    const char* outline;
  };
  const auto row = GENERATE(values<Row>({
      {"lines that go on are one",
       {{50, 50, "The old mill burned on the third"}, {50, 62, "of May. It was rebuilt later on."}},
       "p The old mill burned on the third of May. It was rebuilt later on.\n"},
      {"a gap parts them",
       {{50, 50, "The old mill burned on the third"},
        {50, 62, "of May. It was rebuilt later on by"},
        {50, 80, "the council, which then closed it."}},
       "p The old mill burned on the third of May. It was rebuilt later on by\np the council, which then closed it.\n"},
      {"an indented line begins one",
       {{50, 50, "The old mill burned on the third."},
        {62, 62, "It was rebuilt later on by them."},
        {50, 74, "The council closed the bridge on"},
        {50, 86, "the next day."}},
       "p The old mill burned on the third.\np It was rebuilt later on by them. The council closed the bridge on the "
       "next day.\n"},
      {"a line that ends although the next word had room ends one",
       {{50, 50, "The old mill burned on the third"},
        {50, 62, "of May."},
        {50, 74, "The council closed the bridge on"},
        {50, 86, "the next day, and nobody crossed."}},
       "p The old mill burned on the third of May.\np The council closed the bridge on the next day, and nobody "
       "crossed.\n"},
      {"larger type is a heading, and the largest is of the first level",
       {{50, 20, "The mill", 20},
        {50, 60, "The fire", 14},
        {50, 90, "The old mill burned on the third"},
        {50, 102, "of May. It was rebuilt later on."}},
       "t1 The mill\nt2 The fire\np The old mill burned on the third of May. It was rebuilt later on.\n"},
      {"so is a line in bold",
       {{50, 50, "The fire", 10, true},
        {50, 62, "The old mill burned on the third"},
        {50, 74, "of May. It was rebuilt later on."}},
       "t1 The fire\np The old mill burned on the third of May. It was rebuilt later on.\n"},
  }));
  INFO(row.why);
  CHECK(outline(read({row.lines})) == row.outline);
}

TEST_CASE("items of a list are told by bullets and numbers", "[reader][pdf]") {
  struct Row {
    const char* why;
    std::vector<Shown> lines;
    const char* outline;
  };
  const auto row = GENERATE(values<Row>({
      {"a bullet begins an item and is no word",
       {{50, 50, "\u2022 The old mill burned on the third"}, {50, 62, "\u2022 The council closed the bridge"}},
       "p* The old mill burned on the third\np* The council closed the bridge\n"},
      {"so do bullets that stand apart",
       {{50, 50, "\u2022"},
        {80, 50, "The old mill burned on the third"},
        {80, 62, "of May."},
        {50, 74, "\u2022"},
        {80, 74, "The council closed the bridge"}},
       "p* The old mill burned on the third of May.\np* The council closed the bridge\n"},
      {"a number behind a sentence begins an item",
       {{50, 50, "1. The old mill burned on the third."},
        {50, 62, "2. The council closed the bridge on"},
        {62, 74, "9 May 2015."}},
       "p 1. The old mill burned on the third.\np 2. The council closed the bridge on 9 May 2015.\n"},
      {"ligatures are letters, and soft hyphens nothing",
       {{50, 50, "The o\uFB03ce was \uFB01lled with wa\u00ADter"}},
       "p The office was filled with water\n"},
  }));
  INFO(row.why);
  CHECK(outline(read({row.lines})) == row.outline);
}

TEST_CASE("columns are read one after the other", "[reader][pdf]") {
  CHECK(outline(read({{
            {50, 20, "A headline over both of the columns of the page", 16},
            {50, 60, "the first line of the left column"},
            {220, 60, "the first line of the right column"},
            {50, 72, "the second line of the left side"},
            {220, 72, "the second line of the right side"},
            {50, 84, "the third line of the left column,"},
            {220, 84, "the third line of the right one."},
        }})) ==
        "t1 A headline over both of the columns of the page\n"
        "p the first line of the left column the second line of the left side the third line of the left column, "
        "the first line of the right column the second line of the right side the third line of the right one.\n");
}

TEST_CASE("the rows of a table are read as rows, and a column of dates dates them", "[reader][pdf]") {
  CHECK(outline(read({{
            {50, 50, "3 May 2014"},
            {150, 50, "The old mill burned down to the ground in the"},
            {150, 62, "night of the great storm."},
            {50, 84, "5 May 2014"},
            {150, 84, "The council closed the bridge."},
            {50, 106, "9 June 2014"},
            {150, 106, "The bridge opened."},
        }})) ==
        "d 3 May 2014\np The old mill burned down to the ground in the night of the great storm.\n"
        "d 5 May 2014\np The council closed the bridge.\nd 9 June 2014\np The bridge opened.\n");
}

TEST_CASE("rows are told apart where the lines of a cell are closer than rows, and where dates stand at the right",
          "[reader][pdf]") {
  struct Row {
    const char* why;
    std::vector<Shown> lines;
  };
  const auto row = GENERATE(values<Row>({
      {"a date that is wrapped",
       {{50, 50, "13 November"},
        {150, 50, "The old mill burned down to the ground"},
        {50, 62, "2014"},
        {150, 62, "in the night of the storm."},
        {50, 84, "2 May 2015"},
        {150, 84, "It was built again, for"},
        {150, 96, "the third time."},
        {50, 118, "9 May 2015"},
        {150, 118, "It opened."}}},
      {"dates in the middle of their rows",
       {{150, 50, "The old mill burned down to the ground"},
        {50, 56, "13 November 2014"},
        {150, 62, "in the night of the storm."},
        {150, 84, "It was built again, for"},
        {50, 90, "2 May 2015"},
        {150, 96, "the third time."},
        {50, 118, "9 May 2015"},
        {150, 118, "It opened."}}},
      {"dates at the right",
       {{50, 50, "The old mill burned down to the ground"},
        {300, 50, "13 November 2014"},
        {50, 62, "in the night of the storm."},
        {50, 84, "It was built again, for"},
        {300, 84, "2 May 2015"},
        {50, 96, "the third time."},
        {50, 118, "It opened."},
        {300, 118, "9 May 2015"}}},
  }));
  INFO(row.why);
  CHECK(outline(read({row.lines})) ==
        "d 13 November 2014\np The old mill burned down to the ground in the night of the storm.\n"
        "d 2 May 2015\np It was built again, for the third time.\nd 9 May 2015\np It opened.\n");
}

TEST_CASE("a page begins at its first row, whichever cell of it is read first", "[reader][pdf]") {
  const Document document = read({
      {{50, 50, "The old mill burned, which nobody had thought of."}},
      {{50, 50, "It was closed"},
       {150, 50, "3 May 2014"},
       {50, 72, "It burned"},
       {150, 72, "5 May 2014"},
       {50, 94, "It opened"},
       {150, 94, "9 May 2014"}},
  });
  CAPTURE(document.text);
  CHECK(document.text.substr(document.pages[1]).starts_with("3 May 2014\n\nIt was closed"));
}

TEST_CASE("headers, footers and page numbers are left out", "[reader][pdf]") {
  struct Row {
    const char* why;
    std::vector<std::vector<Shown>> pages;
    const char* text;
  };
  const auto row = GENERATE(values<Row>({
      {"words that stand at one place on several pages",
       {{{50, 20, "The Mill Report"}, {50, 60, "The old mill burned."}},
        {{50, 20, "The Mill Report"}, {50, 60, "The council closed the bridge."}}},
       "The old mill burned.\n\nThe council closed the bridge."},
      {"with a number that counts pages",
       {{{50, 60, "The old mill burned."}, {50, 580, "Page 4 of 9"}},
        {{50, 60, "The council closed the bridge."}, {50, 580, "Page 5 of 9"}},
        {{50, 60, "The bridge opened."}, {50, 580, "Page 6 of 9"}}},
       "The old mill burned.\n\nThe council closed the bridge.\n\nThe bridge opened."},
      {"the number of the page alone",
       {{{50, 60, "The old mill burned."}, {200, 580, "- 1 -"}}},
       "The old mill burned."},
      {"what a browser prints around a page",
       {{{20, 15, "11/29/26, 4:32 PM", 7},
         {100, 15, "The mill", 7},
         {50, 60, "The old mill burned on the third of May, long before the bridge was closed."},
         {20, 590, "https://example.org/mill", 7},
         {380, 590, "1/1", 7}}},
       "The old mill burned on the third of May, long before the bridge was closed."},
      {"a sign is no number", {{{50, 60, "The old mill burned."}, {200, 580, "#"}}}, "The old mill burned.\n\n#"},
      {"but not days that head the pages of two days",
       {{{50, 60, "14 May 2014"}, {50, 90, "The old mill burned."}},
        {{50, 60, "15 May 2014"}, {50, 90, "The council closed the bridge."}}},
       "14 May 2014\n\nThe old mill burned.\n\n15 May 2014\n\nThe council closed the bridge."},
  }));
  INFO(row.why);
  CHECK(read(row.pages).text == row.text);
}

TEST_CASE("a paragraph goes on over a page's end, and each page is where its text begins", "[reader][pdf]") {
  const Document document = read({
      {{50, 50, "The old mill burned on the third"}, {50, 62, "of May, and on the day after that"}},
      {{50, 50, "the council closed the bridge."}},
      {},
  });
  CHECK(document.text ==
        "The old mill burned on the third of May, and on the day after that the council closed the bridge.");
  CHECK(document.pages == std::vector<std::uint32_t>{0, 67, static_cast<std::uint32_t>(document.text.size())});
}

TEST_CASE("footnotes stand apart from the text, on their page, and their marks are no part of it", "[reader][pdf]") {
  const Document document = read({
      {{50, 50, "The old mill burned in 2014.^1"},
       {50, 74, "The council of the town, which was"},
       {50, 86, "much afraid of a flood, closed the"},
       {50, 500, "^1 Minutes of the council, page 7.", 7}},
      {{50, 50, "bridge."}},
  });
  CHECK(document.text ==
        "The old mill burned in 2014.\n\nMinutes of the council, page 7.\n\nThe council of the town, which was much "
        "afraid of a flood, closed the bridge.");
  CHECK(document.text.substr(document.pages[1]) == "bridge.");
}

TEST_CASE("a word that a line's end parts is mended where it is one word", "[reader][pdf]") {
  struct Row {
    const char *why, *line, *next, *joined;
  };
  const auto row = GENERATE(values<Row>({
      {"the second part is no word", "the claim was soon re-", "jected by the council of the town", "soon rejected by"},
      {"the word stands elsewhere", "afterwards, the bound-", "aries moved; boundaries do that now",
       "the boundaries moved"},
      {"the compound stands elsewhere", "it was a well-", "known mill, as well-known as others", "a well-known mill"},
      {"a prefix that keeps its hyphen", "the mayor was then re-", "elected; she was elected by many",
       "then re-elected;"},
      {"a capital letter follows", "the report of the Anglo-", "American council of the town",
       "the Anglo-American council"},
      {"a number", "the war of the years 1914-", "18 was over, as everybody knew", "years 1914-18 was"},
      {"both parts are words, and together none", "the editors of the chat-", "optimized version of the report",
       "the chat-optimized version"},
      {"a conjunction follows", "it closed for two-", "and three-day repairs at the mill", "for two- and three-day"},
      {"a soft hyphen", "the claim was soon can\u00AD", "celled by the council of the town", "soon cancelled by"},
  }));
  INFO(row.why);
  const Document document =
      read({{{50, 50, "A first line that is quite long here."}, {50, 62, row.line}, {50, 74, row.next}}});
  CAPTURE(document.text);
  CHECK(document.text.find(row.joined) != std::string::npos);
}

TEST_CASE("text that runs up the side of a page is left out, and a turned page is read", "[reader][pdf]") {
  pdf::Content content = content_of({{{50, 50, "The old mill burned on the third of May"}}});
  const auto upward = [](pdf::Page& page) {
    for (pdf::Run& run : page.runs) {
      const pdf::Run old = run;
      run.left = 600 - old.bottom;
      run.right = 600 - old.top;
      run.top = old.left;
      run.bottom = old.right;
    }
    page.width = 600;
    page.height = 400;
  };
  SECTION("a turned page") {
    upward(content.pages[0]);
    CHECK(pdf::compose(content, Language::find("en")).text == "The old mill burned on the third of May");
  }
  SECTION("a stamp at the side") {
    pdf::Content stamp = content_of({{{50, 550, "Draft of yesterday"}}});
    upward(stamp.pages[0]);
    pdf::Page& page = content.pages[0];
    for (pdf::Run run : stamp.pages[0].runs) {
      run.begin += static_cast<std::uint32_t>(page.text.size());
      run.end += static_cast<std::uint32_t>(page.text.size());
      page.runs.push_back(run);
    }
    page.text += stamp.pages[0].text;
    CHECK(pdf::compose(content, Language::find("en")).text == "The old mill burned on the third of May");
  }
}

TEST_CASE("the day on which a PDF was made is a candidate, believed where the text speaks of days before it",
          "[reader][pdf]") {
  struct Row {
    const char* why;
    const char* text;
    double trust;
  };
  const auto row = GENERATE(values<Row>({
      {"two days later", "The old mill burned on 3 May 2014.", 0.5},
      {"years later, printed again", "The old mill burned on 3 May 2004.", 0.1},
      {"before a day that the text states", "The old mill burned on 3 May 2014; it opens on 1 June 2014.", 0.1},
      {"no day stated", "The old mill burned yesterday.", 0.1},
  }));
  INFO(row.why);
  pdf::Content content = content_of({{{50, 50, row.text}}});
  content.created = {2014, 5, 5};
  const Document document = pdf::compose(content, Language::find("en"));
  CHECK_FALSE(document.dct.known());
  REQUIRE(document.dct_candidates.size() == 1);
  CHECK(document.dct_candidates[0].trust == row.trust);
  const Analysis analysis = analyse(document, *Language::find("en"));
  CHECK(analysis.document.dct.known() == (row.trust == 0.5));
}

TEST_CASE("a PDF's own title counts only where the text has it", "[reader][pdf]") {
  struct Row {
    const char *stated, *title;
  };
  const auto row = GENERATE(values<Row>({
      {"The mill and the bridge", "The mill and the bridge"},
      {"Microsoft Word - draft7.doc", "A report"},
      {"", "A report"},
  }));
  pdf::Content content = content_of({{{50, 20, "A report", 16},
                                      {50, 50, "The mill and the bridge"},
                                      {50, 80, "The old mill burned on the third of May."}}});
  content.title = row.stated;
  CHECK(pdf::compose(content, Language::find("en")).title == row.title);
}
