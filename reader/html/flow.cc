#include "reader/html/flow.h"

#include <algorithm>

#include "core/unicode/ascii.h"
#include "core/unicode/utf8.h"

namespace annal {
namespace {

std::uint8_t heading_level(Tag tag) {
  return is_heading(tag) ? static_cast<std::uint8_t>(static_cast<int>(tag) - static_cast<int>(Tag::h1) + 1)
                         : std::uint8_t{0};
}

class Flow {
 public:
  Flow(const PageTree& tree, Document& document) : tree_(tree), document_(document) {}

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
        line_break();
      } else if (node.block) {
        end_block();
        open.push_back(i);
        enter(node.tag, 1);
      }
    }
    while (!open.empty()) close(open);
    end_block();
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
  void enter(Tag tag, int by) {
    if (heading_level(tag) > 0) level_ = by > 0 ? heading_level(tag) : std::uint8_t{0};
    if (tag == Tag::pre) preformatted_ += by;
    if (tag == Tag::li || tag == Tag::dd || tag == Tag::dt) items_ += by;
    if (tag == Tag::figcaption || tag == Tag::caption) captions_ += by;
    if (tag == Tag::blockquote) quotes_ += by;
  }

  void close(std::vector<std::uint32_t>& open) {
    end_block();
    enter(tree_.nodes()[open.back()].tag, -1);
    open.pop_back();
  }

  void line_break() {
    if (begun_ && ++breaks_ >= 2) end_block();
  }

  void text(std::uint32_t i) {
    const std::string_view decoded = tree_.own_text(i);
    if (decoded.empty()) return;
    const std::vector<std::uint32_t> places = tree_.text_places(i);
    for (std::size_t at = 0; at < decoded.size();) {
      const std::size_t length = std::min(utf8_length(decoded[at]), decoded.size() - at);
      point(decoded.substr(at, length), places[at]);
      at += length;
    }
  }

  void point(std::string_view bytes, std::uint32_t source) {
    const char c = bytes.front();
    if (preformatted_ > 0 && (c == '\n' || c == '\r') && begun_) {
      breaks_ = 1;
      space_ = false;
      white_source_ = source;
      return;
    }
    if (is_space(c) || static_cast<unsigned char>(c) < 0x20 || c == '\x7F') {
      if (begun_ && !space_) white_source_ = source;
      space_ = space_ || begun_;
      return;
    }
    // Soft hyphens, zero-width spaces and byte-order marks show nothing; U+FFFE and U+FFFF are no characters.
    if (bytes == "\u00AD" || bytes == "\u200B" || bytes == "\uFEFF") return;
    if (bytes == "\u0085" || bytes == "\u2028" || bytes == "\u2029") {
      space_ = space_ || begun_;
      return;
    }
    if (!begun_) begin_block();
    if (breaks_ > 0) {
      put("\n", white_source_ == 0 ? source : white_source_);
    } else if (space_) {
      put(" ", white_source_);
    }
    space_ = false;
    breaks_ = 0;
    white_source_ = 0;
    put(bytes == "\uFFFE" || bytes == "\uFFFF" ? "\uFFFD" : bytes, source);
  }

  void put(std::string_view bytes, std::uint32_t source) {
    document_.source.add(static_cast<std::uint32_t>(document_.text.size()), source);
    document_.text += bytes;
    last_source_ = source + static_cast<std::uint32_t>(bytes.size());
  }

  void begin_block() {
    if (!document_.text.empty()) put("\n\n", last_source_);
    begun_ = true;
    begin_ = static_cast<std::uint32_t>(document_.text.size());
  }

  void end_block() {
    breaks_ = 0;
    space_ = false;
    white_source_ = 0;
    if (!begun_) return;
    begun_ = false;
    const auto end = static_cast<std::uint32_t>(document_.text.size());
    Block block{{begin_, end}, BlockKind::paragraph, level_, BlockRole::prose};
    if (level_ > 0) block.kind = BlockKind::title;
    if (quotes_ > 0) block.role = BlockRole::quote;
    if (items_ > 0) block.role = BlockRole::item;
    if (captions_ > 0) {
      block.role = BlockRole::caption;
      block.kind = BlockKind::boilerplate;
    }
    document_.blocks.push_back(block);
  }

  const PageTree& tree_;
  Document& document_;
  bool begun_ = false;
  bool space_ = false;
  int breaks_ = 0, preformatted_ = 0, items_ = 0, captions_ = 0, quotes_ = 0;
  std::uint8_t level_ = 0;
  std::uint32_t begin_ = 0, white_source_ = 0, last_source_ = 0;
};

}  // namespace

void flow_text(const PageTree& tree, std::uint32_t title_node, Document& document) {
  if (title_node != 0) {
    Flow title(tree, document);
    title.subtree(title_node, true);
    title.cut_to(document.title);
  }
  Flow(tree, document).subtree(0, false);
}

}  // namespace annal
