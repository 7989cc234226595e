#include "core/html/parser/open_elements.h"

namespace annal::html {
namespace {

/// Most names that differ do so in their length or at one of their ends.
std::uint8_t hash_of(std::string_view name, Tag tag) {
  if (tag != Tag::unknown || name.empty()) return 0;
  const auto first = static_cast<unsigned char>(name.front()), last = static_cast<unsigned char>(name.back());
  return static_cast<std::uint8_t>(name.size() * 89 + first * 7U + last);
}

}  // namespace
/// What bounds every scope but those of tables and of select.
bool OpenElements::bounds_any(const Entry& entry) {
  switch (entry.space) {
    case Namespace::html:
      return is_any(entry.tag, Tag::applet, Tag::caption, Tag::html, Tag::table, Tag::td, Tag::th, Tag::marquee,
                    Tag::object, Tag::template_);
    case Namespace::mathml:
      return is_any(entry.tag, Tag::mi, Tag::mo, Tag::mn, Tag::ms, Tag::mtext, Tag::annotation_xml);
    case Namespace::svg: return is_any(entry.tag, Tag::foreign_object, Tag::desc, Tag::title);
  }
  return false;
}

inline bool OpenElements::has_name(const Entry& entry, const Entry& wanted, std::string_view name) const {
  if (entry.tag != wanted.tag || entry.name_hash != wanted.name_hash) return false;
  return wanted.tag != Tag::unknown || dom_.nodes[entry.node].name == name;
}

std::size_t OpenElements::find_above_special(Tag tag, std::string_view name) const {
  const Entry wanted{0, tag, Namespace::html, false, hash_of(name, tag)};
  std::size_t i = stack_.size() - 1;
  for (; i > 0 && !(is_html(i) && has_name(stack_[i], wanted, name)); --i)
    if (stack_[i].special) return 0;
  return i;
}

std::size_t OpenElements::find_foreign(Tag tag, std::string_view name) const {
  const Entry wanted{0, tag, Namespace::html, false, hash_of(name, tag)};
  std::size_t i = stack_.size() - 1;
  while (i > 0 && !is_html(i) && !has_name(stack_[i], wanted, name)) --i;
  return is_html(i) ? 0 : i;
}

OpenElements::Entry OpenElements::entry_of(NodeId node) {
  DomNode& element = dom_.nodes[node];
  element.open = true;
  if (element.space == Namespace::html) ++open_of_[static_cast<std::size_t>(element.tag)];
  Entry entry{node, element.tag, element.space, false, hash_of(element.name, element.tag)};
  entry.special = element.space == Namespace::html ? is_special_html(element.tag) : bounds_any(entry);
  return entry;
}

void OpenElements::leave(const Entry& entry) {
  dom_.nodes[entry.node].open = false;
  if (entry.space == Namespace::html) --open_of_[static_cast<std::size_t>(entry.tag)];
}

bool OpenElements::bounds(const Entry& entry, Scope scope) {
  const bool html = entry.space == Namespace::html;
  switch (scope) {
    case Scope::any: return bounds_any(entry);
    case Scope::list_item: return bounds_any(entry) || (html && is_any(entry.tag, Tag::ol, Tag::ul));
    case Scope::button: return bounds_any(entry) || (html && entry.tag == Tag::button);
    case Scope::table: return html && is_any(entry.tag, Tag::html, Tag::table, Tag::template_);
    case Scope::select: return !(html && is_any(entry.tag, Tag::optgroup, Tag::option));
  }
  return true;
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
    if (bounds_any(stack_[i])) return false;
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
