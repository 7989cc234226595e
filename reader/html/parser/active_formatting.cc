// Attributes are compared by a hash of them, so that a page of tags with a thousand attributes each is no slower. Two
// different tags of one hash would at worst count as alike, which leaves one of four out.
#include "reader/html/parser/active_formatting.h"

namespace annal::html {
namespace {

std::uint64_t hashed(std::string_view text, std::uint64_t hash = 0xCBF29CE484222325) {  // FNV-1a
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return (hash ^ 0x100) * 0x100000001B3;  // where a text ends counts too
}

}  // namespace

std::uint64_t ActiveFormatting::hash_of(NodeId node) const {
  const DomNode& element = dom_.nodes[node];
  std::uint64_t sum = static_cast<std::uint64_t>(element.tag);
  for (std::uint32_t i = element.attribute; i != no_attribute; i = dom_.attributes[i].next)
    sum += hashed(dom_.attributes[i].value, hashed(dom_.attributes[i].name));
  return sum;
}

void ActiveFormatting::push(NodeId node) {
  const std::uint64_t hash = hash_of(node);
  std::size_t alike = 0, first = 0;
  for (std::size_t i = list_.size(); i-- > 0 && list_[i].node != marker;) {
    if (list_[i].hash != hash) continue;
    ++alike;
    first = i;
  }
  if (alike >= 3) {
    dom_.nodes[list_[first].node].active = false;
    list_.erase(list_.begin() + static_cast<std::ptrdiff_t>(first));
  }
  dom_.nodes[node].active = true;
  list_.push_back({node, hash});
}

void ActiveFormatting::clear_to_marker() {
  while (!list_.empty()) {
    const NodeId node = list_.back().node;
    list_.pop_back();
    if (node == marker) return;
    dom_.nodes[node].active = false;
  }
}

std::size_t ActiveFormatting::place_of(NodeId node) const {
  std::size_t i = list_.size() - 1;
  while (i > 0 && list_[i].node != node) --i;
  return i;
}

void ActiveFormatting::erase(NodeId node) {
  if (!dom_.nodes[node].active) return;
  dom_.nodes[node].active = false;
  list_.erase(list_.begin() + static_cast<std::ptrdiff_t>(place_of(node)));
}

void ActiveFormatting::insert(std::size_t i, NodeId node, std::uint64_t hash) {
  dom_.nodes[node].active = true;
  list_.insert(list_.begin() + static_cast<std::ptrdiff_t>(i), {node, hash});
}

void ActiveFormatting::replace(std::size_t i, NodeId node) {
  dom_.nodes[list_[i].node].active = false;
  dom_.nodes[node].active = true;
  list_[i].node = node;
}

NodeId ActiveFormatting::find(Tag tag) const {
  for (std::size_t i = list_.size(); i-- > 0 && list_[i].node != marker;)
    if (dom_.nodes[list_[i].node].tag == tag) return list_[i].node;
  return no_node;
}

}  // namespace annal::html
