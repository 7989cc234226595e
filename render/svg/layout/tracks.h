// Bars beside an axis that time runs down, each with a way from its beginning straight to the axis.
#pragma once

#include <cstddef>
#include <vector>

namespace annal::svg {

/// px of the axis that a bar takes.
struct BarExtent {
  double begin = 0, end = 0;
};

/// For each of `bars` its track, 0 next to the axis. Bars of one track are at least `gap` px apart, and no other bar
/// lies between the beginning of a bar and the axis. Bars of the same extent share a track.
std::vector<std::size_t> tracks_of(const std::vector<BarExtent>& bars, double gap);

}  // namespace annal::svg
