#include "render/text/gutter.h"

#include <algorithm>
#include <optional>

namespace annal {

Gutter::Gutter(const Timeline& timeline, std::span<const std::uint32_t> events, bool ascii)
    : marks_(ascii ? Marks{"/", "|", "\\", "?"} : Marks{"╭", "│", "╰", "?"}), rows_(events.size()) {
  const std::vector<view::RowOrder> order = view::order_of_rows(timeline, events);
  std::optional<std::size_t> above;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    rows_[i].nowhere = order[i] == view::RowOrder::nowhere;
    if (rows_[i].nowhere) continue;
    if (order[i] == view::RowOrder::open)
      for (std::size_t joined = *above; joined < i; ++joined) rows_[joined].below = rows_[joined + 1].above = true;
    above = i;
  }
}

std::string_view Gutter::mark(std::size_t row, std::size_t line, std::size_t lines) const {
  const Row& r = rows_[row];
  if (r.nowhere && line == 0) return marks_.nowhere;
  if (r.below && !r.above && line == 0) return marks_.first;
  if (r.above && !r.below && line + 1 == lines) return marks_.last;
  return r.above || r.below ? marks_.middle : " ";
}

std::vector<std::string> Gutter::legend(const Labels& labels) const {
  std::vector<std::string> lines;
  if (std::any_of(rows_.begin(), rows_.end(), [](const Row& r) { return r.above; })) {
    std::string bracket;
    for (const std::string_view part : {marks_.first, marks_.middle, marks_.last}) bracket += part;
    lines.push_back(bracket + " " + std::string(labels.text(Label::order_not_known)));
  }
  if (std::any_of(rows_.begin(), rows_.end(), [](const Row& r) { return r.nowhere; }))
    lines.push_back(std::string(marks_.nowhere) + " " + std::string(labels.text(Label::place_not_known)));
  return lines;
}

}  // namespace annal
