// The page of a document on which a place of its text stands.
#pragma once

#include <cstdint>

#include "timeline/timeline.h"

namespace annal {

/// The number, from 1, of the page that holds the place `begin` of the text in the document that it stands in; 0 where
/// that document has no pages. O(log of documents and pages).
std::uint32_t page_of(const Timeline& timeline, std::uint32_t begin);

/// The page that tells of an event; 0 where none does.
std::uint32_t page_of(const Timeline& timeline, const Event& event);

}  // namespace annal
