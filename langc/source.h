// A language file as lines, and how its author hears of a fault: file, line, column, the line itself with a caret, what
// was expected, and the nearest fix.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/unicode/edit_distance.h"

namespace annal::compile {

/// A language file; its name is what messages show.
struct SourceFile {
  std::string name;
  std::string contents;
};

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

/// "data/lang/en/grammar/dates.txt:12".
inline std::string text_of(const Place& place) { return *place.file + ":" + std::to_string(place.line); }

inline std::string text_of(const Fault& fault) {
  const std::string number = std::to_string(fault.place.line);
  std::string out =
      text_of(fault.place) + ":" + std::to_string(fault.place.column) + ": error: " + fault.message + "\n";
  out += "  " + number + " | " + fault.place.text + "\n";
  out += "  " + std::string(number.size(), ' ') + " | " + std::string(fault.place.column - 1, ' ') + "^" +
         std::string(fault.width > 1 ? fault.width - 1 : 0, '~');
  if (!fault.hint.empty()) out += " " + fault.hint;
  return out + "\n";
}

/// The name of `known` that a slip of the hand turns into `name`, as a hint; empty where none is near.
inline std::string did_you_mean(std::string_view name, const std::vector<std::string>& known) {
  const std::string_view found = nearest(name, std::vector<std::string_view>(known.begin(), known.end()));
  return found.empty() ? "" : "did you mean '" + std::string(found) + "'?";
}

}  // namespace annal::compile
