// Prose, titles, datelines and boilerplate in texts as they are saved from pages, sent by agencies and typed by hand.
// The letter before each expected block is its kind: T title, D dateline, A date, P paragraph, B boilerplate.
#include "core/text/blocks.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "core/text/dateline_shape.h"
#include "core/text/lines.h"
#include "core/text/read.h"

using namespace annal;

namespace {

const Language& english() { return *Language::find("en"); }

Document document_of(const std::string& text) {
  Document document = read_text(text, "test").value();
  find_blocks(document, english());
  return document;
}

/// "T The title" a block, by its kind (title, dateline, date, paragraph, boilerplate), cut after its first 24 bytes.
std::vector<std::string> blocks_of(const std::string& text) {
  const Document document = document_of(text);
  std::vector<std::string> out;
  for (const Block& block : document.blocks) {
    out.push_back(std::string(1, "TDAPB"[static_cast<int>(block.kind)]) + " " +
                  std::string(slice(document.text, block.span).substr(0, 24)));
  }
  return out;
}

using Blocks = std::vector<std::string>;

}  // namespace

TEST_CASE("a page saved with its furniture keeps its prose and loses the rest", "[core][text]") {
  CHECK(blocks_of("Skip to main content\n\nLatest News\n\nPortvale, Osterby Leaders Sign Accord on 'Shared Waters'\n\n"
                  "Mayor Ada Lund (left) and Minister Bo Oke (combo photo)\n\n"
                  "Mayor Ada Lund and Minister Bo Oke on May 4 signed an accord that ends the quarrel over the bay.\n\n"
                  "\"We waited for this,\" Lund said. \"For nine years the ferries of Osterby could not land here, and "
                  "ours could not land there.\"\n\n"
                  "Oke agreed, and thanked the fishermen of both towns.\n\n"
                  "The accord is set to expire in early March.\n\n"
                  "With reporting by Northern Wire, Bay Press, and Lakeside Radio\n  \u2022 16x9 Image\n\n\n"
                  "    Harbour Radio reporters bring the news in 7 languages to 4 islands where few papers are "
                  "printed. We tell people what they "
                  "cannot read elsewhere.") ==
        Blocks{"B Skip to main content", "B Latest News", "T Portvale, Osterby Leader", "B Mayor Ada Lund (left) an",
               "P Mayor Ada Lund and Minis", "P \"We waited for this,\" Lu", "P Oke agreed, and thanked ",
               "P The accord is set to exp", "B With reporting by Northe", "B \u2022 16x9 Image",
               "B Harbour Radio reporters "});
}

TEST_CASE("title, dateline and byline stand before the text", "[core][text]") {
  CHECK(blocks_of("Ferry stays in port after crack is found\n\nBy Ada Lund\n\nPublished 14 May 2019 at 10:32 a.m.\n\n"
                  "The ferry stayed in port on Tuesday after a crack was found.") ==
        Blocks{"T Ferry stays in port afte", "B By Ada Lund", "D Published 14 May 2019 at",
               "P The ferry stayed in port"});
  CHECK(blocks_of("PORTVALE, May 14, 2019 (Northern Wire) -- The ferry stayed in port after a crack was found.") ==
        Blocks{"D PORTVALE, May 14, 2019 (", "P The ferry stayed in port"});
  CHECK(document_of("Ferry  stays\tin port after crack\n\nThe ferry stayed in port on Tuesday after a crack was found.")
            .title == "Ferry stays in port after crack");
}

TEST_CASE("a title may ask", "[core][text]") {
  CHECK(blocks_of("Who really paid for the old bridge?\n\nThe town paid for the bridge, as letters found last year "
                  "show beyond doubt.") == Blocks{"T Who really paid for the ", "P The town paid for the br"});
}

TEST_CASE("a text without a title has none", "[core][text]") {
  const Document document =
      document_of("The ferry stayed in port on Tuesday after a crack was found.\n\nIt will sail again in June.");
  CHECK(document.title.empty());
  CHECK(document.blocks.size() == 2);
}

TEST_CASE("a title that is given stays", "[core][text]") {
  Document document;
  document.title = "Given";
  document.text = "Ferry stays in port after crack\n\nThe ferry stayed in port on Tuesday after a crack was found.";
  find_blocks(document, english());
  CHECK(document.title == "Given");
}

TEST_CASE("lines wrapped by hand are one paragraph, whatever their ends look like", "[core][text]") {
  CHECK(blocks_of("The council of Portvale met on Tuesday to vote on the bridge that\n"
                  "the county has promised since 1998. Mayor Ada Lund, who had come\n"
                  "back from Osterby the night before, spoke for an hour. No one in\n"
                  "the hall left.\n"
                  "   The vote was postponed to Friday. It was the third time since\n"
                  "the spring that members could not agree.\n\n"
                  "A decision is expected in June, before the council goes into its\n"
                  "summer recess.\n") ==
        Blocks{"P The council of Portvale ", "P The vote was postponed t", "P A decision is expected i"});
}

TEST_CASE("one line a paragraph without blank lines is several paragraphs", "[core][text]") {
  CHECK(blocks_of("The council of Portvale met on Tuesday to vote on the bridge that the county has promised since the "
                  "spring of 1998, when the old one fell into the river.\n"
                  "Nobody left the hall.\n"
                  "Mayor Ada Lund spoke for an hour and asked the members to wait until Friday, when the county's "
                  "engineers are to report on the piers.\n") ==
        Blocks{"P The council of Portvale ", "P Nobody left the hall.", "P Mayor Ada Lund spoke for"});
}

TEST_CASE("headings between paragraphs are titles, lines of a chronology are not", "[core][text]") {
  CHECK(blocks_of(
            "The Portvale bridge\n\nThe bridge was planned for forty years before it was built.\n\nThe flood (1998)\n\n"
            "A flood took the old bridge in the spring of that year.\n\n14 May 1999: Lund elected mayor\n\nShe had "
            "promised a new bridge in every speech.") ==
        Blocks{"T The Portvale bridge", "P The bridge was planned f", "T The flood (1998)",
               "P A flood took the old bri", "P 14 May 1999: Lund electe", "P She had promised a new b"});
}

TEST_CASE("a list of facts without a single sentence is kept whole", "[core][text]") {
  CHECK(blocks_of("1998: Flood takes the old bridge\n1999: Lund elected mayor\n2003: Work begins on the piers\n") ==
        Blocks{"P 1998: Flood takes the ol", "P 1999: Lund elected mayor", "P 2003: Work begins on the"});
  CHECK(blocks_of("Bridge opens 3 May 2004") == Blocks{"P Bridge opens 3 May 2004"});
}

TEST_CASE("menus and buttons between paragraphs are boilerplate", "[core][text]") {
  CHECK(blocks_of("Lund wins a third term as mayor\n\nAda Lund won a third term on Sunday with a margin of ninety "
                  "votes.\n\nShare\nTweet 24\nPrint\n\n"
                  "Advertisement\n\nShe thanked her voters on the steps of the hall.\n\nRelated articles\n\nBridge "
                  "delayed for another year\n\nFerry stays in port\n\n"
                  "Read more: Bridge delayed for another year\n\nhttps://www.example.org/lund\n\n\u00A9 2019 Harbour "
                  "Press. All rights reserved.") ==
        Blocks{"T Lund wins a third term a", "P Ada Lund won a third ter", "B Share", "B Tweet 24", "B Print",
               "B Advertisement", "P She thanked her voters o", "B Related articles", "B Bridge delayed for anoth",
               "B Ferry stays in port", "B Read more: Bridge delaye", "B https://www.example.org/",
               "B \u00A9 2019 Harbour Press. A"});
}

TEST_CASE("loose lines after the last paragraph are teasers, but facts and bullets stay", "[core][text]") {
  const std::string text = "The council of Portvale met on Tuesday to vote on the bridge.\n\n";
  CHECK(blocks_of(text + "Why the ferry still does not sail\n\nWhat the mayor left unsaid in Osterby\n\nTen bridges to "
                         "see this year\n") == Blocks{"P The council of Portvale ", "B Why the ferry still does",
                                                      "B What the mayor left unsa", "B Ten bridges to see this "});
  CHECK(blocks_of(text + "\u2022 Lund resigned as mayor of Portvale\n\u2022 Oke was sent to Osterby\n\u2022 The bridge "
                         "was never built\n") == Blocks{"P The council of Portvale ", "P \u2022 Lund resigned as may",
                                                        "P \u2022 Oke was sent to Oste",
                                                        "P \u2022 The bridge was never"});
  CHECK(blocks_of(text +
                  "1998: flood takes the old bridge\n1999: Lund is elected mayor\n2003: work begins on the piers\n") ==
        Blocks{"P The council of Portvale ", "P 1998: flood takes the ol", "P 1999: Lund is elected ma",
               "P 2003: work begins on the"});
  CHECK(blocks_of(text + "March (8)\nApril (12)\nMay (1)\n") ==
        Blocks{"P The council of Portvale ", "B March (8)", "B April (12)", "B May (1)"});
}

TEST_CASE("a sentence is prose although it has words of menus in it", "[core][text]") {
  for (const char* sentence :
       {"Share prices fell on Monday after the mill closed.", "Live music returned to the hall in June.",
        "Photos taken by Lund were shown in Osterby in 1998.", "Home sales rose in May.",
        "Reporting by the committee was late, the mayor said.", "Copyright law was changed in 2014.",
        "More than ten people read it.", "Like her father, Lund was born in Osterby.", "Follow-up work began in March.",
        "He sat on the left (the right was taken) and waited.", "Comments by the mayor angered the council.",
        "The ad was withdrawn on Friday.", "They left."}) {
    INFO(sentence);
    const std::string before = "The council of Portvale met on Tuesday to vote on the bridge.\n\n";
    const std::string after = "\n\nNobody left the hall before the vote was over.";
    const Document document = document_of(before + sentence + after);
    REQUIRE(document.blocks.size() == 3);
    CHECK(document.blocks[1].kind == BlockKind::paragraph);
  }
}

TEST_CASE("what follows the credits stays if it is dated or long", "[core][text]") {
  const std::string text =
      "The council of Portvale met on Tuesday to vote on the bridge.\n\n(Reporting by Ada Lund; Editing by Bo Oke)\n\n";
  CHECK(blocks_of(text + "This story was changed on 14 May 2019 to mend a name.").back() ==
        "P This story was changed o");
  CHECK(blocks_of(text + "We print what matters.").back() == "B We print what matters.");
  CHECK(blocks_of(text + std::string("The mayor of Osterby voted against the bridge and left the hall. ") +
                  std::string("She said that the county had promised a tunnel and that she would go to court over it."))
            .back() == "P The mayor of Osterby vot");
}

TEST_CASE("one line alone is the text, whatever it looks like", "[core][text]") {
  CHECK(blocks_of("by EOD") == Blocks{"P by EOD"});
  CHECK(blocks_of("end of 2012") == Blocks{"P end of 2012"});
}

TEST_CASE("a leading dateline is measured with its dash", "[core][text]") {
  struct Row {
    const char* paragraph;
    const char* dateline;
  };
  const auto row = GENERATE(values<Row>({
      {"PORTVALE, Nov. 14 (Agency) -- The mayor left.", "PORTVALE, Nov. 14 (Agency) --"},
      {"PORTVALE \u2014 The mayor left.", "PORTVALE \u2014"},
      {"NEW PORTVALE (Agency) _ The mayor left.", "NEW PORTVALE (Agency) _"},
      {"Portvale, Nov. 14 \u2013 The mayor left.", "Portvale, Nov. 14 \u2013"},
      {"PORTVALE, Mass. (Agency)\u2014The mayor left.", "PORTVALE, Mass. (Agency)\u2014"},
      {"The accord (signed in May) \u2014 a first \u2014 holds.", ""},
      {"Ada Lund (left) \u2014 the mayor \u2014 signs.", ""},
      {"Lund \u2014 the mayor \u2014 left.", ""},
      {"The mayor left \u2014 at last.", ""},
      {"A vote: NO \u2014 again.", ""},
      {"\u2014 No, said the mayor.", ""},
  }));
  INFO(row.paragraph);
  const std::string_view paragraph = row.paragraph;
  CHECK(paragraph.substr(0, leading_dateline(paragraph, english())) == row.dateline);
}

TEST_CASE("lines of datelines and bylines are told from others", "[core][text]") {
  for (const char* line :
       {"Published 14 November 2016", "Last updated: Nov. 14, 2016 10:32 a.m. GMT", "14 November 2016",
        "Monday, November 14, 2016", "2016-11-14 10:32", "PORTVALE, 14 May 2019",
        "By Ada Lund and Bo Oke, Nov. 14, 2016", "PORTVALE (Agency) --", "First published on 3rd May, 1998"}) {
    INFO(line);
    CHECK(is_dateline(line, english()));
  }
  for (const char* line : {"The flood of 14 May 1998 and after", "Lund elected", "1998", "May 1998", "Published",
                           "14 people left in May", "Scores: 3 2 1"}) {
    INFO(line);
    CHECK_FALSE(is_dateline(line, english()));
  }
  CHECK(is_byline("By Ada Lund", english()));
  CHECK(is_byline("by Ada Lund, Northern Wire", english()));
  CHECK_FALSE(is_byline("By then the mill had closed", english()));
  CHECK_FALSE(is_byline("By Tuesday it was over.", english()));
}

TEST_CASE("blocks cover every letter, in order, without white space round them", "[core][text][property]") {
  rc::prop("for any heap of lines", [] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "Share", "Read more", "The mill closed in 1998 and burned a year later.", "PORTVALE, May 4 (Wire) -- ", "\n",
        "\n\n", "   ", "\t", "\u2022 ", "By Ada Lund", "With reporting by Oke", "Published 14 May 2019",
        "a line of words that goes on for a while and does not end", "\u00A0", "(left)", "\u3000", "14", "Who?"));
    std::string text;
    for (const std::string& piece : pieces) text += piece;
    const auto read = read_text(text, "test");
    if (!read) return;
    Document document = *read;
    find_blocks(document, english());
    std::uint32_t at = 0;
    const auto white = [&](std::uint32_t from, std::uint32_t to) {
      return !read_text(document.text.substr(from, to - from), "gap");
    };
    for (const Block& block : document.blocks) {
      RC_ASSERT(at <= block.span.begin);
      RC_ASSERT(block.span.begin < block.span.end);
      RC_ASSERT(white(at, block.span.begin));
      RC_ASSERT(!white(block.span.begin, block.span.begin + 1) ||
                static_cast<unsigned char>(document.text[block.span.begin]) >= 0x80);
      at = block.span.end;
    }
    RC_ASSERT(white(at, static_cast<std::uint32_t>(document.text.size())));
  });
}

TEST_CASE("a line that leads to other articles is none of this one, in any language", "[core][text][blocks]") {
  const auto row = GENERATE(values<std::pair<const char*, const char*>>({
      {"en", "Read also: Station opened (4 May 2011)"},
      {"de", "Lesen Sie auch: Bahnhof er\u00F6ffnet (4. Mai 2011)"},
      {"es", "Te puede interesar: Abre la estaci\u00F3n (4 de mayo de 2011)"},
      {"fr", "\u00C0 lire aussi : La gare ouvre (4 mai 2011)"},
      {"ru",
       "\u0427\u0438\u0442\u0430\u0439\u0442\u0435 \u0442\u0430\u043A\u0436\u0435: "
       "\u0412\u043E\u043A\u0437\u0430\u043B (4 \u043C\u0430\u044F 2011)"},
      {"uk",
       "\u0427\u0438\u0442\u0430\u0439\u0442\u0435 \u0442\u0430\u043A\u043E\u0436: "
       "\u0412\u043E\u043A\u0437\u0430\u043B (4 \u0442\u0440\u0430\u0432\u043D\u044F 2011)"},
  }));
  const std::string prose = "Aaa bbb ccc ddd eee fff ggg hhh iii jjj kkk lll.";
  Document document = read_text(prose + "\n\n" + row.second + "\n\n" + prose, "test").value();
  find_blocks(document, *Language::find(row.first));
  REQUIRE(document.blocks.size() == 3);
  CHECK(document.blocks[1].kind == BlockKind::boilerplate);
}
