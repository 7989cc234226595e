// What a PDF shows, made by hand: pages of lines in a type whose letters are all half as wide as high.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/unicode/utf8.h"
#include "reader/pdf/content.h"

namespace annal::test {

/// A line that begins at a place, in points from the left upper corner.
struct Shown {
  float x, y;
  std::string_view
      text;  ///< words with single spaces between them; "^" raises the letters behind it up to the next space
  float size = 10;
  bool bold = false;
};

inline void show(const Shown& shown, pdf::Page& page) {
  float x = shown.x;
  pdf::Gap gap = pdf::Gap::line;
  const auto run = [&](std::string_view letters, bool raised) {
    if (letters.empty()) return;
    const auto begin = static_cast<std::uint32_t>(page.text.size());
    page.text += letters;
    const float size = raised ? shown.size * 0.6F : shown.size, top = shown.y - (raised ? shown.size * 0.2F : 0);
    const float right = x + 0.5F * size * static_cast<float>(count_code_points(letters));
    page.runs.push_back(
        {begin, static_cast<std::uint32_t>(page.text.size()), x, top, right, top + size, size, shown.bold, gap});
    x = right;
    gap = pdf::Gap::none;
  };
  std::string_view rest = shown.text;
  while (!rest.empty()) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    const std::string_view level = word.substr(0, word.find('^'));
    run(level, false);
    if (level.size() < word.size()) run(word.substr(level.size() + 1), true);
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    x += 0.3F * shown.size;
    gap = pdf::Gap::space;
  }
}

inline pdf::Content content_of(const std::vector<std::vector<Shown>>& pages) {
  pdf::Content content;
  content.outcome = pdf::Outcome::read;
  for (const auto& lines : pages) {
    pdf::Page& page = content.pages.emplace_back();
    page.width = 400;
    page.height = 600;
    for (const Shown& line : lines) show(line, page);
  }
  return content;
}

}  // namespace annal::test
