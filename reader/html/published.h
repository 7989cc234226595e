// Finds the publication date of a page from everything that it states: structured data first, then visible text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/document.h"
#include "reader/html/tree.h"

namespace annal {

/// A candidate, and what its words say of it beside.
struct StatedDay {
  DctCandidate candidate;
  bool utc = false;  ///< its time is UTC's, so its day may be the one before or after where it was written
};

/// Returns the dates that a page states for itself, most trusted first, with one entry per date and source. Publication
/// comes before change. Each has its reason ("JSON-LD datePublished", "the URL's path"). Linear in the page.
std::vector<DctCandidate> published_candidates(const PageTree& tree, std::string_view url);

/// The same of JSON-LD alone, whole or broken. `reason` is left to the keys that were found.
std::vector<StatedDay> json_ld_candidates(std::string_view json, bool month_first);

/// One candidate of a day written in `text`, nullopt where there is none.
std::optional<StatedDay> candidate_of(std::string_view text, double trust, bool changed, std::string reason,
                                      bool month_first);

}  // namespace annal
