// The author of a language file hears of each fault with file, line and caret. Runs the language compiler as the build
// does.
#include <catch2/catch.hpp>

#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace fs = std::filesystem;

namespace {

struct Run {
  int exit_code;
  std::string errors;
  bool wrote;
};

/// The catalogue of English.
std::string english_labels() {
  std::ostringstream labels;
  labels << std::ifstream(std::string(ANNAL_SOURCE_DIR) + "/data/lang/en/labels.txt").rdbuf();
  return labels.str();
}

// Compiles one lexicon, one grammar and one catalogue in a folder of their own; paths in messages are relative to it.
Run compile(const std::string& lexicon, const std::string& grammar, const std::string& holidays = "",
            const std::string& labels = english_labels()) {
  static int number = 0;
  const fs::path folder =
      fs::temp_directory_path() / ("annal-lang-test-" + std::to_string(++number) + "-" + std::to_string(::getpid()));
  fs::create_directories(folder / "xx/lexicon");
  fs::create_directories(folder / "xx/grammar");
  std::ofstream(folder / "xx/lexicon/words.txt") << lexicon;
  std::ofstream(folder / "xx/grammar/rules.txt") << grammar;
  if (!holidays.empty()) std::ofstream(folder / "xx/holidays.txt") << holidays;
  std::ofstream(folder / "xx/labels.txt") << labels;
  const std::string command =
      "cd '" + folder.string() + "' && '" + ANNAL_LANG_COMPILER + "' xx xx out/t.cc out/e.cc 2> errors.txt";
  const int status = std::system(command.c_str());
  std::ostringstream errors;
  errors << std::ifstream(folder / "errors.txt").rdbuf();
  const Run run{WEXITSTATUS(status), errors.str(), fs::exists(folder / "out/t.cc")};
  fs::remove_all(folder);
  return run;
}

const std::string words = "class weekday\n1: Monday\n2: Tuesday\nclass unit\n4: days\n";
const std::string examples =
    "yes 2014-11-14 | Monday | 2014-11-10\nyes 2014-11-14 | Tuesday | 2014-11-11\nno 2014-11-14 | Mondays\n";
const std::string good = "rule day\nmatch {w:weekday}\nvalue weekday(w)\n" + examples;

}  // namespace

TEST_CASE("a sound language compiles", "[langc]") {
  const Run run = compile(words, good);
  CHECK(run.errors.empty());
  CHECK(run.exit_code == 0);
  CHECK(run.wrote);
}

TEST_CASE("what enumerators can be computed from compiles", "[langc]") {
  const std::string grammar = GENERATE(
      // A word may be two enumerators in one number; a slot may be left out for a fallback.
      "rule both\nmatch {v:both}\nvalue at(weekday(v / 10), day_part(v - v / 10 * 10))\n",
      "rule day\nmatch {unit} {w:weekday}?\nvalue weekday(either(w, sunday))\n",
      "rule third\nmatch {w:weekday}\nvalue at(weekday(w), clock(3, _, _, in-afternoon))\n",
      "rule hour\nmatch {w:weekday}\nvalue at(weekday(w), clock(w))\n");
  const Run run = compile(
      "class weekday\nmonday: Monday\ntuesday: Tuesday\nclass unit\nday: days\n"
      "class both\n15: Mondaynight\n24: Tuesdayevening\n",
      grammar + examples);
  CHECK(run.errors.empty());
  CHECK(run.exit_code == 0);
}

TEST_CASE("a catalogue has every text, and no other", "[langc]") {
  const std::string all = english_labels();
  const auto without = [&](const std::string& line) {
    const std::size_t at = all.find(line);
    REQUIRE(at != std::string::npos);
    return all.substr(0, at) + all.substr(at + line.size());
  };
  struct Row {
    const char* why;
    std::string labels, error;
  };
  const auto row = GENERATE_COPY(values<Row>({
      {"a key that is missing", without("lasted = lasted\n"), "error: label 'lasted' is missing"},
      {"a key that nothing uses, with the nearest", "lastd = lasted\n", "error: unknown label 'lastd'"},
      {"a key given twice", "lasted = lasted\nlasted = lasts\n", "error: label 'lasted' is given twice"},
      {"a key without a text", "lasted = \n", "error: label 'lasted' has no text"},
      {"a list that is too short", "seasons = spring | summer\n", "error: label 'seasons' has 2 items, not 4"},
      {"no key at all", "lasted\n", "error: expected 'key = text'"},
  }));
  INFO(row.why);
  const Run run = compile(words, good, "", row.labels);
  CHECK(run.exit_code == 2);
  CHECK(run.errors.find(row.error) != std::string::npos);
  CHECK_FALSE(run.wrote);
}

TEST_CASE("a fault in a language file is told with file, line, caret and mend, and nothing is written", "[langc]") {
  struct Row {
    const char* why;
    std::string lexicon, grammar, errors;
  };
  const auto row = GENERATE_COPY(values<Row>({
      {"unknown class, with the nearest", words, "rule day\nmatch last {wekday}\nvalue weekday(wekday)\n",
       "xx/grammar/rules.txt:2:13: error: unknown class or symbol 'wekday'\n"
       "  2 | match last {wekday}\n"
       "    |             ^~~~~~ did you mean 'weekday'?\n"},
      {"more words for a class that is not there", "class month\n1: January\nclass moth more\n2: February\n", good,
       "xx/lexicon/words.txt:3:7: error: more words need the class that they go to, of a file or line above\n"
       "  3 | class moth more\n"
       "    |       ^~~~ did you mean 'month'?\n"},
      {"unknown endings", "endings noun s es\nclass unit\n4: day+nou\n", good,
       "xx/lexicon/words.txt:3:4: error: unknown endings 'nou'\n"
       "  3 | 4: day+nou\n"
       "    |    ^~~~~~~ did you mean 'noun'?\n"},
      {"a glue of what is not there", words + "glue weekday-part weekday part 10\n", good,
       "xx/lexicon/words.txt:6:27: error: unknown class 'part'\n"
       "  6 | glue weekday-part weekday part 10\n"
       "    |                           ^~~~ a glue stands below the classes that it joins\n"},
      {"unknown operation", words, "rule day\nmatch {w:weekday}\nvalue wekday(w)\n",
       "xx/grammar/rules.txt:3:7: error: unknown operation 'wekday'\n"
       "  3 | value wekday(w)\n"
       "    |       ^~~~~~ did you mean 'weekday'?\n"},
      {"unknown slot", words, "rule day\nmatch {w:weekday}\nvalue weekday(x)\n",
       "xx/grammar/rules.txt:3:15: error: unknown slot or constant 'x'\n"
       "  3 | value weekday(x)\n"
       "    |               ^ did you mean 'w'?\n"},
      {"a number where a tree is wanted", words, "rule day\nmatch {w:weekday}\nvalue ago(w)\n",
       "xx/grammar/rules.txt:3:11: error: 'ago' wants a tree here\n"
       "  3 | value ago(w)\n"
       "    |           ^ a length before the document\n"},
      {"an optional slot where the operation must have it", words,
       "rule day\nmatch {u:unit} {w:weekday}?\nvalue weekday(w)\n",
       "xx/grammar/rules.txt:3:15: error: 'weekday' must have this argument, but the pattern may leave it out\n"
       "  3 | value weekday(w)\n"
       "    |               ^ give a fallback: either(slot, value)\n"},
      {"a bracket never closed", words, "rule day\nmatch ({w:weekday}\nvalue weekday(w)\n",
       "xx/grammar/rules.txt:2:7: error: this bracket is never closed\n"
       "  2 | match ({w:weekday}\n"
       "    |       ^ expected ')'\n"},
      {"a symbol that begins with itself", words,
       "rule loop\nas a\nmatch {x:a} {w:weekday}\nvalue w\nrule day\nmatch {w:weekday}\nvalue weekday(w)\n",
       "xx/grammar/rules.txt:1:6: error: 'a' can begin with itself through this rule\n"
       "  1 | rule loop\n"
       "    |      ^~~~ let it begin with a word or another symbol\n"},
      {"two rules of one name", words, good + good,
       "xx/grammar/rules.txt:7:6: error: rule 'day' stands already in xx/grammar/rules.txt:1\n"
       "  7 | rule day\n"
       "    |      ^~~ give each rule its own name\n"},
      {"an unknown keyword", words, "rule day\nmach {w:weekday}\nvalue weekday(w)\n",
       "xx/grammar/rules.txt:2:1: error: unknown keyword 'mach'\n"
       "  2 | mach {w:weekday}\n"
       "    | ^~~~ did you mean 'match'?\n"},
      {"an example without its parts", words, good + "yes Monday\n",
       "xx/grammar/rules.txt:7:5: error: an example needs a date of writing, a text and its values\n"
       "  7 | yes Monday\n"
       "    |     ^~~~~~ yes 2014-11-14 | three days ago | 2014-11-11\n"},
      {"a rule with one example", words,
       "rule day\nmatch {w:weekday}\nvalue weekday(w)\nyes 2014-11-14 | Monday | 2014-11-10\n",
       "xx/grammar/rules.txt:1:6: error: rule 'day' has fewer than two examples\n"
       "  1 | rule day\n"
       "    |      ^~~ yes 2014-11-14 | three days ago | 2014-11-11\n"},
      {"a rule without a near miss", words, good.substr(0, good.find("no ")),
       "xx/grammar/rules.txt:1:6: error: rule 'day' has no near miss\n"
       "  1 | rule day\n"
       "    |      ^~~ no 2014-11-14 | He gave three days of notice.\n"},
      {"a counter-example that shares one word with a rule of two", words,
       "rule day\nmatch next {w:weekday}\nvalue next_named(weekday(w))\n"
       "yes 2014-11-14 | next Monday | 2014-11-17\nyes 2014-11-14 | next Tuesday | 2014-11-18\n"
       "no 2014-11-14 | Monday was cold.\n",
       "xx/grammar/rules.txt:6:4: error: this is no near miss of rule 'day'\n"
       "  6 | no 2014-11-14 | Monday was cold.\n"
       "    |    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~ share two words with the rule, and not only everyday ones\n"},
      {"a literal of two tokens", words, "rule day\nmatch 12th {w:weekday}\nvalue weekday(w)\n",
       "xx/grammar/rules.txt:2:7: error: '12th' is more than one token\n"
       "  2 | match 12th {w:weekday}\n"
       "    |       ^~~~ a literal is one run of letters or one mark; digits come from a class\n"},
      {"a word outside every class", "Monday\n", good,
       "xx/lexicon/words.txt:1:1: error: a word outside every class\n"
       "  1 | Monday\n"
       "    | ^~~~~~ begin with 'class NAME'\n"},
      {"a value that is none", "class weekday\none: Monday\n", good,
       "xx/lexicon/words.txt:2:1: error: 'one' is no value\n"
       "  2 | one: Monday\n"
       "    | ^~~~ a whole number, an enumerator or a \"string\", then ':'\n"},
      {"an enumerator misspelt", "class weekday\nmondy: Monday\n", good,
       "xx/lexicon/words.txt:2:1: error: 'mondy' is no value\n"
       "  2 | mondy: Monday\n"
       "    | ^~~~~~ did you mean 'monday'?\n"},
      {"a number of the lexicon that is no enumerator", "class weekday\n1: Monday\n8: Holiday\n", good,
       "xx/grammar/rules.txt:3:7: error: 'weekday' wants a weekday, monday (1) to sunday (7), but this may pass 8\n"
       "  3 | value weekday(w)\n"
       "    |       ^~~~~~~~~~\n"},
      {"a number of a symbol that is no enumerator", words,
       "rule two\nas a\nmatch {w:weekday}\nvalue w + 6\nrule day\nmatch {x:a}\nvalue weekday(x)\n",
       "xx/grammar/rules.txt:7:7: error: 'weekday' wants a weekday, monday (1) to sunday (7), but this may pass 8\n"
       "  7 | value weekday(x)\n"
       "    |       ^~~~~~~~~~\n"},
      {"an enumerator of another kind", words, "rule day\nmatch {weekday}\nvalue weekday(morning)\n",
       "xx/grammar/rules.txt:3:15: error: 'weekday' wants a weekday, monday (1) to sunday (7) here, but 'morning' is a "
       "part of the day, morning (1) to daytime (6)\n"
       "  3 | value weekday(morning)\n"
       "    |               ^~~~~~~ a day of the week\n"},
      {"a feature without a name", "class weekday\n1: Mondays/\n", good,
       "xx/lexicon/words.txt:2:4: error: a feature is missing behind '/'\n"
       "  2 | 1: Mondays/\n"
       "    |    ^~~~~~~~ WORD/FEATURE\n"},
      {"a class declared twice", "class a\nx\nclass a\ny\n", good,
       "xx/lexicon/words.txt:3:7: error: class 'a' stands already in this language\n"
       "  3 | class a\n"
       "    |       ^ give each class one place\n"},
  }));
  INFO(row.why);
  const Run run = compile(row.lexicon, row.grammar);
  CHECK(run.errors == row.errors);
  CHECK(run.exit_code == 2);
  CHECK_FALSE(run.wrote);
}

TEST_CASE("a fault in the holiday table is told with its place", "[langc]") {
  struct Row {
    std::string holidays, errors;
  };
  const auto row = GENERATE(values<Row>({
      {"may-day | date(_, 5, 1)\n",
       "xx/holidays.txt:1:1: error: a holiday needs a name, a spelling and a day\n"
       "  1 | may-day | date(_, 5, 1)\n"
       "    | ^~~~~~~~~~~~~~~~~~~~~~~ boxing-day | boxing day | date(_, 12, 26)\n"},
      {"may-day | may day | dat(_, 5, 1)\n",
       "xx/holidays.txt:1:21: error: unknown operation 'dat'\n"
       "  1 | may-day | may day | dat(_, 5, 1)\n"
       "    |                     ^~~ did you mean 'date'?\n"},
      {"may-day | may (day | date(_, 5, 1)\n",
       "xx/holidays.txt:1:1: error: a holiday needs a name, a spelling and a day\n"
       "  1 | may-day | may (day | date(_, 5, 1)\n"
       "    | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ boxing-day | boxing day | date(_, 12, 26)\n"},
      {"may-day | may day | | date(_, 5, 1)\n",
       "xx/holidays.txt:1:21: error: an empty column\n"
       "  1 | may-day | may day | | date(_, 5, 1)\n"
       "    |                     ^\n"},
  }));
  const Run run = compile(words, good, row.holidays);
  CHECK(run.errors == row.errors);
  CHECK(run.exit_code == 2);
}
