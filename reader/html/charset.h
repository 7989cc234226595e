// Decodes the bytes of a page to UTF-8 and maps the text back to the bytes. The character set is chosen as in browsers:
// by a byte-order mark, by what the page declares, as UTF-8 if the bytes are valid, otherwise Windows-1252.
#pragma once

#include <string>
#include <string_view>

#include "core/text/source_map.h"

namespace annal {

struct Decoded {
  std::string text;     ///< valid UTF-8, no byte-order mark; what cannot be decoded is U+FFFD
  SourceMap source;     ///< offsets of `text` to offsets of the bytes
  std::string charset;  ///< "UTF-8", "UTF-16LE", "WINDOWS-1252", ... as iconv(3) names it
};

/// Decodes the bytes of a page. Never fails: a character set that is not in
/// data/html/charsets.txt is read as Windows-1252, and an invalid sequence becomes U+FFFD.
/// Valid UTF-8 with a letter outside ASCII is read as UTF-8, whatever the page declares. Linear.
///
///   source   WHATWG Encoding and HTML standards, "determining the character encoding", save for that last rule
Decoded decode_page(std::string_view bytes);

/// Decodes bytes whose character set is stated as `label`, in small letters; without one that is known, as UTF-8 if
/// they are valid, otherwise Windows-1252.
Decoded decode_text(std::string_view bytes, std::string_view label);

}  // namespace annal
