// The tree of a page on one line, as tests and tests/web/tree_test.mjs write it: "p[id=a](one b(two))".
#pragma once

#include <array>
#include <string>

#include "reader/html/parser/dom.h"

namespace annal::html {

/// The children of `node`: texts as they are, elements as name, attributes in square brackets, content in parentheses.
inline std::string written(const Dom& dom, NodeId node) {
  static constexpr std::array tag_names = {
#define ANNAL_TAG(name, text) text,
      ANNAL_TAGS(ANNAL_TAG)
#undef ANNAL_TAG
  };
  std::string out;
  for (NodeId child = dom.nodes[node].first; child != no_node; child = dom.nodes[child].next) {
    const DomNode& at = dom.nodes[child];
    if (at.kind == NodeKind::text) {
      out += dom.text.substr(at.text_begin, at.text_end - at.text_begin);
      continue;
    }
    out += at.tag == Tag::unknown ? std::string(at.name) : tag_names[static_cast<std::size_t>(at.tag)];
    for (std::uint32_t i = at.attribute; i != no_attribute; i = dom.attributes[i].next)
      out += "[" + std::string(dom.attributes[i].name) + "=" + std::string(dom.attributes[i].value) + "]";
    out += "(" + written(dom, child) + ")";
  }
  return out;
}

}  // namespace annal::html
