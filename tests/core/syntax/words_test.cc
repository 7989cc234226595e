#include "core/syntax/words.h"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace annal;
using namespace annal::syntax;

namespace {

/// The words of `text`, a blank between two of them, and '+' between the parts of a multiword token.
std::string words_of(std::string_view text, const char* tag, std::string_view time = {}) {
  const Language& language = *Language::find(tag);
  std::vector<Token> tokens;
  tokenise(text, tokens);
  std::vector<TimeSpan> times;
  if (!time.empty()) {
    TimeSpan found;
    found.span.begin = static_cast<std::uint32_t>(text.find(time));
    found.span.end = found.span.begin + static_cast<std::uint32_t>(time.size());
    while (tokens[found.first].begin < found.span.begin) ++found.first;
    for (found.last = found.first; found.last < tokens.size() && tokens[found.last].begin < found.span.end;)
      ++found.last;
    found.index = 7;
    times.push_back(found);
  }
  std::string out;
  for (const Word& word :
       WordDivider(text, tokens, language).divide(0, static_cast<std::uint32_t>(tokens.size()), times)) {
    if (!out.empty()) out += word.part > 1 ? '+' : ' ';
    out += word.time == 7 ? "<" + std::string(slice(text, word.span)) + ">" : form_of(word, text, language);
  }
  return out;
}

}  // namespace

TEST_CASE("a sentence is divided into the words of its language's treebank", "[core][syntax][words]") {
  struct Row {
    const char* why;
    const char* language;
    const char* text;
    const char* words;
  };
  const auto row = GENERATE(values<Row>({
      {"negation is a word", "en", "They didn't.", "They did+n't ."},
      {"a typographic apostrophe too", "en", "They didn’t.", "They did+n’t ."},
      {"two clitics", "en", "He couldn't've.", "He could+n't+'ve ."},
      {"possessive", "en", "Ada's car", "Ada+'s car"},
      {"possessive of a plural", "en", "the judges' car", "the judges ' car"},
      {"an apostrophe inside a name", "en", "O'Neill left", "O'Neill left"},
      {"written as one", "en", "It cannot be", "It can+not be"},
      {"a hyphen parts", "en", "a well-known man", "a well - known man"},
      {"a prefix stays", "en", "was re-elected", "was re-elected"},
      {"an abbreviation within", "en", "the U.S. Navy", "the U.S. Navy"},
      {"an abbreviation at the end", "en", "left the U.S.", "left the U.S."},
      {"an initial", "en", "J. Smith left.", "J. Smith left ."},
      {"a title", "en", "Mr. Smith", "Mr. Smith"},
      {"number before a number only", "en", "No. 5 is no.", "No. 5 is no ."},
      {"figures", "en", "1,200 or 3.5 of 5/6", "1,200 or 3.5 of 5/6"},
      {"a range is three words", "en", "1990-1995", "1990 - 1995"},
      {"units", "en", "70km in the 1990s", "70 km in the 1990s"},
      {"currency", "en", "$5 (12%)", "$ 5 ( 12 % )"},
      {"repeated signs", "en", "wait... -- no", "wait ... -- no"},
      {"an address", "en", "see https://a.example/b?c=d.", "see https://a.example/b?c=d ."},
      {"another address", "en", "ask ann@mail.example, now", "ask ann@mail.example , now"},
      {"a contraction", "de", "Er ging zum Haus.", "Er ging zu+dem Haus ."},
      {"an ordinal", "de", "im 16. Jahrhundert", "in+dem 16. Jahrhundert"},
      {"not an ordinal", "de", "Es waren 16.", "Es waren 16 ."},
      {"an abbreviation of two words", "de", "z.B. Kraft", "z.B. Kraft"},
      {"contractions", "es", "Fue al lado del río.", "Fue a+el lado de+el río ."},
      {"a pronoun behind its verb", "es", "Quiere decirlo.", "Quiere decir+lo ."},
      {"with an accent", "es", "Se fue quejándose.", "Se fue quejando+se ."},
      {"not every such ending", "es", "La corte es fuerte.", "La corte es fuerte ."},
      {"a hyphen joins", "es", "Wal-Mart", "Wal-Mart"},
      {"elision", "fr", "L'homme qu'il a vu", "L' homme qu' il a vu"},
      {"elision before a contraction", "fr", "jusqu'au pont", "jusqu' à+le pont"},
      {"inversion", "fr", "Viendra-t-il ?", "Viendra -t-il ?"},
      {"one word", "fr", "aujourd'hui", "aujourd'hui"},
      {"contractions", "fr", "le toit des maisons", "le toit de+les maisons"},
      {"an article", "fr", "avec des amis", "avec des amis"},
      {"two contractions", "fr", "le toit des maisons et des granges", "le toit de+les maisons et de+les granges"},
      {"two articles", "fr", "avec des amis et des voisins", "avec des amis et des voisins"},
      {"digits in groups", "fr", "25 785 euros", "25 785 euros"},
      {"the time of day", "fr", "à 20h30", "à 20 h 30"},
      {"a hyphen joins", "uk", "прем'єр-міністр", "прем'єр-міністр"},
      {"a hyphen joins digits", "ru", "14-го числа", "14-го числа"},
  }));
  INFO(row.why);
  CHECK(words_of(row.text, row.language) == row.words);
}

TEST_CASE("a time expression is one word", "[core][syntax][words]") {
  struct Row {
    const char* text;
    const char* time;
    const char* words;
  };
  const auto row = GENERATE(values<Row>({
      {"It opened on 3 May 2014.", "3 May 2014", "It opened on <3 May 2014> ."},
      {"last week", "last week", "<last week>"},
      {"Monday's vote", "Monday", "<Monday> 's vote"},
      {"a mid-2014 vote", "2014", "a mid - <2014> vote"},
  }));
  CHECK(words_of(row.text, "en", row.time) == row.words);
}

TEST_CASE("words cover every token in order, whatever the text", "[core][syntax][words][property]") {
  const std::vector<const char*> pieces = {"a",       "U", ".",  "'",   "’", "s",  "t",  "n",   "-",     "1",   "200",
                                           ",",       ":", "/",  "//",  " ", "  ", "\n", "www", "@",     "des", "zum",
                                           "decirlo", "(", "l'", "-il", "%", "km", "é",  "#",   "https", "et",  "No"};
  rc::prop("for texts of awkward pieces", [&] {
    const auto which = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, static_cast<int>(pieces.size())));
    std::string text;
    for (const int i : which) text += pieces[static_cast<std::size_t>(i)];
    std::vector<Token> tokens;
    tokenise(text, tokens);
    for (const Language& language : Language::all()) {
      std::uint32_t token = 0, byte = 0;
      Span before;
      for (const Word& word :
           WordDivider(text, tokens, language).divide(0, static_cast<std::uint32_t>(tokens.size()), {})) {
        RC_ASSERT(word.first < word.last);
        RC_ASSERT(word.first <= token);
        RC_ASSERT(word.span == before || word.span.begin >= byte);
        RC_ASSERT(word.span.begin < word.span.end);
        RC_ASSERT(!form_of(word, text, language).empty());
        token = word.last, byte = word.span.end, before = word.span;
      }
      RC_ASSERT(token == tokens.size());
    }
  });
}
