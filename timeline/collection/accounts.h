// Where documents disagree on when something was: "3 May (Herald, Times) · 4 May (Post)". Both are kept. A wrong
// disagreement blames an author for our misreading, so two events count as one happening told with two dates only
// where nothing but the date speaks against it.
#pragma once

#include <vector>

#include "timeline/collection/merge.h"
#include "timeline/timeline.h"

namespace annal {

/// Groups of events of different documents that tell of one happening with dates that cannot both be true. All of this
/// holds of two events of a group:
///
///   date        each is told as a fact and dated by a time expression of its own, to the day, to the month or to the
///               year; the two are near each other, or differ by a month or a year alone; not only
///               the days of writing tell them apart
///   happening   one deed (deed.h), of what does not come again soon; who acts and whom it is done to agree and are
///               definite, or in one of the two told as new (agreement.h), and so do numbers, names, places and what
///               says which of several it is
///   story       their documents tell of one matter, and none of them tells of both dates
std::vector<EventGroup> disagreements(const Timeline& timeline);

/// Makes one event of each group of `disagreements`, with an account for each date. All that is evidence of its date
/// then is that it lies within the span of the accounts.
void tell_accounts(const std::vector<EventGroup>& groups, Timeline& timeline);

}  // namespace annal
