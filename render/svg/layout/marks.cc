// A mark never says more than is known: an instant of which only the month is known is a faint bar over that month. It
// never leans on colour alone: lanes differ by shape, certainty by filling and outline.
#include "render/svg/layout/marks.h"

#include <algorithm>
#include <cmath>

namespace annal::svg {
namespace {

constexpr double bar_height = 10;
constexpr double window_height = 12;
constexpr double narrow_height = 17;  // of a window that would hide behind its mark
constexpr double least_bar = 6;       // px: a shorter one could not show its outline
constexpr double cut_room = 15;       // px from the middle of a cut to that of a mark beside it
constexpr double open_length = 150;   // px of a bar that is open to one side
constexpr double open_room = 6;       // px that keep words from being read with its chevrons

/// The finest unit of the axis where `window` lies.
CivilSeconds cell_of(const view::Scale& scale, const std::vector<CivilSeconds>& cells, const labels::Window& window) {
  CivilSeconds finest = 0;
  for (std::size_t i = 0; i < scale.segments.size(); ++i) {
    const bool here = window.earliest < scale.segments[i].end && window.latest > scale.segments[i].begin;
    if (here && (finest == 0 || cells[i] < finest)) finest = cells[i];
  }
  return finest == 0 ? cells.front() : finest;
}

/// Whether `window` is one whole unit of the axis, so that the mark in its cell says all.
bool is_cell(const labels::Window& window, CivilSeconds cell, double px) {
  const CivilSeconds length = window.latest - window.earliest;
  if (length == seconds_per_day) return cell >= seconds_per_day;
  return length > seconds_per_day && length <= cell + cell / 10 && px < 2 * mark_radius + 2;
}

/// `x`, or the nearest place beside a cut that would hide a mark there.
double beside_cuts(const view::Scale& scale, double x) {
  for (const view::ScaleBreak& cut : scale.breaks)
    if (std::abs(x - cut.x) < cut_room) return x < cut.x ? cut.x - cut_room : cut.x + cut_room;
  return x;
}

void take(Marks& m, double left, double right) {
  m.left = std::min(m.left, left);
  m.right = std::max(m.right, right);
}

}  // namespace

Shape shape_of(std::size_t lane) {
  constexpr Shape shapes[] = {Shape::circle, Shape::diamond,  Shape::triangle, Shape::hexagon,
                              Shape::square, Shape::pentagon, Shape::wedge,    Shape::cross};
  return shapes[lane % shape_count];
}

std::uint8_t colour_of(std::size_t lane) { return static_cast<std::uint8_t>(lane % 8); }

std::string own_colour_of(const view::Row& row) { return row.colour ? hexadecimal(*row.colour) : std::string(); }

Marks marks_of(const view::Row& row, const view::Scale& scale, const std::vector<CivilSeconds>& cells, std::size_t lane,
               double y) {
  Marks m;
  const std::uint8_t colour = colour_of(lane);
  const view::Certainty certainty = view::certainty_of(row.certainty);
  const auto mark_at = [&](double wanted, view::Certainty of) {
    const double x = beside_cuts(scale, wanted);
    m.marks.push_back({x, y, shape_of(lane), colour, of, row.circa});
    const double r = mark_radius + (row.circa ? 4 : 1);
    take(m, x - r, x + r);
    m.enter = m.leave = x;
  };
  m.left = 1e9;
  m.right = -1e9;

  switch (row.kind) {
    case labels::PlacementKind::undated: break;
    case labels::PlacementKind::instant: {
      const labels::Window window{row.start.earliest, row.end.latest};
      const double x0 = scale.at(window.earliest), x1 = scale.until(window.latest);
      if (!is_cell(window, cell_of(scale, cells, window), x1 - x0) && x1 - x0 >= 2) {
        const double height = x1 - x0 < 2 * mark_radius + 4 ? narrow_height : window_height;
        m.segments.push_back({SegmentKind::window, x0, x1, y, height, colour, certainty});
        take(m, x0, x1);
      }
      mark_at((x0 + x1) / 2, certainty);
      break;
    }
    case labels::PlacementKind::span: {
      // An end known to the unit of the axis is drawn at that unit's edge; a wider one fades.
      const auto fades = [&](const labels::Window& w) {
        const CivilSeconds cell = cell_of(scale, cells, w), length = w.latest - w.earliest;
        return length > cell + cell / 10 && scale.until(w.latest) - scale.at(w.earliest) > 3;
      };
      double x0 = scale.at(row.start.earliest), x1 = scale.until(row.end.latest);
      const double outer0 = x0, outer1 = x1;
      if (fades(row.start)) {
        x0 = scale.at(row.start.latest);
        m.segments.push_back({SegmentKind::fade_in, outer0, x0, y, bar_height, colour, certainty});
      }
      if (fades(row.end)) {
        x1 = std::max(x0, scale.until(row.end.earliest));
        m.segments.push_back({SegmentKind::fade_out, x1, outer1, y, bar_height, colour, certainty});
      }
      if (x1 - x0 < least_bar) {
        const double middle = (x0 + x1) / 2;
        x0 = middle - least_bar / 2;
        x1 = middle + least_bar / 2;
      }
      m.segments.push_back({SegmentKind::solid, x0, x1, y, bar_height, colour, certainty});
      take(m, std::min(outer0, x0), std::max(outer1, x1));
      m.enter = std::min(x0 + 5, (x0 + x1) / 2);
      m.leave = std::max(x1 - 5, (x0 + x1) / 2);
      break;
    }
    case labels::PlacementKind::before: {
      const double x1 = scale.until(row.end.latest != unbounded_future ? row.end.latest : row.start.latest);
      const double x0 = std::max(scale.left + 2, x1 - open_length);
      m.segments.push_back({SegmentKind::open_left, x0, x1, y, window_height, colour, certainty});
      m.segments.push_back({SegmentKind::chevron_left, x0, x0 + 12, y, 8, colour, certainty});
      take(m, x0 - open_room, x1);
      mark_at(std::max(x1 - 9, (x0 + x1) / 2), view::Certainty::doubtful);
      break;
    }
    case labels::PlacementKind::after: {
      const double x0 = scale.at(row.start.earliest != unbounded_past ? row.start.earliest : row.end.earliest);
      const double x1 = std::min(scale.right - 2, x0 + open_length);
      m.segments.push_back({SegmentKind::open_right, x0, x1, y, window_height, colour, certainty});
      m.segments.push_back({SegmentKind::chevron_right, x1 - 12, x1, y, 8, colour, certainty});
      take(m, x0, x1 + open_room);
      mark_at(std::min(x0 + 9, (x0 + x1) / 2), view::Certainty::doubtful);
      break;
    }
  }
  for (BarSegment& segment : m.segments) segment.own_colour = own_colour_of(row);
  for (Mark& mark : m.marks) mark.own_colour = own_colour_of(row);
  if (m.left > m.right) m.left = m.right = m.enter = m.leave = scale.left;
  m.left = std::max(m.left, scale.left);
  m.right = std::min(m.right, scale.right);
  return m;
}

}  // namespace annal::svg
