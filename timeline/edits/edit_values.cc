// What an edit may state as a colour, a link or an image.
#include <algorithm>
#include <array>

#include "core/unicode/letter_case.h"
#include "timeline/edits/read_edits.h"

namespace annal {
namespace {

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// Nothing that could end an attribute, or that no address holds.
bool is_address(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) > ' ' && c != '"' && c != '\'' && c != '<' && c != '>' && c != '`' &&
           c != '\\' && c != '\x7F';
  });
}

template <std::size_t N>
bool has_scheme(std::string_view address, const std::array<std::string_view, N>& schemes) {
  const std::string small = folded(address.substr(0, 32));
  return std::any_of(schemes.begin(), schemes.end(), [&](std::string_view scheme) {
    return small.starts_with(scheme) && address.size() > scheme.size();
  });
}

/// A path below the folder of the file: "images/lock.jpg".
bool is_relative_path(std::string_view path) {
  if (path.empty() || path.front() == '/' || path.find(':') != std::string_view::npos) return false;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    if (path.substr(at, end - at) == "..") return false;
    at = end + 1;
  }
  return true;
}

}  // namespace

std::string fault_of_colour(std::string_view colour) {
  const bool hex = colour.starts_with('#') && std::all_of(colour.begin() + 1, colour.end(), is_hex) &&
                   (colour.size() == 4 || colour.size() == 7);
  const bool name = colour.size() >= 3 && colour.size() <= 20 &&
                    std::all_of(colour.begin(), colour.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (hex || name) return {};
  return "'" + std::string(colour) + "' is no colour; write it as '#b42318' or by its name in CSS: 'teal'";
}

std::string fault_of_link(std::string_view link) {
  constexpr std::array<std::string_view, 3> schemes{"http://", "https://", "mailto:"};
  if (is_address(link) && has_scheme(link, schemes)) return {};
  return "'" + std::string(link) + "' is no link; one begins with http://, https:// or mailto: and has no spaces";
}

std::string fault_of_image(std::string_view image) {
  constexpr std::array<std::string_view, 3> schemes{"http://", "https://", "data:image/"};
  if (is_address(image) && (has_scheme(image, schemes) || is_relative_path(image))) return {};
  return "'" + std::string(image.substr(0, 80)) +
         "' is no image; one begins with http://, https:// or data:image/, or is a path below the folder of this file";
}

}  // namespace annal
