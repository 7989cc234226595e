// Transfer encodings of mail (RFC 2045): quoted-printable and base64.
#pragma once

#include <optional>
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

/// What makes `text` no base64 (RFC 4648, line breaks and blanks aside), with its place; nothing where it is base64.
std::optional<std::string> base64_fault(std::string_view text);

}  // namespace annal
