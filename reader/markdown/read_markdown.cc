#include "reader/markdown/read_markdown.h"

#include <algorithm>
#include <utility>

#include "core/text/language_of.h"
#include "core/text/read.h"
#include "core/unicode/ascii.h"
#include "core/unicode/utf8.h"
#include "reader/html/parser/reference.h"
#include "reader/layout.h"
#include "reader/markdown/front_matter.h"
#include "reader/markdown/item_numbers.h"
#include "reader/markdown/parser.h"
#include "reader/source_path.h"

namespace annal {
namespace {

constexpr std::size_t largest = std::size_t{1} << 24;  // bytes; what is larger is read as plain text

/// Writes the document as md4c calls.
class MarkdownWriter final : public MarkdownHandler {
 public:
  /// `markdown` is the source from offset `begin` on.
  MarkdownWriter(std::string_view markdown, std::uint32_t begin, std::vector<bool> numbers, Document& document,
                 Layout& layout)
      : markdown_(markdown), begin_(begin), numbers_(std::move(numbers)), writer_(document, layout) {}

  void enter_block(MD_BLOCKTYPE type, const void* detail) override {
    writer_.end_block();
    switch (type) {
      case MD_BLOCK_H: level_ = static_cast<std::uint8_t>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level); break;
      case MD_BLOCK_QUOTE: ++quotes_; break;
      case MD_BLOCK_UL: lists_.push_back(false); break;
      case MD_BLOCK_OL:
        lists_.push_back(list_count_ < numbers_.size() && numbers_[list_count_]);
        ++list_count_;
        break;
      case MD_BLOCK_LI:
        if (++items_ == 1) ++entry_;
        number_ = !lists_.empty() && lists_.back();
        break;
      case MD_BLOCK_CODE: code_ = true; break;
      case MD_BLOCK_HTML: html_ = true; break;
      case MD_BLOCK_TABLE:
        ++cell_.table;
        cell_.row = 0;
        break;
      case MD_BLOCK_TR:
        ++cell_.row;
        column_ = 0;
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        cell_.header = type == MD_BLOCK_TH;
        cell_.column = column_++;
        writer_.cell = cell_;
        break;
      default: break;
    }
    settle();
  }

  void leave_block(MD_BLOCKTYPE type) override {
    writer_.end_block();
    switch (type) {
      case MD_BLOCK_H: level_ = 0; break;
      case MD_BLOCK_QUOTE: --quotes_; break;
      case MD_BLOCK_UL:
      case MD_BLOCK_OL: lists_.pop_back(); break;
      case MD_BLOCK_LI: --items_; break;
      case MD_BLOCK_CODE: code_ = false; break;
      case MD_BLOCK_HTML: html_ = in_tag_ = false; break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD: writer_.cell = {}; break;
      default: break;
    }
    settle();
  }

  void enter_span(MD_SPANTYPE type, const void*) override {
    if (type == MD_SPAN_STRONG) writer_.begin_lead();
    if (type == MD_SPAN_A) ++links_;
    if (type == MD_SPAN_IMG || type == MD_SPAN_DEL) ++silent_;
  }
  void leave_span(MD_SPANTYPE type) override {
    if (type == MD_SPAN_STRONG) writer_.end_lead();
    if (type == MD_SPAN_A) --links_;
    if (type == MD_SPAN_IMG || type == MD_SPAN_DEL) --silent_;
  }

  void text(MD_TEXTTYPE type, std::string_view text, std::uint32_t at) override {
    const std::uint32_t source = begin_ + at;
    if (silent_ > 0) return;
    if (number_) number(at);
    switch (type) {
      case MD_TEXT_BR:
      case MD_TEXT_SOFTBR: writer_.new_line(source); break;
      case MD_TEXT_ENTITY: reference(text, source); break;
      case MD_TEXT_HTML:
        if (html_) raw(text, source);
        break;
      default:
        if (links_ > 0 && (text.find("://") != std::string_view::npos || text.starts_with("www."))) return;
        lines(text, source);
    }
  }

 private:
  /// What the blocks to come are.
  void settle() {
    Block& next = writer_.next;
    next.level = level_;
    next.kind = code_ ? BlockKind::boilerplate : level_ > 0 ? BlockKind::title : BlockKind::paragraph;
    next.role = items_ > 0 ? BlockRole::item : quotes_ > 0 ? BlockRole::quote : BlockRole::prose;
    next.entry = items_ > 0 ? entry_ : 0;
  }

  void number(std::uint32_t at) {
    number_ = false;
    const std::string_view written = item_number(markdown_, at);
    if (written.empty()) return;
    const auto place = static_cast<std::uint32_t>(written.data() - markdown_.data());
    writer_.text(written, begin_ + place);
    writer_.point(" ", begin_ + place + static_cast<std::uint32_t>(written.size()));
  }

  void reference(std::string_view text, std::uint32_t source) {
    std::string decoded;
    if (html::read_reference(text, false, decoded) == 0) return lines(text, source);
    for (std::size_t at = 0; at < decoded.size(); at += utf8_length(decoded[at]))
      writer_.point(std::string_view(decoded).substr(at, utf8_length(decoded[at])), source);
  }

  void lines(std::string_view text, std::uint32_t source) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      writer_.text(text.substr(at, end - at), source + static_cast<std::uint32_t>(at));
      if (end < text.size()) writer_.new_line(source + static_cast<std::uint32_t>(end));
      at = end + 1;
    }
  }

  /// A block of tags: what stands between them.
  void raw(std::string_view text, std::uint32_t source) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find(in_tag_ ? '>' : '<', at), text.size());
      if (!in_tag_) lines(text.substr(at, end - at), source + static_cast<std::uint32_t>(at));
      if (end < text.size()) {
        in_tag_ = !in_tag_;
        writer_.point(" ", source + static_cast<std::uint32_t>(end));
      }
      at = end + 1;
    }
  }

  std::string_view markdown_;
  std::uint32_t begin_;
  std::vector<bool> numbers_;  ///< by ordered list
  BlockWriter writer_;
  std::uint8_t level_ = 0;
  int quotes_ = 0, items_ = 0, links_ = 0, silent_ = 0;
  std::uint32_t entry_ = 0, column_ = 0;
  std::size_t list_count_ = 0;
  std::vector<bool> lists_;  ///< those open: whether their numbers are text
  Cell cell_;
  bool code_ = false, html_ = false, in_tag_ = false, number_ = false;
};

/// The title of the front matter as the first block, unless a heading says the same.
void write_title(std::string_view source, const FrontMatter& front, Document& document, Layout& layout) {
  const std::string_view title = slice(source, front.title);
  if (title.empty() || source.substr(front.end).find("# " + std::string(title) + "\n") != std::string_view::npos)
    return;
  BlockWriter writer(document, layout);
  writer.next.kind = BlockKind::title;
  writer.next.level = 1;
  writer.text(title, front.title.begin);
  writer.end_block();
}

/// Marks that only Markdown has, counted up to two.
class MarkCounter {
 public:
  explicit MarkCounter(std::string_view text) : text_(text) {}

  bool clear() {
    for (std::size_t at = 0; at < text_.size() && marks_ < 2;) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      line(trimmed(text_.substr(at, end - at)));
      at = end + 1;
    }
    return marks_ >= 2;
  }

 private:
  void line(std::string_view line) {
    if (is_heading(line)) marks_ += before_.empty() && first_ ? 2 : 1;
    if (is_rule_of_table(line) && before_.find('|') != std::string_view::npos) marks_ += 2;
    if (has_link(line)) marks_ += 2;
    if (has_bold(line)) ++marks_;
    first_ = first_ && line.empty();
    before_ = line;
  }

  static bool is_heading(std::string_view line) {
    const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
    return level >= 1 && level <= 6 && level + 1 < line.size() && line[level] == ' ';
  }
  static bool is_rule_of_table(std::string_view line) {
    return line.find("--") != std::string_view::npos && line.find('|') != std::string_view::npos &&
           line.find_first_not_of("|-: ") == std::string_view::npos;
  }
  static bool has_link(std::string_view line) {
    const std::size_t middle = line.find("](");
    return middle != std::string_view::npos && line.substr(0, middle).find('[') != std::string_view::npos &&
           line.find(')', middle) != std::string_view::npos &&
           (line.substr(middle + 2).starts_with("http") || line.substr(middle + 2).starts_with("/"));
  }
  static bool has_bold(std::string_view line) {
    const std::size_t begin = line.find("**");
    if (begin == std::string_view::npos || begin + 2 >= line.size()) return false;
    const std::size_t end = line.find("**", begin + 2);
    return end != std::string_view::npos && end > begin + 2 && line[begin + 2] != ' ' && line[begin + 2] != '*' &&
           line[end - 1] != ' ';
  }

  std::string_view text_, before_;
  int marks_ = 0;
  bool first_ = true;  // no words yet
};

}  // namespace

bool is_markdown(std::string_view bytes, std::string_view name) {
  const std::string ending = lowered(name.substr(name.size() - std::min<std::size_t>(name.size(), 9)));
  if (ending.ends_with(".md") || ending.ends_with(".markdown")) return true;
  return read_front_matter(bytes).end > 0 || MarkCounter(bytes).clear();
}

Result<Document> read_markdown(std::string_view bytes, std::string_view name, const Language* language) {
  SourceMap to_bytes;
  Result<Document> read = read_text(bytes, name, &to_bytes);
  if (!read || read->text.size() > largest) return read;
  const std::string source = std::move(read->text);
  const FrontMatter front = read_front_matter(source);
  const std::string_view body = std::string_view(source).substr(front.end);
  Document document;
  document.language = front.language;
  document.text = body;
  const Language& settled = settle_language(document, language);
  document.text.clear();
  document.dct_candidates = front.dates;
  if (!front.dates.empty()) document.dct = front.dates.front().dct;
  Layout layout;
  write_title(source, front, document, layout);
  MarkdownWriter writer(body, static_cast<std::uint32_t>(front.end), numbers_are_text(body, settled), document, layout);
  if (!parse_markdown(body, writer) || document.text.empty()) {
    document = Document{};
    document.text = source;
    return document;
  }
  apply_layout(document, std::move(layout), settled);
  document.title = slice(source, front.title);
  if (document.title.empty()) document.title = heading_title(document, settled);
  document.source = through(document.source, to_bytes, document.text);
  document.source.end_at(static_cast<std::uint32_t>(bytes.size()));
  return document;
}

}  // namespace annal
