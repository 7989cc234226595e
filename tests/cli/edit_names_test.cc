// annal edit: which event is meant, and what is told of a change.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/cli/edit.h"

namespace annal::test {
TEST_CASE("an event is named by its title as a keyboard writes it, by its former title, or by words of the article",
          "[cli][edit]") {
  struct Row {
    const char* why;
    const char* name;
    const char* out;
  };
  const auto row = GENERATE(values<Row>({
      {"a straight apostrophe", "the mayor's bridge was opened", "e1 "},
      {"case, white space and dashes", "THE  Mayor’s bridge – was opened", "e1 "},
      {"words of the article with its date", "collapsed on 7 October", "e3 "},
      {"words of the article without its marks", "it collapsed, “on 7 October”", "e3 "},
      {"words over the end of a line", "Nobody was hurt when", "e2 "},
      {"the title that it had", "The fire destroyed the tower", "e5 "},
      {"words of the title that it had", "fire tower", "e5 "},
      {"the title that it has", "The tower burns", "e5 "},
  }));
  INFO(row.why);
  const Folder folder;
  folder.write(
      "a.txt",
      "The mayor’s bridge was opened on 3 May 2014. Nobody was hurt\nwhen it collapsed on 7 October 2015. The fire "
      "destroyed the tower on 8 March 2016.\n");
  folder.write("a.edits.toml", "[[event]]\nwords = \"destroyed the tower\"\ntitle = \"The tower burns\"\n");
  const Run run = edit(folder, {"--lane", row.name, "One", "--dry-run"});
  INFO(run.err);
  INFO(run.out);
  CHECK(run.exit == 0);
  CHECK(run.out.starts_with(row.out));
}

TEST_CASE("words as the article has them come before the same words of a title in another order", "[cli][edit]") {
  const Folder folder;
  folder.write("a.txt",
               "Olga released the first tool on 3 May 2014, and the tool 2 released in June had her name.\n\nTool 3 2 "
               "was released on 5 August 2016.\n");
  const Run run = edit(folder, {"--rename", "tool 2 released", "The second tool", "--dry-run"});
  INFO(run.out + run.err);
  CHECK_FALSE(has(run.out, "Aug 2016"));
}

TEST_CASE("of several events those that are shown are listed first, each told apart", "[cli][edit]") {
  const Folder folder;
  std::string text = "The council met on 1 May 2014. It voted on 2 May 2014. ";
  for (int day = 3; day < 13; ++day) text += "The council met on " + std::to_string(day) + " May 2014. ";
  folder.write("a.txt", text);
  CHECK(edit(folder, {"--hide", "e1"}).exit == 0);
  const Run run = edit(folder, {"--rename", "council met", "A"});
  INFO(run.err);
  CHECK(run.exit == 2);
  CHECK(has(run.err, "annal: 'council met' matches "));
  CHECK(has(run.err, " events; choose one by its id:\n  e3 "));
  CHECK(has(run.err, "The council met: 1:68 \"The council met on 3 May 2014.\"\n"));
  CHECK(run.err.ends_with(" more\n"));
  CHECK(std::ranges::count(run.err, '\n') == 10);
  CHECK_FALSE(has(run.err, "left out"));
  CHECK(has(edit(folder, {"--rename", "voted", "A"}).out, "title → \"A\"\n"));
}

TEST_CASE("what follows from a change is told of events that are shown, with what vouches for them", "[cli][edit]") {
  const Folder folder;
  folder.write("a.txt", article);
  const Run run = edit(folder, {"--status", "closed", "alleged", "--hide", "e2"});
  CHECK(has(run.out, "e6 \"The harbour closed\" (alleged): factuality"));
  CHECK(run.out.ends_with("\n5 of 6 events shown\n"));
  const Run again = edit(folder, {"--hide", "e2", "--date", "closed", "2016"});
  CHECK(has(again.out, ": nothing changes\n"));
  CHECK(has(again.out, " events shown; 1 problem\n"));
}

}  // namespace annal::test
