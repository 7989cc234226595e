// What stands around a timeline in every form: its headline, and the language of its labels and dates. Its owner's word
// (Timeline::presentation) comes before that of the document.
#pragma once

#include <string>

#include "core/lang/labels.h"
#include "timeline/timeline.h"

namespace annal::labels {

/// In the language that the owner states, else in that of the document; in English where there is none, or none that is
/// known.
Labels labels_of(const Timeline& timeline);

/// On one line; empty where neither the owner nor the document states one.
std::string heading_of(const Timeline& timeline);

}  // namespace annal::labels
