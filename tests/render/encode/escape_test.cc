#include "render/encode/escape.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "core/unicode/utf8.h"
#include "render/text/terminal.h"
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

TEST_CASE("whatever the bytes, the repaired text is UTF-8", "[render][escape][property]") {
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
      {"C1 controls", "a\u009b31m\x7f", "a\uFFFD31m\uFFFD", "a\uFFFD31m\uFFFD"},
      {"marks of direction and separators of lines", "\u202Ex\u2066\u2028\uFEFF", "&#x202e;x&#x2066;&#x2028;&#xfeff;",
       "&#x202e;x&#x2066;&#x2028;&#xfeff;"},
      {"emoji with joiner", "\U0001F469\u200D\U0001F680", "\U0001F469\u200D\U0001F680", "\U0001F469\u200D\U0001F680"},
  }));
  INFO(row.why);
  std::string text, attribute;
  append_xml_text(text, row.text);
  append_xml_attribute(attribute, row.text);
  CHECK(text == row.as_text);
  CHECK(attribute == row.as_attribute);
  std::string named;
  append_xml_attribute(named, "title", row.text);
  CHECK(named == " title=\"" + std::string(row.as_attribute) + "\"");
}

TEST_CASE("any bytes make well-formed XML", "[render][escape][property]") {
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
      {"words, two blanks, a last blank", "ab cd  e ", "ab cd e"},
      {"terminal escapes", "a\x1b[2Jb\x07", "a[2Jb"},
      {"C1 controls", "a\u009b31mb", "a31mb"},
      {"right-to-left override", "abc\u202Edef\u202C", "abcdef"},
      {"isolates and marks", "\u2066a\u2069\u200Fb", "ab"},
      {"line separator", "a\u2028b", "a b"},
      {"byte-order mark", "\uFEFFa", "a"},
      {"soft hyphens, zero-width blanks, fillers", "a\u00ADb\u200Bc\u2060d\u3164e\u034Ff", "abcdef"},
      {"joiners between letters", "a\u200Db\u200Cc", "abc"},
      {"tags", "a\U000E0041\U000E007Fb", "ab"},
      {"variation selectors that spell a message", "a\uFE00\uFE01\uFE02\U000E0100b", "a\uFE00b"},
      {"a variation selector behind a quotation mark", "\u201C\uFE0Fa\u201D", "\u201Ca\u201D"},
      {"a variation selector behind nothing", "\uFE0Fa \uFE0Fb", "a b"},
      {"a heart in colour, on fire", "\u2764\uFE0F\u200D\U0001F525", "\u2764\uFE0F\u200D\U0001F525"},
      {"lone bytes", "a\x9b\xFF", "a\uFFFD\uFFFD"},
      {"Hebrew and emoji with joiners stay", "\u05E9\u05DC \U0001F469\u200D\U0001F680",
       "\u05E9\u05DC \U0001F469\u200D\U0001F680"},
      {"nothing", " \n ", ""},
  }));
  INFO(row.why);
  CHECK(one_line(row.text) == row.expected);
  CHECK(one_line(row.expected) == row.expected);
}

TEST_CASE("lines for a terminal keep their breaks, blanks and the program's own colours alone", "[render][escape]") {
  struct Row {
    const char* why;
    std::string text, plain, coloured;
  };
  const auto row = GENERATE(values<Row>({
      {"lines and columns", " a  b\n\n c\n", " a  b\n\n c\n", " a  b\n\n c\n"},
      {"blanks of print", "1\u202F000\u00A0km", "1\u202F000\u00A0km", "1\u202F000\u00A0km"},
      {"other breaks", "a\tb\rc\u0085d\u2028e\vf", "a b c d e f", "a b c d e f"},
      {"a colour", "\x1b[1ma\x1b[0m", "[1ma[0m", "\x1b[1ma\x1b[0m"},
      {"another sequence", "\x1b[2Ja\x1b]0;x\x07", "[2Ja]0;x", "[2Ja]0;x"},
      {"C1 and direction", "\u009b1ma\u202Eb\U000E0041", "1mab", "1mab"},
      {"lone bytes", "a\x9b", "a\uFFFD", "a\uFFFD"},
  }));
  INFO(row.why);
  CHECK(for_terminal(row.text) == row.plain);
  CHECK(for_terminal(row.text, ink_sequences()) == row.coloured);
}

TEST_CASE("a JSON string escapes what steers a terminal and changes no value", "[render][escape]") {
  struct Row {
    const char* why;
    std::string text, expected;
  };
  const auto row = GENERATE(values<Row>({
      {"as every writer", "a\"b\\c\nd\te\x01\u00e9", R"("a\"b\\c\nd\te\u0001é")"},
      {"C1 and DEL", "\u009b\x7f", R"("\u009b\u007f")"},
      {"direction and lines", "\u202E\u2066\u200F\u2028\uFEFF", R"("\u202e\u2066\u200f\u2028\ufeff")"},
      {"joiners stay", "a\u200Db", "\"a\u200Db\""},
      {"no UTF-8", "\xFF", "\"\uFFFD\""},
  }));
  INFO(row.why);
  std::string out;
  append_json_string(out, row.text);
  CHECK(out == row.expected);
}

TEST_CASE("whatever the bytes, nothing that steers is left of them", "[render][escape][property]") {
  rc::prop("for any code points", [] {
    std::string text;
    for (const std::uint32_t c :
         *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange<std::uint32_t>(0, 0xD800)))
      append_utf8(text, c);
    const std::string shown = for_terminal(text);
    RC_ASSERT(for_terminal(shown) == shown);
    RC_ASSERT(visible(visible(text)) == visible(text));
    for (std::size_t at = 0; at < shown.size();) {
      const CodePoint c = code_point(shown, at);
      RC_ASSERT((c.value == '\n' || (c.value >= 0x20 && c.value != 0x7F && !(c.value >= 0x80 && c.value < 0xA0))));
      at += c.size;
    }
  });
}
