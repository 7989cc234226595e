// What is drawn, before where: the events that get a row, the arcs between them, and what the head of the picture says.
// Times are intervals in one of three frames; what is not known stays open.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "render/svg/svg.h"
#include "timeline/timeline.h"

namespace annal::svg {

/// How an event lies in time, as far as it is known.
enum class RowKind : std::uint8_t {
  instant,  ///< once, somewhere in [start.earliest, end.latest)
  span,     ///< from a point in `start` to a point in `end`
  before,   ///< no earlier bound; over by, or begun before, `latest`
  after,    ///< no later bound; not before `earliest`
  undated,  ///< no bound at all
};

/// Half-open window of a point in time, in seconds of the row's frame.
struct Window {
  CivilSeconds earliest = unbounded_past;
  CivilSeconds latest = unbounded_future;
  friend bool operator==(const Window&, const Window&) = default;
};

struct Row {
  std::string id;      ///< "e12"
  std::string when;    ///< date words
  std::string title;   ///< one line, valid UTF-8
  std::string lane;    ///< empty where none
  std::string source;  ///< the sentence that tells of it
  RowKind kind = RowKind::undated;
  Frame frame = Frame::none;
  Window start, end;
  Granularity precision = Granularity::none;
  double certainty = 0;  ///< 0..1, of its date
  Status status = Status::fact;
  bool circa = false;  ///< "about 19 November"
};

enum class ArcKind : std::uint8_t {
  stated,    ///< a relation from the text
  bounding,  ///< a relation that alone places one of its ends
  conflict,  ///< a relation that was set aside because it contradicts others
};

struct Arc {
  std::size_t from = 0, to = 0;  ///< indices into Story::rows; time runs from -> to where `directed`
  bool directed = true;
  ArcKind kind = ArcKind::stated;
  std::string text;  ///< the relation in words and the sentence that says so
};

/// A contradiction, for the foot of the picture.
struct Note {
  std::string text;
};

/// An event that is counted but has no row of its own.
struct Counted {
  Frame frame = Frame::none;
  CivilSeconds at = 0;
};

struct Story {
  std::string title;
  std::string language;                 ///< BCP 47, or empty
  std::optional<CivilSeconds> written;  ///< the end of the day of writing, or its second, on the calendar
  bool written_is_inferred = false;
  bool written_has_time = false;
  std::vector<Row> rows;  ///< in order
  std::vector<Arc> arcs;
  std::vector<Note> conflicts;
  std::vector<Counted> counted;  ///< every event that is dated, where not all of them have rows
  std::size_t events = 0;        ///< worth showing; rows.size() of them have a row
  std::size_t found = 0;         ///< all that the text tells of
};

/// How a row with these windows lies in time; a frame of none makes it undated.
RowKind kind_of(const Window& start, const Window& end, Frame frame);

/// The rows of `timeline`: events at least as salient as the threshold (all with SvgOptions::all), the most salient
/// SvgOptions::rows of them, in order of rank, then earliest start, then certainty, then place in the text.
Story story_of(const Timeline& timeline, const SvgOptions& options);

}  // namespace annal::svg
