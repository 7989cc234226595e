// The recogniser as a machine: it quotes the text, never overlaps, costs linear time, and whatever it is given it ends.
#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "core/grammar/recognise.h"
#include "core/lang/language.h"

namespace annal {
namespace {

struct Found {
  std::vector<Token> tokens;
  ExpressionPool pool;
  std::vector<Timex> timexes;
  std::uint64_t steps;
};

Found recognise_in(std::string_view text) {
  Found found;
  tokenise(text, found.tokens);
  found.steps = recognise(text, found.tokens, *Language::find("en"), found.pool, found.timexes);
  return found;
}

std::string repeat(std::string_view piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

}  // namespace

TEST_CASE("expressions stand in order, do not overlap, and have a tree each", "[core][find][property]") {
  rc::prop("on any mix of words of time", [] {
    const auto words = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "the", "May", "march", "14", "2016", "last", "week", "three", "days", "ago", "of", ",", ".", "-", "to", "from",
        "Nov", "'s", "1990", "s", "quarter", "noon", "at", "3", "pm", ":", "30", "early", "every", "Tuesday", "or",
        "and", "a", "half", "table", "\n\n", "’", "–"));
    std::string text;
    for (const std::string& word : words) text += word + " ";
    const Found found = recognise_in(text);
    std::uint32_t end = 0;
    for (const Timex& timex : found.timexes) {
      RC_ASSERT(timex.span.begin >= end);
      RC_ASSERT(timex.span.begin < timex.span.end);
      RC_ASSERT(timex.span.end <= text.size());
      RC_ASSERT(timex.expression < found.pool.size());
      end = timex.span.end;
    }
  });
}

TEST_CASE("no expression reaches over the end of a paragraph", "[core][find]") {
  CHECK(recognise_in("It was in May\n\n14 people came.").timexes.size() == 1);
  const auto wrapped = recognise_in("It was on May\n14 in Rome.").timexes;
  REQUIRE(wrapped.size() == 1);
  CHECK(wrapped[0].span.size() == std::string_view("May\n14").size());
  CHECK(recognise_in("Saturday, Aug. 9\n11:48 a.m.").timexes.size() == 2);
}

TEST_CASE("a number inside a longer word is no expression", "[core][find]") {
  CHECK(recognise_in("model A2014 and 2014x").timexes.empty());
}

TEST_CASE("a month or noon behind a first name, and a weekday behind a title and a name, are last names",
          "[core][find]") {
  for (const std::string_view name :
       {"The singer Louisa May, 70, thanked Brian May of the band.", "They named Sir Gopal Noon and Helen April.",
        "The lease was signed by Mr. Otto Monday and by Judge Ruth Sunday.", "They thanked August Strindberg."})
    CHECK(recognise_in(name).timexes.empty());
  for (const std::string_view day : {"The vote in Bonn Tuesday was close.", "They met in Bonn in May.",
                                     "The bill passed the Senate May 3.", "Yesterday Paris slept."})
    CHECK(recognise_in(day).timexes.size() == 1);
}

TEST_CASE("a number before a plural counts, unless a word before it leads a year", "[core][find]") {
  for (const std::string_view count : {"The hall has 1500 chairs and 2000 lamps.", "They packed 1850 crates."})
    CHECK(recognise_in(count).timexes.empty());
  for (const std::string_view year : {"In 1990 prices rose.", "The 2016 elections were close.", "1990 brings rain.",
                                      "They studied the original 1998 virus."})
    CHECK(recognise_in(year).timexes.size() == 1);
  CHECK(recognise_in("The 2011 and 2012 seasons were lost.").timexes.size() == 2);
}

TEST_CASE("halves and quarters of a match are no time, those of a year are", "[core][find]") {
  for (const std::string_view match : {"The Hawks won the game. Reed scored 30 points in the first quarter.",
                                       "Reed scored late in the first half, and the keeper was injured.",
                                       "They lost their third-quarter lead and the game."})
    CHECK(recognise_in(match).timexes.empty());
  for (const std::string_view year :
       {"Profit rose in the first quarter.", "The plant closed in the second half.",
        "The team won every game in the first quarter of 2014.",
        "Sales and profit of the football team rose in the first half, the company said."})
    CHECK(recognise_in(year).timexes.size() == 1);
}

TEST_CASE("numbers in a row and numbers of laws are no time", "[core][find]") {
  for (const std::string_view number : {"The address is 10:20:30:40.", "Under the Housing Act 1988 the landlord paid.",
                                        "The payment 1999 was sent back."})
    CHECK(recognise_in(number).timexes.empty());
}

TEST_CASE("the steps grow with the text, not with its square", "[core][find]") {
  const auto piece = GENERATE(std::string("may march May 5 Friday 2013 to and from "), std::string("1-2-3/4.5:6 "),
                              std::string("the day before the day after the day "),
                              std::string("twenty thousand and one hundred and two "),
                              std::string("last week of the first quarter of the year of "));
  const std::uint64_t once = recognise_in(repeat(piece, 2000)).steps, twice = recognise_in(repeat(piece, 4000)).steps;
  INFO(piece);
  CHECK(twice <= once * 2 + once / 10 + 2000);
  // And a bound on what one token may cost.
  CHECK(once / 2000 <= 40'000);
}

TEST_CASE("wordings that lack a word which they cannot do without cost next to nothing", "[core][find]") {
  // Each begins like dozens of wordings of time and is none.
  const auto piece = GENERATE(std::string("The second of them came. "),
                              std::string("It was the first of a kind, at the third of them. "),
                              std::string("The two of the third went on. "));
  constexpr std::size_t times = 200;
  const Found found = recognise_in(repeat(piece, times));
  INFO(piece);
  CHECK(found.timexes.empty());
  CHECK(found.steps <= 4 * found.tokens.size());
}

}  // namespace annal
