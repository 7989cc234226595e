// The events that have a number instead of a row: small marks on the axis, and a list of their titles below.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "render/svg/layout/lanes.h"
#include "render/svg/layout/marks.h"
#include "render/svg/layout/panel.h"
#include "render/svg/picture.h"
#include "render/view/timeline_view.h"

namespace annal::svg {

/// The marks of a numbered event on the axis of its panel.
struct NumberedMark {
  std::size_t index = 0;  ///< into TimelineView::numbered
  std::size_t level = 0;  ///< from the axis outwards; marks of one level do not touch
  double at = 0;          ///< px of the axis where it begins
  Marks marks;            ///< at y 0
};

/// Those of `panel`, by index.
std::vector<NumberedMark> numbered_marks(const Panel& panel, const view::TimelineView& view, const Lanes& lanes);

/// px between two levels of `marks`, so that all take at most `most` px; 0 where there are no marks.
double level_height(const std::vector<NumberedMark>& marks, double most);

/// px that `marks` take, at most `most`.
double strip_depth(const std::vector<NumberedMark>& marks, double most);

/// Puts `marks` into `event`, `across` px from the other edge of the picture; on an axis that runs down if `upright`.
void place_numbered(EventDrawing& event, Marks marks, double across, bool upright);

/// A stretch of the axis, and the numbers that stand on it.
struct NumberLabel {
  double at = 0;                    ///< px of its middle
  std::size_t first = 0, last = 0;  ///< from 1
};

/// The numbers of `marks` along [left, right], in stretches of `step` px or a little more.
std::vector<NumberLabel> number_labels(const std::vector<NumberedMark>& marks, double left, double right, double step);

/// Puts the numbered events of `view` in the order of their frames and beginnings, those without a date last.
void sort_numbered(view::TimelineView& view);

/// The numbered events of `view` without anything that has a place.
std::vector<EventDrawing> numbered_events(const view::TimelineView& view, const Lanes& lanes);

/// Draws `events`, those of TimelineView::numbered with their marks, as a list from `y` down into `picture`; returns
/// the y where it ends.
double draw_numbered_list(Picture& picture, std::vector<EventDrawing> events, const view::TimelineView& view,
                          const Columns& columns, double y);

}  // namespace annal::svg
