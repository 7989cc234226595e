// Documents that are copies: a reprint, the same text in another format, the page that annal made of an article beside
// the article. One source that is read twice is no second witness, and does not disagree with itself.
#pragma once

#include <cstdint>
#include <vector>

#include "timeline/timeline.h"

namespace annal {

/// A document that tells hardly anything but what another one tells.
struct Copy {
  std::uint32_t document = 0, of = 0;    ///< indices into Timeline::sources
  std::vector<std::uint32_t> sentences;  ///< of it that it repeats, as indices into Timeline::sentences, ascending
};

/// The copies, ascending by document. A document is the copy of one that has nearly all of its sentences, if it has
/// three or more of some length, or the same sentences and no other day of writing. Of two that are alike, the one that
/// was written later is the copy, or else the later one. No copy is the original of another.
std::vector<Copy> copies_in(const Timeline& timeline);

/// Takes what the copies repeat out of a joined timeline of several documents: events, time expressions, and the
/// evidence and relations of these. Their texts stay, and a warning tells of each.
void leave_out_copies(Timeline& timeline);

}  // namespace annal
