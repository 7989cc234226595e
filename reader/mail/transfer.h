// Transfer encodings of mail (RFC 2045): quoted-printable and base64.
#pragma once

#include <string>
#include <string_view>

#include "core/text/source_map.h"

namespace annal {

struct Transferred {
  std::string bytes;
  SourceMap source;  ///< offsets of `bytes` to offsets of what was decoded
};

/// Undoes `encoding` ("quoted-printable", "base64"; any other: as it is). What is malformed stands for itself or is
/// left out. `underscores` reads _ as a blank, as in headers.
Transferred undo_transfer(std::string_view text, std::string_view encoding, bool underscores = false);

}  // namespace annal
