// Selection: which events of a timeline are drawn and listed. It is the only place that decides it: pictures, tables
// and exports show what Event::shown marks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "timeline/timeline.h"

namespace annal {

/// More events than these no picture names by default.
inline constexpr std::size_t most_shown = 60;

struct SelectionOptions {
  bool all = false;                      ///< every event, whatever its salience
  std::vector<std::uint32_t> only = {};  ///< these events alone, ascending by index; empty: no such limit
};

/// Sets Event::shown of every event. By default: those at least as salient as the threshold, the most salient
/// `most_shown` of them, then the most certain.
void select_events(Timeline& timeline, const SelectionOptions& options = {});

}  // namespace annal
