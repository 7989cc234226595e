// The column of dates beside the rows: a date that rows below each other share is written once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/view/timeline_view.h"

namespace annal::svg {

/// What the column shows of a row.
struct DateCell {
  std::string day;    ///< stands above the row and those that follow: "14 Nov 2016"; empty where none does
  std::string words;  ///< "06:40" below such a day; empty where the row above says the same
};

/// For each row. Dates with a month leave out `axis_year`. Rows of two frames share no date, nor, where `by_lane`, do
/// those of two lanes.
std::vector<DateCell> date_cells(const view::TimelineView& view, std::optional<int> axis_year, bool by_lane);

}  // namespace annal::svg
