// See text.h. The axis is that of the picture (svg/scale.h), with cells for pixels: uneven time is the same problem in
// both.
#include "render/text/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

#include "render/encode/escape.h"
#include "render/labels/date_words.h"
#include "render/labels/extent.h"
#include "render/labels/heading.h"
#include "render/labels/places.h"
#include "render/labels/words.h"
#include "render/text/gutter.h"
#include "render/text/terminal.h"
#include "render/text/wrap.h"
#include "render/view/certainty.h"
#include "render/view/scale.h"
#include "render/view/timeline_view.h"

namespace annal {
namespace {

constexpr double cell = 8;  ///< px of a cell on the picture's axis
constexpr std::size_t axis_from = 60;

/// The characters of bars and rules.
struct Marks {
  std::string_view window;          ///< somewhere in here
  std::string_view lasted, fading;  ///< a span, and where it may have begun or ended
  std::string_view earlier, later;  ///< open to one side
  std::string_view rule;
};

constexpr Marks unicode_marks{"░", "━", "╌", "‹", "›", "┄"};
constexpr Marks ascii_marks{":", "=", "-", "<", ">", "-"};

using labels::PlacementKind;
using view::Row;

bool bounded(CivilSeconds at) { return at > unbounded_past && at < unbounded_future; }

class TextTimeline {
 public:
  TextTimeline(const Timeline& timeline, const RenderOptions& options)
      : timeline_(timeline),
        labels_(labels::labels_of(timeline)),
        options_(options),
        marks_(options.ascii ? ascii_marks : unicode_marks),
        width_(columns_of(options)),
        view_(view_of(timeline)),
        rows_(view_.rows),
        gutter_(timeline, events_of(rows_), options.ascii) {
    choose_frame();
    measure();
    make_scale();
  }

  std::string write() {
    head();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const bool writes = !is_written_ && comes_after_writing(rows_[i]);
      if (i > 0) leave_out(rows_[i - 1], rows_[i], writes);
      if (writes) written_line();
      write_row(i);
    }
    if (!rows_.empty()) written_line();
    foot();
    return std::move(out_);
  }

 private:
  static view::TimelineView view_of(const Timeline& timeline) {
    return view::make_view(
        timeline,
        {.rows = std::numeric_limits<std::size_t>::max(), .relations = view::ViewRelations::none, .staircase = false});
  }
  static std::vector<std::uint32_t> events_of(const std::vector<Row>& rows) {
    std::vector<std::uint32_t> events;
    for (const Row& row : rows) events.push_back(static_cast<std::uint32_t>(row.event));
    return events;
  }

  /// The axis shows the frame that most events have; the others have words alone.
  void choose_frame() {
    std::array<std::size_t, 4> count{};
    for (const Row& row : rows_)
      if (row.kind != PlacementKind::undated) ++count[static_cast<std::size_t>(row.frame)];
    for (const Frame frame : {Frame::document, Frame::open_year, Frame::calendar})
      if (count[static_cast<std::size_t>(frame)] > 0 &&
          (frame_ == Frame::none || count[static_cast<std::size_t>(frame)] >= count[static_cast<std::size_t>(frame_)]))
        frame_ = frame;
  }

  bool on_axis(const Row& row) const { return row.frame == frame_ && row.kind != PlacementKind::undated; }

  void measure() {
    std::size_t when = 4;
    for (const Row& row : rows_) when = std::max(when, cells(row.when));
    when_ = std::min(when, std::max<std::size_t>(width_ / (width_ < axis_from ? 3 : 4), 8));
    const std::size_t rest = width_ - when_ - 4;  // the bracket, a blank, two blanks after the date
    axis_ = width_ >= axis_from && frame_ != Frame::none ? std::min<std::size_t>(rest * 2 / 5, 48) : 0;
    title_ = axis_ > 0 ? rest - axis_ - 2 : rest;
  }

  void make_scale() {
    if (axis_ == 0) return;
    std::vector<view::TimeRange> ranges;
    for (const Row& row : rows_) {
      if (!on_axis(row)) continue;
      const std::array<CivilSeconds, 4> ends{row.start.earliest, row.start.latest, row.end.earliest, row.end.latest};
      std::optional<CivilSeconds> begin, end;
      for (const CivilSeconds at : ends) {
        if (!bounded(at)) continue;
        begin = begin ? std::min(*begin, at) : at;
        end = end ? std::max(*end, at) : at;
      }
      if (begin) ranges.push_back({*begin, *end, row.kind == PlacementKind::instant});
    }
    scale_ = view::make_scale(ranges, 0, static_cast<double>(axis_) * cell, {.background_share = 1});
  }

  std::string ink(std::string_view text, Ink kind) const { return inked(text, kind, options_.colour); }

  // The head: what is read, and when it was written.
  void head() {
    const Document& document = timeline_.document;
    stated(labels::heading_of(timeline_), Ink::strong);
    stated(one_line(timeline_.presentation.subtitle), Ink::plain);
    std::string about = !timeline_.sources.empty() ? labels_.count(Label::sources_one, timeline_.sources.size())
                        : document.dct.known()     ? labels_.text(Label::written_on_inline, written_words())
                                                   : std::string(labels_.text(Label::writing_not_known_short));
    if (document.dct.source == DctSource::inferred) about += " " + std::string(labels_.text(Label::inferred));
    about += options_.ascii ? " - " : " · ";
    about += labels_.count(Label::events_one, rows_.size());
    if (rows_.size() < view_.found) about += " " + labels_.text(Label::of_found, labels_.number(view_.found));
    for (const std::string& line : wrap(about, width_)) append_line(out_, ink(line, Ink::faint));
    if (!rows_.empty()) out_ += '\n';
  }

  /// Lines of what may be empty.
  void stated(const std::string& words, Ink kind) {
    for (const std::string& line : wrap(words, width_))
      if (!line.empty()) append_line(out_, ink(line, kind));
  }

  std::string written_words() const {
    const Dct& dct = timeline_.document.dct;
    return labels::long_day_words(dct.at, dct.has_time, labels_);
  }
  CivilSeconds written_until() const {
    const Dct& dct = timeline_.document.dct;
    return dct.has_time ? dct.at : dct.at + seconds_per_day;
  }

  std::string rule(std::string_view words) const {
    std::string side;
    for (int i = 0; i < 3; ++i) side += marks_.rule;
    return side + ' ' + std::string(words) + ' ' + side;
  }

  bool comes_after_writing(const Row& row) const {
    return row.frame == Frame::calendar && bounded(row.start.earliest) && row.start.earliest >= written_until();
  }

  /// Once, and only where there is a calendar to write it into.
  void written_line() {
    if (is_written_ || !timeline_.document.dct.known() || frame_ != Frame::calendar) return;
    is_written_ = true;
    const std::string words = std::string(labels_.text(Label::article_written)) + ", " + written_words(),
                      ruled = rule(words);
    const std::size_t room = width_ - 2;
    for (const std::string& line : wrap(cells(ruled) <= room ? ruled : words, room))
      append_line(out_, std::string(2, ' ') + ink(line, Ink::faint));
  }

  /// Between two rows: how long nothing happens there, where the axis leaves that out; and the day of writing, if it is
  /// due, before what follows it. Nothing where the rows may overlap.
  void leave_out(const Row& before, const Row& after, bool writes) {
    if (axis_ == 0 || !on_axis(before) || !on_axis(after)) return;
    const CivilSeconds from = before.end.latest, to = after.start.earliest;
    if (!bounded(from) || !bounded(to)) return;
    if (!writes) return gap(from, to);
    const Dct& dct = timeline_.document.dct;
    gap(from, std::min(to, dct.at));
    written_line();
    gap(std::max(from, written_until()), to);
  }

  /// One line where the axis is cut between these times, below the first of the cuts.
  void gap(CivilSeconds from, CivilSeconds to) {
    const auto is_within = [&](const view::ScaleBreak& cut_out) {
      return cut_out.from < cut_out.to && from <= cut_out.from && cut_out.to <= to;
    };
    const auto cut_out = std::ranges::find_if(scale_.breaks, is_within);
    if (cut_out == scale_.breaks.end()) return;
    const std::string words = rule(labels::length_words(from, to, frame_, labels_));
    const std::size_t middle = static_cast<std::size_t>(cut_out->x / cell), size = cells(words);
    const std::size_t room = axis_ > size ? axis_ - size : 0;
    const std::size_t indent = std::min(middle > size / 2 ? middle - size / 2 : 0, room);
    append_line(out_, std::string(when_ + 4 + indent, ' ') + ink(words, Ink::faint));
  }

  void write_row(std::size_t i) {
    const Row& row = rows_[i];
    const std::vector<std::string> dates = wrap(row.when, when_);
    std::vector<std::string> titles = wrap(row.title + labels::status_words(row.status, labels_), title_);
    const std::size_t note_begins = titles.size();
    if (!row.note.empty())
      for (const std::string& line : wrap(row.note, std::max<std::size_t>(title_, 3) - 2))
        titles.push_back("  " + line);
    const std::string bar = axis_ > 0 && on_axis(row) ? bar_of(row) : std::string(axis_, ' ');
    const std::size_t lines = std::max(dates.size(), titles.size());
    for (std::size_t line = 0; line < lines; ++line) {
      std::string text = ink(gutter_.mark(i, line, lines), Ink::faint) + ' ';
      text += ink(pad(line < dates.size() ? dates[line] : "", when_), Ink::date) + "  ";
      if (axis_ > 0) text += (line == 0 ? bar : std::string(axis_, ' ')) + "  ";
      if (line < titles.size())
        text += ink(titles[line], holds(row.status) && line < note_begins ? Ink::plain : Ink::faint);
      append_line(out_, text);
    }
  }

  // Bars.
  std::size_t cell_of(double px) const {
    return std::min(static_cast<std::size_t>(std::max(px, 0.0) / cell), axis_ - 1);
  }
  std::size_t from_cell(CivilSeconds at) const { return cell_of(scale_.at(at)); }
  /// The last cell of what ends, exclusive, at `at`.
  std::size_t until_cell(CivilSeconds at) const { return cell_of(std::ceil(scale_.until(at) / cell) * cell - 1); }

  std::string_view mark(const Row& row) const {
    const view::CertaintyStyle& style = view::style_of(view::certainty_of(row.certainty));
    return options_.ascii ? style.ascii : style.glyph;
  }

  std::string bar_of(const Row& row) const {
    std::vector<std::string_view> at(axis_, " ");
    const auto fill = [&](std::size_t first, std::size_t last, std::string_view with) {
      for (std::size_t i = first; i <= last && i < axis_; ++i) at[i] = with;
    };
    constexpr std::size_t arrow = 4;  ///< cells of an open side
    switch (row.kind) {
      case PlacementKind::instant: {
        const std::size_t first = from_cell(row.start.earliest), last = std::max(first, until_cell(row.start.latest));
        fill(first, last, marks_.window);
        at[(first + last) / 2] = mark(row);
        break;
      }
      case PlacementKind::span: {
        const std::size_t first = from_cell(row.start.earliest), last = std::max(first, until_cell(row.end.latest));
        fill(first, last, marks_.fading);
        const std::size_t sure = from_cell(row.start.latest);
        if (row.start.latest <= row.end.earliest)
          fill(sure, std::max(sure, until_cell(row.end.earliest)), marks_.lasted);
        if (first == last) at[first] = mark(row);
        break;
      }
      case PlacementKind::before: {
        const std::size_t last = until_cell(bounded(row.start.latest) ? row.start.latest : row.end.latest);
        fill(last > arrow ? last - arrow : 0, last, marks_.earlier);
        at[last] = mark(row);
        break;
      }
      case PlacementKind::after: {
        const std::size_t first = from_cell(bounded(row.start.earliest) ? row.start.earliest : row.end.earliest);
        fill(first, first + arrow, marks_.later);
        at[first] = mark(row);
        break;
      }
      case PlacementKind::undated: break;
    }
    std::string text;
    for (const std::string_view character : at) text += character;
    return ink(text, Ink::bar);
  }

  // The foot: what the signs mean that need it, and what the reader must be warned of.
  void foot() {
    const std::vector<std::string> lines = gutter_.legend(labels_);
    if (!lines.empty()) out_ += '\n';
    for (const std::string& line : lines)
      for (const std::string& part : wrap(line, width_)) append_line(out_, ink(part, Ink::faint));
    const Presentation& presentation = timeline_.presentation;
    const std::string note = one_line(presentation.note), credit = one_line(presentation.credit);
    if (!note.empty() || !credit.empty()) out_ += '\n';
    stated(note, Ink::plain);
    stated(credit, Ink::faint);
    labels::Places places(timeline_);
    for (const Warning& warning : timeline_.warnings)
      warn(warning.span.size() > 0 ? places.at(warning.span.begin) + ": " + warning.message : warning.message);
  }

  void warn(const std::string& words) {
    if (!any_warning_) out_ += '\n';
    any_warning_ = true;
    for (const std::string& part : wrap("! " + one_line(words), width_)) append_line(out_, ink(part, Ink::alert));
  }

  const Timeline& timeline_;
  const Labels labels_;
  const RenderOptions& options_;
  const Marks& marks_;
  std::size_t width_;
  view::TimelineView view_;
  const std::vector<Row>& rows_;
  Gutter gutter_;
  Frame frame_ = Frame::none;
  std::size_t when_ = 0, axis_ = 0, title_ = 0;  ///< cells
  view::Scale scale_;
  bool is_written_ = false, any_warning_ = false;
  std::string out_;
};

}  // namespace

std::string to_text(const Timeline& timeline, const RenderOptions& options) {
  return TextTimeline(timeline, options).write();
}

}  // namespace annal
