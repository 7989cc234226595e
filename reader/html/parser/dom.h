// The tree of a page while it is built: nodes linked by index, with text and attributes in pools. Indices stay valid
// when nodes move, and nothing recurses: freeing the tree frees a few vectors.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "reader/html/parser/tag.h"

namespace annal::html {

using NodeId = std::uint32_t;
inline constexpr NodeId no_node = UINT32_MAX;
inline constexpr std::uint32_t no_attribute = UINT32_MAX;

enum class NodeKind : std::uint8_t { element, text, document };

struct DomAttribute {
  std::string_view name;  ///< in small letters
  std::string_view value;
  std::uint32_t next = no_attribute;  ///< of the same element
};

struct DomNode {
  NodeKind kind = NodeKind::element;
  Tag tag = Tag::unknown;
  Namespace space = Namespace::html;
  bool open = false;              ///< in the stack of open elements
  bool active = false;            ///< in the list of active formatting elements
  bool html_integration = false;  ///< MathML's annotation-xml that holds HTML
  NodeId parent = no_node, first = no_node, last = no_node, previous = no_node, next = no_node;
  std::uint32_t attribute = no_attribute;      ///< first of an element
  std::uint32_t text_begin = 0, text_end = 0;  ///< of a text: its place in Dom::text
  std::string_view name;                       ///< of an element of an unknown tag
};

/// From byte `text` of the pool on, the source is at `source` and goes along with it.
struct TextRun {
  std::uint32_t text;
  std::uint32_t source;
};

struct Dom {
  Dom() : nodes(1) { nodes.front().kind = NodeKind::document; }

  std::vector<DomNode> nodes;  ///< node 0 is the document
  std::vector<DomAttribute> attributes;
  std::string text;                 ///< of all texts, decoded, in the order of the source
  std::vector<TextRun> runs;        ///< of `text`
  std::deque<std::string> strings;  ///< what views of names and values may point into, beside the page itself

  /// Puts `child`, which has no parent, before `before` among the children of `parent`; last where that is no_node.
  void insert(NodeId child, NodeId parent, NodeId before);
  /// Takes `child` out of its parent, with all that is in it.
  void detach(NodeId child);
  /// Moves all children of `from` to the end of those of `to`. Linear in the children.
  void move_children(NodeId from, NodeId to);
  /// The attribute `name` of an element; null where it has none.
  const DomAttribute* find_attribute(NodeId element, std::string_view name) const;
};

}  // namespace annal::html
