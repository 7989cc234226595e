// See combine.h.
#include "timeline/collection/combine.h"

#include <algorithm>
#include <utility>

#include "timeline/assemble.h"
#include "timeline/collection/accounts.h"
#include "timeline/collection/copies.h"
#include "timeline/collection/join.h"
#include "timeline/collection/merge.h"
#include "timeline/collection/same_happening.h"
#include "timeline/event/when.h"
#include "timeline/explain/stated_conflict.h"
#include "timeline/lanes.h"
#include "timeline/selection.h"
#include "timeline/sources.h"

namespace annal {
namespace {

/// Whether what a reader is told of the date can still be: the network may have given it up.
bool meets(const Event& event) {
  return event.when.frame != Frame::calendar || event.start.frame != Frame::calendar ||
         (event.when.interval.begin < std::max(event.end.latest, event.start.earliest + 1) &&
          event.start.earliest < event.when.interval.end);
}

/// Words the dates that the joined network has found or moved: of events that no time of the text dates and of which it
/// knows more than their documents did, and of those whose accounts differ. The others keep the words of their text.
void date_again(const std::vector<Bounds>& starts, const std::vector<Bounds>& ends, const std::vector<bool>& guessed,
                Timeline& timeline) {
  for (std::size_t e = 0; e < timeline.events.size(); ++e) {
    Event& event = timeline.events[e];
    const bool found = event.timexes.empty() && event.start.frame == Frame::calendar &&
                       (event.start.earliest > starts[e].earliest || event.end.latest < ends[e].latest);
    if (!found && event.accounts.empty() && meets(event)) continue;
    event.when = {};
    event.edtf.clear();
    event.precision = Granularity::none;
    event.certainty = 0;
    std::vector<std::uint32_t> timexes = std::exchange(event.timexes, {});
    say_when(event, timeline.timexes, TieKind::bare, Dct{});
    if (timexes.empty() && guessed[e]) mark_as_guess(event);
    event.timexes = std::move(timexes);
  }
}

}  // namespace

bool Collection::add(Timeline document) {
  const bool first = joined_.sources.empty();
  if (first) only_ = document;
  if (!append_document(std::move(document), joined_)) return false;
  if (!first) only_ = {};
  return true;
}

Timeline Collection::finish() && {
  if (joined_.sources.size() < 2) return std::move(only_);
  Timeline timeline = std::move(joined_);
  timeline.document.language = language_of(timeline.sources);

  // Take out what only repeats another document.
  leave_out_copies(timeline);

  // Find what several documents tell of one happening, and make it one event.
  merge_events(same_happenings(timeline), timeline);

  // Keep what they say of its date where they do not agree.
  tell_accounts(disagreements(timeline), timeline);

  // Solve one network of what all of them say.
  std::vector<Bounds> starts, ends;
  for (const Event& event : timeline.events) {
    starts.push_back(event.start);
    ends.push_back(event.end);
  }
  const std::vector<bool> guessed = order_events(timeline.timexes.size(), Dct{}, timeline);
  std::erase_if(timeline.conflicts,
                [&](const Conflict& conflict) { return !is_stated(conflict, timeline.evidence, timeline.timexes); });

  // Word the dates that it found.
  date_again(starts, ends, guessed, timeline);

  // Choose the events that are shown, and what groups them best.
  round_shares(timeline);
  select_events(timeline);
  choose_lanes(timeline);
  return timeline;
}

}  // namespace annal
