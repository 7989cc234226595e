// Which of several documents of a timeline a place, an event, a language belongs to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "timeline/timeline.h"

namespace annal {

/// The document, an index into Timeline::sources, that holds the place `begin` of the text; 0 where there is one.
std::size_t source_at(const Timeline& timeline, std::uint32_t begin);

/// The documents, as indices into Timeline::sources, that mention an event, ascending; none where the timeline is of
/// one document.
std::vector<std::uint32_t> sources_of(const Timeline& timeline, const Event& event);

/// The language of most documents; of equals, the first.
std::string language_of(const std::vector<SourceDocument>& sources);

}  // namespace annal
