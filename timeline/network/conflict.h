// Explains a contradiction by the fewest pieces of evidence that cannot all be true.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "timeline/network/chain.h"

namespace annal::graph {

/// The constraints of a negative cycle through `rejected`, which the accepted constraints of `chains` do not allow; it
/// stands first, the others follow in order round the cycle. As few as can be.
std::vector<std::uint32_t> contradiction(ChainFinder& chains, std::span<const Constraint> constraints,
                                         std::uint32_t rejected);

}  // namespace annal::graph
