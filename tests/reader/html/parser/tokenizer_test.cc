// A page to tokens, whatever its bytes.
#include "reader/html/parser/tokenizer.h"

#include <catch2/catch.hpp>

#include <string>

using namespace annal::html;

namespace {

/// "<b a=1>" as `b[a=1]`, "</b>" as `/b`, text in quotes, comments as `!`, a document type as `?`.
std::string tokens_of(const std::string& html, bool cdata = false) {
  Dom dom;
  Tokenizer tokenizer(html, dom);
  Token token;
  std::string out;
  for (tokenizer.next(token, cdata); token.kind != TokenKind::end; tokenizer.next(token, cdata)) {
    if (!out.empty()) out += ' ';
    switch (token.kind) {
      case TokenKind::text: out += '\'' + std::string(token.text) + '\''; break;
      case TokenKind::start_tag: out += std::string(token.name) + (token.self_closing ? "/" : ""); break;
      case TokenKind::end_tag: out += '/' + std::string(token.name); break;
      case TokenKind::comment: out += '!'; break;
      case TokenKind::doctype: out += '?'; break;
      case TokenKind::end: break;
    }
    if (token.kind != TokenKind::start_tag) continue;
    for (const Attribute& attribute : token.attributes)
      out += '[' + std::string(attribute.name) + '=' + std::string(attribute.value) + ']';
  }
  return out;
}

}  // namespace

TEST_CASE("markup is read as the HTML standard has it", "[reader][html]") {
  struct Row {
    const char *why, *html, *tokens;
  };
  const auto row = GENERATE(values<Row>({
      {"nothing", "", ""},
      {"text alone", "a b", "'a b'"},
      {"tags and text", "<p>a</p>", "p 'a' /p"},
      {"names in small letters", "<DIV></Div>", "div /div"},
      {"an attribute of each kind", "<a x y=1 z='2' w=\"3\">", "a[x=][y=1][z=2][w=3]"},
      {"the first of two attributes counts", "<a x=1 X=2>", "a[x=1]"},
      {"references in text and values", "<a x='&amp;'>&lt;&#65;", "a[x=&] '<A'"},
      {"a tag that closes itself", "<br/>", "br/"},
      {"a comment", "a<!-- <b> -->c", "'a' ! 'c'"},
      {"a comment cut short", "<!-->a", "! 'a'"},
      {"a document type", "<!DOCTYPE html>a", "? 'a'"},
      {"a sign that opens nothing", "1 < 2", "'1 < 2'"},
      {"a tag cut off by the end", "a<b x", "'a'"},
  }));
  INFO(row.why);
  CHECK(tokens_of(row.html) == row.tokens);
}

TEST_CASE("sections of CDATA are text only where they are allowed", "[reader][html]") {
  CHECK(tokens_of("<![CDATA[<b>]]>", true) == "'<b>'");
  CHECK(tokens_of("<![CDATA[x]]>", false) == "!");
}

TEST_CASE("raw text ends at the end tag of its element alone", "[reader][html]") {
  const std::string html = "<style>a<b>&amp;</b></style>c";
  Dom dom;
  Tokenizer tokenizer(html, dom);
  Token token;
  tokenizer.next(token, false);
  REQUIRE(token.tag == Tag::style);
  tokenizer.set_content(ContentModel::rawtext, "style");
  tokenizer.next(token, false);
  CHECK(token.text == "a<b>&amp;</b>");
  tokenizer.next(token, false);
  CHECK(token.kind == TokenKind::end_tag);
  tokenizer.next(token, false);
  CHECK(token.text == "c");
}
