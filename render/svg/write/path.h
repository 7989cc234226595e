// Writes numbers and path data for SVG, with the same bytes on every machine.
#pragma once

#include <string>

#include "render/svg/picture.h"

namespace annal::svg {

/// Appends `value` with at most one decimal: no exponent, no locale.
void append_number(std::string& out, double value);

/// The data of a path: absolute moves and lines.
class Path {
 public:
  Path& move(double x, double y) { return step('M', x, y); }
  Path& line(double x, double y) { return step('L', x, y); }
  Path& down(double y);                                  ///< or up
  Path& along(double x);                                 ///< or back
  Path& bend(double cx, double cy, double x, double y);  ///< a quadratic curve
  Path& close();
  Path& box(const Box& b) { return move(b.x0, b.y0).along(b.x1).down(b.y1).along(b.x0).close(); }

  const std::string& data() const { return data_; }
  bool empty() const { return data_.empty(); }

 private:
  Path& step(char letter, double x, double y);
  std::string data_;
};

/// A path of moves and lines by their places along the time axis and across it, whichever way time runs.
class TimePath {
 public:
  explicit TimePath(bool upright) : upright_(upright) {}
  TimePath& move(double along, double across) {
    upright_ ? path_.move(across, along) : path_.move(along, across);
    return *this;
  }
  TimePath& line(double along, double across) {
    upright_ ? path_.line(across, along) : path_.line(along, across);
    return *this;
  }
  TimePath& close() {
    path_.close();
    return *this;
  }
  const Path& path() const { return path_; }

 private:
  Path path_;
  bool upright_;
};

}  // namespace annal::svg
