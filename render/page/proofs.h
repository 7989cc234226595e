// Writes the proofs that the page can show, one for each pair of events, as JSON.
#pragma once

#include <string>
#include <vector>

#include "timeline/timeline.h"

namespace annal::page {

/// Events up to which every pair is proved; of more, each and the next ones in the order, the nearest first, as
/// far as a number of steps goes that grows with the text.
inline constexpr std::size_t every_pair = 30;

/// {"steps": [{claim, rule?, trust, words?}], "pairs": [{a, b, summary, steps}]} of the events `shown`, which are in
/// order. Steps are shared between pairs.
std::string proofs_json(const Timeline& timeline, const std::vector<std::size_t>& shown);

}  // namespace annal::page
