// From the texts of a request to their timeline, for whoever wants more of it than one format.
#pragma once

#include <string>
#include <vector>

#include "api/request.h"
#include "core/analysis.h"
#include "core/result.h"
#include "timeline/edits/edits.h"
#include "timeline/timeline.h"

namespace annal::api {

struct Built {
  Timeline timeline;
  std::vector<EditProblem> problems;  ///< of the edits
  std::vector<std::string> faults;    ///< a line for each of several documents that cannot be read
};

/// The timeline of the texts of `request`, which it takes, with the edits and the selection that it states.
///
///   errors   as read_articles of the only document; unreadable: none of several can be read
Result<Built> build(Request& request);

/// The time expressions of the only text of `request`, which it takes. Errors: as read_article; usage: several texts.
Result<Analysis> analyse(Request& request);

}  // namespace annal::api
