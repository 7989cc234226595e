#include "render/labels/window.h"

namespace annal::labels {

PlacementKind kind_of(const Window& start, const Window& end, Frame frame) {
  if (frame == Frame::none) return PlacementKind::undated;
  const bool low = start.earliest != unbounded_past, high = end.latest != unbounded_future;
  if (low && high)
    return end.earliest >= start.latest && end.earliest > start.earliest ? PlacementKind::span : PlacementKind::instant;
  if (high || (!low && start.latest != unbounded_future)) return PlacementKind::before;
  if (low || end.earliest != unbounded_past) return PlacementKind::after;
  return PlacementKind::undated;
}

}  // namespace annal::labels
