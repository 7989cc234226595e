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
    lines(LineKind::axis, "ax");
    axis_breaks();
    lines(LineKind::leader, "le");
    lines(LineKind::link, "ll");
    lines(LineKind::written, "wr");
    histogram();
    events();
    out_ += "<g>\n";
    for (const BarSegment& s : p_.legend_segments) segment(s);
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

  /// The hatching, where there is any.
  void defs() {
    const auto hatched = [](const PlotArea& g) { return g.hatched.x1 > g.hatched.x0; };
    if (std::ranges::none_of(p_.plot_areas, hatched) && p_.legend_plot_areas.empty()) return;
    out_ += "<defs><pattern";
    attribute("id", id("hatch"));
    out_ +=
        " width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><path class=\"ha\" d=\"M-2 2L2-2M0 8L8 0M6 10L10 "
        "6\"/></pattern></defs>\n";
  }

  void plot_area(const PlotArea& g) {
    rect("gr", g.box);
    if (g.hatched.x1 <= g.hatched.x0) return;
    out_ += "<rect";
    attribute("fill", "url(#" + id("hatch") + ")");
    place(g.hatched);
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
    for (std::size_t i = 0; i < p_.events.size(); ++i) {
      const EventDrawing& e = p_.events[i];
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
      for (const BarSegment& s : e.segments) segment(s);
      for (const Mark& m : e.marks) mark(m);
      text(e.dates);
      label(e);
      text(e.quote);
      out_ += "</g>\n";
      relations(i);
    }
    out_ += "</g>\n";
  }

  /// The relations of an event, behind it.
  void relations(std::size_t event) {
    const auto touches = [event](const Curve& c) { return c.from == event || c.to == event; };
    if (std::ranges::none_of(p_.curves, touches)) return;
    out_ += "<g class=\"rel\" aria-hidden=\"true\">\n";
    for (const Curve& c : p_.curves)
      if (touches(c)) curve(c);
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
      words(first);
    } else {
      out_ += '>';
      for (const Text& line : lines) {
        out_ += "<tspan";
        if (!decoration.empty()) attribute("text-decoration", decoration);
        attribute("x", line.x);
        attribute("y", line.baseline);
        out_ += '>';
        words(line);
        out_ += "</tspan>";
      }
    }
    out_ += "</text>\n";
  }

  void words(const Text& line) {
    const std::string_view all = line.words;
    if (line.lead > 0) {
      out_ += "<tspan class=\"m\">";
      append_xml_text(out_, all.substr(0, line.lead));
      out_ += "</tspan>";
    }
    append_xml_text(out_, all.substr(line.lead));
  }

  void segment(const BarSegment& s) {
    if (s.kind == SegmentKind::bar)
      bar(s);
    else
      whisker(s);
    if (s.status == Status::denied) cross_out((s.x0 + s.x1) / 2, s.y, s.upright, s);
  }

  void bar(const BarSegment& s) {
    const Box b = box_of(s);
    out_ += "<rect";
    place(holds(s.status) ? b : Box{b.x0 + 1, b.y0 + 1, b.x1 - 1, b.y1 - 1});
    attributes(look_of(s));
    attribute("rx", 2);
    out_ += "/>\n";
  }

  void whisker(const BarSegment& s) {
    constexpr double head_length = 7, head_half = 4, tube_half = 2;
    const Look plain = look(Paint::line, Status::fact, s.colour, s.own_colour);
    const double from = s.x0 + (s.first == SegmentEnd::arrow ? head_length : 0);
    const double to = s.x1 - (s.last == SegmentEnd::arrow ? head_length : 0);
    TimePath line(s.upright), ticks(s.upright), heads(s.upright);
    if (s.status == Status::expected || s.status == Status::denied)
      line.move(from, s.y - tube_half).line(to, s.y - tube_half).move(from, s.y + tube_half).line(to, s.y + tube_half);
    else
      line.move(from, s.y).line(to, s.y);
    const auto end = [&](SegmentEnd kind, double x, double inward) {
      if (kind == SegmentEnd::tick) ticks.move(x, s.y - s.height / 2).line(x, s.y + s.height / 2);
      if (kind == SegmentEnd::arrow) {
        heads.move(x + inward * head_length, s.y - head_half)
            .line(x, s.y)
            .line(x + inward * head_length, s.y + head_half);
        if (holds(s.status)) heads.close();
      }
    };
    end(s.first, s.x0, 1);
    end(s.last, s.x1, -1);
    path(look(Paint::line, s.status, s.colour, s.own_colour), line.path());
    path(plain, ticks.path());
    path(holds(s.status) ? look_of(s) : plain, heads.path());
  }

  template <class Shape>
  void cross_out(double along, double across, bool upright, const Shape& shape) {
    constexpr double reach = 6;
    TimePath strokes(upright);
    strokes.move(along - reach, across - reach).line(along + reach, across + reach);
    strokes.move(along - reach, across + reach).line(along + reach, across - reach);
    path(look(Paint::line, Status::fact, shape.colour, shape.own_colour), strokes.path());
  }

  void mark(const Mark& m) {
    const Look shape = look_of(m);
    // A hollow shape loses half its outline's width, so that both kinds look equally large.
    const double r = holds(m.status) ? 1 : 0.88;
    if (m.shape == Shape::circle)
      circle(shape, m.x, m.y, m.radius * r);
    else
      path(shape, outline_of(m, r * m.radius / 5.5));
    if (m.status == Status::denied) cross_out(m.x, m.y, false, m);
  }

  void circle(const Look& look, double x, double y, double r) {
    out_ += "<circle";
    attributes(look);
    attribute("cx", x);
    attribute("cy", y);
    attribute("r", r);
    out_ += "/>\n";
  }

  /// Through the rows a faint gap; on the axis two strokes aslant with nothing between them.
  void axis_breaks() {
    constexpr double half = break_gap / 2, lean = 2, reach = 6;
    Path gaps, signs, edges, changes;
    for (const AxisBreak& b : p_.axis_breaks) {
      const auto to = [&](double x, double y) { return b.flat ? XY{y, x} : XY{x, y}; };
      const auto run = [&](Path& path, XY from, XY end) { path.move(from.x, from.y).line(end.x, end.y); };
      if (!b.omitted) {
        run(changes, to(b.x, b.y0), to(b.x, b.y1));
        continue;
      }
      if (b.y0 < b.y1) {
        const XY first = to(b.x - half, b.y0), last = to(b.x + half, b.y1);
        gaps.box({first.x, first.y, last.x, last.y});
      }
      const auto sign = [&](double y) {
        const XY corners[] = {to(b.x - half - lean, y + reach), to(b.x - half + lean, y - reach),
                              to(b.x + half + lean, y - reach), to(b.x + half - lean, y + reach)};
        signs.move(corners[0].x, corners[0].y);
        for (const XY& corner : {corners[1], corners[2], corners[3]}) signs.line(corner.x, corner.y);
        signs.close();
        run(edges, corners[0], corners[1]);
        run(edges, corners[3], corners[2]);
      };
      sign(b.y0);
      if (b.y0 < b.y1) sign(b.y1);
    }
    path(Look{"tf"}, gaps);
    path(Look{"g1"}, changes);
    path(Look{"tf"}, signs);
    path(Look{"te"}, edges);
  }

  void curve(const Curve& c) {
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
    path(Look{"cu"}, way);
    if (c.directed)
      arrow(points[points.size() - 2], points.back());
    else
      circle(Look{"hu"}, points.back().x, points.back().y, 2.2);
  }

  void arrow(XY from, XY tip) {
    const double length = std::max(0.1, std::hypot(tip.x - from.x, tip.y - from.y));
    const double dx = (tip.x - from.x) / length, dy = (tip.y - from.y) / length;
    const XY base{tip.x - 6 * dx, tip.y - 6 * dy};
    Path head;
    head.move(tip.x, tip.y)
        .line(base.x - 3.2 * dy, base.y + 3.2 * dx)
        .line(base.x + 3.2 * dy, base.y - 3.2 * dx)
        .close();
    path(Look{"hu"}, head);
  }

  const Picture& p_;
  std::string out_;
};

}  // namespace

std::string write(const Picture& picture) { return Writer(picture).document(); }

}  // namespace annal::svg
