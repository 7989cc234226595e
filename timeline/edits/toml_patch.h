// Changes a TOML file in places: what is not touched keeps its bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "timeline/edits/toml_file.h"

namespace annal {

/// A key with its value as TOML: {"hide", "true"}.
struct TomlPair {
  std::string key, value;
};

class TomlPatch {
 public:
  /// `root`: what read_toml made of `text`. Both must stay.
  TomlPatch(std::string_view text, const TomlValue& root);

  /// Puts the pair in the place of `entry`, which may have another key.
  void replace(const TomlEntry& entry, const TomlPair& pair);
  /// Takes the line of `entry` out, with the comment behind it.
  void remove(const TomlEntry& entry);
  /// Puts pairs below the last key of a block ([[event]]).
  void insert(const TomlValue& block, const std::vector<TomlPair>& pairs);
  /// Puts pairs below the last key of the file itself, or at its top.
  void insert_at_top(const std::vector<TomlPair>& pairs);
  /// Adds items to a list.
  void extend(const TomlValue& list, const std::vector<std::string>& items);
  /// Puts a block with `pairs` at the end of the file.
  void append(std::string_view block, const std::vector<TomlPair>& pairs);

  /// The text with all of it done.
  std::string text() const;

 private:
  struct Change {
    std::size_t begin = 0, end = 0;
    std::string text;
  };
  /// Behind the line break of the line in which `at` lies; the end of the text where there is none.
  std::size_t line_end(std::size_t at) const;
  std::size_t line_begin(std::size_t at) const;
  void insert_lines(std::size_t at, const std::vector<TomlPair>& pairs, std::string_view indent, bool blank_behind);

  std::string_view text_;
  const TomlValue& root_;
  std::string_view newline_;
  std::vector<Change> changes_;
  std::string appended_;
};

}  // namespace annal
