// Measures on the drawing model.
#include "render/svg/picture.h"

#include "render/svg/axis/measure.h"

namespace annal::svg {

namespace {

Box box_with(const Text& text, double width) {
  const double x = text.anchor == Anchor::start ? text.x
                   : text.anchor == Anchor::end ? text.x - width
                                                : text.x - width / 2;
  // Arial's ascent and descent.
  return {x, text.baseline - 0.905 * text.size, x + width, text.baseline + 0.212 * text.size};
}

}  // namespace

Box box_of(const Text& text) { return box_with(text, reserved_width(text.words, text.size, text.bold)); }

Box ink_of(const Text& text) { return box_with(text, 1.03 * text_width(text.words, text.size, text.bold)); }

Box box_of(const BarSegment& p) {
  const double half = p.height / 2;
  return p.upright ? Box{p.y - half, p.x0, p.y + half, p.x1} : Box{p.x0, p.y - half, p.x1, p.y + half};
}

std::vector<Text> texts_of(const Picture& picture) {
  std::vector<Text> all = picture.texts;
  for (const EventDrawing& event : picture.events) {
    all.insert(all.end(), event.dates.begin(), event.dates.end());
    all.insert(all.end(), event.label.begin(), event.label.end());
  }
  return all;
}

}  // namespace annal::svg
