// The body: blocks, lists, formatting, and everything that is no table.
#include <algorithm>
#include <utility>

#include "core/unicode/ascii.h"
#include "reader/html/parser/tree_builder.h"

namespace annal::html {
namespace {

constexpr bool is_block(Tag tag) {
  return is_any(tag, Tag::address, Tag::article, Tag::aside, Tag::blockquote, Tag::center, Tag::details, Tag::dialog,
                Tag::dir, Tag::div, Tag::dl, Tag::fieldset, Tag::figcaption, Tag::figure, Tag::footer, Tag::header,
                Tag::hgroup, Tag::main, Tag::menu, Tag::nav, Tag::ol, Tag::search, Tag::section, Tag::summary, Tag::ul);
}

constexpr bool is_formatting(Tag tag) {
  return is_any(tag, Tag::a, Tag::b, Tag::big, Tag::code, Tag::em, Tag::font, Tag::i, Tag::nobr, Tag::s, Tag::small,
                Tag::strike, Tag::strong, Tag::tt, Tag::u);
}

constexpr bool holds_objects(Tag tag) { return is_any(tag, Tag::applet, Tag::marquee, Tag::object); }

}  // namespace

bool TreeBuilder::in_body() {
  switch (token_.kind) {
    case TokenKind::text: return body_text();
    case TokenKind::start_tag: return body_start();
    case TokenKind::end_tag: return body_end();
    case TokenKind::end: return template_modes_.empty() || in_template();
    default: return true;
  }
}

bool TreeBuilder::body_text() {
  if (token_.text.find_first_not_of('\0') == std::string_view::npos) return true;
  reopen_formatting();
  insert_text();
  if (token_.text.find_first_not_of(std::string_view(" \t\n\f\r\0", 6)) != std::string_view::npos) frameset_ok_ = false;
  return true;
}

bool TreeBuilder::body_start() {
  if (is_head_content(token_.tag)) return in_head_start();
  switch (token_.tag) {
    case Tag::html: start_html(); return true;
    case Tag::body: start_body(); return true;
    case Tag::frameset: start_frameset(); return true;
    case Tag::caption:
    case Tag::col:
    case Tag::colgroup:
    case Tag::frame:
    case Tag::head:
    case Tag::tbody:
    case Tag::td:
    case Tag::tfoot:
    case Tag::th:
    case Tag::thead:
    case Tag::tr: return true;
    case Tag::math:
    case Tag::svg:
      reopen_formatting();
      start_foreign(token_.tag == Tag::svg ? Namespace::svg : Namespace::mathml);
      return true;
    case Tag::image: token_.tag = Tag::img; return false;
    default: break;
  }
  if (body_start_block() || body_start_formatting() || body_start_void() || body_start_form_field()) return true;
  reopen_formatting();
  insert_element();
  return true;
}

void TreeBuilder::start_html() {
  if (!open_.contains(Tag::template_)) merge_attributes(open_[0]);
}

void TreeBuilder::start_body() {
  if (open_.size() < 2 || !open_.is_html(1, Tag::body) || open_.contains(Tag::template_)) return;
  frameset_ok_ = false;
  merge_attributes(open_[1]);
}

void TreeBuilder::start_frameset() {
  if (open_.size() < 2 || !open_.is_html(1, Tag::body) || !frameset_ok_) return;
  dom_.detach(open_[1]);
  open_.shrink(1);
  insert_element();
  mode_ = Mode::in_frameset;
}

bool TreeBuilder::body_start_block() {
  const Tag tag = token_.tag;
  if (is_block(tag) || is_heading(tag)) {
    close_p();
    if (is_heading(tag) && open_.is_html(open_.size() - 1) && is_heading(open_.top_node().tag)) open_.pop();
    insert_element();
    return true;
  }
  switch (tag) {
    case Tag::p:
      close_p();
      insert_element();
      return true;
    case Tag::pre:
    case Tag::listing:
      close_p();
      insert_element();
      skip_line_feed_ = true;
      frameset_ok_ = false;
      return true;
    case Tag::li:
    case Tag::dd:
    case Tag::dt: start_list_item(); return true;
    case Tag::table:
      if (!quirks_) close_p();
      insert_element();
      frameset_ok_ = false;
      mode_ = Mode::in_table;
      return true;
    case Tag::hr:
      close_p();
      insert_void();
      frameset_ok_ = false;
      return true;
    case Tag::plaintext:
      close_p();
      insert_element();
      tokenizer_.set_content(ContentModel::plaintext, token_.name);
      return true;
    case Tag::xmp:
      close_p();
      reopen_formatting();
      frameset_ok_ = false;
      start_plain_text(ContentModel::rawtext);
      return true;
    default: return false;
  }
}

/// An item ends the one before it in the same list: that which no other block stands between.
void TreeBuilder::start_list_item() {
  frameset_ok_ = false;
  const bool item = token_.tag == Tag::li;
  const bool any = item ? open_.contains(Tag::li) : open_.contains(Tag::dd) || open_.contains(Tag::dt);
  for (std::size_t i = open_.size(); any && i-- > 0;) {
    const Tag tag = open_.tag(i);
    if (open_.is_html(i) && (item ? tag == Tag::li : is_any(tag, Tag::dd, Tag::dt))) {
      open_.pop_implied(tag);
      open_.pop_through(tag);
      break;
    }
    if (open_.is_special(i) && !(open_.is_html(i) && is_any(tag, Tag::address, Tag::div, Tag::p))) break;
  }
  close_p();
  insert_element();
}

bool TreeBuilder::body_start_formatting() {
  const Tag tag = token_.tag;
  if (holds_objects(tag)) {
    reopen_formatting();
    insert_element();
    formatting_.push_marker();
    frameset_ok_ = false;
    return true;
  }
  if (!is_formatting(tag)) return false;
  if (tag == Tag::a) {
    if (const NodeId link = formatting_.find(Tag::a); link != no_node) {
      adopt();
      formatting_.erase(link);
      open_.erase(link);
    }
  }
  reopen_formatting();
  if (tag == Tag::nobr && open_.in_scope(Tag::nobr)) {
    adopt();
    reopen_formatting();
  }
  formatting_.push(insert_element());
  return true;
}

bool TreeBuilder::body_start_void() {
  switch (token_.tag) {
    case Tag::area:
    case Tag::br:
    case Tag::embed:
    case Tag::img:
    case Tag::keygen:
    case Tag::wbr:
      reopen_formatting();
      insert_void();
      frameset_ok_ = false;
      return true;
    case Tag::input: {
      reopen_formatting();
      insert_void();
      const auto type = std::ranges::find(token_.attributes, "type", &Attribute::name);
      if (type == token_.attributes.end() || lowered(type->value) != "hidden") frameset_ok_ = false;
      return true;
    }
    case Tag::param:
    case Tag::source:
    case Tag::track: insert_void(); return true;
    default: return false;
  }
}

bool TreeBuilder::body_start_form_field() {
  switch (token_.tag) {
    case Tag::form:
      if (form_ != no_node && !open_.contains(Tag::template_)) return true;
      close_p();
      if (open_.contains(Tag::template_)) {
        insert_element();
      } else {
        form_ = insert_element();
      }
      return true;
    case Tag::button: start_button(); return true;
    case Tag::textarea:
      start_plain_text(ContentModel::rcdata);
      skip_line_feed_ = true;
      frameset_ok_ = false;
      return true;
    case Tag::iframe:
      frameset_ok_ = false;
      start_plain_text(ContentModel::rawtext);
      return true;
    case Tag::noembed: start_plain_text(ContentModel::rawtext); return true;
    case Tag::select: {
      reopen_formatting();
      insert_element();
      frameset_ok_ = false;
      const bool table = mode_ == Mode::in_table || mode_ == Mode::in_caption || mode_ == Mode::in_table_body ||
                         mode_ == Mode::in_row || mode_ == Mode::in_cell;
      mode_ = table ? Mode::in_select_in_table : Mode::in_select;
      return true;
    }
    case Tag::optgroup:
    case Tag::option:
      if (open_.top_is(Tag::option)) open_.pop();
      reopen_formatting();
      insert_element();
      return true;
    case Tag::rb:
    case Tag::rtc:
    case Tag::rp:
    case Tag::rt:
      if (open_.in_scope(Tag::ruby)) open_.pop_implied(is_any(token_.tag, Tag::rp, Tag::rt) ? Tag::rtc : Tag::unknown);
      insert_element();
      return true;
    default: return false;
  }
}

void TreeBuilder::start_button() {
  if (open_.in_scope(Tag::button)) {
    open_.pop_implied();
    open_.pop_through(Tag::button);
  }
  reopen_formatting();
  insert_element();
  frameset_ok_ = false;
}

bool TreeBuilder::body_end() {
  const Tag tag = token_.tag;
  if (is_block(tag) || is_any(tag, Tag::button, Tag::listing, Tag::pre) || holds_objects(tag)) {
    if (!open_.in_scope(tag)) return true;
    open_.pop_implied();
    open_.pop_through(tag);
    if (holds_objects(tag)) formatting_.clear_to_marker();
    return true;
  }
  if (is_heading(tag)) {
    if (!open_.in_scope_if(is_heading, Scope::any)) return true;
    open_.pop_implied();
    open_.pop_through_if(is_heading);
    return true;
  }
  if (is_formatting(tag)) {
    adopt();
    return true;
  }
  switch (tag) {
    case Tag::template_: end_template(); return true;
    case Tag::body:
    case Tag::html:
      if (!open_.in_scope(Tag::body)) return true;
      mode_ = Mode::after_body;
      return tag == Tag::body;
    case Tag::form: end_form(); return true;
    case Tag::p:
      if (!open_.in_scope(Tag::p, Scope::button)) insert_implied(Tag::p);
      close_p();
      return true;
    case Tag::li:
    case Tag::dd:
    case Tag::dt:
      if (!open_.in_scope(tag, tag == Tag::li ? Scope::list_item : Scope::any)) return true;
      open_.pop_implied(tag);
      open_.pop_through(tag);
      return true;
    case Tag::br:
      token_.kind = TokenKind::start_tag;
      token_.attributes.clear();
      return body_start_void();
    default: end_any_other(); return true;
  }
}

/// "Any other end tag" of the standard.
void TreeBuilder::end_any_other() {
  const std::size_t place = open_.find_above_special(token_.tag, token_.name);
  if (place == 0) return;
  open_.pop_implied(token_.tag);
  open_.shrink(std::min(place, open_.size()));
}

void TreeBuilder::end_form() {
  if (open_.contains(Tag::template_)) {
    if (!open_.in_scope(Tag::form)) return;
    open_.pop_implied();
    open_.pop_through(Tag::form);
    return;
  }
  const NodeId form = std::exchange(form_, no_node);
  if (form == no_node || !dom_.nodes[form].open || !open_.node_in_scope(form)) return;
  open_.pop_implied();
  open_.erase(form);
}

}  // namespace annal::html
