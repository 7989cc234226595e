// Chooses the bars and the mark of an event from what is known about its time.
#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "render/svg/picture.h"
#include "render/view/scale.h"
#include "render/view/timeline_view.h"

namespace annal::svg {

struct Marks {
  std::vector<BarSegment> segments;
  std::vector<Mark> marks;      ///< one where it happened on a day, else none
  double left = 0, right = 0;   ///< what they take of the row
  double enter = 0, leave = 0;  ///< x where an arc to it ends, and one from it begins
};

/// What a legend explains.
struct MarksInUse {
  bool dot = false, bar = false, whisker = false, before = false, after = false;
  std::set<Status> statuses;

  void add(const Marks& marks, Status status);
};

inline constexpr double mark_radius = 6;

/// The colour of `row` itself, as of a Mark.
std::string own_colour_of(const view::Row& row);

/// The mark of `row` at a place.
Mark mark_of(const view::Row& row, std::size_t lane, double x, double y);

/// The mark of an event whose place nothing bounds, from `x` on.
Marks undated_marks(const view::Row& row, std::size_t lane, double x, double y);

/// The marks of `row` on `scale`, whose small units are `cells` long, with the middle of the row at `y`.
Marks marks_of(const view::Row& row, const view::Scale& scale, const std::vector<CivilSeconds>& cells, std::size_t lane,
               double y);

}  // namespace annal::svg
