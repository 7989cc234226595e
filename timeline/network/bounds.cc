#include "timeline/network/bounds.h"

#include <boost/graph/dijkstra_shortest_paths_no_color_map.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <functional>

namespace annal::graph {
namespace {

struct Holds {
  const ConsistentGraph* network = nullptr;
  bool operator()(EdgeOf edge) const { return network->holds(network->graph[edge]); }
};

/// Dijkstra over `view`, whose edges stand for the edges `original(e)` of the network. Distances are reduced ones.
template <class View, class Original>
std::vector<Weight> reduced_distances(const View& view, const ConsistentGraph& network, Vertex root,
                                      Original original) {
  std::vector<Weight> distance(num_vertices(network.graph), unreachable);
  const auto& potential = network.potential;
  const auto slack = [&, original](const auto& e) {
    const EdgeOf edge = original(e);
    return potential[source(edge, network.graph)] + network.graph[edge].weight() -
           potential[target(edge, network.graph)];
  };
  using Edge = typename boost::graph_traits<View>::edge_descriptor;
  boost::dijkstra_shortest_paths_no_color_map(
      view, root,
      boost::weight_map(boost::function_property_map<decltype(slack), Edge, Weight>(slack))
          .distance_map(boost::make_iterator_property_map(distance.begin(), get(boost::vertex_index, network.graph)))
          .vertex_index_map(get(boost::vertex_index, network.graph))
          .distance_compare(std::less<>())
          .distance_combine([](Weight a, Weight b) { return a < unreachable ? a + b : a; })
          .distance_inf(unreachable)
          .distance_zero(Weight{}));
  return distance;
}

}  // namespace

std::vector<Weight> at_most_after(const ConsistentGraph& network, Vertex root) {
  const boost::filtered_graph<ConstraintGraph, Holds> view(network.graph, Holds{&network});
  auto distance = reduced_distances(view, network, root, [](EdgeOf edge) { return edge; });
  for (Vertex v = 0; v < distance.size(); ++v)
    if (distance[v] < unreachable) distance[v] = distance[v] + network.potential[v] - network.potential[root];
  return distance;
}

std::vector<Weight> at_most_before(const ConsistentGraph& network, Vertex root) {
  const boost::filtered_graph<ConstraintGraph, Holds> filtered(network.graph, Holds{&network});
  const auto view = boost::make_reverse_graph(filtered);
  auto distance =
      reduced_distances(view, network, root, [&](const auto& edge) { return get(boost::edge_underlying, view, edge); });
  for (Vertex v = 0; v < distance.size(); ++v)
    if (distance[v] < unreachable) distance[v] = distance[v] + network.potential[root] - network.potential[v];
  return distance;
}

Bounds first_second(const PointRange& range, annal::Frame frame) {
  Bounds bounds{unbounded_past, unbounded_future, frame};
  if (range.has_earliest()) bounds.earliest = -range.before.seconds;
  // Strictly before an instant: its second is out. Not strictly: the second that begins there is the last that can be.
  if (range.has_latest()) bounds.latest = range.after.seconds + (range.after.instants < 0 ? 0 : 1);
  return bounds;
}

Bounds last_second(const PointRange& range, annal::Frame frame) {
  Bounds bounds{unbounded_past, unbounded_future, frame};
  if (range.has_earliest()) bounds.earliest = -range.before.seconds - (range.before.instants < 0 ? 0 : 1);
  if (range.has_latest()) bounds.latest = range.after.seconds;
  return bounds;
}

}  // namespace annal::graph
