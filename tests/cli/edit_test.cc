// annal edit, and the edits file in the other commands: what is written, what is told, what is refused.
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/cli/edit.h"

namespace annal::test {
namespace {

std::string csv(const Folder& folder, std::vector<std::string> words = {}) {
  words.insert(words.begin(), {"build", "a.txt", "-f", "csv"});
  return annal(words, {}, folder.path()).out;
}

}  // namespace

TEST_CASE("a change is written beside the article, told, and used by every command", "[cli][edit]") {
  const Folder folder;
  folder.write("a.txt", article);
  const Run run = edit(folder, {"--date", "closed", "1 May 2017", "--rename", "e1", "The launch", "--hide", "cleaned"});
  CHECK(run.err.empty());
  CHECK(run.exit == 0);
  CHECK(has(run.out, "e1 \"The shipyard launched the ferry\": title → \"The launch\"\n"));
  CHECK(has(run.out, ": hidden\n"));
  CHECK(has(run.out, "2017 → 1 May 2017\n"));
  CHECK(folder.listing() == "a.edits.toml a.txt");
  const std::string toml = folder.read("a.edits.toml");
  CHECK(toml.starts_with("# "));
  CHECK(has(toml, "title = \"The launch\""));
  CHECK(has(csv(folder), "The launch"));
  CHECK_FALSE(has(csv(folder), "hull"));
  CHECK(has(csv(folder), "2017-05-01"));
  CHECK(has(annal({"order", "a.txt"}, {}, folder.path()).out, "The launch"));
  CHECK_FALSE(has(csv(folder, {"--no-edits"}), "The launch"));
  CHECK(folder.read("a.txt") == article);
}

TEST_CASE("what the text says against an edited date is told", "[cli][edit]") {
  const Folder folder;
  folder.write("a.txt", article);
  const Run run = edit(folder, {"--date", "sold", "5 July 2015"});
  CHECK(has(run.out, ": 5 Jun 2015 → 5 Jul 2015\n"));
  CHECK(has(run.err, "annal: a.edits.toml:"));
  CHECK(has(run.err, "5 June 2015"));  // the text contradicts it
  CHECK(run.exit == 0);
  CHECK(annal({"build", "a.txt", "-f", "json", "--strict"}, {}, folder.path()).exit == 0);  // which its owner knows
}

TEST_CASE("changes are all made or none", "[cli][edit]") {
  struct Row {
    const char* why;
    std::vector<std::string> words;
    std::string err;  ///< a part of it
  };
  const auto row = GENERATE(values<Row>({
      {"no such event", {"--rename", "e1", "A", "--hide", "e77"}, "there is no event e77; the text has e1 to e6"},
      {"a slip", {"--hide", "lanched"}, "there is no event called 'lanched'; did you mean 'launched'?"},
      {"several", {"--pin", "Kovar"}, "'Kovar' matches 2 events; choose one by its id:\n  e"},
      {"no date", {"--rename", "e1", "A", "--date", "e1", "when it rained"}, "annal: --date: "},
      {"no status",
       {"--status", "e1", "reportd"},
       "--status: 'reportd' is none; one of fact, reported, alleged, expected, conditional, denied; did you mean "
       "'reported'?"},
      {"no colour", {"--colour", "e1", "#12"}, "--colour: '#12' is no colour"},
      {"a script for a link", {"--link", "e1", "javascript:alert(1)"}, "--link: 'javascript:alert(1)' is no link"},
      {"no language", {"--lang-labels", "xx"}, "--lang-labels: unknown language 'xx'"},
      {"a slip in a theme", {"--theme", "drak"}, "--theme: unknown theme 'drak'"},
      {"a theme that is not there", {"--theme", "no.css"}, "cannot read no.css: no such file"},
      {"an event with itself", {"--merge", "e1", "launched"}, "--merge: 'e1' and 'launched' are the same event"},
      {"nothing to split", {"--split", "e1", "launched"}, "e1 \"The shipyard launched the ferry\" is mentioned once"},
      {"no time", {"--drop-time", "last week"}, "there is no time expression 'last week' in the text; it has:"},
      {"no day to count from", {"--count-from", "Two days later", "June"}, "--count-from: "},
      {"an event without a title", {"--add", "", "2016"}, "--add needs a title"},
      {"an option for a title", {"--rename", "e1", "--hide"}, "--rename requires EVENT TITLE"},
      {"half a change", {"--date", "e1"}, "--date requires EVENT DATE; see annal edit --help"},
      {"two headlines", {"--title", "A", "--title", "B"}, "--title is given more than once; see annal edit --help"},
      {"a change that is not there", {"--retitle", "e1", "A"}, "unknown option --retitle; did you mean '--title'?"},
      {"two questions", {"--diff", "--check"}, "--diff and --check exclude each other"},
      {"a check that changes", {"--check", "--hide", "e1"}, "--check makes no changes; omit --hide"},
      {"nothing to try", {"--dry-run"}, "--dry-run needs a change to try, say --hide EVENT"},
      {"JSON of a list", {"-f", "json"}, "--format json is for --diff; add it"},
      {"a file of edits that is not there", {"--edits", "no.toml"}, "cannot read no.toml: no such file"},
  }));
  INFO(row.why);
  const Folder folder;
  folder.write("a.txt", article);
  const Run run = edit(folder, row.words);
  CHECK(run.exit == 2);
  CHECK(run.out.empty());
  INFO(run.err);
  CHECK(has(run.err, row.err));
  CHECK(folder.listing() == "a.txt");
}

TEST_CASE("of several events of one name the one that is shown is meant, and of --show the one that is not",
          "[cli][edit]") {
  const Folder folder;
  folder.write("a.txt", article);
  CHECK(edit(folder, {"--hide", "sold"}).exit == 0);
  // Two events of the company and Kovar Lines; the first is hidden now.
  CHECK(has(edit(folder, {"--rename", "Kovar", "Painting", "--dry-run"}).out, "title → \"Painting\"\n"));
  CHECK(has(edit(folder, {"--show", "Kovar", "--dry-run"}).out, ": shown\n"));
}

TEST_CASE("a dry run tells what would change and writes nothing", "[cli][edit]") {
  const Folder folder;
  folder.write("a.txt", article);
  const Run run = edit(folder, {"--hide", "e1", "--dry-run"});
  CHECK(run.exit == 0);
  CHECK(run.out == "e1 \"The shipyard launched the ferry\": hidden\n4 of 6 events shown\n");
  CHECK(run.err == "annal: nothing is written, because of --dry-run\n");
  CHECK(folder.listing() == "a.txt");
}

TEST_CASE("an event can be added, and changed as it is added", "[cli][edit]") {
  const Folder folder;
  folder.write("a.txt", article);
  const Run run = edit(folder, {"--add", "The bridge opens", "early May 2016", "--lane", "The bridge opens", "Bridge"});
  CHECK(run.err.empty());
  CHECK(has(run.out, "\"The bridge opens\": added, early May 2016\n"));
  CHECK(has(csv(folder), "The bridge opens"));
  CHECK(has(folder.read("a.edits.toml"), "lane = \"Bridge\""));
}

TEST_CASE("without a change the edits are listed with what each names, and what is left out", "[cli][edit]") {
  const Folder folder;
  folder.write("a.txt", article);
  const Run none = edit(folder, {});
  CHECK(none.out.starts_with("a.edits.toml: not there yet; a first edit writes it\n"));
  folder.write("a.edits.toml",
               "title = \"Aurelia\"\n"
               "[[event]]\nwords = \"closed\"\nhide = true\n"
               "[[event]]\nwords = \"sank\"\nhide = true\n"
               "[[add]]\ntitle = \"The bridge opens\"\ndate = \"2016\"\n");
  const Run run = edit(folder, {});
  CHECK(run.exit == 0);
  CHECK(has(run.out, "a.edits.toml:\n  title \"Aurelia\"\n"));
  CHECK(has(run.out, "  line 2  e6  2017  \"The harbour closed\": hidden\n"));
  CHECK(has(run.out, "  line 5            \"sank\": hidden\n"));
  CHECK(has(run.out, "\"The bridge opens\": added; date \"2016\"\n"));
  CHECK(has(run.err, "annal: a.edits.toml:5: "));
  const Run check = edit(folder, {"--check"});
  CHECK(check.exit == 1);
  CHECK(check.out.empty());
  CHECK(check.err == run.err);
}

TEST_CASE("the difference shows both timelines, as text and as JSON", "[cli][edit]") {
  const Folder folder;
  folder.write("a.txt", article);
  folder.write("a.edits.toml",
               "[[event]]\nwords = \"closed\"\nhide = true\n"
               "[[event]]\nwords = \"launched\"\ntitle = \"The launch\"\ndate = \"4 May 2014\"\n"
               "[[add]]\ntitle = \"The bridge opens\"\ndate = \"2018\"\n");
  const Run text = edit(folder, {"--diff"});
  CHECK(text.exit == 0);
  CHECK(has(text.out, "~ e1  3 May 2014  4 May 2014  The launch\n"));
  CHECK(has(text.out, "was \"The shipyard launched the ferry\"\n"));
  CHECK(has(text.out, "\n- e6  2017 "));
  CHECK(has(text.out, "\n+ e7 "));
  CHECK_FALSE(has(text.out, "\x1b"));
  const Run json = edit(folder, {"--diff", "-f", "json"});
  CHECK(json.exit == 0);
  CHECK(has(json.out, "\"edits\": \"a.edits.toml\""));
  CHECK(has(json.out, "\"title\": \"The shipyard launched the ferry\",\n        \"date\": \"3 May 2014\""));
  CHECK(has(json.out, "\"view\": \"hidden\""));
}

TEST_CASE("the edits file is found by the name of the article, of whatever kind that is", "[cli][edit]") {
  const auto name = GENERATE(as<std::string>{}, "a.txt", "a.html", "a.csv", "a.json", "a", "a.b.txt");
  INFO(name);
  const Folder folder;
  if (name == "a.html")
    folder.write(name,
                 "<html><body><article><h1>News</h1><p>The bridge opened on 3 May 2014. It was closed on 5 June "
                 "2015.</p></article></body></html>");
  else if (name == "a.csv")
    folder.write(name, "date,title\n2014-05-03,The bridge opened\n2015-06-05,It was closed\n");
  else if (name == "a.json")
    folder.write(name, annal({"build", "-", "-f", "json"},
                             "The bridge opened on 3 May 2014. It was closed on 5 June "
                             "2015.")
                           .out);
  else
    folder.write(name, "The bridge opened on 3 May 2014. It was closed on 5 June 2015.\n");
  const Run run =
      annal({"edit", name, "--rename", "opened", "The opening", "--date", "closed", "2016"}, {}, folder.path());
  CHECK(run.exit == 0);
  const std::string stem = name == "a.b.txt" ? "a.b" : name == "a.json" ? "a.json" : "a";
  CHECK(has(folder.listing(), stem + ".edits.toml"));
  const std::string table = annal({"build", name, "-f", "csv"}, {}, folder.path()).out;
  CHECK(has(table, "The opening"));
  CHECK(has(table, "2016"));
}

TEST_CASE("which edits file is meant is never guessed", "[cli][edit]") {
  const Folder folder;
  folder.write("a.txt", article);
  folder.write("a.txt.edits.toml", "title = \"One\"\n");
  CHECK(has(annal({"build", "a.txt", "-f", "json"}, {}, folder.path()).out, "\"One\""));
  CHECK(edit(folder, {"--subtitle", "Two"}).exit == 0);
  CHECK(folder.listing() == "a.txt a.txt.edits.toml");
  folder.write("a.edits.toml", "title = \"Other\"\n");
  const Run both = annal({"build", "a.txt", "-f", "text"}, {}, folder.path());
  CHECK(both.exit == 2);
  CHECK(both.out.empty());
  CHECK(both.err == "annal: a.edits.toml and a.txt.edits.toml are both there; choose one with --edits\n");
  CHECK(has(annal({"build", "a.txt", "-f", "json", "--edits", "a.edits.toml"}, {}, folder.path()).out, "\"Other\""));
  const Run itself = annal({"build", "a.edits.toml"}, {}, folder.path());
  CHECK(itself.exit == 2);
  CHECK(itself.err == "annal: a.edits.toml holds edits; give the article that they are made to\n");
}

TEST_CASE("an article from standard input is edited with a file that is stated", "[cli][edit]") {
  const Folder folder;
  const Run none = annal({"edit", "-", "--hide", "e1"}, article, folder.path());
  CHECK(none.exit == 2);
  CHECK(none.err == "annal: an article from standard input has no edits file beside it; state one with --edits FILE\n");
  CHECK(annal({"edit", "-", "--hide", "e1", "--edits", "mine.toml"}, article, folder.path()).exit == 0);
  CHECK(folder.listing() == "mine.toml");
  const Run built = annal({"build", "-", "-f", "csv", "--edits", "mine.toml"}, article, folder.path());
  CHECK(built.exit == 0);
  CHECK_FALSE(has(built.out, "launched"));
}

TEST_CASE("an edits file with an error stops every command before anything is written", "[cli][edit]") {
  const Folder folder;
  folder.write("a.txt", article);
  folder.write("a.edits.toml", "titel = \"Aurelia\"\n");
  for (const std::vector<std::string>& words : {std::vector<std::string>{"build", "a.txt", "-o", "a.svg"},
                                                {"order", "a.txt"},
                                                {"edit", "a.txt", "--hide", "e1"}}) {
    const Run run = annal(words, {}, folder.path());
    INFO(words[0]);
    CHECK(run.exit == 2);
    CHECK(run.out.empty());
    CHECK(run.err == "annal: a.edits.toml:1: unknown key 'titel'; did you mean 'title'?\n");
  }
  CHECK(folder.listing() == "a.edits.toml a.txt");
  CHECK(folder.read("a.edits.toml") == "titel = \"Aurelia\"\n");
}

TEST_CASE("an edit that cannot be carried out is told with its line, and fails only a strict run", "[cli][edit]") {
  const Folder folder;
  folder.write("a.txt", article);
  folder.write("a.edits.toml", "[[event]]\nwords = \"closed the mine\"\nhide = true\n");
  for (const std::string command : {"build", "order"}) {
    const Run run = annal({command, "a.txt", "-f", "json"}, {}, folder.path());
    CHECK(run.exit == 0);
    CHECK(has(run.err, "annal: a.edits.toml:1: "));
    CHECK(annal({command, "a.txt", "-f", "json", "--strict"}, {}, folder.path()).exit == 1);
  }
}

TEST_CASE("a file that cannot be read or written is told, and nothing is lost", "[cli][edit]") {
  const Folder folder;
  folder.write("a.txt", article);
  std::filesystem::create_directory(folder.path() / "a.edits.toml");
  const Run directory = edit(folder, {"--hide", "e1"});
  CHECK(directory.exit == 2);
  CHECK(directory.err == "annal: cannot read a.edits.toml: it is a folder, not a file\n");
  std::filesystem::remove(folder.path() / "a.edits.toml");
  const Run missing = edit(folder, {"--hide", "e1", "--edits", "no/mine.toml"});
  CHECK(missing.exit == 2);
  CHECK(missing.out.empty());
  CHECK(missing.err == "annal: cannot write no/mine.toml: the folder no does not exist; create it first\n");
  if (::geteuid() == 0) return;  // whom no permission stops
  REQUIRE(::chmod(folder.path().c_str(), 0500) == 0);
  const Run closed = edit(folder, {"--hide", "e1"});
  CHECK(::chmod(folder.path().c_str(), 0700) == 0);
  CHECK(closed.exit == 2);
  CHECK(folder.listing() == "a.txt");
}

TEST_CASE("comments of the file survive, and an event is edited in one place", "[cli][edit]") {
  const Folder folder;
  folder.write("a.txt", article);
  folder.write("a.edits.toml", "# mine\n[[event]]  # the end\nwords = \"closed\"\ntitle = \"The end\"\n");
  CHECK(edit(folder, {"--rename", "closed", "The harbour closes"}).exit == 0);
  const std::string toml = folder.read("a.edits.toml");
  CHECK(toml.starts_with("# mine\n[[event]]  # the end\n"));
  CHECK(has(toml, "The harbour closes"));
  CHECK_FALSE(has(toml, "\"The end\""));
}

TEST_CASE("the edits of an event are taken back together", "[cli][edit]") {
  const Folder folder;
  folder.write("a.txt", article);
  const std::string plain = csv(folder);
  CHECK(edit(folder, {"--title", "Kept", "--rename", "e1", "The launch", "--lane", "e1", "Yard"}).exit == 0);
  const Run run = edit(folder, {"--reset", "launch"});
  CHECK(run.exit == 0);
  CHECK(has(run.out, "e1 \"The launch\": title → \"The shipyard launched the ferry\"; lane \"Yard\" → none"));
  CHECK(csv(folder) == plain);
  CHECK(has(folder.read("a.edits.toml"), "Kept"));
  CHECK_FALSE(has(folder.read("a.edits.toml"), "Yard"));
}

TEST_CASE("the command line chooses for one run, and wins over the file", "[cli][edit]") {
  const Folder folder;
  folder.write("a.txt", article);
  folder.write("a.edits.toml", "title = \"Of the file\"\n[[event]]\nwords = \"closed\"\nhide = true\n");
  const std::string picked = csv(folder, {"--pick", "closed", "--pick", "e1"});
  CHECK(has(picked, "closed"));
  CHECK(has(picked, "launched"));
  CHECK_FALSE(has(picked, "sold"));
  CHECK_FALSE(has(csv(folder, {"--drop", "launched"}), "launched"));
  const std::string json =
      annal({"build", "a.txt", "-f", "json", "--title", "Of the line", "--lang-labels", "de"}, {}, folder.path()).out;
  CHECK(has(json, "Of the line"));
  CHECK_FALSE(has(json, "Of the file"));
  const Run wrong = annal({"order", "a.txt", "--pick", "e77"}, {}, folder.path());
  CHECK(wrong.exit == 2);
  CHECK(wrong.err == "annal: --pick: there is no event e77; the text has e1 to e6\n");
  CHECK(annal({"build", "a.txt", "--edits", "a.edits.toml", "--no-edits"}, {}, folder.path()).err ==
        "annal: --edits and --no-edits exclude each other; see annal build --help\n");
}

TEST_CASE("a theme is a file beside the article or beside the edits file", "[cli][edit]") {
  const Folder folder;
  folder.write("a.txt", article);
  folder.write("house.css", ":root {\n  --annal-ground: #fffdf5; /* paper */\n}\n");
  folder.write("bad.css", "\nbody { color: red }\n");
  const auto theme = [&](const std::vector<std::string>& words) {
    std::vector<std::string> all{"build", "a.txt", "-f", "json"};
    all.insert(all.end(), words.begin(), words.end());
    return annal(all, {}, folder.path());
  };
  CHECK(has(theme({"--theme", "house.css"}).out, "--annal-ground: #fffdf5"));
  CHECK(has(theme({"--theme", "dark"}).out, "\"dark\""));
  const Run bad = theme({"--theme", "bad.css"});
  CHECK(bad.exit == 2);
  CHECK(bad.out.empty());
  CHECK(bad.err.starts_with("annal: bad.css:2: "));
  std::filesystem::create_directory(folder.path() / "sub");
  folder.write("sub/b.txt", article);
  folder.write("sub/house.css", "--annal-ground: #000000;");
  folder.write("sub/b.edits.toml", "theme = \"house.css\"\n");
  CHECK(has(annal({"build", "sub/b.txt", "-f", "json"}, {}, folder.path()).out, "--annal-ground: #000000"));
}

}  // namespace annal::test
