// Many documents, one timeline: what several of them tell is one event with all its mentions, one network orders what
// all of them say, and where two disagree on a date both are kept.
//
//   timelines of documents -> joined (join.h) -> without copies (copies.h) -> one event for one happening -> accounts
//   -> network -> order, selection
#pragma once

#include <cstddef>

#include "timeline/timeline.h"

namespace annal {

/// Gathers the timelines of documents. Keeps of each what a timeline of many can use, so that its size grows with the
/// texts and their salient events alone.
class Collection {
 public:
  /// Takes the timeline of a document, or of several, as the next of the collection. False where it has no room: the
  /// texts together are larger than 4 GiB; then it is not taken.
  bool add(Timeline document);
  /// How many documents there are.
  std::size_t size() const { return joined_.sources.size(); }
  /// The timeline of all, in order of time. Of one document alone, its own timeline as it was added. Depends only on
  /// what was added, in that order.
  Timeline finish() &&;

 private:
  Timeline joined_;
  Timeline only_;  ///< the first, as long as it is alone
};

}  // namespace annal
