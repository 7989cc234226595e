// The page of several documents, as it is without its script (tests/web drives that).
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "core/dct/parse_dct.h"
#include "core/lang/language.h"
#include "render/page/page.h"
#include "timeline/collection/combine.h"
#include "timeline/pipeline.h"
#include "timeline/read_article.h"

using namespace annal;

namespace {

struct Source {
  std::string id, dct, text;
};

Timeline combined(const std::vector<Source>& sources) {
  Collection collection;
  for (const Source& source : sources) {
    ArticleOptions options;
    options.name = options.default_id = source.id;
    options.language = Language::find("en");
    if (!source.dct.empty()) options.dct = *parse_dct(source.dct);
    REQUIRE(collection.add(build_timeline(*read_article(source.text, options))));
  }
  return std::move(collection).finish();
}

const std::vector<Source> bridge{
    {"news/herald.txt", "2016-05-06", "Bridge opens\n\nThe mayor opened the Lind bridge on 3 May 2016."},
    {"news/post.txt", "2016-05-07", "The mayor opened the Lind bridge on 4 May 2016.\n\nA fire & a flood followed."},
    {"news/times.txt", "",
     "The tolls end. The council voted for it in spring.\n\nThe mayor opened the Lind bridge on 3 May 2016."}};

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

nlohmann::json data_of(const Timeline& timeline, const RenderOptions& options = {}) {
  std::string data;
  write_page_data([&](std::string_view piece) { data += piece; }, timeline, options);
  return nlohmann::json::parse(data);
}

}  // namespace

TEST_CASE("each of several documents is a section with its name, its day of writing and its marks", "[render][page]") {
  const std::string html = to_html(combined(bridge));
  CHECK(count(html, "<section data-document=") == 3);
  CHECK(count(html, "<h2>3 sources</h2>") == 1);
  CHECK(count(html,
              "<p class=\"origin muted\">herald \u00b7 6 May 2016</p>\n<div class=\"text\"><h3 data-begin=\"0\">") ==
        1);
  CHECK(count(html, "<p class=\"origin muted\">times</p>\n<div class=\"text\"><p data-begin=\"0\">") == 1);
  CHECK(count(html, ">opened</span> the Lind bridge on ") == 3);
  CHECK(count(html, "</span></p>\n\n<p data-begin=\"49\"><span class=\"sent\">A ") == 1);
}

TEST_CASE("the texts of several documents stand in a page once, the text of one in its data too", "[render][page]") {
  const nlohmann::json several = data_of(combined(bridge)), one = data_of(combined({bridge[0]}));
  for (const nlohmann::json& document : several["timeline"]["documents"]) CHECK_FALSE(document.contains("text"));
  CHECK(one["timeline"]["documents"][0]["text"] == bridge[0].text);
}

TEST_CASE("a text that HTML holds with other characters stands in the data of its page", "[render][page]") {
  Timeline timeline = combined(bridge);
  timeline.document.text[timeline.sources[1].span.begin + 3] = '\x07';
  const nlohmann::json documents = data_of(timeline)["timeline"]["documents"];
  CHECK_FALSE(documents[0].contains("text"));
  CHECK(documents[1]["text"] == "The\x07mayor opened the Lind bridge on 4 May 2016.\n\nA fire & a flood followed.");
}

TEST_CASE("a page of several documents tells their names, and how many tell of an event", "[render][page]") {
  const nlohmann::json words = data_of(combined(bridge))["words"];
  CHECK(words["documents"] == nlohmann::json::parse(R"([{"name": "herald", "written": "6 May 2016"},
      {"name": "post", "written": "7 May 2016"}, {"name": "times"}])"));
  CHECK(words["sources"] == nlohmann::json::parse(R"({"3": "3 sources"})"));
  CHECK_FALSE(data_of(combined({bridge[0]}))["words"].contains("documents"));
}

TEST_CASE("the table names who tells of an event, and each date with who gives it", "[render][page]") {
  const std::string html = to_html(combined(bridge));
  CHECK(count(html,
              "<td><div>3 May 2016</div><div class=\"muted\">herald, times</div>"
              "<div>4 May 2016</div><div class=\"muted\">post</div></td>") == 1);
  CHECK(count(html, "<div class=\"muted\">3 sources: herald, post, times</div>") == 1);
}

TEST_CASE("a page of several documents has no editor, and its data says that it would", "[render][page]") {
  const Timeline timeline = combined(bridge);
  const std::string html = to_html(timeline);
  CHECK(count(html, "annal-editor") == 0);
  CHECK(count(html, std::string(editor_style())) == 0);
  CHECK(data_of(timeline)["edits"].is_null());
  CHECK_FALSE(data_of(timeline, {.editor = false}).contains("edits"));
}
