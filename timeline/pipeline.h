// Read this second: an analysed text in, its ordered and explained timeline out.
//
//   Analysis -> events (event/) -> evidence (tlink/) -> bounds, order, conflicts (network/) -> Timeline (timeline.h)
#pragma once

#include "core/analysis.h"
#include "core/lang/language.h"
#include "timeline/timeline.h"
#include "timeline/tlink/tlink_model.h"

namespace annal {

/// Builds the timeline of an analysed text. The result depends only on the arguments.
Timeline build_timeline(Analysis analysis, const Language& language);
/// The same with other relation models; training needs this.
Timeline build_timeline(Analysis analysis, const Language& language, const TLinkTables& models);

}  // namespace annal
