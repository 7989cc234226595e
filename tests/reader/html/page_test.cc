// Pages to Documents: text, article, and the way back to the bytes.
#include <catch2/catch.hpp>

#include <string>

#include "core/calendar/calendar.h"
#include "core/unicode/utf8.h"
#include "reader/html/parser/parse.h"
#include "reader/html/read_html.h"
#include "tests/reader/html/page.h"

namespace annal {

using namespace std::string_literals;
using namespace test;

TEST_CASE("navigation, scripts, comments and hidden text stay out; headings, lists and captions are marked",
          "[reader][html]") {
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

TEST_CASE("blocks part words and inline elements do not; entities are read", "[reader][html]") {
  const Document document =
      page("<p>Fish&nbsp;&amp; chips,<b>5</b>th&#8211;6th<br>next line</p><div>one</div><div>two</div>");
  CHECK(document.text.find("Fish\u00A0& chips,5th\u20136th\nnext line") != std::string::npos);
  CHECK(document.text.find("one\n\ntwo") != std::string::npos);
}

TEST_CASE("every code point leads back to the bytes it came from", "[reader][html]") {
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

TEST_CASE("a script of SVG that holds elements gives its own text and nothing else", "[reader][html]") {
  const std::string script = "<svg><script type='application/ld+json'>";
  const std::string closed = "</script></svg><p>It closed on 3 May 2014.</p>";
  CHECK(page(script + "<a></a>" + closed).dct.reason == "the line \"it closed on 3 may 2014.\"");
  const Document document = page(script + "{\"name\":\"<a>secret</a>\",\"datePublished\":\"2014-05-03\"}" + closed);
  CHECK(document.dct.reason == "JSON-LD datePublished");
  CHECK(document.text == "It closed on 3 May 2014.");
}

TEST_CASE("the text of a page holds no control characters, and its places are right behind what replaces them",
          "[reader][html]") {
  const std::string html = "<p>Fire&#4294967195;31m on\u009B &#x9D;&#27;[31m 3 May 2014.&#4294967280; It fell.</p>";
  const Document document = page(html);
  CHECK(document.text == "Fire\uFFFD31m on\uFFFD \uFFFD\uFFFD[31m 3 May 2014.\uFFFD It fell.");
  CHECK_FALSE(find_invalid_utf8(document.text).has_value());
  CHECK(document.source.at(static_cast<std::uint32_t>(document.text.find("3 May"))) == html.find("3 May"));
  CHECK(document.source.at(static_cast<std::uint32_t>(document.text.find("It fell"))) == html.find("It fell"));
}

TEST_CASE("no letter of a broken page leads past its end", "[reader][html]") {
  const std::string html = "<p>One " + std::string(9, '\0') + "</i two &amp <b upp\x9b\x8d\xdf\x8d";
  const Document document = page(html);
  for (std::uint32_t at = 0; at < document.text.size(); ++at) CHECK(document.source.at(at) <= html.size());
}

TEST_CASE("a page that shows no text still says when it was published", "[reader][html]") {
  const Document document = page("<meta property='article:published_time' content='2019-02-01'><div id=app></div>");
  CHECK(document.text.empty());
  CHECK(document.dct.at == days_from_civil(2019, 2, 1) * seconds_per_day);
}

TEST_CASE("a hostile page gets an answer or one clear error", "[reader][html]") {
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

TEST_CASE("a page is known by its name or by how it begins", "[reader][html]") {
  CHECK(is_html("plain", "a.html"));
  CHECK(is_html("  <!-- x --><!DOCTYPE HTML>", "-"));
  CHECK(is_html("<\0h\0t\0m\0l\0>\0"s, "-"));
  CHECK_FALSE(is_html("The <html> tag opens a page.", "a.txt"));
  CHECK_FALSE(is_html("<?xml version=\"1.0\"?><TimeML>", "a.tml"));
}

}  // namespace annal
