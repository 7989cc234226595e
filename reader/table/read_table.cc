#include "reader/table/read_table.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/text/language_of.h"
#include "core/text/read.h"
#include "core/unicode/ascii.h"
#include "reader/date_cell.h"
#include "reader/html/words.h"
#include "reader/layout.h"
#include "reader/source_path.h"
#include "reader/table/fields.h"

namespace annal {
namespace {

constexpr std::size_t largest = std::size_t{1} << 24;  // bytes; what is larger is read as plain text

class TableWriter {
 public:
  TableWriter(std::string_view text, Document& document, Layout& layout)
      : text_(text), writer_(document, layout), fields_(text, separator_of(text)) {}

  void run() {
    Cell cell{.table = 1, .row = 1};
    while (!fields_.at_end()) {
      const Field field = fields_.next();
      writer_.cell = cell;
      write(field);
      writer_.end_block();
      ++cell.column;
      if (!field.ends_record) continue;
      ++cell.row;
      cell.column = 0;
    }
  }

 private:
  void write(const Field& field) {
    std::uint32_t at = field.span.begin;
    bool in_quotes = false;
    const std::uint32_t begin = at + (field.quoted ? 1 : 0);
    const bool marked = has_formula_mark(text_, field);
    while (at < field.span.end) {
      const char c = text_[at];
      if (field.quoted && c == '"') {
        const bool twice = in_quotes && at + 1 < field.span.end && text_[at + 1] == '"';
        if (twice)
          writer_.text("\"", at++);
        else
          in_quotes = !in_quotes;
        ++at;
      } else if (c == '\n') {
        writer_.new_line(at++);
      } else if (marked && at == begin) {
        ++at;
      } else {
        std::uint32_t end = at + 1;
        while (end < field.span.end && text_[end] != '"' && text_[end] != '\n') ++end;
        writer_.text(text_.substr(at, end - at), at);
        at = end;
      }
    }
  }

  std::string_view text_;
  BlockWriter writer_;
  FieldReader fields_;
};

/// Marks the first row as headers unless one of its cells is a number or a date.
void mark_header(const Document& document, Layout& layout, const Language& language) {
  DateCellReader dates(language);
  const auto is_value = [&](const Cell& cell) {
    const std::string_view text = slice(document.text, document.blocks[cell.block].span);
    return is_digit(text[0]) || dates.read(text).unit != Granularity::none;
  };
  const auto end = std::ranges::find_if(layout.cells, [](const Cell& cell) { return cell.row > 1; });
  if (end == layout.cells.end() || std::any_of(layout.cells.begin(), end, is_value)) return;
  std::for_each(layout.cells.begin(), end, [](Cell& cell) { cell.header = true; });
}

}  // namespace

bool is_table(std::string_view bytes, std::string_view name) {
  const std::string ending = lowered(name.substr(name.size() - std::min<std::size_t>(name.size(), 4)));
  if (ending == ".csv" || ending == ".tsv") return true;
  constexpr std::size_t longest_header = 1000;
  const std::string_view first = bytes.substr(0, bytes.find('\n'));
  if (first.size() > longest_header) return false;
  const char separator = separator_of(first);
  bool dated = false;
  for (FieldReader fields(first, separator); !fields.at_end();) {
    std::string field = lowered(trimmed(slice(first, fields.next().span)));
    std::erase(field, '"');
    dated = dated || column_words().is("date", field) || column_words().is("start", field);
  }
  if (!dated) return false;
  const auto sizes = record_sizes(bytes, separator, SIZE_MAX);
  return sizes.size() >= 3 && sizes.front() >= 2 && std::ranges::count(sizes, sizes.front()) == std::ssize(sizes);
}

Result<Document> read_table(std::string_view bytes, std::string_view name, const Language* language) {
  SourceMap to_bytes;
  Result<Document> read = read_text(bytes, name, &to_bytes);
  if (!read || read->text.size() > largest) return read;
  Document document;
  Layout layout;
  TableWriter(read->text, document, layout).run();
  if (document.text.empty()) return read;
  const Language& settled = settle_language(document, language);
  mark_header(document, layout, settled);
  apply_layout(document, std::move(layout), settled);
  document.source = through(document.source, to_bytes, document.text);
  document.source.end_at(static_cast<std::uint32_t>(bytes.size()));
  return document;
}

}  // namespace annal
