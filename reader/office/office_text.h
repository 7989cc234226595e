// Writes the text of a word processor's document from its paragraphs. Paragraphs may stand in others (text boxes,
// notes): a text box follows the paragraph that it stands in, notes follow the whole text.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/document.h"
#include "reader/block_writer.h"
#include "reader/table_cursor.h"

namespace annal {

/// What a paragraph is.
struct ParagraphKind {
  std::uint8_t level = 0;  ///< of a heading, 1 to 6; otherwise 0
  BlockRole role = BlockRole::prose;
  bool silent = false;      ///< code and captions, from which nothing is read
  std::uint32_t entry = 0;  ///< of a list
};

class OfficeText {
 public:
  /// Both outlive it. At most `longest` bytes are taken; the others are dropped, which `too_long` tells.
  OfficeText(Document& document, Layout& layout, std::size_t longest)
      : layout_(layout), writer_(document, layout), left_(longest) {}

  void begin_paragraph(const ParagraphKind& kind);
  void end_paragraph();
  bool in_paragraph() const { return open_.size() > outer_; }
  /// Adds words, or the end of a line, to the paragraph that is open; nothing where none is. A line ends nowhere else.
  void text(std::string_view piece, bool bold);
  void line_break(bool bold);

  /// The number of the next entry of a list.
  std::uint32_t new_entry() { return ++layout_.entries; }

  void begin_table();
  void end_table();
  void begin_row(bool header);
  /// The row that has begun is one of headers.
  void mark_header() {
    if (!tables_.empty()) tables_.back().header = true;
  }
  /// `more`: the cell goes on from the one above it.
  void begin_cell(std::uint32_t columns, std::uint32_t rows, bool more = false);
  void end_cell() { cell_ = {}; }

  /// Until the end of the box or note, paragraphs are its own. A box in too many others is left out.
  void begin_box() { begin_inner(false); }
  void begin_note() { begin_inner(true); }
  void end_inner();

  /// Ends what is open, and writes the notes.
  void finish();
  bool too_long() const { return too_long_; }

 private:
  struct Paragraph {
    std::string text;
    std::size_t bold = 0;  ///< bytes at its front that are bold
    bool all_bold = true;  ///< so far
    ParagraphKind kind;
    Cell cell;
    std::vector<Paragraph> after;  ///< of boxes in it, which hold no others
  };
  struct Table {
    TableCursor cursor;
    bool header = false;
    std::size_t first_cell;  ///< of it in Layout::cells
    /// By row and column where a cell begins that others go on from: how many rows it reaches over; and by column the
    /// row of the last cell.
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> merged = {};
    std::map<std::uint32_t, std::uint32_t> above = {};
  };
  /// What is set aside while a box or a note is read.
  struct Outer {
    std::size_t outer;
    std::vector<Table> tables;
    Cell cell;
    bool note;
  };

  void begin_inner(bool note);
  void add(std::string_view piece, bool bold);
  void write(const Paragraph& paragraph);
  void place(std::vector<Paragraph>& paragraphs, Paragraph paragraph);

  Layout& layout_;
  BlockWriter writer_;
  std::size_t left_;
  bool too_long_ = false;
  std::vector<Paragraph> open_;
  std::size_t outer_ = 0;  ///< how many of `open_` stand around the box or note that is being read
  std::vector<Outer> inner_;
  int notes_open_ = 0;
  std::vector<Paragraph> notes_;
  std::vector<Table> tables_;
  Cell cell_;
};

}  // namespace annal
