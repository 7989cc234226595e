// Rows of 24 px or more, with the axis above and below them.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

#include "render/labels/words.h"
#include "render/svg/axis/measure.h"
#include "render/svg/layout/event.h"
#include "render/svg/layout/histogram.h"
#include "render/svg/layout/marks.h"
#include "render/svg/layout/numbered.h"
#include "render/svg/layout/panel.h"
#include "render/svg/layout/place.h"

namespace annal::svg {
namespace {

constexpr double row_height = 24, row_middle = 12;
constexpr double label_size = 13;
constexpr double latin_line = 16, tall_line = 21, date_line = 15;
constexpr double lane_height = 24;
constexpr double packed_label = 340;  // px that words may take beside their mark where rows are shared
constexpr double packing_gap = 14;
constexpr double strip_height = 40;
constexpr double note_drift = 40;  // px that a label under the axis may stand away from its line

class PanelDrawing {
 public:
  PanelDrawing(Picture& picture, std::vector<EventDrawing>& numbered, std::vector<RouteRow>& routes, const Panel& panel,
               const view::TimelineView& view, const Lanes& lanes, const Columns& columns, SvgLayout how)
      : picture_(picture),
        numbered_(numbered),
        routes_(routes),
        panel_(panel),
        view_(view),
        lanes_(lanes),
        columns_(columns),
        how_(how) {}

  double draw(double y) {
    const bool axis = panel_.frame != Frame::none;
    if (!panel_.heading.empty()) {
      picture_.texts.push_back({columns_.margin, y + 13, 13, Anchor::start, Tone::plain, true, panel_.heading});
      y += 24;
    }
    if (axis) {
      upper_row_ = std::any_of(panel_.ticks.labels.begin(), panel_.ticks.labels.end(),
                               [](const TickLabel& t) { return t.upper; });
      draw_labels(y + (upper_row_ ? 12 : -4), y + (upper_row_ ? 28 : 12));
      y += upper_row_ ? 36 : 20;
    }
    top_ = y;
    y = draw_numbered(draw_histogram(y));
    first_event_ = picture_.events.size();
    y = how_ == SvgLayout::compact ? draw_packed(y) : draw_rows(y);
    bottom_ = y + 3;
    if (!axis) return bottom_ + 6;
    draw_plot_area();
    draw_lines();
    draw_labels(bottom_ + 31, bottom_ + 15);
    return draw_notes(bottom_ + (upper_row_ ? 49 : 33));
  }

 private:
  double written_x() const { return panel_.scale.until(*panel_.written); }

  void draw_labels(double upper, double lower) {
    for (const TickLabel& t : panel_.ticks.labels)
      picture_.texts.push_back(
          {t.x, t.upper ? upper : lower, tick_size, Anchor::middle, Tone::muted, t.upper, t.words});
  }

  /// The strip that counts what has no row of its own.
  double draw_histogram(double y) {
    const std::size_t here = counted_in(panel_, view_);
    if (here == 0) return y;
    for (const HistogramBin& b : histogram_bins(panel_, view_, columns_.labels)) {
      const double height = 3 + (strip_height - 9) * b.share, base = y + strip_height - 3;
      picture_.histogram.push_back({{b.from + 0.5, base - height, b.from + bin_width - 0.5, base}, b.words});
    }
    if (columns_.beside) {
      picture_.texts.push_back(
          {columns_.dates_right, y + 18, date_size, Anchor::end, Tone::muted, false, columns_.labels.number(here)});
      picture_.texts.push_back({columns_.dates_right, y + 33, date_size, Anchor::end, Tone::muted, false,
                                std::string(columns_.labels.text(here == 1 ? Label::event_noun : Label::events_noun))});
    }
    return y + strip_height + 4;
  }

  /// Small marks of what has a number, and the numbers below them where no line runs down.
  double draw_numbered(double y) {
    constexpr double most_depth = 200, label_step = 60, clear = 30;
    std::vector<NumberedMark> marks = numbered_marks(panel_, view_, lanes_);
    if (marks.empty()) return y;
    const double level = level_height(marks, most_depth), base = y + 5 + strip_depth(marks, most_depth);
    for (const NumberLabel& label : number_labels(marks, panel_.scale.left, panel_.scale.right, label_step)) {
      std::string words = std::to_string(label.first);
      if (label.last > label.first) words += "\u2013" + std::to_string(label.last);
      const auto near = [&](double x) { return std::abs(x - label.at) < clear; };
      const std::vector<view::ScaleBreak>& cuts = panel_.scale.breaks;
      if (!(panel_.written && near(written_x())) &&
          std::none_of(cuts.begin(), cuts.end(), [&](const view::ScaleBreak& cut) { return near(cut.x); }))
        picture_.texts.push_back({label.at, base + 14, date_size, Anchor::middle, Tone::muted, false, words});
    }
    for (NumberedMark& mark : marks) {
      const double across = base - level * (static_cast<double>(mark.level) + 0.5);
      place_numbered(numbered_[mark.index], std::move(mark.marks), across, false);
    }
    return base + 22;
  }

  /// A row for each event, under the name of its lane where lanes stand together.
  double draw_rows(double y) {
    std::optional<std::size_t> lane;
    for (const std::size_t i : panel_.rows) {
      if (how_ == SvgLayout::lanes && lanes_.of_row[i] != no_lane && lane != lanes_.of_row[i]) {
        lane = lanes_.of_row[i];
        for (const std::string& words : wrap(lanes_.names[*lane], label_size, true, columns_.right - columns_.margin)) {
          y += lane_height;
          headings_.push_back({columns_.margin, y - 6, label_size, Anchor::start, Tone::plain, true, words});
        }
      }
      y = draw_day(columns_.cells[i].day, y);
      Drawn drawn = draw_row(i, y);
      y += drawn.height;
      keep(i, std::move(drawn));
    }
    picture_.texts.insert(picture_.texts.end(), headings_.begin(), headings_.end());
    return y;
  }

  /// The day of the rows that follow.
  double draw_day(const std::string& day, double y) {
    if (day.empty()) return y;
    y += 4;
    for (const std::string& words : wrap(day, date_size, false, columns_.dates_right - columns_.margin)) {
      picture_.texts.push_back({columns_.dates_right, y + 12, date_size, Anchor::end, Tone::plain, false, words});
      y += date_line;
    }
    return y;
  }

  /// Events side by side in the order of time: each stands right of the one before it where there is room, else below.
  double draw_packed(double y) {
    std::vector<Drawn> drawn;
    for (const std::size_t i : panel_.rows) drawn.push_back(draw_row(i, y));
    std::vector<std::size_t> by_time(drawn.size());
    std::iota(by_time.begin(), by_time.end(), std::size_t{0});
    std::stable_sort(by_time.begin(), by_time.end(),
                     [&](std::size_t a, std::size_t b) { return drawn[a].route.left < drawn[b].route.left; });
    double line = y, height = 0, right = -1e9;
    for (const std::size_t k : by_time) {
      if (drawn[k].left < right + packing_gap) {
        line += height;
        height = 0;
      }
      height = std::max(height, drawn[k].height);
      right = drawn[k].right;
      shift(drawn[k].event, line - y);
      keep(panel_.rows[k], std::move(drawn[k]));
    }
    return line + height;
  }

  static void shift(EventDrawing& event, double down) {
    for (BarSegment& segment : event.segments) segment.y += down;
    for (Mark& mark : event.marks) mark.y += down;
    for (Text& text : event.dates) text.baseline += down;
    for (Text& text : event.label) text.baseline += down;
  }

  /// An event with everything in its place, before it is part of the picture.
  struct Drawn {
    EventDrawing event;
    RouteRow route;
    double left = 0, right = 0, height = 0;
    std::optional<Line> leader;
  };

  void keep(std::size_t index, Drawn drawn) {
    routes_[index] = drawn.route;
    if (drawn.leader) picture_.lines.push_back(*drawn.leader);
    picture_.events.push_back(std::move(drawn.event));
  }

  Drawn draw_row(std::size_t index, double y) const {
    const view::Row& row = view_.rows[index];
    const std::size_t lane = lanes_.of_row[index];
    const double middle = y + row_middle;
    Drawn drawn;
    EventDrawing& event = drawn.event;
    event = event_of(row, lanes_, lane, columns_.labels);

    Marks marks = panel_.frame == Frame::none ? undated_marks(row, lane, columns_.left + 4, middle)
                                              : marks_of(row, panel_.scale, panel_.ticks.cells, lane, middle);

    const std::string when = columns_.dates(row);
    const bool inside = !columns_.beside && !when.empty();  // the date words lead the title
    const std::string label =
        (inside ? when + std::string(date_gap) : "") + row.title + expectation(row, panel_, columns_.labels);
    LabelSpace space{marks.left, marks.right, columns_.left + 4, columns_.right};
    if (how_ == SvgLayout::compact) {
      space.left = std::max(space.left, marks.left - packed_label);
      space.right = std::min(space.right, marks.right + packed_label);
    }
    const LabelPlace place = place_label(label, label_size, space);
    const double line = tall(label) ? tall_line : latin_line;
    double baseline = middle + 4.5 + (place.below ? line + 1 : 0);
    for (const LabelLine& words : place.lines) {
      event.label.push_back({words.x, baseline, label_size, place.flush_right ? Anchor::end : Anchor::start,
                             Tone::plain, false, words.words});
      baseline += line;
    }
    const auto lines = static_cast<double>(place.lines.size() + (place.below ? 1 : 0));
    drawn.height = row_height + (lines - 1) * line + (tall(label) ? 3 : 0) + (place.below ? 1 : 0);
    if (inside) mark_dates(event.label, when);

    double date_baseline = middle + 4.5;
    if (columns_.beside && !columns_.cells[index].words.empty()) {
      const std::vector<std::string> dates =
          wrap(columns_.cells[index].words, date_size, false, columns_.dates_right - columns_.margin);
      for (const std::string& words : dates) {
        event.dates.push_back({columns_.dates_right, date_baseline, date_size, Anchor::end, Tone::muted, false, words});
        date_baseline += date_line;
      }
      drawn.height = std::max(drawn.height, row_height + (static_cast<double>(dates.size()) - 1) * date_line);
    }

    double begin = marks.left;
    if (!place.below)
      for (const Text& text : event.label) begin = std::min(begin, box_of(text).x0);
    if (!event.dates.empty() && columns_.beside && begin - 8 - columns_.left > 16)
      drawn.leader = {LineKind::leader, columns_.left + 4, middle, begin - 8, middle};

    drawn.left = marks.left;
    drawn.right = marks.right;
    for (const std::vector<Text>* texts : {&event.label, &event.dates})
      for (const Text& text : *texts) {
        drawn.left = std::min(drawn.left, box_of(text).x0);
        drawn.right = std::max(drawn.right, box_of(text).x1);
      }
    drawn.route = {y,           y + drawn.height, middle,
                   marks.enter, marks.leave,      row.kind == labels::PlacementKind::span ? 6.0 : 8.5,
                   marks.left,  marks.right};
    event.segments = std::move(marks.segments);
    event.marks = std::move(marks.marks);
    return drawn;
  }

  void draw_plot_area() {
    PlotArea plot_area{{columns_.left, top_, columns_.right, bottom_}, {}};
    if (panel_.written && written_x() < columns_.right - 1)
      plot_area.hatched = {written_x(), top_, columns_.right, bottom_};
    picture_.plot_areas.push_back(plot_area);
    if (panel_.frame == Frame::calendar) picture_.time_axes.push_back({top_, bottom_, false, panel_.scale.segments});
  }

  void draw_lines() {
    for (const double y : {top_, bottom_})
      picture_.lines.push_back({LineKind::axis, columns_.left, y, columns_.right, y});
    for (const TickLine& tick : panel_.ticks.lines) {
      if (panel_.written && std::abs(written_x() - tick.x) < 3) continue;
      picture_.lines.push_back({tick.major ? LineKind::grid_major : LineKind::grid, tick.x, top_, tick.x, bottom_});
    }
    for (const view::ScaleBreak& cut : panel_.scale.breaks)
      picture_.axis_breaks.push_back({cut.x, top_, bottom_, cut.from < cut.to});
    if (panel_.written) picture_.lines.push_back({LineKind::written, written_x(), top_, written_x(), bottom_});
  }

  /// Under the axis: how much each cut leaves out, and where the article was written.
  double draw_notes(double y) {
    struct Item {
      double x;
      Tone tone;
      std::string words;
    };
    std::vector<Item> items;
    for (const view::ScaleBreak& cut : panel_.scale.breaks)
      if (cut.from < cut.to) items.push_back({cut.x, Tone::muted, cut_words(cut, panel_.frame, columns_.labels)});
    if (panel_.written)
      items.push_back({written_x(), Tone::alert, std::string(columns_.labels.text(Label::article_written))});
    if (items.empty()) return y - 8;
    std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.x < b.x; });
    // One row where each label stays by its line; else two or more, filled in turn.
    for (std::size_t count = 1;; ++count) {
      std::vector<Text> texts;
      bool near = true;
      for (std::size_t first = 0; first < count; ++first) {
        std::vector<double> wanted, widths;
        for (std::size_t i = first; i < items.size(); i += count) {
          wanted.push_back(items[i].x);
          widths.push_back(reserved_width(items[i].words, date_size));
        }
        const std::vector<double> placed = spread(wanted, widths, 10, columns_.left, columns_.right);
        for (std::size_t k = 0; k < placed.size(); ++k) {
          const Item& item = items[first + k * count];
          near &= std::abs(placed[k] - wanted[k]) < note_drift && placed[k] + widths[k] / 2 <= columns_.right;
          texts.push_back({placed[k], y + 17 * static_cast<double>(first), date_size, Anchor::middle, item.tone, false,
                           item.words});
        }
      }
      if (!near && count < items.size()) continue;
      picture_.texts.insert(picture_.texts.end(), texts.begin(), texts.end());
      y += 17 * static_cast<double>(count);
      break;
    }
    return y - 5;
  }

  Picture& picture_;
  std::vector<EventDrawing>& numbered_;
  std::vector<RouteRow>& routes_;
  const Panel& panel_;
  const view::TimelineView& view_;
  const Lanes& lanes_;
  const Columns& columns_;
  SvgLayout how_;
  std::vector<Text> headings_;  // names of lanes
  std::size_t first_event_ = 0;
  double top_ = 0, bottom_ = 0;
  bool upper_row_ = true;
};

}  // namespace

double draw_panel(Picture& picture, std::vector<EventDrawing>& numbered, std::vector<RouteRow>& routes,
                  const Panel& panel, const view::TimelineView& view, const Lanes& lanes, const Columns& columns,
                  const SvgOptions& options, double y) {
  return PanelDrawing(picture, numbered, routes, panel, view, lanes, columns, options.layout).draw(y);
}

}  // namespace annal::svg
