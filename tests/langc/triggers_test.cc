// Which words the recogniser looks for, of small languages.
#include "langc/triggers.h"

#include <catch2/catch.hpp>

using namespace annal::compile;

namespace {

// The triggers of a language in the order of the alphabet, numbers as "1..31" behind the words.
std::string triggers_of(const std::string& words, const std::string& rules) {
  const SourceFile words_file{"words.txt", words}, rules_file{"rules.txt", rules};
  Lexicon lexicon;
  read_lexicon(lexicon, words_file);
  const Grammar grammar = compile_grammar(lexicon, read_rules(rules_file));
  derive_triggers(lexicon, grammar);
  std::string found;
  for (const auto& [word, entry] : lexicon.words)
    if (entry.trigger) found += (found.empty() ? "" : " ") + word;
  for (const LexiconDigits& digits : lexicon.digits)
    if (digits.trigger)
      found += (found.empty() ? "" : " ") + std::to_string(digits.least) + ".." + std::to_string(digits.most);
  return found;
}

}  // namespace

TEST_CASE("the triggers are the rarest words that each pattern cannot do without", "[langc]") {
  const std::string words =
      "class language-word\nthe of in\n"
      "class weekday\nMonday Tuesday\n"
      "class unit\ndays weeks\n"
      "class word\nthe\n"
      "class nobody\n"
      "digits n 1..31 1..2\ndigits year 1500..2099 4\n";
  const auto rule = [](const std::string& name, const std::string& match) {
    return "rule " + name + "\nmatch " + match + "\nvalue weekday(1)\n";
  };
  struct Row {
    const char* why;
    std::string rules, triggers;
  };
  const auto row = GENERATE_COPY(values<Row>({
      {"a word alone", rule("a", "{weekday}"), "monday tuesday"},
      {"the longer of two words", rule("a", "so {weekday}"), "monday tuesday"},
      {"not an everyday word", rule("a", "the so"), "so"},
      {"an everyday word where there is no other", rule("a", "{word}"), "the"},
      {"a number before a mark", rule("a", "{n}_/_{n}"), "1..31"},
      {"a year before a short number", rule("a", "{n} {year}"), "1500..2099"},
      {"a word before a year", rule("a", "{weekday} {year}"), "monday tuesday"},
      {"what is left out is no trigger", rule("a", "{weekday}? {unit}"), "days weeks"},
      {"of each alternative one", rule("a", "{weekday} | in {year}"), "monday tuesday 1500..2099"},
      {"one for two rules", rule("a", "{weekday} {unit}") + rule("b", "{unit}"), "days weeks"},
      {"a symbol holds what its rules hold", "rule s\nas s\nmatch in {unit} | {unit}\nvalue 1\n" + rule("a", "{s} so"),
       "days weeks"},
      {"a symbol that goes on with itself", "rule s\nas s\nmatch {unit} | so {s}\nvalue 1\n" + rule("a", "the {s}"),
       "days weeks"},
      {"a rule that suppresses needs none", rule("a", "{unit}") + "rule b\nmatch so the\nsuppress\n", "days weeks"},
      {"a class without words matches nothing", rule("a", "{nobody} | {unit}"), "days weeks"},
  }));
  INFO(row.why);
  CHECK(triggers_of(words, row.rules) == row.triggers);
}
