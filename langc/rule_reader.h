// Reads a grammar file into its rules as they are written, one keyword a line. docs/rules.md describes the format.
#pragma once

#include <string>
#include <vector>

#include "langc/source.h"

namespace annal::compile {

/// The text behind a keyword, and where it begins.
struct Line {
  std::string text;
  Place place;
};

struct Example {
  std::string dct, text, value;
  bool positive = true;
  Place place;
};

/// A rule as written. Several matches share its value.
struct WrittenRule {
  std::string name, symbol = "time";
  Place place;
  std::vector<Line> matches;
  Line value;
  bool suppress = false;  ///< its words are no time expression; then it has no value
  bool label = false;     ///< only at the front of a line, where it dates what follows
  int prefer = 0;
  std::vector<Example> examples;
};

/// `text` without white space at either end.
std::string trimmed(std::string text);

/// The rules of `file` in their order; `file` must outlive them. Throws Fault.
std::vector<WrittenRule> read_rules(const SourceFile& file);

}  // namespace annal::compile
