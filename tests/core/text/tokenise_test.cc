#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "core/text/token.h"
#include "core/unicode/utf8.h"

using namespace annal;

namespace {

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  tokenise(text, tokens);
  return tokens;
}

/// The tokens of `text` with a blank where white space parts them, and '+' where nothing does.
std::string parted(std::string_view text) {
  std::string out;
  for (const Token& token : tokens_of(text)) {
    if (!out.empty()) out += token.no_space_before ? '+' : ' ';
    out += slice(text, token.span());
  }
  return out;
}

}  // namespace

TEST_CASE("a text is parted into runs of letters, runs of digits and single signs", "[core][token]") {
  struct Row {
    const char* text;
    const char* expected;
  };
  const auto row = GENERATE(values<Row>({
      {"", ""},
      {" \n\t ", ""},
      {"mid-2014", "mid+-+2014"},
      {"Trump's 8pm", "Trump+'+s 8+pm"},
      {"the 1990s, U.S.", "the 1990+s+, U+.+S+."},
      {"d\u00E9cembre \u00ABoui\u00BB", "d\u00E9cembre \u00AB+oui+\u00BB"},
      {"14\u00A0November", "14 November"},                         // a no-break space is white space
      {"1939\u20131945", "1939+\u2013+1945"},                      // an en dash is a sign
      {"\u043F'\u044F\u0442\u044C", "\u043F'\u044F\u0442\u044C"},  // an apostrophe between Cyrillic letters is one
      {"\U0001F600!", "\U0001F600+!"},
  }));
  CHECK(parted(row.text) == row.expected);
}

TEST_CASE("a token knows of the line breaks before it", "[core][token]") {
  const std::vector<Token> tokens = tokens_of("a b\nc\n\nd \n e");
  REQUIRE(tokens.size() == 5);
  std::string breaks;
  for (const Token& token : tokens) breaks += token.blank_line ? '2' : token.newline ? '1' : '0';
  CHECK(breaks == "00121");
}

TEST_CASE("tokens are in order, apart, without white space, and leave out nothing else", "[core][token][property]") {
  rc::prop("for any run of letters, digits, signs and white space", [] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(
        rc::gen::element<std::string>("a", "Z", "7", ".", "'", "-", " ", "\n", "\u00E9", "\u0457", "\u00A0", "\u2014"));
    std::string text;
    for (const std::string& piece : pieces) text += piece;
    std::uint32_t at = 0;
    for (const Token& token : tokens_of(text)) {
      RC_ASSERT(token.begin < token.end);
      RC_ASSERT(token.no_space_before == (token.begin == at && at > 0));
      for (const char* blank : {" ", "\n", "\u00A0"})
        RC_ASSERT(slice(text, token.span()).find(blank) == std::string_view::npos);
      for (std::size_t i = at; i < token.begin; ++i)
        RC_ASSERT((text[i] == ' ' || text[i] == '\n' || text[i] == '\xC2' || text[i] == '\xA0'));
      at = token.end;
    }
  });
}
