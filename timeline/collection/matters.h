// Which documents of a collection tell of one matter, two by two. Stories (stories.h) divide all of them at once; what
// two have in common by themselves holds whatever others tell.
#pragma once

#include <cstdint>
#include <vector>

#include "timeline/collection/content_words.h"
#include "timeline/collection/stories.h"
#include "timeline/timeline.h"

namespace annal {

/// What the documents of a timeline of several are about.
class Matters {
 public:
  explicit Matters(const Timeline& timeline);

  /// Whether two documents are of one story.
  bool are_one(std::size_t a, std::size_t b) const { return stories_.of(a) == stories_.of(b); }
  /// Whether two documents would be one story if there were no others: they share a name that not most have, and a part
  /// of their words.
  bool are_near(std::size_t a, std::size_t b) const;
  /// Whether two documents name the same, or tell of one dated happening.
  bool meet(std::size_t a, std::size_t b) const;

 private:
  double square_of(const std::vector<std::uint32_t>& content) const;

  ContentWords words_;
  Stories stories_;
  std::vector<Span> documents_;
  std::vector<std::vector<std::uint32_t>> names_;       ///< of each document, ascending
  std::vector<std::vector<std::uint32_t>> happenings_;  ///< the dated events of each document, ascending
};

}  // namespace annal
