#include "reader/html/parser/open_elements.h"

namespace annal::html {
namespace {

/// Most names that differ do so in their length or at one of their ends.
std::uint8_t hash_of(std::string_view name, Tag tag) {
  if (tag != Tag::unknown || name.empty()) return 0;
  const auto first = static_cast<unsigned char>(name.front()), last = static_cast<unsigned char>(name.back());
  return static_cast<std::uint8_t>(name.size() * 89 + first * 7U + last);
}

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

/// The scopes that `node` bounds, as bits.
std::uint8_t bounds_of(const DomNode& node) {
  const bool html = node.space == Namespace::html;
  const bool any = bounds_any(node);
  unsigned bounds = 0;
  const auto add = [&bounds](Scope scope, bool bounded) { bounds |= bounded ? static_cast<unsigned>(scope) : 0U; };
  add(Scope::any, any);
  add(Scope::list_item, any || (html && is_any(node.tag, Tag::ol, Tag::ul)));
  add(Scope::button, any || (html && node.tag == Tag::button));
  add(Scope::table, html && is_any(node.tag, Tag::html, Tag::table, Tag::template_));
  add(Scope::select, !(html && is_any(node.tag, Tag::optgroup, Tag::option)));
  return static_cast<std::uint8_t>(bounds);
}

}  // namespace
inline bool OpenElements::has_name(const Entry& entry, const Entry& wanted, std::string_view name) const {
  if (entry.tag != wanted.tag || entry.name_hash != wanted.name_hash) return false;
  return wanted.tag != Tag::unknown || dom_.nodes[entry.node].name == name;
}

std::size_t OpenElements::find_above_special(Tag tag, std::string_view name) const {
  const Entry wanted{0, tag, Namespace::html, 0, hash_of(name, tag)};
  std::size_t i = stack_.size() - 1;
  for (; i > 0 && !(is_html(i) && has_name(stack_[i], wanted, name)); --i)
    if (is_special(i)) return 0;
  return i;
}

std::size_t OpenElements::find_foreign(Tag tag, std::string_view name) const {
  const Entry wanted{0, tag, Namespace::html, 0, hash_of(name, tag)};
  std::size_t i = stack_.size() - 1;
  while (i > 0 && !is_html(i) && !has_name(stack_[i], wanted, name)) --i;
  return is_html(i) ? 0 : i;
}

OpenElements::Entry OpenElements::entry_of(NodeId node) {
  DomNode& element = dom_.nodes[node];
  element.open = true;
  if (element.space == Namespace::html) ++open_of_[static_cast<std::size_t>(element.tag)];
  const bool is_special = element.space == Namespace::html ? is_special_html(element.tag) : bounds_any(element);
  const auto bounds = static_cast<std::uint8_t>(bounds_of(element) | (is_special ? special : 0U));
  return {node, element.tag, element.space, bounds, hash_of(element.name, element.tag)};
}

void OpenElements::leave(const Entry& entry) {
  dom_.nodes[entry.node].open = false;
  if (entry.space == Namespace::html) --open_of_[static_cast<std::size_t>(entry.tag)];
}

void OpenElements::push(NodeId node) { stack_.push_back(entry_of(node)); }

void OpenElements::pop() {
  leave(stack_.back());
  stack_.pop_back();
}

void OpenElements::shrink(std::size_t size) {
  while (stack_.size() > size) pop();
}

void OpenElements::insert(std::size_t i, NodeId node) {
  stack_.insert(stack_.begin() + static_cast<std::ptrdiff_t>(i), entry_of(node));
}

void OpenElements::replace(std::size_t i, NodeId node) {
  leave(stack_[i]);
  stack_[i] = entry_of(node);
}

void OpenElements::erase(NodeId node) {
  if (!dom_.nodes[node].open) return;
  const auto place = stack_.begin() + static_cast<std::ptrdiff_t>(place_of(node));
  leave(*place);
  stack_.erase(place);
}

std::size_t OpenElements::place_of(NodeId node) const {
  std::size_t i = stack_.size() - 1;
  while (i > 0 && stack_[i].node != node) --i;
  return i;
}

bool OpenElements::node_in_scope(NodeId node) const {
  for (std::size_t i = stack_.size(); i-- > 0;) {
    if (stack_[i].node == node) return true;
    if ((stack_[i].bounds & static_cast<unsigned>(Scope::any)) != 0) return false;
  }
  return false;
}

void OpenElements::pop_implied(Tag except) {
  while (is_html(stack_.size() - 1) && is_implied_end(stack_.back().tag) && stack_.back().tag != except) pop();
}

void OpenElements::pop_implied_thoroughly() {
  while (is_html(stack_.size() - 1) && is_thoroughly_implied_end(stack_.back().tag)) pop();
}

}  // namespace annal::html
