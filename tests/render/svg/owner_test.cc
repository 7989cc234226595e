// What the owner of a timeline states, in the picture: head and foot, colours, links, themes.
#include <algorithm>
#include <catch2/catch.hpp>

#include "render/svg/layout/layout.h"
#include "render/svg/svg.h"
#include "render/svg/write/palette.h"
#include "render/svg/write/style.h"
#include "tests/render/made_timeline.h"
#include "tests/render/svg/geometry.h"
#include "tests/render/xml_reader.h"

using namespace annal;
using namespace annal::testing;

namespace {

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

const svg::Text& text_with(const svg::Picture& picture, std::string_view words) {
  const auto found =
      std::ranges::find_if(picture.texts, [&](const svg::Text& text) { return holds(text.words, words); });
  REQUIRE(found != picture.texts.end());
  return *found;
}

svg::Picture drawn(const Timeline& timeline, const SvgOptions& options) {
  return svg::layout(view::make_view(timeline, {}), options);
}

}  // namespace

TEST_CASE("headline and subtitle stand above the legend, note and credit below all, in every layout and width",
          "[render][svg]") {
  Timeline timeline = owned_ferry().timeline;
  for (std::string* words : {&timeline.presentation.title, &timeline.presentation.subtitle, &timeline.presentation.note,
                             &timeline.presentation.credit})
    for (int i = 0; i < 8; ++i) *words += " and many more words of it";
  const SvgLayout how = GENERATE(SvgLayout::rows, SvgLayout::compact, SvgLayout::lanes, SvgLayout::vertical);
  const double width = GENERATE(320.0, 480.0, 777.0, 1200.0, 1600.0);
  const svg::Picture picture = drawn(timeline, {.width = width, .layout = how});
  CHECK(svg::faults_of(picture) == std::vector<std::string>());
  const double title = text_with(picture, "Four days").baseline, subtitle = text_with(picture, "From storm").baseline,
               note = text_with(picture, "Dates are those").baseline,
               credit = text_with(picture, "Graphic: M. Kern").baseline;
  CHECK(title < subtitle);
  CHECK(note < credit);
  for (const svg::EventDrawing& event : picture.events)
    for (const svg::Text& label : event.label) {
      CHECK(subtitle < label.baseline);
      CHECK(label.baseline < note);
    }
  std::size_t said = 0;
  for (const svg::Text& text : picture.texts)
    for (std::size_t at = 0; (at = text.words.find("many", at)) != std::string::npos; ++at) ++said;
  CHECK(said == 4 * 8);
}

TEST_CASE("an event has the colour that its owner states, in dots and whiskers, and else that of its lane",
          "[render][svg]") {
  Timeline timeline = owned_ferry().timeline;
  timeline.events[0].colour = "#00f";
  timeline.events[2].colour = "url(#x)";
  const std::string svg = to_svg(timeline);
  CHECK(holds(svg, "fill=\"#ff6347\""));
  CHECK(holds(svg, "stroke=\"#0000ff\""));
  CHECK_FALSE(holds(svg, "#x"));
  CHECK(holds(svg, "\n.annal-t [fill=\"#0000ff\"]{fill:#"));
  CHECK_NOTHROW(XmlReader::read(svg));
}

TEST_CASE("the legend shows the colour that all events of a lane share", "[render][svg]") {
  Timeline timeline = owned_ferry().timeline;
  const auto in_legend = [&] {
    const svg::Picture picture = drawn(timeline, {});
    return std::ranges::any_of(picture.legend_marks, [](const svg::Mark& m) { return m.own_colour == "#ff6347"; });
  };
  CHECK(in_legend());
  timeline.events[2].lane = "Weather";
  CHECK_FALSE(in_legend());
}

TEST_CASE("a title leads where its owner says, and nowhere else", "[render][svg]") {
  Timeline timeline = owned_ferry().timeline;
  timeline.events[3].link = "javascript:alert(1)";
  const XmlNode root = XmlReader::read(to_svg(timeline));
  std::vector<std::string> addresses;
  for (const XmlNode* link : root.all("a")) {
    addresses.push_back(link->attributes.at("href"));
    CHECK(link->attributes.at("rel") == "noopener noreferrer");
  }
  CHECK(addresses == std::vector<std::string>{"https://example.org/storm?a=1&b=(2)", "mailto:harbour@example.org"});
}

TEST_CASE("the tool tip of an event has its note and what was edited", "[render][svg]") {
  const svg::Picture picture = drawn(owned_ferry().timeline, {});
  CHECK(holds(picture.events[1].source, "\nthe worst since 1953\nedited: lane, colour, note, link, image"));
  CHECK(std::ranges::any_of(picture.events,
                            [](const svg::EventDrawing& e) { return e.source == "edited: selection, added"; }));
}

TEST_CASE("what its owner pins has a row, and what he hides is not counted", "[render][view]") {
  Made made = ferry();
  for (int i = 0; i < 70; ++i) {
    made.event("sailed", "Sailing " + std::to_string(i), day(2016, 11, 1), day(2016, 11, 2), "").salience = 0.95;
  }
  Event& pinned = made.event("tore", "The smallest thing", day(2016, 11, 3), day(2016, 11, 4), "");
  pinned.salience = 0.01;
  pinned.visibility = Visibility::pinned;
  const auto view = [&] { return view::make_view(made.timeline, {}); };
  CHECK(std::ranges::any_of(view().rows, [](const view::Row& row) { return row.title == "The smallest thing"; }));
  CHECK(view().found == 76);
  for (std::size_t i = 5; i < 75; ++i) {
    made.timeline.events[i].shown = false;
    made.timeline.events[i].visibility = Visibility::hidden;
  }
  CHECK(view().found == 6);
  CHECK(view().events == 6);
}

TEST_CASE("a stated theme fixes the look, whatever the reader prefers", "[render][svg]") {
  struct Row {
    const char* theme;
    bool follows_reader, dark;
  };
  const auto row = GENERATE(values<Row>({
      {"", true, false},
      {"light", false, false},
      {"dark", false, true},
      {"--annal-ground: #fff8e7", false, false},
      {"--annal-ground: #102030; --annal-text: #fff", false, true},
      {"--annal-font: Georgia, serif", true, false},
      {"no theme", true, false},
  }));
  INFO(row.theme);
  Timeline timeline = owned_ferry().timeline;
  timeline.presentation.theme = row.theme;
  const std::string svg = to_svg(timeline);
  CHECK(holds(svg, "prefers-color-scheme:dark") == row.follows_reader);
  CHECK(holds(svg, "@media print{\n\n.annal-t{font-family") == row.dark);
  CHECK(holds(svg, "font-family:\"Georgia\",serif") == holds(row.theme, "font"));
  CHECK_FALSE(holds(svg, "$"));
  CHECK_FALSE(holds(svg, "--annal-ground:"));
  CHECK_NOTHROW(XmlReader::read(svg));
}

TEST_CASE("without a theme the sheet has both looks of ours, in the colours of their palettes", "[render][svg]") {
  const std::string sheet = svg_style({});
  const std::string dark = sheet.substr(sheet.find("@media screen"));
  for (const Colour colour :
       {dark_palette.ground, dark_palette.plot, dark_palette.text, dark_palette.muted, dark_palette.accent,
        dark_palette.alert, dark_palette.grid, dark_palette.grid_minor, dark_palette.hatch, dark_palette.leader,
        dark_palette.line, dark_palette.connector, dark_palette.tear})
    CHECK(holds(dark, hexadecimal(colour)));
  for (const Colour colour : dark_palette.lanes) CHECK(holds(dark, hexadecimal(colour)));
  CHECK(holds(sheet, ".annal-t .bg{fill:#fff;fill:var(--annal-ground,#fff)}"));
}

TEST_CASE("of ground and text alone a whole palette follows that can be read", "[render][svg]") {
  const auto theme =
      GENERATE("--annal-ground: #fff8e7; --annal-text: #3b2f2f", "--annal-ground: #101418; --annal-text: #eee",
               "--annal-ground: white; --annal-text: black");
  const Palette palette = palette_of(parse_theme(theme).value());
  for (const Colour ground : {palette.ground, palette.plot}) {
    CHECK(contrast(palette.text, ground) >= 4.5);
    CHECK(contrast(palette.muted, ground) >= 4.5);
    CHECK(contrast(palette.line, ground) >= 3);
    CHECK(contrast(palette.tear, ground) >= 3);
  }
}

TEST_CASE("a theme whose text is hard to read is warned of in one line", "[render][svg]") {
  struct Row {
    std::string_view theme, warning;
  };
  const auto row = GENERATE(values<Row>({
      {"", ""},
      {"light", ""},
      {"dark", ""},
      {"--annal-ground: #fff8e7; --annal-text: #3b2f2f", ""},
      {"--annal-ground: #fff; --annal-text: #999; --annal-muted: #777",
       "the theme is hard to read: text of #999999 on #fbfbfb has a contrast of 2.7:1; text needs 4.5:1"},
      {"--annal-alert: yellow",
       "the theme is hard to read: alert of #ffff00 on #f6f8fb has a contrast of 1.0:1; text needs 4.5:1"},
  }));
  INFO(row.theme);
  CHECK(contrast_warning(parse_theme(row.theme).value()) == row.warning);
}
