// Solves the network of a finished timeline again, after an owner has changed its evidence or its events.
#pragma once

#include <cstdint>
#include <vector>

#include "timeline/timeline.h"

namespace annal {

/// When the date of an event is told anew.
enum class Dating : std::uint8_t {
  if_moved,  ///< where its bounds have moved
  anew,      ///< in any case: its times are others
  stated,    ///< never: its owner states it
};

/// Orders the events anew, and dates them again as `dating` of each says. Relations that the network no longer admits
/// go, and times whose tie to an event is set aside. Of the conflicts those remain that the text states, or that an
/// edit has with it. Where nothing in the evidence has changed, nothing changes.
void solve_again(Timeline& timeline, const std::vector<Dating>& dating);

}  // namespace annal
