// The tree construction of the HTML standard: which element a tag opens or closes depends on the insertion mode, and
// each mode is one function here, in the file of its kind: builder_head.cc, builder_body.cc, builder_table.cc,
// builder_select.cc, builder_foreign.cc; formatting that is nested wrongly is in builder_adoption.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "reader/html/parser/active_formatting.h"
#include "reader/html/parser/dom.h"
#include "reader/html/parser/open_elements.h"
#include "reader/html/parser/tokenizer.h"

namespace annal::html {

enum class Mode : std::uint8_t {
  initial,
  before_html,
  before_head,
  in_head,
  in_head_noscript,
  after_head,
  in_body,
  text,
  in_table,
  in_caption,
  in_column_group,
  in_table_body,
  in_row,
  in_cell,
  in_select,
  in_select_in_table,
  in_template,
  after_body,
  in_frameset,
  after_frameset,
  after_after_frameset
};

class TreeBuilder {
 public:
  explicit TreeBuilder(std::string_view html) : tokenizer_(html, dom_), open_(dom_), formatting_(dom_) {}

  Result<Dom> run();

 private:
  // A mode's function returns whether the token is used up; if not, it is handled again, in the mode then set.
  bool dispatch();
  bool in_mode(Mode mode);
  bool is_foreign() const;

  bool initial();
  bool before_html();
  bool before_head();
  bool in_head();
  bool in_head_start();
  bool in_head_noscript();
  bool after_head();
  bool after_body();
  bool in_frameset();
  bool after_frameset();

  bool in_body();
  bool body_text();
  bool body_start();
  bool body_start_block();
  bool body_start_formatting();
  bool body_start_void();
  bool body_start_form_field();
  bool body_end();
  void end_any_other();
  void start_list_item();
  void start_html();
  void start_body();
  void start_frameset();
  void start_button();
  void start_plain_text(ContentModel model);
  void end_form();

  bool in_table();
  bool in_table_start();
  bool in_table_anything_else();
  bool in_caption();
  bool in_column_group();
  bool in_table_body();
  bool in_row();
  bool in_cell();
  bool table_text();
  void close_cell();

  bool in_select();
  bool in_select_in_table();
  bool in_template();
  void end_template();
  void reset_mode();
  Mode mode_of_select(std::size_t place) const;

  bool in_foreign();
  bool is_breakout() const;
  bool end_foreign();
  void start_foreign(Namespace space);

  /// The adoption agency algorithm, for the tag at hand: an end tag, or a start tag that ends an element of its kind.
  void adopt();
  /// One of its rounds, for the formatting element `element`; true where another round may follow.
  bool adopt_once(NodeId element);
  void reopen_formatting();

  NodeId insert_element(Namespace space = Namespace::html);
  NodeId insert_implied(Tag tag);
  void insert_void();
  /// What of a text becomes part of the tree.
  enum class Kept { all_but_nul, nul_replaced, white_space };
  void insert_text(Kept kept = Kept::all_but_nul);
  void append_text(Kept kept);
  NodeId make_element(Namespace space);
  NodeId clone(NodeId element);
  void count_reopened(const DomNode& copy);
  struct Location {
    NodeId parent, before;
  };
  Location location(NodeId target) const;
  void close_p();
  void merge_attributes(NodeId element);

  bool starts(Tag tag) const { return token_.kind == TokenKind::start_tag && token_.tag == tag; }
  bool ends(Tag tag) const { return token_.kind == TokenKind::end_tag && token_.tag == tag; }
  bool is_start() const { return token_.kind == TokenKind::start_tag; }
  bool is_end() const { return token_.kind == TokenKind::end_tag; }
  bool is_text() const { return token_.kind == TokenKind::text; }
  bool is_separator() const { return token_.kind == TokenKind::comment || token_.kind == TokenKind::doctype; }
  /// Inserts (or, unless `insert`, drops) the white space at the front of a text; true where nothing remains of it.
  bool take_white_space(bool insert);
  void remove_text_front(std::size_t size);
  bool in_table_part() const;
  void check_limits();
  void check_depth();

  Dom dom_;
  Tokenizer tokenizer_;
  Token token_;
  OpenElements open_;
  ActiveFormatting formatting_;
  Mode mode_ = Mode::initial, after_text_ = Mode::initial;
  std::vector<Mode> template_modes_;
  NodeId head_ = no_node, form_ = no_node, open_text_ = no_node;
  bool frameset_ok_ = true, foster_ = false, quirks_ = false, skip_line_feed_ = false;
  std::size_t markup_ = 0, reopened_ = 0;
  std::optional<Error> error_;
};

}  // namespace annal::html
