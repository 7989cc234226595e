// Writes the proofs that the page can show, one for each pair of events, as JSON.
#pragma once

#include <cstddef>
#include <vector>

#include "core/lang/labels.h"
#include "render/encode/json_layout.h"
#include "timeline/timeline.h"

namespace annal::page {

/// Events up to which every pair is proved; of more, each and the next ones in the order, the nearest first, as
/// far as a number of steps goes that grows with the text.
inline constexpr std::size_t every_pair = 30;

/// Hands {"steps": [{claim, kind?, a, b?, at?, words?}], "pairs": [{a, b, verdict, steps}]} of the events `shown`,
/// which are in order, to `sink` in pieces. Steps are shared between pairs; `at` is a time or a length in words.
void write_proofs(const TextSink& sink, const Timeline& timeline, const std::vector<std::size_t>& shown,
                  const Labels& labels);

}  // namespace annal::page
