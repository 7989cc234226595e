// The style sheet of the picture: colours, fonts, line styles.
#pragma once

#include <set>
#include <string>

#include "timeline/entries/theme.h"

namespace annal {

/// The style sheet inside a picture of this theme, in which marks have the `colours` of their own ("#b42318"): a page
/// that holds the picture under a content security policy hashes it. On a dark ground they are moved
/// towards the text until they can be seen; on a light one they stand as stated.
std::string svg_style(const Theme& theme, const std::set<std::string>& colours = {});

}  // namespace annal
