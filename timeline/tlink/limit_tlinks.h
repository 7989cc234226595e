// Limits how many links a text may have. Each event and time is compared with those near it, so a text that is dense
// with both would get far more links and relations than words.
#pragma once

#include <cstddef>
#include <vector>

#include "timeline/tlink/tlink.h"

namespace annal {

/// The most links between events and times that Annal found in a text of `text_size` bytes. 2,000 real texts have up to
/// 70 in 1,024 bytes, and 30 beside them where they are short.
inline std::size_t most_tlinks_of_text(std::size_t text_size) { return 128 + text_size / 16; }

/// The most links between `entities` events and times that people marked. Annotated news has up to 6.4 an entity.
inline std::size_t most_tlinks_of_entities(std::size_t entities) { return 256 + 8 * entities; }

/// Takes links out of `links` until `most` are left: first those that only compare dates, then the least trusted, then
/// the later ones. The order of the others stays. Returns how many it took out. Linear.
std::size_t limit_tlinks(std::vector<TLink>& links, std::size_t most);

}  // namespace annal
