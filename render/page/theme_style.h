// The part of a page's style sheet that a theme of the timeline's owner adds.
#pragma once

#include <string>

#include "timeline/entries/theme.h"

namespace annal::page {

/// Rules that stand behind page_style() and give its variables the colours of `theme`; on paper, those of a dark theme
/// are light. Empty where the theme leaves all to the reader.
std::string theme_style(const Theme& theme);

}  // namespace annal::page
