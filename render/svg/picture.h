// The drawing model: every element with its place in px, independent of SVG. `layout` makes it, `write` turns it into
// SVG, and tests check its geometry: no texts overlap or leave the canvas, and no line runs through a text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "render/view/certainty.h"
#include "timeline/entries/theme.h"

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
};

/// The space reserved for a text: its width with 15 % in hand for another font, its full line height.
Box box_of(const Text& text);

/// The space that its words themselves take in Arial and its kin, with 3 % in hand: what no line may run through.
Box ink_of(const Text& text);

enum class Shape : std::uint8_t { circle, square, triangle, diamond, hexagon, pentagon, wedge, cross };

inline constexpr std::size_t shape_count = 8;

/// The mark of an event: the shape of its lane at its place.
struct Mark {
  double x = 0, y = 0;
  Shape shape = Shape::circle;
  std::uint8_t colour = 0;  ///< 0..7, of the lane
  view::Certainty certainty = view::Certainty::certain;
  bool ring = false;            ///< "about": a dashed ring round the shape
  std::string own_colour = {};  ///< "#b42318": of the event, instead of the lane's; empty where none
};

enum class SegmentKind : std::uint8_t {
  solid,     ///< it lasted
  window,    ///< once, somewhere in here: transparent at both ends
  fade_in,   ///< transparent at the left
  fade_out,  ///< transparent at the right
  open_left,
  open_right,  ///< as fade_in and fade_out, fainter: not known to have lasted
  chevron_left,
  chevron_right,  ///< open to this side
};

/// A part of a bar.
struct BarSegment {
  SegmentKind kind = SegmentKind::solid;
  double x0 = 0, x1 = 0, y = 0, height = 10;  ///< y of its middle
  std::uint8_t colour = 0;
  view::Certainty certainty = view::Certainty::certain;
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
};

enum class LineKind : std::uint8_t { grid, grid_major, leader, link, written };

struct Line {
  LineKind kind = LineKind::grid;
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

/// A part of the torn ribbon that cuts the axis, or of the plain zigzag where only the scale changes.
struct AxisBreak {
  double x = 0, y0 = 0, y1 = 0;
  double phase = 0;     ///< y where the zigzag of the whole ribbon begins
  bool omitted = true;  ///< time is left out here
  bool flat = false;    ///< time runs down: x and y change places
};

/// What the torn edges of a break reach.
Box box_of(const AxisBreak& axis_break);

struct XY {
  double x = 0, y = 0;
};

enum class CurveKind : std::uint8_t { stated, bounding };

/// A relation between two events: straight runs with rounded corners.
struct Curve {
  CurveKind kind = CurveKind::stated;
  std::vector<XY> points;
  bool arrow_at_end = false, arrow_at_start = false;  ///< else a dot
  std::string text;
};

/// The area of an axis where its rows stand, and the hatched part of it, which the article could not yet know.
struct PlotArea {
  Box box;
  Box hatched;             ///< empty where none
  std::vector<Box> holes;  ///< kept free of hatching; disjoint
};

/// A bar of the strip that counts the events without a row.
struct HistogramBar {
  Box box;
  std::string text;
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
};

/// Every text of the picture, those of the events among them.
std::vector<Text> texts_of(const Picture& picture);

}  // namespace annal::svg
