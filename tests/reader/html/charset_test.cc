// Bytes of a page to UTF-8, and the way back.
#include "reader/html/charset.h"

#include <catch2/catch.hpp>

#include <string>

namespace annal {

using namespace std::string_literals;

TEST_CASE("a page is decoded by its mark, by what it says, or by what its bytes are", "[reader][html]") {
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
      {"letters that a mark may follow", "<meta charset=windows-1255>\xF9\xEC x \xE0",
       "<meta charset=windows-1255>\u05E9\u05DC x \u05D0", "WINDOWS-1255"},
      {"a mark behind its letter", "<meta charset=windows-1258>\xE2\xCC x", "<meta charset=windows-1258>\u00E2\u0300 x",
       "WINDOWS-1258"},
      {"a letter of two characters", "<meta charset=big5>\x88\x62\x88\x66", "<meta charset=big5>\u00CA\u0304\u00CA",
       "BIG5-HKSCS"},
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

TEST_CASE("decoded text leads back to the bytes", "[reader][html]") {
  struct Row {
    const char* why;
    std::string bytes, found;
    std::uint32_t place;
  };
  const auto row = GENERATE(values<Row>({
      {"one byte a letter", "<meta charset=windows-1252>\xE9 x", "x", 29},
      {"two bytes a letter", "\xFF\xFE<\0\xE9\0x\0"s, "x", 6},
      {"UTF-8", "\xC3\xA9x", "x", 2},
      {"behind a mark",
       "\xEF\xBB\xBF"
       "x",
       "x", 3},
      {"behind a broken byte", "<meta charset=utf-8>\xC3(x", "x", 22},
  }));
  INFO(row.why);
  const Decoded decoded = decode_page(row.bytes);
  const std::size_t at = decoded.text.rfind(row.found);
  REQUIRE(at != std::string::npos);
  CHECK(decoded.source.at(static_cast<std::uint32_t>(at)) == row.place);
}

TEST_CASE("an empty page is empty UTF-8", "[reader][html]") {
  CHECK(decode_page("").text.empty());
  CHECK(decode_page("\xEF\xBB\xBF").text.empty());
}

}  // namespace annal
