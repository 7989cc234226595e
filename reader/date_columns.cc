#include "reader/date_columns.h"

#include <algorithm>
#include <optional>

#include "core/unicode/ascii.h"
#include "reader/html/words.h"

namespace annal {
namespace {

constexpr std::uint32_t most_columns = 256;   // the others say nothing of a row
constexpr std::uint32_t rows_to_judge = 100;  // enough to tell what a column holds

struct Column {
  std::uint32_t cells = 0, dates = 0, years = 0, letters = 0;
  std::size_t bytes = 0;
  Granularity unit = Granularity::none;  ///< the finest
  std::string header;                    ///< in small letters

  bool dated() const { return dates > 0 && dates * 3 >= cells * 2; }
  bool named(std::string_view kind) const { return column_words().is(kind, header); }
  bool bare_years() const { return unit == Granularity::year; }
};

class ColumnJudge {
 public:
  ColumnJudge(const Document& document, std::span<const Cell> cells, DateCellReader& dates)
      : document_(document), cells_(cells), dates_(dates) {}

  TableColumns run() {
    count();
    TableColumns out;
    if (!find_dates()) return out;
    out.header = first_row_is_header();
    std::size_t longest = columns_.size();
    bool named = false;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (uses_[c] != ColumnUse::other || columns_[c].letters == 0) continue;
      if (out.header && columns_[c].named("told")) {
        uses_[c] = ColumnUse::told;
        named = true;
      }
      if (longest == columns_.size() || columns_[c].bytes > columns_[longest].bytes) longest = c;
    }
    if (!named && longest < columns_.size()) uses_[longest] = ColumnUse::told;
    out.uses = std::move(uses_);
    return out;
  }

 private:
  std::string_view text_of(const Cell& cell) const { return slice(document_.text, document_.blocks[cell.block].span); }

  void count() {
    const std::uint32_t first = cells_.front().row;
    const bool one_row = cells_.back().row == first;
    for (const Cell& cell : cells_) {
      if (cell.column >= most_columns) continue;
      if (cell.column >= columns_.size()) columns_.resize(cell.column + 1);
      Column& column = columns_[cell.column];
      const std::string_view text = text_of(cell);
      if (cell.row == first && !one_row) {
        column.header = lowered(text);
        continue;
      }
      if (column.cells >= rows_to_judge) continue;
      ++column.cells;
      column.bytes += text.size();
      column.letters += std::ranges::any_of(text, [](char c) { return is_alpha(c) || is_continuation(c); }) ? 1 : 0;
      const DateCell date = dates_.read(text);
      if (date.unit == Granularity::none) continue;
      column.unit = std::min(column.unit, date.unit);
      ++column.dates;
      column.years += date.stated_year ? 1 : 0;
    }
    uses_.assign(columns_.size(), ColumnUse::other);
  }

  static bool is_continuation(char c) { return static_cast<unsigned char>(c) >= 0x80; }

  std::optional<std::size_t> column_named(std::string_view kind) const {
    for (std::size_t c = 0; c < columns_.size(); ++c)
      if (columns_[c].dated() && columns_[c].named(kind)) return c;
    return std::nullopt;
  }

  /// By the words of the header; else the only column of dates, or the first column. Numbers that could be years are
  /// years only there.
  bool find_dates() {
    std::optional<std::size_t> date = column_named("date");
    if (!date) {
      const auto start = column_named("start"), end = column_named("end");
      if (start) uses_[*start] = ColumnUse::start;
      if (start && end) uses_[*end] = ColumnUse::end;
      if (start) return true;
      const auto full =
          std::ranges::count_if(columns_, [](const Column& column) { return column.dated() && !column.bare_years(); });
      for (std::size_t c = 0; c < columns_.size() && !date; ++c)
        if (columns_[c].dated() && (c == 0 || (full == 1 && !columns_[c].bare_years()))) date = c;
    }
    if (!date) return false;
    uses_[*date] = ColumnUse::date;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (c == *date || !completes(columns_[*date], columns_[c], c < *date ? *date - c : c - *date)) continue;
      const bool finer = columns_[c].unit < columns_[*date].unit;
      uses_[c] = finer ? ColumnUse::part : ColumnUse::date;
      if (!finer) uses_[*date] = ColumnUse::part;
      break;
    }
    return true;
  }

  /// Whether `other` gives the dates of `date` their year, their day or their time: it stands beside them, or its
  /// header says so.
  static bool completes(const Column& date, const Column& other, std::size_t distance) {
    if (!other.dated() || (distance > 1 && !other.named("date"))) return false;
    if (other.unit == date.unit) return false;
    const bool finer = other.unit < date.unit;
    const Column &fine = finer ? other : date, &coarse = finer ? date : other;
    if (fine.unit < Granularity::day) return coarse.unit >= Granularity::day && coarse.unit < Granularity::year;
    return fine.years == 0 && coarse.years > 0;
  }

  bool first_row_is_header() {
    const std::uint32_t first = cells_.front().row;
    if (cells_.back().row == first) return false;
    for (const Cell& cell : cells_) {
      if (cell.row != first) break;
      if (cell.column < uses_.size() && uses_[cell.column] != ColumnUse::other &&
          dates_.read(text_of(cell)).unit != Granularity::none)
        return false;
    }
    return true;
  }

  const Document& document_;
  std::span<const Cell> cells_;
  DateCellReader& dates_;
  std::vector<Column> columns_;
  std::vector<ColumnUse> uses_;
};

}  // namespace

TableColumns judge_columns(const Document& document, std::span<const Cell> cells, DateCellReader& dates) {
  return ColumnJudge(document, cells, dates).run();
}

}  // namespace annal
