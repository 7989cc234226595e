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
  std::size_t words = 0;
  for (const Line& line : lines) words += line.words.size();
  return static_cast<float>(words) / static_cast<float>(lines.size());
}

/// Whether the lines are no running text: few of them go on from the one above.
bool stands_alone(const std::vector<Line>& lines) {
  const auto small = std::ranges::count_if(lines, begins_small);
  return lines.size() <= 2 || static_cast<float>(small) < running_share * static_cast<float>(lines.size());
}

/// The share of `lines` that stand beside one of `others`: in cells set to the middle, between two of them.
float share_beside(const std::vector<Line>& lines, const std::vector<Line>& others) {
  std::size_t found = 0, at = 0;
  for (const Line& line : lines) {
    while (at < others.size() && others[at].bottom <= line.top) ++at;
    if (at < others.size() && others[at].top < line.bottom) ++found;
  }
  return static_cast<float>(found) / static_cast<float>(lines.size());
}

float reach(const std::vector<Line>& lines) {
  const float left = std::ranges::min(lines, {}, &Line::left).left;
  return std::ranges::max(lines, {}, &Line::right).right - left;
}

/// Whether `labels` are a narrow column of labels, such as dates, of what `lines` tell.
bool is_label_column(const std::vector<Line>& labels, const std::vector<Line>& lines) {
  constexpr float most_words = 5.5F;
  return stands_alone(labels) && words_a_line(labels) <= most_words &&
         reach(labels) < narrow_share * (reach(labels) + reach(lines)) && share_beside(labels, lines) >= 0.6F;
}

bool is_table(const Sides& sides) {
  if (is_label_column(sides.left, sides.right) || is_label_column(sides.right, sides.left)) return true;
  constexpr float of_cell = 3.5F;  // words
  return stands_alone(sides.left) && words_a_line(sides.left) < of_cell && words_a_line(sides.right) < of_cell &&
         share_beside(sides.left, sides.right) >= 0.6F;
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

/// Lines of a table on one height.
struct Level {
  float top, bottom;
  bool first = false, other = false;  ///< a line of the first column stands there; one of another

  float middle() const { return (top + bottom) / 2; }
};

std::vector<Level> levels_of(const std::vector<Line>& lines, float first_column_end) {
  std::vector<Level> levels;
  for (const Line& line : lines) {
    if (levels.empty() || line.middle() - levels.back().middle() > 0.4F * std::max(line.bottom - line.top, 1.0F))
      levels.push_back({line.top, line.bottom});
    Level& level = levels.back();
    level.top = std::min(level.top, line.top);
    level.bottom = std::max(level.bottom, line.bottom);
    (line.left < first_column_end - edge ? level.first : level.other) = true;
  }
  return levels;
}

/// The gap from which on a level begins a row, where gaps between rows are wider than those within cells; nullopt where
/// they are not. Levels that overlap are those of cells set to the middle beside taller ones.
std::optional<float> row_gap(const std::vector<Level>& levels, const std::vector<float>& gaps, float size) {
  float least = 1e9F, most = 0;
  bool set_to_middle = false;
  for (std::size_t i = 1; i < gaps.size(); ++i) {
    most = std::max(most, gaps[i]);
    if (gaps[i] > -0.05F * size) least = std::min(least, std::max(gaps[i], 0.0F));
    set_to_middle = set_to_middle || gaps[i] < -0.25F * size;
  }
  const float cut = least + 0.12F * size;
  if (most <= cut) return set_to_middle ? std::optional(0.0F) : std::nullopt;
  // Rows of one line each, set in groups, have gaps of two kinds as well: nearly all their lines have all columns.
  std::size_t wide = 0, inner = 0, full = 0;
  for (std::size_t i = 1; i < levels.size(); ++i) {
    ++(gaps[i] > cut ? wide : inner);
    if (gaps[i] <= cut && levels[i].first && levels[i].other) ++full;
  }
  return inner <= wide || 10 * full <= 8 * inner ? std::optional(cut) : std::nullopt;
}

/// The heights at which rows begin: by gaps, else each line of the first column begins a row.
std::vector<float> row_tops(const std::vector<Line>& lines, float first_column_end) {
  const std::vector<Level> levels = levels_of(lines, first_column_end);
  std::vector<float> gaps{0};
  float bottom = levels[0].bottom;
  for (std::size_t i = 1; i < levels.size(); ++i) {
    gaps.push_back(levels[i].top - bottom);
    bottom = std::max(bottom, levels[i].bottom);
  }
  const std::optional<float> cut = row_gap(levels, gaps, type_size(lines));
  std::vector<float> tops;
  for (std::size_t i = 0; i < levels.size(); ++i)
    if (i == 0 || (cut ? gaps[i] > *cut : levels[i].first)) tops.push_back(levels[i].top - 1);
  return tops;
}

Part table_of(const std::vector<Line>& lines, const std::vector<float>& columns) {
  const std::vector<float> tops = row_tops(lines, columns.front());
  Part table;
  table.rows.resize(tops.size());
  for (Row& row : table.rows) row.cells.resize(columns.size() + 1);
  for (const Line& line : lines) {
    const auto row = std::ranges::upper_bound(tops, line.top) - tops.begin();
    const auto column = std::ranges::upper_bound(columns, line.left + edge) - columns.begin();
    table.rows[static_cast<std::size_t>(std::max<std::ptrdiff_t>(row - 1, 0))]
        .cells[static_cast<std::size_t>(column)]
        .push_back(line);
  }
  for (Row& row : table.rows)
    for (std::vector<Line>& cell : row.cells) cell = level_lines(std::move(cell));
  return table;
}

/// `band` without the lines at its ends that stand alone in type of their own, as headings do.
std::pair<std::size_t, std::size_t> without_headings(std::span<const Line> lines, const Band& band, const Gap& gap) {
  const auto band_lines = lines.subspan(band.begin, band.end - band.begin);
  const float size = type_size(band_lines);
  const auto bold = 2 * std::ranges::count_if(band_lines, &Line::bold) > std::ssize(band_lines);
  const auto is_heading = [&](std::size_t i, std::size_t next) {
    const Line &line = lines[i], &other = lines[next];
    const bool beside = side_of(line, gap) != side_of(other, gap) && other.top < line.bottom && other.bottom > line.top;
    return !beside && (std::abs(line.size - size) > 0.06F * size || line.bold != bold);
  };
  std::size_t begin = band.begin, end = band.end;
  while (end - begin > 4 && is_heading(begin, begin + 1)) ++begin;
  while (end - begin > 4 && is_heading(end - 1, end - 2)) --end;
  return {begin, end};
}

/// `lines` with those parted at the gap in which a word begins behind it: the columns of a table may stand close.
std::vector<Line> parted_at(std::span<const Line> lines, const Gap& gap) {
  std::vector<Line> out;
  for (const Line& line : lines) {
    out.push_back(line);
    Line rest;
    if (side_of(line, gap) == Side::across && part_line(out.back(), gap.at, edge, 0.45F * line.size, rest))
      out.push_back(std::move(rest));
  }
  return out;
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

  void read(std::span<const Line> whole, int depth) {
    const std::optional<Gap> gap = whole.size() < 4 || depth == deepest ? std::nullopt : find_gap(whole);
    if (!gap) return flow(whole);
    const std::vector<Line> parted = parted_at(whole, *gap);
    const std::span<const Line> lines = parted;
    std::size_t open = 0;  // the first line that no part holds yet
    for (const Band& band : bands_of(lines, *gap)) {
      if (band.crossing || band.score() == 0) continue;
      const auto [begin, end] = without_headings(lines, band, *gap);
      if (open < begin) read(lines.subspan(open, begin - open), depth + 1);
      beside(lines.subspan(begin, end - begin), *gap, depth);
      open = end;
    }
    if (open < lines.size()) read(lines.subspan(open), depth + 1);
  }

  /// What stands on both sides of a gap.
  void beside(std::span<const Line> lines, const Gap& gap, int depth) {
    const Sides sides = part(lines, gap);
    if (sides.left.empty() || sides.right.empty()) return flow(lines);
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
