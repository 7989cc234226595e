// The stack of open elements, and the questions that parsing asks of it: is an element in scope, which is the nearest.
// Each costs a walk down the stack, so the time of a page is tags times depth, and the depth is bounded.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/html/parser/dom.h"

namespace annal::html {

/// The elements that a search for an open element does not pass (HTML standard, "has an element in the specific
/// scope").
enum class Scope { any, list_item, button, table, select };

class OpenElements {
 public:
  explicit OpenElements(Dom& dom) : dom_(dom) {}

  bool empty() const { return stack_.empty(); }
  std::size_t size() const { return stack_.size(); }
  NodeId operator[](std::size_t i) const { return stack_[i]; }
  NodeId top() const { return stack_.back(); }
  const DomNode& top_node() const { return dom_.nodes[stack_.back()]; }

  void push(NodeId node);
  void pop();
  /// Pops down to the size `size`.
  void shrink(std::size_t size);
  /// Puts `node` at place `i`, what stands there and above one up.
  void insert(std::size_t i, NodeId node);
  void replace(std::size_t i, NodeId node);
  void erase(NodeId node);

  /// The place of `node`, which is open.
  std::size_t place_of(NodeId node) const;
  /// Whether the top is an element of HTML of this tag.
  bool top_is(Tag tag) const { return is_html(top(), tag); }
  bool is_html(NodeId node, Tag tag) const;
  bool contains(Tag tag) const;

  /// Whether the nearest element that is `wanted` (a function of Tag) is in scope.
  template <class Wanted>
  bool in_scope_if(Wanted wanted, Scope scope) const {
    for (std::size_t i = stack_.size(); i-- > 0;) {
      const DomNode& node = dom_.nodes[stack_[i]];
      if (node.space == Namespace::html && wanted(node.tag)) return true;
      if (bounds(node, scope)) return false;
    }
    return false;
  }
  bool in_scope(Tag tag, Scope scope = Scope::any) const {
    return in_scope_if([tag](Tag other) { return other == tag; }, scope);
  }
  bool node_in_scope(NodeId node) const;

  /// Pops up to and with the nearest element that is `wanted`, a function of Tag; all but the first where none is.
  template <class Wanted>
  void pop_through_if(Wanted wanted) {
    while (stack_.size() > 1) {
      const DomNode& node = top_node();
      const bool found = node.space == Namespace::html && wanted(node.tag);
      pop();
      if (found) return;
    }
  }
  void pop_through(Tag tag) {
    pop_through_if([tag](Tag other) { return other == tag; });
  }
  /// Pops what is not `kept`, a function of Tag, down to <html>.
  template <class Kept>
  void pop_until(Kept kept) {
    while (stack_.size() > 1 && !(top_node().space == Namespace::html && kept(top_node().tag))) pop();
  }
  /// Pops elements whose end is implied, but not `except`.
  void pop_implied(Tag except = Tag::unknown);
  void pop_implied_thoroughly();

 private:
  static bool bounds(const DomNode& node, Scope scope);
  Dom& dom_;
  std::vector<NodeId> stack_;
};

/// Whether an end tag does not reach past `node` (the "special" category of the standard).
bool is_special(const DomNode& node);

}  // namespace annal::html
