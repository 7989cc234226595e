// The graph of the asserted order, drawn by Graphviz: events as rounded boxes, the time expressions that date them as
// small boxes, an arrow from what came before to what came after, its line saying how we know. Transitively reduced and
// bounded in size, because dot neither scales nor can be stopped: a picture of more than some 200 boxes is none. This
// is the only part that knows Graphviz, whose state is global: one mutex for the process.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/result.h"
#include "timeline/timeline.h"

namespace annal {

struct GraphOptions {
  bool all = false;            ///< every event, else those at least as salient as the threshold
  bool left_to_right = false;  ///< time runs to the right, else downwards
  std::vector<std::uint32_t> only =
      {};                        ///< these events alone, ascending, whatever their salience; empty: no such limit
  std::size_t most_nodes = 200;  ///< above it the most salient events are drawn, and the graph's label says so
};

/// The graph in the DOT language, as `dot` reads it. Empty graphs are valid. out_of_range where cgraph refuses.
Result<std::string> to_dot(const Timeline& timeline, const GraphOptions& options = {});

/// The graph laid out, as an SVG document without outside references. Takes less than a second whatever the timeline
/// holds. Safe to call from several threads, which wait for each other. out_of_range where Graphviz refuses, with its
/// words.
Result<std::string> to_graph_svg(const Timeline& timeline, const GraphOptions& options = {});

}  // namespace annal
