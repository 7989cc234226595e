// Every way has the same form, so all of them can be tried: the channel's x and which side of the marks it leaves from.
#include "render/svg/layout/route.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace annal::svg {
namespace {

constexpr double text_price = 1e6;
constexpr double mark_price = 400;
constexpr double bar_price = 45;
constexpr double shared_price = 3;    // a px of running on top of another arc
constexpr double upright_price = 80;  // of running along a line down the picture
constexpr double upright_room = 9;
constexpr double bend_price = 4;
constexpr double sideways_price = 25;
constexpr double text_room = 3, mark_room = 3;
constexpr double lane_step = 3.5;  // between arcs in the same gap of rows

using Way = std::vector<XY>;

Box box_of_run(XY a, XY b) { return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)}; }

bool touches(const Box& run, const Box& box, double room) {
  return run.x0 < box.x1 + room && run.x1 > box.x0 - room && run.y0 < box.y1 + room && run.y1 > box.y0 - room;
}

class Router {
 public:
  explicit Router(const RouteSpace& space) : space_(space) {}

  Way way(RouteEnds ends) {
    const RouteRow &from = space_.rows[ends.from], &to = space_.rows[ends.to];
    const bool down = from.middle < to.middle;  // not by index: rows of one frame stand together
    upper_ = down ? &from : &to;
    lower_ = down ? &to : &from;
    out_x_ = down ? upper_->leave : upper_->enter;
    in_x_ = down ? lower_->enter : lower_->leave;
    gather();
    best_price_ = std::numeric_limits<double>::infinity();
    best_.clear();
    for (const double lane : {0.0, lane_step, -lane_step})
      for (const double c : channels_) try_channel(c, lane);
    if (best_price_ >= text_price) return {};
    Way found = simplified(best_);
    for (std::size_t i = 0; i + 1 < found.size(); ++i) taken_.push_back(box_of_run(found[i], found[i + 1]));
    if (!down) std::reverse(found.begin(), found.end());
    return found;
  }

 private:
  /// The obstacles between the two rows, and the channels beside them.
  void gather() {
    const double y0 = upper_->top - 1, y1 = lower_->bottom + 1;
    const auto near = [&](const std::vector<Box>& all) {
      std::vector<Box> found;
      for (const Box& b : all)
        if (b.y1 > y0 && b.y0 < y1) found.push_back(b);
      return found;
    };
    texts_ = near(space_.texts);
    marks_ = near(space_.marks);
    bars_ = near(space_.bars);
    runs_ = near(taken_);
    channels_ = {out_x_, in_x_, (out_x_ + in_x_) / 2, space_.left_gutter, space_.right_gutter};
    for (const std::vector<Box>* group : {&texts_, &marks_})
      for (const Box& b : *group) {
        channels_.push_back(b.x0 - text_room - 4);
        channels_.push_back(b.x1 + text_room + 4);
      }
    for (const double c : {out_x_, in_x_}) {
      channels_.push_back(c - 12);
      channels_.push_back(c + 12);
    }
    std::sort(channels_.begin(), channels_.end());
    channels_.erase(std::unique(channels_.begin(), channels_.end(), [](double a, double b) { return b - a < 1; }),
                    channels_.end());
    channels_.erase(std::remove_if(channels_.begin(), channels_.end(),
                                   [&](double c) { return c < space_.left_gutter || c > space_.right_gutter; }),
                    channels_.end());
  }

  void try_channel(double c, double lane) {
    const double out_y = upper_->bottom + lane, in_y = lower_->top + lane;
    const XY end{in_x_, lower_->middle - lower_->reach};
    consider({{out_x_, upper_->middle + upper_->reach}, {out_x_, out_y}, {c, out_y}, {c, in_y}, {in_x_, in_y}, end});
    // Sideways out, where the label stands under the mark.
    const double side = c < out_x_ ? upper_->left - 1 : upper_->right + 1;
    if ((c < out_x_ && c < side) || (c > out_x_ && c > side))
      consider({{side, upper_->middle}, {c, upper_->middle}, {c, in_y}, {in_x_, in_y}, end}, sideways_price);
  }

  void consider(Way way, double price = 0) {
    for (std::size_t i = 0; i + 1 < way.size(); ++i) {
      const double length = std::abs(way[i].x - way[i + 1].x) + std::abs(way[i].y - way[i + 1].y);
      if (length == 0) continue;
      price += length + bend_price;
    }
    if (price >= best_price_) return;
    for (std::size_t i = 0; i + 1 < way.size(); ++i) {
      const Box run = box_of_run(way[i], way[i + 1]);
      for (const Box& b : texts_) price += touches(run, b, text_room) ? text_price : 0;
      if (price >= best_price_) return;
      for (const Box& b : marks_) price += touches(run, b, mark_room) && !own(b) ? mark_price : 0;
      for (const Box& b : bars_) price += touches(run, b, 1) && !own(b) ? bar_price : 0;
      for (const Box& b : runs_) price += shared_price * shared(run, b);
      if (run.y1 - run.y0 > 1)
        for (const double x : space_.uprights) price += std::abs(run.x0 - x) < upright_room ? upright_price : 0;
      if (price >= best_price_) return;
    }
    best_price_ = price;
    best_ = std::move(way);
  }

  /// Of one of the two rows that are to be tied.
  bool own(const Box& b) const {
    const double y = (b.y0 + b.y1) / 2;
    return std::abs(y - upper_->middle) < 1 || std::abs(y - lower_->middle) < 1;
  }

  /// How many px of `a` run on top of `b` or right beside it.
  static double shared(const Box& a, const Box& b) {
    const bool both_level = a.y1 - a.y0 < 1 && b.y1 - b.y0 < 1, both_upright = a.x1 - a.x0 < 1 && b.x1 - b.x0 < 1;
    if (both_level && std::abs(a.y0 - b.y0) < 3) return std::max(0.0, std::min(a.x1, b.x1) - std::max(a.x0, b.x0));
    if (both_upright && std::abs(a.x0 - b.x0) < 3) return std::max(0.0, std::min(a.y1, b.y1) - std::max(a.y0, b.y0));
    return 0;
  }

  static Way simplified(const Way& way) {
    Way out;
    for (const XY& p : way) {
      if (!out.empty() && std::abs(out.back().x - p.x) < 0.05 && std::abs(out.back().y - p.y) < 0.05) continue;
      if (out.size() > 1) {
        const XY &a = out[out.size() - 2], &b = out.back();
        const bool straight = (std::abs(a.x - b.x) < 0.05 && std::abs(b.x - p.x) < 0.05) ||
                              (std::abs(a.y - b.y) < 0.05 && std::abs(b.y - p.y) < 0.05);
        if (straight) out.pop_back();
      }
      out.push_back(p);
    }
    return out;
  }

  const RouteSpace& space_;
  const RouteRow *upper_ = nullptr, *lower_ = nullptr;
  double out_x_ = 0, in_x_ = 0;
  std::vector<Box> texts_, marks_, bars_, runs_, taken_;
  std::vector<double> channels_;
  Way best_;
  double best_price_ = 0;
};

}  // namespace

std::vector<std::vector<XY>> route(const std::vector<RouteEnds>& ends, const RouteSpace& space) {
  Router router(space);
  // Short arcs first: they have the fewest ways to choose from.
  std::vector<std::size_t> by_length(ends.size());
  for (std::size_t i = 0; i < ends.size(); ++i) by_length[i] = i;
  const auto length = [&](std::size_t i) {
    return ends[i].from < ends[i].to ? ends[i].to - ends[i].from : ends[i].from - ends[i].to;
  };
  std::stable_sort(by_length.begin(), by_length.end(),
                   [&](std::size_t a, std::size_t b) { return length(a) < length(b); });
  std::vector<std::vector<XY>> ways(ends.size());
  for (const std::size_t i : by_length) ways[i] = router.way(ends[i]);
  return ways;
}

}  // namespace annal::svg
