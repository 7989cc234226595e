// Draws the head of the picture: title, head line, and a legend of the marks in use.
#pragma once

#include <cstddef>
#include <string>

#include "render/svg/layout/lanes.h"
#include "render/svg/layout/marks.h"
#include "render/svg/picture.h"
#include "render/view/timeline_view.h"

namespace annal::svg {

/// The line under the title: "Written 28 November 2016 · 30 events in order of time · the axis is cut in 4 places".
std::string head_line(const view::TimelineView& view, std::size_t cuts);

/// Writes title, subtitle, head line and a legend of `use` into `picture` from the top; returns the y where they end.
double draw_head(Picture& picture, const view::TimelineView& view, const Lanes& lanes, const MarksInUse& use,
                 std::size_t cuts, double margin);

/// Writes note and credit into `picture` from `y` down; returns the y where they end.
double draw_foot(Picture& picture, const view::TimelineView& view, double margin, double y);

/// The description for those who cannot see the picture.
std::string description_of(const view::TimelineView& view, std::size_t cuts);

}  // namespace annal::svg
