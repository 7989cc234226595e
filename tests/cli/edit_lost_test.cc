// annal edit and the other commands never lose what their owner wrote: edits made at once, events of one title, files
// that an output would overwrite.
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/cli/edit.h"

namespace annal::test {
namespace {

std::size_t count(const std::string& text, const std::string& words) {
  std::size_t found = 0;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++found;
  return found;
}

std::string csv(const Folder& folder) { return annal({"build", "a.txt", "-f", "csv"}, {}, folder.path()).out; }

}  // namespace

TEST_CASE("edits that are made at once are all kept", "[cli][edit]") {
  const Folder folder;
  folder.write("a.txt", article);
  shell("for i in 1 2 3 4 5 6; do $ANNAL edit a.txt --add \"Event $i\" 196$i & done; wait", folder.path());
  CHECK(count(folder.read("a.edits.toml"), "[[add]]") == 6);
  CHECK(folder.listing() == "a.edits.toml a.txt");
}

TEST_CASE("one edit may read the article that another writes to its output", "[cli][edit]") {
  const Folder folder;
  folder.write("a.txt", article);
  folder.write("b.txt", article);
  const Run run =
      shell("$ANNAL edit a.txt --hide e1 | timeout 20 $ANNAL edit - --edits a.edits.toml --add X 1960", folder.path());
  CHECK(run.exit == 0);
  CHECK(has(folder.read("a.edits.toml"), "hide = true"));
  CHECK(has(folder.read("a.edits.toml"), "[[add]]"));
}

TEST_CASE("two added events of one title are two events, in one command, in two, and in the file", "[cli][edit]") {
  const Folder folder;
  folder.write("a.txt", article);
  SECTION("in one command") {
    CHECK(edit(folder, {"--add", "Council meets", "10 May 2015", "--add", "Council meets", "17 May 2015"}).exit == 0);
  }
  SECTION("in two commands") {
    CHECK(edit(folder, {"--add", "Council meets", "10 May 2015"}).exit == 0);
    CHECK(edit(folder, {"--add", "Council meets", "17 May 2015"}).exit == 0);
  }
  SECTION("in the file") {
    folder.write("a.edits.toml",
                 "[[add]]\ntitle = \"Council meets\"\ndate = \"10 May 2015\"\n\n"
                 "[[add]]\ntitle = \"Council meets\"\ndate = \"17 May 2015\"\n");
  }
  CHECK(has(csv(folder), "2015-05-10"));
  CHECK(has(csv(folder), "2015-05-17"));
  const Run list = edit(folder, {});
  CHECK(has(list.out, "10 May 2015  \"Council meets\": added"));
  CHECK(has(list.out, "17 May 2015  \"Council meets\": added"));
  CHECK(list.err.empty());
  CHECK(edit(folder, {"--check"}).exit == 0);

  const Run hidden = edit(folder, {"--hide", "Council meets"});
  CHECK(hidden.exit == 2);
  CHECK(has(hidden.err, "matches 2 events; choose one by its id:"));
  CHECK(edit(folder, {"--hide", "e7"}).exit == 0);
  CHECK(has(edit(folder, {"--rename", "e8", "Zed"}).out, "e8 \"Council meets\": title → \"Zed\"\n"));
  CHECK_FALSE(has(csv(folder), "Council meets"));
  CHECK(has(csv(folder), "17 May 2015,Zed"));
  CHECK(edit(folder, {"--reset", "e7"}).exit == 0);
  CHECK_FALSE(has(csv(folder), "Council meets"));
  CHECK(has(csv(folder), "17 May 2015,Zed"));
}

TEST_CASE("of two events of one title each is changed, accepted and reset by its id", "[cli][edit]") {
  const Folder folder;
  folder.write("a.txt", article);
  edit(folder, {"--add", "X", "1950", "--add", "X", "1960"});
  const Run run = edit(folder, {"--date", "e7", "1951", "--lane", "e8", "L"});
  CHECK(run.exit == 0);
  CHECK(run.err.empty());
  CHECK(count(folder.read("a.edits.toml"), "[[") == 2);
  const Run merged = edit(folder, {"--merge", "e1", "e7"});
  CHECK(merged.exit == 2);
  CHECK(has(merged.err, "annal: --merge: 2 events have the title “X”; give each another"));
  const Run accepted = edit(folder, {"--accept"});
  CHECK(accepted.err.empty());
  CHECK(edit(folder, {"--check"}).exit == 0);
  CHECK(has(csv(folder), ",1951,X,"));
  CHECK(has(csv(folder), ",1960,X,"));
}

TEST_CASE("an event that is there with its date is not added again", "[cli][edit]") {
  const Folder folder;
  folder.write("a.txt", article);
  const Run twice = edit(folder, {"--add", "X", "1950", "--add", "X", "1950"});
  CHECK(twice.exit == 2);
  CHECK(twice.err == "annal: --add: \"X\" is added twice with that date\n");
  edit(folder, {"--add", "X", "1950"});
  const Run again = edit(folder, {"--add", "X", "1950"});
  CHECK(again.exit == 2);
  CHECK(again.err == "annal: --add: e7 \"X\" is there, with that date\n");
}

TEST_CASE("what counts from an edited date of a JSON timeline stays, and is told", "[cli][edit]") {
  const Folder folder;
  folder.write("a.txt", article);
  annal({"build", "a.txt", "-o", "b.json"}, {}, folder.path());
  const auto warns = [&](const std::string& event, const std::string& date) {
    return has(annal({"edit", "b.json", "--date", event, date, "--dry-run"}, {}, folder.path()).err,
               "what counts from “5 June 2015” stays, since a finished timeline is not read again: “Two days later”; "
               "state a date for each, or build it from the article");
  };
  CHECK(warns("e3", "8 June 2015"));
  CHECK_FALSE(warns("e3", "5 June 2015"));
  CHECK_FALSE(warns("e1", "4 May 2014"));
}

TEST_CASE("a change that a JSON timeline cannot follow is refused, and nothing is written", "[cli][edit]") {
  const Folder folder;
  folder.write("a.txt", article);
  annal({"build", "a.txt", "-o", "b.json"}, {}, folder.path());
  for (const std::vector<std::string>& words : {std::vector<std::string>{"--drop-time", "5 June 2015"},
                                                {"--count-from", "Two days later", "2015-06-01"},
                                                {"--written", "2015-07-01"}}) {
    std::vector<std::string> all{"edit", "b.json"};
    all.insert(all.end(), words.begin(), words.end());
    const Run run = annal(all, {}, folder.path());
    CHECK(run.exit == 2);
    CHECK(run.out.empty());
    CHECK(run.err == "annal: " + words[0] +
                         ": the times of a finished timeline and of annotations are not read again; edit the article "
                         "that it was built of, or the annotation\n");
    CHECK(annal({"edit", "b.json", "--check"}, {}, folder.path()).exit == 0);
  }
}

TEST_CASE("no output overwrites what the command reads", "[cli][edit]") {
  struct Row {
    const char* why;
    std::vector<std::string> words;
    std::string err;
  };
  const std::string of_article = "would overwrite the article; state another file\n";
  const std::string of_edits = "would overwrite its edits file; state another file\n";
  const auto row = GENERATE_COPY(values<Row>({
      {"edit", {"edit", "a.txt", "--hide", "e1", "-o", "a.txt"}, of_article},
      {"build", {"build", "a.txt", "-f", "text", "-o", "a.txt"}, of_article},
      {"build by its ending", {"build", "a.txt", "-o", "a.txt"}, of_article},
      {"order", {"order", "a.txt", "-o", "a.txt"}, of_article},
      {"dates", {"dates", "a.txt", "-o", "a.txt"}, of_article},
      {"another way to it", {"order", "a.txt", "-o", "./sub/../a.txt"}, of_article},
      {"a symbolic link", {"order", "a.txt", "-o", "symbolic.txt"}, of_article},
      {"a hard link", {"order", "a.txt", "-o", "hard.txt"}, of_article},
      {"edits", {"build", "a.txt", "-f", "json", "-o", "a.edits.toml"}, of_edits},
      {"edits to be", {"build", "b.csv", "-f", "json", "-o", "b.edits.toml"}, of_edits},
      {"edits that are stated", {"order", "a.txt", "--edits", "e.toml", "-f", "text", "-o", "e.toml"}, of_edits},
      {"a table", {"build", "b.csv", "--drop", "A", "-o", "b.csv"}, of_article},
      {"a theme", {"build", "a.txt", "--theme", "t.css", "-f", "svg", "-o", "t.css"}, "would overwrite the theme"},
      {"a batch", {"batch", "in.jsonl", "-o", "in.jsonl"}, "would overwrite an input"},
      {"the article as edits", {"edit", "a.txt", "--edits", "a.txt", "--hide", "e1"}, "--edits a.txt is the article"},
  }));
  INFO(row.why);
  const Folder folder;
  folder.write("a.txt", article);
  folder.write("b.csv", "date,title\n1950,A\n1960,B\n");
  folder.write("a.edits.toml", "title = \"T\"\n");
  folder.write("e.toml", "title = \"T\"\n");
  folder.write("t.css", ":root { --annal-ground: #fffdf5 }\n");
  folder.write("in.jsonl", "{\"text\": \"The mill burned in 1950.\"}\n");
  std::filesystem::create_directory(folder.path() / "sub");
  std::filesystem::create_symlink("a.txt", folder.path() / "symbolic.txt");
  std::filesystem::create_hard_link(folder.path() / "a.txt", folder.path() / "hard.txt");
  const std::string listing = folder.listing();
  const Run run = annal(row.words, {}, folder.path());
  CHECK(run.exit == 2);
  CHECK(run.out.empty());
  CHECK(has(run.err, row.err));
  CHECK(count(run.err, "\n") == 1);
  CHECK(folder.listing() == listing);
  CHECK(folder.read("a.txt") == article);
  CHECK(folder.read("b.csv").starts_with("date"));
  CHECK(folder.read("a.edits.toml") == "title = \"T\"\n");
}

TEST_CASE("an output that is no input is written, and may be written again", "[cli][edit]") {
  const Folder folder;
  folder.write("a.txt", article);
  for (int i = 0; i < 2; ++i) CHECK(annal({"build", "a.txt", "-o", "a.svg"}, {}, folder.path()).exit == 0);
  CHECK(annal({"order", "a.txt", "-f", "text", "-o", "/dev/null"}, {}, folder.path()).exit == 0);
}

}  // namespace annal::test
