// How a timeline is rendered. One set of options for every format; each format uses those that apply to it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace annal {

/// Of a picture.
enum class SvgLayout {
  rows,      ///< a row for each event, in order
  compact,   ///< as many events in a row as fit side by side
  lanes,     ///< rows, grouped by lane
  vertical,  ///< time runs down: for narrow screens and paper
};

/// "rows", as --layout has it.
std::string_view layout_name(SvgLayout layout);

struct RenderOptions {
  SvgLayout layout = SvgLayout::rows;     ///< pictures; of a page, the wide one
  std::optional<std::size_t> width = {};  ///< pictures in px, text in columns; none: the format's own
  bool ascii = false;                     ///< text: marks and lines in ASCII; words stay as they are
  bool colour = false;                    ///< text: ANSI colours, which never carry meaning alone
  bool left_to_right = false;             ///< graphs: time runs to the right, else downwards
  std::size_t most_nodes = 200;           ///< graphs: above it, the most salient events, and the label says so
  bool story = false;                     ///< pages: begin with one event a slide
  bool editor = true;                     ///< pages: they can be edited; else they are for readers alone
  std::string_view edits = {};            ///< pages: the text of the edits file that the timeline was made with
};

}  // namespace annal
