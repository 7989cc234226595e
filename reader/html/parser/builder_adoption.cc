// Formatting that is nested wrongly: "<b><p>x</b>y</p>" makes x bold and y not, by copies of <b> on both sides; and
// formatting that was never closed, which is opened again in each paragraph.
#include "reader/html/parser/tree_builder.h"

namespace annal::html {

/// Opens again, inside the element at hand, what the list holds since its last element that is open.
void TreeBuilder::reopen_formatting() {
  std::size_t first = formatting_.size();
  while (first > 0 && formatting_[first - 1] != ActiveFormatting::marker && !dom_.nodes[formatting_[first - 1]].open)
    --first;
  for (; first < formatting_.size() && !error_; ++first) {
    const NodeId copy = clone(formatting_[first]);
    const Location at = location(open_.top());
    dom_.insert(copy, at.parent, at.before);
    open_.push(copy);
    formatting_.replace(first, copy);
    check_depth();
  }
}

void TreeBuilder::adopt() {
  if (open_.top_is(token_.tag) && !open_.top_node().active) {
    open_.pop();
    return;
  }
  constexpr int most_rounds = 8;  // the standard's
  for (int round = 0; round < most_rounds && !error_; ++round) {
    const NodeId element = formatting_.find(token_.tag);
    if (element == no_node) {
      end_any_other();
      return;
    }
    if (!dom_.nodes[element].open) {
      formatting_.erase(element);
      return;
    }
    if (!open_.node_in_scope(element) || !adopt_once(element)) return;
  }
}

bool TreeBuilder::adopt_once(NodeId element) {
  const std::size_t place = open_.place_of(element);
  std::size_t block_place = place + 1;
  while (block_place < open_.size() && !open_.is_special(block_place)) ++block_place;
  if (block_place == open_.size()) {
    open_.shrink(place);
    formatting_.erase(element);
    return false;
  }
  const NodeId block = open_[block_place];
  const NodeId ancestor = open_[place - 1];
  std::size_t bookmark = formatting_.place_of(element);
  NodeId last = block;
  std::size_t inner = 0;
  for (std::size_t i = block_place; --i > place;) {
    const NodeId node = open_[i];
    if (++inner > 3 && dom_.nodes[node].active) {
      if (formatting_.place_of(node) < bookmark) --bookmark;
      formatting_.erase(node);
    }
    if (!dom_.nodes[node].active) {
      open_.erase(node);
      continue;
    }
    const NodeId copy = clone(node);
    const std::size_t entry = formatting_.place_of(node);
    formatting_.replace(entry, copy);
    open_.replace(i, copy);
    if (last == block) bookmark = entry + 1;
    dom_.detach(last);
    dom_.insert(last, copy, no_node);
    last = copy;
  }
  dom_.detach(last);
  const Location at = location(ancestor);
  dom_.insert(last, at.parent, at.before);
  const NodeId copy = clone(element);
  dom_.move_children(block, copy);
  dom_.insert(copy, block, no_node);
  const std::size_t old = formatting_.place_of(element);
  const std::uint64_t hash = formatting_.hash(old);
  formatting_.erase(element);
  formatting_.insert(old < bookmark ? bookmark - 1 : bookmark, copy, hash);
  open_.erase(element);
  open_.insert(open_.place_of(block) + 1, copy);
  return true;
}

}  // namespace annal::html
