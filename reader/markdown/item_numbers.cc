#include "reader/markdown/item_numbers.h"

#include <algorithm>

#include "core/unicode/ascii.h"
#include "reader/date_cell.h"
#include "reader/markdown/parser.h"

namespace annal {
namespace {

class ListReader final : public MarkdownHandler {
 public:
  ListReader(std::string_view source, const Language& language) : source_(source), dates_(language) {}

  std::vector<bool> take() { return std::move(text_); }

  void enter_block(MD_BLOCKTYPE type, const void*) override {
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) {
      open_.push_back({type == MD_BLOCK_OL ? text_.size() : no_list, none});
      if (type == MD_BLOCK_OL) text_.push_back(false);
    }
    waiting_ = type == MD_BLOCK_LI || (waiting_ && type == MD_BLOCK_P);
  }
  void leave_block(MD_BLOCKTYPE type) override {
    if ((type == MD_BLOCK_UL || type == MD_BLOCK_OL) && !open_.empty()) open_.pop_back();
  }
  void enter_span(MD_SPANTYPE, const void*) override {}
  void leave_span(MD_SPANTYPE) override {}
  void text(MD_TEXTTYPE, std::string_view, std::uint32_t source) override {
    if (!waiting_ || open_.empty() || open_.back().list == no_list) return;
    waiting_ = false;
    item(open_.back(), source);
  }

 private:
  static constexpr std::size_t no_list = SIZE_MAX;
  static constexpr std::uint32_t none = UINT32_MAX;
  struct List {
    std::size_t list;    ///< in text_; no_list: without numbers
    std::uint32_t last;  ///< number of its last item; none: before the first
  };

  void item(List& list, std::uint32_t at) {
    const std::string_view written = item_number(source_, at);
    if (written.empty()) return;
    std::uint32_t number = 0;
    for (const char c : written.substr(0, written.size() - 1))
      number = number * 10 + static_cast<std::uint32_t>(c - '0');
    const bool counts =
        list.last == none ? number <= 1 : number == list.last + 1 || (number == list.last && number <= 1);
    constexpr std::size_t front = 48;
    const auto begin = static_cast<std::size_t>(written.data() - source_.data());
    std::string_view line = source_.substr(begin, front);
    line = line.substr(0, line.find('\n'));
    if (!counts || dates_.begins(line)) text_[list.list] = true;
    list.last = number;
  }

  std::string_view source_;
  DateCellReader dates_;
  std::vector<bool> text_;
  std::vector<List> open_;
  bool waiting_ = false;  // for the first words of an item
};

}  // namespace

std::string_view item_number(std::string_view source, std::size_t at) {
  constexpr std::size_t longest = 64;  // of what stands before the words of an item
  const std::size_t least = at - std::min(at, longest);
  std::size_t begin = at;
  while (begin > least && source[begin - 1] != '\n') --begin;
  while (begin < at && std::string_view(" \t>-+*").find(source[begin]) != std::string_view::npos) ++begin;
  std::size_t end = begin;
  while (end < at && is_digit(source[end])) ++end;
  if (end == begin || end >= at || (source[end] != '.' && source[end] != ')')) return {};
  return source.substr(begin, end + 1 - begin);
}

std::vector<bool> numbers_are_text(std::string_view markdown, const Language& language) {
  ListReader reader(markdown, language);
  parse_markdown(markdown, reader);
  return reader.take();
}

}  // namespace annal
