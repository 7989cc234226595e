// The days that matter most in a collection, and the sentences that tell best what happened on each.
//
//   tellings ─ votes of documents ─▶ days by weight ─▶ of each, the sentences most like what the other documents tell
//
// A document gives a day one vote, for the best of its sentences that tell of it. The vote is greater the later the
// document looks back to the day, and where it is a chronology, whose author chose the days; and greater for a sentence
// about whom the collection is about, and for one in front of its document; and least for a sentence that denies what
// it dates to the day. The day a document was written on is worth a little by itself. Where many documents were written
// in few weeks, each of them says less of a day.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "timeline/collection/day_sentences.h"
#include "timeline/timeline.h"

namespace annal {

struct RankedDay {
  std::int64_t day = 0;  ///< days since 1970-01-01
  double weight = 0;
  std::vector<std::uint32_t> sources;  ///< the documents that tell of it, ascending; of one document, 0
  std::vector<DaySentence> sentences;  ///< the best first, each once
};

struct DayOptions {
  std::optional<std::string> about =
      {};  ///< only what sentences tell of events that it takes part in (timeline/about.h)
  std::optional<CivilSeconds> from = {}, to = {};  ///< only days that begin at or after `from` and before `to`
  std::size_t days = 10;                           ///< at most so many
  std::size_t sentences = 1;                       ///< of each day, at most so many
};

/// The days of the greatest weight, of equals the earlier ones, the weightiest first. Depends on the timeline alone.
std::vector<RankedDay> rank_days(const Timeline& timeline, const DayOptions& options);

}  // namespace annal
