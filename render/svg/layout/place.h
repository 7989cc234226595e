// Places the words of a row: right of the mark if they fit, otherwise left, otherwise on lines of their own.
#pragma once

#include <string>
#include <vector>

namespace annal::svg {

/// A row before its label is placed. All in px.
struct LabelSpace {
  double mark_left = 0, mark_right = 0;  ///< what the bars and the mark take
  double left = 0, right = 0;            ///< the canvas for words
};

struct LabelLine {
  double x = 0;  ///< left edge; right edge where LabelPlace::flush_right
  std::string words;
};

struct LabelPlace {
  std::vector<LabelLine> lines;
  bool flush_right = false;  ///< lines end at x: they stand left of the mark
  bool below = false;        ///< the first line stands under the mark, else beside it
};

/// The best place for `label`; every character of it is placed, inside [left, right].
LabelPlace place_label(const std::string& label, double size, const LabelSpace& space);

/// Moves the middles of boxes of these widths as little as possible, so that they stay in order, at least `gap` apart
/// and inside [left, right]. Least squares by pooling adjacent violators: linear. Where they do not fit, they start at
/// `left` and run over `right`.
std::vector<double> spread(const std::vector<double>& wanted, const std::vector<double>& widths, double gap,
                           double left, double right);

}  // namespace annal::svg
