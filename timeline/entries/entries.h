// A timeline of dates and titles that a person made: in a table or in JSON, outside any article. Each entry becomes an
// event exactly as it is titled, at the date that it states; nothing is found, left out or put in another order.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/lang/language.h"
#include "core/result.h"
#include "timeline/timeline.h"

namespace annal {

/// One row, as it is written.
struct Entry {
  std::string place;      ///< what messages call its date: "x.csv:5: date"
  std::string end_place;  ///< the same of its end
  std::string date, end;  ///< in any wording of stated_date.h; an end without a date is that of an unknown start
  std::string title;
  Status status = Status::fact;
  std::string source, lane, colour, note, link, image;  ///< checked by the reader
  Visibility visibility = Visibility::shown;
  bool once = false;  ///< a range of dates is the time within which it happened, not how long it was
};

struct Entries {
  Presentation presentation;  ///< `language` is that of the entries, if they state it
  std::string id;
  std::vector<Entry> entries;
  std::vector<std::string> warnings;  ///< what the reader left out
};

/// What the user states about them.
struct EntryOptions {
  const Language* language = nullptr;  ///< null: stated by the entries, else detected
  Dct dct = {};                        ///< what "last week" counts from
};

/// The timeline of `entries`. Its text has a line for each: "14 Nov 2016: Putin calls Trump", whose date is evidence
/// for the event. Entries without a date stand where the list has them, which claims no order.
///
///   errors   those of read_stated_date, with the place; usage: an end before its start
Result<Timeline> make_timeline(Entries entries, const EntryOptions& options);

}  // namespace annal
