// annal serve as it is called; what it answers is in tests/serve.
#include <catch2/catch.hpp>

#include "tests/cli/program.h"

using namespace annal::test;

TEST_CASE("what cannot be served is told in one line, and nothing is listened to", "[cli][serve]") {
  const Folder folder;
  folder.write("a.txt", "The bridge opened on 3 May 2014.\n");
  folder.write("b.txt", "The bridge closed on 3 May 2015.\n");
  struct Row {
    std::vector<std::string> words;
    std::string err;
  };
  const auto row = GENERATE(values<Row>({
      {{}, "no FILE given; see annal serve --help"},
      {{"-"}, "standard input cannot be edited; give a file; see annal serve --help"},
      {{"a.txt", "b.txt", "--edits", "e.toml"},
       "--edits holds the edits of one article; serve the others without it; see annal serve --help"},
      {{"a.txt", "--edits", "-"},
       "edits cannot be saved to standard output; give --edits a file; see annal serve --help"},
      {{"a.txt", "--port", "80"}, "--port must be from 1024 to 65535; see annal serve --help"},
      {{"a.txt", "--port", "70000"}, "--port must be from 1024 to 65535; see annal serve --help"},
      {{"a.txt", "--idle", "10001"}, "--idle must be at most 10000 minutes; see annal serve --help"},
      {{"a.txt", "--api"}, "--api serves no article; requests bring texts; see annal serve --help"},
      {{"--api", "--token-file", ""}, "--token-file needs a file name; see annal serve --help"},
      {{"a.txt", "gone.txt"}, "cannot read gone.txt: no such file"},
      {{"a.edits.toml"}, "a.edits.toml holds edits; give the article that they are made to"},
  }));
  std::vector<std::string> words{"serve", "--no-open"};
  words.insert(words.end(), row.words.begin(), row.words.end());
  const Run run = annal::test::annal(words, {}, folder.path());
  CHECK(run.err == "annal: " + row.err + "\n");
  CHECK(run.out.empty());
  CHECK(run.exit == 2);
}

TEST_CASE("an edits file that cannot be read is told with its line before anything is served", "[cli][serve]") {
  const Folder folder;
  folder.write("a.txt", "The bridge closed on 3 May 2015.\n");
  folder.write("a.edits.toml", "# mine\ntitel = \"The bridge\"\n");
  const Run run = annal::test::annal({"serve", "a.txt", "--no-open"}, {}, folder.path());
  CHECK(run.err.starts_with("annal: a.edits.toml:2:"));
  CHECK(run.out.empty());
  CHECK(run.exit == 2);
}
