// The relations of two events (J. F. Allen, Maintaining knowledge about temporal intervals, 1983), and the order
// that a set of them agrees on.
#pragma once

#include <cstdint>
#include <string_view>

namespace annal {

/// The thirteen relations of Allen (1983), as bits of a set.
enum Allen : std::uint16_t {
  allen_before = 1 << 0,
  allen_meets = 1 << 1,
  allen_overlaps = 1 << 2,
  allen_starts = 1 << 3,
  allen_during = 1 << 4,
  allen_finishes = 1 << 5,
  allen_equals = 1 << 6,
  allen_finished_by = 1 << 7,
  allen_contains = 1 << 8,
  allen_started_by = 1 << 9,
  allen_overlapped_by = 1 << 10,
  allen_met_by = 1 << 11,
  allen_after = 1 << 12,
};

/// What is known of two events, read with the first as subject.
enum class PairOrder : std::uint8_t {
  before,        ///< ends before the other begins (or as it begins)
  after,         ///< begins after the other ended (or as it ended)
  simultaneous,  ///< same start, same end
  includes,      ///< begins no later and ends no earlier
  is_included,   ///< begins no earlier and ends no later
  overlaps,      ///< they share time; more is not known, or neither includes the other
  unknown,       ///< none of these is forced
};

struct PairRelation {
  PairOrder order = PairOrder::unknown;
  bool starts_before = false;    ///< the first certainly begins before the other
  bool starts_after = false;     ///< the first certainly begins after the other
  std::uint16_t allen = 0x1fff;  ///< every relation of Allen that the evidence leaves
};

std::string_view name(PairOrder);  ///< "before", "is included"

}  // namespace annal
