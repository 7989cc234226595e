// Title, head line and legend. The legend explains what is on this picture and nothing else.
#include "render/svg/layout/head.h"

#include <algorithm>
#include <string_view>

#include "render/labels/date_words.h"
#include "render/svg/axis/measure.h"
#include "render/svg/layout/marks.h"

namespace annal::svg {
namespace {

constexpr double title_size = 20, title_line = 26;
constexpr double text_size = 12, text_line = 17, tall_line = 21;
constexpr double subtitle_size = 13, subtitle_gap = 2, foot_gap = 16;
constexpr double legend_line = 20, legend_gap = 20;

/// Places legend items from left to right and on to the next line.
class Legend {
 public:
  Legend(Picture& picture, double margin, double y) : picture_(picture), margin_(margin), x_(margin), y_(y) {}

  /// Calls `draw(x, middle)` for the sign, `sign` px wide, and writes `words` beside it.
  template <class Draw>
  void item(double sign, std::string_view words, Draw draw) {
    const double room = picture_.width - 2 * margin_ - sign - 6;
    bool first = true;
    for (const std::string& line : wrap(words, text_size, false, room)) {
      const double width = sign + 6 + reserved_width(line, text_size);
      if (x_ > margin_ && x_ + width > picture_.width - margin_) {
        x_ = margin_;
        y_ += legend_line;
      }
      if (first) draw(x_, y_ - 4);
      first = false;
      picture_.texts.push_back({x_ + sign + 6, y_, text_size, Anchor::start, Tone::muted, false, line});
      x_ += width + legend_gap;
      used_ = true;
    }
  }

  double end() const { return used_ ? y_ + 8 : y_ - legend_line + 8; }

 private:
  Picture& picture_;
  double margin_, x_, y_;
  bool used_ = false;
};

template <class Test>
bool any_row(const view::TimelineView& view, Test test) {
  return std::any_of(view.rows.begin(), view.rows.end(), test);
}

/// The signs of the marks in use, from left to right.
class MarkLegend {
 public:
  /// In the colour of the marks, or of none of the lanes.
  MarkLegend(Picture& picture, Legend& legend, const Labels& labels, bool has_lanes)
      : picture_(picture), legend_(legend), labels_(labels), colour_(colour_of(has_lanes ? other_lane : no_lane)) {}

  void draw(const MarksInUse& use) {
    if (use.dot && (use.bar || use.whisker || use.before || use.after)) dot(Label::on_day, Status::fact);
    if (use.bar) segment(Label::lasted, SegmentKind::bar, SegmentEnd::plain, SegmentEnd::plain);
    if (use.whisker) segment(Label::window, SegmentKind::whisker, SegmentEnd::tick, SegmentEnd::tick);
    if (use.before) segment(Label::legend_before, SegmentKind::whisker, SegmentEnd::arrow, SegmentEnd::tick);
    if (use.after) segment(Label::legend_after, SegmentKind::whisker, SegmentEnd::tick, SegmentEnd::arrow);
    constexpr std::pair<Status, Label> not_fact[] = {{Status::alleged, Label::alleged},
                                                     {Status::expected, Label::expected},
                                                     {Status::conditional, Label::conditional},
                                                     {Status::denied, Label::denied}};
    for (const auto& [status, label] : not_fact)
      if (use.statuses.contains(status)) dot(label, status);
  }

 private:
  void dot(Label words, Status status) {
    legend_.item(14, labels_.text(words), [&](double x, double y) {
      picture_.legend_marks.push_back({x + 7, y, shape_of(no_lane), colour_, status});
    });
  }

  void segment(Label words, SegmentKind kind, SegmentEnd first, SegmentEnd last) {
    constexpr double width = 28;
    legend_.item(width + 2, labels_.text(words), [&](double x, double y) {
      picture_.legend_segments.push_back({kind, x + 1, x + 1 + width, y, 10, first, last, colour_});
    });
  }

  Picture& picture_;
  Legend& legend_;
  const Labels& labels_;
  std::uint8_t colour_;
};

void draw_legend(Picture& picture, Legend& legend, const view::TimelineView& view, const Lanes& lanes,
                 const MarksInUse& use, std::size_t cuts) {
  const Labels& labels = view.labels;
  for (std::size_t i = first_lane; i < lanes.names.size(); ++i) {
    if (lanes.names[i].empty()) continue;
    legend.item(14, lanes.names[i], [&](double x, double y) {
      picture.legend_marks.push_back(
          {x + 7, y, shape_of(i), colour_of(i), Status::fact, shared_colour(view, lanes, i)});
    });
  }
  MarkLegend(picture, legend, labels, !lanes.names[first_lane].empty()).draw(use);
  if (cuts > 0)
    legend.item(14, labels.text(Label::time_left_out), [&](double x, double y) {
      picture.axis_breaks.push_back({x + 7, y, y, true});
    });
  if (view.written && any_row(view, [&](const view::Row& r) {
        return r.frame == Frame::calendar && (r.kind == labels::PlacementKind::after || r.end.latest > *view.written);
      }))
    legend.item(28, labels.text(Label::after_article), [&](double x, double y) {
      const Box box{x, y - 7, x + 28, y + 7};
      picture.legend_plot_areas.push_back({box, box});
    });
}

/// When the article was written, or how many documents there are, and what is not known of its years.
std::vector<std::string> writing_parts(const view::TimelineView& view, const Labels& labels) {
  std::vector<std::string> parts;
  if (view.sources > 0) parts.push_back(labels.count(Label::sources_one, view.sources));
  if (view.written) {
    const CivilSeconds day = *view.written - (view.written_has_time ? 0 : 1);
    parts.push_back(labels.text(Label::written_on, labels::long_day_words(day, view.written_has_time, labels)) +
                    (view.written_is_inferred ? " " + std::string(labels.text(Label::inferred)) : ""));
  }
  const auto in_frame = [&](Frame frame) {
    return any_row(view, [frame](const view::Row& r) { return r.frame == frame; });
  };
  if (in_frame(Frame::open_year))
    parts.emplace_back(labels.text(in_frame(Frame::calendar) ? Label::some_years_not_stated : Label::year_not_stated));
  if (!view.written && in_frame(Frame::document)) parts.emplace_back(labels.text(Label::writing_not_known));
  return parts;
}

/// Writes `words` as lines of the picture's width, the first on the baseline `y`; returns the baseline of the next.
double draw_lines(Picture& picture, const std::string& words, double size, Tone tone, double margin, double y) {
  const double line_height = tall(words) ? tall_line : text_line;
  for (const std::string& line : wrap(words, size, false, picture.width - 2 * margin)) {
    picture.texts.push_back({margin, y, size, Anchor::start, tone, false, line});
    y += line_height;
  }
  return y;
}

bool has_time(const view::Row& row) { return row.kind != labels::PlacementKind::undated; }

std::string count_of_events(const view::TimelineView& view, const Labels& labels) {
  std::string count;
  if (view.events == 0)
    count = labels.text(Label::no_events);
  else if (view.rows.size() < view.events)
    count = labels.count(Label::events_one, view.events) + ", " +
            labels.text(Label::shown_by_name, labels.number(view.rows.size()));
  else if (std::ranges::count_if(view.rows, has_time) < 2)
    count = labels.count(Label::events_one, view.events);
  else
    count = labels.text(Label::events_in_order, labels.number(view.events));
  if (view.found > view.events) count += ", " + labels.count(Label::minor_left_out_one, view.found - view.events);
  return count;
}

}  // namespace

std::string head_line(const view::TimelineView& view, std::size_t cuts) {
  const Labels& labels = view.labels;
  std::vector<std::string> parts = writing_parts(view, labels);
  parts.push_back(count_of_events(view, labels));
  if (cuts > 0) parts.push_back(labels.count(Label::axis_breaks_one, cuts));
  std::string line;
  for (const std::string& part : parts) line += (line.empty() ? "" : " \u00b7 ") + part;
  if (!line.empty() && line[0] >= 'a' && line[0] <= 'z') line[0] = static_cast<char>(line[0] - 'a' + 'A');
  return line;
}

std::string description_of(const view::TimelineView& view, std::size_t cuts) {
  std::string words = head_line(view, cuts) + ".";
  const auto dated = [](const view::Row& r) { return !r.when.empty(); };
  const auto first = std::find_if(view.rows.begin(), view.rows.end(), dated);
  const auto last = std::find_if(view.rows.rbegin(), view.rows.rend(), dated);
  if (first != view.rows.end()) words += " " + view.labels.text(Label::first_to_last, first->when, last->when) + ".";
  return words;
}

double draw_foot(Picture& picture, const view::TimelineView& view, double margin, double y) {
  if (view.note.empty() && view.credit.empty()) return y;
  y += foot_gap;
  for (const std::string* words : {&view.note, &view.credit})
    if (!words->empty()) y = draw_lines(picture, *words, text_size, Tone::muted, margin, y);
  return y - text_line + 6;
}

double draw_head(Picture& picture, const view::TimelineView& view, const Lanes& lanes, const MarksInUse& use,
                 std::size_t cuts, double margin) {
  double y = 29;
  const double width = picture.width - 2 * margin;
  if (!view.title.empty()) {
    for (const std::string& line : wrap(view.title, title_size, true, width)) {
      picture.texts.push_back({margin, y, title_size, Anchor::start, Tone::plain, true, line});
      y += title_line;
    }
    y -= 5;
  }
  if (!view.subtitle.empty()) {
    y += subtitle_gap;
    y = draw_lines(picture, view.subtitle, subtitle_size, Tone::plain, margin, y);
    y += subtitle_gap;
  }
  y = draw_lines(picture, head_line(view, cuts), text_size, Tone::muted, margin, y);
  Legend legend(picture, margin, y + 4);
  draw_legend(picture, legend, view, lanes, use, cuts);
  return legend.end();
}

}  // namespace annal::svg
