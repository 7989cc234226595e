#include "render/svg/write/write.h"

#include <rapidcheck/catch.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <set>
#include <string>
#include <vector>

#include "render/svg/layout/layout.h"
#include "render/svg/svg.h"
#include "render/svg/write/style.h"
#include "tests/render/svg/view_maker.h"

namespace annal::svg {
namespace {

/// The first fault of `xml` as a tree of elements, or empty: enough of XML for what the writer uses.
std::string xml_fault(const std::string& xml) {
  std::vector<std::string> open;
  for (std::size_t i = 0; i < xml.size();) {
    if (xml[i] == '&') {
      const std::string name = xml.substr(i + 1, xml.find(';', i) - i - 1);
      const bool known = name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos";
      const bool number = name.size() > 1 && name.size() < 8 && name[0] == '#';
      if (!known && !number) return "bare ampersand: " + name.substr(0, 12);
    }
    const auto byte = static_cast<unsigned char>(xml[i]);
    if (byte < 0x20 && byte != '\n') return "control character";
    if (xml[i] != '<') {
      ++i;
      continue;
    }
    const std::size_t end = xml.find('>', i);
    if (end == std::string::npos) return "open tag";
    const std::string tag = xml.substr(i + 1, end - i - 1);
    if (std::count(tag.begin(), tag.end(), '"') % 2 != 0 || tag.find('<') != std::string::npos)
      return "bad tag: " + tag;
    bool quoted = false;
    for (std::size_t k = 0; k < tag.size(); ++k) {
      if (tag[k] == '"') quoted = !quoted;
      if (!quoted && tag.compare(k, 3, " on") == 0) return "event handler: " + tag;
    }
    if (tag[0] == '/') {
      if (open.empty() || open.back() != tag.substr(1)) return "unexpected </" + tag.substr(1) + ">";
      open.pop_back();
    } else if (tag.back() != '/') {
      open.push_back(tag.substr(0, tag.find(' ')));
    }
    i = end + 1;
  }
  return open.empty() ? "" : "unclosed " + open.back();
}

std::string drawn(const view::TimelineView& view) { return write(layout(view, {})); }

view::TimelineView one_event(const std::string& title) {
  view::TimelineView view = random_view(7, 1, seconds_per_day);
  view.rows[0].title = view.rows[0].lane = view.rows[0].source = title;
  view.title = title;
  return view;
}

TEST_CASE("every picture is well-formed, quiet and whole", "[render][svg][property]") {
  rc::prop("no script, no reference to the outside, no ellipsis, no style attribute", [] {
    const std::string svg =
        drawn(random_view(*rc::gen::arbitrary<std::uint64_t>(), static_cast<std::size_t>(*rc::gen::inRange(0, 61)),
                          40 * seconds_per_day));
    RC_ASSERT(xml_fault(svg) == "");
    for (const char* bad :
         {"\u2026", "<script", "<image", "<a ", "href", "style=", "@import", "\"nan", " nan", "-nan", "inf\""})
      RC_ASSERT(svg.find(bad) == std::string::npos);
    RC_ASSERT(svg.find("http") == svg.rfind("http"));  // the name space alone
    for (std::size_t at = svg.find("url("); at != std::string::npos; at = svg.find("url(", at + 1))
      RC_ASSERT(svg[at + 4] == '#');
  });
}

TEST_CASE("what a title holds is text and nothing else", "[render][svg]") {
  struct Case {
    const char* why;
    std::string title;
    const char* never;
    const char* shown;
  };
  const auto c = GENERATE(values<Case>({
      {"an element", "<img src=x onerror=alert(1)>", "<img", "&lt;img src=x onerror=alert(1)&gt;"},
      {"the end of its element", "</text></g></svg><script>alert(1)</script>", "<script", "&lt;/text&gt;"},
      {"the end of an attribute", "x\" onload=\"alert(1)", "data-lane=\"x\" ", "data-lane=\"x&quot; onload="},
      {"an entity", "&lt;b&gt; &xxe;", "&xxe;", "&amp;xxe;"},
      {"the end of a section", "]]> a", "]]>", "]]&gt;"},
  }));
  INFO(c.why);
  const std::string svg = drawn(one_event(c.title));
  CHECK(xml_fault(svg) == "");
  CHECK(svg.find(c.never) == std::string::npos);
  CHECK(svg.find(c.shown) != std::string::npos);
}

TEST_CASE("the same story is the same bytes", "[render][svg]") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const view::TimelineView view = random_view(seed, 30, 400 * seconds_per_day);
    CHECK(drawn(view) == drawn(view));
  }
}

TEST_CASE("a picture speaks to those who cannot see it", "[render][svg]") {
  view::TimelineView view = random_view(3, 2, 10 * seconds_per_day);
  view.title = "The harbour";
  view::Row& row = view.rows[0];
  row.title = "The board votes";
  row.when = "3 Nov 2016";
  row.lane = "Board";
  row.kind = labels::PlacementKind::instant;
  row.frame = Frame::calendar;
  row.start = row.end = {0, seconds_per_day};
  row.certainty = 0.6;
  row.status = Status::denied;
  row.source = "It never voted.";
  const std::string svg = write(layout(view, {.prefix = "annal"}));
  CHECK(svg.find("role=\"graphics-document document\" aria-roledescription=\"timeline\" aria-labelledby=\"annal-title "
                 "annal-desc\"") != std::string::npos);
  CHECK(svg.find("<title id=\"annal-title\">The harbour</title>") != std::string::npos);
  CHECK(svg.find("<desc id=\"annal-desc\">") != std::string::npos);
  CHECK(svg.find("aria-label=\"3 Nov 2016: The board votes (denied). Board. date less certain.\"") !=
        std::string::npos);
  CHECK(svg.find("<title>It never voted.</title>") != std::string::npos);
  CHECK(svg.find("data-event=\"e1\" data-kind=\"instant\"") != std::string::npos);
  for (const char* rule : {"prefers-color-scheme:dark", "forced-colors:active", "@media print", "unicode-bidi:isolate"})
    CHECK(svg.find(rule) != std::string::npos);
}

TEST_CASE("ids carry the prefix, so that pictures can share a page", "[render][svg]") {
  SvgOptions options;
  options.prefix = "second";
  const std::string svg = write(layout(random_view(11, 20, 100 * seconds_per_day), options));
  for (const std::string before : {"id=\"", "url(#", "aria-labelledby=\""}) {
    std::size_t found = 0;
    for (std::size_t at = svg.find(before); at != std::string::npos; at = svg.find(before, at + 1)) {
      CHECK(svg.compare(at + before.size(), 7, "second-") == 0);
      ++found;
    }
    CHECK(found > 0);
  }
}

TEST_CASE("without a prefix, ids are those of the picture alone", "[render][svg]") {
  const auto prefix = [](std::uint64_t seed, SvgLayout how) {
    return layout(random_view(seed, 20, 100 * seconds_per_day), {.layout = how}).prefix;
  };
  CHECK(prefix(11, SvgLayout::rows) == prefix(11, SvgLayout::rows));
  CHECK(prefix(11, SvgLayout::rows) != prefix(12, SvgLayout::rows));
  CHECK(prefix(11, SvgLayout::rows) != prefix(11, SvgLayout::vertical));
}

TEST_CASE("what is no fact looks different in each status, without colour", "[render][svg]") {
  std::set<std::string> looks;
  for (const Status status : {Status::fact, Status::alleged, Status::expected, Status::conditional, Status::denied}) {
    Picture picture;
    EventDrawing event;
    event.marks.push_back({.x = 50, .y = 50, .status = status});
    event.segments.push_back({.x0 = 10, .x1 = 90, .y = 20, .status = status});
    event.segments.push_back({.kind = SegmentKind::whisker, .x0 = 10, .x1 = 90, .y = 80, .status = status});
    picture.events.push_back(event);
    const std::string svg = write(picture);
    const std::size_t begin = svg.find("role=\"listitem\"");
    looks.insert(svg.substr(begin, svg.find("</g>", begin) - begin));
  }
  CHECK(looks.size() == 5);
}

TEST_CASE("a file has no arcs; a page has them behind the events that they join", "[render][svg]") {
  view::TimelineView view = random_view(5, 4, 10 * seconds_per_day);
  view.arcs = {{0, 2, true}};
  const std::string svg = drawn(view);
  std::size_t groups = 0;
  for (std::size_t at = svg.find("class=\"rel\""); at != std::string::npos; at = svg.find("class=\"rel\"", at + 1))
    ++groups;
  CHECK(groups == 2);
  CHECK(svg.find(".rel{display:none") != std::string::npos);
  CHECK(SvgOptions().relations == view::ViewRelations::none);
}

/// Of a colour as #rgb or #rrggbb. Source: WCAG 2.1, relative luminance.
double luminance(std::string hex) {
  hex.erase(0, 1);
  if (hex.size() == 3) hex = {hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]};
  double sum = 0;
  const double weights[] = {0.2126, 0.7152, 0.0722};
  for (std::size_t i = 0; i < 3; ++i) {
    const double c = static_cast<double>(std::strtol(hex.substr(2 * i, 2).c_str(), nullptr, 16)) / 255;
    sum += weights[i] * (c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4));
  }
  return sum;
}

double contrast(const std::string& a, const std::string& b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

TEST_CASE("text stands out at 4.5 to 1 and marks at 3 to 1, in light and in dark", "[render][svg]") {
  const std::string style = svg_style(Theme{});
  const std::size_t dark = style.find("@media screen"), forced = style.find("@media (forced");
  REQUIRE(dark < forced);
  const bool is_dark = GENERATE(false, true);
  const std::string sheet = is_dark ? style.substr(dark, forced - dark) : style.substr(0, dark);
  const auto colour = [&](const std::string& selector, const std::string& property) {
    const std::size_t at = sheet.find(selector);
    REQUIRE(at != std::string::npos);
    const std::size_t from = sheet.find(property + ":#", at) + property.size() + 1;
    return sheet.substr(from, sheet.find_first_of(";}", from) - from);
  };
  for (const char* ground : {".bg", ".gr"}) {
    const std::string under = colour(std::string(".annal-t ") + ground, "fill");
    INFO((is_dark ? "dark " : "light ") << ground << " " << under);
    for (const char* text : {"text{", ".m{", ".a{"})
      CHECK(contrast(colour(std::string(".annal-t ") + text, "fill"), under) >= 4.5);
    for (int lane = 0; lane < 8; ++lane) {
      CHECK(contrast(colour(".annal-t .f" + std::to_string(lane), "fill"), under) >= 3);
      CHECK(contrast(colour(".annal-t .o" + std::to_string(lane), "stroke"), under) >= 3);
    }
    for (const char* line : {".wr{", ".te{", ".cu{stroke"})
      CHECK(contrast(colour(std::string(".annal-t ") + line, "stroke"), under) >= 3);
  }
}

}  // namespace
}  // namespace annal::svg
