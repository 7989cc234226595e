#include "reader/html/parser/dom.h"

namespace annal::html {

void Dom::insert(NodeId child, NodeId parent, NodeId before) {
  DomNode& node = nodes[child];
  node.parent = parent;
  node.next = before;
  node.previous = before == no_node ? nodes[parent].last : nodes[before].previous;
  (node.previous == no_node ? nodes[parent].first : nodes[node.previous].next) = child;
  (before == no_node ? nodes[parent].last : nodes[before].previous) = child;
}

void Dom::detach(NodeId child) {
  DomNode& node = nodes[child];
  if (node.parent == no_node) return;
  (node.previous == no_node ? nodes[node.parent].first : nodes[node.previous].next) = node.next;
  (node.next == no_node ? nodes[node.parent].last : nodes[node.next].previous) = node.previous;
  node.parent = node.previous = node.next = no_node;
}

void Dom::move_children(NodeId from, NodeId to) {
  for (NodeId child = nodes[from].first; child != no_node;) {
    const NodeId next = nodes[child].next;
    detach(child);
    insert(child, to, no_node);
    child = next;
  }
}

const DomAttribute* Dom::find_attribute(NodeId element, std::string_view name) const {
  for (std::uint32_t i = nodes[element].attribute; i != no_attribute; i = attributes[i].next)
    if (attributes[i].name == name) return &attributes[i];
  return nullptr;
}

}  // namespace annal::html
