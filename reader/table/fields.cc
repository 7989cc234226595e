// See fields.h.
#include "reader/table/fields.h"

#include <algorithm>

namespace annal {

Field FieldReader::next() {
  Field field;
  std::size_t end = quoted_end();
  field.quoted = end > at_;
  while (end < text_.size() && text_[end] != separator_ && text_[end] != '\n') ++end;
  field.span = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)};
  field.ends_record = end == text_.size() || text_[end] == '\n';
  at_ = end + 1;
  return field;
}

std::size_t FieldReader::quoted_end() {
  if (text_[at_] != '"' || unclosed_) return at_;
  for (std::size_t at = at_ + 1; at < text_.size(); ++at) {
    if (text_[at] != '"') continue;
    if (at + 1 == text_.size() || text_[at + 1] != '"') return at + 1;
    ++at;
  }
  unclosed_ = true;
  return at_;
}

bool has_formula_mark(std::string_view text, const Field& field) {
  const std::uint32_t begin = field.span.begin + (field.quoted ? 1 : 0);
  return begin + 1 < field.span.end && text[begin] == '\'' &&
         std::string_view("=+-@|").find(text[begin + 1]) != std::string_view::npos;
}

std::string value_of(std::string_view text, const Field& field) {
  std::string_view rest = slice(text, field.span);
  const bool marked = has_formula_mark(text, field);
  std::string value;
  bool in_quotes = false;
  for (std::size_t at = 0; at < rest.size(); ++at) {
    if (!field.quoted || rest[at] != '"') {
      value += rest[at];
    } else if (in_quotes && at + 1 < rest.size() && rest[at + 1] == '"') {
      value += rest[at++];
    } else {
      in_quotes = !in_quotes;
    }
  }
  if (marked) value.erase(0, 1);
  return value;
}

std::vector<std::size_t> record_sizes(std::string_view text, char separator, std::size_t most) {
  std::vector<std::size_t> sizes;
  FieldReader fields(text, separator);
  for (std::size_t count = 0; !fields.at_end() && sizes.size() < most;) {
    const Field field = fields.next();
    ++count;
    if (!field.ends_record) continue;
    if (count > 1 || field.span.size() > 0) sizes.push_back(count);
    count = 0;
  }
  return sizes;
}

char separator_of(std::string_view text) {
  constexpr std::size_t rows = 20;
  char best = ',';
  std::size_t most = 0;
  for (const char separator : separators) {
    const auto sizes = record_sizes(text, separator, rows);
    if (sizes.empty() || sizes.front() < 2) continue;
    const auto alike = static_cast<std::size_t>(std::ranges::count(sizes, sizes.front()));
    if (alike * 2 <= sizes.size() || sizes.front() <= most) continue;
    most = sizes.front();
    best = separator;
  }
  return best;
}

}  // namespace annal
