// UTF-8 checked against a decoder written straight from the bit patterns of RFC 3629, and places within it.
#include "core/unicode/utf8.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "core/text/document.h"

using namespace annal;
using namespace std::string_view_literals;

namespace {

/// Decodes and encodes again: well formed exactly where the bytes come back.
std::optional<std::size_t> invalid_by_decoding(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const auto byte = [&](std::size_t i) {
      return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u;
    };
    const std::size_t length = byte(0) < 0x80             ? 1
                               : (byte(0) & 0xE0) == 0xC0 ? 2
                               : (byte(0) & 0xF0) == 0xE0 ? 3
                               : (byte(0) & 0xF8) == 0xF0 ? 4
                                                          : 0;
    if (length == 0 || at + length > bytes.size()) return at;
    char32_t point = length == 1 ? byte(0) : byte(0) & (0x7Fu >> length);
    for (std::size_t i = 1; i < length; ++i) {
      if ((byte(i) & 0xC0) != 0x80) return at;
      point = (point << 6) | (byte(i) & 0x3F);
    }
    const std::size_t shortest = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (shortest != length || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) return at;
    at += length;
  }
  return std::nullopt;
}

}  // namespace

TEST_CASE("the first byte that is no UTF-8 is found", "[core][text]") {
  struct Row {
    const char* why;
    std::string_view bytes;
    std::optional<std::size_t> bad;
  };
  const auto row = GENERATE(values<Row>({
      {"nothing", ""sv, {}},
      {"ASCII", "plain text, and more of it than one step takes"sv, {}},
      {"two, three and four bytes", "a \u00E9 \u20AC \U0001F600 z"sv, {}},
      {"the last code point", "\xF4\x8F\xBF\xBF"sv, {}},
      {"Latin-1", "caf\xE9 noir"sv, 3},
      {"a continuation alone", "ab\x80"sv, 2},
      {"overlong ASCII", "\xC1\x81"sv, 0},
      {"overlong in three", "\xE0\x9F\xBF"sv, 0},
      {"overlong in four", "\xF0\x8F\xBF\xBF"sv, 0},
      {"a surrogate", "\xED\xA0\x80"sv, 0},
      {"past U+10FFFF", "\xF4\x90\x80\x80"sv, 0},
      {"a byte that never occurs", "0123456789abcdef\xFF"sv, 16},
      {"cut short at the end", "ok \xE2\x82"sv, 3},
      {"cut short by ASCII", "\xE2\x82z"sv, 0},
  }));
  INFO(row.why);
  CHECK(find_invalid_utf8(row.bytes) == row.bad);
}

TEST_CASE("the check agrees with decoding and encoding again", "[core][text][property]") {
  rc::prop("for bytes near the borders of the table", [] {
    const auto border =
        rc::gen::element<unsigned char>(0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF,
                                        0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF);
    std::string bytes(static_cast<std::size_t>(*rc::gen::inRange(0, 20)), 'a');
    for (const unsigned char c : *rc::gen::container<std::vector<unsigned char>>(border)) bytes += static_cast<char>(c);
    RC_ASSERT(find_invalid_utf8(bytes) == invalid_by_decoding(bytes));
  });
}

TEST_CASE("a place counts lines by any line end and columns by code points", "[core][text]") {
  constexpr auto text = "one\r\ntwo \u00E9\u00E9x\rthree\nfour"sv;
  const auto place = [&](std::string_view word) {
    const Place found = place_of(text, text.find(word));
    return std::to_string(found.line) + ":" + std::to_string(found.column);
  };
  CHECK(place("one") == "1:1");
  CHECK(place("two") == "2:1");
  CHECK(place("x") == "2:7");
  CHECK(place("three") == "3:1");
  CHECK(place("four") == "4:1");
}

TEST_CASE("code points before a byte are counted as by hand", "[core][text][property]") {
  rc::prop("at every boundary of any text", [] {
    const auto points = *rc::gen::container<std::vector<std::string>>(
        rc::gen::element<std::string>("a", "b ", "\n", "\u00E9", "\u20AC", "\U0001F600", "longer run of ASCII"));
    std::string text;
    std::vector<std::uint32_t> boundaries;
    for (const std::string& point : points) text += point;
    const CodePoints code_points(text);
    std::uint32_t count = 0;
    for (std::uint32_t at = 0; at <= text.size(); ++at) {
      if (at < text.size() && is_continuation(text[at])) continue;
      RC_ASSERT(code_points.at(at) == count);
      ++count;
    }
    RC_ASSERT(count_code_points(text) == count - 1);
  });
}
