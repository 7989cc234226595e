// The axis gets the height that the words need; then least squares put each of them near its time (place.h, spread).
#include "render/svg/layout/vertical.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "render/labels/words.h"
#include "render/svg/axis/measure.h"
#include "render/svg/layout/event.h"
#include "render/svg/layout/histogram.h"
#include "render/svg/layout/marks.h"
#include "render/svg/layout/place.h"

namespace annal::svg {
namespace {

constexpr double title_size = 13, title_line = 16, tall_line = 21, date_line = 16;
constexpr double first_baseline = 13;  // px from the top of an event's words
constexpr double block_gap = 7;
constexpr double least_axis = 160;
constexpr double least_ticks = 44, most_ticks = 92;  // px of the larger units' column
constexpr double track_width = 15, bar_width = 9;
constexpr double note_line = 14;
constexpr double strip_width = 34;  // of the bars that count the events without a place of their own

/// The words of an event before they have a place.
struct Block {
  std::vector<std::string> dates, title;
  double line = title_line, height = 0;
};

class Column {
 public:
  Column(Picture& picture, const Panel& panel, const view::TimelineView& view, const Lanes& lanes,
         const Columns& columns, const SvgOptions& options)
      : picture_(picture), panel_(panel), view_(view), lanes_(lanes), columns_(columns), options_(options) {}

  double draw(double y) {
    if (!panel_.heading.empty()) {
      picture_.texts.push_back({columns_.margin, y + 13, 13, Anchor::start, Tone::plain, true, panel_.heading});
      y += 26;
    }
    const bool axis = panel_.frame != Frame::none;
    top_ = y + (axis ? 8 : 0);
    narrow_ = options_.width < 600;
    // The columns and the axis depend on each other by the number of tracks alone: room for all of them first.
    tracks_ = narrow_ ? 3 : 8;
    measure(axis);
    if (axis) {
      // Tracks in use, with the axis at its real length.
      lay_out_axis(panel_, view_, top_, top_ + length_, options_);
      assign_tracks();
      measure(axis);
      lay_out_axis(panel_, view_, top_, top_ + length_, options_);
      assign_tracks();
    }
    draw_events(axis);
    if (!axis) return bottom_;
    draw_plot_area();
    draw_ticks();
    return std::max(bottom_, top_ + length_) + 10;
  }

 private:
  double strip_x() const { return columns_.margin + upper_ + lower_ + 8; }
  double axis_x() const { return strip_x() + (counted_in(panel_, view_) > 0 ? strip_width : 0); }
  double tracks_end() const { return axis_x() + 6 + track_width * static_cast<double>(tracks_); }
  double words_x() const { return mark_x_ + 14; }

  void measure(bool axis) {
    if (axis) {
      const bool years = panel_.frame == Frame::calendar;
      upper_ = years ? reserved_width("Nov 2016", tick_size, true) : least_ticks;
      lower_ = reserved_width(panel_.frame == Frame::document ? "\u22121000 y" : "06:40", tick_size) + 4;
      for (const TickLabel& t : panel_.ticks.labels)
        (t.upper ? upper_ : lower_) =
            std::max(t.upper ? upper_ : lower_, std::min(most_ticks, reserved_width(t.words, tick_size, t.upper)));
      mark_x_ = tracks_end() + (narrow_ ? 24 : 40);
    } else {
      mark_x_ = columns_.margin + 8;
    }
    blocks_.clear();
    length_ = 0;
    const double width = columns_.right - words_x();
    for (const std::size_t i : panel_.rows) {
      const view::Row& row = view_.rows[i];
      Block block;
      if (!row.when.empty()) block.dates = wrap(row.when, date_size, false, width);
      const std::string title = row.title + expectation(row, panel_, columns_.labels);
      block.title = wrap(title, title_size, false, width);
      if (tall(title)) block.line = tall_line;
      block.height = date_line * static_cast<double>(block.dates.size()) +
                     block.line * static_cast<double>(block.title.size()) + 4 + (tall(title) ? 4 : 0);
      length_ += block.height + block_gap;
      blocks_.push_back(std::move(block));
    }
    length_ = std::max(length_, least_axis);
  }

  /// Bars side by side where they last at the same time.
  void assign_tracks() {
    marks_.clear();
    track_of_.clear();
    std::vector<double> ends;
    const std::size_t most = narrow_ ? 3 : 8;
    for (const std::size_t i : panel_.rows) {
      marks_.push_back(marks_of(view_.rows[i], panel_.scale, panel_.ticks.cells, lanes_.of_row[i], 0));
      const Marks& m = marks_.back();
      if (m.segments.empty()) {
        track_of_.push_back(0);
        continue;
      }
      std::size_t track = 0;
      while (track < ends.size() && ends[track] > m.left - 2) ++track;
      if (track == ends.size() && ends.size() < most) ends.push_back(0);
      if (track >= ends.size())
        track = static_cast<std::size_t>(std::min_element(ends.begin(), ends.end()) - ends.begin());
      ends[track] = std::max(ends[track], m.right);
      track_of_.push_back(track);
    }
    tracks_ = std::max<std::size_t>(ends.size(), 1);
  }

  void draw_events(bool axis) {
    std::vector<double> wanted, heights;
    for (std::size_t k = 0; k < blocks_.size(); ++k) {
      heights.push_back(blocks_[k].height);
      const double at = axis ? marks_[k].enter : top_;
      wanted.push_back(at - first_baseline + 4.5 + blocks_[k].height / 2);
    }
    const std::vector<double> middles =
        spread(wanted, heights, block_gap, top_, std::max(top_ + length_, top_ + total(heights)));
    bottom_ = top_;
    for (std::size_t k = 0; k < blocks_.size(); ++k) {
      const std::size_t i = panel_.rows[k], lane = lanes_.of_row[i];
      const view::Row& row = view_.rows[i];
      EventDrawing event = event_of(row, lanes_, lane, columns_.labels);
      double baseline = middles[k] - heights[k] / 2 + first_baseline;
      const double mark_y = baseline - 4.5;
      for (const std::string& words : blocks_[k].dates) {
        event.dates.push_back({words_x(), baseline, date_size, Anchor::start, Tone::muted, false, words});
        baseline += date_line;
      }
      if (!blocks_[k].dates.empty()) baseline += blocks_[k].line - title_line;
      for (const std::string& words : blocks_[k].title) {
        event.label.push_back({words_x(), baseline, title_size, Anchor::start, Tone::plain, false, words});
        baseline += blocks_[k].line;
      }
      if (!axis || !marks_[k].marks.empty()) event.marks.push_back(mark_of(row, lane, mark_x_, mark_y));
      if (axis) {
        const double x = axis_x() + 6 + track_width * (static_cast<double>(track_of_[k]) + 0.5);
        for (BarSegment segment : marks_[k].segments) {
          segment.y = x;
          segment.height = std::min(segment.height, bar_width);
          segment.upright = true;
          event.segments.push_back(segment);
        }
        const double from = marks_[k].segments.empty() ? axis_x() : x + bar_width / 2, at = marks_[k].enter;
        const double bend = tracks_end(), end = mark_x_ + (event.marks.empty() ? mark_radius + 1 : -mark_radius - 1);
        picture_.lines.push_back({LineKind::link, from, at, bend, at});
        picture_.lines.push_back({LineKind::link, bend, at, end, mark_y});
      }
      bottom_ = std::max(bottom_, middles[k] + heights[k] / 2);
      picture_.events.push_back(std::move(event));
    }
  }

  static double total(const std::vector<double>& heights) {
    double sum = 0;
    for (const double h : heights) sum += h + block_gap;
    return sum;
  }

  void draw_plot_area() {
    const double left = axis_x(), right = tracks_end(), end = top_ + length_;
    PlotArea plot_area{{left, top_, right, end}, {}};
    if (panel_.written) {
      const double y = panel_.scale.until(*panel_.written);
      if (y < end - 1) plot_area.hatched = {left, y, right, end};
      picture_.lines.push_back({LineKind::written, left, y, right, y});
    }
    picture_.plot_areas.push_back(std::move(plot_area));
    if (panel_.frame == Frame::calendar) picture_.time_axes.push_back({left, right, true, panel_.scale.segments});
    for (const TickLine& tick : panel_.ticks.lines)
      picture_.lines.push_back({tick.major ? LineKind::grid_major : LineKind::grid, left, tick.x, right, tick.x});
    for (const HistogramBin& b : histogram_bins(panel_, view_, columns_.labels))
      picture_.histogram.push_back(
          {{left - 3 - (strip_width - 6) * b.share, b.from + 0.5, left - 3, b.from + bin_width - 0.5}, b.words});
    for (const view::ScaleBreak& cut : panel_.scale.breaks)
      picture_.axis_breaks.push_back({cut.x, left, right, cut.from < cut.to, true});
  }

  /// Left of the axis: how much each cut leaves out and where the article was written, then what units fit.
  void draw_ticks() {
    struct Note {
      double y;
      Tone tone;
      std::vector<std::string> lines;
    };
    const double right = columns_.margin + upper_;
    std::vector<Note> notes;
    for (const view::ScaleBreak& cut : panel_.scale.breaks) {
      const std::string words = cut_words(cut, panel_.frame, columns_.labels);
      notes.push_back({cut.x, Tone::muted, wrap(words, date_size, false, upper_)});
    }
    if (panel_.written)
      notes.push_back({panel_.scale.until(*panel_.written), Tone::alert,
                       wrap(columns_.labels.text(Label::article_written), date_size, false, upper_)});
    std::stable_sort(notes.begin(), notes.end(), [](const Note& a, const Note& b) { return a.y < b.y; });
    std::vector<double> wanted, heights;
    for (const Note& note : notes) {
      wanted.push_back(note.y);
      heights.push_back(note_line * static_cast<double>(note.lines.size()));
    }
    const std::vector<double> middles = spread(wanted, heights, 4, top_, top_ + length_);
    std::vector<Box> taken;
    for (std::size_t k = 0; k < notes.size(); ++k) {
      double baseline = middles[k] - heights[k] / 2 + 11;
      for (const std::string& words : notes[k].lines) {
        picture_.texts.push_back({right, baseline, date_size, Anchor::end, notes[k].tone, false, words});
        taken.push_back(box_of(picture_.texts.back()));
        baseline += note_line;
      }
      bottom_ = std::max(bottom_, middles[k] + heights[k] / 2);
    }
    for (const bool upper : {true, false})
      for (const TickLabel& t : panel_.ticks.labels) {
        if (t.upper != upper) continue;
        const double y = std::clamp(t.x, top_ + 6, top_ + length_ - 6);
        const Text text{upper ? right : strip_x() - 4, y + 4, tick_size, Anchor::end, Tone::muted, upper, t.words};
        const Box box = box_of(text);
        if (box.x0 < columns_.margin - 1 ||
            std::any_of(taken.begin(), taken.end(), [&](const Box& b) { return overlap(box, b); }))
          continue;
        taken.push_back(box);
        picture_.texts.push_back(text);
      }
  }

  Picture& picture_;
  Panel panel_;  // with an axis of its own
  const view::TimelineView& view_;
  const Lanes& lanes_;
  const Columns& columns_;
  const SvgOptions& options_;
  bool narrow_ = false;
  double top_ = 0, bottom_ = 0, length_ = 0;
  double upper_ = 0, lower_ = 0, mark_x_ = 0;
  std::size_t tracks_ = 1;
  std::vector<Block> blocks_;
  std::vector<Marks> marks_;
  std::vector<std::size_t> track_of_;
};

}  // namespace

double draw_column(Picture& picture, const Panel& panel, const view::TimelineView& view, const Lanes& lanes,
                   const Columns& columns, const SvgOptions& options, double y) {
  return Column(picture, panel, view, lanes, columns, options).draw(y);
}

}  // namespace annal::svg
