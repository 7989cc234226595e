// See segmentation.h.
#include "render/view/segmentation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace annal::view {
namespace {

constexpr double cut_price = 7.5;     // nats, of a gap left out that is as long as what is shown beside it
constexpr double least_ratio = 0.25;  // of a gap to what is shown beside it, below which it is not left out
constexpr double change_price = 6;    // of a place where only the scale changes
constexpr double crowd_price = 16;    // of a stretch in which two marks cannot be told apart
constexpr double crowd_share = 0.2;   // of the room, which a stretch may take so that they can
constexpr std::size_t long_gaps = 24, even_borders = 16;
constexpr double impossible = -std::numeric_limits<double>::infinity();

/// The moments between gaps that may be borders, ascending: the ends of the longest gaps, and some in between.
std::vector<std::size_t> borders_of(const std::vector<Gap>& gaps) {
  std::vector<std::size_t> borders(gaps.size() + 1);
  std::iota(borders.begin(), borders.end(), std::size_t{0});
  if (borders.size() <= 2 * long_gaps + even_borders) return borders;
  std::vector<std::size_t> longest(gaps.size());
  std::iota(longest.begin(), longest.end(), std::size_t{0});
  std::partial_sort(longest.begin(), longest.begin() + long_gaps, longest.end(), [&](std::size_t a, std::size_t b) {
    return gaps[a].length() > gaps[b].length() || (gaps[a].length() == gaps[b].length() && a < b);
  });
  borders.clear();
  for (std::size_t k = 0; k < long_gaps; ++k) {
    borders.push_back(longest[k]);
    borders.push_back(longest[k] + 1);
  }
  for (std::size_t k = 0; k <= even_borders; ++k) borders.push_back(gaps.size() * k / even_borders);
  std::sort(borders.begin(), borders.end());
  borders.erase(std::unique(borders.begin(), borders.end()), borders.end());
  return borders;
}

/// What a stretch is worth, by sums over the gaps before each moment.
class Worth {
 public:
  Worth(const std::vector<Gap>& gaps, const SegmentationLimits& limits) : gaps_(gaps), limits_(limits) {
    weight_.push_back(0);
    log_length_.push_back(0);
    for (const Gap& gap : gaps) {
      weight_.push_back(weight_.back() + gap.weight);
      log_length_.push_back(log_length_.back() + gap.weight * std::log(static_cast<double>(gap.length())));
    }
  }

  /// Of the gaps [first, past), with `closest` from one mark to the next.
  double of(std::size_t first, std::size_t past, CivilSeconds closest) const {
    const double weight = weight_[past] - weight_[first];
    if (first == past || weight <= 0) return 0;
    const auto length = static_cast<double>(gaps_[past - 1].end - gaps_[first].begin);
    const double share = weight / weight_.back();
    const double px = std::max(share, crowd_share) * limits_.px;
    const bool crowded = static_cast<double>(closest) * px < limits_.apart * length;
    return log_length_[past] - log_length_[first] + weight * std::log(share / length) - (crowded ? crowd_price : 0);
  }

 private:
  const std::vector<Gap>& gaps_;
  const SegmentationLimits& limits_;
  std::vector<double> weight_, log_length_;
};

/// Whether the scale may change at `moment`: inside a day only where all is told within a few days.
bool may_change(const std::vector<Gap>& gaps, CivilSeconds moment) {
  return second_of_day(moment) == 0 || gaps.back().end - gaps.front().begin < 4 * seconds_per_day;
}

/// The price of the cut before the gaps [middle, past), with those from `first` on before it: high where what is left
/// out is not long beside what is shown.
double price_of_cut(const std::vector<Gap>& gaps, std::size_t first, std::size_t middle, std::size_t past) {
  const Gap& cut = gaps[middle - 1];
  const auto shown =
      static_cast<double>(std::max({cut.begin - gaps[first].begin, gaps[past - 1].end - cut.end, CivilSeconds{60}}));
  const double ratio = static_cast<double>(cut.length()) / shown;
  return ratio < least_ratio ? -impossible : cut_price - std::clamp(std::log(ratio), -1.5, 3.5);
}

/// Where the scale changes beside an event's own extent, that belongs to the denser of the two stretches.
void settle_changes(std::vector<Stretch>& stretches, const std::vector<Gap>& gaps) {
  const auto pace = [&](const Stretch& s) {
    double weight = 0;
    for (std::size_t i = s.first; i < s.past; ++i) weight += gaps[i].weight;
    return weight / static_cast<double>(gaps[s.past - 1].end - gaps[s.first].begin);
  };
  for (std::size_t i = 0; i + 1 < stretches.size(); ++i) {
    Stretch &left = stretches[i], &right = stretches[i + 1];
    if (left.past != right.first || left.first == left.past || right.first == right.past) continue;
    const bool to_left = pace(left) > pace(right);
    const Gap& own = gaps[to_left ? right.first : left.past - 1];
    if (own.weight >= 1 || (to_left ? right.past - right.first : left.past - left.first) < 2) continue;
    const std::size_t border = to_left ? left.past + 1 : left.past - 1;
    if (may_change(gaps, gaps[border].begin)) left.past = right.first = border;
  }
}

/// The best way to end a stretch at a border.
struct Choice {
  double worth = impossible;
  std::size_t begin = 0;     // border at which that stretch begins
  std::size_t previous = 0;  // border at which the one before it ends
};

}  // namespace

std::vector<Stretch> segmented(const std::vector<Gap>& gaps, const SegmentationLimits& limits) {
  if (gaps.empty()) return {{0, 0}};
  const Worth worth(gaps, limits);
  const std::vector<std::size_t> borders = borders_of(gaps);
  const std::size_t n = borders.size(), rounds = limits.breaks + 1;
  std::vector<std::vector<Choice>> best(rounds, std::vector<Choice>(n));  // [breaks before it][border at its end]
  for (std::size_t b = 0; b < n; ++b) {
    // Each stretch that begins at border b, which its predecessor shares or a cut sets apart.
    const bool cut = b > 0 && borders[b - 1] + 1 == borders[b] && gaps[borders[b - 1]].may_cut;
    const bool change = b > 0 && borders[b] < gaps.size() && may_change(gaps, gaps[borders[b]].begin);
    CivilSeconds closest = unbounded_future;
    for (std::size_t e = b, gap = borders[b]; e < n; ++e) {
      for (; gap < borders[e]; ++gap) closest = std::min(closest, gaps[gap].closest);
      const double here = worth.of(borders[b], borders[e], closest);
      if (b == 0 && here > best[0][e].worth) best[0][e] = {here, 0, 0};
      for (std::size_t k = 1; k < rounds; ++k) {
        const auto consider = [&](std::size_t previous, double price) {
          const double total = best[k - 1][previous].worth + here - price;
          if (total > best[k][e].worth) best[k][e] = {total, b, previous};
        };
        if (cut) consider(b - 1, price_of_cut(gaps, borders[best[k - 1][b - 1].begin], borders[b], borders[e]));
        if (change && e > b && best[k - 1][b].begin < b) consider(b, change_price);
      }
    }
  }
  std::size_t k = 0;
  for (std::size_t i = 1; i < rounds; ++i)
    if (best[i][n - 1].worth > best[k][n - 1].worth) k = i;
  std::vector<Stretch> found;
  for (std::size_t e = n - 1;; --k) {
    const Choice& choice = best[k][e];
    found.push_back({borders[choice.begin], borders[e]});
    if (k == 0) break;
    e = choice.previous;
  }
  std::reverse(found.begin(), found.end());
  settle_changes(found, gaps);
  return found;
}

}  // namespace annal::view
