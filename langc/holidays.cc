#include "langc/holidays.h"

#include <algorithm>

namespace annal::compile {
namespace {

// The columns of a line: parted by the "|" that stand outside brackets.
std::vector<Line> columns_of(const Place& place) {
  std::vector<Line> columns;
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= place.text.size(); ++i) {
    const char c = i < place.text.size() ? place.text[i] : '|';
    if (c == '(' || c == '[') ++depth;
    if (c == ')' || c == ']') --depth;
    if (c != '|' || (depth > 0 && i < place.text.size())) continue;
    Line column{trimmed(place.text.substr(begin, i - begin)), place};
    column.place.column = std::min(place.text.find_first_not_of(" \t", begin), i) + 1;
    columns.push_back(std::move(column));
    begin = i + 1;
  }
  return columns;
}

WrittenRule read_holiday(const Place& place) {
  std::vector<Line> columns = columns_of(place);
  if (columns.size() < 3)
    throw Fault{place, place.text.size(), "a holiday needs a name, a spelling and a day",
                "boxing-day | boxing day | date(_, 12, 26)"};
  for (const Line& column : columns)
    if (column.text.empty()) throw Fault{column.place, 1, "an empty column", ""};
  WrittenRule rule;
  rule.name = "holiday-" + columns.front().text;
  rule.symbol = "holiday";
  rule.place = columns.front().place;
  rule.value = columns.back();
  rule.matches.assign(columns.begin() + 1, columns.end() - 1);
  return rule;
}

}  // namespace

std::vector<WrittenRule> read_holidays(const SourceFile& file) {
  std::vector<WrittenRule> rules;
  std::string_view contents = file.contents;
  for (std::size_t number = 1; !contents.empty(); ++number) {
    const auto end = contents.find('\n');
    const std::string line(contents.substr(0, end));
    contents.remove_prefix(end == std::string_view::npos ? contents.size() : end + 1);
    if (!trimmed(line).empty() && trimmed(line).front() != '#')
      rules.push_back(read_holiday({&file.name, number, 1, line}));
  }
  return rules;
}

}  // namespace annal::compile
