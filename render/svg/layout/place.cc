// Each way to set a label has a price; the cheapest wins, the first among equals.
#include "render/svg/layout/place.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "render/svg/axis/measure.h"

namespace annal::svg {
namespace {

constexpr double gap = 8;  // px between mark and words
constexpr double crossing_price = 14;
constexpr double line_price = 42;  // of each further line
constexpr double left_price = 6;   // readers look to the right first
constexpr double below_price = 20;
constexpr double least_start = 12;  // px of a word before a cut
constexpr double most_shift = 45;   // px that a label may stand off for it
constexpr double least_wrap = 130;  // px: narrower columns of words are hard to read
constexpr double ink = 1.03;        // of the width of the words, where lines would run through them

class Placing {
 public:
  Placing(const std::string& label, double size, const LabelSpace& space)
      : label_(label), text_(label, size), size_(size), space_(space) {}

  LabelPlace best() {
    const double whole = text_.width();
    beside(space_.mark_right + gap, space_.right, whole, true);
    beside(space_.left, space_.mark_left - gap, whole, false);
    below(whole);
    return std::move(best_);
  }

 private:
  std::size_t crossings(double x0, double x1) const {
    return static_cast<std::size_t>(
        std::count_if(space_.obstacles.begin(), space_.obstacles.end(),
                      [&](const Obstacle& o) { return o.x + o.half > x0 && o.x - o.half < x1; }));
  }

  void offer(LabelPlace place, double price) {
    for (const LabelLine& line : place.lines) {
      const double w = ink * text_width(line.words, size_);
      place.crossed =
          std::max(place.crossed, place.flush_right ? crossings(line.x - w, line.x) : crossings(line.x, line.x + w));
    }
    price += crossing_price * static_cast<double>(place.crossed) +
             line_price * (static_cast<double>(place.lines.size()) - 1);
    if (price < price_) {
      price_ = price;
      best_ = std::move(place);
    }
  }

  /// The label in lines of about equal length, each at most `width` wide.
  std::vector<std::string> balanced(double width) const {
    const std::size_t count = text_.count(width);
    double low = text_.width() / static_cast<double>(count), high = width;
    for (int i = 0; i < 8 && count > 1; ++i) {
      const double middle = (low + high) / 2;
      (text_.count(middle) > count ? low : high) = middle;
    }
    return text_.lines(high);
  }

  /// On [from, to], touching the mark: whole, and wrapped before each obstacle in the way.
  void beside(double from, double to, double whole, bool right) {
    const auto offer_lines = [&](const std::vector<std::string>& lines) {
      LabelPlace place;
      for (const std::string& line : lines) place.lines.push_back({right ? from : to, line});
      place.flush_right = !right;
      offer(std::move(place), right ? 0 : left_price);
    };
    if (whole <= to - from) offer_lines({label_});
    // A label that would begin inside a cut begins behind it.
    double shifted = right ? from : to;
    for (std::size_t k = 0; k < space_.obstacles.size(); ++k) {
      const Obstacle& o = space_.obstacles[right ? k : space_.obstacles.size() - 1 - k];
      if (right && o.x + o.half > shifted && o.x - o.half < shifted + least_start) shifted = o.x + o.half;
      if (!right && o.x - o.half < shifted && o.x + o.half > shifted - least_start) shifted = o.x - o.half;
    }
    const double moved = std::abs(shifted - (right ? from : to));
    if (moved > 0 && moved <= most_shift && whole <= (right ? to - shifted : shifted - from))
      offer({{{shifted, label_}}, !right, false, 0}, (right ? 0 : left_price) + moved / 2);
    std::vector<double> widths{to - from};
    for (const Obstacle& o : space_.obstacles) {
      const double width = right ? o.x - o.half - from : to - o.x - o.half;
      if (width > 0 && width < to - from) widths.push_back(width);
    }
    for (const double width : widths)
      if (width >= least_wrap && width < whole) offer_lines(balanced(width));
  }

  /// On lines of their own under the mark, as near to it as the obstacles let.
  void below(double whole) {
    std::vector<Obstacle> edges{{space_.left, 0}};
    for (const Obstacle& o : space_.obstacles)
      if (o.x > space_.left && o.x < space_.right) edges.push_back(o);
    edges.push_back({space_.right, 0});
    const double aim = std::clamp((space_.mark_left + space_.mark_right) / 2, space_.left, space_.right);
    const auto put = [&](double low, double high) {
      if (high - low < std::min(whole, least_wrap)) return;
      const std::vector<std::string> lines = whole <= high - low ? std::vector{label_} : balanced(high - low);
      double widest = 0;
      for (const std::string& line : lines) widest = std::max(widest, reserved_width(line, size_));
      // Words under a mark begin at it; where there is no room they end as far right as they can.
      const double x = std::clamp(std::max(space_.mark_left, low), low, std::max(low, high - widest));
      LabelPlace place;
      place.below = true;
      for (const std::string& line : lines) place.lines.push_back({x, line});
      const double away = aim < x ? x - aim : aim > x + widest ? aim - x - widest : 0;
      offer(std::move(place), line_price + below_price + away / 12);
    };
    for (std::size_t i = 0; i + 1 < edges.size(); ++i)
      put(edges[i].x + edges[i].half, edges[i + 1].x - edges[i + 1].half);
    put(space_.left, space_.right);
    if (best_.lines.empty()) {  // nothing fits: the whole width, whatever it is
      LabelPlace place;
      place.below = true;
      for (const std::string& line : text_.lines(space_.right - space_.left))
        place.lines.push_back({space_.left, line});
      offer(std::move(place), 0);
    }
  }

  const std::string& label_;
  Breakable text_;
  double size_;
  const LabelSpace& space_;
  LabelPlace best_;
  double price_ = std::numeric_limits<double>::infinity();
};

}  // namespace

LabelPlace place_label(const std::string& label, double size, const LabelSpace& space) {
  return Placing(label, size, space).best();
}

std::vector<double> spread(const std::vector<double>& wanted, const std::vector<double>& widths, double gap,
                           double left, double right) {
  struct Pool {
    double sum = 0;  // of the wanted places of its first box
    double count = 0;
    double width = 0;  // of its boxes and the gaps between them
    std::size_t first = 0;
  };
  std::vector<Pool> pools;
  const auto start = [&](const Pool& p) { return std::max(left, std::min(p.sum / p.count, right - p.width)); };
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    pools.push_back({wanted[i] - widths[i] / 2, 1, widths[i], i});
    while (pools.size() > 1) {
      Pool& before = pools[pools.size() - 2];
      const Pool& last = pools.back();
      if (start(before) + before.width + gap <= start(last)) break;
      const double shift = before.width + gap;
      before.sum += last.sum - shift * last.count;
      before.count += last.count;
      before.width += gap + last.width;
      pools.pop_back();
    }
  }
  std::vector<double> middles;
  for (std::size_t p = 0; p < pools.size(); ++p) {
    double x = start(pools[p]);
    const std::size_t past = p + 1 < pools.size() ? pools[p + 1].first : wanted.size();
    for (std::size_t i = pools[p].first; i < past; ++i) {
      middles.push_back(x + widths[i] / 2);
      x += widths[i] + gap;
    }
  }
  return middles;
}

}  // namespace annal::svg
