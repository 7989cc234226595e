// Options of text for a terminal: width, characters, colour. The program asks the terminal and sets them; nothing here
// reads the environment.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annal {

struct TextOptions {
  std::size_t width = 80;  ///< cells of a line; below 24 counts as 24
  bool colour = false;     ///< ANSI colours, which never carry meaning alone
  bool ascii = false;      ///< marks and rules in ASCII; words stay as they are
  bool all = false;        ///< every event, else those at least as salient as the threshold
  std::vector<std::uint32_t> only =
      {};  ///< these events alone, ascending, whatever their salience; empty: no such limit
};

enum class Ink { plain, strong, faint, date, bar, alert };

/// `text` in an ink, where `colour` is asked for.
std::string inked(std::string_view text, Ink ink, bool colour);

/// The sequences that `inked` puts into text; nothing else may steer a terminal.
std::span<const std::string_view> ink_sequences();

/// `line` without blanks at its end, and a line break.
void append_line(std::string& out, std::string line);

}  // namespace annal
