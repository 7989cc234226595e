// Read this second: values to an ordered, explained timeline, in one function.
//
//   Analysis -> events (event/) -> evidence (relation/) -> network, bounds, conflicts (graph/) -> Timeline
#pragma once

#include "core/analysis.h"
#include "core/lang/language.h"
#include "timeline/timeline.h"
#include "timeline/tlink/link_model.h"

namespace annal {

/// Builds the timeline of an analysed text. A function of its arguments alone.
Timeline build_timeline(Analysis analysis, const Language& language);
/// The same with other models of links, as those who train them need.
Timeline build_timeline(Analysis analysis, const Language& language, const LinkTables& models);

}  // namespace annal
