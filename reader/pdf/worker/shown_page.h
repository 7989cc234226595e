// One page of a PDF, as poppler shows it.
#pragma once

#include "reader/pdf/content.h"
#include "reader/pdf/worker/poppler.h"

namespace annal::pdf {

/// Returns the words of `page` with their places and type, in poppler's order of reading. Of more than `most` letters
/// it returns at least `most`. Letters are counted in `letters`.
Page shown_page(const Poppler& poppler, PopplerPage* page, std::size_t most, std::size_t& letters);

}  // namespace annal::pdf
