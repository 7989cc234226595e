// Of the sentences that tell of a day, those that tell best what the documents agree on.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "timeline/collection/collection_words.h"
#include "timeline/collection/day_tellings.h"
#include "timeline/timeline.h"

namespace annal {

/// A sentence that tells of a day.
struct DaySentence {
  std::uint32_t sentence = 0;    ///< index into Timeline::sentences
  Status status = Status::fact;  ///< how it tells what it dates to the day
};

/// At most `count` sentences, the best first: most like what the other documents
/// tell of the day, near to what the collection is about, no quotation, neither a scrap nor longer than one reads, and
/// none that repeats another. `tellings` are of one day, by document and place.
std::vector<DaySentence> best_sentences(const Timeline& timeline, const CollectionWords& words,
                                        std::span<const DayTelling> tellings, std::size_t count);

}  // namespace annal
