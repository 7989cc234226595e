// A language file as lines, and the one way in which its author hears of a fault: file, line, column, the line itself
// with a caret, what was expected, and the nearest fix.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace annal::compile {

struct Place {
  const std::string* file = nullptr;
  std::size_t line = 0;    ///< from 1
  std::size_t column = 0;  ///< from 1, bytes
  std::string text;        ///< the whole line
};

struct Fault {
  Place place;
  std::size_t width = 1;  ///< bytes under the caret
  std::string message;
  std::string hint;
};

inline std::string text_of(const Fault& fault) {
  const std::string number = std::to_string(fault.place.line);
  std::string out =
      *fault.place.file + ":" + number + ":" + std::to_string(fault.place.column) + ": error: " + fault.message + "\n";
  out += "  " + number + " | " + fault.place.text + "\n";
  out += "  " + std::string(number.size(), ' ') + " | " + std::string(fault.place.column - 1, ' ') + "^" +
         std::string(fault.width > 1 ? fault.width - 1 : 0, '~');
  if (!fault.hint.empty()) out += " " + fault.hint;
  return out + "\n";
}

/// The name of `known` that differs from `name` by the fewest edits, if by at most two, as a hint.
inline std::string did_you_mean(std::string_view name, const std::vector<std::string>& known) {
  std::size_t best = 3;
  std::string found;
  for (const std::string& other : known) {
    std::vector<std::size_t> row(other.size() + 1);
    for (std::size_t j = 0; j <= other.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= name.size(); ++i) {
      std::size_t diagonal = row[0]++;
      for (std::size_t j = 1; j <= other.size(); ++j) {
        const std::size_t change = diagonal + (name[i - 1] == other[j - 1] ? 0 : 1);
        diagonal = row[j];
        row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
      }
    }
    if (row[other.size()] < best) best = row[other.size()], found = other;
  }
  return found.empty() ? "" : "did you mean '" + found + "'?";
}

}  // namespace annal::compile
