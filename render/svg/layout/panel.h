// A panel: one axis with its rows, the part of the picture for the events of one frame of time.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "render/svg/axis/ticks.h"
#include "render/svg/layout/date_cells.h"
#include "render/svg/layout/head.h"
#include "render/svg/layout/route.h"
#include "render/svg/picture.h"
#include "render/svg/svg_options.h"
#include "render/view/scale.h"
#include "render/view/timeline_view.h"

namespace annal::svg {

inline constexpr double date_size = 12;  ///< px of the date words

/// px of the columns, the same for all panels.
struct Columns {
  double margin = 16;
  bool beside = true;      ///< the date words stand in a column of their own, else with the title
  double dates_right = 0;  ///< right edge of the date words, where they have a column
  double left = 0;         ///< of the axis
  double right = 0;
  Labels labels;                ///< the words of its language
  std::optional<int> year;      ///< of most rows: their date words leave it to the axis
  std::vector<DateCell> cells;  ///< for each row

  std::string dates(const view::Row& row) const;  ///< the date words of `row`
};

/// A panel before it has a height. With Frame::none it has no axis.
struct Panel {
  Frame frame = Frame::none;
  std::string heading;            ///< empty where the picture has one panel of calendar dates
  std::vector<std::size_t> rows;  ///< indices into TimelineView::rows
  std::optional<CivilSeconds> written;
  view::Scale scale;
  Ticks ticks;
};

/// What stands at `cut`: "22 months cut".
std::string cut_words(const view::ScaleBreak& cut, Frame frame, const Labels& labels);

/// The panels of `story`, in the order they stand under each other; none where there are no rows.
std::vector<Panel> panels_of(const view::TimelineView& view, const Columns& columns, const SvgOptions& options);

/// Gives `panel` its axis between the px `from` and `to`. Does nothing for Frame::none.
void lay_out_axis(Panel& panel, const view::TimelineView& view, double from, double to, const SvgOptions& options);

/// The columns that fit the date words of `story`.
Columns columns_of(const view::TimelineView& view, const SvgOptions& options);

/// Draws `panel` from `y` down into `picture`, its marks of TimelineView::numbered into `numbered`, and fills `routes`
/// for its rows; returns the y where it ends.
double draw_panel(Picture& picture, std::vector<EventDrawing>& numbered, std::vector<RouteRow>& routes,
                  const Panel& panel, const view::TimelineView& view, const Lanes& lanes, const Columns& columns,
                  const SvgOptions& options, double y);

}  // namespace annal::svg
