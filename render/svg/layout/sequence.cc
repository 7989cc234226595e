// What is told as "three days ago" in a text of unknown date has an order and no place on a calendar. An axis would be
// one of a day that nobody knows, so the words of each stand beside it.
#include "render/svg/layout/sequence.h"

#include <algorithm>
#include <string>
#include <utility>

#include "render/svg/axis/measure.h"
#include "render/svg/layout/event.h"
#include "render/svg/layout/marks.h"

namespace annal::svg {
namespace {

constexpr double title_size = 13, first_middle = 12.5;
constexpr double latin_line = 16, tall_line = 21, date_line = 15;
constexpr double line_room = 9;   // px between events
constexpr double words_gap = 10;  // px from a mark to the words

/// Whether the words of `row` name one day, counted from the day of writing.
bool on_one_day(const view::Row& row) {
  return row.kind == labels::PlacementKind::instant && row.end.latest - row.start.earliest <= seconds_per_day;
}

Marks marks_in_list(const view::Row& row, std::size_t lane, double x, double y) {
  if (!on_one_day(row)) {
    Marks open = undated_marks(row, lane, x, y);
    for (BarSegment& segment : open.segments) {  // as long for all: the list measures no time
      if (row.kind != labels::PlacementKind::before) segment.first = SegmentEnd::tick;
      if (row.kind != labels::PlacementKind::after) segment.last = SegmentEnd::tick;
      if (row.kind == labels::PlacementKind::span) segment.kind = SegmentKind::bar;
    }
    return open;
  }
  Marks m;
  m.marks.push_back(mark_of(row, lane, x + mark_radius + 1, y));
  m.left = x;
  m.right = x + 2 * mark_radius + 2;
  m.enter = m.leave = x + mark_radius + 1;
  return m;
}

}  // namespace

bool is_sequence(const Panel& panel) { return panel.frame == Frame::document; }

double draw_sequence(Picture& picture, std::vector<RouteRow>& routes, const Panel& panel,
                     const view::TimelineView& view, const Lanes& lanes, const Columns& columns, bool dates_above,
                     double y) {
  if (!panel.heading.empty()) {
    picture.texts.push_back({columns.margin, y + 13, 13, Anchor::start, Tone::plain, true, panel.heading});
    y += 24;
  }
  const double mark_x = (dates_above ? columns.margin : columns.left) + 4;
  for (const std::size_t i : panel.rows) {
    const std::size_t lane = lanes.of_row[i];
    const view::Row& row = view.rows[i];
    EventDrawing event = event_of(row, lanes, lane, columns.labels);
    const double middle = y + first_middle;
    Marks marks = marks_in_list(row, lane, mark_x, middle);
    const double words_x = mark_x + 24 + words_gap, width = columns.right - words_x;
    double baseline = middle + 4.5, dates_end = baseline;
    std::vector<std::string> dates;
    if (const std::string when = columns.dates(row); !when.empty())
      dates = wrap(when, date_size, false, dates_above ? width : columns.dates_right - columns.margin);
    for (const std::string& words : dates) {
      double& at = dates_above ? baseline : dates_end;
      event.dates.push_back({dates_above ? words_x : columns.dates_right, at, date_size,
                             dates_above ? Anchor::start : Anchor::end, Tone::muted, false, words});
      at += date_line;
    }
    const std::string title = row.title + expectation(row, panel, columns.labels);
    const double line = tall(title) ? tall_line : latin_line;
    if (baseline > middle + 4.5) baseline += line - latin_line;
    for (const std::string& words : wrap(title, title_size, false, width)) {
      event.label.push_back({words_x, baseline, title_size, Anchor::start, Tone::plain, false, words});
      baseline += line;
    }
    const double end = std::max(baseline - line, dates_end - date_line) + (tall(title) ? 7 : 4) + line_room;
    routes[i] = {y, end, middle, marks.enter, marks.leave, 8.5, marks.left, marks.right};
    event.segments = std::move(marks.segments);
    event.marks = std::move(marks.marks);
    picture.events.push_back(std::move(event));
    y = end;
  }
  return y + 9;
}

}  // namespace annal::svg
