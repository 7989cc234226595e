// See escape.h. Decoding follows the Unicode Standard, table 3-7 (well-formed UTF-8) and its advice to replace each
// maximal ill-formed part by one U+FFFD.
#include "render/encode/escape.h"

#include <algorithm>

#include "core/unicode/utf8.h"

namespace annal {
namespace {

constexpr std::uint32_t replacement = 0xFFFD;

bool white_space(std::uint32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool control(std::uint32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F); }

bool turns_direction(std::uint32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

struct Range {
  std::uint32_t first, last;
};

/// What takes no place on a line and so hides: Default_Ignorable_Code_Point of Unicode 15, variation selectors and tags
/// among them, with the marks of annotations, of the order of bytes, and of musical and shorthand notation. Ascending.
constexpr Range hiding[] = {
    {0xAD, 0xAD},     {0x34F, 0x34F},   {0x61C, 0x61C},     {0x115F, 0x1160},   {0x17B4, 0x17B5},  {0x180B, 0x180F},
    {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F},   {0x3164, 0x3164},   {0xFE00, 0xFE0F},  {0xFEFF, 0xFEFF},
    {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}};

bool hides(std::uint32_t c) {
  for (const Range& range : hiding) {
    if (c < range.first) return false;
    if (c <= range.last) return true;
  }
  return false;
}

bool turns_or_hides(std::uint32_t c) { return control(c) || turns_direction(c) || hides(c); }

/// White space that begins a line of its own, or the next stop of a tab.
bool parts_lines(std::uint32_t c) { return control(c) || c == 0x2028 || c == 0x2029; }

/// Chooses how the character before it is drawn, as an emoji or as a sign.
bool chooses_variant(std::uint32_t c) { return c >= 0xFE00 && c <= 0xFE0F; }

/// A mark that has no variants: dashes and quotation marks, U+2010 to U+2027.
bool quotation_mark(std::uint32_t c) { return c >= 0x2010 && c <= 0x2027; }

bool pictograph(std::uint32_t c) { return (c >= 0x2600 && c <= 0x27BF) || (c >= 0x1F000 && c <= 0x1FAFF); }

/// Whether a character that is no white space is kept on a line, of which `before` was the last one kept (0: a blank,
/// or none) and `rest` is what follows. One variation selector stays behind a character, and a joiner between two
/// emoji.
bool keeps(std::uint32_t c, std::uint32_t before, std::string_view rest) {
  if (c > 0x20 && c < 0x7F) return true;
  if (chooses_variant(c)) return before != 0 && !chooses_variant(before) && !quotation_mark(before);
  if (c == 0x200D)
    return (pictograph(before) || chooses_variant(before)) && !rest.empty() && pictograph(code_point(rest, 0).value);
  return !turns_or_hides(c);
}

/// Bytes at the head of `text` that one line keeps as they are: printable ASCII, with single blanks between.
std::size_t plain_words(std::string_view text) {
  const auto graphic = [&](std::size_t i) { return i < text.size() && text[i] > ' ' && text[i] < '\x7F'; };
  std::size_t end = 0;
  while (graphic(end) || (end > 0 && graphic(end + 1) && text[end] == ' ')) ++end;
  return end;
}

bool xml_allows(std::uint32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (!control(c) && c != 0xFFFE && c != 0xFFFF);
}

/// What a reader of the file itself must not meet, but may be written another way.
bool needs_reference(std::uint32_t c) {
  return turns_direction(c) || c == 0x2028 || c == 0x2029 || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB);
}

std::string hexadecimal(std::uint32_t value, std::size_t least) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (; value != 0 || out.size() < least; value /= 16) out.insert(out.begin(), digits[value % 16]);
  return out;
}

void append_reference(std::string& out, std::uint32_t c) { out += "&#x" + hexadecimal(c, 1) + ";"; }

enum class XmlPlace { text, attribute };

/// Printable ASCII that no place of XML escapes.
bool plain_ascii(char c) { return c >= ' ' && c < '\x7F' && c != '&' && c != '<' && c != '>' && c != '"'; }

void append_xml(std::string& out, std::string_view text, XmlPlace place) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && plain_ascii(text[end])) ++end;
    out += text.substr(at, end - at);
    at = end;
    if (at == text.size()) break;
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
      default:
        if (needs_reference(c.value))
          append_reference(out, c.value);
        else
          append_utf8(out, xml_allows(c.value) ? c.value : replacement);
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

bool fits_xml_text(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point(text, at);
    if (!xml_allows(c.value)) return false;
    at += c.size;
  }
  return true;
}

void append_xml_attribute(std::string& out, std::string_view text) { append_xml(out, text, XmlPlace::attribute); }

std::string one_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  std::uint32_t before = 0;
  const auto close_gap = [&] {
    if (gap && !out.empty()) out.push_back(' ');
    gap = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t plain = plain_words(text.substr(at)); plain > 0) {
      close_gap();
      out += text.substr(at, plain);
      at += plain;
      before = static_cast<unsigned char>(out.back());
      continue;
    }
    const CodePoint c = code_point(text, at);
    at += c.size;
    if (white_space(c.value)) {
      gap = true;
      before = 0;
    } else if (keeps(c.value, before, text.substr(at))) {
      close_gap();
      before = c.value;
      append_utf8(out, c.value);
    }
  }
  return out;
}

void append_xml_attribute(std::string& out, std::string_view name, std::string_view text) {
  out += ' ';
  out += name;
  out += "=\"";
  append_xml_attribute(out, text);
  out += '"';
}

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point(text, at);
    const std::string_view bytes = text.substr(at, c.size);
    at += c.size;
    if (c.value == replacement && bytes != "\uFFFD") {
      for (const char byte : bytes) out += "\\x" + hexadecimal(static_cast<unsigned char>(byte), 2);
    } else if (c.value == '\n' || c.value == '\t' || c.value == '\r') {
      out += c.value == '\n' ? "\\n" : c.value == '\t' ? "\\t" : "\\r";
    } else if (turns_or_hides(c.value) || (white_space(c.value) && c.value != ' ')) {
      out += c.value < 0x80 ? "\\x" + hexadecimal(c.value, 2) : "\\u{" + hexadecimal(c.value, 2) + "}";
    } else {
      out += bytes;
    }
  }
  return out;
}

std::string for_terminal(std::string_view text, std::span<const std::string_view> allowed) {
  std::string out;
  out.reserve(text.size());
  std::uint32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto ours =
        text[at] != '\x1b' ? allowed.end() : std::ranges::find_if(allowed, [&](std::string_view sequence) {
          return text.substr(at).starts_with(sequence);
        });
    if (ours != allowed.end()) {
      out += *ours;
      at += ours->size();
      continue;
    }
    const CodePoint c = code_point(text, at);
    at += c.size;
    if (c.value == '\n' || (white_space(c.value) && !parts_lines(c.value))) {
      before = 0;
      append_utf8(out, c.value);
    } else if (white_space(c.value)) {
      before = 0;
      out += ' ';
    } else if (keeps(c.value, before, text.substr(at))) {
      before = c.value;
      append_utf8(out, c.value);
    }
  }
  return out;
}

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t plain = 0;  // what is not written yet begins there
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] >= ' ' && text[at] < '\x7F' && text[at] != '"' && text[at] != '\\') {
      ++at;
      continue;
    }
    const CodePoint c = code_point(text, at);
    const bool broken = c.value == replacement && !text.substr(at).starts_with("\uFFFD");
    if (c.value > '\x7F' && !broken && !control(c.value) && !needs_reference(c.value)) {
      at += c.size;
      continue;
    }
    out += text.substr(plain, at - plain);
    plain = at += c.size;
    switch (c.value) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\t': out += "\\t"; break;
      case '\r': out += "\\r"; break;
      case '\b': out += "\\b"; break;
      case '\f': out += "\\f"; break;
      default:
        if (broken)
          append_utf8(out, c.value);
        else if (c.value < 0x20)
          out.append(c.value < 0x10 ? "\\u000" : "\\u001") += "0123456789ABCDEF"[c.value % 16];
        else
          out += "\\u" + hexadecimal(c.value, 4);
    }
  }
  out += text.substr(plain);
  out += '"';
}

}  // namespace annal
