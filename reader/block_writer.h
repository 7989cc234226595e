// Writes the text and blocks of a document from pieces of its source: white space as a browser shows it, a blank line
// between blocks, and for each code point its place in the source. The readers of pages, Markdown and tables share it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/text/document.h"

namespace annal {

/// Where a block stands in a table.
struct Cell {
  std::size_t block = 0;  ///< index into Document::blocks
  std::uint32_t table = 0, row = 0, column = 0;
  bool header = false;
  std::uint32_t rows = 1;  ///< that it reaches over, its own first
};

/// The words that stand in bold, or marked as a time, at the front of a block.
struct BoldLead {
  std::size_t block = 0;  ///< index into Document::blocks
  std::uint32_t end = 0;  ///< offset of the text behind them
};

/// What markup says beyond the blocks themselves; read_dates takes it up once the language is known.
struct Layout {
  std::vector<Cell> cells;  ///< in text order
  std::vector<BoldLead> leads;
  std::uint32_t tables = 0, entries = 0;  ///< how many have a number so far
};

class BlockWriter {
 public:
  /// Both outlive the writer.
  BlockWriter(Document& document, Layout& layout) : document_(document), layout_(layout) {}

  /// The kind, level, role and entry of blocks that begin from now on; the span is not used.
  Block next = {};
  /// The cell of a table that blocks from now on are part of; table 0: of none.
  Cell cell = {};

  /// One code point and its place in the source. White space is put off until something visible follows in the block.
  void point(std::string_view bytes, std::uint32_t source);
  /// A piece of UTF-8 that stands in the source as it is.
  void text(std::string_view piece, std::uint32_t source);
  /// A line ends inside the block at `source`; nothing before the block's first character.
  void new_line(std::uint32_t source);
  /// As `new_line`, but a second one in a row ends the block.
  void line_break();
  void end_block();
  /// Words in bold, or marked as a time, begin or end.
  void begin_lead() { lead_ = !begun_; }
  void end_lead();
  bool begun() const { return begun_; }

 private:
  void begin_block();
  void put(std::string_view bytes, std::uint32_t source);

  Document& document_;
  Layout& layout_;
  bool begun_ = false, space_ = false, lead_ = false;
  int breaks_ = 0;
  std::uint32_t begin_ = 0, white_source_ = 0, last_source_ = 0;
};

}  // namespace annal
