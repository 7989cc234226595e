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
///   date        each is dated by a time expression whose own words, or whose document's stated day of writing, fix it;
///   both
///               to the day, or both to the month, or both to the year; and they are near each other
///   happening   the same head word; the same one who acts and whom it is done to, in names where there are names, with
///               one name or two shared content words at least; no number, name or place that only differs
///   story       what is told twice in one document with both dates is two happenings; so is what comes again (a word
///               of repetition, or several dates for it in one document)
std::vector<EventGroup> disagreements(const Timeline& timeline);

/// The rule of the evidence that an event lies within all accounts of it.
inline constexpr const char* rule_accounts = "accounts";

/// Makes one event of each group of `disagreements`, with an account for each date. All that is evidence of its date
/// then is that it lies within the span of the accounts.
void tell_accounts(const std::vector<EventGroup>& groups, Timeline& timeline);

}  // namespace annal
