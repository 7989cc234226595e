// Which rows share an axis, and what that axis shows.
#include "render/svg/layout/panel.h"

#include <algorithm>
#include <utility>

#include "render/labels/date_words.h"
#include "render/labels/words.h"
#include "render/svg/axis/measure.h"

namespace annal::svg {
namespace {

constexpr double narrowest_dates = 60, widest_dates = 150;
constexpr double open_room = 64;  // px that a bar open to one side gets beyond the axis

/// The ends of the time that the axis has to show for `row`.
view::TimeRange range_of(const view::Row& row) {
  switch (row.kind) {
    case labels::PlacementKind::before: {
      const CivilSeconds t = row.end.latest != unbounded_future ? row.end.latest : row.start.latest;
      return {t, t, false, t, t};
    }
    case labels::PlacementKind::after: {
      const CivilSeconds t = row.start.earliest != unbounded_past ? row.start.earliest : row.end.earliest;
      return {t, t, false, t, t};
    }
    default:
      return {row.start.earliest, row.end.latest, row.kind == labels::PlacementKind::instant, row.start.latest,
              row.end.earliest};
  }
}

Label heading_of(Frame frame) {
  switch (frame) {
    case Frame::calendar: break;
    case Frame::open_year: return Label::dated_without_year;
    case Frame::document: return Label::counted_from_writing;
    case Frame::none: return Label::not_dated;
  }
  return Label::not_dated;
}

view::Scale scale_of(const Panel& panel, const view::TimelineView& view, double from, double to,
                     const SvgOptions& options) {
  std::vector<view::TimeRange> ranges;
  std::vector<std::pair<CivilSeconds, bool>> open;  // bound, to the left
  for (const std::size_t i : panel.rows) {
    const view::Row& row = view.rows[i];
    ranges.push_back(range_of(row));
    if (row.kind == labels::PlacementKind::before) open.emplace_back(ranges.back().begin, true);
    if (row.kind == labels::PlacementKind::after) open.emplace_back(ranges.back().begin, false);
  }
  for (const view::Counted& c : view.counted)
    if (c.frame == panel.frame) ranges.push_back({c.at, c.at, false, c.at, c.at, false});
  for (const view::Row& row : view.numbered) {
    if (row.frame != panel.frame || row.kind == labels::PlacementKind::undated) continue;
    ranges.push_back(range_of(row));
    ranges.back().marked = false;
  }
  if (panel.written) {  // the day of writing as a whole, so that the line stands at its end and not after a cut
    const CivilSeconds begin = *panel.written - (view.written_has_time ? 0 : seconds_per_day);
    ranges.push_back({begin, *panel.written, begin < *panel.written, begin, *panel.written, false});
  }
  const view::ScaleOptions how{options.cuts, static_cast<std::size_t>(std::clamp(to / 200, 1.0, 6.0))};
  view::Scale scale = view::make_scale(ranges, from, to, how);
  double left = from, right = to;
  for (const auto& [bound, to_left] : open) {
    if (to_left && scale.until(bound) < from + open_room) left = from + open_room;
    if (!to_left && scale.at(bound) > to - open_room) right = to - open_room;
  }
  if (left != from || right != to) scale = view::make_scale(ranges, left, right, how);
  scale.left = from;
  scale.right = to;
  return scale;
}

/// The year that at least three dated rows, and two thirds of them, lie in.
std::optional<int> common_year(const view::TimelineView& view) {
  std::vector<int> years;
  for (const view::Row& row : view.rows)
    if (row.frame == Frame::calendar && row.kind != labels::PlacementKind::undated)
      years.push_back(
          civil_time(row.kind == labels::PlacementKind::before ? range_of(row).begin - 1 : range_of(row).begin).year);
  std::sort(years.begin(), years.end());
  for (std::size_t i = 0; i < years.size();) {
    const auto past = static_cast<std::size_t>(std::upper_bound(years.begin(), years.end(), years[i]) - years.begin());
    if (past - i >= 3 && 3 * (past - i) >= 2 * years.size()) return years[i];
    i = past;
  }
  return std::nullopt;
}

/// For each segment of the axis, the shortest window of the rows that lie in it.
std::vector<CivilSeconds> finest_of(const Panel& panel, const view::TimelineView& view) {
  std::vector<CivilSeconds> finest(panel.scale.segments.size(), 0);
  for (const std::size_t i : panel.rows) {
    const view::Row& row = view.rows[i];
    const bool both = row.kind == labels::PlacementKind::instant || row.kind == labels::PlacementKind::span;
    const std::vector<labels::Window> windows = row.kind == labels::PlacementKind::instant
                                                    ? std::vector{labels::Window{row.start.earliest, row.end.latest}}
                                                : both ? std::vector{row.start, row.end}
                                                       : std::vector<labels::Window>();
    for (const labels::Window& w : windows)
      for (std::size_t k = 0; k < finest.size(); ++k) {
        const view::Segment& s = panel.scale.segments[k];
        const CivilSeconds length = w.latest - w.earliest;
        if (w.earliest < s.end && w.latest > s.begin && (finest[k] == 0 || length < finest[k])) finest[k] = length;
      }
  }
  return finest;
}

}  // namespace

std::string cut_words(const view::ScaleBreak& cut, Frame frame, const Labels& labels) {
  return labels.text(Label::left_out, labels::length_words(cut.from, cut.to, frame, labels));
}

std::string Columns::dates(const view::Row& row) const {
  return year && !row.date.empty() ? labels::date_words(row.date, labels, year) : row.when;
}

void lay_out_axis(Panel& panel, const view::TimelineView& view, double from, double to, const SvgOptions& options) {
  if (panel.frame == Frame::none || panel.frame == Frame::document) return;
  panel.scale = scale_of(panel, view, from, to, options);
  panel.ticks =
      make_ticks(panel.scale, panel.frame, finest_of(panel, view), view.labels, options.layout == SvgLayout::vertical);
}

Columns columns_of(const view::TimelineView& view, const SvgOptions& options) {
  Columns columns;
  columns.labels = view.labels;
  if (options.layout == SvgLayout::vertical && options.width < 600) columns.margin = 12;
  columns.right = options.width - columns.margin;
  double width = narrowest_dates;
  const double most = std::min(widest_dates, options.width / 5);
  columns.year = common_year(view);
  columns.cells = date_cells(view, columns.year, options.layout == SvgLayout::lanes);
  for (const DateCell& cell : columns.cells)
    for (const std::string* words : {&cell.day, &cell.words})
      width = std::max(width, reserved_width(*words, date_size));
  columns.dates_right = columns.margin + std::min(width, most);
  columns.left = columns.dates_right + 12;
  if (options.layout == SvgLayout::compact) {
    columns.beside = false;
    columns.left = columns.margin;
  }
  return columns;
}

std::vector<Panel> panels_of(const view::TimelineView& view, const Columns& columns, const SvgOptions& options) {
  std::vector<Panel> panels;
  for (const Frame frame : {Frame::calendar, Frame::open_year, Frame::document, Frame::none}) {
    Panel panel;
    panel.frame = frame;
    for (std::size_t i = 0; i < view.rows.size(); ++i)
      if ((view.rows[i].kind == labels::PlacementKind::undated ? Frame::none : view.rows[i].frame) == frame)
        panel.rows.push_back(i);
    if (panel.rows.empty()) continue;
    if (frame == Frame::calendar) panel.written = view.written;
    lay_out_axis(panel, view, columns.left, columns.right, options);
    panels.push_back(std::move(panel));
  }
  // An axis shows by itself what is dated.
  for (Panel& panel : panels)
    if (panel.frame != Frame::calendar) panel.heading = columns.labels.text(heading_of(panel.frame));
  return panels;
}

}  // namespace annal::svg
