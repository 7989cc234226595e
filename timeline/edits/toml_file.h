// TOML (version 1.0) as values with their places in the file, so that one value can be replaced and all else stay as it
// is. The only file that knows toml++.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace annal {

struct TomlEntry;

struct TomlValue {
  enum class Kind : std::uint8_t { text, integer, boolean, real, date, array, table };
  Kind kind = Kind::table;
  std::string text;                ///< of a text; of a date as ISO 8601
  std::int64_t integer = 0;        ///< of an integer; 1 of `true`
  std::uint32_t line = 0;          ///< from 1
  std::size_t begin = 0, end = 0;  ///< its bytes in the file; of a table with a header those of the header
  bool is_block = false;           ///< a table with a header: [[event]]
  std::vector<TomlValue> items;    ///< of an array
  std::vector<TomlEntry> entries;  ///< of a table, in the order of the file
};

struct TomlEntry {
  std::string key;
  std::size_t begin = 0;  ///< where the key begins, in bytes of the file
  TomlValue value;
};

/// Reads a file of at most 4 MiB whose values nest at most eight deep: its table.
///
///   errors   not_text, syntax, out_of_range; "NAME:LINE: ..."
Result<TomlValue> read_toml(std::string_view bytes, std::string_view name);

/// "NAME:LINE: MESSAGE", or without a line where that is 0.
std::string at_line(std::string_view name, std::uint32_t line, std::string_view message);

/// `text` as a basic string of TOML, with its quotation marks, on one line.
std::string toml_text(std::string_view text);

}  // namespace annal
