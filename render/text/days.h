// The output of `annal days`: the days that matter most in order of time, each with what tells it best.
#pragma once

#include <span>
#include <string>

#include "render/encode/json_layout.h"
#include "render/render_options.h"
#include "timeline/collection/day_ranking.h"
#include "timeline/timeline.h"

namespace annal {

/// Columns: the day, its rank, how many documents tell of it, the sentences, each with its document where there are
/// several. Lines of at most `width` cells.
///
///   ranked   the weightiest first, as rank_days returns them
std::string to_days_text(const Timeline& timeline, std::span<const RankedDay> ranked, const RenderOptions& options);

/// The same for programs: {"schema": "annal-days/2", "version": 2, "generator", "documents": [{"id"?, "title"?}],
/// "days": [{"day", "rank", "weight", "documents": [index], "sentences": [{"document": index, "span", "text"}]}]} in
/// order of time. Spans count from the front of the document; the text has no line breaks.
std::string to_days_json(const Timeline& timeline, std::span<const RankedDay> ranked, JsonLayout layout);

}  // namespace annal
