// Cross-document event coreference: which events of several documents are one happening. A wrong identity makes a false
// statement, a missing one two entries, so events come together only where nothing speaks against it.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "timeline/collection/happening_pair.h"
#include "timeline/collection/merge.h"
#include "timeline/timeline.h"

namespace annal {

struct SameHappeningOptions {
  int least = 0;                  ///< the average score of pairs (happening_pair.h) from which events are one
  bool one_story = false;         ///< whether all documents are known to tell of one matter
  bool within_documents = false;  ///< whether two events of one document may be one: false where it is known already
};

/// The groups of events of a timeline of several documents that are one happening, in order of their first events.
/// Documents come into stories first (stories.h); within one story, events of one name are compared, and clusters of
/// events come together by average link, unless two of them exclude each other (may_be_one).
std::vector<EventGroup> same_happenings(const Timeline& timeline, const SameHappeningOptions& options = {});

/// The pairs of events that are compared, a < b, ascending: one story, one name. Near-linear in the events.
std::vector<std::pair<std::uint32_t, std::uint32_t>> happening_candidates(const Timeline& timeline,
                                                                          const HappeningPairs& pairs,
                                                                          const Stories& stories,
                                                                          const SameHappeningOptions& options);

/// Whether nothing excludes that two events are one: their times meet, where neither is a guess, and both are denied or
/// none.
bool may_be_one(const Event& a, const Event& b);

}  // namespace annal
