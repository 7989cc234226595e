#include "core/syntax/decode.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace annal::syntax {
namespace {

constexpr std::int32_t highest_cost = 1 << 24;
static_assert(highest_cost < INT32_MAX / static_cast<int>(TreeDecoder::longest_projective), "a tree's costs fit");

// The highest of n + 1 scores. A loop apart, so that the compiler compares many at once.
std::int32_t highest(const std::int32_t* row, std::size_t n) {
  std::int32_t most = INT32_MIN;
  for (std::size_t h = 0; h <= n; ++h) most = std::max(most, row[h]);
  return most;
}

std::uint32_t best_head(ArcScores scores, std::size_t n, std::size_t dependent) {
  const std::int32_t* const row = scores.heads_of(dependent);
  const std::int32_t most = highest(row, n);
  std::uint32_t head = 0;
  while (row[head] != most) ++head;
  return head;
}

// e to the power of -i/128, in 2^-16.
constexpr std::size_t power_count = 2048;
constexpr std::array<std::uint32_t, power_count> make_powers() {
  std::array<std::uint32_t, power_count> powers{};
  double power = 65536;
  for (std::uint32_t& p : powers) {
    p = static_cast<std::uint32_t>(power + 0.5);
    power *= 0.99221793826024351;  // e^(-1/128)
  }
  return powers;
}
constexpr std::array<std::uint32_t, power_count> powers = make_powers();

}  // namespace

void TreeDecoder::decode(ArcScores scores, std::size_t n, std::vector<std::uint32_t>& heads) {
  heads.resize(n);
  for (std::size_t d = 1; d <= n; ++d) heads[d - 1] = best_head(scores, n, d);
  if (is_tree(heads)) return;
  if (n <= longest_projective) return projective(scores, n, heads);
  greedy(scores, n, heads);
}

bool TreeDecoder::is_tree(const std::vector<std::uint32_t>& heads) {
  if (std::count(heads.begin(), heads.end(), 0U) != 1) return false;
  enum : std::uint8_t { unknown, on_path, good };
  seen_.assign(heads.size() + 1, unknown);
  seen_[0] = good;
  for (std::uint32_t word = 1; word <= heads.size(); ++word) {
    std::uint32_t at = word;
    for (; seen_[at] == unknown; at = heads[at - 1]) seen_[at] = on_path;
    if (seen_[at] == on_path) return false;
    for (at = word; seen_[at] == on_path; at = heads[at - 1]) seen_[at] = good;
  }
  return true;
}

void TreeDecoder::projective(ArcScores scores, std::size_t n, std::vector<std::uint32_t>& heads) {
  find_costs(scores, n);
  fill_chart(n);
  std::uint32_t top = 0;
  Cost lowest = INT32_MAX;
  for (std::size_t i = 0; i < n; ++i) {
    const Cost sum = left_[i] + right_[i * n + n - 1] + costs_[(i + 1) * (n + 1)];
    if (sum < lowest) lowest = sum, top = static_cast<std::uint32_t>(i);
  }
  read_chart(n, top, heads);
}

void TreeDecoder::find_costs(ArcScores scores, std::size_t n) {
  if (costs_.size() < (n + 1) * (n + 1)) costs_.resize((n + 1) * (n + 1));
  for (std::size_t d = 1; d <= n; ++d) {
    const std::int32_t* const row = scores.heads_of(d);
    const std::int64_t best = highest(row, n);
    for (std::size_t h = 0; h <= n; ++h)
      costs_[d * (n + 1) + h] = static_cast<Cost>(std::min<std::int64_t>(highest_cost, best - row[h]));
  }
}

void TreeDecoder::fill_chart(std::size_t n) {
  for (std::vector<Cost>* costs : {&right_, &right_by_last_, &left_, &left_by_last_, &arc_right_, &arc_left_by_last_}) {
    if (costs->size() < n * n) costs->resize(n * n);
    for (std::size_t i = 0; i < n; ++i) (*costs)[i * n + i] = 0;
  }
  for (std::size_t size = 1; size < n; ++size)
    for (std::size_t first = 0; first + size < n; ++first) close_span(n, first, first + size);
}

// The best halves of the span from `first` to `last`.
void TreeDecoder::close_span(std::size_t n, std::size_t first, std::size_t last) {
  const std::size_t here = first * n + last, there = last * n + first, size = last - first;
  const Cost between = kernels_.lowest_sum(&right_[first * n + first], &left_by_last_[there + 1], size);
  arc_right_[here] = between + costs_[(last + 1) * (n + 1) + first + 1];
  arc_left_by_last_[there] = between + costs_[(first + 1) * (n + 1) + last + 1];
  left_[here] = left_by_last_[there] = kernels_.lowest_sum(&left_[first * n + first], &arc_left_by_last_[there], size);
  right_[here] = right_by_last_[there] =
      kernels_.lowest_sum(&arc_right_[here - size + 1], &right_by_last_[there + 1], size);
}

// The first q that has the lowest sum a[q] + b[q].
std::size_t TreeDecoder::lowest_at(const Cost* a, const Cost* b, std::size_t count) const {
  const Cost lowest = kernels_.lowest_sum(a, b, count);
  std::size_t at = 0;
  while (a[at] + b[at] != lowest) ++at;
  return at;
}

void TreeDecoder::read_chart(std::size_t n, std::uint32_t top, std::vector<std::uint32_t>& heads) const {
  enum class Part : std::uint8_t { left, right, arc_left, arc_right };
  struct Item {
    std::size_t first, last;
    Part part;
  };
  heads[top] = 0;
  std::vector<Item> open = {{0, top, Part::left}, {top, n - 1, Part::right}};
  while (!open.empty()) {
    const Item item = open.back();
    open.pop_back();
    if (item.first == item.last) continue;
    const std::size_t from = item.first * n + item.first, there = item.last * n + item.first;
    const std::size_t size = item.last - item.first;
    if (item.part == Part::left) {
      const std::size_t split = item.first + lowest_at(&left_[from], &arc_left_by_last_[there], size);
      open.push_back({item.first, split, Part::left});
      open.push_back({split, item.last, Part::arc_left});
    } else if (item.part == Part::right) {
      const std::size_t split = item.first + 1 + lowest_at(&arc_right_[from + 1], &right_by_last_[there + 1], size);
      open.push_back({item.first, split, Part::arc_right});
      open.push_back({split, item.last, Part::right});
    } else {
      const bool to_left = item.part == Part::arc_left;
      heads[to_left ? item.first : item.last] = static_cast<std::uint32_t>((to_left ? item.last : item.first) + 1);
      const std::size_t split = item.first + lowest_at(&right_[from], &left_by_last_[there + 1], size);
      open.push_back({item.first, split, Part::right});
      open.push_back({split + 1, item.last, Part::left});
    }
  }
}

// The word at the top of what has been joined to `word`.
std::uint32_t TreeDecoder::component(std::uint32_t word) {
  while (component_[word] != word) word = component_[word] = component_[component_[word]];
  return word;
}

void TreeDecoder::greedy(ArcScores scores, std::size_t n, std::vector<std::uint32_t>& heads) {
  std::uint32_t top = 1;
  std::vector<std::pair<std::int64_t, std::uint32_t>> loss(n);  // of taking the second best head instead
  std::int64_t top_gain = INT64_MIN;
  for (std::uint32_t d = 1; d <= n; ++d) {
    const std::int32_t* const row = scores.heads_of(d);
    std::int64_t best = INT64_MIN, second = INT64_MIN;
    for (std::size_t h = 1; h <= n; ++h) {
      if (h == d) continue;
      if (row[h] > best)
        second = std::exchange(best, row[h]);
      else
        second = std::max<std::int64_t>(second, row[h]);
    }
    loss[d - 1] = {n > 2 ? best - second : 0, d};
    const std::int64_t gain = n > 1 ? row[0] - best : 0;
    if (gain > top_gain) top_gain = gain, top = d;
  }
  std::sort(loss.begin(), loss.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  component_.resize(n + 1);
  std::iota(component_.begin(), component_.end(), 0U);
  heads[top - 1] = 0;
  for (const auto& [unused, d] : loss) {
    if (d == top) continue;
    std::uint32_t best = 0;
    for (std::uint32_t h = 1; h <= n; ++h)
      if (component(h) != d && (best == 0 || scores(h, d) > scores(best, d))) best = h;
    heads[d - 1] = best;
    component_[d] = component(best);
  }
}

std::uint8_t confidence_of(ArcScores scores, std::size_t n, std::size_t head, std::size_t dependent) {
  const std::int32_t* const row = scores.heads_of(dependent);
  const std::int64_t most = highest(row, n);
  const auto weight = [&](std::size_t h) -> std::uint64_t {
    const auto below = static_cast<std::size_t>(most - row[h]) >> 11U;  // from 2^-18 to 2^-7
    return below < power_count ? powers[below] : 0;
  };
  std::uint64_t sum = 0;
  for (std::size_t h = 0; h <= n; ++h) sum += weight(h);
  return static_cast<std::uint8_t>((100 * weight(head) + sum / 2) / sum);
}

}  // namespace annal::syntax
