// What the owner of a timeline states, on the page.
#include <catch2/catch.hpp>

#include "render/page/page.h"
#include "render/page/sha256.h"
#include "render/page/theme_style.h"
#include "render/text/order.h"
#include "tests/render/made_timeline.h"

using namespace annal;
using namespace annal::testing;

namespace {

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// The row of the table for `event`.
std::string row_of(const std::string& html, const std::string& event) {
  const std::size_t begin = html.find("<tr data-event=\"" + event + "\">");
  REQUIRE(begin != std::string::npos);
  return html.substr(begin, html.find("</tr>", begin) - begin);
}

}  // namespace

TEST_CASE("the page has headline and subtitle at its head, note and credit at its end", "[render][page]") {
  const std::string html = to_html(owned_ferry().timeline);
  CHECK(holds(html, "<title>Four days of the Aurelia</title>"));
  CHECK(holds(html, "<h1>Four days of the Aurelia</h1>\n<p class=\"subtitle muted\">From storm to rust</p>\n"));
  CHECK(holds(html,
              "<p class=\"note muted\">Dates are those of the minutes</p>\n<p class=\"credit muted\">Graphic: M. "
              "Kern</p>\n</main>"));
}

TEST_CASE("the table has the note, the link and what was edited, and an image only if it need not be loaded",
          "[render][page]") {
  const std::string html = to_html(owned_ferry().timeline);
  const std::string storm = row_of(html, "e2");
  CHECK(holds(storm, "<td><a href=\"#e2\">8 Nov 2016</a></td>"));
  CHECK(holds(storm,
              "<a href=\"https://example.org/storm?a=1&amp;b=(2)\" target=\"_blank\" rel=\"noopener noreferrer\">A "
              "storm tears the ramp off</a>"));
  CHECK(holds(storm, "<div class=\"muted\">the worst since 1953</div>"));
  CHECK(holds(storm,
              "<a href=\"https://example.org/storm.jpg\" target=\"_blank\" rel=\"noopener noreferrer\">image</a>"));
  CHECK(holds(storm, "<div class=\"muted\">edited: lane, colour, note, link, image</div>"));
  CHECK(holds(row_of(html, "e3"),
              "<img src=\"data:image/png;base64,AAAA\" alt=\"image\" height=\"64\" loading=\"lazy\">"));
  CHECK(holds(row_of(html, "e1"), "<td>1986</td><th scope=\"row\"><a href=\"#e1\">The Aurelia first sails</a></th>"));
}

TEST_CASE("an event that the text does not tell of leads to no place of the page", "[render][page]") {
  const std::string html = to_html(owned_ferry().timeline);
  CHECK(holds(row_of(html, "e6"), "<th scope=\"row\">The mayor resigns<div"));
  CHECK_FALSE(holds(html, "#e6"));
  CHECK_FALSE(holds(html, "id=\"e6\""));
}

TEST_CASE("the table says how sure a date is only where there is one", "[render][page]") {
  Timeline timeline = owned_ferry().timeline;
  CHECK(holds(row_of(to_html(timeline), "e1"), "<td>date "));
  timeline.events[0].when = {};
  CHECK(row_of(to_html(timeline), "e1").ends_with("</td><td></td>"));
}

TEST_CASE("the page names its style by its hash, with a theme and colours too", "[render][page]") {
  Timeline timeline = owned_ferry().timeline;
  timeline.presentation.theme = GENERATE("", "light", "dark", "--annal-ground: #fff8e7; --annal-font: Georgia, serif");
  const std::string html = to_html(timeline);
  const std::size_t style = html.find("<style>") + 7;
  const std::string sheet = html.substr(style, html.find("</style>") - style);
  CHECK(holds(html, "style-src 'sha256-" + sha256_base64(sheet) + "'"));
  CHECK(sheet.ends_with(page::theme_style(parse_theme(timeline.presentation.theme).value())));
  CHECK_FALSE(holds(html, " style=\""));
}

TEST_CASE("a theme gives the page its colours, and paper light ones", "[render][page]") {
  const auto style = [](std::string_view theme) { return page::theme_style(parse_theme(theme).value()); };
  CHECK(style("").empty());
  CHECK(style("light").starts_with(":root{color-scheme:light;--fg:#111827;--bg:#ffffff;"));
  CHECK(style("dark").starts_with(":root{color-scheme:dark;--fg:#e8ecf3;--bg:#0f1420;"));
  CHECK(holds(style("dark"), "@media print{:root{color-scheme:light;"));
  CHECK(holds(style("--annal-ground: #fff8e7"), "--bg:#fff8e7;"));
  CHECK(style("--annal-font: Georgia, serif") == "body{font-family:\"Georgia\",serif}\n");
}

TEST_CASE("the order says of an edited date that it is edited", "[render][order]") {
  Timeline timeline = owned_ferry().timeline;
  timeline.events[1].edited.insert(timeline.events[1].edited.begin(), EditedField::date);
  const std::string text = to_order_text(timeline, {.width = 120});
  CHECK(holds(text, "A storm tears the ramp off"));
  CHECK(holds(text, "edited: date"));
}

TEST_CASE("what contradicts an edit is no contradiction of the text", "[render][page]") {
  Timeline timeline = owned_ferry().timeline;
  CHECK(holds(to_html(timeline), "<h2>1 contradiction in the text</h2>"));
  timeline.evidence[0].kind = EvidenceKind::edited;
  const std::string html = to_html(timeline);
  CHECK_FALSE(holds(html, "in the text</h2>"));
  CHECK(holds(html, "<h2>edited: A storm tears the ramp off</h2>\n<ul>\n<li>"));
}
