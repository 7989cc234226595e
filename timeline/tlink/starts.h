// Finds one order of starts from many answers on pairs, each of which is more often right than wrong, but not all of
// which can be true.
#pragma once

#include <cstdint>
#include <vector>

namespace annal {

/// An answer: `a` begins before `b` where `weight` is above zero, after it where below, and how sure that is.
struct StartAnswer {
  std::uint32_t a = 0, b = 0;
  std::int32_t weight = 0;
};

/// The rank of each of `count` things in an order that agrees with answers of as much weight as single moves reach,
/// beginning with the order they are numbered in. The same input gives the same ranks; linear in the answers.
std::vector<std::uint32_t> order_of_starts(std::uint32_t count, const std::vector<StartAnswer>& answers);

}  // namespace annal
