// Stories: which documents of a collection tell of one matter. Inside a story the same verb mostly tells of the same
// happening; across two earthquakes or two trials it does not.
#pragma once

#include <cstdint>
#include <vector>

#include "timeline/collection/average_link.h"
#include "timeline/collection/content_words.h"

namespace annal {

/// The documents of a collection by the matter that they tell of.
class Stories {
 public:
  /// With `one`, all documents are known to tell of one matter.
  explicit Stories(const ContentWords& words, bool one = false);

  /// The number of the story of a document; documents of one story have the same.
  std::uint32_t of(std::size_t document) const { return story_[document]; }
  /// How alike two documents are, in hundredths: their cosine over how alike each is to those nearest to it (local
  /// scaling, Zelnik-Manor and Perona 2004), so that documents on two matters of one kind are less alike than those on
  /// one. 0 where they share little.
  std::int32_t likeness(std::uint32_t a, std::uint32_t b) const;

 private:
  std::vector<std::uint32_t> story_;
  std::vector<Likeness> pairs_;  ///< ascending by (a, b)
};

}  // namespace annal
