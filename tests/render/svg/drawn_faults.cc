// Reads the subset of SVG that annal writes: text and tspan, rect, circle, and paths of M L H V Q Z. Sizes of text are
// those of Arial with 8 % in hand; Chromium's own are checked in tests/web.
#include "tests/render/svg/drawn_faults.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <sstream>

#include "render/svg/axis/measure.h"
#include "tests/render/xml_reader.h"

namespace annal::svg {
namespace {

using annal::testing::XmlNode;

constexpr double in_hand = 1.08;  // of the width of words against each other
constexpr double ink = 1.03;      // and against what is drawn

struct Rectangle {
  double x0, y0, x1, y1;
};

struct Words {
  std::string text;
  Rectangle box, inked;
};

/// Something drawn: a straight run or a filled shape, by its bounds.
struct Drawn {
  std::string what;
  double x0, y0, x1, y1;  ///< of a run: from and to
  bool run;
};

std::string at(const Rectangle& r) {
  std::ostringstream out;
  out << " [" << r.x0 << ".." << r.x1 << ", " << r.y0 << ".." << r.y1 << "]";
  return out.str();
}

bool touch(const Rectangle& a, const Rectangle& b) {
  constexpr double hair = 0.12;  // numbers are rounded to a tenth
  return a.x0 + hair < b.x1 && b.x0 + hair < a.x1 && a.y0 + hair < b.y1 && b.y0 + hair < a.y1;
}

/// Whether the run from (x0, y0) to (x1, y1) enters `box`: Liang and Barsky's clipping.
bool enters(const Drawn& d, const Rectangle& box) {
  if (!d.run) return touch({d.x0, d.y0, d.x1, d.y1}, box);
  double first = 0, last = 1;
  const double dx = d.x1 - d.x0, dy = d.y1 - d.y0;
  const double p[] = {-dx, dx, -dy, dy};
  const double q[] = {d.x0 - box.x0 - 0.12, box.x1 - 0.12 - d.x0, d.y0 - box.y0 - 0.12, box.y1 - 0.12 - d.y0};
  for (int i = 0; i < 4; ++i) {
    if (p[i] == 0) {
      if (q[i] < 0) return false;
    } else if (p[i] < 0) {
      first = std::max(first, q[i] / p[i]);
    } else {
      last = std::min(last, q[i] / p[i]);
    }
  }
  return first < last;
}

class Reader {
 public:
  explicit Reader(const XmlNode& svg) {
    width_ = number(svg, "width");
    height_ = number(svg, "height");
    read(svg, false);
  }

  std::vector<std::string> faults() {
    const auto top = [](const Drawn& d) { return std::min(d.y0, d.y1); };
    std::sort(drawn_.begin(), drawn_.end(), [&](const Drawn& a, const Drawn& b) { return top(a) < top(b); });
    for (std::size_t i = 0; i < words_.size(); ++i) {
      inside("\"" + words_[i].text + "\"", words_[i].box);
      for (std::size_t k = i + 1; k < words_.size(); ++k)
        if (touch(words_[i].box, words_[k].box))
          faults_.push_back("texts overlap: \"" + words_[i].text + "\"" + at(words_[i].box) + " and \"" +
                            words_[k].text + "\"" + at(words_[k].box));
      for (const Drawn& d : drawn_) {
        if (top(d) > words_[i].inked.y1) break;
        if (enters(d, words_[i].inked))
          faults_.push_back(d.what + at({d.x0, d.y0, d.x1, d.y1}) + " through \"" + words_[i].text + "\"" +
                            at(words_[i].inked));
      }
    }
    return std::move(faults_);
  }

 private:
  static double number(const XmlNode& node, const char* name) {
    const auto found = node.attributes.find(name);
    return found == node.attributes.end() ? 0 : std::strtod(found->second.c_str(), nullptr);
  }
  static std::string text_of(const XmlNode& node, const char* name) {
    const auto found = node.attributes.find(name);
    return found == node.attributes.end() ? "" : found->second;
  }
  static bool has(const std::string& classes, const std::string& one) {
    return (" " + classes + " ").find(" " + one + " ") != std::string::npos;
  }

  /// What words with their halo may stand on: grid, axis, cuts, the line of writing.
  static bool is_below_words(const std::string& classes) {
    for (const char* one : {"g0", "g1", "ax", "tf", "te", "wr"})
      if (classes == one) return true;
    return false;
  }

  void inside(const std::string& what, const Rectangle& r) {
    if (r.x0 < -0.1 || r.y0 < -0.1 || r.x1 > width_ + 0.1 || r.y1 > height_ + 0.1)
      faults_.push_back(what + " leaves the canvas" + at(r));
  }

  void read(const XmlNode& node, bool in_event) {
    for (const XmlNode& child : node.children) {
      if (child.name == "defs" || child.name == "style" || child.name == "title" || child.name == "desc") continue;
      const bool event = text_of(child, "role") == "listitem";
      const std::size_t before = words_.size();
      const std::string classes = text_of(child, "class"), fill = text_of(child, "fill");
      if (child.name == "text") {
        read_text(child, classes);
      } else if (child.name == "rect" && (in_event || classes == "co")) {
        const double x = number(child, "x"), y = number(child, "y");
        shape("bar", {x, y, x + number(child, "width"), y + number(child, "height")});
      } else if (child.name == "circle") {
        const double x = number(child, "cx"), y = number(child, "cy"), r = number(child, "r");
        shape("circle", {x - r, y - r, x + r, y + r});
      } else if (child.name == "path" && fill.empty() && !is_below_words(classes)) {
        read_path(text_of(child, "d"), classes);
      }
      read(child, in_event || event);
      if (event && words_.size() == before) faults_.push_back("an event without words");
    }
  }

  void shape(const std::string& what, const Rectangle& r) {
    inside(what, r);
    drawn_.push_back({what, r.x0, r.y0, r.x1, r.y1, false});
  }

  void read_text(const XmlNode& node, const std::string& classes) {
    const double size = has(classes, "z20") ? 20 : has(classes, "z13") ? 13 : 12;
    const auto line = [&](const XmlNode& part) {
      const std::string text = part.inner();
      const double x = number(part, "x"), y = number(part, "y");
      const double wide = text_width(text, size, has(classes, "b"));
      const auto box = [&](double w) {
        const double left = has(classes, "ce") ? x - w / 2 : has(classes, "en") ? x - w : x;
        return Rectangle{left, y - 0.905 * size, left + w, y + 0.212 * size};
      };
      words_.push_back({text, box(in_hand * wide), box(ink * wide)});
    };
    std::vector<const XmlNode*> lines = node.all("tspan");
    std::erase_if(lines, [](const XmlNode* part) { return part->attributes.count("x") == 0; });  // date words of a line
    if (lines.empty()) line(node);
    for (const XmlNode* part : lines) line(*part);
  }

  /// Straight runs of lines; the bounds of a filled shape.
  void read_path(const std::string& data, const std::string& classes) {
    const bool filled = !classes.empty() && (classes[0] == 'f' || classes[0] == 'h');
    std::vector<Drawn> runs;
    double x = 0, y = 0, from_x = 0, from_y = 0;
    const char* at_char = data.c_str();
    char command = 'M';
    const auto value = [&] {
      while (*at_char == ' ' || *at_char == ',') ++at_char;
      char* end = nullptr;
      const double found = std::strtod(at_char, &end);
      if (end == at_char) throw std::runtime_error("a path that cannot be read: " + data.substr(0, 80));
      at_char = end;
      return found;
    };
    const auto go = [&](double to_x, double to_y) {
      runs.push_back({classes, x, y, to_x, to_y, true});
      x = to_x;
      y = to_y;
    };
    while (*at_char != 0) {
      if (std::isalpha(static_cast<unsigned char>(*at_char)) != 0) command = *at_char++;
      switch (command) {
        case 'M': from_x = x = value(), from_y = y = value(); break;
        case 'L': {
          const double to_x = value(), to_y = value();
          go(to_x, to_y);
          break;
        }
        case 'H': go(value(), y); break;
        case 'V': go(x, value()); break;
        case 'Q': {
          value(), value();
          const double to_x = value(), to_y = value();
          go(to_x, to_y);
          break;
        }
        case 'Z': go(from_x, from_y); break;
        default: throw std::runtime_error(std::string("a path with ") + command);
      }
    }
    if (filled && !runs.empty()) {
      Rectangle r{1e9, 1e9, -1e9, -1e9};
      for (const Drawn& d : runs)
        r = {std::min(r.x0, std::min(d.x0, d.x1)), std::min(r.y0, std::min(d.y0, d.y1)),
             std::max(r.x1, std::max(d.x0, d.x1)), std::max(r.y1, std::max(d.y0, d.y1))};
      shape("mark", r);
      return;
    }
    for (Drawn& d : runs) {
      inside(classes, {std::min(d.x0, d.x1), std::min(d.y0, d.y1), std::max(d.x0, d.x1), std::max(d.y0, d.y1)});
      drawn_.push_back(std::move(d));
    }
  }

  double width_ = 0, height_ = 0;
  std::vector<Words> words_;
  std::vector<Drawn> drawn_;
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> drawn_faults(const std::string& svg) {
  const XmlNode root = annal::testing::XmlReader::read(svg);
  return Reader(root).faults();
}

}  // namespace annal::svg
