// One word for each segment, those of the cuts and of the day of writing keep their order and do not overlap: least
// squares put them near their places (place.h, spread). All other units stand where there is room.
#include "render/svg/layout/upright_axis.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/svg/axis/measure.h"
#include "render/svg/layout/place.h"

namespace annal::svg {
namespace {

constexpr double line_height = 14, note_gap = 3;
constexpr double rise = 4;       // px from the middle of a line of words down to its baseline
constexpr double overhang = 5;   // px that the line of writing reaches beyond the line of the axis
constexpr double tick_room = 7;  // px between the end of a segment and the middle of a word

struct Note {
  double y = 0;  ///< of the middle of its first line
  Tone tone = Tone::muted;
  bool bold = false;
  std::string words;
};

/// The segment of the axis that lies at `y`.
std::size_t segment_at(const view::Scale& scale, double y) {
  std::size_t i = 0;
  while (i + 1 < scale.segments.size() && y > scale.breaks[i].x) ++i;
  return i;
}

/// Where the larger unit that `label` names begins in its segment; the label's own place where no line says so.
double begin_of(const Panel& panel, const TickLabel& label) {
  if (!label.upper) return label.x;
  const view::Segment& segment = panel.scale.segments[segment_at(panel.scale, label.x)];
  double begin = label.x;
  for (const TickLine& line : panel.ticks.lines)
    if (line.major && line.x >= segment.x0 - 1 && line.x <= label.x) begin = line.x;
  return begin;
}

Note note_of(const Panel& panel, const TickLabel& label) {
  return {begin_of(panel, label), Tone::muted, label.upper, label.words};
}

/// What must not be missing, from top to bottom; the first word of each segment is left out of `rest`.
std::vector<Note> fixed_notes(const Panel& panel, const Labels& labels, std::vector<Note>& rest) {
  std::vector<Note> notes;
  std::vector<bool> named(panel.scale.segments.size(), false);
  for (const bool upper : {true, false})
    for (const TickLabel& label : panel.ticks.labels) {
      if (label.upper != upper) continue;
      const std::size_t segment = segment_at(panel.scale, label.x);
      (named[segment] ? rest : notes).push_back(note_of(panel, label));
      named[segment] = true;
    }
  for (const view::ScaleBreak& cut : panel.scale.breaks)
    if (cut.from < cut.to) notes.push_back({cut.x, Tone::muted, false, cut_words(cut, panel.frame, labels)});
  if (panel.written)
    notes.push_back(
        {panel.scale.until(*panel.written), Tone::alert, false, std::string(labels.text(Label::article_written))});
  std::stable_sort(notes.begin(), notes.end(), [](const Note& a, const Note& b) { return a.y < b.y; });
  return notes;
}

std::vector<std::string> lines_of(const Note& note, double width) {
  return wrap(note.words, tick_size, note.bold, width);
}

class AxisDrawing {
 public:
  AxisDrawing(Picture& picture, const Panel& panel, const Labels& labels, const UprightAxis& axis, double width)
      : picture_(picture), panel_(panel), labels_(labels), axis_(axis), width_(width) {}

  double draw() {
    draw_band();
    draw_line();
    return std::max(axis_.bottom, draw_words());
  }

 private:
  void draw_band() {
    PlotArea band{{axis_.plot, axis_.top, axis_.x, axis_.bottom}, {}};
    for (const TickLine& tick : panel_.ticks.lines)
      picture_.lines.push_back(
          {tick.major ? LineKind::grid_major : LineKind::grid, axis_.plot, tick.x, axis_.x, tick.x});
    if (panel_.written) {
      const double y = panel_.scale.until(*panel_.written);
      if (y < axis_.bottom - 1) band.hatched = {axis_.plot, y, axis_.x, axis_.bottom};
      picture_.lines.push_back({LineKind::written, axis_.plot, y, axis_.x + overhang, y});
    }
    picture_.plot_areas.push_back(std::move(band));
    if (panel_.frame == Frame::calendar)
      picture_.time_axes.push_back({axis_.plot, axis_.x, true, panel_.scale.segments});
  }

  void draw_line() {
    for (const view::ScaleBreak& cut : panel_.scale.breaks) {
      const bool omitted = cut.from < cut.to;
      picture_.axis_breaks.push_back({cut.x, omitted ? axis_.x : axis_.plot, axis_.x, omitted, true});
    }
    picture_.lines.push_back({LineKind::axis, axis_.x, axis_.top, axis_.x, axis_.bottom});
  }

  double draw_words() {
    std::vector<Note> rest;
    const std::vector<Note> notes = fixed_notes(panel_, labels_, rest);
    std::vector<std::vector<std::string>> lines;
    std::vector<double> wanted, heights;
    for (const Note& note : notes) {
      lines.push_back(lines_of(note, width_));
      heights.push_back(line_height * static_cast<double>(lines.back().size()));
      wanted.push_back(note.y + (heights.back() - line_height) / 2);
    }
    const std::vector<double> middles = spread(wanted, heights, note_gap, axis_.top - 2, axis_.bottom);
    double end = axis_.top;
    for (std::size_t k = 0; k < notes.size(); ++k) {
      end = std::max(end, middles[k] + heights[k] / 2);
      write(notes[k], lines[k], middles[k] - (heights[k] - line_height) / 2);
    }
    for (const Note& note : rest) {
      const double y =
          std::clamp(note.y, axis_.top + tick_room, std::max(axis_.top + tick_room, axis_.bottom - tick_room));
      const std::vector<std::string> words = lines_of(note, width_);
      const double height = line_height * static_cast<double>(words.size());
      const Box box{axis_.words - width_, y - line_height / 2, axis_.words, y - line_height / 2 + height};
      if (std::any_of(taken_.begin(), taken_.end(), [&](const Box& b) { return overlap(box, b); })) continue;
      end = std::max(end, y - line_height / 2 + height);
      write(note, words, y);
    }
    return end;
  }

  /// The words of `note` with the middle of the first line at `y`.
  void write(const Note& note, const std::vector<std::string>& lines, double y) {
    taken_.push_back({axis_.words - width_, y - line_height / 2, axis_.words,
                      y + line_height * (static_cast<double>(lines.size()) - 0.5)});
    for (const std::string& words : lines) {
      picture_.texts.push_back({axis_.words, y + rise, tick_size, Anchor::end, note.tone, note.bold, words});
      y += line_height;
    }
  }

  Picture& picture_;
  const Panel& panel_;
  const Labels& labels_;
  const UprightAxis& axis_;
  double width_;
  std::vector<Box> taken_;
};

}  // namespace

double axis_words_width(const Panel& panel, const Labels& labels, bool narrow, double most) {
  std::vector<Note> notes, rest;
  notes = fixed_notes(panel, labels, rest);
  notes.insert(notes.end(), rest.begin(), rest.end());
  double width = 24;
  for (const Note& note : notes) {
    const std::string_view words = note.words;
    const bool whole = note.bold && !narrow;
    for (std::size_t begin = 0; begin < words.size();) {
      const std::size_t end = whole ? words.size() : std::min(words.find(' ', begin), words.size());
      width = std::max(width, reserved_width(words.substr(begin, end - begin), tick_size, note.bold));
      begin = end + 1;
    }
  }
  return std::min(width + 1, most);
}

double axis_words_height(const Panel& panel, const Labels& labels, double width) {
  std::vector<Note> rest;
  double height = 0;
  for (const Note& note : fixed_notes(panel, labels, rest))
    height += note_gap + line_height * static_cast<double>(lines_of(note, width).size());
  return height;
}

double draw_upright_axis(Picture& picture, const Panel& panel, const Labels& labels, const UprightAxis& axis,
                         double width) {
  return AxisDrawing(picture, panel, labels, axis, width).draw();
}

}  // namespace annal::svg
