// What an assistant or a script is told of a timeline: JSON with what a reader needs to cite it, and without its
// inside, which the full JSON holds (render/json.h). The texts are not repeated, but for the sentences that tell of
// events. What is not known is absent, and `notes` say what stays open. docs/api.md describes the members.
#pragma once

#include <string>

#include "api/built.h"
#include "timeline/explain/why.h"
#include "timeline/timeline.h"

namespace annal::api {

/// The events that are shown, in the most likely order, with their dates and sentences; contradictions; notes.
std::string brief_timeline(const Built& built);

/// The time expressions with their values.
std::string brief_dates(const Analysis& analysis);

/// The verdict on two events, both with their sentences, and the proof as text.
std::string brief_proof(const Proof& proof, const Timeline& timeline);

}  // namespace annal::api
