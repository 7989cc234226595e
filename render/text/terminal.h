// Options of text for a terminal: width, characters, colour. The program asks the terminal and sets them; nothing here
// reads the environment.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "render/render_options.h"

namespace annal {

/// Columns of a line: as stated, at least 24; 80 where nothing is stated.
std::size_t columns_of(const RenderOptions& options);

enum class Ink { plain, strong, faint, date, bar, alert };

/// `text` in an ink, where `colour` is asked for.
std::string inked(std::string_view text, Ink ink, bool colour);

/// The sequences that `inked` puts into text; nothing else may steer a terminal.
std::span<const std::string_view> ink_sequences();

/// `line` without blanks at its end, and a line break.
void append_line(std::string& out, std::string line);

}  // namespace annal
