// Which relations of a timeline are claims. A model also finds relations that are likely, but less surely than evidence
// must be: they are trusted less than any rule, take no part in the network, and stand in annotations (TimeML) alone.
#pragma once

#include <algorithm>
#include <iterator>
#include <vector>

#include "timeline/timeline.h"

namespace annal {

/// The trust from which a relation is a claim.
inline constexpr double least_claimed = 0.3;

inline bool is_claim(const Relation& relation) { return relation.trust >= least_claimed; }

inline std::vector<Relation> claims_of(const std::vector<Relation>& relations) {
  std::vector<Relation> claims;
  std::copy_if(relations.begin(), relations.end(), std::back_inserter(claims), is_claim);
  return claims;
}

}  // namespace annal
