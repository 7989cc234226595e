// SVG 1.1 with ARIA: no script, no outside reference, no style attribute. What lies lower is written first.
#include "render/svg/write/write.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string_view>

#include "render/encode/escape.h"
#include "render/svg/write/look.h"
#include "render/svg/write/outline.h"
#include "render/svg/write/path.h"
#include "render/svg/write/style.h"

namespace annal::svg {
namespace {

bool outlined(view::Certainty certainty) { return view::style_of(certainty).outlined; }

/// The zigzag of a torn edge at height y: -1 to 1, 12 px from tip to tip.
double zig(double y) {
  const double turn = std::fmod(std::fmod(y, 12) + 12, 12);
  return turn < 6 ? -1 + turn / 3 : 3 - turn / 3;
}

class Writer {
 public:
  explicit Writer(const Picture& picture) : p_(picture) {}

  std::string document() {
    open();
    defs();
    rect("bg", {0, 0, p_.width, p_.height});
    for (const PlotArea& g : p_.plot_areas) plot_area(g);
    for (const PlotArea& g : p_.legend_plot_areas) plot_area(g);
    lines(LineKind::grid, "g0");
    lines(LineKind::grid_major, "g1");
    lines(LineKind::leader, "le");
    lines(LineKind::link, "ll");
    histogram();
    events();
    axis_breaks();
    lines(LineKind::written, "wr");
    for (const Curve& c : p_.curves) curve(c);
    out_ += "<g>\n";
    for (const BarSegment& segment : p_.legend_segments) bar(segment);
    for (const Mark& m : p_.legend_marks) mark(m);
    for (const Text& t : p_.texts) text({t});
    out_ += "</g>\n</svg>\n";
    return std::move(out_);
  }

 private:
  void attribute(std::string_view name, std::string_view value) { append_xml_attribute(out_, name, value); }
  void attribute(std::string_view name, double value) {
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    append_number(out_, value);
    out_ += '"';
  }
  void element(std::string_view name, std::string_view words, std::string_view id = {}) {
    out_ += '<';
    out_ += name;
    if (!id.empty()) attribute("id", id);
    out_ += '>';
    append_xml_text(out_, words);
    out_ += "</";
    out_ += name;
    out_ += '>';
  }
  void attributes(const Look& look) {
    if (!look.classes.empty()) attribute("class", look.classes);
    if (!look.own_colour.empty()) attribute(look.painted, look.own_colour);
  }
  void path(const Look& look, const Path& data) {
    if (data.empty()) return;
    out_ += "<path";
    attributes(look);
    attribute("d", data.data());
    out_ += "/>\n";
  }
  void rect(std::string_view classes, const Box& b) {
    out_ += "<rect";
    attribute("class", classes);
    place(b);
    out_ += "/>\n";
  }
  void place(const Box& b) {
    attribute("x", b.x0);
    attribute("y", b.y0);
    attribute("width", std::max(0.0, b.x1 - b.x0));
    attribute("height", std::max(0.0, b.y1 - b.y0));
  }
  std::string id(std::string_view name) const { return p_.prefix + "-" + std::string(name); }
  std::string gradient_id(std::string_view name, const BarSegment& segment) const {
    const std::string& own = segment.own_colour;
    return id(name) + (segment.upright ? "v" : "") +
           (own.empty() ? std::string{digit(segment.colour)} : "-" + own.substr(1));
  }

  void open() {
    out_ += "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"annal-t\"";
    attribute("width", p_.width);
    attribute("height", p_.height);
    out_ += " viewBox=\"0 0 ";
    append_number(out_, p_.width);
    out_ += ' ';
    append_number(out_, p_.height);
    out_ += "\" role=\"graphics-document document\" aria-roledescription=\"timeline\"";
    attribute("aria-labelledby", id("title") + " " + id("desc"));
    if (!p_.language.empty()) attribute("xml:lang", p_.language);
    out_ += ">\n";
    element("title", p_.title, id("title"));
    out_ += '\n';
    element("desc", p_.description, id("desc"));
    out_ += "\n<style>";
    out_ += svg_style(p_.theme, own_colours_of(p_));
    out_ += "</style>\n";
  }

  void gradients_in(const BarSegment& segment) {
    const std::string& own = segment.own_colour;
    const std::string stop =
        own.empty() ? std::string("<stop class=\"s") + digit(segment.colour) : "<stop stop-color=\"" + own;
    const auto gradient = [&](const char* name, const char* from, const char* middle, const char* to) {
      const std::string begin = stop + "\" offset=\"";
      out_ += "<linearGradient";
      attribute("id", gradient_id(name, segment));
      if (segment.upright) out_ += " x2=\"0\" y2=\"1\"";
      out_ += ">" + begin + "0\" stop-opacity=\"" + from + "\"/>" + begin + ".5\" stop-opacity=\"" + middle + "\"/>" +
              begin + "1\" stop-opacity=\"" + to + "\"/></linearGradient>\n";
    };
    gradient("w", ".06", ".5", ".06");
    gradient("i", "0", ".35", "1");
    gradient("o", "1", ".35", "0");
    gradient("l", "0", ".2", ".5");
    gradient("r", ".5", ".2", "0");
  }

  /// Gradients in use, and the hatching.
  void defs() {
    out_ += "<defs>\n";
    for (const BarSegment& segment : gradients_of(p_)) gradients_in(segment);
    const bool hatched = std::any_of(p_.plot_areas.begin(), p_.plot_areas.end(),
                                     [](const PlotArea& g) { return g.hatched.x1 > g.hatched.x0; }) ||
                         !p_.legend_plot_areas.empty();
    if (hatched) {
      out_ += "<pattern";
      attribute("id", id("hatch"));
      out_ +=
          " width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><path class=\"ha\" d=\"M-2 2L2-2M0 8L8 0M6 10L10 "
          "6\"/></pattern>\n";
    }
    out_ += "</defs>\n";
  }

  void plot_area(const PlotArea& g) {
    rect("gr", g.box);
    if (g.hatched.x1 <= g.hatched.x0) return;
    Path area;
    area.box(g.hatched);
    for (const Box& hole : g.holes) area.box(hole);
    out_ += "<path fill-rule=\"evenodd\"";
    attribute("fill", "url(#" + id("hatch") + ")");
    attribute("d", area.data());
    out_ += "/>\n";
  }

  void lines(LineKind kind, std::string_view classes) {
    Path all;
    for (const Line& l : p_.lines)
      if (l.kind == kind) {
        all.move(l.x0, l.y0);
        if (l.x0 == l.x1)
          all.down(l.y1);
        else if (l.y0 == l.y1)
          all.along(l.x1);
        else
          all.line(l.x1, l.y1);
      }
    path(Look{std::string(classes)}, all);
  }

  void histogram() {
    for (const HistogramBar& c : p_.histogram) {
      out_ += "<rect class=\"co\"";
      place(c.box);
      out_ += '>';
      element("title", c.text);
      out_ += "</rect>\n";
    }
  }

  void events() {
    if (p_.events.empty()) return;
    out_ += "<g role=\"list\" aria-label=\"Events\">\n";
    for (const EventDrawing& e : p_.events) {
      out_ += "<g role=\"listitem\" tabindex=\"0\"";
      attribute("aria-label", e.spoken);
      attribute("data-event", e.id);
      attribute("data-kind", e.kind);
      if (!e.lane.empty()) attribute("data-lane", e.lane);
      out_ += ">\n";
      if (!e.source.empty()) {
        element("title", e.source);
        out_ += '\n';
      }
      for (const BarSegment& segment : e.segments) bar(segment);
      for (const Mark& m : e.marks) mark(m);
      text(e.dates);
      label(e);
      out_ += "</g>\n";
    }
    out_ += "</g>\n";
  }

  void label(const EventDrawing& e) {
    if (e.link.empty()) return text(e.label);
    out_ += "<a";
    attribute("href", e.link);
    out_ += " target=\"_blank\" rel=\"noopener noreferrer\">";
    text(e.label, "underline");
    out_.pop_back();  // a line break would be a blank of the link
    out_ += "</a>\n";
  }

  /// Lines of one text.
  void text(const std::vector<Text>& lines, std::string_view decoration = {}) {
    if (lines.empty()) return;
    const Text& first = lines.front();
    std::string classes;
    const auto add = [&classes](const char* word) { classes += (classes.empty() ? "" : " ") + std::string(word); };
    if (first.size > 12) add(first.size > 13 ? "z20" : "z13");
    if (first.tone != Tone::plain) add(first.tone == Tone::muted ? "m" : "a");
    if (first.bold) add("b");
    if (first.anchor != Anchor::start) add(first.anchor == Anchor::middle ? "ce" : "en");
    out_ += "<text";
    if (!classes.empty()) attribute("class", classes);
    if (lines.size() == 1) {
      if (!decoration.empty()) attribute("text-decoration", decoration);
      attribute("x", first.x);
      attribute("y", first.baseline);
      out_ += '>';
      append_xml_text(out_, first.words);
    } else {
      out_ += '>';
      for (const Text& line : lines) {
        out_ += "<tspan";
        if (!decoration.empty()) attribute("text-decoration", decoration);
        attribute("x", line.x);
        attribute("y", line.baseline);
        out_ += '>';
        append_xml_text(out_, line.words);
        out_ += "</tspan>";
      }
    }
    out_ += "</text>\n";
  }

  void bar(const BarSegment& segment) {
    const Box box = box_of(segment);
    if (segment.kind == SegmentKind::chevron_left || segment.kind == SegmentKind::chevron_right) {
      const bool left = segment.kind == SegmentKind::chevron_left;
      Path tips;
      for (const double shift : {0.0, 6.0}) {
        const double tip = left ? segment.x0 + shift : segment.x1 - shift, tail = left ? tip + 4 : tip - 4;
        const double half = segment.height / 2;
        if (segment.upright)
          tips.move(box.x0, tail).line(segment.y, tip).line(box.x1, tail);
        else
          tips.move(tail, segment.y - half).line(tip, segment.y).line(tail, segment.y + half);
      }
      path(look("v o", segment.colour, segment.own_colour), tips);
      return;
    }
    out_ += "<rect";
    place(segment.kind == SegmentKind::solid && outlined(segment.certainty)
              ? Box{box.x0 + 1, box.y0 + 1, box.x1 - 1, box.y1 - 1}
              : box);
    if (segment.kind == SegmentKind::solid) {
      attributes(look_of(segment));
      attribute("rx", 2);
    } else {
      attribute("fill", "url(#" + gradient_id(gradient_of(segment.kind), segment) + ")");
    }
    out_ += "/>\n";
  }

  void mark(const Mark& m) {
    const Look shape = look_of(m);
    // A hollow shape loses half its outline's width, so that both kinds look equally large.
    const double r = outlined(m.certainty) ? 0.88 : 1;
    if (m.shape == Shape::circle)
      circle(shape, m.x, m.y, 5.5 * r);
    else
      path(shape, outline_of(m, r));
    if (m.ring) circle(look("r o", m.colour, m.own_colour), m.x, m.y, 9);
  }

  void circle(const Look& look, double x, double y, double r) {
    out_ += "<circle";
    attributes(look);
    attribute("cx", x);
    attribute("cy", y);
    attribute("r", r);
    out_ += "/>\n";
  }

  /// Torn ribbons in the colour of the page over bars and grid, so that what passes through is seen to be cut.
  void axis_breaks() {
    Path ribbons, edges;
    for (const AxisBreak& t : p_.axis_breaks) {
      std::vector<double> ys{t.y0};
      for (double y = t.phase + 6 * std::ceil((t.y0 - t.phase + 0.01) / 6); y < t.y1; y += 6) ys.push_back(y);
      ys.push_back(t.y1);
      const double half = t.omitted ? 3.5 : 0;
      const auto step = [&](Path& path, double y, double side, bool first) {
        const double x = t.x + side + 3 * zig(y - t.phase);
        const XY at = t.flat ? XY{y, x} : XY{x, y};
        if (first)
          path.move(at.x, at.y);
        else
          path.line(at.x, at.y);
      };
      const auto edge = [&](Path& path, double side) {
        for (std::size_t i = 0; i < ys.size(); ++i) step(path, ys[i], side, i == 0);
      };
      edge(edges, -half);
      if (!t.omitted) continue;
      edge(edges, half);
      edge(ribbons, -half);
      for (std::size_t i = ys.size(); i-- > 0;) step(ribbons, ys[i], half, false);
      ribbons.close();
    }
    path(Look{"tf"}, ribbons);
    path(Look{"te"}, edges);
  }

  void curve(const Curve& c) {
    const char kind = c.kind == CurveKind::stated ? 'u' : 'b';
    const std::vector<XY>& points = c.points;
    Path way;
    way.move(points[0].x, points[0].y);
    for (std::size_t i = 1; i < points.size(); ++i) {
      if (i + 1 == points.size()) {
        way.line(points[i].x, points[i].y);
        break;
      }
      const XY a = points[i - 1], b = points[i], d = points[i + 1];
      const double before = std::abs(a.x - b.x) + std::abs(a.y - b.y),
                   after = std::abs(d.x - b.x) + std::abs(d.y - b.y);
      const double r = std::min({5.0, before / 2, after / 2});
      const auto toward = [&](const XY& to, double length) {
        return XY{b.x + (to.x - b.x) / length * r, b.y + (to.y - b.y) / length * r};
      };
      const XY in = toward(a, before), out = toward(d, after);
      way.line(in.x, in.y).bend(b.x, b.y, out.x, out.y);
    }
    out_ += "<g>";
    if (!c.text.empty()) element("title", c.text);
    out_ += '\n';
    path(Look{std::string("c") + kind}, way);
    if (c.arrow_at_end)
      arrow(kind, points[points.size() - 2], points.back());
    else
      circle(Look{std::string("h") + kind}, points.back().x, points.back().y, 2.2);
    out_ += "</g>\n";
  }

  void arrow(char kind, XY from, XY tip) {
    const double length = std::max(0.1, std::hypot(tip.x - from.x, tip.y - from.y));
    const double dx = (tip.x - from.x) / length, dy = (tip.y - from.y) / length;
    const XY base{tip.x - 6 * dx, tip.y - 6 * dy};
    Path head;
    head.move(tip.x, tip.y)
        .line(base.x - 3.2 * dy, base.y + 3.2 * dx)
        .line(base.x + 3.2 * dy, base.y - 3.2 * dx)
        .close();
    path(Look{std::string("h") + kind}, head);
  }

  const Picture& p_;
  std::string out_;
};

}  // namespace

std::string write(const Picture& picture) { return Writer(picture).document(); }

}  // namespace annal::svg
