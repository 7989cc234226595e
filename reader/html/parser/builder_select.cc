// Lists of choices, templates, and which insertion mode the open elements call for.
#include "reader/html/parser/tree_builder.h"

namespace annal::html {

bool TreeBuilder::in_select() {
  if (is_text()) {
    insert_text();
    return true;
  }
  if (token_.kind == TokenKind::end) return in_body();
  switch (token_.tag) {
    case Tag::html: return is_end() || in_body();
    case Tag::option:
      if (open_.top_is(Tag::option)) open_.pop();
      if (is_start()) insert_element();
      return true;
    case Tag::optgroup:
      if (open_.top_is(Tag::option) && (is_start() || open_.is_html(open_.size() - 2, Tag::optgroup))) open_.pop();
      if (open_.top_is(Tag::optgroup)) open_.pop();
      if (is_start()) insert_element();
      return true;
    case Tag::hr:
      if (is_end()) return true;
      if (open_.top_is(Tag::option)) open_.pop();
      if (open_.top_is(Tag::optgroup)) open_.pop();
      insert_void();
      return true;
    case Tag::select:
    case Tag::input:
    case Tag::keygen:
    case Tag::textarea:
      if (is_end() && token_.tag != Tag::select) return true;
      if (!open_.in_scope(Tag::select, Scope::select)) return true;
      open_.pop_through(Tag::select);
      reset_mode();
      return token_.tag == Tag::select;
    case Tag::script:
      if (is_start()) return in_head();
      return true;
    case Tag::template_: return in_head();
    default: return true;
  }
}

bool TreeBuilder::in_select_in_table() {
  const bool part =
      is_any(token_.tag, Tag::caption, Tag::table, Tag::tbody, Tag::tfoot, Tag::thead, Tag::tr, Tag::td, Tag::th);
  if (!part || !(is_start() || is_end())) return in_select();
  if (is_end() && !open_.in_scope(token_.tag, Scope::table)) return true;
  open_.pop_through(Tag::select);
  reset_mode();
  return false;
}

bool TreeBuilder::in_template() {
  if (token_.kind == TokenKind::end) {
    if (!open_.contains(Tag::template_)) return true;
    end_template();
    return false;
  }
  if (is_text()) return in_body();
  if (is_end()) return token_.tag == Tag::template_ ? in_head() : true;
  if (is_head_content(token_.tag)) return in_head();
  Mode mode = Mode::in_body;
  switch (token_.tag) {
    case Tag::caption:
    case Tag::colgroup:
    case Tag::tbody:
    case Tag::tfoot:
    case Tag::thead: mode = Mode::in_table; break;
    case Tag::col: mode = Mode::in_column_group; break;
    case Tag::tr: mode = Mode::in_table_body; break;
    case Tag::td:
    case Tag::th: mode = Mode::in_row; break;
    default: break;
  }
  if (!template_modes_.empty()) template_modes_.back() = mode;
  mode_ = mode;
  return false;
}

void TreeBuilder::end_template() {
  if (!open_.contains(Tag::template_) || template_modes_.empty()) return;
  open_.pop_implied_thoroughly();
  open_.pop_through(Tag::template_);
  formatting_.clear_to_marker();
  template_modes_.pop_back();
  reset_mode();
}

/// HTML standard, "reset the insertion mode appropriately".
void TreeBuilder::reset_mode() {
  for (std::size_t i = open_.size(); i-- > 0;) {
    if (!open_.is_html(i)) continue;
    switch (open_.tag(i)) {
      case Tag::select: mode_ = mode_of_select(i); return;
      case Tag::td:
      case Tag::th: mode_ = Mode::in_cell; return;
      case Tag::tr: mode_ = Mode::in_row; return;
      case Tag::tbody:
      case Tag::thead:
      case Tag::tfoot: mode_ = Mode::in_table_body; return;
      case Tag::caption: mode_ = Mode::in_caption; return;
      case Tag::colgroup: mode_ = Mode::in_column_group; return;
      case Tag::table: mode_ = Mode::in_table; return;
      case Tag::template_: mode_ = template_modes_.empty() ? Mode::in_body : template_modes_.back(); return;
      case Tag::head: mode_ = Mode::in_head; return;
      case Tag::body: mode_ = Mode::in_body; return;
      case Tag::frameset: mode_ = Mode::in_frameset; return;
      case Tag::html: mode_ = head_ == no_node ? Mode::before_head : Mode::after_head; return;
      default: break;
    }
  }
  mode_ = Mode::in_body;
}

Mode TreeBuilder::mode_of_select(std::size_t place) const {
  while (place-- > 0) {
    if (open_.is_html(place, Tag::template_)) break;
    if (open_.is_html(place, Tag::table)) return Mode::in_select_in_table;
  }
  return Mode::in_select;
}

}  // namespace annal::html
