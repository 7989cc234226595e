// Head, panels, arcs: one after the other from the top.
#include "render/svg/layout/layout.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>

#include "render/svg/axis/measure.h"
#include "render/svg/layout/head.h"
#include "render/svg/layout/marks.h"
#include "render/svg/layout/numbered.h"
#include "render/svg/layout/panel.h"
#include "render/svg/layout/route.h"
#include "render/svg/layout/sequence.h"
#include "render/svg/layout/vertical.h"

namespace annal::svg {
namespace {

constexpr double least_width = 320;
constexpr double least_wide_width = 480;  // px: narrower pictures are vertical

/// Arcs round every text that is already placed.
void draw_arcs(Picture& picture, const view::TimelineView& view, std::vector<RouteRow> rows,
               const std::vector<Panel>& panels, const Columns& columns) {
  if (view.arcs.empty()) return;
  RouteSpace space;
  space.rows = std::move(rows);
  space.left_gutter = columns.left - 6;
  space.right_gutter = columns.right + 7;
  for (const Panel& panel : panels) {
    for (const view::ScaleBreak& cut : panel.scale.breaks) space.uprights.push_back(cut.x);
    if (panel.written) space.uprights.push_back(panel.scale.until(*panel.written));
  }
  for (const Text& text : texts_of(picture)) space.texts.push_back(box_of(text));
  for (const EventDrawing& event : picture.events) {
    for (const Mark& mark : event.marks)
      space.marks.push_back({mark.x - mark_radius, mark.y - mark_radius, mark.x + mark_radius, mark.y + mark_radius});
    for (const BarSegment& segment : event.segments) space.bars.push_back(box_of(segment));
  }
  std::vector<RouteEnds> ends;
  for (const view::Arc& arc : view.arcs) ends.push_back({arc.from, arc.to});
  std::vector<std::vector<XY>> ways = route(ends, space);
  for (std::size_t i = 0; i < ways.size(); ++i) {
    if (ways[i].size() < 2) continue;
    picture.curves.push_back({view.arcs[i].from, view.arcs[i].to, std::move(ways[i]), view.arcs[i].directed});
  }
}

/// `story` with the rows of a lane side by side, lanes in the order of the legend.
view::TimelineView grouped(const view::TimelineView& view) {
  const Lanes lanes = lanes_of(view);
  std::vector<std::size_t> old_places(view.rows.size());
  std::iota(old_places.begin(), old_places.end(), std::size_t{0});
  std::stable_sort(old_places.begin(), old_places.end(),
                   [&](std::size_t a, std::size_t b) { return lanes.of_row[a] < lanes.of_row[b]; });
  view::TimelineView out = view;
  std::vector<std::size_t> new_places(view.rows.size());
  for (std::size_t i = 0; i < old_places.size(); ++i) {
    out.rows[i] = view.rows[old_places[i]];
    new_places[old_places[i]] = i;
  }
  for (view::Arc& arc : out.arcs) arc = {new_places[arc.from], new_places[arc.to], arc.directed};
  return out;
}

/// `story` as `how` can show it: lanes stand together, and without a row of its own for each event there are no arcs.
view::TimelineView arranged(const view::TimelineView& view, SvgLayout how) {
  if (how == SvgLayout::rows) return view;
  if (how == SvgLayout::lanes) return grouped(view);
  view::TimelineView out = view;
  out.arcs.clear();
  return out;
}

/// What the marks of `picture` mean, for a legend.
MarksInUse marks_in_use(const Picture& picture) {
  MarksInUse use;
  for (const EventDrawing& event : picture.events) {
    Marks marks;
    marks.segments = event.segments;
    marks.marks = event.marks;
    if (!event.marks.empty())
      use.add(marks, event.marks.front().status);
    else if (!event.segments.empty())
      use.add(marks, event.segments.front().status);
  }
  return use;
}

/// The same for the same picture, another one for each other: "annal-5f0c3a91", from an FNV-1a hash of its words.
std::string prefix_of(const view::TimelineView& view, const SvgOptions& options) {
  std::uint32_t hash = 2166136261u;
  const auto add = [&hash](std::string_view words) {
    for (const char c : words) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    hash = (hash ^ 0xffu) * 16777619u;  // ends the words
  };
  add(view.title);
  for (const view::Row& row : view.rows) {
    add(row.when);
    add(row.title);
  }
  add(layout_name(options.layout));
  add(std::to_string(static_cast<int>(options.width)));
  std::string prefix = "annal-";
  for (int shift = 28; shift >= 0; shift -= 4) prefix += "0123456789abcdef"[hash >> shift & 15u];
  return prefix;
}

/// All but head and foot, from y 0 down: they depend on what is drawn.
Picture draw_body(const view::TimelineView& view, const Lanes& lanes, const Columns& columns,
                  const SvgOptions& options) {
  Picture body;
  body.width = options.width;
  const std::vector<Panel> panels = panels_of(view, columns, options);
  std::vector<RouteRow> routes(view.rows.size());
  std::vector<EventDrawing> numbered = numbered_events(view, lanes);
  double y = 0;
  const bool vertical = options.layout == SvgLayout::vertical;
  for (const Panel& panel : panels) {
    y += 7;
    y = is_sequence(panel) ? draw_sequence(body, routes, panel, view, lanes, columns, vertical || !columns.beside, y)
        : vertical         ? draw_column(body, numbered, panel, view, lanes, columns, options, y)
                           : draw_panel(body, numbered, routes, panel, view, lanes, columns, options, y);
  }
  draw_arcs(body, view, std::move(routes), panels, columns);
  body.height = draw_numbered_list(body, std::move(numbered), view, columns, y);
  return body;
}

}  // namespace

Picture layout(const view::TimelineView& given, const SvgOptions& asked) {
  SvgOptions options = asked;
  options.width = std::max(options.width, least_width);
  if (options.width < least_wide_width) options.layout = SvgLayout::vertical;
  view::TimelineView view = arranged(given, options.layout);
  sort_numbered(view);
  Picture picture;
  picture.width = options.width;
  picture.prefix = options.prefix.empty() ? prefix_of(view, options) : options.prefix;
  picture.language = view.language;
  picture.theme = view.theme;
  picture.title = view.title.empty() ? std::string(view.labels.text(Label::timeline)) : view.title;

  const Columns columns = columns_of(view, options);
  const Lanes lanes = lanes_of(view);
  const Picture body = draw_body(view, lanes, columns, options);
  const auto cuts = static_cast<std::size_t>(
      std::count_if(body.axis_breaks.begin(), body.axis_breaks.end(), [](const AxisBreak& b) { return b.omitted; }));
  picture.description = description_of(view, cuts);
  const double head = draw_head(picture, view, lanes, marks_in_use(body), cuts, columns.margin);
  place_below(picture, body, head);
  picture.height = draw_foot(picture, view, columns.margin, head + body.height) + 10;
  return picture;
}

}  // namespace annal::svg
