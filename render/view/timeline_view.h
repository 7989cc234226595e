// TimelineView: what a picture shows, before it is laid out: the events with a row, the arcs between them, the head.
// Times are intervals in one of three frames; what is not known stays open.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/lang/labels.h"
#include "render/labels/window.h"
#include "timeline/entries/theme.h"
#include "timeline/timeline.h"

namespace annal::view {

struct Row : labels::Placement {
  std::size_t event = 0;   ///< index into Timeline::events
  std::string id;          ///< "e12"
  DateLabel date;          ///< when, as structure; `when` has its words
  std::string when;        ///< date words
  std::string title;       ///< one line, valid UTF-8
  std::string lane;        ///< one line, empty where none
  std::string source;      ///< the sentence that tells of it, one line
  std::uint32_t page = 0;  ///< that it stands on; 0 where there are no pages
  double certainty = 0;    ///< 0..1, of its date
  Status status = Status::fact;
  std::optional<Colour> colour;                        ///< of its marks, where its owner states one
  std::string note;                                    ///< its owner's, one line
  std::string link, image;                             ///< addresses that may stand in markup; empty where none
  std::vector<EditedField> edited;                     ///< what its owner changed
  bool goes_on_before = false, goes_on_after = false;  ///< cut at the ends of ViewOptions::window
};

struct Arc {
  std::size_t from = 0, to = 0;  ///< indices into TimelineView::rows; time runs from -> to where `directed`
  bool directed = true;
};

/// An event that is counted but has no row of its own.
struct Counted {
  Frame frame = Frame::none;
  CivilSeconds at = 0;
};

struct TimelineView {
  std::string title, subtitle;  ///< at the head, one line each
  std::string note, credit;     ///< at the foot, one line each
  Theme theme;
  std::string language;                 ///< of the text, BCP 47, or empty
  Labels labels;                        ///< the words of dates and labels
  std::optional<CivilSeconds> written;  ///< the end of the day of writing, or its second, on the calendar
  bool written_is_inferred = false;
  bool written_has_time = false;
  std::size_t sources = 0;  ///< documents that it is made from, where they are several
  std::vector<Row> rows;    ///< a frame after the other, in each by where they begin
  std::vector<Arc> arcs;
  std::vector<Row> numbered;     ///< in order: what has a number and a place in a list instead of a row
  std::vector<Counted> counted;  ///< every event that is dated, where not all of them have rows
  std::size_t events = 0;        ///< worth showing; rows.size() of them have a row
  std::size_t found = 0;         ///< all but those that the owner hides
};

/// Which relations become arcs.
enum class ViewRelations {
  none,    ///< no arcs
  stated,  ///< those that the text asserts
  all,     ///< those that follow from others too
};

struct ViewOptions {
  std::size_t rows = 60;     ///< most events that get a row
  std::size_t numbered = 0;  ///< most that get a row or a number; where there are more, all are counted
  ViewRelations relations = ViewRelations::stated;  ///< arcs between events
  bool staircase =
      true;  ///< rows by where they begin on an axis, what provably follows another below it; else by position
  std::optional<Interval> window = {};  ///< only what lies in this part of the calendar, cut at its ends
};

/// The rows of `timeline`: the events that are shown, the pinned and the most salient ViewOptions::rows of them. Where
/// that many stand there already, salient events that are not shown are numbered or counted as well.
TimelineView make_view(const Timeline& timeline, const ViewOptions& options);

}  // namespace annal::view
