// Measures on the drawing model.
#include "render/svg/picture.h"

#include <iterator>

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

namespace {

void move_down(std::vector<Text>& texts, double y) {
  for (Text& text : texts) text.baseline += y;
}

void move_down(Box& box, double y) {
  box.y0 += y;
  box.y1 += y;
}

void move_down(EventDrawing& event, double y) {
  for (BarSegment& s : event.segments) {
    (s.upright ? s.x0 : s.y) += y;
    if (s.upright) s.x1 += y;
  }
  for (Mark& mark : event.marks) mark.y += y;
  for (std::vector<Text>* texts : {&event.dates, &event.label, &event.quote}) move_down(*texts, y);
}

void move_down(Picture& picture, double y) {
  for (PlotArea& area : picture.plot_areas) {
    move_down(area.box, y);
    if (area.hatched.x1 > area.hatched.x0) move_down(area.hatched, y);
  }
  for (Line& line : picture.lines) {
    line.y0 += y;
    line.y1 += y;
  }
  for (HistogramBar& bar : picture.histogram) move_down(bar.box, y);
  for (EventDrawing& event : picture.events) move_down(event, y);
  for (AxisBreak& b : picture.axis_breaks) {
    (b.flat ? b.x : b.y0) += y;
    if (!b.flat) b.y1 += y;
  }
  for (Curve& curve : picture.curves)
    for (XY& point : curve.points) point.y += y;
  for (TimeAxis& axis : picture.time_axes) {
    if (!axis.upright) {
      axis.begin += y;
      axis.end += y;
    }
    for (view::Segment& segment : axis.segments) {
      if (axis.upright) segment.x0 += y;
      if (axis.upright) segment.x1 += y;
    }
  }
  move_down(picture.texts, y);
}

template <class T>
void append(std::vector<T>& to, std::vector<T>& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

void place_below(Picture& upper, Picture lower, double y) {
  move_down(lower, y);
  for (Curve& curve : lower.curves) {
    curve.from += upper.events.size();
    curve.to += upper.events.size();
  }
  append(upper.plot_areas, lower.plot_areas);
  append(upper.lines, lower.lines);
  append(upper.histogram, lower.histogram);
  append(upper.events, lower.events);
  append(upper.axis_breaks, lower.axis_breaks);
  append(upper.curves, lower.curves);
  append(upper.texts, lower.texts);
  append(upper.time_axes, lower.time_axes);
}

std::vector<Text> texts_of(const Picture& picture) {
  std::vector<Text> all = picture.texts;
  for (const EventDrawing& event : picture.events) {
    for (const std::vector<Text>* texts : {&event.dates, &event.label, &event.quote})
      all.insert(all.end(), texts->begin(), texts->end());
  }
  return all;
}

}  // namespace annal::svg
