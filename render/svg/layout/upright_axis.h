// Draws an axis that time runs down: its line, the units and the cuts, with their words in one column at its left.
#pragma once

#include "render/svg/layout/panel.h"
#include "render/svg/picture.h"

namespace annal::svg {

/// px of an upright axis, from left to right.
struct UprightAxis {
  double words = 0;  ///< right edge of its words
  double plot = 0;   ///< where the band of its bars begins
  double x = 0;      ///< of its line, at which the band ends
  double top = 0, bottom = 0;
};

/// The width that the words beside the axis of `panel` need, at most `most`; `narrow`: where they may stand in several
/// lines.
double axis_words_width(const Panel& panel, const Labels& labels, bool narrow, double most);

/// The height that the words which must not be missing need: one for each segment, those of the cuts and of the
/// writing.
double axis_words_height(const Panel& panel, const Labels& labels, double width);

/// Draws the axis of `panel`, `width` px of words beside it, into `picture`; returns the y where it ends.
double draw_upright_axis(Picture& picture, const Panel& panel, const Labels& labels, const UprightAxis& axis,
                         double width);

}  // namespace annal::svg
