// Whether a text is news or history: it decides what a bare date counts from.
#pragma once

#include "core/analysis.h"

namespace annal {

/// History and biography state their years; news leans on the day of writing. Explicit years far from the document's
/// against words that count from it ("yesterday", "last week", "Monday") decide.
struct DocumentGenre {
  bool narrative = false;  ///< history or biography
  bool chronicle = false;  ///< more of it stands under dates of other years than under the day of writing
};

/// Reads the trees of the time expressions, not their values. Linear in their number.
DocumentGenre genre_of(const Analysis& analysis);

}  // namespace annal
