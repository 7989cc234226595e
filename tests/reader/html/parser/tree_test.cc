// Tags to a tree, as the HTML standard has it and browsers do it.
#include <catch2/catch.hpp>

#include <string>

#include "reader/html/parser/parse.h"
#include "tests/reader/html/parser/written_tree.h"

namespace annal::html {
namespace {

using namespace std::string_literals;

/// What the body of the page holds.
std::string body_of(const std::string& html) {
  const auto dom = parse(html);
  REQUIRE(dom.has_value());
  const NodeId body = dom->nodes[dom->nodes[0].first].last;
  return written(*dom, body);
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("tags make the tree that browsers make of them", "[core][html]") {
  struct Row {
    const char* why;
    std::string html, body;
  };
  const auto row = GENERATE(values<Row>({
      {"a paragraph ends the one before", "<p>a<p>b", "p(a)p(b)"},
      {"so does an item, but not that of an outer list", "<ul><li>a<ul><li>b</ul><li>c</ul>",
       "ul(li(aul(li(b)))li(c))"},
      {"dd and dt end each other", "<dl><dt>a<dd>b<dt>c</dl>", "dl(dt(a)dd(b)dt(c))"},
      {"an end tag that ends nothing makes an empty paragraph", "1</p>2", "1p()2"},
      {"formatting nested wrongly is on both sides", "<b>1<p>2</b>3</p>", "b(1)p(b(2)3)"},
      {"a link ends the one before", "<a href=x>1<a>2", "a[href=x](1)a(2)"},
      {"formatting left open goes on in the next paragraph", "<p><b>1<p>2", "p(b(1))p(b(2))"},
      {"three alike at most", "<p><b><b><b><b>1<p>2", "p(b(b(b(b(1)))))p(b(b(b(2))))"},
      {"rows and bodies of tables are implied", "<table><td>1<td>2", "table(tbody(tr(td(1)td(2))))"},
      {"what a table may not hold stands before it", "<table>1<tr><i>2</i><td>3</table>4",
       "1i(2)table(tbody(tr(td(3))))4"},
      {"and white space with it, if no tag comes between", "<table> </>1", " 1table()"},
      {"a table within a paragraph of a page without a document type", "<p>1<table><td>2",
       "p(1table(tbody(tr(td(2)))))"},
      {"and of one with it", "<!DOCTYPE html><p>1<table><td>2", "p(1)table(tbody(tr(td(2))))"},
      {"a choice ends the one before", "<select><option>1<option>2<div>3</select>4", "select(option(1)option(23))4"},
      {"a rule ends a choice and its group", "<select><optgroup><option>1<hr><option>2</select>3",
       "select(optgroup(option(1))hr()option(2))3"},
      {"a slash closes tags of SVG alone", "<svg><path/><g>1</g></svg><div/>2", "svg(path()g(1))div(2)"},
      {"a tag of HTML ends SVG", "<svg><g><p>1", "svg(g())p(1)"},
      {"HTML may be in a foreignObject", "<svg><foreignObject><p>1</svg>2", "svg(foreignobject(p(12)))"},
      {"a script of SVG holds elements", "<svg><script><a>1</a></script></svg>2", "svg(script(a(1)))2"},
      {"formatting left open goes on in SVG within HTML within SVG", "<svg><desc><font><b></font><svg>1",
       "svg(desc(font(b())b(svg(1))))"},
      {"sections of CDATA are text in SVG and comments elsewhere", "<svg><![CDATA[<b>&amp;]]></svg><![CDATA[1]]>2",
       "svg(<b>&amp;)2"},
      {"a template keeps its own rows", "<template><tr><td>1</template>2", "2"},
      {"columns hold white space alone", "<body><template><col>1 2 </template>", "template(col()  )"},
      {"so do framesets", "<frameset> 1 2</frameset>", "  "},
      {"and the page behind one, in what formatting came before", "<i><frameset></frameset> 1</html>2 ", " "},
      {"a heading ends the one before", "<h1>1<h2>2</h1>3", "h1(1)h2(2)3"},
      {"objects keep formatting in", "<object><b>1</object>2", "object(b(1))2"},
      {"a second nobr ends the first, though an object that was never closed keeps it out of sight",
       "<nobr>1<table><object></table><nobr>2", "nobr(1object()table())nobr(2)"},
      {"the first line feed of preformatted text is none", "<pre>\n1\n</pre>", "pre(1\n)"},
      {"a form holds no form", "<form>1<form>2</form>3", "form(12)3"},
      {"not behind a template that holds one either", "<form>1<template><form></template><form>2",
       "form(1template(form())2)"},
      {"unknown tags nest by name", "<x-a><x-b>1</x-a>2", "x-a(x-b(1))2"},
      {"text behind the body is in it", "1</body>2", "12"},
      {"a repeated attribute counts once", "<p ID=a id=b Class='x&amp;y'>1", "p[id=a][class=x&y](1)"},
  }));
  INFO(row.why);
  CHECK(body_of(row.html) == row.body);
}

TEST_CASE("comments and text-only elements end where browsers end them", "[core][html]") {
  struct Row {
    const char* why;
    std::string html, body;
  };
  const auto row = GENERATE(values<Row>({
      {"a comment", "<p>1<!-- <b> -->2", "p(12)"},
      {"one that ends at once", "<p>1<!--><b>2", "p(1b(2))"},
      {"one that ends at once with a dash", "<p>1<!---><b>2", "p(1b(2))"},
      {"one that ends with an exclamation mark", "<p>1<!-- --!><b>2", "p(1b(2))"},
      {"more dashes", "<p>1<!----- ---><b>2", "p(1b(2))"},
      {"one that never ends", "<p>1<!-- <b>2", "p(1)"},
      {"what only looks like markup", "<p>1<!x><?y></ z><b>2", "p(1b(2))"},
      {"signs that are text", "<p>1 < 2 <3 << </", "p(1 < 2 <3 << </)"},
      {"an end tag without a name", "<p>1</>2", "p(12)"},
      {"a tag cut short", "<p>1<b x", "p(1)"},
      {"a greater-than sign in quotation marks", "<p x='>'>1", "p[x=>](1)"},
      {"a script with markup", "<p><script>'</p>'<b></script>1", "p(script('</p>'<b>)1)"},
      {"a script within a comment within a script", "<p><script><!--<script></script>--></script>1",
       "p(script(<!--<script></script>-->)1)"},
      {"a comment in a script that ends at once", "<p><script><!--><script></script>1", "p(script(<!--><script>)1)"},
      {"another end tag in raw text", "<p><style></styles></style>1", "p(style(</styles>)1)"},
      {"references in a text area", "<textarea>\n<b>&amp;</textarea>1", "textarea(<b>&)1"},
      {"no references in raw text", "<xmp>&amp;</xmp>1", "xmp(&amp;)1"},
      {"plain text to the end", "<plaintext></plaintext>1", "plaintext(</plaintext>1)"},
  }));
  INFO(row.why);
  CHECK(body_of(row.html) == row.body);
}

TEST_CASE("a table ends a paragraph but in a page whose document type is old, broken or missing", "[core][html]") {
  struct Row {
    const char* why;
    std::string doctype;
    bool quirks;
  };
  const auto row = GENERATE(values<Row>({
      {"none", "", true},
      {"that of today", "<!DOCTYPE html>", false},
      {"one without a space", "<!doctypeHTML>", false},
      {"another name", "<!DOCTYPE html5>", true},
      {"a public identifier", "<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 4.01//EN'>", false},
      {"an old one", "<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 3.2 Final//EN'>", true},
      {"one that is old without a system identifier", "<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 4.01 Frameset//EN'>",
       true},
      {"and with it", "<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 4.01 Frameset//EN' ''>", false},
      {"a system identifier", "<!DOCTYPE html SYSTEM 'about:legacy-compat'>", false},
      {"a keyword without one", "<!DOCTYPE html PUBLIC>", true},
      {"another keyword", "<!DOCTYPE html PUBLICK ''>", true},
      {"more behind a public identifier", "<!DOCTYPE html PUBLIC '' x>", true},
      {"more behind a system identifier", "<!DOCTYPE html PUBLIC '' '' x>", false},
      {"a system identifier that is not closed", "<!DOCTYPE html PUBLIC '' \">", true},
  }));
  INFO(row.why);
  CHECK(body_of(row.doctype + "<p>1<table>") == (row.quirks ? "p(1table())" : "p(1)table()"));
}

TEST_CASE("references are read as the standard has it, and never as bytes that are no character", "[core][html]") {
  struct Row {
    const char* why;
    std::string html, body;
  };
  const auto row = GENERATE(values<Row>({
      {"by name", "&eacute;&amp;&lt;", "\u00E9&<"},
      {"without the semicolon where that is old", "&eacute &ampx", "\u00E9 &x"},
      {"the longest name", "&notin; &notit;", "\u2209 \u00ACit;"},
      {"two characters", "&NotEqualTilde;", "\u2242\u0338"},
      {"no name", "&ferry; & &;", "&ferry; & &;"},
      {"by number", "&#233;&#xE9;&#XE9", "\u00E9\u00E9\u00E9"},
      {"Windows-1252 by number", "&#150;&#x80;", "\u2013\u20AC"},
      {"a control of C1", "&#x81;&#157;", "\uFFFD\uFFFD"},
      {"another control, by number", "&#27;&#x7F;&#1;", "\uFFFD\uFFFD\uFFFD"},
      {"white space, by number", "1&#9;&#10;&#xC;2", "1\t\n\f2"},
      {"a noncharacter by number", "&#xFFFE;&#xFDD0;&#x1FFFF;", "\uFFFD\uFFFD\uFFFD"},
      {"a control of C1 as it stands", "\u0081\u009B", "\uFFFD\uFFFD"},
      {"past all characters", "&#1114112;&#4294967168;&#4294967195;31m", "\uFFFD\uFFFD\uFFFD31m"},
      {"as many digits as one likes", "&#" + repeated("9", 1000) + ";", "\uFFFD"},
      {"half of a pair", "&#xD800;", "\uFFFD"},
      {"zero", "&#0;&#x0;", "\uFFFD\uFFFD"},
      {"zero bytes are nothing", "1"s + '\0' + "2", "12"},
      {"and in SVG something", "<svg>1"s + '\0' + "2", "svg(1\uFFFD2)"},
      {"but not in HTML within SVG", "<svg><desc>1"s + '\0' + "2", "svg(desc(12))"},
      {"in an attribute, a name that goes on is none", "<p x='&copy=1&copy;'>", "p[x=&copy=1\u00A9]()"},
      {"line ends", "1\r\n2\r3", "1\n2\n3"},
  }));
  INFO(row.why);
  CHECK(body_of(row.html) == row.body);
}

TEST_CASE("a page that opens without end is refused by one line, whatever hides it", "[core][html]") {
  const std::string deep = "its tags are nested more than 1000 deep, which no article needs";
  const std::string reopened =
      "it leaves formatting tags open that would be opened again more than 50000 times; no article does";
  std::string fonts, bold;
  for (int i = 0; i < 490; ++i)
    fonts += "<font size=" + std::to_string(i) + ">", bold += "<b a" + std::to_string(i) + ">";
  struct Row {
    const char* why;
    std::string before, unit, message;
  };
  const auto row = GENERATE_COPY(values<Row>({
      {"blocks", "", "<div>", deep},
      {"behind a comment that ends at once", "<!-->", "<div>", deep},
      {"behind one with a dash", "<!--->", "<div>", deep},
      {"behind one with an exclamation mark", "<!-- --!>", "<div>", deep},
      {"a slash that closes nothing", "", "<section/>", deep},
      {"choices outside of a list of them", "", "<optgroup>", deep},
      {"cells that are none in SVG", "<svg>", "<td>", deep},
      {"any names in SVG", "<!--><svg>", "<x>", deep},
      {"a script of SVG", "<svg><script>", "<x>", deep},
      {"end tags that a marquee keeps in", "", "<div><marquee></div>", deep},
      {"a heading and a marquee that a slash does not close", "", "<h1><marquee/></h1>", deep},
      {"items of two kinds of list", "", "<li><dd>", deep},
      {"tables within tables", "", "<table><td>", deep},
      {"templates", "", "<template>", deep},
      {"buttons within objects", "", "<object><button>", deep},
      {"formatting that never ends", "", "<b><p>", reopened},
      {"formatting opened again", "<p>" + fonts, "<p>x", reopened},
      {"formatting with a long attribute", "<p><b class='" + repeated("x", 100'000) + "'>", "<p>x", reopened},
      {"formatting moved down one block after the other", bold + repeated("<div>", 490), "</b>", reopened},
  }));
  INFO(row.why);
  const auto dom = parse(row.before + repeated(row.unit, 20'000));
  REQUIRE_FALSE(dom.has_value());
  CHECK(dom.error().message == row.message);
}

TEST_CASE("what closes itself nests as often as it likes", "[core][html]") {
  const std::string unit = GENERATE(values<std::string>({"<p>x", "<li>x", "<option>x", "<svg><path/></svg>", "<br/>",
                                                         "<b>x</b>", "<table><tr><td>x</table>", "<!--><p>", "<a>x"}));
  INFO(unit);
  CHECK(parse(repeated(unit, 20'000)).has_value());
}

TEST_CASE("each character of a text leads to its place in the page", "[core][html]") {
  const std::string html = "<p>a&amp;b&eacute;\r\nc&NotEqualTilde;d\u00E9e</p>";
  const auto dom = parse(html);
  REQUIRE(dom.has_value());
  std::string places;
  std::size_t run = 0;
  for (std::uint32_t i = 0; i < dom->text.size(); ++i) {
    if ((static_cast<unsigned char>(dom->text[i]) & 0xC0) == 0x80) continue;
    while (run + 1 < dom->runs.size() && dom->runs[run + 1].text <= i) ++run;
    const std::size_t source = dom->runs[run].source + (i - dom->runs[run].text);
    places += html.substr(source, 1);
  }
  CHECK(places ==
        "a&b&\rc&&d\xC3"
        "e");
}

}  // namespace annal::html
