// What a reader is told of the documents of a timeline of several: which tell of an event, and where they disagree.
#pragma once

#include <string>
#include <vector>

#include "core/lang/labels.h"
#include "timeline/timeline.h"

namespace annal::labels {

/// Short names of the documents of one timeline. All of them are empty where it is of one document.
class SourceNames {
 public:
  /// `timeline` outlives this.
  explicit SourceNames(const Timeline& timeline);

  /// "herald" of "news/herald.txt"; the whole id where two documents have one short name; "#3" without an id.
  const std::string& name(std::size_t document) const { return names_[document]; }
  /// The documents that mention `event`: "herald, post, times"; of more than five the first four and how many others:
  /// "… +12".
  std::string of(const Event& event) const;
  /// The date of `event` in words; where documents disagree, each date with those that state it: "3 May 2016 (herald,
  /// times) · 4 May 2016 (post)".
  std::string date(const Event& event, const Labels& labels) const;
  /// The documents that state `account` of `event`.
  std::string of(const Event& event, const Account& account) const;

 private:
  std::string joined(std::vector<std::uint32_t> documents) const;

  const Timeline& timeline_;
  std::vector<std::string> names_;
};

}  // namespace annal::labels
