// A contradiction: the fewest pieces of evidence that cannot all hold.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "timeline/network/chain.h"

namespace annal::graph {

/// The pieces of a negative cycle through `refused`, which the believed pieces of `chains` do not allow; it stands
/// first, the others follow in order round the cycle. As few as can be.
std::vector<std::uint32_t> contradiction(ChainFinder& chains, std::span<const Piece> pieces, std::uint32_t refused);

}  // namespace annal::graph
