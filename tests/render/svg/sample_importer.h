// Reads a hand-made timeline in JSON, so that the picture can be judged without the stages before it.
//
//   {"title", "documentCreationTime": "2016-11-28", "events": [{"id", "kind": "instant" | "span" | "undated", "title",
//   "lane",
//    "start", "end": ISO 8601 local time, both inclusive, "precision", "edtf", "certainty", "source"}],
//    "relations": [{"from", "to", "type": TimeML relType, "source"}]}
#pragma once

#include <string>

#include "render/view/timeline_view.h"

namespace annal::svg {

/// The rows of the sample `json`, in order of time. Throws std::runtime_error where it is not of that form.
view::TimelineView import_sample(const std::string& json);

}  // namespace annal::svg
