#include "reader/html/flow.h"

#include <algorithm>

#include "core/unicode/ascii.h"
#include "core/unicode/utf8.h"
#include "reader/table_cursor.h"

namespace annal {
namespace {

std::uint8_t heading_level(Tag tag) {
  return is_heading(tag) ? static_cast<std::uint8_t>(static_cast<int>(tag) - static_cast<int>(Tag::h1) + 1)
                         : std::uint8_t{0};
}

bool is_lead(Tag tag) { return html::is_any(tag, Tag::b, Tag::strong, Tag::time); }

class Flow {
 public:
  Flow(const PageTree& tree, Document& document, Layout& layout)
      : tree_(tree), document_(document), layout_(layout), writer_(document, layout) {}

  void subtree(std::uint32_t root, bool even_dropped) {
    const auto& nodes = tree_.nodes();
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = root; i < nodes[root].end; ++i) {
      while (!open.empty() && i >= nodes[open.back()].end) close(open);
      const PageNode& node = nodes[i];
      if (node.dropped && !even_dropped) {
        i = node.end - 1;
        continue;
      }
      if (!node.element) {
        text(i);
        continue;
      }
      if (node.tag == Tag::br) {
        writer_.line_break();
      } else if (is_lead(node.tag)) {
        writer_.begin_lead();
        open.push_back(i);
      } else if (node.block) {
        writer_.end_block();
        open.push_back(i);
        enter(i);
      }
    }
    while (!open.empty()) close(open);
    writer_.end_block();
  }

  /// Cuts the text to its first `size` bytes if those are `title`, else takes it all back.
  void cut_to(const std::string& title) {
    if (!document_.text.starts_with(title) || title.empty()) {
      document_.text.clear();
      document_.blocks.clear();
      document_.source = {};
      return;
    }
    document_.text.resize(title.size());
    document_.blocks.assign(
        1, Block{{0, static_cast<std::uint32_t>(title.size())}, BlockKind::title, 1, BlockRole::prose});
  }

 private:
  void enter(std::uint32_t i) {
    const Tag tag = tree_.nodes()[i].tag;
    count(tag, 1);
    if (tag == Tag::table) tables_.emplace_back(++layout_.tables);
    if (tag == Tag::tr && !tables_.empty()) tables_.back().begin_row();
    if ((tag == Tag::td || tag == Tag::th) && !tables_.empty())
      writer_.cell = tables_.back().begin_cell(span_of(i, "colspan"), span_of(i, "rowspan"), tag == Tag::th);
    if (tag == Tag::dt && (entry_ == 0 || described_)) {
      entry_ = ++layout_.entries;
      described_ = false;
    }
    if (tag == Tag::dd) described_ = true;
    if (tag == Tag::li && items_ == 1 && entry_ == 0) entry_ = ++layout_.entries;
    settle();
  }

  void close(std::vector<std::uint32_t>& open) {
    const Tag tag = tree_.nodes()[open.back()].tag;
    open.pop_back();
    if (is_lead(tag)) {
      writer_.end_lead();
      return;
    }
    writer_.end_block();
    count(tag, -1);
    if (tag == Tag::table && !tables_.empty()) tables_.pop_back();
    if (html::is_any(tag, Tag::td, Tag::th, Tag::table)) writer_.cell = {};
    if ((tag == Tag::li && items_ == 0) || tag == Tag::dl) entry_ = 0;
    settle();
  }

  void count(Tag tag, int by) {
    if (heading_level(tag) > 0) writer_.next.level = by > 0 ? heading_level(tag) : std::uint8_t{0};
    if (tag == Tag::pre) preformatted_ += by;
    if (tag == Tag::li || tag == Tag::dd || tag == Tag::dt) items_ += by;
    if (tag == Tag::figcaption || tag == Tag::caption) captions_ += by;
    if (tag == Tag::blockquote) quotes_ += by;
  }

  /// What the blocks to come are.
  void settle() {
    Block& next = writer_.next;
    next.kind = captions_ > 0 ? BlockKind::boilerplate : next.level > 0 ? BlockKind::title : BlockKind::paragraph;
    next.role = captions_ > 0 ? BlockRole::caption
                : items_ > 0  ? BlockRole::item
                : quotes_ > 0 ? BlockRole::quote
                              : BlockRole::prose;
    next.entry = entry_;
  }

  std::uint32_t span_of(std::uint32_t i, std::string_view name) const { return cell_span(tree_.attribute(i, name)); }

  void text(std::uint32_t i) {
    const std::string_view decoded = tree_.own_text(i);
    if (decoded.empty()) return;
    const std::vector<std::uint32_t> places = tree_.text_places(i);
    for (std::size_t at = 0; at < decoded.size();) {
      const std::size_t length = std::min(utf8_length(decoded[at]), decoded.size() - at);
      const char c = decoded[at];
      if (preformatted_ > 0 && (c == '\n' || c == '\r') && writer_.begun())
        writer_.new_line(places[at]);
      else
        writer_.point(decoded.substr(at, length), places[at]);
      at += length;
    }
  }

  const PageTree& tree_;
  Document& document_;
  Layout& layout_;
  BlockWriter writer_;
  std::vector<TableCursor> tables_;  ///< those that the walk is in
  int preformatted_ = 0, items_ = 0, captions_ = 0, quotes_ = 0;
  std::uint32_t entry_ = 0;
  bool described_ = false;  // a description has followed the last term
};

}  // namespace

void flow_text(const PageTree& tree, std::uint32_t title_node, Document& document, Layout& layout) {
  if (title_node != 0) {
    Layout none;
    Flow title(tree, document, none);
    title.subtree(title_node, true);
    title.cut_to(document.title);
  }
  Flow(tree, document, layout).subtree(0, false);
}

}  // namespace annal
