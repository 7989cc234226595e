// A mark never says more than is known. A dot stands where it happened, if that is known to the day; a bar where it
// lasted; and a thin whisker where it happened once, nobody knows when. Nothing stands in the middle of a whisker: that
// it happened there is claimed by nobody. It never leans on colour alone: lanes differ by shape, what is no fact by
// outline.
#include "render/svg/layout/marks.h"

#include <algorithm>
#include <cmath>

#include "render/svg/layout/lanes.h"

namespace annal::svg {
namespace {

constexpr double bar_height = 10, tick_height = 10;
constexpr double least_bar = 6;      // px: a shorter one could not show its outline
constexpr double least_whisker = 7;  // px between its ticks
constexpr double cut_room = 11;      // px from the middle of a cut to that of a mark beside it
constexpr double open_length = 80;   // px of a whisker that is open to one side
constexpr double open_room = 3;      // px that keep words from being read with its arrow head
constexpr double dot_width = 2 * mark_radius + 2;

/// The finest unit of the axis where `window` lies.
CivilSeconds cell_of(const view::Scale& scale, const std::vector<CivilSeconds>& cells, const labels::Window& window) {
  CivilSeconds finest = 0;
  for (std::size_t i = 0; i < scale.segments.size(); ++i) {
    const bool here = window.earliest < scale.segments[i].end && window.latest > scale.segments[i].begin;
    if (here && (finest == 0 || cells[i] < finest)) finest = cells[i];
  }
  return finest == 0 ? cells.front() : finest;
}

/// `x`, or the nearest place beside a cut that would hide a mark there.
double beside_cuts(const view::Scale& scale, double x) {
  for (const view::ScaleBreak& cut : scale.breaks)
    if (std::abs(x - cut.x) < cut_room) return x < cut.x ? cut.x - cut_room : cut.x + cut_room;
  return x;
}

/// The sides to which the words of a date leave it open: "since 1988" may go on, "by 1990" may be long before.
struct OpenSides {
  bool left = false, right = false;
};

OpenSides open_sides(const view::Row& row) {
  using Relation = DateLabel::Relation;
  if (row.kind == labels::PlacementKind::before) return {true, false};
  if (row.kind == labels::PlacementKind::after) return {false, true};
  if (row.kind != labels::PlacementKind::instant) return {};
  switch (row.date.relation) {
    case Relation::none: return {};
    case Relation::since:
    case Relation::from:
    case Relation::from_on:
    case Relation::after: return {false, true};
    case Relation::before:
    case Relation::by:
    case Relation::until: return {true, false};
  }
  return {};
}

class Marking {
 public:
  Marking(const view::Row& row, const view::Scale& scale, const std::vector<CivilSeconds>& cells, std::size_t lane,
          double y)
      : row_(row), scale_(scale), cells_(cells), lane_(lane), y_(y) {}

  Marks marks() {
    m_.left = 1e9;
    m_.right = -1e9;
    switch (row_.kind) {
      case labels::PlacementKind::undated: break;
      case labels::PlacementKind::instant: instant(); break;
      case labels::PlacementKind::span: span(); break;
      case labels::PlacementKind::before:
      case labels::PlacementKind::after: open(); break;
    }
    if (m_.left > m_.right) m_.left = m_.right = m_.enter = m_.leave = scale_.left;
    m_.left = std::max(m_.left, scale_.left);
    m_.right = std::min(m_.right, scale_.right);
    return std::move(m_);
  }

 private:
  void instant() {
    const labels::Window window{row_.start.earliest, row_.end.latest};
    const OpenSides open = open_sides(row_);
    const double x0 = scale_.at(window.earliest), x1 = scale_.until(window.latest);
    const bool cut = row_.goes_on_before || row_.goes_on_after;  // of what is left, a day is not the day
    if (!open.left && !open.right && !cut && is_dot(window, x1 - x0)) return dot((x0 + x1) / 2);
    whisker(x0, x1, end_of(open.left, row_.goes_on_before), end_of(open.right, row_.goes_on_after));
  }

  static SegmentEnd end_of(bool open, bool goes_on) {
    return open ? SegmentEnd::arrow : goes_on ? SegmentEnd::plain : SegmentEnd::tick;
  }

  /// Whether `window`, `px` wide, is a day or less, and one place on this axis.
  bool is_dot(const labels::Window& window, double px) const {
    const CivilSeconds length = window.latest - window.earliest;
    if (length > seconds_per_day) return false;
    return px <= dot_width || (length == seconds_per_day && cell_of(scale_, cells_, window) >= seconds_per_day);
  }

  void dot(double wanted) {
    const double x = beside_cuts(scale_, wanted);
    m_.marks.push_back(mark_of(row_, lane_, x, y_));
    take(x - mark_radius - 1, x + mark_radius + 1);
    m_.enter = m_.leave = x;
  }

  /// A bar between the ends that are known to the unit of the axis; a whisker towards an end that is not.
  void span() {
    double x0 = scale_.at(row_.start.earliest), x1 = scale_.until(row_.end.latest);
    const double outer0 = x0, outer1 = x1;
    if (is_vague(row_.start)) x0 = scale_.at(row_.start.latest);
    if (is_vague(row_.end)) x1 = scale_.until(row_.end.earliest);
    if (x0 > x1) return whisker(outer0, outer1, SegmentEnd::tick, SegmentEnd::tick);
    if (x1 - x0 < least_bar) {
      const double middle = (x0 + x1) / 2;
      x0 = middle - least_bar / 2;
      x1 = middle + least_bar / 2;
    }
    if (outer0 < x0 - 1) add(SegmentKind::whisker, outer0, x0, SegmentEnd::tick, SegmentEnd::plain);
    if (outer1 > x1 + 1) add(SegmentKind::whisker, x1, outer1, SegmentEnd::plain, SegmentEnd::tick);
    add(SegmentKind::bar, x0, x1, SegmentEnd::plain, SegmentEnd::plain);
    m_.enter = std::min(x0 + 5, (x0 + x1) / 2);
    m_.leave = std::max(x1 - 5, (x0 + x1) / 2);
  }

  /// Of an end of a span: whether it is wider than the unit of the axis.
  bool is_vague(const labels::Window& w) const {
    const CivilSeconds cell = cell_of(scale_, cells_, w), length = w.latest - w.earliest;
    return length > cell + cell / 10 && scale_.until(w.latest) - scale_.at(w.earliest) > 3;
  }

  void open() {
    if (row_.kind == labels::PlacementKind::before) {
      const double x1 = scale_.until(row_.end.latest != unbounded_future ? row_.end.latest : row_.start.latest);
      whisker(std::max(scale_.left + 2, x1 - open_length), x1, SegmentEnd::arrow, SegmentEnd::tick);
    } else {
      const double x0 = scale_.at(row_.start.earliest != unbounded_past ? row_.start.earliest : row_.end.earliest);
      whisker(x0, std::min(scale_.right - 2, x0 + open_length), SegmentEnd::tick, SegmentEnd::arrow);
    }
  }

  void whisker(double x0, double x1, SegmentEnd first, SegmentEnd last) {
    if (x1 - x0 < least_whisker) {
      const double middle =
          std::clamp((x0 + x1) / 2, scale_.left + least_whisker / 2, scale_.right - least_whisker / 2);
      x0 = middle - least_whisker / 2;
      x1 = middle + least_whisker / 2;
    }
    if (first == SegmentEnd::arrow) take(x0 - open_room, x1);
    if (last == SegmentEnd::arrow) take(x0, x1 + open_room);
    add(SegmentKind::whisker, x0, x1, first, last);
    m_.enter = x0;
    m_.leave = x1;
  }

  /// In parts where cuts run through it.
  void add(SegmentKind kind, double x0, double x1, SegmentEnd first, SegmentEnd last) {
    take(x0, x1);
    constexpr double half = break_gap / 2;
    const auto part = [&](double from, double to, SegmentEnd begin, SegmentEnd end) {
      m_.segments.push_back({kind, from, to, y_, kind == SegmentKind::bar ? bar_height : tick_height, begin, end,
                             colour_of(lane_), row_.status, false, own_colour_of(row_)});
    };
    for (const view::ScaleBreak& cut : scale_.breaks) {
      if (cut.from == cut.to || cut.x - half <= x0 + 1 || cut.x + half >= x1 - 1) continue;
      part(x0, cut.x - half, first, SegmentEnd::plain);
      x0 = cut.x + half;
      first = SegmentEnd::plain;
    }
    part(x0, x1, first, last);
  }

  void take(double left, double right) {
    m_.left = std::min(m_.left, left);
    m_.right = std::max(m_.right, right);
  }

  const view::Row& row_;
  const view::Scale& scale_;
  const std::vector<CivilSeconds>& cells_;
  std::size_t lane_;
  double y_;
  Marks m_;
};

}  // namespace

std::string own_colour_of(const view::Row& row) { return row.colour ? hexadecimal(*row.colour) : std::string(); }

Mark mark_of(const view::Row& row, std::size_t lane, double x, double y) {
  return {x, y, shape_of(lane), colour_of(lane), row.status, own_colour_of(row)};
}

Marks undated_marks(const view::Row& row, std::size_t lane, double x, double y) {
  constexpr double length = 24;
  Marks m;
  m.segments.push_back({SegmentKind::whisker, x, x + length, y, tick_height, SegmentEnd::arrow, SegmentEnd::arrow,
                        colour_of(lane), row.status, false, own_colour_of(row)});
  m.left = m.enter = x;
  m.right = m.leave = x + length;
  return m;
}

void MarksInUse::add(const Marks& marks, Status status) {
  statuses.insert(status);
  // A circle: the shape of another mark is explained as that of its lane.
  dot |= std::ranges::any_of(marks.marks, [](const Mark& mark) { return mark.shape == Shape::circle; });
  for (const BarSegment& s : marks.segments) {
    bar |= s.kind == SegmentKind::bar;
    whisker |= s.first == SegmentEnd::tick && s.last == SegmentEnd::tick;
    before |= s.first == SegmentEnd::arrow && s.last != SegmentEnd::arrow;
    after |= s.last == SegmentEnd::arrow && s.first != SegmentEnd::arrow;
  }
}

Marks marks_of(const view::Row& row, const view::Scale& scale, const std::vector<CivilSeconds>& cells, std::size_t lane,
               double y) {
  return Marking(row, scale, cells, lane, y).marks();
}

}  // namespace annal::svg
