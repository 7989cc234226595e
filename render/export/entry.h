// What all export formats need of an event: its words on one line, and the time in which it can lie.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "render/export/export.h"
#include "render/view/timeline_view.h"

namespace annal::exports {

struct Entry {
  std::size_t index = 0;  ///< into Timeline::events
  std::string id;         ///< "e3"
  std::string title;      ///< one line, with "(expected)" and the like behind it where it is no plain fact
  std::string when;       ///< for a reader; "undated" where nothing is known
  std::string lane;       ///< may be empty
  std::string sentence;   ///< that tells of it, one line; empty where the text does not
  std::string note;       ///< its owner's, one line
  std::string link;       ///< of http, https or mailto, or empty
  std::string image;      ///< its address, or empty
  std::string colour;     ///< "#b42318", or empty
  labels::PlacementKind kind = labels::PlacementKind::undated;
  /// Not before, and not at or after, on the calendar; half-open. A side that is not known is unbounded.
  CivilSeconds begin = unbounded_past, end = unbounded_future;
  bool clock = false;  ///< told to the hour or finer: written with its time of day
  bool circa = false;  ///< "about 19 November"

  bool bounded() const { return begin != unbounded_past && end != unbounded_future; }
  bool dated() const { return begin != unbounded_past || end != unbounded_future; }
  /// Note and sentence, `between` them where there are both.
  std::string description(std::string_view between) const;
  /// "by May 2014: The mayor resigns".
  std::string dated_title() const;
  /// Whether programs elsewhere can load its image.
  bool has_web_image() const;
  /// Within one day, or one moment of it.
  bool one_day() const { return bounded() && end - begin <= seconds_per_day; }
  /// Known to its day, or, where it is written with its time of day, to its hour.
  bool exact() const { return bounded() && !circa && end - begin <= (clock ? 3600 : seconds_per_day); }
  /// The last day or second inside.
  CivilSeconds last() const { return end <= begin ? begin : end - (clock ? 1 : seconds_per_day); }
};

/// The events that are shown, in order.
std::vector<Entry> entries_of(const Timeline& timeline);

/// The lanes of `entries` by first appearance, the empty one among them.
std::vector<std::string> lanes_of(const std::vector<Entry>& entries);

/// The title of the document on one line, or "Timeline".
std::string heading_of(const Timeline& timeline);

/// What its owner states around the timeline: subtitle, note and credit, one line each, `between` them; may be empty.
std::string about(const Timeline& timeline, std::string_view between);

/// What a form has no place for: "Not included, for lack of an exact date: before 8 Nov 2016: Inspectors find rust",
/// with `between` the head and each of `entries`; empty where there is none.
std::string not_included(const Timeline& timeline, const std::vector<Entry>& entries, std::string_view between);

/// `html` as a link to `address`, which is_link (timeline/entries/address.h); as it is where that is empty.
std::string html_link(std::string_view address, std::string html);

/// As ECMAScript reads a date: "2016-11-14", "2016-11-14T06:30:00", "-000043-03-15".
std::string script_date(CivilSeconds at, bool with_time);

/// `text` as HTML character data, fit for an attribute between double quotes too.
std::string html_text(std::string_view text);

/// `text` with each of the ASCII characters `from[i]` as the look-alike `to[i]`: for forms without an escape.
struct LookAlike {
  char from;
  std::string_view to;
};
std::string replaced(std::string_view text, std::span<const LookAlike> pairs);

}  // namespace annal::exports
