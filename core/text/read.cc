// Refusing comes first, so that one message says the real trouble: a UTF-16 file is full of NUL bytes and no UTF-8
// either, but what its owner needs to hear is "UTF-16". Linear in the bytes, whatever they are.
#include "core/text/read.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>

#include "core/unicode/utf8.h"

namespace annal {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF"sv;

Error refusal(std::string_view place, std::string_view message) {
  return {Code::not_text, std::string(place) + ": " + std::string(message)};
}

std::string_view utf16_or_32_mark(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32";
  if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) return "UTF-16";
  return {};
}

/// Mostly ASCII in UTF-16 without a mark: every second byte is NUL, the others are not.
bool looks_like_utf16(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  std::array<std::size_t, 2> nuls{};
  for (std::size_t i = 0; i < head.size(); ++i) nuls[i % 2] += head[i] == '\0' ? 1 : 0;
  const std::size_t half = head.size() / 2;
  const auto [few, many] = std::minmax(nuls[0], nuls[1]);
  return half >= 2 && many * 10 >= half * 9 && few * 10 <= half;
}

constexpr bool is_odd_control(unsigned char c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != '\b' && c != 0x1B) ||
         c == 0x7F;
}

/// A NUL byte anywhere, the first bytes of a well-known binary format, or more than one odd control character in fifty.
bool looks_binary(std::string_view bytes) {
  constexpr std::array magic = {"%PDF-"sv,
                                "PK\x03\x04"sv,
                                "\x89PNG"sv,
                                "\xFF\xD8\xFF"sv,
                                "GIF8"sv,
                                "\x1F\x8B"sv,
                                "\x7F"
                                "ELF"sv,
                                "\xD0\xCF\x11\xE0"sv,
                                "Rar!\x1A"sv,
                                "7z\xBC\xAF"sv};
  if (std::any_of(magic.begin(), magic.end(), [&](std::string_view m) { return bytes.starts_with(m); })) return true;
  if (bytes.find('\0') != std::string_view::npos) return true;
  const std::string_view head = bytes.substr(0, 65'536);
  const auto odd =
      std::count_if(head.begin(), head.end(), [](char c) { return is_odd_control(static_cast<unsigned char>(c)); });
  return static_cast<std::size_t>(odd) * 50 > head.size();
}

std::string hex(char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  return {'0', 'x', digits[value >> 4], digits[value & 15]};
}

/// Bytes that may need a change, and first bytes of sequences that may.
constexpr std::array<bool, 256> is_special = [] {
  std::array<bool, 256> special{};
  for (std::size_t c = 0; c < 0x20; ++c) special[c] = c != '\n' && c != '\t';
  special[0x7F] = special[0xC2] = special[0xE2] = special[0xEF] = true;
  return special;
}();

/// Whether the eight bytes at `at` lie between space and tilde: no high bit, none below 0x20, none that one more would
/// lift to 0x80.
bool all_printable_ascii(const char* at) {
  constexpr std::uint64_t ones = 0x0101010101010101;
  std::uint64_t word;
  std::memcpy(&word, at, sizeof word);
  return ((word | (word + ones) | (word - 0x20 * ones)) & (0x80 * ones)) == 0;
}

/// What stands for the sequence at the front of `rest` in the Document, and how long that sequence is.
struct Replacement {
  std::string_view text;
  std::size_t length;
};
Replacement replace(std::string_view rest) {
  switch (rest.front()) {
    case '\r': return {"\n", rest.starts_with("\r\n") ? std::size_t{2} : std::size_t{1}};
    case '\f':
    case '\v': return {"\n", 1};
    case '\xC2':
      if (rest.starts_with("\u00AD")) return {"", 2};
      if (rest.starts_with("\u0085")) return {"\n", 2};
      return {rest.substr(0, 2), 2};
    case '\xE2':
      if (rest.starts_with("\u2028")) return {"\n", 3};
      if (rest.starts_with("\u2029")) return {"\n\n", 3};
      return {rest.substr(0, 3), 3};
    case '\xEF':
      if (rest.starts_with(byte_order_mark)) return {"", 3};
      if (rest.starts_with("\uFFFE") || rest.starts_with("\uFFFF"))
        return {"\uFFFD", 3};  // XML and JSON readers refuse them
      return {rest.substr(0, 3), 3};
    default: return {" ", 1};
  }
}

std::string normalise(std::string_view bytes, SourceMap* source) {
  std::string text;
  text.reserve(bytes.size());
  std::size_t copied = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    while (at + 8 <= bytes.size() && all_printable_ascii(bytes.data() + at)) at += 8;
    if (at == bytes.size()) break;
    if (!is_special[static_cast<unsigned char>(bytes[at])]) {
      ++at;
      continue;
    }
    const Replacement replacement = replace(bytes.substr(at));
    text.append(bytes, copied, at - copied);
    text += replacement.text;
    at += replacement.length;
    copied = at;
    if (source == nullptr || replacement.text.size() == replacement.length) continue;
    if (source->identity()) source->add(0, 0);
    source->add(static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(at));
  }
  text.append(bytes, copied);
  return text;
}

bool only_white_space(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length(text[at]);
    const std::string_view point = text.substr(at, length);
    const bool white = point == " " || point == "\t" || point == "\n" || point == "\u00A0" || point == "\u3000" ||
                       point == "\u202F" || point == "\u205F" ||
                       (point >= "\u2000" && point <= "\u200B" && length == 3);
    if (!white) return false;
    at += length;
  }
  return true;
}

}  // namespace

Result<Document> read_text(std::string_view bytes, std::string_view name, SourceMap* source) {
  const auto refuse = [&](std::string_view message) { return tl::unexpected<Error>(refusal(name, message)); };
  if (bytes.empty()) return refuse("the file is empty; give it an article to read");
  if (bytes.size() >= UINT32_MAX) {
    return fail(Code::out_of_range, std::string(name) + ": longer than 4 GiB; split it into articles, one a file");
  }

  const std::string_view wide = utf16_or_32_mark(bytes);
  if (!wide.empty()) {
    const std::string encoding(wide);
    return refuse("this is " + encoding + ", not UTF-8; re-save it as UTF-8, or convert it: iconv -f " + encoding +
                  " -t UTF-8");
  }
  if (looks_like_utf16(bytes))
    return refuse("looks like UTF-16 without a byte-order mark; re-save it as UTF-8, or convert it with iconv");
  if (looks_binary(bytes)) return refuse("looks like a binary file; give the article as plain text");

  if (const auto bad = find_invalid_utf8(bytes)) {
    const Place place = place_of(bytes, *bad);
    const std::string where = std::string(name) + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
    return tl::unexpected<Error>(refusal(
        where, "byte " + hex(bytes[*bad]) +
                   " is not UTF-8; re-save the file as UTF-8, or convert it, say: iconv -f WINDOWS-1252 -t UTF-8"));
  }

  Document document;
  document.text = normalise(bytes, source);
  if (only_white_space(document.text)) return refuse("nothing but white space; give it an article to read");
  return document;
}

}  // namespace annal
