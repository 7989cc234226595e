// Text is decoded one character at a time where a byte may not be ASCII, so that each has its place in the source.
// ASCII goes by at once wherever the character set has it in single bytes.
#include "reader/html/charset.h"

#include <algorithm>

#include "core/unicode/ascii.h"
#include "core/unicode/utf8.h"
#include "reader/html/charset_decoder.h"

namespace annal {

namespace page_data {
extern const std::string_view charsets;  // generated from data/html
}

namespace {

using namespace std::string_view_literals;

constexpr std::size_t declaration_reach = 4096;  // the standard looks at 1,024 bytes; pages put it later too
constexpr std::string_view replacement = "\uFFFD";

/// What follows `charset=` in the head of a page, without its quotes; empty where nothing does.
std::string declared_charset(std::string_view bytes) {
  const std::string head = lowered(bytes.substr(0, declaration_reach));
  for (const std::string_view key : {"charset"sv, "encoding"sv}) {
    for (std::size_t at = head.find(key); at != std::string::npos; at = head.find(key, at + 1)) {
      std::size_t begin = at + key.size();
      while (begin < head.size() && is_space(head[begin])) ++begin;
      if (begin >= head.size() || head[begin] != '=') continue;
      ++begin;
      while (begin < head.size() && (is_space(head[begin]) || head[begin] == '"' || head[begin] == '\'')) ++begin;
      std::size_t end = begin;
      while (end < head.size() && (is_alnum(head[end]) || head[end] == '-' || head[end] == '_')) ++end;
      if (end > begin) return head.substr(begin, end - begin);
    }
  }
  return {};
}

/// The name that iconv knows for a label of data/html/charsets.txt; empty for any other: a page does not name
/// converters.
std::string iconv_name(std::string_view label) {
  if (label.empty()) return {};
  for (std::string_view file = page_data::charsets; !file.empty();) {
    const std::size_t end = std::min(file.find('\n'), file.size());
    std::string_view line = file.substr(0, end);
    file.remove_prefix(std::min(end + 1, file.size()));
    if (line.starts_with('#')) continue;
    const std::string_view name = line.substr(0, line.find(' '));
    while (!line.empty()) {
      line.remove_prefix(std::min(line.find(' '), line.size()));
      line = trimmed(line);
      if (line.substr(0, line.find(' ')) == label) return std::string(name);
    }
  }
  return {};
}

/// Whether bytes below 0x80 stand for themselves wherever they are not the tail of a longer sequence.
bool keeps_ascii(std::string_view name) { return !is_wide(name) && !has_shifts(name); }

void put_replacement(Decoded& out, std::size_t at) {
  out.source.add(static_cast<std::uint32_t>(out.text.size()), static_cast<std::uint32_t>(at));
  out.text += replacement;
}

/// Well-formed runs as they are; each byte that belongs to none is U+FFFD.
Decoded decode_utf8(std::string_view bytes, std::size_t begin) {
  Decoded out;
  out.charset = "UTF-8";
  out.text.reserve(bytes.size());
  while (begin < bytes.size()) {
    const std::string_view rest = bytes.substr(begin);
    const auto bad = find_invalid_utf8(rest);
    const std::size_t good = bad.value_or(rest.size());
    if (good > 0) out.source.add(static_cast<std::uint32_t>(out.text.size()), static_cast<std::uint32_t>(begin));
    out.text.append(rest.substr(0, good));
    begin += good;
    if (bad) put_replacement(out, begin++);
  }
  return out;
}

Decoded decode_with(CharsetDecoder& decoder, std::string_view name, std::string_view bytes, std::size_t begin) {
  Decoded out;
  out.charset = name;
  out.text.reserve(bytes.size());
  const bool ascii = keeps_ascii(name);
  for (std::size_t at = begin; at < bytes.size();) {
    if (ascii && static_cast<unsigned char>(bytes[at]) < 0x80) {
      out.source.add(static_cast<std::uint32_t>(out.text.size()), static_cast<std::uint32_t>(at));
      out.text += bytes[at++];
      continue;
    }
    const CharsetDecoder::Piece piece = decoder.next(bytes.substr(at));
    if (piece.used == 0) {
      put_replacement(out, at);
      at += std::min<std::size_t>(is_wide(name) ? 2 : 1, bytes.size() - at);
      continue;
    }
    if (!piece.text.empty()) {
      out.source.add(static_cast<std::uint32_t>(out.text.size()), static_cast<std::uint32_t>(at));
      out.text += piece.text;
    }
    at += piece.used;
  }
  return out;
}

Decoded decode_as(const std::string& name, std::string_view bytes, std::size_t begin) {
  if (name == "UTF-8") return decode_utf8(bytes, begin);
  for (const std::string& known : {name, std::string("WINDOWS-1252")})
    if (auto decoder = CharsetDecoder::open(known)) return decode_with(*decoder, known, bytes, begin);
  return decode_utf8(bytes, begin);
}

/// UTF-16 without a mark: "<" and its NUL, as every page begins.
std::string_view wide_by_shape(std::string_view bytes) {
  if (bytes.starts_with("<\0"sv)) return "UTF-16LE";
  if (bytes.starts_with("\0<"sv)) return "UTF-16BE";
  return {};
}

}  // namespace

Decoded decode_page(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) return decode_utf8(bytes, 3);
  if (bytes.starts_with("\xFF\xFE"sv)) return decode_as("UTF-16LE", bytes, 2);
  if (bytes.starts_with("\xFE\xFF"sv)) return decode_as("UTF-16BE", bytes, 2);
  if (const std::string_view wide = wide_by_shape(bytes); !wide.empty()) return decode_as(std::string(wide), bytes, 0);
  const std::string declared = iconv_name(declared_charset(bytes));
  const bool well_formed = !find_invalid_utf8(bytes);
  // A page that declares UTF-16 in letters of one byte each is not UTF-16.
  if (well_formed && !has_shifts(declared)) return decode_utf8(bytes, 0);
  if (declared.empty() || is_wide(declared)) return decode_as("WINDOWS-1252", bytes, 0);
  return decode_as(declared, bytes, 0);
}

Decoded decode_text(std::string_view bytes, std::string_view label) {
  const std::string name = iconv_name(label);
  const bool well_formed = !find_invalid_utf8(bytes);
  if (well_formed && !has_shifts(name) && !is_wide(name)) return decode_utf8(bytes, 0);
  return decode_as(name.empty() || name == "UTF-8" ? "WINDOWS-1252" : name, bytes, 0);
}

}  // namespace annal
