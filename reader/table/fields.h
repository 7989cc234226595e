// Fields of separated values (RFC 4180), as they stand in the source and as values.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/document.h"

namespace annal {

inline constexpr std::array separators = {',', ';', '\t'};

/// A field as it stands in the source, quotes and all.
struct Field {
  Span span;
  bool quoted = false;
  bool ends_record = false;
};

/// Parts a table into fields, one after the other. A quote that nothing closes is a character like any other.
class FieldReader {
 public:
  FieldReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  bool at_end() const { return at_ >= text_.size(); }

  /// The next field; there is one unless `at_end`.
  Field next();

 private:
  /// The offset behind the closing quote of a quoted field; `at_` where the field is none.
  std::size_t quoted_end();

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  bool unclosed_ = false;  // a quote has no other after it: no further one is looked for
};

/// Whether the field begins with the apostrophe with which spreadsheets mark text that looks like a formula.
bool has_formula_mark(std::string_view text, const Field& field);

/// What the field holds: without its quotes and the mark of a formula.
std::string value_of(std::string_view text, const Field& field);

/// How many fields each of the first `most` records has; blank lines have none.
std::vector<std::size_t> record_sizes(std::string_view text, char separator, std::size_t most);

/// The separator that gives the most fields in the first record, of those that give as many in most others.
char separator_of(std::string_view text);

}  // namespace annal
