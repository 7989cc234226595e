#include "reader/html/parser/tree_builder.h"

#include <algorithm>

#include "core/unicode/ascii.h"
#include "reader/html/parser/parse.h"

namespace annal::html {

Result<Dom> parse(std::string_view html) { return TreeBuilder(html).run(); }

Result<Dom> TreeBuilder::run() {
  do {
    const bool foreign = !open_.empty() && open_.top_node().space != Namespace::html;
    tokenizer_.next(token_, foreign);
    check_limits();
    if (is_separator()) open_text_ = no_node;
    if (skip_line_feed_ && is_text() && token_.text.starts_with('\n')) remove_text_front(1);
    skip_line_feed_ = false;
    if (is_text() && token_.text.empty()) continue;
    while (!error_ && !dispatch()) {
    }
  } while (token_.kind != TokenKind::end && !error_);
  if (error_) return tl::unexpected<Error>(std::move(*error_));
  return std::move(dom_);
}

void TreeBuilder::check_limits() {
  if (!is_start() && !is_end()) return;
  if (token_.attribute_count > most_attributes)
    error_ = {Code::out_of_range, "the tag <" + std::string(token_.name.substr(0, 64)) + "> has " +
                                      std::to_string(token_.attribute_count) + " attributes, more than " +
                                      std::to_string(most_attributes)};
  markup_ += 4 + token_.attribute_count;
  if (markup_ > most_markup)
    error_ = {Code::out_of_range,
              "it has more than " + std::to_string(most_markup / 4) + " tags, which no article needs"};
}

void TreeBuilder::check_depth() {
  if (open_.size() > deepest_nesting)
    error_ = {Code::out_of_range,
              "its tags are nested more than " + std::to_string(deepest_nesting) + " deep, which no article needs"};
}

bool TreeBuilder::dispatch() { return is_foreign() ? in_foreign() : in_mode(mode_); }

bool TreeBuilder::is_foreign() const {
  if (open_.empty() || token_.kind == TokenKind::end || is_separator()) return false;
  const DomNode& top = open_.top_node();
  if (top.space == Namespace::html) return false;
  const bool content = is_start() || is_text();
  if (top.space == Namespace::mathml) {
    if (is_any(top.tag, Tag::mi, Tag::mo, Tag::mn, Tag::ms, Tag::mtext) && content &&
        !(is_start() && is_any(token_.tag, Tag::mglyph, Tag::malignmark)))
      return false;
    if (top.tag == Tag::annotation_xml && (starts(Tag::svg) || (top.html_integration && content))) return false;
    return true;
  }
  return !(content && is_any(top.tag, Tag::foreign_object, Tag::desc, Tag::title));
}

bool TreeBuilder::in_mode(Mode mode) {
  if (is_separator() && mode != Mode::initial) return true;
  switch (mode) {
    case Mode::initial: return initial();
    case Mode::before_html: return before_html();
    case Mode::before_head: return before_head();
    case Mode::in_head: return in_head();
    case Mode::in_head_noscript: return in_head_noscript();
    case Mode::after_head: return after_head();
    case Mode::in_body: return in_body();
    case Mode::text:
      if (is_text()) {
        insert_text();
        return true;
      }
      open_.pop();
      mode_ = after_text_;
      return token_.kind != TokenKind::end;
    case Mode::in_table: return in_table();
    case Mode::in_caption: return in_caption();
    case Mode::in_column_group: return in_column_group();
    case Mode::in_table_body: return in_table_body();
    case Mode::in_row: return in_row();
    case Mode::in_cell: return in_cell();
    case Mode::in_select: return in_select();
    case Mode::in_select_in_table: return in_select_in_table();
    case Mode::in_template: return in_template();
    case Mode::after_body: return after_body();
    case Mode::in_frameset: return in_frameset();
    case Mode::after_frameset:
    case Mode::after_after_frameset: return after_frameset();
  }
  return true;
}

/// Where a node goes that is put into `target`: there at the end, or, in a table that may not hold it, before the
/// table.
TreeBuilder::Location TreeBuilder::location(NodeId target) const {
  const DomNode& node = dom_.nodes[target];
  const bool part =
      node.space == Namespace::html && is_any(node.tag, Tag::table, Tag::tbody, Tag::tfoot, Tag::thead, Tag::tr);
  if (!foster_ || !part) return {target, no_node};
  for (std::size_t i = open_.size(); i-- > 0;) {
    if (open_.is_html(i, Tag::template_)) return {open_[i], no_node};
    if (!open_.is_html(i, Tag::table)) continue;
    const NodeId parent = dom_.nodes[open_[i]].parent;
    if (parent != no_node) return {parent, open_[i]};
    return {open_[i > 0 ? i - 1 : 0], no_node};
  }
  return {open_[0], no_node};
}

/// An element of the tag at hand, not yet in the tree.
NodeId TreeBuilder::make_element(Namespace space) {
  const auto id = static_cast<NodeId>(dom_.nodes.size());
  DomNode node;
  node.tag = token_.tag;
  node.space = space;
  if (token_.tag == Tag::unknown) node.name = token_.name;
  for (const Attribute& attribute : token_.attributes) {
    const auto index = static_cast<std::uint32_t>(dom_.attributes.size());
    if (node.attribute == no_attribute) node.attribute = index;
    if (index > node.attribute) dom_.attributes.back().next = index;
    dom_.attributes.push_back({attribute.name, attribute.value});
  }
  dom_.nodes.push_back(node);
  return id;
}

/// A copy of a formatting element, without what is in it.
NodeId TreeBuilder::clone(NodeId element) {
  const DomNode& from = dom_.nodes[element];
  DomNode node;
  node.tag = from.tag;
  node.attribute = from.attribute;
  dom_.nodes.push_back(node);
  count_reopened(node);
  return static_cast<NodeId>(dom_.nodes.size() - 1);
}

/// Who reads the page looks at the attributes of each copy, so that those count too.
void TreeBuilder::count_reopened(const DomNode& copy) {
  constexpr std::size_t cheap = 256;  // bytes
  std::size_t bytes = 0;
  for (std::uint32_t i = copy.attribute; i != no_attribute; i = dom_.attributes[i].next)
    bytes += 8 + dom_.attributes[i].name.size() + dom_.attributes[i].value.size();
  reopened_ += 1 + bytes / cheap;
  if (reopened_ > most_reopened)
    error_ = {Code::out_of_range, "it leaves formatting tags open that would be opened again more than " +
                                      std::to_string(most_reopened) + " times; no article does"};
}

NodeId TreeBuilder::insert_element(Namespace space) {
  const NodeId node = make_element(space);
  const Location at = open_.empty() ? Location{0, no_node} : location(open_.top());
  dom_.insert(node, at.parent, at.before);
  open_.push(node);
  check_depth();
  return node;
}

/// An element that no tag of the page opens: the standard puts it in.
NodeId TreeBuilder::insert_implied(Tag tag) {
  Token own;
  own.kind = TokenKind::start_tag;
  own.tag = tag;
  std::swap(own, token_);
  const NodeId node = insert_element();
  std::swap(own, token_);
  return node;
}

void TreeBuilder::insert_void() {
  insert_element();
  open_.pop();
}

/// The text at hand goes on with the last one where nothing came between.
void TreeBuilder::insert_text(Kept kept) {
  const auto stays = [kept](char c) { return kept == Kept::white_space ? is_space(c) : c != '\0'; };
  if (kept != Kept::nul_replaced && std::ranges::none_of(token_.text, stays)) return;
  const Location at = location(open_.top());
  const auto base = static_cast<std::uint32_t>(dom_.text.size());
  const bool goes_on = open_text_ != no_node && dom_.nodes[open_text_].parent == at.parent &&
                       dom_.nodes[open_text_].next == at.before && dom_.nodes[open_text_].text_end == base;
  if (!goes_on) {
    open_text_ = static_cast<NodeId>(dom_.nodes.size());
    DomNode node;
    node.kind = NodeKind::text;
    node.text_begin = base;
    dom_.nodes.push_back(node);
    dom_.insert(open_text_, at.parent, at.before);
  }
  if (kept != Kept::white_space && token_.text.find('\0') == std::string_view::npos) {
    for (const TextRun& run : token_.runs) dom_.runs.push_back({base + run.text, run.source});
    dom_.text += token_.text;
  } else {
    append_text(kept);
  }
  dom_.nodes[open_text_].text_end = static_cast<std::uint32_t>(dom_.text.size());
}

/// A text of which not all stays as it is.
void TreeBuilder::append_text(Kept kept) {
  std::size_t run = 0;
  for (std::uint32_t i = 0; i < token_.text.size(); ++i) {
    while (run + 1 < token_.runs.size() && token_.runs[run + 1].text <= i) ++run;
    const char c = token_.text[i];
    if (kept == Kept::white_space ? !is_space(c) : (c == '\0' && kept == Kept::all_but_nul)) continue;
    const std::uint32_t source = token_.runs[run].source + (i - token_.runs[run].text);
    dom_.runs.push_back({static_cast<std::uint32_t>(dom_.text.size()), source});
    if (c == '\0') {
      dom_.text += "\uFFFD";
    } else {
      dom_.text += c;
    }
  }
}

void TreeBuilder::remove_text_front(std::size_t size) {
  token_.text.remove_prefix(size);
  const auto by = static_cast<std::uint32_t>(size);
  std::size_t first = 0;
  while (first + 1 < token_.runs.size() && token_.runs[first + 1].text <= by) ++first;
  token_.runs.erase(token_.runs.begin(), token_.runs.begin() + static_cast<std::ptrdiff_t>(first));
  for (TextRun& run : token_.runs) {
    if (run.text < by) run.source += by - run.text;
    run.text = run.text < by ? 0 : run.text - by;
  }
}

bool TreeBuilder::take_white_space(bool insert) {
  if (!is_text()) return false;
  std::size_t size = 0;
  while (size < token_.text.size() && is_space(token_.text[size])) ++size;
  if (size == token_.text.size()) {
    if (insert) insert_text();
    return true;
  }
  if (size == 0) return false;
  if (insert) {
    const Token whole = token_;
    token_.text = token_.text.substr(0, size);
    std::erase_if(token_.runs, [size](const TextRun& run) { return run.text >= size; });
    insert_text();
    token_ = whole;
  }
  remove_text_front(size);
  return false;
}

void TreeBuilder::close_p() {
  if (!open_.in_scope(Tag::p, Scope::button)) return;
  open_.pop_implied(Tag::p);
  open_.pop_through(Tag::p);
}

/// Gives `element` the attributes of the tag at hand that it has not.
void TreeBuilder::merge_attributes(NodeId element) {
  std::size_t known = 0;
  for (std::uint32_t i = dom_.nodes[element].attribute; i != no_attribute; i = dom_.attributes[i].next) ++known;
  for (const Attribute& attribute : token_.attributes) {
    if (known >= most_attributes) return;
    std::uint32_t* next = &dom_.nodes[element].attribute;
    while (*next != no_attribute && dom_.attributes[*next].name != attribute.name) next = &dom_.attributes[*next].next;
    if (*next != no_attribute) continue;
    ++known;
    *next = static_cast<std::uint32_t>(dom_.attributes.size());
    dom_.attributes.push_back({attribute.name, attribute.value});
  }
}

bool TreeBuilder::in_table_part() const {
  return open_.top_node().space == Namespace::html &&
         is_any(open_.top_node().tag, Tag::table, Tag::tbody, Tag::tfoot, Tag::thead, Tag::tr);
}

}  // namespace annal::html
