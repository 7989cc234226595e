// Trees of small pages, and what remains of them.
#pragma once

#include <catch2/catch.hpp>

#include <string>

#include "reader/html/title.h"
#include "reader/html/tree.h"

namespace annal::test {

/// `html` must outlive the tree.
inline PageTree tree_of(const std::string& html) {
  auto tree = PageTree::parse(html);
  REQUIRE(tree.has_value());
  tree->measure();
  return std::move(*tree);
}

/// The first element of that tag; 0 where there is none.
inline std::uint32_t first_of(const PageTree& tree, Tag tag) {
  const auto& nodes = tree.nodes();
  for (std::uint32_t i = 1; i < nodes.size(); ++i) {
    if (nodes[i].element && nodes[i].tag == tag) return i;
  }
  return 0;
}

/// The texts that are not dropped, with a blank between, white space made single.
inline std::string kept_text(const PageTree& tree) {
  std::string out;
  for (std::uint32_t i = 1; i < tree.nodes().size(); ++i) {
    if (!tree.nodes()[i].dropped) out += std::string(tree.own_text(i)) + ' ';
  }
  return single_spaced(out);
}

}  // namespace annal::test
