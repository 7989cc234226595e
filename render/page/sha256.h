// SHA-256 in base64, as a content security policy names an inline style or script. Source: FIPS 180-4, RFC 4648.
#pragma once

#include <string>
#include <string_view>

namespace annal {

/// "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=" of nothing.
std::string sha256_base64(std::string_view bytes);

}  // namespace annal
