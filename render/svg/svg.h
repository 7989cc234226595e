// The timeline as one SVG picture: a place for each event, an axis that is cut where nothing happens, certainty shown
// by shape and line as well as by colour. No script, no outside reference, the same bytes for the same timeline.
//
//   Timeline -> rows (rows.h) -> scale, ticks, labels, arcs (layout.h) -> Picture (picture.h) -> text (write.h)
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "timeline/timeline.h"

namespace annal {

enum class SvgRelations {
  none,    ///< no arcs
  stated,  ///< those that the text asserts
  all,     ///< those that follow from others too
};

enum class SvgLayout {
  rows,      ///< a row for each event, in order
  compact,   ///< as many events in a row as fit side by side
  lanes,     ///< rows, grouped by lane
  vertical,  ///< time runs down: for narrow screens and paper
};

/// "rows", as --layout has it.
std::string_view layout_name(SvgLayout layout);

struct SvgOptions {
  double width = 1200;                            ///< of the picture, px; at least 480, vertical 320
  SvgLayout layout = SvgLayout::rows;             ///< compact and vertical draw no arcs
  bool all = false;                               ///< events below the salience threshold as well
  bool cuts = true;                               ///< cut the axis where nothing happens; else one linear axis
  std::size_t rows = 60;                          ///< most events shown by name; the others are counted in a strip
  SvgRelations relations = SvgRelations::stated;  ///< arcs between events
  std::string prefix = "annal";                   ///< of every id, so that several pictures can share one page
};

/// The picture of `timeline`, a whole SVG document. At most 2 MB; text contrast at least 4.5:1 in light and dark.
std::string to_svg(const Timeline& timeline, const SvgOptions& options = {});

/// The style sheet inside every picture, always the same bytes: a page that holds the picture under a content security
/// policy hashes it.
std::string_view svg_style();

}  // namespace annal
