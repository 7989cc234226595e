// SHA-256 in base64, as a content security policy names an inline style or script. Source: FIPS 180-4, RFC 4648.
#pragma once

#include <string>
#include <string_view>

namespace annal {

/// "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=" of nothing.
std::string sha256_base64(std::string_view bytes);

/// The base64 of a digest that is known in hexadecimal, 64 digits in lower case.
std::string digest_base64(std::string_view hexadecimal);

}  // namespace annal
