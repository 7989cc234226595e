// Head, panels, arcs, foot: one after the other from the top.
#include "render/svg/layout/layout.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "render/svg/axis/measure.h"
#include "render/svg/layout/head.h"
#include "render/svg/layout/marks.h"
#include "render/svg/layout/panel.h"
#include "render/svg/layout/route.h"
#include "render/svg/layout/vertical.h"

namespace annal::svg {
namespace {

constexpr double least_width = 480, least_vertical_width = 320;
constexpr double note_size = 12, note_line = 17;

CurveKind curve_kind(ArcKind kind) {
  switch (kind) {
    case ArcKind::stated: return CurveKind::stated;
    case ArcKind::bounding: return CurveKind::bounding;
    case ArcKind::conflict: return CurveKind::conflict;
  }
  return CurveKind::stated;
}

/// Arcs round every text that is already placed.
void put_arcs(Picture& picture, const TimelineView& story, std::vector<RouteRow> rows, const std::vector<Panel>& panels,
              const Columns& columns) {
  if (story.arcs.empty()) return;
  RouteSpace space;
  space.rows = std::move(rows);
  space.left_gutter = columns.left - 6;
  space.right_gutter = columns.right + 7;
  for (const Panel& panel : panels) {
    for (const Cut& cut : panel.scale.cuts) space.uprights.push_back(cut.x);
    if (panel.written) space.uprights.push_back(panel.scale.until(*panel.written));
  }
  for (const Text& text : texts_of(picture)) space.texts.push_back(box_of(text));
  for (const EventDrawing& event : picture.events) {
    for (const Mark& mark : event.marks)
      space.marks.push_back({mark.x - mark_radius, mark.y - mark_radius, mark.x + mark_radius, mark.y + mark_radius});
    for (const Piece& piece : event.pieces) space.bars.push_back(box_of(piece));
  }
  std::vector<RouteEnds> ends;
  for (const Arc& arc : story.arcs) ends.push_back({arc.from, arc.to});
  std::vector<std::vector<XY>> ways = route(ends, space);
  for (std::size_t i = 0; i < ways.size(); ++i) {
    if (ways[i].size() < 2) continue;
    const Arc& arc = story.arcs[i];
    picture.curves.push_back({curve_kind(arc.kind), std::move(ways[i]), arc.directed, false, arc.text});
  }
}

double put_foot(Picture& picture, const TimelineView& story, const Columns& columns, double y) {
  if (story.conflicts.empty()) return y;
  y += 22;
  const double width = columns.right - columns.margin;
  for (const std::string& line :
       wrap(columns.said.label("Set aside, because the text contradicts itself"), note_size, true, width)) {
    picture.texts.push_back({columns.margin, y, note_size, Anchor::start, Tone::alert, true, line});
    y += note_line;
  }
  y -= note_line;
  for (const Note& note : story.conflicts)
    for (const std::string& line : wrap(note.text, note_size, false, width)) {
      y += tall(line) ? note_line + 4 : note_line;
      picture.texts.push_back({columns.margin, y, note_size, Anchor::start, Tone::plain, false, line});
    }
  return y + 4;
}

/// `story` with the rows of a lane side by side, lanes in the order of the legend.
TimelineView grouped(const TimelineView& story) {
  const Lanes lanes = lanes_of(story);
  std::vector<std::size_t> old_places(story.rows.size());
  std::iota(old_places.begin(), old_places.end(), std::size_t{0});
  std::stable_sort(old_places.begin(), old_places.end(),
                   [&](std::size_t a, std::size_t b) { return lanes.of_row[a] < lanes.of_row[b]; });
  TimelineView out = story;
  std::vector<std::size_t> new_places(story.rows.size());
  for (std::size_t i = 0; i < old_places.size(); ++i) {
    out.rows[i] = story.rows[old_places[i]];
    new_places[old_places[i]] = i;
  }
  for (Arc& arc : out.arcs) arc = {new_places[arc.from], new_places[arc.to], arc.directed, arc.kind, arc.text};
  return out;
}

/// `story` as `how` can show it: lanes stand together, and without a row of its own for each event there are no arcs.
TimelineView arranged(const TimelineView& story, SvgLayout how) {
  if (how == SvgLayout::rows) return story;
  if (how == SvgLayout::lanes) return grouped(story);
  TimelineView out = story;
  out.arcs.clear();
  return out;
}

}  // namespace

Picture layout(const TimelineView& given, const SvgOptions& asked) {
  const TimelineView story = arranged(given, asked.layout);
  SvgOptions options = asked;
  const bool vertical = options.layout == SvgLayout::vertical;
  options.width = std::max(options.width, vertical ? least_vertical_width : least_width);
  Picture picture;
  picture.width = options.width;
  picture.prefix = options.prefix;
  picture.language = story.language;
  picture.title = story.title.empty() ? Said(story.language).label("Timeline") : story.title;

  const Columns columns = columns_of(story, options);
  const Lanes lanes = lanes_of(story);
  const std::vector<Panel> panels = panels_of(story, columns, options);
  std::size_t cuts = 0;
  for (const Panel& panel : panels)
    cuts += static_cast<std::size_t>(std::count_if(panel.scale.cuts.begin(), panel.scale.cuts.end(),
                                                   [](const Cut& cut) { return cut.from < cut.to; }));
  picture.description = description_of(story, cuts);

  double y = put_head(picture, story, lanes, cuts, columns.margin);
  std::vector<RouteRow> routes(story.rows.size());
  for (const Panel& panel : panels)
    y = vertical ? put_column(picture, panel, story, lanes, columns, options, y + 7)
                 : put_panel(picture, routes, panel, story, lanes, columns, options, y + 7);
  put_arcs(picture, story, std::move(routes), panels, columns);
  y = put_foot(picture, story, columns, y);
  picture.height = y + 10;
  return picture;
}

}  // namespace annal::svg
