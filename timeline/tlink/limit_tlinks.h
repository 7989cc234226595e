// How many links a text may have. Each event and each time expression is compared with those near it, so a text that is
// dense with both would get far more relations than it has words.
#pragma once

#include <cstddef>
#include <vector>

#include "timeline/tlink/tlink.h"

namespace annal {

/// The most links between detected events and times in a text of `text_size` bytes. 2,000 real texts have up to
/// 70 in 1,024 bytes, and 30 beside them where they are short.
inline std::size_t most_tlinks_of_text(std::size_t text_size) { return 128 + text_size / 16; }

/// The most links between `entities` annotated events and times. Annotated news has up to 6.4 an entity.
inline std::size_t most_tlinks_of_entities(std::size_t entities) { return 256 + 8 * entities; }

/// Removes links until `most` are left: first those that only compare dates, then the least trusted, then the later
/// ones. Keeps the order of the others. Returns how many it removed. Linear in their number.
std::size_t limit_tlinks(std::vector<TLink>& links, std::size_t most);

}  // namespace annal
