// Addresses that the owner of a timeline states. Whoever reads one checks it here, so that no renderer meets an address
// that runs a script or leads to a file of the reader.
#pragma once

#include <string_view>

namespace annal {

/// Whether `address` begins as one of http or https does.
bool is_web_address(std::string_view address);

/// Whether `address` is one that a link may lead to: http, https or mailto, without spaces and control characters.
bool is_link(std::string_view address);

/// Whether `address` is one that an image may be loaded from: http, https, data:image, or a path below the folder of
/// the page.
bool is_image_address(std::string_view address);

/// What they hold to, for messages.
inline constexpr std::string_view link_rule = "is no link; one begins with http://, https:// or mailto:";
inline constexpr std::string_view image_rule =
    "is no image; one begins with http://, https:// or data:image/, or is a path below the folder of this file";

}  // namespace annal
