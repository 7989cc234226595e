// Where sentences end: a table of the cases that mislead a splitter, and what holds for any text.
#include "core/text/sentence.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

using namespace annal;

namespace {

const Language& english() { return *Language::find("en"); }

/// The text of each sentence of one paragraph.
std::vector<std::string> sentences_of(const std::string& text, const Language& language = english()) {
  Document document;
  document.text = text;
  document.blocks = {{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph}};
  std::vector<Token> tokens;
  tokenise(document.text, tokens);
  std::vector<std::string> out;
  for (const Sentence& sentence : find_sentences(document, tokens, language))
    out.emplace_back(slice(document.text, sentence.span));
  return out;
}

/// '|' stands where a sentence ends.
struct Ending {
  const char* why;
  const char* text;
};
const std::vector<Ending> endings{
    {"periods", "The bridge opened.| It held.| Nobody cheered."},
    {"a question and an exclamation", "Who paid?| The town did!| It still does."},
    {"a title before a name", "Mr. Brandt met Dr. Oke and Gen. Lund.| They agreed."},
    {"a month before its day", "It closed on Nov. 8 and reopened on Jan. 3."},
    {"a month at the end", "It closed in Nov.| The town protested."},
    {"initials", "J. K. Brandt and A.B. Oke signed.| The mill closed."},
    {"an acronym inside", "The U.S. Treasury waited.| The U.N. did not."},
    {"an acronym at the end", "They left for the U.S.| The ship sank."},
    {"a company inside", "Harbour Co. Ltd. Chairman Bo Lund resigned."},
    {"a company at the end", "She founded Harbour Inc.| In 1998 she sold it."},
    {"a company and a comma", "Harbour Inc., of Portvale, closed."},
    {"a decimal", "Prices rose 3.5 percent.| Wages fell 0.2 percent."},
    {"a number after its word", "Mill No. 5 burned.| He said no.| Then he left."},
    {"a figure", "It grew (see fig. 3) until 1920."},
    {"a clock time inside", "It began at 8 p.m. on Tuesday and at 9 a.m. EST Wednesday."},
    {"a clock time before brackets", "It began at 8 p.m. (1900 GMT) and ended late."},
    {"a clock time before a weekday", "It began at 8 p.m. Tuesday."},
    {"a clock time at the end", "It began at 8 p.m.| Police closed the road."},
    {"a year at the end", "The mill closed in 1998.| Nobody came.| In 2001 it burned."},
    {"a number that begins a sentence", "The mill closed.| 14 people lost their work."},
    {"quotes close with their sentence", "\"We signed.\"| \"It holds,\" she said."},
    {"curly quotes too", "\u201CWe signed.\u201D| She left."},
    {"brackets close with theirs", "(The mill closed.)| It burned."},
    {"a quoted question goes on", "\"Who paid?\" he asked."},
    {"a quoted exclamation before a name", "\"Stop!\"| Brandt left."},
    {"typewriter quotes", "``We signed.''| ``It holds.''"},
    {"an ellipsis that goes on", "They waited ... and waited."},
    {"an ellipsis that ends", "They waited...| The ship came."},
    {"one character", "They waited\u2026| The ship came."},
    {"small words after a stop", "They traded cloth, salt, etc. and left."},
    {"Latin", "Some metals, e.g. Copper, rose."},
    {"a lost space", "The mill closed.|The town protested."},
    {"an address", "Read it on harbour.example.org or write to mail@example.org."},
    {"a list number", "1. Brandt signs.| 2. Lund resigns."},
    {"a chapter number", "2.1. The vote"},
    {"the number of a note", "The mill closed.[4] [5]| It burned."},
    {"born and died", "Ada Lund (b. 1901, d. 1975) painted."},
    {"a state", "He moved to Portvale, Mass.| The mill was there."},
    {"a small word that a state abbreviates", "He was ill.| Doctors came."},
    {"several marks", "Really?!| Yes."},
    {"a dash", "It closed.| \u2014 So they say."},
    {"no end at all", "A line without a stop"},
    {"scripts without spaces", "\u6A4B\u3002|\u5DDD\u3002|"},
};

}  // namespace

TEST_CASE("a sentence ends where a reader ends it", "[core][token]") {
  const Ending row = GENERATE(from_range(endings));
  INFO(row.why);
  std::string text;
  std::vector<std::string> expected(1);
  for (const char* c = row.text; *c != '\0'; ++c) {
    if (*c == '|') {
      expected.emplace_back();
      continue;
    }
    text += *c;
    if (expected.back().empty() && *c == ' ') continue;
    expected.back() += *c;
  }
  if (expected.back().empty()) expected.pop_back();
  CHECK(sentences_of(text) == expected);
}

TEST_CASE("an ordinal with its period ends no sentence in a language that writes them so", "[core][token]") {
  using Sentences = std::vector<std::string>;
  const Language& german = *Language::find("de");
  CHECK(sentences_of("Am 14. November brannte es. Der 3. Platz blieb leer.", german) ==
        Sentences{"Am 14. November brannte es.", "Der 3. Platz blieb leer."});
  CHECK(sentences_of("Es war am 3. Die Mühle stand still.", german) ==
        Sentences{"Es war am 3.", "Die Mühle stand still."});
  CHECK(sentences_of("Sie kam am 8. Nov. an. Über Nacht, z. B. im Mai, blieb sie.", german) ==
        Sentences{"Sie kam am 8. Nov. an.", "Über Nacht, z. B. im Mai, blieb sie."});
  CHECK(sentences_of("Es fiel. Öffentlich sagte niemand etwas.", german) ==
        Sentences{"Es fiel.", "Öffentlich sagte niemand etwas."});
}

TEST_CASE("a sentence never crosses the border of a block", "[core][token]") {
  Document document;
  document.text = "A heading\n\nThe mill closed. It\n\nburned";
  document.blocks = {{{0, 9}, BlockKind::title}, {{11, 30}, BlockKind::paragraph}};
  std::vector<Token> tokens;
  tokenise(document.text, tokens);
  const std::vector<Sentence> found = find_sentences(document, tokens, english());
  REQUIRE(found.size() == 4);
  CHECK(slice(document.text, found[0].span) == "A heading");
  CHECK(found[0].block == 0);
  CHECK(slice(document.text, found[1].span) == "The mill closed.");
  CHECK(slice(document.text, found[2].span) == "It");
  CHECK(found[2].block == 1);
  CHECK(slice(document.text, found[3].span) == "burned");
  CHECK(found[3].block == no_block);
}

TEST_CASE("a sentence without an end is cut, after a mark where one is near", "[core][token]") {
  std::string words, items;
  for (int i = 0; i < 3'000; ++i) words += "and on ", items += "one, two, ";
  const auto cut = sentences_of(words);
  REQUIRE(cut.size() == 6'000 / longest_sentence);
  const auto listed = sentences_of(items);
  REQUIRE(listed.size() > 12'000 / longest_sentence);
  CHECK(listed.front().ends_with(','));
}

TEST_CASE("a sentence without a blank is cut as well, and one of marks alone", "[core][token]") {
  for (const std::string piece : {"2001-", "(", "?", "?!\u201D", "a.b."}) {
    CAPTURE(piece);
    std::string text = "It began ";
    for (int i = 0; i < 3'000; ++i) text += piece;
    Document document;
    document.text = text;
    std::vector<Token> tokens;
    tokenise(document.text, tokens);
    for (const Sentence& sentence : find_sentences(document, tokens, english()))
      CHECK(sentence.last - sentence.first <= longest_sentence);
  }
}

TEST_CASE("the sentence of a token or a byte is the last that begins there or before", "[core][token]") {
  //                                  first last block span
  const std::vector<Sentence> sentences{{0, 3, 0, {2, 9}}, {3, 4, 0, {10, 12}}, {4, 9, 1, {20, 40}}};
  struct Row {
    std::uint32_t at;
    std::size_t of_token, of_byte;
  };
  const auto row =
      GENERATE(values<Row>({{0, 0, 0}, {2, 0, 0}, {3, 1, 0}, {4, 2, 0}, {10, 2, 1}, {19, 2, 1}, {40, 2, 2}}));
  CHECK(sentence_of_token(sentences, row.at) == row.of_token);
  CHECK(sentence_at(sentences, row.at) == row.of_byte);
  CHECK(sentence_at({}, row.at) == 0);
}

TEST_CASE("every token lies in exactly one sentence", "[core][token][property]") {
  rc::prop("for any heap of words and marks, with and without blocks", [] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(
        rc::gen::element<std::string>("The ", "mill ", "Mr", "Nov", "U", "p", "m", ". ", ".", "...", "! ", "?", "\"",
                                      "'", ") ", "(", "[", "4", "]", " ", "\n", "\n\n", "\u2026", "\u201D", "\u3002"));
    Document document;
    for (const std::string& piece : pieces) document.text += piece;
    const auto size = static_cast<std::uint32_t>(document.text.size());
    if (*rc::gen::arbitrary<bool>() && size > 2)
      document.blocks = {{{0, size / 2}, BlockKind::paragraph}, {{size / 2, size}, BlockKind::paragraph}};
    std::vector<Token> tokens;
    tokenise(document.text, tokens);
    std::uint32_t at = 0;
    for (const Sentence& sentence : find_sentences(document, tokens, english())) {
      RC_ASSERT(sentence.first == at);
      RC_ASSERT(sentence.last > sentence.first);
      RC_ASSERT(sentence.span == (Span{tokens[sentence.first].begin, tokens[sentence.last - 1].end}));
      at = sentence.last;
    }
    RC_ASSERT(at == tokens.size());
  });
}
