// The output of `annal order`: the order of the events as a table, with what is not known of it marked.
#pragma once

#include <optional>
#include <string>

#include "render/encode/json_layout.h"
#include "render/render_options.h"
#include "timeline/timeline.h"

namespace annal {

/// The evidence that says most about when event `event` was: not set aside, resting on words, the most trusted (then
/// stated before signals before tense before narrative order, then by place). An index into Timeline::evidence; nullopt
/// where there is none.
std::optional<std::size_t> strongest_evidence(const Timeline& timeline, std::size_t event);

/// Columns: a mark of what is not known of its place (gutter.h), id, date words, title, the words that say so. Lines of
/// at most `width` cells; only events that are shown.
std::string to_order_text(const Timeline& timeline, const RenderOptions& options = {});

/// The same for programs, with every event: {"schema": "annal-order/2", "version": 2, "generator", "documents":
/// [{"id"?, "title"?}], "events": [{"id", "position", "rank", "precedes", "when"?, "title", "factuality", "salience",
/// "start", "end", "evidence"?: {"kind", "rule"?, "trust", "text", "span"}}]} in order; "start", "end" and spans as in
/// the JSON timeline.
std::string to_order_json(const Timeline& timeline, JsonLayout layout = JsonLayout::line);

}  // namespace annal
