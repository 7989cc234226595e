// The stack of open elements, with the queries that parsing needs: is an element in scope, which is the nearest. Each
// walks down the stack, so the time for a page is tags times depth, and the depth is bounded. The walk reads only the
// stack itself, eight bytes an element. Elements are counted by tag, so most walks for an element that is not open are
// skipped.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "reader/html/parser/dom.h"

namespace annal::html {

/// The elements that a search for an open element does not pass (HTML standard, "has an element in the specific
/// scope").
enum class Scope : std::uint8_t { any = 1, list_item = 2, button = 4, table = 8, select = 16 };

class OpenElements {
 public:
  explicit OpenElements(Dom& dom) : dom_(dom) {}

  bool empty() const { return stack_.empty(); }
  std::size_t size() const { return stack_.size(); }
  NodeId operator[](std::size_t i) const { return stack_[i].node; }
  NodeId top() const { return stack_.back().node; }
  const DomNode& top_node() const { return dom_.nodes[top()]; }

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
  bool top_is(Tag tag) const { return !stack_.empty() && is_html(stack_.size() - 1, tag); }
  /// Whether the element at place `i` is one of HTML, of this tag.
  bool is_html(std::size_t i, Tag tag) const { return stack_[i].space == Namespace::html && stack_[i].tag == tag; }
  bool is_html(std::size_t i) const { return stack_[i].space == Namespace::html; }
  Tag tag(std::size_t i) const { return stack_[i].tag; }
  /// Whether an end tag does not reach past the element at place `i` (the "special" category of the standard).
  bool is_special(std::size_t i) const { return (stack_[i].bounds & special) != 0; }
  /// The place of the nearest element of HTML of this tag (and name, where the tag is unknown), with no special one
  /// above it; 0, where <html> stands, where there is none.
  std::size_t find_above_special(Tag tag, std::string_view name) const;
  /// The same of foreign elements, with none of HTML above it.
  std::size_t find_foreign(Tag tag, std::string_view name) const;
  /// Whether an element of HTML of this tag is open anywhere.
  bool contains(Tag tag) const { return open_of_[static_cast<std::size_t>(tag)] > 0; }

  /// Whether the nearest element that is `wanted` (a function of Tag) is in scope.
  template <class Wanted>
  bool in_scope_if(Wanted wanted, Scope scope) const {
    for (std::size_t i = stack_.size(); i-- > 0;) {
      if (is_html(i) && wanted(stack_[i].tag)) return true;
      if ((stack_[i].bounds & static_cast<unsigned>(scope)) != 0) return false;
    }
    return false;
  }
  bool in_scope(Tag tag, Scope scope = Scope::any) const {
    return contains(tag) && in_scope_if([tag](Tag other) { return other == tag; }, scope);
  }
  bool node_in_scope(NodeId node) const;

  /// Pops up to and with the nearest element that is `wanted`, a function of Tag; all but the first where none is.
  template <class Wanted>
  void pop_through_if(Wanted wanted) {
    while (stack_.size() > 1) {
      const bool found = is_html(stack_.size() - 1) && wanted(stack_.back().tag);
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
    while (stack_.size() > 1 && !(is_html(stack_.size() - 1) && kept(stack_.back().tag))) pop();
  }
  /// Pops elements whose end is implied, but not `except`.
  void pop_implied(Tag except = Tag::unknown);
  void pop_implied_thoroughly();

 private:
  static constexpr unsigned special = 32;  ///< above the bits of Scope
  struct Entry {
    NodeId node;
    Tag tag;
    Namespace space;
    std::uint8_t bounds;     ///< the scopes that it bounds, as bits, and `special`
    std::uint8_t name_hash;  ///< of an unknown tag's name
  };
  bool has_name(const Entry& entry, const Entry& wanted, std::string_view name) const;
  Entry entry_of(NodeId node);
  void leave(const Entry& entry);

  Dom& dom_;
  std::vector<Entry> stack_;
  std::array<std::uint32_t, static_cast<std::size_t>(Tag::unknown) + 1> open_of_{};  ///< elements of HTML, by tag
};

}  // namespace annal::html
