// The list of active formatting elements: <b>, <a>, <font> and their kind that were opened and never closed, which a
// page opens again in each paragraph that follows. Markers keep apart what is inside a cell, a caption or an object.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "reader/html/parser/dom.h"

namespace annal::html {

class ActiveFormatting {
 public:
  explicit ActiveFormatting(Dom& dom) : dom_(dom) {}

  static constexpr NodeId marker = no_node;

  bool empty() const { return list_.empty(); }
  std::size_t size() const { return list_.size(); }
  NodeId operator[](std::size_t i) const { return list_[i].node; }

  /// Adds `node`. Of more than three alike since the last marker, in tag and attributes, the first goes.
  void push(NodeId node);
  void push_marker() { list_.push_back({marker, 0}); }
  /// Drops all up to and with the last marker.
  void clear_to_marker();
  void erase(NodeId node);
  /// Puts `node`, alike to an element that was in the list with `hash`, at place `i`.
  void insert(std::size_t i, NodeId node, std::uint64_t hash);
  std::uint64_t hash(std::size_t i) const { return list_[i].hash; }
  void replace(std::size_t i, NodeId node);
  /// The place of `node`, which is in the list.
  std::size_t place_of(NodeId node) const;
  /// The last element of this tag since the last marker; no_node where there is none.
  NodeId find(Tag tag) const;

 private:
  struct Entry {
    NodeId node;
    std::uint64_t hash;  ///< of tag and attributes, whatever their order
  };
  std::uint64_t hash_of(NodeId node) const;
  Dom& dom_;
  std::vector<Entry> list_;
};

}  // namespace annal::html
