#include "reader/table/read_table.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/text/language_of.h"
#include "core/text/read.h"
#include "core/unicode/ascii.h"
#include "reader/date_cell.h"
#include "reader/html/words.h"
#include "reader/layout.h"
#include "reader/source_path.h"

namespace annal {
namespace {

constexpr std::size_t largest = std::size_t{1} << 24;  // bytes; what is larger is read as plain text
constexpr std::array separators = {',', ';', '\t'};

/// A field as it stands in the source, quotes and all.
struct Field {
  Span span;
  bool quoted = false;
  bool ends_record = false;
};

/// Parts a table into fields, one after the other.
class FieldReader {
 public:
  FieldReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  bool at_end() const { return at_ >= text_.size(); }

  /// The next field; there is one unless `at_end`.
  Field next() {
    Field field;
    std::size_t end = quoted_end();
    field.quoted = end > at_;
    while (end < text_.size() && text_[end] != separator_ && text_[end] != '\n') ++end;
    field.span = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)};
    field.ends_record = end == text_.size() || text_[end] == '\n';
    at_ = end + 1;
    return field;
  }

 private:
  /// The offset behind the closing quote of a quoted field; `at_` where the field is none.
  std::size_t quoted_end() {
    if (text_[at_] != '"' || unclosed_) return at_;
    for (std::size_t at = at_ + 1; at < text_.size(); ++at) {
      if (text_[at] != '"') continue;
      if (at + 1 == text_.size() || text_[at + 1] != '"') return at + 1;
      ++at;
    }
    unclosed_ = true;
    return at_;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  bool unclosed_ = false;  // a quote has no other after it: no further one is looked for
};

/// How many fields each of the first records has; blank lines have none.
std::vector<std::size_t> record_sizes(std::string_view text, char separator, std::size_t most) {
  std::vector<std::size_t> sizes;
  FieldReader fields(text, separator);
  for (std::size_t count = 0; !fields.at_end() && sizes.size() < most;) {
    const Field field = fields.next();
    ++count;
    if (!field.ends_record) continue;
    if (count > 1 || field.span.size() > 0) sizes.push_back(count);
    count = 0;
  }
  return sizes;
}

/// The separator that gives the most fields in the first record, of those that give as many in most others.
char separator_of(std::string_view text) {
  constexpr std::size_t rows = 20;
  char best = ',';
  std::size_t most = 0;
  for (const char separator : separators) {
    const auto sizes = record_sizes(text, separator, rows);
    if (sizes.empty() || sizes.front() < 2) continue;
    const auto alike = static_cast<std::size_t>(std::ranges::count(sizes, sizes.front()));
    if (alike * 2 <= sizes.size() || sizes.front() <= most) continue;
    most = sizes.front();
    best = separator;
  }
  return best;
}

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
    // Spreadsheets mark text that looks like a formula with an apostrophe.
    const std::uint32_t begin = at + (field.quoted ? 1 : 0);
    const bool marked = begin + 1 < field.span.end && text_[begin] == '\'' &&
                        std::string_view("=+-@|").find(text_[begin + 1]) != std::string_view::npos;
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
