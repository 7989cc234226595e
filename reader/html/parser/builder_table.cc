// Tables. What a table may not hold is put before it ("foster parenting").
#include "core/unicode/ascii.h"
#include "reader/html/parser/tree_builder.h"

namespace annal::html {
namespace {

constexpr bool is_cell(Tag tag) { return is_any(tag, Tag::td, Tag::th); }
constexpr bool is_section(Tag tag) { return is_any(tag, Tag::tbody, Tag::tfoot, Tag::thead); }

/// Start tags of the parts of a table.
constexpr bool is_part(Tag tag) {
  return is_cell(tag) || is_section(tag) || is_any(tag, Tag::caption, Tag::col, Tag::colgroup, Tag::tr);
}

}  // namespace

bool TreeBuilder::in_table() {
  if (is_text() && in_table_part()) return table_text();
  if (is_start()) return in_table_start();
  if (is_end()) {
    if (token_.tag == Tag::table) {
      if (!open_.in_scope(Tag::table, Scope::table)) return true;
      open_.pop_through(Tag::table);
      reset_mode();
      return true;
    }
    if (is_part(token_.tag) || is_any(token_.tag, Tag::body, Tag::html)) return true;
    if (token_.tag == Tag::template_) return in_head();
  }
  return in_table_anything_else();
}

bool TreeBuilder::in_table_anything_else() {
  foster_ = true;
  const bool done = in_body();
  foster_ = false;
  return done;
}

/// Only white space stays in a table.
bool TreeBuilder::table_text() {
  if (token_.text.find_first_not_of(std::string_view(" \t\n\f\r\0", 6)) != std::string_view::npos)
    return in_table_anything_else();
  insert_text();
  return true;
}

bool TreeBuilder::in_table_start() {
  const auto bounds = [](Tag tag) { return is_any(tag, Tag::table, Tag::template_, Tag::html); };
  switch (token_.tag) {
    case Tag::caption:
      open_.pop_until(bounds);
      formatting_.push_marker();
      insert_element();
      mode_ = Mode::in_caption;
      return true;
    case Tag::col:
    case Tag::colgroup:
      open_.pop_until(bounds);
      mode_ = Mode::in_column_group;
      if (token_.tag == Tag::col) {
        insert_implied(Tag::colgroup);
        return false;
      }
      insert_element();
      return true;
    case Tag::tbody:
    case Tag::tfoot:
    case Tag::thead:
    case Tag::td:
    case Tag::th:
    case Tag::tr:
      open_.pop_until(bounds);
      mode_ = Mode::in_table_body;
      if (!is_section(token_.tag)) {
        insert_implied(Tag::tbody);
        return false;
      }
      insert_element();
      return true;
    case Tag::table:
      if (!open_.in_scope(Tag::table, Scope::table)) return true;
      open_.pop_through(Tag::table);
      reset_mode();
      return false;
    case Tag::style:
    case Tag::script:
    case Tag::template_: return in_head();
    case Tag::input:
      for (const Attribute& attribute : token_.attributes) {
        if (attribute.name != "type" || lowered(attribute.value) != "hidden") continue;
        insert_void();
        return true;
      }
      return in_table_anything_else();
    case Tag::form:
      if (form_ != no_node || open_.contains(Tag::template_)) return true;
      form_ = insert_element();
      open_.pop();
      return true;
    default: return in_table_anything_else();
  }
}

bool TreeBuilder::in_caption() {
  const bool leaves = (is_start() && is_part(token_.tag)) || ends(Tag::table);
  if (ends(Tag::caption) || leaves) {
    if (!open_.in_scope(Tag::caption, Scope::table)) return true;
    open_.pop_implied();
    open_.pop_through(Tag::caption);
    formatting_.clear_to_marker();
    mode_ = Mode::in_table;
    return !leaves;
  }
  if (is_end() && (is_part(token_.tag) || is_any(token_.tag, Tag::body, Tag::html))) return true;
  return in_body();
}

bool TreeBuilder::in_column_group() {
  if (is_text() && !open_.top_is(Tag::colgroup)) {
    insert_text(Kept::white_space);
    return true;
  }
  if (take_white_space(true)) return true;
  if (starts(Tag::html)) return in_body();
  if (starts(Tag::col)) {
    insert_void();
    return true;
  }
  if (ends(Tag::col)) return true;
  if (starts(Tag::template_) || ends(Tag::template_)) return in_head();
  if (token_.kind == TokenKind::end) return in_body();
  if (!open_.top_is(Tag::colgroup)) return true;
  open_.pop();
  mode_ = Mode::in_table;
  return ends(Tag::colgroup);
}

bool TreeBuilder::in_table_body() {
  const auto bounds = [](Tag tag) { return is_section(tag) || is_any(tag, Tag::template_, Tag::html); };
  if (is_start() && (token_.tag == Tag::tr || is_cell(token_.tag))) {
    open_.pop_until(bounds);
    mode_ = Mode::in_row;
    if (token_.tag != Tag::tr) {
      insert_implied(Tag::tr);
      return false;
    }
    insert_element();
    return true;
  }
  const bool leaves = (is_start() && is_part(token_.tag)) || ends(Tag::table);
  if (leaves || (is_end() && is_section(token_.tag))) {
    const bool in_scope =
        leaves ? open_.in_scope_if(is_section, Scope::table) : open_.in_scope(token_.tag, Scope::table);
    if (!in_scope) return true;
    open_.pop_until(bounds);
    open_.pop();
    mode_ = Mode::in_table;
    return !leaves;
  }
  if (is_end() && (is_part(token_.tag) || is_any(token_.tag, Tag::body, Tag::html))) return true;
  return in_table();
}

bool TreeBuilder::in_row() {
  const auto bounds = [](Tag tag) { return is_any(tag, Tag::tr, Tag::template_, Tag::html); };
  if (is_start() && is_cell(token_.tag)) {
    open_.pop_until(bounds);
    insert_element();
    mode_ = Mode::in_cell;
    formatting_.push_marker();
    return true;
  }
  const bool section_end = is_end() && is_section(token_.tag);
  if ((is_start() && is_part(token_.tag)) || ends(Tag::tr) || ends(Tag::table) || section_end) {
    if (section_end && !open_.in_scope(token_.tag, Scope::table)) return true;
    if (!open_.in_scope(Tag::tr, Scope::table)) return true;
    open_.pop_until(bounds);
    open_.pop();
    mode_ = Mode::in_table_body;
    return ends(Tag::tr);
  }
  if (is_end() && (is_part(token_.tag) || is_any(token_.tag, Tag::body, Tag::html))) return true;
  return in_table();
}

bool TreeBuilder::in_cell() {
  const Tag tag = token_.tag;
  if (is_end() && is_cell(tag)) {
    if (!open_.in_scope(tag, Scope::table)) return true;
    open_.pop_implied();
    open_.pop_through(tag);
    formatting_.clear_to_marker();
    mode_ = Mode::in_row;
    return true;
  }
  if (is_start() && is_part(tag)) {
    if (!open_.in_scope_if(is_cell, Scope::table)) return true;
    close_cell();
    return false;
  }
  if (is_end() && (is_section(tag) || is_any(tag, Tag::table, Tag::tr))) {
    if (!open_.in_scope(tag, Scope::table)) return true;
    close_cell();
    return false;
  }
  if (is_end() && is_any(tag, Tag::body, Tag::caption, Tag::col, Tag::colgroup, Tag::html)) return true;
  return in_body();
}

void TreeBuilder::close_cell() {
  open_.pop_implied();
  open_.pop_through_if(is_cell);
  formatting_.clear_to_marker();
  mode_ = Mode::in_row;
}

}  // namespace annal::html
