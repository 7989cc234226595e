#include "timeline/event/number_set.h"

#include <rapidcheck/catch.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

using namespace annal;

TEST_CASE("a set of numbers says what a list of flags says") {
  CHECK(rc::check([] {
    const auto bound = *rc::gen::inRange<std::uint32_t>(1, 200);
    const bool full = *rc::gen::arbitrary<bool>();
    NumberSet set;
    if (*rc::gen::arbitrary<bool>()) set.fill(*rc::gen::inRange<std::uint32_t>(1, 200));  // its room is used again
    full ? set.fill(bound) : set.clear(bound);
    std::vector<bool> flags(bound, full);
    for (const std::uint32_t n : *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange(0U, bound))) {
      flags[n] = !flags[n];
      flags[n] ? set.add(n) : set.remove(n);
    }
    const auto next = [&](std::uint32_t from) {
      return static_cast<std::uint32_t>(std::find(flags.begin() + from, flags.end(), true) - flags.begin());
    };
    for (std::uint32_t n = 0; n < bound; ++n) {
      RC_ASSERT(set[n] == flags[n]);
      RC_ASSERT(set.next(n) == next(n));
    }
    const auto last = std::find(flags.rbegin(), flags.rend(), true);
    RC_ASSERT(set.first() == next(0));
    RC_ASSERT(set.end() == static_cast<std::uint32_t>(flags.rend() - last));
    const auto first = *rc::gen::inRange(0U, bound), stop = *rc::gen::inRange(0U, bound + 1);
    RC_ASSERT(set.any(first, stop) == (next(first) < stop));
  }));
}
