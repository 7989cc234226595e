// A date as a person states it for an event, outside any article: in an edit, in a table of dates and titles, in JSON
// made by hand.
#pragma once

#include <optional>
#include <string_view>

#include "core/lang/language.h"
#include "core/result.h"
#include "core/text/document.h"
#include "timeline/timeline.h"

namespace annal {

/// When an event happened: some time within `window`, or, where it `lasts`, from the first instant of it to the last.
struct StatedDate {
  Interval window;                ///< half-open, in `frame`; a side is unbounded with "before" or "since"
  Frame frame = Frame::calendar;  ///< open_year where the wording names no year and nothing else does
  bool lasts = false;             ///< "from 3 to 5 May 2016": it filled all of the window
  bool range = false;             ///< two dates are told: "from 3 to 5 May 2016", "3–5 May 2016", "2014/2016"
  bool between = false;           ///< a range that says so: "between 3 and 5 May 2016", once on one of these days
  DateLabel label;                ///< for a reader
  std::string edtf;               ///< ISO 8601-2; empty in the open year
  Granularity precision = Granularity::none;  ///< of the date told
};

/// Reads `wording`: whatever `annal dates` understands as one date or one range of two ("14 Nov 2016", "last week"
/// beside a known `dct`, "c. 1870", "before May 2010", "from 3 to 5 May 2016"), or EDTF (ISO 8601-2: "2016-11",
/// "2014/2016", "../2010", "2016-11-14?"). Only "from … to …" says that it lasted; any other range is the time within
/// which it happened. What `language` cannot read is read in English, and then in the other
/// languages, if all that can read it agree.
///
///   errors   usage: no date, more than one, or words beside it that are no part of a date; a range that ends before it
///            begins; a date that counts from another of a text ("two days later"); a year and two digits that may be a
///            season of EDTF or a range ("2014-22"); one clear line
Result<StatedDate> read_stated_date(std::string_view wording, const Language& language, const Dct& dct);

/// The date that EDTF alone states: "2014-22" is the summer of 2014. Returns nullopt for anything else.
std::optional<StatedDate> read_stated_edtf(std::string_view edtf);

}  // namespace annal
