// The axis gets the height that the words need; then least squares put each of them near its time (place.h, spread).
// Bars lie left of the line of the axis, words right of it. All ways to the words begin at that line, in the order of
// the words: so no two of them cross, and none meets a bar.
#include "render/svg/layout/vertical.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "render/labels/words.h"
#include "render/svg/axis/measure.h"
#include "render/svg/layout/event.h"
#include "render/svg/layout/histogram.h"
#include "render/svg/layout/marks.h"
#include "render/svg/layout/numbered.h"
#include "render/svg/layout/place.h"
#include "render/svg/layout/tracks.h"
#include "render/svg/layout/upright_axis.h"

namespace annal::svg {
namespace {

constexpr double title_size = 13, title_line = 16, tall_line = 21, date_line = 16, quote_line = 15;
constexpr double first_baseline = 13;  // px from the top of an event's words
constexpr double mark_rise = 4.5;      // px from the middle of a mark down to the baseline beside it
constexpr double block_gap = 7;
constexpr double least_axis = 120;
constexpr double narrow_width = 520;  // px of a picture that has no room to spare
constexpr double dates_beside = 460;  // px of words from which the date words get a column
constexpr double widest_dates = 150;
constexpr double page_height = 1.2;  // of the width: sentences are drawn while the axis fits on a sheet with a head
constexpr double track_width = 9, least_track = 4, track_gap = 2;
constexpr double glyph_half = 8;                       // px of a bar that stands beside its words, up and down
constexpr double number_width = 28, number_step = 18;  // px of the numbers beside an upright axis
constexpr double strip_width = 34;                     // of the bars that count the events without a place of their own

/// An event between axis and words.
struct Block {
  std::size_t row = 0;
  Marks marks;
  double at = 0;  ///< px of the axis where its way begins
  bool on_axis = false;
  bool same_date = false;  ///< its date words stand with the event above it
  std::size_t track = 0;
  std::vector<std::string> dates, title, quote;
  double line = title_line, height = 0;
};

bool lies_between(const view::Row& row) {
  return row.kind == labels::PlacementKind::instant || row.kind == labels::PlacementKind::span;
}

class Column {
 public:
  Column(Picture& picture, std::vector<EventDrawing>& numbered, const Panel& panel, const view::TimelineView& view,
         const Lanes& lanes, const Columns& columns, const SvgOptions& options)
      : picture_(picture),
        numbered_(numbered),
        panel_(panel),
        view_(view),
        lanes_(lanes),
        columns_(columns),
        options_(options),
        narrow_(options.width < narrow_width) {
    for (const std::size_t row : panel.rows) {
      blocks_.emplace_back();
      blocks_.back().row = row;
    }
  }

  double draw(double y) {
    if (!panel_.heading.empty()) {
      picture_.texts.push_back({columns_.margin, y + 13, 13, Anchor::start, Tone::plain, true, panel_.heading});
      y += 26;
    }
    if (panel_.frame == Frame::none) {
      axis_.x = columns_.margin - way_width();
      break_words(true, y);
      place_words(y, y);
      draw_events();
      return bottom_;
    }
    axis_.top = y + 8;
    // The columns and the length of the axis depend on each other: the second time, they are nearly right.
    length_ = least_axis;
    for (int round = 0; round < 2; ++round) {
      lay_out_axis(panel_, view_, axis_.top, axis_.top + length_, options_);
      place_on_axis();
      make_columns();
      break_words(true, y);
    }
    lay_out_axis(panel_, view_, axis_.top, axis_.top + length_, options_);
    axis_.bottom = axis_.top + length_;
    place_on_axis();
    break_words(true, y);
    place_words(axis_.top, axis_.bottom);
    draw_counts();
    draw_numbered();
    bottom_ = std::max(bottom_, draw_upright_axis(picture_, panel_, columns_.labels, axis_, words_width_));
    draw_events();
    return bottom_ + 10;
  }

 private:
  double way_width() const { return narrow_ ? 18 : 30; }
  double bend() const { return axis_.x + way_width(); }
  double mark_x() const { return bend() + mark_radius + 2; }
  double words_x() const { return mark_x() + mark_radius + 7; }
  double dates_width() const { return beside_ ? dates_width_ + 12 : 0; }

  void make_columns() {
    words_width_ = axis_words_width(panel_, columns_.labels, narrow_, narrow_ ? 76 : 120);
    axis_.words = columns_.margin + words_width_;
    marks_ = numbered_marks(panel_, view_, lanes_);
    strip_ = counted_in(panel_, view_) > 0 ? strip_width : marks_.empty() ? 0 : most_strip() + number_width;
    axis_.plot = axis_.words + 6 + strip_;
    const double most = narrow_ ? 28 : 90;
    zone_ = std::min(most, track_width * static_cast<double>(tracks_));
    axis_.x = axis_.plot + 5 + zone_;
  }

  /// The marks of each event, in the order of where their ways begin.
  void place_on_axis() {
    std::vector<BarExtent> bars;
    std::vector<Block*> of_bar;
    // A day is a dot however long it is on the axis: dots stand beside the words.
    std::vector<CivilSeconds> cells = panel_.ticks.cells;
    for (CivilSeconds& cell : cells) cell = std::max(cell, seconds_per_day);
    for (Block& block : blocks_) {
      const view::Row& row = view_.rows[block.row];
      block.marks = marks_of(row, panel_.scale, cells, lanes_.of_row[block.row], 0);
      block.at = begin_of(block.marks, row);
      block.on_axis = lies_between(row) && !block.marks.segments.empty();
    }
    std::stable_sort(blocks_.begin(), blocks_.end(), [](const Block& a, const Block& b) { return a.at < b.at; });
    for (std::size_t k = 0; k < blocks_.size(); ++k)
      blocks_[k].same_date = k > 0 && view_.rows[blocks_[k].row].when == view_.rows[blocks_[k - 1].row].when;
    for (Block& block : blocks_) {
      if (!block.on_axis) continue;
      bars.push_back({block.at, block.marks.right});
      of_bar.push_back(&block);
    }
    const std::vector<std::size_t> tracks = tracks_of(bars, track_gap);
    const auto most = static_cast<std::size_t>((narrow_ ? 28 : 90) / least_track);
    tracks_ = 0;
    for (std::size_t k = 0; k < tracks.size(); ++k) {
      of_bar[k]->track = tracks[k];
      of_bar[k]->on_axis = tracks[k] < most;
      if (tracks[k] < most) tracks_ = std::max(tracks_, tracks[k] + 1);
    }
  }

  /// Where its bar begins, or ends where it is open to the past; else its mark.
  static double begin_of(const Marks& marks, const view::Row& row) {
    if (marks.segments.empty()) return marks.enter;
    const bool before = row.kind == labels::PlacementKind::before;
    double at = before ? marks.segments.front().x1 : marks.segments.front().x0;
    for (const BarSegment& segment : marks.segments) at = before ? std::max(at, segment.x1) : std::min(at, segment.x0);
    return at;
  }

  /// The lines of all words, with the sentences where there is room for them, and the height that they need.
  void break_words(bool with_quotes, double top) {
    const double width = columns_.right - words_x();
    beside_ = width >= dates_beside;
    dates_width_ = 0;
    for (const Block& block : blocks_)
      dates_width_ = std::max(dates_width_, reserved_width(view_.rows[block.row].when, date_size));
    dates_width_ = std::min(dates_width_, widest_dates);
    length_ = 0;
    for (Block& block : blocks_) {
      break_block(block, width, with_quotes && beside_);
      length_ += block.height + block_gap;
    }
    if (with_quotes && beside_ && top + length_ > page_height * options_.width) return break_words(false, top);
    length_ = std::max(length_, least_axis);
    if (panel_.frame != Frame::none)
      length_ = std::max(length_, axis_words_height(panel_, columns_.labels, words_width_) + 20);
  }

  void break_block(Block& block, double width, bool with_quote) const {
    const view::Row& row = view_.rows[block.row];
    const std::string title = row.title + expectation(row, panel_, columns_.labels);
    const double title_width = width - dates_width();
    block.dates.clear();
    block.quote.clear();
    if (!row.when.empty() && !block.same_date)
      block.dates = wrap(row.when, date_size, false, beside_ ? dates_width_ : width);
    block.title = wrap(title, title_size, false, title_width);
    block.line = tall(title) ? tall_line : title_line;
    if (with_quote && row.source != row.title) block.quote = wrap(row.source, date_size, false, title_width);
    const double dates = date_line * static_cast<double>(block.dates.size());
    const double words = block.line * static_cast<double>(block.title.size()) +
                         (tall(row.source) ? tall_line : quote_line) * static_cast<double>(block.quote.size());
    block.height = (beside_ ? std::max(dates, words) : dates + words) + 4 + (tall(title) ? 4 : 0);
  }

  /// Gives the words their height on the picture: `y` of their first baselines.
  void place_words(double top, double bottom) {
    std::vector<double> wanted, heights;
    double needed = 0;
    for (const Block& block : blocks_) {
      heights.push_back(block.height);
      wanted.push_back((panel_.frame == Frame::none ? top : block.at) - first_baseline + mark_rise + block.height / 2);
      needed += block.height + block_gap;
    }
    const std::vector<double> middles = spread(wanted, heights, block_gap, top, std::max(bottom, top + needed));
    baselines_.clear();
    bottom_ = top;
    for (std::size_t k = 0; k < blocks_.size(); ++k) {
      baselines_.push_back(middles[k] - heights[k] / 2 + first_baseline);
      bottom_ = std::max(bottom_, middles[k] + heights[k] / 2);
    }
  }

  void draw_events() {
    for (std::size_t k = 0; k < blocks_.size(); ++k) {
      Block& block = blocks_[k];
      const view::Row& row = view_.rows[block.row];
      const std::size_t lane = lanes_.of_row[block.row];
      EventDrawing event = event_of(row, lanes_, lane, columns_.labels);
      draw_words(event, block, baselines_[k]);
      const double y = baselines_[k] - mark_rise;
      if (panel_.frame == Frame::none)
        event.segments.push_back(glyph_of(undated_marks(row, lane, 0, 0), y));
      else
        draw_marks(event, block, y);
      picture_.events.push_back(std::move(event));
    }
  }

  void draw_words(EventDrawing& event, const Block& block, double baseline) const {
    double date_baseline = baseline;
    for (const std::string& words : block.dates) {
      event.dates.push_back({words_x(), date_baseline, date_size, Anchor::start, Tone::muted, false, words});
      date_baseline += date_line;
    }
    if (!beside_) baseline = date_baseline + (block.dates.empty() ? 0 : block.line - title_line);
    const double x = words_x() + dates_width();
    for (const std::string& words : block.title) {
      event.label.push_back({x, baseline, title_size, Anchor::start, Tone::plain, false, words});
      baseline += block.line;
    }
    const double line = tall(view_.rows[block.row].source) ? tall_line : quote_line;
    for (const std::string& words : block.quote) {
      event.quote.push_back({x, baseline + line - title_line, date_size, Anchor::start, Tone::muted, false, words});
      baseline += line;
    }
  }

  /// What is known to lie between two times: on the axis; a day, and what is open to one side: beside the words. The
  /// way leads from the axis there.
  void draw_marks(EventDrawing& event, const Block& block, double y) {
    double from = axis_.x, to = words_x() - 4;
    event.segments = block.marks.segments;
    if (block.on_axis) {
      const double pitch = tracks_ > 0 ? std::min(track_width, zone_ / static_cast<double>(tracks_)) : track_width;
      from = axis_.x - 3 - pitch * (static_cast<double>(block.track) + 0.5);
      for (BarSegment& segment : event.segments) {
        segment.x0 = std::max(segment.x0, block.at + 1);
        segment.x1 = std::max(segment.x1 - 1, segment.x0 + 1);
        segment.y = from;
        segment.height = std::min(segment.height, pitch - track_gap);
      }
    } else if (!event.segments.empty()) {
      event.segments = {glyph_of(block.marks, y)};
      to = mark_x() - track_width / 2 - 2;
    }
    for (BarSegment& segment : event.segments) segment.upright = true;
    event.marks = block.marks.marks;
    for (Mark& mark : event.marks) {
      mark.x = mark_x();
      mark.y = y;
      to = mark_x() - mark_radius - 2;
    }
    if (from < axis_.x) picture_.lines.push_back({LineKind::link, from, block.at, axis_.x, block.at});
    picture_.lines.push_back({LineKind::link, axis_.x, block.at, bend(), y});
    if (to > bend()) picture_.lines.push_back({LineKind::link, bend(), y, to, y});
  }

  /// A bar or whisker of no extent in time, beside words: which sides it is open to.
  BarSegment glyph_of(const Marks& marks, double y) const {
    BarSegment glyph = marks.segments.front();
    glyph.last = marks.segments.back().last;
    glyph.x0 = y - glyph_half;
    glyph.x1 = y + glyph_half;
    glyph.y = mark_x();
    glyph.height = std::min(glyph.height, track_width);
    glyph.upright = true;
    return glyph;
  }

  void draw_counts() {
    for (const HistogramBin& b : histogram_bins(panel_, view_, columns_.labels))
      picture_.histogram.push_back(
          {{axis_.plot - 3 - (strip_width - 6) * b.share, b.from + 0.5, axis_.plot - 3, b.from + bin_width - 0.5},
           b.words});
  }

  /// Small marks left of the axis; where they begin, the number of the first of a few.
  void draw_numbered() {
    marks_ = numbered_marks(panel_, view_, lanes_);
    const double level = level_height(marks_, most_strip()), right = axis_.plot - 3;
    for (const NumberLabel& label : number_labels(marks_, axis_.top, axis_.bottom, number_step))
      picture_.texts.push_back({axis_.plot - strip_ + number_width - 8, label.at + 4, date_size, Anchor::end,
                                Tone::muted, false, std::to_string(label.first)});
    for (NumberedMark& mark : marks_) {
      const double x = right - level * (static_cast<double>(mark.level) + 0.5);
      place_numbered(numbered_[mark.index], std::move(mark.marks), x, true);
    }
  }

  double most_strip() const { return narrow_ ? 26 : 80; }

  Picture& picture_;
  std::vector<EventDrawing>& numbered_;
  Panel panel_;  // with an axis of its own
  const view::TimelineView& view_;
  const Lanes& lanes_;
  const Columns& columns_;
  const SvgOptions& options_;
  bool narrow_, beside_ = false;
  UprightAxis axis_;
  double length_ = 0, bottom_ = 0;
  double words_width_ = 0, dates_width_ = 0;
  double strip_ = 0;  // px of the events without a place of their own, left of the axis
  std::vector<NumberedMark> marks_;
  double zone_ = 0;  // px of the tracks
  std::size_t tracks_ = 0;
  std::vector<Block> blocks_;
  std::vector<double> baselines_;
};

}  // namespace

double draw_column(Picture& picture, std::vector<EventDrawing>& numbered, const Panel& panel,
                   const view::TimelineView& view, const Lanes& lanes, const Columns& columns,
                   const SvgOptions& options, double y) {
  return Column(picture, numbered, panel, view, lanes, columns, options).draw(y);
}

}  // namespace annal::svg
