#include "render/labels/window.h"

namespace annal::svg {

RowKind kind_of(const Window& start, const Window& end, Frame frame) {
  if (frame == Frame::none) return RowKind::undated;
  const bool low = start.earliest != unbounded_past, high = end.latest != unbounded_future;
  if (low && high)
    return end.earliest >= start.latest && end.earliest > start.earliest ? RowKind::span : RowKind::instant;
  if (high || (!low && start.latest != unbounded_future)) return RowKind::before;
  if (low || end.earliest != unbounded_past) return RowKind::after;
  return RowKind::undated;
}

}  // namespace annal::svg
