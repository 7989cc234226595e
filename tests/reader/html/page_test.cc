// Pages to Documents: character sets, text, article, and the way back to the bytes.
#include <catch2/catch.hpp>

#include <string>

#include "core/calendar/calendar.h"
#include "core/unicode/utf8.h"
#include "reader/html/charset.h"
#include "reader/html/date_text.h"
#include "reader/html/parser/parse.h"
#include "reader/html/read_html.h"

namespace annal {
namespace {

using namespace std::string_literals;

const Language& english() { return *Language::find("en"); }

Document page(const std::string& html, const std::string& url = "") {
  auto document = read_html(html, "page.html", url, &english());
  REQUIRE(document.has_value());
  return *document;
}

std::string article_page(const std::string& head, const std::string& before, const std::string& body) {
  return "<!DOCTYPE html><html lang=en><head><title>The ferry is back | Harbour Post</title>" + head + "</head><body>" +
         before + "<article><h1>The ferry is back</h1>" + body + "</article></body></html>";
}

const std::string prose =
    "<p>The old ferry sailed again on Monday, after a winter in the yard, and the town came out to greet it with "
    "flags.</p><p>Its captain, who had waited for months, said the new engine ran well, and that the summer "
    "timetable, with six crossings a day, would begin in June.</p>";

}  // namespace

TEST_CASE("a page is decoded by its mark, by what it says, or by what its bytes are", "[core][html]") {
  struct Row {
    const char* why;
    std::string bytes, text, charset;
  };
  const auto row = GENERATE(values<Row>({
      {"UTF-8 without a word", "caf\xC3\xA9", "caf\u00E9", "UTF-8"},
      {"a byte-order mark",
       "\xEF\xBB\xBF"
       "a",
       "a", "UTF-8"},
      {"UTF-16 with a mark", "\xFF\xFE<\0\xE9\0"s, "<\u00E9", "UTF-16LE"},
      {"UTF-16 without one", "\0<\0a"s, "<a", "UTF-16BE"},
      {"no UTF-8 and no word: Windows-1252", "caf\xE9 \x93x\x94", "caf\u00E9 \u201Cx\u201D", "WINDOWS-1252"},
      {"Latin-1 on the web means Windows-1252", "<meta charset=iso-8859-1>\x96", "<meta charset=iso-8859-1>\u2013",
       "WINDOWS-1252"},
      {"a declared set", "<meta charset='koi8-r'>\xC1", "<meta charset='koi8-r'>\u0430", "KOI8-R"},
      {"a label of the web's own", "<meta charset=x-sjis>\x82\xA0", "<meta charset=x-sjis>\u3042", "CP932"},
      {"a set that the C library knows and the web does not", "<meta charset=ibm037>\xE9",
       "<meta charset=ibm037>\u00E9", "WINDOWS-1252"},
      {"a set that nobody knows", "<meta charset=ferry>\xE9", "<meta charset=ferry>\u00E9", "WINDOWS-1252"},
      {"UTF-8 whatever is declared", "<meta charset=koi8-r>\xC3\xA9", "<meta charset=koi8-r>\u00E9", "UTF-8"},
      {"a broken byte in declared UTF-8", "<meta charset=utf-8>\xC3", "<meta charset=utf-8>\uFFFD", "UTF-8"},
  }));
  INFO(row.why);
  const Decoded decoded = decode_page(row.bytes);
  CHECK(decoded.text == row.text);
  CHECK(decoded.charset == row.charset);
}

TEST_CASE("navigation, scripts, comments and hidden text stay out; headings, lists and captions are marked",
          "[core][html]") {
  const Document document = page(article_page(
      "<script>var x = '1 May 1999';</script>", "<nav><a href=/>Home</a> <a href=/news>News</a></nav>",
      prose +
          "<h2>What it cost</h2><ul><li>A new engine, built in the north</li></ul><blockquote><p>It was "
          "worth the wait.</p></blockquote><figure><img src=a.jpg><figcaption>The quay in spring</figcaption></figure>"
          "<p style='display: none'>Nobody reads this.</p></article>"
          "<div class=comments><p>I was there, and it was a very long day, I can tell you, with rain and "
          "wind.</p></div>"
          "<div class=related><a href=/1>Ten other ferries</a></div>"));
  CHECK(document.title == "The ferry is back");
  for (const char* gone : {"Home", "1999", "Nobody", "I was there", "Ten other"})
    CHECK(document.text.find(gone) == std::string::npos);
  const auto kind_of = [&](const std::string& words) {
    for (const Block& block : document.blocks)
      if (slice(document.text, block.span).find(words) != std::string_view::npos) return block;
    FAIL("no block holds: " + words);
    return Block{};
  };
  CHECK(kind_of("What it cost").level == 2);
  CHECK(kind_of("What it cost").kind == BlockKind::title);
  CHECK(kind_of("new engine, built").role == BlockRole::item);
  CHECK(kind_of("worth the wait").role == BlockRole::quote);
  CHECK(kind_of("The quay").role == BlockRole::caption);
}

TEST_CASE("blocks part words and inline elements do not; entities are read", "[core][html]") {
  const Document document =
      page("<p>Fish&nbsp;&amp; chips,<b>5</b>th&#8211;6th<br>next line</p><div>one</div><div>two</div>");
  CHECK(document.text.find("Fish\u00A0& chips,5th\u20136th\nnext line") != std::string::npos);
  CHECK(document.text.find("one\n\ntwo") != std::string::npos);
}

TEST_CASE("every code point leads back to the bytes it came from", "[core][html]") {
  for (const std::string& html :
       {article_page("", "", prose + "<p>Tea &amp; cake at the caf\xC3\xA9 &eacute; 5</p>"),
        article_page("", "", prose + "<p>A zero" + std::string(5, '\0') + " byte, and more words</p>"),
        article_page("<meta charset=windows-1252>", "", prose + "<p>caf\xE9 &amp; more</p>")}) {
    const Document document = page(html);
    std::uint32_t before = 0;
    for (std::uint32_t at = 0; at < document.text.size(); ++at) {
      const std::uint32_t source = document.source.at(at);
      REQUIRE(source < html.size());
      const char c = document.text[at];
      if (static_cast<unsigned char>(c) < 0x80 && c != '\n' && c != ' ' && c != '&') CHECK(html[source] == c);
      if (c == '&') CHECK(html.substr(source, 5) == "&amp;");
      if (at > document.title.size()) CHECK(source >= before);
      before = source;
    }
  }
}

TEST_CASE("a script of SVG that holds elements gives its own text and nothing else", "[core][html]") {
  const std::string script = "<svg><script type='application/ld+json'>";
  const std::string closed = "</script></svg><p>It closed on 3 May 2014.</p>";
  CHECK(page(script + "<a></a>" + closed).dct.reason == "the line \"it closed on 3 may 2014.\"");
  const Document document = page(script + "{\"name\":\"<a>secret</a>\",\"datePublished\":\"2014-05-03\"}" + closed);
  CHECK(document.dct.reason == "JSON-LD datePublished");
  CHECK(document.text == "It closed on 3 May 2014.");
}

TEST_CASE("the text of a page holds no control characters, and its places are right behind what replaces them",
          "[core][html]") {
  const std::string html = "<p>Fire&#4294967195;31m on\u009B &#x9D;&#27;[31m 3 May 2014.&#4294967280; It fell.</p>";
  const Document document = page(html);
  CHECK(document.text == "Fire\uFFFD31m on\uFFFD \uFFFD\uFFFD[31m 3 May 2014.\uFFFD It fell.");
  CHECK_FALSE(find_invalid_utf8(document.text).has_value());
  CHECK(document.source.at(static_cast<std::uint32_t>(document.text.find("3 May"))) == html.find("3 May"));
  CHECK(document.source.at(static_cast<std::uint32_t>(document.text.find("It fell"))) == html.find("It fell"));
}

TEST_CASE("no letter of a broken page leads past its end", "[core][html]") {
  const std::string html = "<p>One " + std::string(9, '\0') + "</i two &amp <b upp\x9b\x8d\xdf\x8d";
  const Document document = page(html);
  for (std::uint32_t at = 0; at < document.text.size(); ++at) CHECK(document.source.at(at) <= html.size());
}

namespace {

struct PublicationCase {
  const char* why;
  std::string head, body, url, day;
};
const std::vector<PublicationCase> publications{
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

TEST_CASE("the day of publication is taken from what is most to be believed", "[core][html]") {
  const PublicationCase row = GENERATE(from_range(publications));
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

TEST_CASE("the day of the visit, above all else, gives way to a line with a clock", "[core][html]") {
  const Document document =
      page("<div class=date>Saturday, 2 February 2019</div><p>Harbour Post 1 Feb 2019, 22:11</p>" + prose);
  CHECK(document.dct.at == days_from_civil(2019, 2, 1) * seconds_per_day);
}

TEST_CASE("a page that shows no text still says when it was published", "[core][html]") {
  const Document document = page("<meta property='article:published_time' content='2019-02-01'><div id=app></div>");
  CHECK(document.text.empty());
  CHECK(document.dct.at == days_from_civil(2019, 2, 1) * seconds_per_day);
}

TEST_CASE("a hostile page gets an answer or one clear error", "[core][html]") {
  std::string deep, attributes = "<p ";
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  for (int i = 0; i < 2'000; ++i) attributes += "a" + std::to_string(i) + "=1 ";
  CHECK(html::parse(deep).error().message == "its tags are nested more than 1000 deep, which no article needs");
  CHECK(html::parse(attributes + ">x").error().message == "the tag <p> has 2000 attributes, more than 1000");
  std::string flat;
  for (int i = 0; i < 125'001; ++i) flat += "<b></b>";
  CHECK(html::parse(flat).error().message == "it has more than 250000 tags, which no article needs");
  CHECK(html::parse(std::string_view(flat).substr(0, flat.size() / 2)).has_value());
  CHECK(read_html("<p>" + std::string(std::size_t{1} << 24, 'x'), "p.html", "", &english()).error().message ==
        "p.html: longer than 16 MiB, which no article needs");
  CHECK(page("<p>" + std::string(3000, '<')).text.size() == 3000);
  CHECK(read_html("<script>1 May 2001</script>", "p.html", "", &english()).error().message ==
        "p.html: the page shows no text; give it an article to read");
  CHECK(page("<!DOCTYPE html [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;\">]><p>&c; is &a;</p>").text.size() < 100);
  CHECK(page("<p>cut <b short").text == "cut");
  std::string unclosed;
  for (int i = 0; i < 5'000; ++i) unclosed += "<p>x<li>y";
  CHECK(html::parse(unclosed).has_value());
}

TEST_CASE("a page is known by its name or by how it begins", "[core][html]") {
  CHECK(is_html("plain", "a.html"));
  CHECK(is_html("  <!-- x --><!DOCTYPE HTML>", "-"));
  CHECK(is_html("<\0h\0t\0m\0l\0>\0"s, "-"));
  CHECK_FALSE(is_html("The <html> tag opens a page.", "a.txt"));
  CHECK_FALSE(is_html("<?xml version=\"1.0\"?><TimeML>", "a.tml"));
}

}  // namespace annal
