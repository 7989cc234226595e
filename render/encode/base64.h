// Base64 (RFC 4648), as pages hold bytes in text.
#pragma once

#include <string>
#include <string_view>

namespace annal {

/// `bytes` in base64, padded with "=".
std::string base64(std::string_view bytes);

}  // namespace annal
