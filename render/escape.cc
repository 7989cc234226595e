// See escape.h. Decoding follows the Unicode Standard, table 3-7 (well-formed UTF-8) and its advice to replace each
// maximal ill-formed part by one U+FFFD.
#include "render/escape.h"

#include "core/text/utf8.h"

namespace annal {
namespace {

constexpr std::uint32_t replacement = 0xFFFD;

bool xml_allows(std::uint32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

bool white_space(std::uint32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool turns_or_hides(std::uint32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
  const bool bidi =
      c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return control || bidi || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB);
}

enum class XmlPlace { text, attribute };

void append_xml(std::string& out, std::string_view text, XmlPlace place) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point(text, at);
    at += c.size;
    switch (c.value) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '\r': out += "&#13;"; break;
      case '"': out += place == XmlPlace::attribute ? "&quot;" : "\""; break;
      case '\n': out += place == XmlPlace::attribute ? "&#10;" : "\n"; break;
      case '\t': out += place == XmlPlace::attribute ? "&#9;" : "\t"; break;
      default: append_utf8(out, xml_allows(c.value) ? c.value : replacement);
    }
  }
}

}  // namespace

CodePoint code_point(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> std::uint32_t {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const std::uint32_t first = byte(at);
  if (first < 0x80) return {first, 1};
  if (first < 0xC2 || first > 0xF4) return {replacement, 1};
  const std::uint32_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  std::uint32_t value = first & (0xFFU >> (length + 1));
  for (std::uint32_t i = 1; i < length; ++i) {
    const std::uint32_t next = byte(at + i);
    // The second byte alone rules out overlong forms, surrogates and what lies past U+10FFFF.
    const std::uint32_t low = i > 1 ? 0x80U : first == 0xE0 ? 0xA0U : first == 0xF0 ? 0x90U : 0x80U;
    const std::uint32_t high = i > 1 ? 0xBFU : first == 0xED ? 0x9FU : first == 0xF4 ? 0x8FU : 0xBFU;
    if (next < low || next > high) return {replacement, i};
    value = (value << 6) | (next & 0x3FU);
  }
  return {value, length};
}

void append_utf8(std::string& out, std::uint32_t value) {
  const auto put = [&](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0 | (value >> 6));
    put(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    put(0xE0 | (value >> 12));
    put(0x80 | ((value >> 6) & 0x3F));
    put(0x80 | (value & 0x3F));
  } else {
    put(0xF0 | (value >> 18));
    put(0x80 | ((value >> 12) & 0x3F));
    put(0x80 | ((value >> 6) & 0x3F));
    put(0x80 | (value & 0x3F));
  }
}

std::string valid_utf8(std::string_view text) {
  if (!find_invalid_utf8(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point(text, at);
    append_utf8(out, c.value);
    at += c.size;
  }
  return out;
}

void append_xml_text(std::string& out, std::string_view text) { append_xml(out, text, XmlPlace::text); }

void append_xml_attribute(std::string& out, std::string_view text) { append_xml(out, text, XmlPlace::attribute); }

std::string one_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point(text, at);
    at += c.size;
    if (white_space(c.value)) {
      gap = true;
    } else if (!turns_or_hides(c.value)) {
      if (gap && !out.empty()) out.push_back(' ');
      gap = false;
      append_utf8(out, c.value);
    }
  }
  return out;
}

std::string visible(std::string_view text) {
  const auto hexadecimal = [](std::uint32_t value) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (; value != 0 || out.size() < 2; value /= 16) out.insert(out.begin(), digits[value % 16]);
    return out;
  };
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point(text, at);
    const std::string_view bytes = text.substr(at, c.size);
    at += c.size;
    if (c.value == replacement && bytes != "\uFFFD") {
      for (const char byte : bytes) out += "\\x" + hexadecimal(static_cast<unsigned char>(byte));
    } else if (c.value == '\n' || c.value == '\t' || c.value == '\r') {
      out += c.value == '\n' ? "\\n" : c.value == '\t' ? "\\t" : "\\r";
    } else if (turns_or_hides(c.value) || (white_space(c.value) && c.value != ' ')) {
      out += c.value < 0x80 ? "\\x" + hexadecimal(c.value) : "\\u{" + hexadecimal(c.value) + "}";
    } else {
      out += bytes;
    }
  }
  return out;
}

}  // namespace annal
