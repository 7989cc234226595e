#include "render/view/time_window.h"

#include <algorithm>

namespace annal::view {

bool lies_within(const labels::Placement& placement, Interval window) {
  if (placement.frame != Frame::calendar) return false;
  const labels::Window &start = placement.start, &end = placement.end;
  switch (placement.kind) {
    case labels::PlacementKind::instant:
    case labels::PlacementKind::span:
      if (start.earliest == end.latest) return window.begin <= end.latest && end.latest < window.end;
      return start.earliest < window.end && end.latest > window.begin;
    case labels::PlacementKind::before: {
      const CivilSeconds bound = end.latest != unbounded_future ? end.latest : start.latest;
      return window.begin < bound && bound <= window.end;
    }
    case labels::PlacementKind::after: {
      const CivilSeconds bound = start.earliest != unbounded_past ? start.earliest : end.earliest;
      return window.begin <= bound && bound < window.end;
    }
    case labels::PlacementKind::undated: return false;
  }
  return false;
}

labels::Placement cut_to(labels::Placement placement, Interval window) {
  if (placement.kind != labels::PlacementKind::instant && placement.kind != labels::PlacementKind::span)
    return placement;
  for (CivilSeconds* const bound :
       {&placement.start.earliest, &placement.start.latest, &placement.end.earliest, &placement.end.latest})
    *bound = std::clamp(*bound, window.begin, window.end);
  return placement;
}

}  // namespace annal::view
