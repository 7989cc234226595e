#include "core/html/parser/open_elements.h"

#include <algorithm>

namespace annal::html {
namespace {

/// What bounds every scope but those of tables and of select.
bool bounds_any(const DomNode& node) {
  switch (node.space) {
    case Namespace::html:
      return is_any(node.tag, Tag::applet, Tag::caption, Tag::html, Tag::table, Tag::td, Tag::th, Tag::marquee,
                    Tag::object, Tag::template_);
    case Namespace::mathml:
      return is_any(node.tag, Tag::mi, Tag::mo, Tag::mn, Tag::ms, Tag::mtext, Tag::annotation_xml);
    case Namespace::svg: return is_any(node.tag, Tag::foreign_object, Tag::desc, Tag::title);
  }
  return false;
}

}  // namespace

bool is_special(const DomNode& node) {
  return node.space == Namespace::html ? is_special_html(node.tag) : bounds_any(node);
}

bool OpenElements::bounds(const DomNode& node, Scope scope) {
  const bool html = node.space == Namespace::html;
  switch (scope) {
    case Scope::any: return bounds_any(node);
    case Scope::list_item: return bounds_any(node) || (html && is_any(node.tag, Tag::ol, Tag::ul));
    case Scope::button: return bounds_any(node) || (html && node.tag == Tag::button);
    case Scope::table: return html && is_any(node.tag, Tag::html, Tag::table, Tag::template_);
    case Scope::select: return !(html && is_any(node.tag, Tag::optgroup, Tag::option));
  }
  return true;
}

void OpenElements::push(NodeId node) {
  dom_.nodes[node].open = true;
  stack_.push_back(node);
}

void OpenElements::pop() {
  dom_.nodes[stack_.back()].open = false;
  stack_.pop_back();
}

void OpenElements::shrink(std::size_t size) {
  while (stack_.size() > size) pop();
}

void OpenElements::insert(std::size_t i, NodeId node) {
  dom_.nodes[node].open = true;
  stack_.insert(stack_.begin() + static_cast<std::ptrdiff_t>(i), node);
}

void OpenElements::replace(std::size_t i, NodeId node) {
  dom_.nodes[stack_[i]].open = false;
  dom_.nodes[node].open = true;
  stack_[i] = node;
}

void OpenElements::erase(NodeId node) {
  if (!dom_.nodes[node].open) return;
  dom_.nodes[node].open = false;
  stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(place_of(node)));
}

std::size_t OpenElements::place_of(NodeId node) const {
  std::size_t i = stack_.size() - 1;
  while (i > 0 && stack_[i] != node) --i;
  return i;
}

bool OpenElements::is_html(NodeId node, Tag tag) const {
  return dom_.nodes[node].space == Namespace::html && dom_.nodes[node].tag == tag;
}

bool OpenElements::contains(Tag tag) const {
  return std::ranges::any_of(stack_, [&](NodeId node) { return is_html(node, tag); });
}

bool OpenElements::node_in_scope(NodeId node) const {
  for (std::size_t i = stack_.size(); i-- > 0;) {
    if (stack_[i] == node) return true;
    if (bounds(dom_.nodes[stack_[i]], Scope::any)) return false;
  }
  return false;
}

void OpenElements::pop_implied(Tag except) {
  while (top_node().space == Namespace::html && is_implied_end(top_node().tag) && top_node().tag != except) pop();
}

void OpenElements::pop_implied_thoroughly() {
  while (top_node().space == Namespace::html && is_thoroughly_implied_end(top_node().tag)) pop();
}

}  // namespace annal::html
