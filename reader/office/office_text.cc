#include "reader/office/office_text.h"

#include <algorithm>
#include <iterator>

namespace annal {
namespace {

constexpr std::size_t deepest_box = 8;

}  // namespace

void OfficeText::begin_paragraph(const ParagraphKind& kind) {
  end_paragraph();
  if (inner_.size() > deepest_box) return;
  Paragraph& paragraph = open_.emplace_back();
  paragraph.kind = kind;
  paragraph.cell = cell_;
}

void OfficeText::text(std::string_view piece, bool bold) {
  for (std::size_t at = 0; at < piece.size();) {
    const std::size_t end = std::min(piece.find('\n', at), piece.size());
    add(piece.substr(at, end - at), bold);
    if (end < piece.size()) add(" ", bold);
    at = end + 1;
  }
}

void OfficeText::line_break(bool bold) { add("\n", bold); }

void OfficeText::add(std::string_view piece, bool bold) {
  if (!in_paragraph()) return;
  if (piece.size() > left_) {
    too_long_ = true;
    return;
  }
  left_ -= piece.size();
  Paragraph& paragraph = open_.back();
  paragraph.text += piece;
  paragraph.all_bold = paragraph.all_bold && bold;
  if (paragraph.all_bold) paragraph.bold = paragraph.text.size();
}

void OfficeText::end_paragraph() {
  if (!in_paragraph()) return;
  Paragraph paragraph = std::move(open_.back());
  open_.pop_back();
  if (notes_open_ > 0) {
    place(notes_, std::move(paragraph));
  } else if (!open_.empty()) {
    place(open_.back().after, std::move(paragraph));
  } else {
    write(paragraph);
    for (const Paragraph& inner : paragraph.after) write(inner);
  }
}

void OfficeText::place(std::vector<Paragraph>& paragraphs, Paragraph paragraph) {
  std::vector<Paragraph> after = std::move(paragraph.after);
  paragraph.after.clear();
  if (!paragraph.text.empty()) paragraphs.push_back(std::move(paragraph));
  std::ranges::move(after, std::back_inserter(paragraphs));
}

void OfficeText::write(const Paragraph& paragraph) {
  const ParagraphKind& kind = paragraph.kind;
  writer_.next = {.span = {},
                  .kind = kind.silent      ? BlockKind::boilerplate
                          : kind.level > 0 ? BlockKind::title
                                           : BlockKind::paragraph,
                  .level = kind.level,
                  .role = kind.role,
                  .entry = kind.entry};
  writer_.cell = paragraph.cell;
  const std::string_view text = paragraph.text;
  const auto put = [this](std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t end = std::min(words.find('\n', at), words.size());
      writer_.text(words.substr(at, end - at), 0);
      if (end < words.size()) writer_.line_break();
      at = end + 1;
    }
  };
  if (paragraph.bold > 0) {
    writer_.begin_lead();
    put(text.substr(0, paragraph.bold));
    writer_.end_lead();
  }
  put(text.substr(paragraph.bold));
  writer_.end_block();
}

void OfficeText::begin_table() {
  end_paragraph();
  tables_.push_back({.cursor = TableCursor(++layout_.tables), .first_cell = layout_.cells.size()});
  cell_ = {};
}

void OfficeText::end_table() {
  if (tables_.empty()) return;
  end_paragraph();
  const Table& table = tables_.back();
  for (std::size_t i = table.merged.empty() ? layout_.cells.size() : table.first_cell; i < layout_.cells.size(); ++i) {
    Cell& cell = layout_.cells[i];
    const auto merged = table.merged.find({cell.row, cell.column});
    if (cell.table == table.cursor.number() && merged != table.merged.end()) cell.rows = merged->second;
  }
  tables_.pop_back();
  cell_ = {};
}

void OfficeText::begin_row(bool header) {
  if (tables_.empty()) return;
  tables_.back().cursor.begin_row();
  tables_.back().header = header;
}

void OfficeText::begin_cell(std::uint32_t columns, std::uint32_t rows, bool more) {
  end_paragraph();
  if (tables_.empty()) return;
  Table& table = tables_.back();
  cell_ = table.cursor.begin_cell(columns, rows, table.header);
  if (!more) {
    table.above[cell_.column] = cell_.row;
    return;
  }
  const auto above = table.above.find(cell_.column);
  if (above == table.above.end()) return;
  const std::uint32_t reached = cell_.row - above->second + 1;
  if (reached <= widest_cell) table.merged[{above->second, cell_.column}] = reached;
}

void OfficeText::begin_inner(bool note) {
  inner_.push_back({outer_, std::move(tables_), cell_, note});
  outer_ = open_.size();
  tables_.clear();
  cell_ = {};
  notes_open_ += note ? 1 : 0;
}

void OfficeText::end_inner() {
  if (inner_.empty()) return;
  while (!tables_.empty()) end_table();
  end_paragraph();
  Outer& before = inner_.back();
  outer_ = before.outer;
  tables_ = std::move(before.tables);
  cell_ = before.cell;
  notes_open_ -= before.note ? 1 : 0;
  inner_.pop_back();
}

void OfficeText::finish() {
  while (!inner_.empty()) end_inner();
  while (!tables_.empty()) end_table();
  end_paragraph();
  for (const Paragraph& note : notes_) write(note);
  notes_.clear();
}

}  // namespace annal
