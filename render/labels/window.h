// What is known of when something happened, as pictures show it: a window for its start and one for its end, in one
// frame.
#pragma once

#include <cstdint>

#include "core/calendar/interval.h"
#include "core/calendar/value.h"

namespace annal::labels {

/// How an event lies in time, as far as it is known.
enum class PlacementKind : std::uint8_t {
  instant,  ///< once, somewhere in [start.earliest, end.latest)
  span,     ///< from a point in `start` to a point in `end`
  before,   ///< no earlier bound; over by, or begun before, `latest`
  after,    ///< no later bound; not before `earliest`
  undated,  ///< no bound at all
};

/// Half-open window of a point in time, in seconds of the row's frame.
struct Window {
  CivilSeconds earliest = unbounded_past;
  CivilSeconds latest = unbounded_future;
  friend bool operator==(const Window&, const Window&) = default;
};

/// Where an event stands in time.
struct Placement {
  PlacementKind kind = PlacementKind::undated;
  Frame frame = Frame::none;
  Window start, end;
  Granularity precision = Granularity::none;
  bool circa = false;  ///< "about 19 November"
};

/// How an event with these windows lies in time; a frame of none makes it undated.
PlacementKind kind_of(const Window& start, const Window& end, Frame frame);

}  // namespace annal::labels
