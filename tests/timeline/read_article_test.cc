// One reader for every way in: what a file is, and what the user's statements replace.
#include <catch2/catch.hpp>

#include <string>
#include <variant>

#include "timeline/read_article.h"

using namespace annal;

namespace {

constexpr const char* timeml =
    "<?xml version=\"1.0\"?>\n<TimeML><DOCID>wire-7</DOCID><DCT><TIMEX3 tid=\"t0\" type=\"DATE\" "
    "value=\"1998-03-03\">03/03/1998</TIMEX3></DCT><TEXT>The bridge <EVENT eid=\"e1\" "
    "class=\"OCCURRENCE\">opened</EVENT> on Monday.</TEXT></TimeML>\n";
constexpr const char* page =
    "<!DOCTYPE html><html lang=\"en\"><head><title>Bridge</title></head><body><article><p>The bridge opened on 3 May "
    "2014. It was closed a year later.</p></article></body></html>";
constexpr const char* text = "The bridge opened on 3 May 2014.\n";

Document document_of(const Article& article) {
  const auto* annotation = std::get_if<Annotation>(&article.content);
  return annotation != nullptr ? annotation->document : std::get<Document>(article.content);
}

}  // namespace

TEST_CASE("an article is TimeML, a page or text by its first bytes or its name", "[timeline][read]") {
  struct Row {
    const char *why, *bytes, *name;
    bool annotated, markup;  ///< markup: tags stay in the text
  };
  const auto row = GENERATE(values<Row>({
      {"TimeML by its root", timeml, "a.txt", true, false},
      {"a page by its doctype", page, "a.txt", false, false},
      {"a page by its name", "<p>The bridge opened.</p>", "a.html", false, false},
      {"text", text, "a.txt", false, false},
      {"text with a tag", "The bridge <b>opened</b> on 3 May.", "a.txt", false, true},
  }));
  INFO(row.why);
  const auto article = read_article(row.bytes, {.name = row.name});
  REQUIRE(article);
  CHECK(std::holds_alternative<Annotation>(article->content) == row.annotated);
  CHECK((document_of(*article).text.find('<') != std::string::npos) == row.markup);
}

TEST_CASE("a stated format is not second-guessed", "[timeline][read]") {
  const auto article = read_article(page, {.name = "a", .format = ArticleFormat::text});
  REQUIRE(article);
  CHECK(document_of(*article).text.starts_with("<!DOCTYPE"));
  CHECK_FALSE(read_article(text, {.name = "a", .format = ArticleFormat::timeml}));
}

TEST_CASE("what the user states replaces what the document says of itself", "[timeline][read]") {
  const auto as_is = read_article(timeml, {.name = "a", .default_id = "a.tml"});
  REQUIRE(as_is);
  CHECK(document_of(*as_is).id == "wire-7");
  CHECK(as_is->language != nullptr);

  ArticleOptions stated;
  stated.name = "a";
  stated.id = "own";
  stated.title = "Opening";
  stated.url = "https://example.org/2014/05/03/bridge";
  stated.language = Language::find("de");
  const auto article = read_article(timeml, stated);
  REQUIRE(article);
  const Document document = document_of(*article);
  CHECK(document.id == "own");
  CHECK(document.title == "Opening");
  CHECK(document.url == stated.url);
  CHECK(document.language == "de");
  CHECK(article->language == Language::find("de"));
}

TEST_CASE("text without an id gets the default one", "[timeline][read]") {
  const auto article = read_article(text, {.name = "a", .default_id = "a.txt"});
  REQUIRE(article);
  CHECK(document_of(*article).id == "a.txt");
}

TEST_CASE("a timeline takes the events of TimeML and finds those of text", "[timeline][read]") {
  CHECK(build_timeline(*read_article(timeml, {.name = "a"})).events.size() == 1);
  CHECK_FALSE(build_timeline(*read_article(text, {.name = "a"})).events.empty());
  CHECK(analyse(*read_article(text, {.name = "a"})).timexes.size() == 1);
}
