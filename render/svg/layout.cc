// Head, panels, arcs, foot: one after the other from the top.
#include "render/svg/layout.h"

#include <algorithm>
#include <utility>

#include "render/svg/head.h"
#include "render/svg/marks.h"
#include "render/svg/measure.h"
#include "render/svg/panel.h"
#include "render/svg/route.h"

namespace annal::svg {
namespace {

constexpr double least_width = 480;
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
void put_arcs(Picture& picture, const Story& story, std::vector<RouteRow> rows, const std::vector<Panel>& panels,
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
    for (const Piece& piece : event.pieces)
      space.bars.push_back({piece.x0, piece.y - piece.height / 2, piece.x1, piece.y + piece.height / 2});
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

double put_foot(Picture& picture, const Story& story, const Columns& columns, double y) {
  if (story.conflicts.empty()) return y;
  y += 22;
  const double width = columns.right - columns.margin;
  picture.texts.push_back({columns.margin, y, note_size, Anchor::start, Tone::alert, true,
                           "Set aside, because the text contradicts itself"});
  for (const Note& note : story.conflicts)
    for (const std::string& line : wrap(note.text, note_size, false, width)) {
      y += tall(line) ? note_line + 4 : note_line;
      picture.texts.push_back({columns.margin, y, note_size, Anchor::start, Tone::plain, false, line});
    }
  return y + 4;
}

}  // namespace

Picture layout(const Story& story, const SvgOptions& asked) {
  SvgOptions options = asked;
  options.width = std::max(options.width, least_width);
  Picture picture;
  picture.width = options.width;
  picture.prefix = options.prefix;
  picture.language = story.language;
  picture.title = story.title.empty() ? "Timeline" : story.title;

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
  for (const Panel& panel : panels) y = put_panel(picture, routes, panel, story, lanes, columns, y + 7);
  put_arcs(picture, story, std::move(routes), panels, columns);
  y = put_foot(picture, story, columns, y);
  picture.height = y + 10;
  return picture;
}

}  // namespace annal::svg
