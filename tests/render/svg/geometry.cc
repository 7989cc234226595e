#include "tests/render/svg/geometry.h"

#include <algorithm>
#include <cstddef>
#include <sstream>

namespace annal::svg {
namespace {

constexpr double hair = 0.05;  // px: rounding

std::string at(const Box& b) {
  std::ostringstream out;
  out << " [" << b.x0 << ".." << b.x1 << ", " << b.y0 << ".." << b.y1 << "]";
  return out.str();
}

Box shrunk(Box b) { return {b.x0 + hair, b.y0 + hair, b.x1 - hair, b.y1 - hair}; }

Box gap_of(const AxisBreak& t) {
  const double x0 = t.x - break_gap / 2, x1 = t.x + break_gap / 2;
  return t.flat ? Box{t.y0, x0, t.y1, x1} : Box{x0, t.y0, x1, t.y1};
}

class Checker {
 public:
  explicit Checker(const Picture& picture) : p_(picture) {
    for (const Text& text : texts_of(picture))
      texts_.push_back({text.words, shrunk(box_of(text)), shrunk(ink_of(text))});
    std::stable_sort(texts_.begin(), texts_.end(),
                     [](const Placed& a, const Placed& b) { return a.box.y0 < b.box.y0; });
    for (const Placed& text : texts_) tallest_ = std::max(tallest_, text.box.y1 - text.box.y0);
  }

  std::vector<std::string> check() {
    texts();
    for (const Line& l : p_.lines) {
      if (l.kind != LineKind::leader) continue;  // words have a halo over the others
      cross("line", {std::min(l.x0, l.x1), std::min(l.y0, l.y1), std::max(l.x0, l.x1), std::max(l.y0, l.y1)});
    }
    for (const Curve& c : p_.curves)
      for (std::size_t i = 0; i + 1 < c.points.size(); ++i) {
        const XY a = c.points[i], b = c.points[i + 1];
        cross("arc", {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)});
      }
    for (const HistogramBar& c : p_.histogram) cross("count", c.box);
    for (const EventDrawing& e : p_.events) {
      for (const BarSegment& segment : e.segments) cross("bar", box_of(segment));
      for (const Mark& m : e.marks) {
        const double r = m.radius + 0.5;
        const Box box{m.x - r, m.y - r, m.x + r, m.y + r};
        cross("mark", box);
        inside("mark", box);
        for (const AxisBreak& t : p_.axis_breaks)
          if (t.omitted && overlap(box, gap_of(t))) faults_.push_back("cut under mark" + at(box));
      }
    }
    return std::move(faults_);
  }

 private:
  void inside(const std::string& what, const Box& b) {
    if (b.x0 < -hair || b.y0 < -hair || b.x1 > p_.width + hair || b.y1 > p_.height + hair)
      faults_.push_back(what + " outside the canvas" + at(b));
  }

  void texts() {
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      const Box& a = texts_[i].box;
      inside("text \"" + texts_[i].words + "\"", a);
      for (std::size_t k = i + 1; k < texts_.size() && texts_[k].box.y0 < a.y1; ++k)
        if (overlap(a, texts_[k].box))
          faults_.push_back("texts overlap: \"" + texts_[i].words + "\"" + at(a) + " and \"" + texts_[k].words + "\"" +
                            at(texts_[k].box));
    }
  }

  void cross(const std::string& what, Box run) {
    run.x1 = std::max(run.x1, run.x0 + hair);
    run.y1 = std::max(run.y1, run.y0 + hair);
    auto text = std::lower_bound(texts_.begin(), texts_.end(), run.y0 - tallest_,
                                 [](const Placed& t, double y) { return t.box.y0 < y; });
    for (; text != texts_.end() && text->box.y0 < run.y1; ++text)
      if (overlap(text->ink, run))
        faults_.push_back(what + at(run) + " through \"" + text->words + "\"" + at(text->ink));
  }

  struct Placed {
    std::string words;
    Box box, ink;
  };

  const Picture& p_;
  std::vector<Placed> texts_;
  double tallest_ = 0;
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> faults_of(const Picture& picture) { return Checker(picture).check(); }

}  // namespace annal::svg
