#include "reader/block_writer.h"

#include <algorithm>

#include "core/unicode/ascii.h"
#include "core/unicode/utf8.h"

namespace annal {

void BlockWriter::point(std::string_view bytes, std::uint32_t source) {
  const char c = bytes.front();
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

void BlockWriter::text(std::string_view piece, std::uint32_t source) {
  for (std::size_t at = 0; at < piece.size();) {
    const std::size_t length = std::min(utf8_length(piece[at]), piece.size() - at);
    point(piece.substr(at, length), source + static_cast<std::uint32_t>(at));
    at += length;
  }
}

void BlockWriter::new_line(std::uint32_t source) {
  if (!begun_) return;
  breaks_ = 1;
  space_ = false;
  white_source_ = source;
}

void BlockWriter::line_break() {
  if (begun_ && ++breaks_ >= 2) end_block();
}

void BlockWriter::end_lead() {
  if (lead_ && begun_)
    layout_.leads.push_back({document_.blocks.size(), static_cast<std::uint32_t>(document_.text.size())});
  lead_ = false;
}

void BlockWriter::put(std::string_view bytes, std::uint32_t source) {
  document_.source.add(static_cast<std::uint32_t>(document_.text.size()), source);
  document_.text += bytes;
  last_source_ = source + static_cast<std::uint32_t>(bytes.size());
}

void BlockWriter::begin_block() {
  if (!document_.text.empty()) put("\n\n", last_source_);
  begun_ = true;
  begin_ = static_cast<std::uint32_t>(document_.text.size());
}

void BlockWriter::end_block() {
  breaks_ = 0;
  space_ = false;
  white_source_ = 0;
  if (!begun_) return;
  begun_ = false;
  Block block = next;
  block.span = {begin_, static_cast<std::uint32_t>(document_.text.size())};
  if (cell.table > 0) {
    Cell here = cell;
    here.block = document_.blocks.size();
    layout_.cells.push_back(here);
  }
  document_.blocks.push_back(block);
}

}  // namespace annal
