// What the picture of the asserted order shows, before anyone draws it: which events and time expressions, and which of
// them came before which. No Graphviz here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "render/graph/graph.h"

namespace annal {

struct GraphNode {
  Entity entity;                       ///< of a time expression: the first with its value
  std::vector<std::uint32_t> timexes;  ///< of a time expression: all those with its value
};

/// How we know that one thing came before another, or lies in it.
enum class GraphLine : std::uint8_t {
  stated,    ///< the text says so
  tense,     ///< the tense of a verb says so
  inferred,  ///< follows from others, those not drawn among them
  calendar,  ///< two times on the calendar
  within,    ///< the event lies in the time
  beside,    ///< at the same time, or one in the other
  guide,     ///< not drawn; holds what lies in one time above the next
};

struct GraphEdge {
  std::size_t from = 0, to = 0;  ///< indices into GraphModel::nodes
  GraphLine line = GraphLine::stated;
  std::string rule;
  Span words;              ///< that say so, or empty
  bool ranked = true;      ///< `to` is drawn below `from`
  std::size_t length = 1;  ///< ranks between them, at least
};

struct GraphModel {
  std::vector<GraphNode> nodes;  ///< events, then time expressions, each in order of place, then the document
  std::vector<GraphEdge> edges;  ///< without cycles, but for `beside`; the drawn order is transitively reduced
  std::size_t events = 0;  ///< how many events the options ask for; more than are among the nodes where the limit cut
  std::size_t times_left_out = 0;  ///< time expressions beyond the first twelve values of an event that is drawn
};

GraphModel graph_model(const Timeline& timeline, const RenderOptions& options);

}  // namespace annal
