#include "render/escape.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "core/text/utf8.h"
#include "tests/render/xml_reader.h"

using namespace annal;

TEST_CASE("bytes that are no UTF-8 become U+FFFD, one for each maximal part", "[render][escape]") {
  struct Row {
    const char* why;
    std::string bytes, expected;
  };
  const auto row = GENERATE(values<Row>({
      {"ASCII stays", "plain", "plain"},
      {"all lengths stay", "\u00e9\u20ac\U0001F600", "\u00e9\u20ac\U0001F600"},
      {"a lone continuation", "a\x80z", "a\uFFFDz"},
      {"overlong slash", "\xC0\xAF", "\uFFFD\uFFFD"},
      {"a surrogate", "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
      {"past U+10FFFF", "\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"cut short at the end", "x\xE2\x82", "x\uFFFD"},
      {"cut short before a letter", "\xF0\x9F\x98y", "\uFFFDy"},
  }));
  INFO(row.why);
  CHECK(valid_utf8(row.bytes) == row.expected);
}

TEST_CASE("whatever the bytes, the repaired text is UTF-8", "[render][escape]") {
  rc::prop("for any bytes", [](const std::string& bytes) { RC_ASSERT(!find_invalid_utf8(valid_utf8(bytes))); });
}

TEST_CASE("XML text escapes markup and replaces what XML cannot hold, one for one", "[render][escape]") {
  struct Row {
    const char* why;
    std::string text, as_text, as_attribute;
  };
  const auto row = GENERATE(values<Row>({
      {"markup", "<a href=\"x\">&amp;</a>", "&lt;a href=\"x\"&gt;&amp;amp;&lt;/a&gt;",
       "&lt;a href=&quot;x&quot;&gt;&amp;amp;&lt;/a&gt;"},
      {"end of a CDATA section", "]]>", "]]&gt;", "]]&gt;"},
      {"white space of an attribute", "a\tb\nc", "a\tb\nc", "a&#9;b&#10;c"},
      {"carriage return", "a\rb", "a&#13;b", "a&#13;b"},
      {"controls and noncharacters", std::string("\0\x1b\uFFFE\uFFFF", 8), "\uFFFD\uFFFD\uFFFD\uFFFD",
       "\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"right-to-left override stays", "\u202Ex", "\u202Ex", "\u202Ex"},
      {"emoji with joiner", "\U0001F469\u200D\U0001F680", "\U0001F469\u200D\U0001F680", "\U0001F469\u200D\U0001F680"},
  }));
  INFO(row.why);
  std::string text, attribute;
  append_xml_text(text, row.text);
  append_xml_attribute(attribute, row.text);
  CHECK(text == row.as_text);
  CHECK(attribute == row.as_attribute);
}

TEST_CASE("any bytes make well-formed XML", "[render][escape]") {
  rc::prop("in text and in attributes", [](const std::string& bytes) {
    std::string xml = "<a b=\"";
    append_xml_attribute(xml, bytes);
    xml += "\">";
    append_xml_text(xml, bytes);
    xml += "</a>";
    const testing::XmlNode node = testing::XmlReader::read(xml);
    RC_ASSERT(node.inner() == node.attributes.at("b"));
  });
}

TEST_CASE("a name is shown with all that it hides", "[render][escape]") {
  struct Row {
    const char* why;
    std::string text, expected;
  };
  const auto row = GENERATE(values<Row>({
      {"a plain name", "Notes (2), \u00fcber all.txt", "Notes (2), \u00fcber all.txt"},
      {"a line of its own", "a\nannal: b\r\tc", "a\\nannal: b\\r\\tc"},
      {"terminal escapes", "a\x1b[31m\x7f\u009b", "a\\x1b[31m\\x7f\\u{9b}"},
      {"right-to-left override", "\u202Egpj.txt", "\\u{202e}gpj.txt"},
      {"wide blanks and line separators", "a\u2003b\u2028c", "a\\u{2003}b\\u{2028}c"},
      {"bytes that are no UTF-8", "\xFF\xE2\x82.txt", "\\xff\\xe2\\x82.txt"},
      {"the sign that stands for such bytes", "\uFFFD", "\uFFFD"},
      {"NUL", std::string("a\0b", 3), "a\\x00b"},
  }));
  INFO(row.why);
  CHECK(visible(row.text) == row.expected);
}

TEST_CASE("one line holds nothing that moves a terminal's cursor or turns its direction", "[render][escape]") {
  struct Row {
    const char* why;
    std::string text, expected;
  };
  const auto row = GENERATE(values<Row>({
      {"line breaks and runs of blanks", " a \n\t b\u00a0\u2003c ", "a b c"},
      {"terminal escapes", "a\x1b[2Jb\x07", "a[2Jb"},
      {"C1 controls", "a\u009b31mb", "a31mb"},
      {"right-to-left override", "abc\u202Edef\u202C", "abcdef"},
      {"isolates and marks", "\u2066a\u2069\u200Fb", "ab"},
      {"line separator", "a\u2028b", "a b"},
      {"byte-order mark", "\uFEFFa", "a"},
      {"Hebrew and joiners stay", "\u05E9\u05DC \U0001F469\u200D\U0001F680", "\u05E9\u05DC \U0001F469\u200D\U0001F680"},
      {"nothing", " \n ", ""},
  }));
  INFO(row.why);
  CHECK(one_line(row.text) == row.expected);
}
