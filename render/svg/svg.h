// Draws a timeline as one SVG picture: a place for each event, an axis with breaks where nothing happens, what is no
// fact shown by outline, not by colour. No scripts or external references; the same timeline, the same bytes.
//
//   Timeline -> TimelineView (render/view) -> rows, ticks, arcs (layout/) -> Picture (picture.h) -> SVG (write/)
#pragma once

#include <string>
#include <vector>

#include "render/svg/picture.h"
#include "render/svg/svg_options.h"
#include "timeline/timeline.h"

namespace annal {

/// The drawing model of the picture.
svg::Picture picture_of(const Timeline& timeline, const SvgOptions& options);

/// Returns a complete SVG document of at most 2 MB. Text contrast is at least 4.5:1 in light and dark.
std::string to_svg(const Timeline& timeline, const SvgOptions& options = {});

/// A picture for paper.
struct SheetsSvg {
  std::string svg;           ///< as of to_svg
  std::vector<double> ends;  ///< px at which its sheets end (svg::sheet_ends)
};

/// `timeline` in sheets that are `shape` times as high as wide.
SheetsSvg to_sheets(const Timeline& timeline, const SvgOptions& options, double shape);

}  // namespace annal
