// The day a page was published, of all that it says.
#include "reader/html/published.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "core/calendar/calendar.h"
#include "reader/html/date_text.h"
#include "tests/reader/html/page.h"
#include "tests/reader/html/page_tree.h"

namespace annal {
namespace {

using namespace test;

struct Row {
  const char* why;
  std::string head, body, url, day;
};

const std::vector<Row> stated_days{
    {"JSON-LD in a graph",
     R"(<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","dateModified":"2019-02-02","datePublished":"2019-02-01T08:00:00Z"}]}</script>)",
     "", "", "2019-02-01"},
    {"broken JSON-LD",
     R"(<script type="application/ld+json">[{"@type":"Article" "datePublished":"2019-02-01",,</script>)", "", "",
     "2019-02-01"},
    {"the article's day before that of its comment",
     R"(<script type="application/ld+json">{"@type":"Article","comment":[{"@type":"Comment","datePublished":"2020-01-01"}],"datePublished":"2019-02-01"}</script>)",
     "", "", "2019-02-01"},
    {"a meta tag", "<meta property='article:published_time' content='2019-02-01T23:30:00+01:00'>", "", "",
     "2019-02-01"},
    {"publication before change", "<meta property='article:modified_time' content='2019-03-01'>",
     "<p class=byline>Published 1 February 2019</p>", "", "2019-02-01"},
    {"the URL's path", "", "", "https://example.org/2019/02/01/ferry.html", "2019-02-01"},
    {"microdata", "", "<span itemprop=datePublished content='2019-02-01'>lately</span>", "", "2019-02-01"},
    {"the element time", "", "<time datetime='2019-02-01'>Friday</time>", "", "2019-02-01"},
    {"a byline of another language", "", "<div class=date>1. Februar 2019</div>", "", "2019-02-01"},
    {"year, month and day by their signs", "", "<div class=date>2019\u5E742\u67081\u65E5</div>", "", "2019-02-01"},
    {"the line under the headline that is the last change too, before the first use of the address",
     R"(<script type="application/ld+json">{"@type":"Article","datePublished":"2017-08-21","dateModified":"2019-02-01"}</script>)",
     "<h1>The ferry</h1><p class=date>01.02.2019</p>", "", "2019-02-01"},
    {"structured data before a line that nothing else bears out",
     R"(<script type="application/ld+json">{"@type":"Article","datePublished":"2019-02-01","dateModified":"2019-02-03"}</script>)",
     "<h1>The ferry</h1><p class=date>02.03.2019</p>", "", "2019-02-01"},
    {"a day beside its author before the day a program states", "<meta name=date content=2019-02-08>",
     "<h1>The ferry</h1><p class=date>01.02.2019 - Autor: Hafenblatt</p>", "", "2019-02-01"},
    {"the day shown beside a stamp in UTC of the night after",
     "<meta property='article:published_time' content='2019-02-02T02:54:29.000Z'>",
     "<h1>The ferry</h1><p class=date>Friday, February 1, 2019</p>", "", "2019-02-01"},
    {"the day shown beside a stamp in UTC of the evening before",
     "<meta property='article:published_time' content='2019-01-31T22:10:00+00:00'>",
     "<h1>The ferry</h1><p class=date>1 February 2019</p>", "", "2019-02-01"},
    {"a stamp in UTC of the day before that no zone makes the day shown",
     "<meta property='article:published_time' content='2019-02-01T13:00:00Z'>",
     "<h1>The ferry</h1><p class=date>31 January 2019</p>", "", "2019-02-01"},
    {"a stamp with a zone of its own before the day shown",
     "<meta property='article:published_time' content='2019-02-01T02:54:29+01:00'>",
     "<h1>The ferry</h1><p class=date>31 January 2019</p>", "", "2019-02-01"},
    {"an abbreviation with its stamp", "", "<abbr class=published title='2019-02-01T08:00:00+01:00'>Friday</abbr>", "",
     "2019-02-01"},
    {"the year first, the month a word", "", "<div class=date>2019. february 1.</div>", "", "2019-02-01"},
    {"numbers of a reference are no day", "", "<p class=date>doi 10.9/app.6.1.38</p>", "", ""},
    {"the day on which a member came is none of the page's", "",
     "<p class=meta>Joined: 3 May 2008</p><p>1 February 2019</p>", "", "2019-02-01"},
    {"publication after change in one line", "",
     "<h1>The ferry</h1><p>Last updated: 3 February 2019<br>Published: 1 February 2019</p>", "", "2019-02-01"},
    {"the day of the next issue is none of this one's", "",
     "<h1>The ferry</h1><p>The next issue will be published on 9 February 2019.</p><p>Printed 1 February 2019</p>", "",
     "2019-02-01"},
    {"what a page hands its scripts", "<script>page = {\"publishDate\" : \"2019-02-01T08:00:00Z\"};</script>", "", "",
     "2019-02-01"},
    {"no day at all", "", "<p>&copy; 2019 Harbour Post</p>", "", ""},
};

}  // namespace

TEST_CASE("the day of publication is taken from what is most to be believed", "[reader][html]") {
  const Row row = GENERATE(from_range(stated_days));
  INFO(row.why);
  const Document document = page(article_page(row.head, "", row.body + prose), row.url);
  if (row.day.empty()) {
    CHECK_FALSE(document.dct.known());
    return;
  }
  REQUIRE(document.dct.known());
  const auto wanted = written_days(row.day, false).front().at;
  CHECK(document.dct.at / seconds_per_day == wanted / seconds_per_day);
  CHECK_FALSE(document.dct.reason.empty());
}

TEST_CASE("the day of the visit, above all else, gives way to a line with a clock", "[reader][html]") {
  const Document document =
      page("<div class=date>Saturday, 2 February 2019</div><p>Harbour Post 1 Feb 2019, 22:11</p>" + prose);
  CHECK(document.dct.at == days_from_civil(2019, 2, 1) * seconds_per_day);
}

TEST_CASE("candidates stand in the order in which they are believed, each with its reason", "[reader][html]") {
  const std::string html =
      "<meta property='article:modified_time' content='2019-02-03'><meta property='article:published_time' "
      "content='2019-02-01'><p class=date>2 February 2019</p>";
  const auto found = published_candidates(tree_of(html), "https://example.org/2019/02/01/ferry");
  REQUIRE(found.size() >= 3);
  CHECK(found.front().dct.at == days_from_civil(2019, 2, 1) * seconds_per_day);
  for (const DctCandidate& candidate : found) {
    CHECK_FALSE(candidate.dct.reason.empty());
    CHECK(candidate.trust > 0);
    CHECK(candidate.trust <= 1);
  }
  CHECK(published_candidates(tree_of("<p>No day."), "").empty());
}

TEST_CASE("JSON-LD states days whether it is whole or broken", "[reader][html]") {
  struct Row {
    const char* json;
    std::size_t days;
  };
  const auto row = GENERATE(values<Row>({
      {"", 0},
      {"{}", 0},
      {R"({"datePublished":"2019-02-01"})", 1},
      {R"({"datePublished":"2019-02-01","dateModified":"2019-02-03"})", 2},
      {R"({"datePublished":"2019-02-01")", 1},
      {R"({"datePublished":"soon"})", 0},
      {R"({"datePublished":7})", 0},
      {R"({"startDate":"2019-02-01"})", 0},
  }));
  INFO(row.json);
  CHECK(json_ld_candidates(row.json, false).size() == row.days);
}

TEST_CASE("the day of writing never comes from an entry of a list, a table or a chronology", "[reader][html]") {
  struct Row {
    const char *why, *html;
    bool found;
  };
  const auto row = GENERATE(values<Row>({
      {"rows", "<table><tr><th>Date<th>Event<tr><td>3 May 2014<td>It burned<tr><td>5 May 2014<td>It closed</table>",
       false},
      {"a row alone", "<table><tr><th>Date<th>Event<tr><td>3 May 2014<td>It burned</table>", false},
      {"items", "<ul><li><b>3 May 2014</b> It burned.<li><b>5 May 2014</b> It closed.</ul>", false},
      {"an item alone", "<ul><li><b>3 May 2014</b> It burned.</ul>", false},
      {"items with times",
       "<ul><li><time datetime=2014-05-03>3 May</time> It burned.<li><time datetime=2014-05-05>5 May</time> x</ul>",
       false},
      {"terms", "<dl><dt>3 May 2014<dd>It burned.<dt>5 May 2014<dd>It closed.</dl>", false},
      {"headings", "<h2>3 May 2014</h2><p>It burned.<h2>5 May 2014</h2><p>It closed.", false},
      {"paragraphs", "<p>3 May 2014: It burned.<p>5 May 2014: It closed.", false},
      {"facts about the page", "<ul><li>By Ann<li>3 May 2014</ul><p>It burned.", true},
      {"words for it", "<ul><li><p>Published<p>3 May 2014</ul><p>It burned.", true},
      {"a named item", "<ul><li class=date>3 May 2014, 10:15 by Ann</ul><p>It burned.", true},
  }));
  INFO(row.why);
  CHECK(published_candidates(tree_of(std::string("<h1>The mill</h1>") + row.html), "").empty() != row.found);
}

TEST_CASE("3/4/2019 is read as in the page's country, in the text too", "[reader][html]") {
  struct Row {
    const char* lang;
    bool day_first;
  };
  const auto row = GENERATE(values<Row>({{"en", false}, {"en-US", false}, {"en-GB", true}, {"en_AU", true}}));
  const Document document = page("<html lang=" + std::string(row.lang) + "><p>Published 3/4/2019</p>" + prose);
  CHECK(document.day_first == row.day_first);
  CHECK(document.dct.at == days_from_civil(2019, row.day_first ? 4 : 3, row.day_first ? 3 : 4) * seconds_per_day);
}

}  // namespace annal
