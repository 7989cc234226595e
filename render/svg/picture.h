// The drawing model: every element with its place in px, independent of SVG. `layout` makes it, `write` turns it into
// SVG, and tests check its geometry: no texts overlap or leave the canvas, and no line runs through a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "render/view/scale.h"
#include "timeline/entries/theme.h"
#include "timeline/timeline.h"

namespace annal::svg {

struct Box {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

inline bool overlap(const Box& a, const Box& b) { return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1; }

enum class Tone : std::uint8_t { plain, muted, alert };
enum class Anchor : std::uint8_t { start, middle, end };

/// One line of text.
struct Text {
  double x = 0, baseline = 0;
  double size = 12;
  Anchor anchor = Anchor::start;
  Tone tone = Tone::plain;
  bool bold = false;
  std::string words;
  std::size_t lead = 0;  ///< bytes at its beginning that are date words, muted
};

/// The space reserved for a text: its width with 15 % in hand for another font, its full line height.
Box box_of(const Text& text);

/// The space that its words themselves take in Arial and its kin, with 3 % in hand: what no mark may run through. Grid
/// lines may: words have a halo.
Box ink_of(const Text& text);

enum class Shape : std::uint8_t { circle, square, triangle, diamond, hexagon, pentagon, wedge, cross };

inline constexpr std::size_t shape_count = 8;

/// The colour of marks in no lane.
inline constexpr std::uint8_t other_colour = 8;

/// The dot of an event, in the shape of its lane: it happened on that day. Filled for what holds, hollow for what is no
/// fact, each Status with an outline of its own.
struct Mark {
  double x = 0, y = 0;
  Shape shape = Shape::circle;
  std::uint8_t colour = 0;  ///< 0..7, of the lane; or other_colour
  Status status = Status::fact;
  std::string own_colour = {};  ///< "#b42318": of the event, instead of the lane's; empty where none
  double radius = 5.5;
};

enum class SegmentKind : std::uint8_t {
  bar,      ///< it lasted
  whisker,  ///< a thin line: once, somewhere in here
};

/// How a whisker ends.
enum class SegmentEnd : std::uint8_t {
  plain,  ///< it goes on: in a bar, or beyond a cut
  tick,   ///< no further than here
  arrow,  ///< open to this side
};

/// A part of what an event takes of its row: filled and hollow as a Mark.
struct BarSegment {
  SegmentKind kind = SegmentKind::bar;
  double x0 = 0, x1 = 0, y = 0, height = 10;  ///< y of its middle; the height of a whisker is that of its ticks
  SegmentEnd first = SegmentEnd::plain, last = SegmentEnd::plain;  ///< of a whisker, at x0 and at x1
  std::uint8_t colour = 0;
  Status status = Status::fact;
  bool upright = false;         ///< time runs down: x and y change places, left is up
  std::string own_colour = {};  ///< as of a Mark
};

Box box_of(const BarSegment& segment);

/// One event: bars, mark, date words and label.
struct EventDrawing {
  std::string id, lane, kind;
  std::string spoken;  ///< for a screen reader: date words, title, lane, certainty
  std::string source;  ///< for the tool tip: the words of the text, the note, what was edited
  std::string link;    ///< where the title leads; empty where nowhere
  std::vector<BarSegment> segments;
  std::vector<Mark> marks;
  std::vector<Text> dates;
  std::vector<Text> label;  ///< the lines of the title
  std::vector<Text> quote;  ///< those of the sentence that tells of it, where there is room
};

enum class LineKind : std::uint8_t { grid, grid_major, axis, leader, link, written };

struct Line {
  LineKind kind = LineKind::grid;
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

/// Where the axis is cut: a sign on the axis at both ends of [y0, y1], one where they are equal, and a faint gap
/// between them. Where only the scale changes, a faint line alone.
struct AxisBreak {
  double x = 0, y0 = 0, y1 = 0;
  bool omitted = true;  ///< time is left out here
  bool flat = false;    ///< time runs down: x and y change places
};

/// px that the gap of a cut leaves empty.
inline constexpr double break_gap = 6;

struct XY {
  double x = 0, y = 0;
};

/// A relation between two events, by their indices: straight runs with rounded corners, in order of time an arrow.
/// Hidden until one of the two is pointed at or chosen.
struct Curve {
  std::size_t from = 0, to = 0;
  std::vector<XY> points;
  bool directed = true;
};

/// The area of an axis where its rows stand, and the hatched part of it, which the article could not yet know.
struct PlotArea {
  Box box;
  Box hatched;  ///< empty where none
};

/// A bar of the strip that counts the events without a row.
struct HistogramBar {
  Box box;
  std::string text;
};

/// Where the time of the calendar lies in the picture, for whoever zooms: px along an axis.
struct TimeAxis {
  double begin = 0, end = 0;  ///< px of its rows across the axis
  bool upright = false;       ///< time runs down
  std::vector<view::Segment> segments;
};

struct Picture {
  double width = 0, height = 0;
  std::string title, description, language, prefix;
  Theme theme;
  std::vector<PlotArea> plot_areas;
  std::vector<Line> lines;
  std::vector<HistogramBar> histogram;
  std::vector<EventDrawing> events;
  std::vector<AxisBreak> axis_breaks;
  std::vector<Curve> curves;
  std::vector<Text> texts;  ///< all that belongs to no event
  std::vector<Mark> legend_marks;
  std::vector<BarSegment> legend_segments;
  std::vector<PlotArea> legend_plot_areas;
  std::vector<TimeAxis> time_axes;
};

/// Puts what `lower` draws into `upper`, `y` px further down.
void place_below(Picture& upper, Picture lower, double y);

/// Every text of the picture, those of the events among them.
std::vector<Text> texts_of(const Picture& picture);

}  // namespace annal::svg
