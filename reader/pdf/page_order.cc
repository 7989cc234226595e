// A page is parted where a gap runs down between lines: those at its left edge have lines at their right that begin at
// one place. Lines that cross the gap (a headline, a footnote) part what is above from what is below. What stands on
// both sides of a gap are columns of running text, or a table: its left side is narrow, does not run on, and each of
// its lines has one at its right on the same height.
#include "reader/pdf/page_order.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <span>

#include "core/unicode/ascii.h"
#include "core/unicode/letter_case.h"

namespace annal::pdf {
namespace {

constexpr std::size_t most_lines = 20'000;  // of a page: beyond it, no columns are looked for
constexpr std::size_t most_gaps = 48;       // that are tried, those at which most lines begin
constexpr int deepest = 8;                  // columns in columns
constexpr std::size_t most_columns = 16;    // of a table
constexpr float narrowest_gap = 0.6F;       // times the type's size
constexpr float edge = 1.5F;                // points: lines that begin so near each other begin at one place
constexpr float narrow_share = 0.4F;        // of a table's width: its first column
constexpr float running_share = 0.3F;       // of lines that begin with a small letter: text that runs on

enum class Side { left, right, across };

/// A gap between columns: what is right of it begins at `at`.
struct Gap {
  float at = 0, width = 0;
  std::size_t score = 0;
};

float type_size(std::span<const Line> lines) {
  std::vector<float> sizes;
  for (const Line& line : lines) sizes.push_back(line.size);
  const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::ranges::nth_element(sizes, middle);
  return std::max(*middle, 1.0F);
}

Side side_of(const Line& line, const Gap& gap) {
  if (line.left >= gap.at - edge) return Side::right;
  return line.right <= gap.at - gap.width ? Side::left : Side::across;
}

bool by_place(const Line& a, const Line& b) { return std::pair(a.middle(), a.left) < std::pair(b.middle(), b.left); }

bool level(const Line& a, const Line& b) {
  return std::abs(a.middle() - b.middle()) < 0.4F * std::max(std::min(a.bottom - a.top, b.bottom - b.top), 1.0F);
}

/// A band of lines between two that cross a gap.
struct Band {
  std::size_t begin = 0, end = 0;  ///< of lines
  bool crossing = false;
  std::size_t left = 0, right = 0;
  float left_top = 1e9F, left_bottom = -1e9F, right_top = 1e9F, right_bottom = -1e9F;

  void add(const Line& line, Side side) {
    float& top = side == Side::left ? left_top : right_top;
    float& bottom = side == Side::left ? left_bottom : right_bottom;
    ++(side == Side::left ? left : right);
    top = std::min(top, line.top);
    bottom = std::max(bottom, line.bottom);
  }

  /// How many lines stand side by side.
  std::size_t score() const {
    const float both = std::min(left_bottom, right_bottom) - std::max(left_top, right_top);
    const float lesser = std::min(left_bottom - left_top, right_bottom - right_top);
    return left < 2 || right < 2 || both < 0.3F * lesser ? 0 : std::min(left, right);
  }
};

/// `lines` (by place) as bands of one kind.
std::vector<Band> bands_of(std::span<const Line> lines, const Gap& gap) {
  std::vector<Band> bands;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Side side = side_of(lines[i], gap);
    const bool crossing = side == Side::across;
    if (bands.empty() || bands.back().crossing != crossing) bands.push_back({.begin = i, .crossing = crossing});
    bands.back().end = i + 1;
    if (!crossing) bands.back().add(lines[i], side);
  }
  return bands;
}

/// The gap with the most lines side by side.
std::optional<Gap> find_gap(std::span<const Line> lines) {
  const float size = type_size(lines);
  std::map<int, std::size_t> edges;  // twice the points: how many lines begin there
  float first = lines[0].left;
  for (const Line& line : lines) {
    ++edges[static_cast<int>(std::floor(line.left / edge))];
    first = std::min(first, line.left);
  }
  std::vector<std::pair<std::size_t, int>> places;
  for (const auto& [place, count] : edges)
    if (static_cast<float>(place + 1) * edge > first + size) places.emplace_back(count, place);
  std::ranges::sort(places,
                    [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a < b; });
  places.resize(std::min(places.size(), most_gaps));
  std::optional<Gap> best;
  for (const auto& [count, place] : places) {
    Gap gap{static_cast<float>(place) * edge + edge, narrowest_gap * size, 0};
    for (const Band& band : bands_of(lines, gap)) gap.score += band.score();
    if (gap.score > 0 && (!best || gap.score > best->score || (gap.score == best->score && gap.at < best->at)))
      best = gap;
  }
  return best;
}

/// Lines of one height as one.
std::vector<Line> level_lines(std::vector<Line> lines) {
  std::vector<Line> out;
  for (Line& line : lines) {
    if (!out.empty() && level(out.back(), line) && line.left >= out.back().right - line.size)
      append_beside(out.back(), line);
    else
      out.push_back(std::move(line));
  }
  return out;
}

bool begins_small(const Line& line) {
  const char32_t first = letter_at(line.text, 0).code;
  return upper_of(first) != first;
}

/// The sides of a band.
struct Sides {
  std::vector<Line> left, right;
};

Sides part(std::span<const Line> lines, const Gap& gap) {
  Sides sides;
  for (const Line& line : lines) (side_of(line, gap) == Side::left ? sides.left : sides.right).push_back(line);
  return sides;
}

float words_a_line(const std::vector<Line>& lines) {
  std::uint32_t words = 0;
  for (const Line& line : lines) words += line.words;
  return static_cast<float>(words) / static_cast<float>(lines.size());
}

bool is_table(const Sides& sides) {
  const auto small = std::ranges::count_if(sides.left, begins_small);
  if (sides.left.size() > 2 && static_cast<float>(small) >= running_share * static_cast<float>(sides.left.size()))
    return false;
  std::size_t levelled = 0, at = 0;
  for (const Line& line : sides.left) {
    while (at < sides.right.size() && sides.right[at].middle() < line.middle() && !level(sides.right[at], line)) ++at;
    if (at < sides.right.size() && level(sides.right[at], line)) ++levelled;
  }
  const float share = static_cast<float>(levelled) / static_cast<float>(sides.left.size());
  const auto reach = [](const std::vector<Line>& lines) {
    const float left = std::ranges::min(lines, {}, &Line::left).left;
    return std::ranges::max(lines, {}, &Line::right).right - left;
  };
  const float left = words_a_line(sides.left), right = words_a_line(sides.right);
  const bool narrow = reach(sides.left) < narrow_share * (reach(sides.left) + reach(sides.right));
  constexpr float of_label = 5.5F, of_cell = 3.5F;  // words
  return (narrow && left <= of_label && share >= 0.8F) || (left < of_cell && right < of_cell && share >= 0.6F);
}

/// The left edges of the columns of a table, but the first.
void find_columns(const std::vector<Line>& lines, std::vector<float>& columns, int depth) {
  if (lines.size() < 4 || columns.size() >= most_columns || depth == deepest) return;
  const std::optional<Gap> gap = find_gap(lines);
  if (!gap) return;
  const Sides sides = part(lines, *gap);
  const std::vector<Band> bands = bands_of(lines, *gap);
  const bool crossed = std::ranges::any_of(bands, &Band::crossing);
  if (crossed || sides.left.empty() || sides.right.empty() || !is_table(sides)) return;
  find_columns(sides.left, columns, depth + 1);
  columns.push_back(gap->at);
  find_columns(sides.right, columns, depth + 1);
}

/// The heights at which rows begin. Where the lines of cells are set closer than rows are, gaps tell; else each line of
/// the first column begins a row.
std::vector<float> row_tops(const std::vector<Line>& lines, float first_column_end) {
  struct Level {
    float middle, height;
    bool first;  ///< a line of the first column stands there
  };
  std::vector<Level> levels;
  for (const Line& line : lines) {
    if (levels.empty() || line.middle() - levels.back().middle > 0.4F * levels.back().height)
      levels.push_back({line.middle(), std::max(line.bottom - line.top, 1.0F), false});
    levels.back().first = levels.back().first || line.left < first_column_end - edge;
  }
  float least = 1e9F, most = 0;
  for (std::size_t i = 1; i < levels.size(); ++i) {
    least = std::min(least, levels[i].middle - levels[i - 1].middle);
    most = std::max(most, levels[i].middle - levels[i - 1].middle);
  }
  const bool by_gaps = most > 1.25F * least && least < 1.6F * levels[0].height;
  std::vector<float> tops;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const bool apart = i == 0 || levels[i].middle - levels[i - 1].middle > 1.2F * least;
    if (i == 0 || (levels[i].first && (apart || !by_gaps))) tops.push_back(levels[i].middle - 0.4F * levels[i].height);
  }
  return tops;
}

Part table_of(const std::vector<Line>& lines, const std::vector<float>& columns) {
  const std::vector<float> tops = row_tops(lines, columns.front());
  Part table;
  table.rows.resize(tops.size());
  for (Row& row : table.rows) row.cells.resize(columns.size() + 1);
  for (const Line& line : lines) {
    const auto row = std::ranges::upper_bound(tops, line.middle()) - tops.begin();
    const auto column = std::ranges::upper_bound(columns, line.left + edge) - columns.begin();
    table.rows[static_cast<std::size_t>(std::max<std::ptrdiff_t>(row - 1, 0))]
        .cells[static_cast<std::size_t>(column)]
        .push_back(line);
  }
  for (Row& row : table.rows)
    for (std::vector<Line>& cell : row.cells) cell = level_lines(std::move(cell));
  return table;
}

class PageReader {
 public:
  std::vector<Part> run(std::vector<Line> lines) {
    std::ranges::stable_sort(lines, by_place);
    read(lines, 0);
    return std::move(parts_);
  }

 private:
  void flow(std::span<const Line> lines) {
    if (!lines.empty()) parts_.push_back({level_lines({lines.begin(), lines.end()}), {}});
  }

  void read(std::span<const Line> lines, int depth) {
    const std::optional<Gap> gap = lines.size() < 4 || depth == deepest ? std::nullopt : find_gap(lines);
    if (!gap) return flow(lines);
    std::size_t open = 0;  // the first line that no part holds yet
    for (const Band& band : bands_of(lines, *gap)) {
      if (band.crossing || band.score() == 0) continue;
      if (open < band.begin) read(lines.subspan(open, band.begin - open), depth + 1);
      beside(lines.subspan(band.begin, band.end - band.begin), *gap, depth);
      open = band.end;
    }
    if (open < lines.size()) read(lines.subspan(open), depth + 1);
  }

  /// What stands on both sides of a gap.
  void beside(std::span<const Line> lines, const Gap& gap, int depth) {
    const Sides sides = part(lines, gap);
    if (!is_table(sides)) {
      read(sides.left, depth + 1);
      read(sides.right, depth + 1);
      return;
    }
    std::vector<float> columns;
    find_columns(sides.left, columns, 0);
    columns.push_back(gap.at);
    find_columns(sides.right, columns, 0);
    parts_.push_back(table_of({lines.begin(), lines.end()}, columns));
  }

  std::vector<Part> parts_;
};

}  // namespace

std::vector<Part> page_order(std::vector<Line> lines) {
  if (lines.empty()) return {};
  if (lines.size() > most_lines) return {{std::move(lines), {}}};
  return PageReader().run(std::move(lines));
}

}  // namespace annal::pdf
