#include "reader/layout.h"

#include <algorithm>
#include <iterator>

#include "core/unicode/ascii.h"
#include "core/unicode/utf8.h"
#include "reader/date_columns.h"

namespace annal {
namespace {

/// Bytes of white space and of marks that part a date from what it dates, at the front of `text`.
std::size_t marks_before_text(std::string_view text) {
  constexpr std::string_view marks = ":,.;|-)]";
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t length = std::min(utf8_length(text[at]), text.size() - at);
    const std::string_view mark = text.substr(at, length);
    if (!is_space(text[at]) && marks.find(text[at]) == std::string_view::npos && mark != "\u2013" && mark != "\u2014" &&
        mark != "\u00A0")
      break;
    at += length;
  }
  return at;
}

/// Puts the blocks of rows into the order in which they are to be read.
class RowOrder {
 public:
  RowOrder(Document& document, const std::vector<Cell>& cells, const Language& language)
      : document_(document), cells_(cells), dates_(language) {
    for (std::size_t b = 0; b < document.blocks.size(); ++b) order_.push_back({b, false});
    for (const Block& block : document.blocks) entries_ = std::max(entries_, block.entry);
  }

  void run() {
    for (std::size_t first = 0; first < cells_.size();) {
      std::size_t last = first + 1;
      while (last < cells_.size() && cells_[last].table == cells_[first].table) ++last;
      table(std::span(cells_).subspan(first, last - first));
      first = last;
    }
    if (moved_) rewrite();
  }

 private:
  struct Place {
    std::size_t block;
    bool joins;  ///< the last day of the row, right behind its first
  };

  static std::size_t row_end(std::span<const Cell> cells, std::size_t first) {
    std::size_t last = first + 1;
    while (last < cells.size() && cells[last].row == cells[first].row) ++last;
    return last;
  }

  void table(std::span<const Cell> cells) {
    columns_ = judge_columns(document_, cells, dates_);
    dated_to_ = 0;
    for (std::size_t first = 0; first < cells.size();) {
      const std::size_t last = row_end(cells, first);
      const auto row_cells = cells.subspan(first, last - first);
      if ((columns_.header && first == 0) || std::ranges::all_of(row_cells, &Cell::header)) {
        for (const Cell& cell : row_cells) document_.blocks[cell.block].kind = BlockKind::boilerplate;
      } else if (!columns_.uses.empty() && in_one_piece(row_cells)) {
        row(row_cells);
      } else if (row_cells.size() > 1) {
        for (const Cell& cell : row_cells) document_.blocks[cell.block].role = BlockRole::cell;
      }
      first = last;
    }
  }

  /// Nested tables could part the blocks of a row; such a row stays as it is.
  static bool in_one_piece(std::span<const Cell> row) { return row.back().block - row.front().block + 1 == row.size(); }

  ColumnUse use_of(const Cell& cell) const {
    return cell.column < columns_.uses.size() ? columns_.uses[cell.column] : ColumnUse::other;
  }
  std::string_view text_of(std::size_t block) const { return slice(document_.text, document_.blocks[block].span); }
  bool is_date(std::size_t block) { return dates_.read(text_of(block)).unit != Granularity::none; }

  /// What the cells of a row hold, by the use of their columns; dates that are none are left with the rest.
  struct Row {
    std::vector<std::size_t> dates, parts, starts, ends, told, rest;
  };

  void row(std::span<const Cell> cells) {
    Row row;
    bool told_on = cells.front().row <= dated_to_;
    for (const Cell& cell : cells) {
      const ColumnUse use = use_of(cell);
      if (use == ColumnUse::told || use == ColumnUse::other || !is_date(cell.block)) {
        (use == ColumnUse::told ? row.told : row.rest).push_back(cell.block);
        if (use == ColumnUse::other) document_.blocks[cell.block].kind = BlockKind::boilerplate;
        continue;
      }
      (use == ColumnUse::date    ? row.dates
       : use == ColumnUse::part  ? row.parts
       : use == ColumnUse::start ? row.starts
                                 : row.ends)
          .push_back(cell.block);
      if (use != ColumnUse::part && cell.rows > 1) dated_to_ = cell.row + cell.rows - 1;
    }
    // The day that stands once for several times below each other holds for all of them.
    told_on = told_on || (row.dates.empty() && !row.parts.empty());
    if (!told_on || entries_ == 0) ++entries_;
    place(cells.front().block, row);
  }

  void place(std::size_t first, const Row& row) {
    std::size_t at = first;
    const auto put = [&](std::size_t block, bool joins) {
      moved_ = moved_ || joins || block != at;
      document_.blocks[block].entry = entries_;
      order_[at++] = {block, joins};
    };
    const auto put_dates = [&](const std::vector<std::size_t>& blocks) {
      for (const std::size_t block : blocks) {
        document_.blocks[block].kind = BlockKind::date;
        put(block, false);
      }
    };
    put_dates(row.dates);
    put_dates(row.parts);
    put_dates(row.starts);
    const bool range = row.starts.size() == 1 && row.ends.size() == 1 && text_of(row.starts[0]) != text_of(row.ends[0]);
    if (range) put(row.ends[0], true);
    for (const std::size_t block : row.told) put(block, false);
    for (const std::size_t end : row.ends) {
      if (range) break;
      document_.blocks[end].kind = BlockKind::boilerplate;
      put(end, false);
    }
    for (const std::size_t block : row.rest) put(block, false);
  }

  /// Writes the text anew in the order of the blocks. Both days of a row become one block, with a dash between.
  void rewrite() {
    std::string text;
    SourceMap source;
    std::vector<Block> blocks;
    std::vector<std::uint32_t> pages;
    text.reserve(document_.text.size() + order_.size());
    for (const Place& place : order_) {
      Block block = document_.blocks[place.block];
      const std::string_view between = blocks.empty() ? "" : place.joins ? " \u2013 " : "\n\n";
      if (!between.empty()) source.add(static_cast<std::uint32_t>(text.size()), document_.source.at(block.span.begin));
      text += between;
      const auto begin = static_cast<std::uint32_t>(text.size());
      // No row goes over a page's end, so the first block of a page is among those of its first row.
      while (pages.size() < document_.pages.size() && document_.pages[pages.size()] < block.span.end)
        pages.push_back(begin + std::max(document_.pages[pages.size()], block.span.begin) - block.span.begin);
      std::size_t hint = document_.source.run_of(block.span.begin);
      for (std::uint32_t at = block.span.begin; at < block.span.end; ++at)
        source.add(begin + at - block.span.begin, document_.source.at(at, hint));
      text += slice(document_.text, block.span);
      block.span = {begin, static_cast<std::uint32_t>(text.size())};
      if (place.joins) {
        blocks.back().span.end = block.span.end;
      } else {
        blocks.push_back(block);
      }
    }
    pages.resize(document_.pages.size(), static_cast<std::uint32_t>(text.size()));
    document_.text = std::move(text);
    document_.pages = std::move(pages);
    document_.source = std::move(source);
    document_.blocks = std::move(blocks);
  }

  Document& document_;
  const std::vector<Cell>& cells_;
  DateCellReader dates_;
  TableColumns columns_;
  std::vector<Place> order_;    ///< of all blocks
  std::uint32_t entries_ = 0;   ///< the last that is taken
  std::uint32_t dated_to_ = 0;  ///< the last row that a date above reaches into
  bool moved_ = false;
};

/// Parts dates in bold from the rest of their lines. One alone could be a byline's.
void part_leads(Document& document, Layout& layout, const Language& language) {
  DateCellReader dates(language);
  const auto in_cell = [&](std::size_t block) {
    const auto cell = std::ranges::lower_bound(layout.cells, block, {}, &Cell::block);
    return cell != layout.cells.end() && cell->block == block;
  };
  const auto is_dated = [&](const BoldLead& lead) {
    const Block& block = document.blocks[lead.block];
    return block.kind == BlockKind::paragraph && lead.end < block.span.end && !in_cell(lead.block) &&
           dates.read(slice(document.text, {block.span.begin, lead.end})).unit != Granularity::none;
  };
  std::vector<BoldLead> dated;
  std::ranges::copy_if(layout.leads, std::back_inserter(dated), is_dated);
  if (dated.size() < 2) return;
  std::vector<Block> blocks;
  blocks.reserve(document.blocks.size() + dated.size());
  auto lead = dated.begin();
  auto cell = layout.cells.begin();
  for (std::size_t b = 0; b < document.blocks.size(); ++b) {
    Block rest = document.blocks[b];
    if (lead != dated.end() && lead->block == b) {
      const auto marks = marks_before_text(slice(document.text, {lead->end, rest.span.end}));
      if (lead->end + marks < rest.span.end) {
        Block date = rest;
        date.kind = BlockKind::date;
        date.span.end = lead->end;
        rest.span.begin = lead->end + static_cast<std::uint32_t>(marks);
        blocks.push_back(date);
      }
      while (lead != dated.end() && lead->block == b) ++lead;
    }
    for (; cell != layout.cells.end() && cell->block == b; ++cell) cell->block = blocks.size();
    blocks.push_back(rest);
  }
  document.blocks = std::move(blocks);
}

/// An entry with nothing but one block dates, or is dated, like any other line.
void open_single_entries(Document& document) {
  std::vector<std::uint32_t> size(1, 0);
  for (const Block& block : document.blocks) {
    if (block.entry >= size.size()) size.resize(block.entry + 1, 0);
    if (block.kind != BlockKind::boilerplate) ++size[block.entry];
  }
  for (Block& block : document.blocks)
    if (size[block.entry] == 1) block.entry = 0;
}

}  // namespace

void apply_layout(Document& document, Layout layout, const Language& language) {
  part_leads(document, layout, language);
  RowOrder(document, layout.cells, language).run();
  open_single_entries(document);
}

std::string heading_title(const Document& document, const Language& language) {
  DateCellReader dates(language);
  for (const Block& block : document.blocks) {
    const std::string_view words = slice(document.text, block.span);
    if (block.kind == BlockKind::title && block.level == 1 && dates.read(words).unit == Granularity::none)
      return std::string(words);
  }
  return {};
}

}  // namespace annal
