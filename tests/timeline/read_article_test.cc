// One reader for every way in: what a file is, and what the user's statements replace.
#include <catch2/catch.hpp>

#include <string>
#include <variant>

#include "core/calendar/calendar.h"
#include "core/dct/parse_dct.h"
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

/// The articles of a file: "id|day of writing;", or the error.
std::string articles(const std::string& bytes, const ArticleOptions& options) {
  std::string out;
  for (const Result<Article>& article : read_articles(bytes, options)) {
    if (!article) {
      out += article.error().message + ";";
      continue;
    }
    const Document document = document_of(*article);
    out += document.id + "|";
    if (document.dct.known()) {
      const CivilDate day = civil_from_days(day_number(document.dct.at));
      out += std::to_string(day.year) + "-" + std::to_string(day.month) + "-" + std::to_string(day.day);
    }
    out += ";";
  }
  return out;
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

TEST_CASE("a file of several articles gives each of them, and an error in the place of what cannot be read",
          "[timeline][read]") {
  struct Row {
    const char *why, *name, *bytes, *articles;
  };
  const auto row = GENERATE(values<Row>({
      {"one article", "a.txt", text, "a.txt|;"},
      {"a mail and what it quotes", "a.eml",
       "Date: Sat, 3 May 2014 10:00:00 +0200\nSubject: Hi\n\nYes.\n\nBob wrote:\n> It burned.\n",
       "a.eml|2014-5-3;a.eml#2|;"},
      {"a mailbox", "in.mbox",
       "From a Thu May  1 10:00:00 2014\nSubject: One\n\nIt burned.\n\nFrom b Fri May  2 10:00:00 2014\nDate: Fri, 2 "
       "May "
       "2014 10:00:00 +0200\n\nIt stood.\n",
       "in.mbox#1|;in.mbox#2|2014-5-2;"},
      {"lines of JSON", "a.jsonl",
       "{\"id\": \"x\", \"text\": \"It burned.\", \"dct\": \"2014-05-03\"}\n\n{\"id\": \"y\"}\n{\"id\": \"z\", "
       "\"html\": "
       "\"<p>It stood.\"}\nno\n",
       "x|2014-5-3;a.jsonl:3: there is no \"text\", \"html\" or \"tml\"; give the article as one of them;z|;a.jsonl:5: "
       "invalid JSON at byte 2: Invalid "
       "value; "
       "each line must be a JSON object;"},
      {"lines by what they hold", "-",
       "{\"id\": \"x\", \"text\": \"It burned.\"}\n{\"id\": \"y\", \"text\": \"It stood.\"}", "x|;y|;"},
      {"no lines", "a.jsonl", "\n", "a.jsonl: no line holds an article;"},
  }));
  INFO(row.why);
  CHECK(articles(row.bytes, {.name = row.name, .default_id = row.name}) == row.articles);
}

TEST_CASE("a stated day is for those articles of a file that state none", "[timeline][read]") {
  const auto day = parse_dct("2016-05-03");
  REQUIRE(day);
  CHECK(articles("{\"id\": \"x\", \"text\": \"It burned.\", \"dct\": \"2014-05-03\"}\n{\"id\": \"y\", \"text\": \"It "
                 "stood.\"}",
                 {.name = "a", .dct = *day}) == "x|2014-5-3;y|2016-5-3;");
  CHECK(articles("From a Thu May  1 10:00:00 2014\nSubject: One\n\nIt burned.\n\nBob wrote:\n> It stood.\n\n"
                 "From b Fri May  2 10:00:00 2014\nDate: Fri, 2 May 2014 10:00:00 +0200\n\nIt fell.\n",
                 {.name = "a", .title = "A title", .dct = *day}) == "#1|2016-5-3;#1.2|;#2|2014-5-2;");
}

TEST_CASE("where one article is needed, a mailbox of several mails is refused", "[timeline][read]") {
  const std::string first = "From a Thu May  1 10:00:00 2014\nSubject: One\n\nIt burned.\n\n";
  const auto one = read_article(first, {.name = "a", .default_id = "a"});
  REQUIRE(one);
  CHECK(document_of(*one).id == "a");
  CHECK(read_article(first + first, {.name = "a"}).error().message ==
        "a: a mailbox of 2 mails, where one article is needed; save the mail that you mean to a file of its own");
}

TEST_CASE("a timeline in a line is taken as it is", "[timeline][read]") {
  const auto made =
      read_articles("{\"id\": \"x\", \"text\": \"It burned.\"}\n{\"schema\": \"none\"}\n", {.name = "a.jsonl"});
  REQUIRE(made.size() == 2);
  CHECK(made[0]);
  CHECK(made[1].error().message.starts_with("a.jsonl:2: "));
}
