// See address.h.
#include "timeline/entries/address.h"

#include <algorithm>
#include <string>

#include "core/unicode/ascii.h"

namespace annal {
namespace {

/// Browsers take white space and "\" out of an address or for something else: it is then another than it seems.
bool is_plain(std::string_view address) {
  return !address.empty() && std::none_of(address.begin(), address.end(), [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == 0x7F || c == '\\' || c == '"' || c == '<' || c == '>';
  });
}

/// Whether `address` begins with `scheme`, in any case, and goes on.
bool has_scheme(std::string_view address, std::string_view scheme) {
  return address.size() > scheme.size() && lowered(address.substr(0, scheme.size())) == scheme;
}

bool is_path_below(std::string_view path) {
  if (path.starts_with('/') || path.find(':') != std::string_view::npos) return false;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    if (path.substr(at, end - at) == "..") return false;
    at = end + 1;
  }
  return true;
}

}  // namespace

bool is_web_address(std::string_view address) {
  return has_scheme(address, "http://") || has_scheme(address, "https://");
}

bool is_link(std::string_view address) {
  return is_plain(address) && (is_web_address(address) || has_scheme(address, "mailto:"));
}

bool is_image_address(std::string_view address) {
  return is_plain(address) && (is_web_address(address) || has_scheme(address, "data:image/") || is_path_below(address));
}

}  // namespace annal
