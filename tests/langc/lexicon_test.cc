// What the words of a lexicon file become.
#include "langc/lexicon.h"

#include <catch2/catch.hpp>

using namespace annal::compile;

namespace {

// "weekday 1, weekday-short ^1" for the classes and values of `word`; ^ where it needs a capital.
std::string members_of(const std::string& contents, const std::string& word) {
  const SourceFile file{"words.txt", contents};
  Lexicon lexicon;
  read_lexicon(lexicon, file);
  std::string found;
  for (const LexiconMember& member : lexicon.words[word].members)
    found += (found.empty() ? "" : ", ") + lexicon.classes[member.word_class] + (member.capital ? " ^" : " ") +
             std::to_string(member.value);
  return found;
}

}  // namespace

TEST_CASE("an entry goes to its class, or to the class of each feature that it has", "[langc]") {
  const std::string words =
      "endings noun - s\n"
      "class weekday\n1: Monday Mondays/plural ^Mon/short mon/short-lower\n"
      "class unit\n4: day/plain/bare weekend+noun/bare\n"
      "class slash\n/\n";
  struct Row {
    const char *why, *word, *members;
  };
  const auto row = GENERATE(values<Row>({
      {"without a feature: the class alone", "monday", "weekday 1"},
      {"with a feature: not the class itself", "mondays", "weekday-plural 1"},
      {"a feature of a word with a capital", "mon", "weekday-short ^1, weekday-short-lower 1"},
      {"plain is the class itself", "day", "unit 4, unit-bare 4"},
      {"a feature of all forms of a stem", "weekends", "unit-bare 4"},
      {"a slash alone is a word", "/", "slash 1"},
  }));
  INFO(row.why);
  CHECK(members_of(words, row.word) == row.members);
}
