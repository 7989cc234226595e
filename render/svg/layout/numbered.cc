// The numbers run along the axis, so a few of them beside it lead from any mark to its title and back.
#include "render/svg/layout/numbered.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>
#include <utility>

#include "render/labels/words.h"
#include "render/svg/axis/measure.h"
#include "render/svg/layout/event.h"

namespace annal::svg {
namespace {

constexpr double dot_radius = 3, dot_gap = 1, bar_height = 5;
constexpr double level_px = 8;
constexpr double list_size = 12, list_line = 15, tall_line = 21, entry_gap = 4;
constexpr double least_column = 270, column_gap = 24, number_width = 30;

/// The lane of `row` among `lanes`; the last, which holds the rarest, where it is none of them.
std::size_t lane_of(const view::Row& row, const Lanes& lanes) {
  if (lanes.names.empty()) return 0;
  const auto found = std::find(lanes.names.begin(), lanes.names.end(), row.lane);
  return std::min(static_cast<std::size_t>(found - lanes.names.begin()), lanes.names.size() - 1);
}

CivilSeconds begin_of(const view::Row& row) {
  if (row.start.earliest != unbounded_past) return row.start.earliest;
  return row.end.latest != unbounded_future ? row.end.latest : row.start.latest;
}

Mark moved(Mark mark, double x, double y) {
  mark.x = x;
  mark.y = y;
  return mark;
}

/// An entry of the list before it has a place.
struct Entry {
  std::vector<std::string> lines;
  double line = list_line, height = 0;
};

Entry entry_of(const view::Row& row, const Labels& labels, double width) {
  const std::string title = row.title + labels::status_words(row.status, labels);
  const std::string words = row.when.empty() ? title : row.when + std::string(date_gap) + title;
  Entry entry;
  entry.lines = wrap(words, list_size, false, width);
  if (tall(words)) entry.line = tall_line;
  entry.height = entry.line * static_cast<double>(entry.lines.size()) + entry_gap;
  return entry;
}

}  // namespace

std::vector<NumberedMark> numbered_marks(const Panel& panel, const view::TimelineView& view, const Lanes& lanes) {
  std::vector<NumberedMark> found;
  std::vector<double> ends;  // of the levels
  // A day is a dot, however long it is on the axis.
  std::vector<CivilSeconds> cells = panel.ticks.cells;
  for (CivilSeconds& cell : cells) cell = std::max(cell, seconds_per_day);
  for (std::size_t i = 0; i < view.numbered.size(); ++i) {
    const view::Row& row = view.numbered[i];
    if (row.frame != panel.frame || row.kind == labels::PlacementKind::undated) continue;
    NumberedMark n{i, 0, panel.scale.at(begin_of(row)), marks_of(row, panel.scale, cells, lane_of(row, lanes), 0)};
    for (BarSegment& segment : n.marks.segments) segment.height = std::min(segment.height, bar_height);
    for (Mark& mark : n.marks.marks) mark.radius = dot_radius;
    if (n.marks.segments.empty()) {
      n.marks.left = n.marks.enter - dot_radius;
      n.marks.right = n.marks.enter + dot_radius;
    }
    while (n.level < ends.size() && ends[n.level] + dot_gap > n.marks.left) ++n.level;
    if (n.level == ends.size()) ends.push_back(0);
    ends[n.level] = n.marks.right;
    found.push_back(std::move(n));
  }
  return found;
}

double level_height(const std::vector<NumberedMark>& marks, double most) {
  std::size_t levels = 0;
  for (const NumberedMark& mark : marks) levels = std::max(levels, mark.level + 1);
  return levels == 0 ? 0 : std::min(level_px, most / static_cast<double>(levels));
}

double strip_depth(const std::vector<NumberedMark>& marks, double most) {
  std::size_t levels = 0;
  for (const NumberedMark& mark : marks) levels = std::max(levels, mark.level + 1);
  return std::min(most, level_px * static_cast<double>(levels));
}

void place_numbered(EventDrawing& event, Marks marks, double across, bool upright) {
  for (BarSegment& segment : marks.segments) {
    segment.y = across;
    segment.upright = upright;
  }
  for (Mark& mark : marks.marks) mark = upright ? moved(mark, across, mark.x) : moved(mark, mark.x, across);
  event.segments = std::move(marks.segments);
  event.marks = std::move(marks.marks);
}

std::vector<NumberLabel> number_labels(const std::vector<NumberedMark>& marks, double left, double right, double step) {
  const auto count = std::max<std::size_t>(1, static_cast<std::size_t>((right - left) / step));
  const double width = (right - left) / static_cast<double>(count);
  std::vector<NumberLabel> labels(count);
  for (const NumberedMark& mark : marks) {
    const double cell = std::clamp((mark.at - left) / width, 0.0, static_cast<double>(count) - 1);
    NumberLabel& label = labels[static_cast<std::size_t>(cell)];
    if (label.first == 0) label.first = mark.index + 1;
    label.last = mark.index + 1;
  }
  for (std::size_t i = 0; i < count; ++i) labels[i].at = left + width * (static_cast<double>(i) + 0.5);
  std::erase_if(labels, [](const NumberLabel& label) { return label.first == 0; });
  return labels;
}

void sort_numbered(view::TimelineView& view) {
  const auto key = [](const view::Row& row) {
    const bool undated = row.kind == labels::PlacementKind::undated;
    return std::tuple(undated, row.frame, undated ? 0 : begin_of(row));
  };
  std::stable_sort(view.numbered.begin(), view.numbered.end(),
                   [&](const view::Row& a, const view::Row& b) { return key(a) < key(b); });
}

std::vector<EventDrawing> numbered_events(const view::TimelineView& view, const Lanes& lanes) {
  std::vector<EventDrawing> events;
  for (const view::Row& row : view.numbered) events.push_back(event_of(row, lanes, lane_of(row, lanes), view.labels));
  return events;
}

double draw_numbered_list(Picture& picture, std::vector<EventDrawing> events, const view::TimelineView& view,
                          const Columns& columns, double y) {
  if (events.empty()) return y;
  y += 24;
  picture.texts.push_back(
      {columns.margin, y, 13, Anchor::start, Tone::plain, true, view.labels.count(Label::events_one, events.size())});
  const double top = y + 22, whole = columns.right - columns.margin;
  const double count = std::max(1.0, std::floor((whole + column_gap) / (least_column + column_gap)));
  const double width = (whole - (count - 1) * column_gap) / count;
  std::vector<Entry> entries;
  double total = 0;
  for (const view::Row& row : view.numbered) {
    entries.push_back(entry_of(row, view.labels, width - number_width));
    total += entries.back().height;
  }
  double x = columns.margin, baseline = top, bottom = top, filled = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    if (filled + entry.height / 2 > total / count && x + width < columns.right - 1) {
      x += width + column_gap;
      baseline = top;
      filled = 0;
    }
    filled += entry.height;
    EventDrawing& event = events[i];
    event.dates.push_back(
        {x + number_width - 8, baseline, list_size, Anchor::end, Tone::muted, true, std::to_string(i + 1)});
    for (const std::string& words : entry.lines) {
      event.label.push_back({x + number_width, baseline, list_size, Anchor::start, Tone::plain, false, words});
      baseline += entry.line;
    }
    mark_dates(event.label, view.numbered[i].when);
    baseline += entry_gap;
    bottom = std::max(bottom, baseline);
    picture.events.push_back(std::move(event));
  }
  return bottom - list_line + 6;
}

}  // namespace annal::svg
