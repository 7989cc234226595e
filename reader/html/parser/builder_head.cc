// What stands before and after the body: document type, <html>, <head>, framesets.
#include <algorithm>

#include "core/unicode/ascii.h"
#include "reader/html/parser/doctype.h"
#include "reader/html/parser/tree_builder.h"

namespace annal::html {

bool TreeBuilder::initial() {
  if (token_.kind == TokenKind::comment || take_white_space(false)) return true;
  mode_ = Mode::before_html;
  const bool doctype = token_.kind == TokenKind::doctype;
  quirks_ = !doctype || asks_for_quirks(token_.text);
  return doctype;
}

bool TreeBuilder::before_html() {
  if (take_white_space(false)) return true;
  if (starts(Tag::html)) {
    insert_element();
    mode_ = Mode::before_head;
    return true;
  }
  if (is_end() && !is_any(token_.tag, Tag::head, Tag::body, Tag::html, Tag::br)) return true;
  insert_implied(Tag::html);
  mode_ = Mode::before_head;
  return false;
}

bool TreeBuilder::before_head() {
  if (take_white_space(false)) return true;
  if (starts(Tag::html)) return in_body();
  if (is_end() && !is_any(token_.tag, Tag::head, Tag::body, Tag::html, Tag::br)) return true;
  const bool own = starts(Tag::head);
  head_ = own ? insert_element() : insert_implied(Tag::head);
  mode_ = Mode::in_head;
  return own;
}

bool TreeBuilder::in_head() {
  if (take_white_space(true)) return true;
  if (starts(Tag::html)) return in_body();
  if (is_start() && in_head_start()) return true;
  if (ends(Tag::template_)) {
    end_template();
    return true;
  }
  if (is_end() && !is_any(token_.tag, Tag::head, Tag::body, Tag::html, Tag::br)) return true;
  open_.pop();
  mode_ = Mode::after_head;
  return ends(Tag::head);
}

/// The start tags of a head; false for any other.
bool TreeBuilder::in_head_start() {
  switch (token_.tag) {
    case Tag::base:
    case Tag::basefont:
    case Tag::bgsound:
    case Tag::link:
    case Tag::meta: insert_void(); return true;
    case Tag::title: start_plain_text(ContentModel::rcdata); return true;
    case Tag::noframes:
    case Tag::style: start_plain_text(ContentModel::rawtext); return true;
    case Tag::script: start_plain_text(ContentModel::script); return true;
    case Tag::noscript:
      insert_element();
      mode_ = Mode::in_head_noscript;
      return true;
    case Tag::template_:
      insert_element();
      formatting_.push_marker();
      frameset_ok_ = false;
      mode_ = Mode::in_template;
      template_modes_.push_back(Mode::in_template);
      return true;
    case Tag::head: return true;
    default: return false;
  }
}

/// An element that holds text and no elements.
void TreeBuilder::start_plain_text(ContentModel model) {
  insert_element();
  tokenizer_.set_content(model, token_.name);
  after_text_ = mode_;
  mode_ = Mode::text;
}

bool TreeBuilder::in_head_noscript() {
  if (take_white_space(true)) return true;
  if (starts(Tag::html)) return in_body();
  if (is_start() && is_any(token_.tag, Tag::basefont, Tag::bgsound, Tag::link, Tag::meta, Tag::noframes, Tag::style))
    return in_head();
  if (is_start() && is_any(token_.tag, Tag::head, Tag::noscript)) return true;
  if (is_end() && !is_any(token_.tag, Tag::noscript, Tag::br)) return true;
  open_.pop();
  mode_ = Mode::in_head;
  return ends(Tag::noscript);
}

bool TreeBuilder::after_head() {
  if (take_white_space(true)) return true;
  if (starts(Tag::html)) return in_body();
  if (starts(Tag::body)) {
    insert_element();
    frameset_ok_ = false;
    mode_ = Mode::in_body;
    return true;
  }
  if (starts(Tag::frameset)) {
    insert_element();
    mode_ = Mode::in_frameset;
    return true;
  }
  if (is_start() && is_head_content(token_.tag)) {
    open_.push(head_);
    in_head_start();
    open_.erase(head_);
    return true;
  }
  if (ends(Tag::template_)) return in_head();
  if (starts(Tag::head) || (is_end() && !is_any(token_.tag, Tag::body, Tag::html, Tag::br))) return true;
  insert_implied(Tag::body);
  mode_ = Mode::in_body;
  return false;
}

bool TreeBuilder::after_body() {
  if (token_.kind == TokenKind::end || ends(Tag::html)) return true;
  if (starts(Tag::html)) return in_body();
  if (is_text() && token_.text.find_first_not_of(" \t\n\f\r") == std::string_view::npos) return in_body();
  mode_ = Mode::in_body;
  return false;
}

bool TreeBuilder::in_frameset() {
  if (is_text()) {
    insert_text(Kept::white_space);
    return true;
  }
  if (starts(Tag::html)) return in_body();
  if (starts(Tag::frameset)) insert_element();
  if (starts(Tag::frame)) insert_void();
  if (starts(Tag::noframes)) return in_head();
  if (ends(Tag::frameset) && open_.size() > 1) {
    open_.pop();
    if (!open_.top_is(Tag::frameset)) mode_ = Mode::after_frameset;
  }
  return true;
}

/// Behind </html> too, where white space opens again the formatting that the frameset has displaced.
bool TreeBuilder::after_frameset() {
  if (is_text()) {
    const bool white = std::ranges::any_of(token_.text, is_space);
    if (white && mode_ == Mode::after_after_frameset) reopen_formatting();
    insert_text(Kept::white_space);
    return true;
  }
  if (starts(Tag::html)) return in_body();
  if (starts(Tag::noframes)) return in_head();
  if (ends(Tag::html)) mode_ = Mode::after_after_frameset;
  return true;
}

}  // namespace annal::html
