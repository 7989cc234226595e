// What is known of the order of rows that stand one below the other, for the marks beside them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "timeline/timeline.h"

namespace annal::view {

enum class RowOrder : std::uint8_t {
  known,    ///< it begins after the row above it, or there is none
  open,     ///< nothing says which of it and the row above begins first
  nowhere,  ///< its place is not known: when it began is open to one side, or to both
};

/// For each of `events`, in order of their positions. Rows whose place is not known do not count as a row above. Linear
/// in the events between the first and the last, and in what they precede.
std::vector<RowOrder> order_of_rows(const Timeline& timeline, std::span<const std::uint32_t> events);

}  // namespace annal::view
