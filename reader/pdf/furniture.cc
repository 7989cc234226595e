#include "reader/pdf/furniture.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "core/unicode/ascii.h"

namespace annal::pdf {
namespace {

constexpr std::size_t most_rows = 3;  // from the head and from the foot of a page: what may be furniture
constexpr std::size_t reach = 2;      // pages: left and right pages have headers of their own
constexpr float same_height = 4;      // points
constexpr long largest_number = 99'999;

constexpr char number_mark = '\x01';  // no line holds a control character

/// A line at the head or foot of a page.
struct Edge {
  std::size_t line = 0;  ///< index into the lines of its page
  std::string words;     ///< the text with each number as number_mark
  std::vector<long> numbers;
  float middle = 0;
  bool alone = true;     ///< no other line of the page stands beside it
  bool outside = false;  ///< it is the first or last line of the page, well apart from the next
};

Edge edge_of(const Line& line, std::size_t index) {
  Edge edge{index, {}, {}, line.middle()};
  const std::string_view text = line.text;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      edge.words += text[at++];
      continue;
    }
    long number = 0;
    for (; at < text.size() && is_digit(text[at]); ++at)
      number = std::min(number * 10 + (text[at] - '0'), largest_number);
    edge.words += number_mark;
    edge.numbers.push_back(number);
  }
  return edge;
}

/// The lines of the outermost rows of a page, from its head and from its foot.
std::vector<Edge> edges_of(const std::vector<Line>& lines) {
  std::vector<std::size_t> order(lines.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return lines[i].middle(); });
  std::vector<std::size_t> found;
  const auto take = [&](auto begin, auto end) {
    std::size_t rows = 0;
    float last = 1e9F;
    for (auto i = begin; i != end; ++i) {
      const Line& line = lines[*i];
      if (std::abs(line.middle() - last) > same_height && ++rows > most_rows) break;
      last = line.middle();
      found.push_back(*i);
    }
  };
  take(order.begin(), order.end());
  take(order.rbegin(), order.rend());
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::vector<Edge> edges;
  for (const std::size_t i : found) edges.push_back(edge_of(lines[i], i));
  for (Edge& edge : edges) {
    const float apart = 2 * lines[edge.line].size;
    std::size_t above = 0, below = 0, near = 0, beside = 0;
    for (const Edge& other : edges) {
      const float distance = other.middle - edge.middle;
      if (other.line == edge.line) continue;
      ++(distance < 0 ? above : below);
      if (std::abs(distance) < apart) ++near;
      if (std::abs(distance) <= same_height) ++beside;
    }
    edge.alone = beside == 0;
    edge.outside = near == 0 && (above == 0 || below == 0) && above + below > 0;
  }
  return edges;
}

/// Whether the numbers of a line are those of the same line `pages` before, or the first or last of them counts pages.
bool count_on(const std::vector<long>& earlier, const std::vector<long>& later, long pages) {
  for (std::size_t i = 0; i < later.size(); ++i) {
    if (later[i] == earlier[i]) continue;
    if (later[i] - earlier[i] != pages || (i > 0 && i + 1 < later.size())) return false;
  }
  return true;
}

/// Whether a line is nothing but the number of its page: "7", "- 7 -", "7/12".
bool is_page_number(const Edge& edge, std::size_t page, std::size_t pages) {
  std::string marks = edge.words;
  std::erase_if(marks, [](char c) { return c == ' ' || c == '-' || c == '.'; });
  for (const std::string_view dash : {"\u2013", "\u2014"})
    for (std::size_t at = marks.find(dash); at != std::string::npos; at = marks.find(dash))
      marks.erase(at, dash.size());
  const auto is = [&](std::size_t i, std::size_t number) { return edge.numbers[i] == static_cast<long>(number); };
  const std::string one(1, number_mark);
  constexpr long largest_page = 999;  // of a line that is nothing else: years are larger
  return (marks == one && (is(0, page + 1) || (edge.outside && edge.numbers[0] <= largest_page))) ||
         (marks == one + "/" + one && is(0, page + 1) && is(1, pages));
}

class Furniture {
 public:
  explicit Furniture(const std::vector<std::vector<Line>>& pages) : pages_(pages) {
    std::map<float, std::size_t> sizes;
    for (const auto& lines : pages) {
      edges_.push_back(edges_of(lines));
      for (const Line& line : lines) sizes[std::round(2 * line.size)] += line.letters;
    }
    const auto most = std::ranges::max_element(sizes, {}, [](const auto& size) { return size.second; });
    body_ = most == sizes.end() ? 0 : most->first / 2;
  }

  /// Indices of lines that are furniture, for each page.
  std::vector<std::set<std::size_t>> find() {
    found_.resize(pages_.size());
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      for (std::size_t other = page + 1; other <= page + reach && other < pages_.size(); ++other) compare(page, other);
      for (const Edge& edge : edges_[page])
        if (edge.alone && is_page_number(edge, page, pages_.size())) found_[page].insert(edge.line);
      printed(page);
    }
    return std::move(found_);
  }

 private:
  void compare(std::size_t page, std::size_t other) {
    std::map<std::string_view, std::vector<const Edge*>> by_words;
    for (const Edge& edge : edges_[other]) by_words[edge.words].push_back(&edge);
    for (const Edge& edge : edges_[page]) {
      const auto same = by_words.find(edge.words);
      if (same == by_words.end()) continue;
      for (const Edge* twin : same->second) {
        if (std::abs(twin->middle - edge.middle) > same_height) continue;
        if (!counts(edge, *twin, page, other)) continue;
        found_[page].insert(edge.line);
        found_[other].insert(twin->line);
      }
    }
  }

  /// A number that counts on must be that of its page where there are two pages alone: they could be two days.
  bool counts(const Edge& edge, const Edge& twin, std::size_t page, std::size_t other) const {
    if (!count_on(edge.numbers, twin.numbers, static_cast<long>(other - page))) return false;
    if (edge.numbers == twin.numbers || pages_.size() > 2) return true;
    return std::ranges::find(edge.numbers, static_cast<long>(page + 1)) != edge.numbers.end();
  }

  /// What a browser prints: below the page its address, above it the day of printing and the title.
  void printed(std::size_t page) {
    constexpr float small = 0.85F, margin = 30;  // times the type of the text; points
    const std::vector<Line>& lines = pages_[page];
    float bottom = 0;
    for (const Line& line : lines) bottom = std::max(bottom, line.bottom);
    const auto is_small = [&](const Line& line) { return line.size <= small * body_; };
    const auto address = std::ranges::find_if(edges_[page], [&](const Edge& edge) {
      const Line& line = lines[edge.line];
      return is_small(line) && line.text.find("://") != std::string::npos && line.bottom > bottom - same_height;
    });
    if (address == edges_[page].end()) return;
    const Line& foot = lines[address->line];
    for (const Edge& edge : edges_[page]) {
      const Line& line = lines[edge.line];
      const bool at_edge = line.top < margin || std::abs(line.middle() - foot.middle()) < same_height;
      if (at_edge && line.size == foot.size) found_[page].insert(edge.line);
    }
  }

  const std::vector<std::vector<Line>>& pages_;
  std::vector<std::vector<Edge>> edges_;
  std::vector<std::set<std::size_t>> found_;
  float body_ = 0;
};

}  // namespace

void drop_furniture(std::vector<std::vector<Line>>& pages) {
  const std::vector<std::set<std::size_t>> found = Furniture(pages).find();
  for (std::size_t page = 0; page < pages.size(); ++page) {
    std::vector<Line> kept;
    for (std::size_t i = 0; i < pages[page].size(); ++i)
      if (!found[page].contains(i)) kept.push_back(std::move(pages[page][i]));
    pages[page] = std::move(kept);
  }
}

}  // namespace annal::pdf
