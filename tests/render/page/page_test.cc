// The page: what it holds without its script, and that no text becomes markup. The script is tested in a browser
// (tests/web).
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "render/page/page.h"
#include "render/page/sha256.h"
#include "tests/render/made_timeline.h"

using namespace annal;
using namespace annal::testing;

namespace {

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

}  // namespace

TEST_CASE("SHA-256 in base64 is that of the standard's examples", "[render][page]") {
  CHECK(sha256_base64("") == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  CHECK(sha256_base64("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
  CHECK(sha256_base64("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE=");
}

TEST_CASE("the page holds picture, article, table and data, and names its style and script by their hashes",
          "[render][page]") {
  const std::string html = to_html(ferry().timeline);
  CHECK(count(html, "<svg ") == 2);
  CHECK(holds(html, "<span class=\"ev\" data-event=\"e2\" id=\"e2\">tore</span>"));
  CHECK(holds(html, "On <span class=\"tx\">November 8</span> a storm "));
  CHECK(count(html, "<tr data-event=") == 5);
  CHECK(holds(html, "<h2>1 contradiction in the text</h2>\n<ul>\n<li>\u201c"));
  CHECK(holds(html, "script-src 'wasm-unsafe-eval' 'sha256-" + sha256_base64(page_script()) + "' 'sha256-" +
                        sha256_base64(editor_script()) + "'"));
  const std::size_t style = html.find("<style>") + 7;
  CHECK(holds(html, "style-src 'sha256-" + sha256_base64(html.substr(style, html.find("</style>") - style)) + "'"));
  CHECK(count(html, "<style>") == 1 + count(page_script(), "<style>"));
  CHECK_FALSE(holds(html, " style=\""));
}

TEST_CASE("a page for readers has neither the editor nor its data", "[render][page]") {
  const std::string html = to_html(ferry().timeline, {.editor = false, .edits = "title = \"Mine\""});
  CHECK(holds(html, "script-src 'wasm-unsafe-eval' 'sha256-" + sha256_base64(page_script()) + "'; "));
  CHECK_FALSE(holds(html, editor_script()));
  CHECK_FALSE(holds(html, editor_style()));
  CHECK_FALSE(holds(html, "\"edits\":"));
  CHECK_FALSE(holds(html, "Mine"));
}

TEST_CASE("no text of the article or its events becomes markup on the page", "[render][page]") {
  const std::string payload = GENERATE("<script>alert(1)</script>", "</script><img src=x onerror=alert(1)>",
                                       "\" onload=\"alert(1)", "<!--<script>", "]]>", "</style>");
  Made made = ferry();
  const std::string plain = to_html(made.timeline);
  made.timeline.document.title = payload;
  made.timeline.document.text += payload;
  made.timeline.document.blocks[0].span.end += static_cast<std::uint32_t>(payload.size());
  made.timeline.events[1].title = payload;
  made.timeline.events[1].lane = payload;
  const std::string html = to_html(made.timeline);
  for (const char* tag : {"<script", "</script", "<img", "</style", "<!--", "<tr"}) {
    CAPTURE(tag);
    CHECK(count(html, tag) == count(plain, tag));
  }
  for (const char* attribute : {"data-lane", "aria-label", "data-event"})
    CHECK_FALSE(holds(html, std::string(attribute) + "=\"\" onload"));
}

TEST_CASE("only a page that a server saves the edits of may make requests, and it begins with those edits",
          "[render][page]") {
  const Made made = ferry();
  std::string html;
  write_served_html([&](std::string_view piece) { html += piece; }, made.timeline,
                    {.token = "0a1b", .base = "77", .problems = {{3, "gone: \"</script>\""}}});
  CHECK(holds(html, "; connect-src 'self'; base-uri 'none'"));
  CHECK(holds(html, "<meta name=\"annal-serve\" content=\"0a1b\">\n"));
  CHECK(holds(html,
              "id=\"annal-session\">{\"base\":\"77\",\"problems\":[{\"line\":3,\"message\":\"gone: \\\"\\u003c/script>"
              "\\\"\"}]}</script>\n"));
  CHECK_FALSE(holds(to_html(made.timeline), "<meta name=\"annal-serve\""));
  CHECK_FALSE(holds(to_html(made.timeline), "connect-src"));
}

TEST_CASE("main element and data are those of the page", "[render][page]") {
  const Made made = ferry();
  const std::string html = to_html(made.timeline);
  std::string main, data;
  write_main([&](std::string_view piece) { main += piece; }, made.timeline);
  write_page_data([&](std::string_view piece) { data += piece; }, made.timeline);
  CHECK(holds(html, "<body>\n" + main + "<script type=\"application/json\" id=\"annal-data\">{\"timeline\":"));
  CHECK(main.starts_with("<main>\n"));
  CHECK(main.ends_with("</main>\n"));
  CHECK(nlohmann::json::accept(data));
}

TEST_CASE("the page holds what it needs to save changes", "[render][page]") {
  Made made = ferry();
  made.timeline.document.id = "texts/ferry.txt";
  CHECK(holds(to_html(made.timeline, {.edits = "[[event]] # <1>\n"}),
              R"("edits":{"file":"ferry.edits.toml","text":"[[event]] # \u003c1>\n","language":"en","labels":{)"));
  const std::string html = to_html(made.timeline);
  CHECK(holds(html, R"("since":"since {0}")"));
  CHECK(holds(html, R"("quotes":[{"words":")"));
}

TEST_CASE("a page that is a story says so, and holds the same", "[render][page]") {
  const Made made = ferry();
  std::string main, story;
  write_main([&](std::string_view piece) { main += piece; }, made.timeline);
  write_main([&](std::string_view piece) { story += piece; }, made.timeline, {.story = true});
  CHECK(story == "<main data-view=\"story\">" + main.substr(std::string_view("<main>").size()));
}

TEST_CASE("other sites are told the headline and what the timeline spans, or what its owner says of it",
          "[render][page]") {
  const Made made = ferry();
  const std::string html = to_html(made.timeline);
  CHECK(holds(html, "<meta property=\"og:title\" content=\"The Aurelia stays in port\">\n"));
  CHECK(holds(html, "<meta property=\"og:description\" content=\"From 1986 to early Mar 2017 \u00b7 5 events\">\n"));
  CHECK(holds(to_html(owned_ferry().timeline), "<meta property=\"og:description\" content=\"From storm to rust\">\n"));
  Made hostile = ferry();
  hostile.timeline.document.title = "\"><script>";
  CHECK(holds(to_html(hostile.timeline), "<meta property=\"og:title\" content=\"&quot;&gt;&lt;script&gt;\">\n"));
}

TEST_CASE("the page's script has its words and the dates of the text in the language of the page", "[render][page]") {
  struct Row {
    const char *language, *close, *written, *early_march;
  };
  const auto row = GENERATE(values<Row>({{"en", "Close", "14 November 2016", "early Mar 2017"},
                                         {"de", "Schließen", "14. November 2016", "Anfang März 2017"},
                                         {"xx", "Close", "14 November 2016", "early Mar 2017"}}));
  INFO(row.language);
  Made made = ferry();
  made.timeline.document.language = row.language;
  std::string data;
  write_page_data([&](std::string_view piece) { data += piece; }, made.timeline);
  const auto words = nlohmann::json::parse(data)["words"];
  CHECK(words["texts"]["close"] == row.close);
  CHECK(words["written"] == row.written);
  CHECK(words["times"]["t3"] == row.early_march);
}
