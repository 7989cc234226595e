// annal edit --accept: what is accepted is drawn as before.
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/cli/program.h"

namespace annal::test {
namespace {

/// What is drawn below the line that counts what was found: what is new stays hidden, and is not counted.
std::string rows(const std::string& text) { return text.substr(text.find("\n\n")); }

}  // namespace

TEST_CASE("a sample that is accepted is drawn as before, with the same dates", "[cli][edit]") {
  const Folder folder;
  for (const auto& entry : std::filesystem::directory_iterator(ANNAL_SOURCE_DIR "/data/samples")) {
    if (entry.path().extension() != ".txt") continue;
    const std::string name = entry.path().filename().string();
    INFO(name);
    folder.write(name, read_all(entry.path()));
    const auto build = [&](const char* format) { return annal({"build", name, "-f", format}, {}, folder.path()); };
    const std::string text = build("text").out, table = build("csv").out;
    const Run accepted = annal({"edit", name, "--accept"}, {}, folder.path());
    CHECK(accepted.exit == 0);
    CHECK(accepted.err.empty());
    CHECK(rows(build("text").out) == rows(text));
    CHECK(build("csv").out == table);
  }
}

TEST_CASE("what its owner has titled and dated stays as it is stated when it is accepted", "[cli][edit]") {
  const Folder folder;
  folder.write("a.txt", "The shipyard launched the ferry on 3 May 2014. The harbour closed in 2017.\n");
  const std::string edits =
      "[[event]]\nwords = \"harbour closed\"\ntitle = \"The end\"\ndate = \"evening of 1 May 2017\"\n";
  folder.write("a.edits.toml", edits);
  CHECK(annal({"edit", "a.txt", "--accept"}, {}, folder.path()).exit == 0);
  const std::string toml = folder.read("a.edits.toml");
  CHECK(toml.find(edits + "accepted = true\n") != std::string::npos);
}

TEST_CASE("what its owner says lasted, lasts when it is accepted", "[cli][edit]") {
  const Folder folder;
  folder.write("a.txt", "Sir Ann was born in 1858. Ann Miller was engaged on contracts. She died in 1937.\n");
  const auto ends = [&] { return annal({"build", "a.txt", "-f", "csv"}, {}, folder.path()).out; };
  REQUIRE(annal({"edit", "a.txt", "--date", "engaged", "from 1914 to 1918"}, {}, folder.path()).exit == 0);
  const std::string before = ends();
  CHECK(annal({"edit", "a.txt", "--accept"}, {}, folder.path()).exit == 0);
  CHECK(ends() == before);
}

TEST_CASE("a clock time that is told with “about” stays so when it is accepted", "[cli][edit]") {
  const Folder folder;
  folder.write("a.txt", "The rain began on 16 August 2023 at about 9.30 p.m. and stopped on 18 August 2023.\n");
  CHECK(annal({"edit", "a.txt", "--accept"}, {}, folder.path()).exit == 0);
  CHECK(folder.read("a.edits.toml").find("date = \"2023-08-16T21:30~\"") != std::string::npos);
  const Run run = annal({"build", "a.txt", "-f", "csv"}, {}, folder.path());
  CHECK(run.out.find("about 16 Aug 2023, 21:30") != std::string::npos);
}

}  // namespace annal::test
