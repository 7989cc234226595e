// The ticks and labels of the axis. Each segment has its own unit, with the larger unit that contains it above. A label
// that would touch another is left out; its line stays.
#pragma once

#include <string>
#include <vector>

#include "core/calendar/value.h"
#include "core/lang/labels.h"
#include "render/view/scale.h"

namespace annal::svg {

struct TickLine {
  double x = 0;
  bool major = false;  ///< where the larger unit begins
};

struct TickLabel {
  double x = 0;        ///< of its middle
  bool upper = false;  ///< in the row of the larger units, bold
  std::string words;
};

struct Ticks {
  std::vector<TickLine> lines;
  std::vector<TickLabel> labels;
  std::vector<CivilSeconds> cells;  ///< for each segment, the length of its small unit: a day, a month, ten years
};

inline constexpr double tick_size = 12;  ///< px of the text

/// The ticks of `scale`. Years are left out in Frame::open_year. Labels of one row never overlap, and none reaches into
/// the next segment.
/// `said` says the names of months and the like. `finest` gives for each segment the finest precision of what lies in
/// it: no label is finer. Of an `upright` axis, which time runs down, a label takes the height of its line.
Ticks make_ticks(const view::Scale& scale, Frame frame, const std::vector<CivilSeconds>& finest,
                 const Labels& labels = Labels(), bool upright = false);

}  // namespace annal::svg
