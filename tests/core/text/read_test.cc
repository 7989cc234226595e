// What is refused, in which words, and what becomes of what is taken.
#include "core/text/read.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "core/unicode/utf8.h"

using namespace annal;
using namespace std::string_view_literals;

TEST_CASE("what is no text is refused in one line that names the place and the mend", "[core][text]") {
  struct Row {
    std::string_view bytes;
    const char* message;
  };
  const auto row = GENERATE(values<Row>({
      {""sv, "news.txt: the file is empty; give it an article to read"},
      {" \r\n\t\u00A0\n"sv, "news.txt: nothing but white space; give it an article to read"},
      {"\xEF\xBB\xBF"sv, "news.txt: nothing but white space; give it an article to read"},
      {"One line.\nCaf\xE9 noir"sv,
       "news.txt:2:4: byte 0xE9 is not UTF-8; re-save the file as UTF-8, or convert it, say: iconv -f WINDOWS-1252 -t "
       "UTF-8"},
      {"\xFF\xFEO\0n\0"sv,
       "news.txt: this is UTF-16, not UTF-8; re-save it as UTF-8, or convert it: iconv -f UTF-16 -t UTF-8"},
      {"\xFE\xFF\0O\0n"sv,
       "news.txt: this is UTF-16, not UTF-8; re-save it as UTF-8, or convert it: iconv -f UTF-16 -t UTF-8"},
      {"\xFF\xFE\0\0O\0\0\0"sv,
       "news.txt: this is UTF-32, not UTF-8; re-save it as UTF-8, or convert it: iconv -f UTF-32 -t UTF-8"},
      {"O\0n\0e\0 \0d\0a\0y\0"sv,
       "news.txt: looks like UTF-16 without a byte-order mark; re-save it as UTF-8, or convert it with iconv"},
      {"text with a \0 byte in it"sv, "news.txt: looks like a binary file; give the article as plain text"},
      {"%PDF-1.7\n1 0 obj"sv, "news.txt: looks like a binary file; give the article as plain text"},
      {"\x89PNG\r\n\x1A\n"sv, "news.txt: looks like a binary file; give the article as plain text"},
      {"\x01\x02\x03\x04\x05\x06 short"sv, "news.txt: looks like a binary file; give the article as plain text"},
  }));
  const auto document = read_text(row.bytes, "news.txt");
  REQUIRE_FALSE(document);
  CHECK(document.error().code == Code::not_text);
  CHECK(document.error().message == row.message);
}

TEST_CASE("text is brought to one form", "[core][text]") {
  struct Row {
    const char* why;
    std::string_view bytes;
    std::string_view text;
  };
  const auto row = GENERATE(values<Row>({
      {"plain text is left alone", "On 3 May\tthe bridge opened.\n\nIt held.\n"sv,
       "On 3 May\tthe bridge opened.\n\nIt held.\n"sv},
      {"line ends", "one\r\ntwo\rthree\n\rfour"sv, "one\ntwo\nthree\n\nfour"sv},
      {"byte-order mark", "\xEF\xBB\xBFText"sv, "Text"sv},
      {"soft hyphens", "Novem\u00ADber the four\u00ADteenth"sv, "November the fourteenth"sv},
      {"non-breaking spaces stay", "14\u00A0November"sv, "14\u00A0November"sv},
      {"separators of Unicode", "a\u2028b\u2029c\u0085d"sv, "a\nb\n\nc\nd"sv},
      {"form feed", "page one\fpage two"sv, "page one\npage two"sv},
      {"a stray control character", "a bell\x07 rang in a text that is long enough to be no binary file at all"sv,
       "a bell  rang in a text that is long enough to be no binary file at all"sv},
      {"no characters that XML refuses", "a\uFFFEb"sv, "a\uFFFDb"sv},
      {"accents, dashes and emoji stay", "caf\u00E9 \u2014 \u20AC5 \U0001F600"sv,
       "caf\u00E9 \u2014 \u20AC5 \U0001F600"sv},
  }));
  INFO(row.why);
  const auto document = read_text(row.bytes, "news.txt");
  REQUIRE(document);
  CHECK(document->text == row.text);
  CHECK(document->blocks.empty());
  CHECK_FALSE(document->dct.known());
}

TEST_CASE("any bytes give a clean text or one line of refusal", "[core][text][property]") {
  rc::prop("for random bytes and random pieces of text", [] {
    const auto piece = rc::gen::oneOf(rc::gen::arbitrary<std::string>(),
                                      rc::gen::element<std::string>("\r", "\n", "\u00AD", "\u2029", "\xE2", "\x80",
                                                                    "word ", "\xEF\xBB\xBF", "\xC2", "\f", "\x7F"));
    std::string bytes;
    for (const std::string& part : *rc::gen::container<std::vector<std::string>>(piece)) bytes += part;
    const auto document = read_text(bytes, "x");
    if (!document) {
      RC_ASSERT(document.error().message.starts_with("x:"));
      RC_ASSERT(document.error().message.find('\n') == std::string::npos);
      return;
    }
    RC_ASSERT(!find_invalid_utf8(document->text));
    RC_ASSERT(document->text.size() <= bytes.size());
    for (const char c : document->text) RC_ASSERT(c == '\n' || c == '\t' || static_cast<unsigned char>(c) >= 0x20);
    RC_ASSERT(document->text.find("\u00AD") == std::string::npos);
    // Reading again changes nothing.
    RC_ASSERT(read_text(document->text, "x").value().text == document->text);
  });
}
