// The bytes of a page to UTF-8, with the way back to the bytes. Which character set: a byte-order mark, what the page
// declares, else UTF-8 where the bytes are UTF-8, else Windows-1252, as browsers do.
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

/// Decodes the bytes of a page. Total: a character set that is not in
/// data/html/charsets.txt is read as Windows-1252, a broken sequence is U+FFFD.
/// Bytes that are well-formed UTF-8 with a letter outside ASCII are UTF-8 whatever the page declares. Linear.
///
///   source   WHATWG Encoding and HTML standards, "determining the character encoding", save for that last rule
Decoded decode_page(std::string_view bytes);

}  // namespace annal
