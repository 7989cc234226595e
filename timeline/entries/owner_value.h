// What the owner of a timeline states and what ends in markup as more than text: addresses, colours, themes. Whoever
// reads such a value checks it here, so that no renderer meets an address that runs a script or a colour that ends a
// rule.
#pragma once

#include <string_view>

namespace annal {

/// Whether `address` is one that a link may lead to: http, https or mailto, without spaces and control characters.
bool is_link(std::string_view address);

/// Whether `address` is one that an image may be loaded from: http, https, data:image, or relative to the page.
bool is_image_address(std::string_view address);

/// Whether `colour` is a colour of CSS: a name, or 3, 4, 6 or 8 hexadecimal digits behind "#".
bool is_colour(std::string_view colour);

/// Whether `theme` is "light", "dark", or custom properties "--annal-NAME: VALUE" with ";" between them, whose values
/// load nothing and end nothing.
bool is_theme(std::string_view theme);

/// What the first three hold to, for messages: "a link is an address of http, https or mailto".
inline constexpr std::string_view link_rule = "a link is an address of http, https or mailto";
inline constexpr std::string_view image_rule =
    "an image is an address of http or https, data:image, or relative to the page";
inline constexpr std::string_view colour_rule = "a colour is a name of CSS or \"#\" and 3, 4, 6 or 8 digits";
inline constexpr std::string_view theme_rule = "a theme is light, dark, or properties such as \"--annal-ground: #fff\"";

}  // namespace annal
