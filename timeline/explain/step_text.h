// Describes a step of a proof so that a reader can check it against the text: "e3 lies in t2", "t7 is 2016-11-13".
#pragma once

#include <string>
#include <string_view>

#include "timeline/explain/why.h"

namespace annal {

/// What a step claims. Where the same words and rule say more about the two ("lies in" is two bounds), all of it is
/// claimed. `network` must be that of `timeline`.
StepClaim claim_of(const ProofStep& step, const Timeline& timeline, const Network& network);

/// The claim in words: "e3 lies in t2".
std::string step_text(const StepClaim& claim, const Timeline& timeline);

/// "e3", "t2", "t0", "the calendar", "the open year".
std::string name_of(const Point& point);

/// A time in a frame: "2016-11-08", "2016-11-08T06:30:00", "XXXX-11-08", "3 days before t0". The calendar to the day
/// where it is the start of one.
std::string time_text(CivilSeconds at, Frame frame);

/// Returns words on one line: line breaks and other ASCII control characters become spaces.
std::string on_one_line(std::string_view words);

/// "2 days", "90 minutes", "1 second": the largest unit that divides it.
std::string length_text(CivilSeconds seconds);

/// When an event begins, as far as is known: "on 2016-11-08", "between 2016-11-08 and 2016-11-13", "by 2016-11-13".
std::string when_text(const Bounds& bounds);

}  // namespace annal
