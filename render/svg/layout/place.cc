// Each way to set a label has a price; the cheapest wins, the first among equals.
#include "render/svg/layout/place.h"

#include <algorithm>
#include <limits>

#include "render/svg/axis/measure.h"

namespace annal::svg {
namespace {

constexpr double gap = 8;          // px between mark and words
constexpr double line_price = 42;  // of each further line
constexpr double left_price = 6;   // readers look to the right first
constexpr double below_price = 20;
constexpr double least_wrap = 130;  // px: narrower columns of words are hard to read

class Placing {
 public:
  Placing(const std::string& label, double size, const LabelSpace& space)
      : text_(label, size), size_(size), space_(space) {}

  LabelPlace best() {
    beside(space_.mark_right + gap, space_.right, true);
    beside(space_.left, space_.mark_left - gap, false);
    below();
    return std::move(best_);
  }

 private:
  void offer(LabelPlace place, double price) {
    price += line_price * (static_cast<double>(place.lines.size()) - 1);
    if (price >= price_) return;
    price_ = price;
    best_ = std::move(place);
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

  /// On [from, to], touching the mark: whole, else wrapped.
  void beside(double from, double to, bool right) {
    const double width = to - from;
    if (width < std::min(text_.width(), least_wrap)) return;
    LabelPlace place;
    for (const std::string& line : balanced(width)) place.lines.push_back({right ? from : to, line});
    place.flush_right = !right;
    offer(std::move(place), right ? 0 : left_price);
  }

  /// On lines of their own under the mark. Words begin at it; where there is no room they end as far right as they can.
  void below() {
    const double width = space_.right - space_.left;
    LabelPlace place;
    place.below = true;
    const std::vector<std::string> lines = balanced(width);
    double widest = 0;
    for (const std::string& line : lines) widest = std::max(widest, reserved_width(line, size_));
    const double x = std::clamp(space_.mark_left, space_.left, std::max(space_.left, space_.right - widest));
    for (const std::string& line : lines) place.lines.push_back({x, line});
    offer(std::move(place), line_price + below_price);
  }

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
