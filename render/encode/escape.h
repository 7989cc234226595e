// Escapes text for output. A title or an article is untrusted: it may have control bytes, markup, right-to-left
// overrides, broken UTF-8. Each output format has its own characters to escape; only this file escapes them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace annal {

/// One code point read from UTF-8; `size` bytes were used (at least 1). Bytes that are no UTF-8 read as U+FFFD.
struct CodePoint {
  std::uint32_t value;
  std::uint32_t size;
};

/// The code point that begins at byte `at` (less than the text's size).
CodePoint code_point(std::string_view text, std::size_t at);

/// Appends `value`, a Unicode scalar value, as UTF-8.
void append_utf8(std::string& out, std::uint32_t value);

/// Returns `text` as valid UTF-8: each invalid byte sequence becomes U+FFFD.
std::string valid_utf8(std::string_view text);

/// Appends `text` as XML character data. A character that XML 1.0 forbids or discourages (control characters, U+FFFE,
/// U+FFFF) becomes U+FFFD, one for one, so that offsets in code points still hold. A carriage return becomes a
/// reference, since a parser would drop it, and so do marks of direction and separators of lines, for whoever looks at
/// the file itself. Source: XML 1.0, 2.2 and 2.11.
void append_xml_text(std::string& out, std::string_view text);

/// Whether that replaces no character, so that a parser reads `text` back.
bool fits_xml_text(std::string_view text);

/// Appends `text` as the value of an XML attribute between double quotes; white space other than the blank becomes a
/// reference, since a parser would turn it into blanks.
void append_xml_attribute(std::string& out, std::string_view text);

/// Appends the attribute itself, with the blank before it: ` name="text"`.
void append_xml_attribute(std::string& out, std::string_view name, std::string_view text);

/// Appends `text` as a JSON string with its quotation marks. Control characters, marks of direction and separators of
/// lines are escaped, which changes no value; bytes that are no UTF-8 become U+FFFD. Source: RFC 8259, 7.
void append_json_string(std::string& out, std::string_view text);

/// `text` on one line, safe to print on a terminal: runs of white space become one blank, ends are trimmed, and control
/// characters, line and paragraph separators, marks of direction and characters that hide are left out. One
/// variation selector stays behind a character, and a joiner between two emoji.
std::string one_line(std::string_view text);

/// Lines for a terminal, the last step of all that goes to one: what `one_line` leaves out is left out, and white
/// space that moves the cursor, other than the line break, is a blank.
///
///   allowed   sequences of control characters that stay as they are: the colours of `inked`
std::string for_terminal(std::string_view text, std::span<const std::string_view> allowed = {});

/// `text` on one line, safe to print on a terminal and with nothing lost, for what a reader must be able to tell apart
/// (a file's name): what `one_line` leaves out, white space other than the blank, and bytes that are no UTF-8 are
/// written as \n, \t, \r, \xHH (a byte) or \u{HHHH} (a character).
std::string visible(std::string_view text);

}  // namespace annal
