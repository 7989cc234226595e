// The graph of the asserted order, drawn by Graphviz: events as rounded boxes, the time expressions that date them as
// small boxes, an arrow from what came before to what came after, its line saying how we know. Transitively reduced and
// bounded in size, because dot neither scales nor can be stopped: a picture of more than some 200 boxes is none. This
// is the only part that knows Graphviz, whose state is global: one mutex for the process.
#pragma once

#include <string>

#include "core/result.h"
#include "render/render_options.h"
#include "timeline/timeline.h"

namespace annal {

/// The graph in the DOT language, as `dot` reads it. Empty graphs are valid. out_of_range where cgraph refuses.
Result<std::string> to_dot(const Timeline& timeline, const RenderOptions& options = {});

/// The graph laid out, as an SVG document without outside references. Takes less than a second whatever the timeline
/// holds. Safe to call from several threads, which wait for each other. out_of_range where Graphviz refuses, with its
/// words.
Result<std::string> to_graph_svg(const Timeline& timeline, const RenderOptions& options = {});

}  // namespace annal
