// annal syntax: trees of articles and of CoNLL-U.
#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>
#include <string>

#include "tests/cli/program.h"

namespace annal::test {
namespace {

/// The lines of CoNLL-U that are words, with two of their columns.
std::string columns(const std::string& conllu, std::size_t first, std::size_t second) {
  std::istringstream lines(conllu);
  std::string out;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> found;
    std::istringstream row(line);
    for (std::string column; std::getline(row, column, '\t');) found.push_back(column);
    CHECK(found.size() == 10);
    out += found[first] + ' ' + found[second] + '\n';
  }
  return out;
}

}  // namespace

TEST_CASE("annal syntax prints a tree for each sentence", "[cli]") {
  const Run run = annal({"syntax", "-"}, "The council closed the bridge. It reopened in May 2014.\n");
  CHECK(run.exit == 0);
  CHECK(run.err.empty());
  CHECK(run.out.starts_with("The council closed the bridge.\n  closed "));
  CHECK(run.out.find("\nIt reopened in May 2014.\n  reopened ") != std::string::npos);
  CHECK(run.out.find("    council") != std::string::npos);
}

TEST_CASE("annal syntax writes CoNLL-U with multiword tokens, spaces and times as one word", "[cli]") {
  const Run run = annal({"syntax", "-", "-f", "conllu", "--lang", "de"}, "Er ging am 3. Mai 2014 zum Haus.\n");
  CHECK(run.exit == 0);
  CHECK(run.out.starts_with("# sent_id = 1\n# text = Er ging am 3. Mai 2014 zum Haus.\n"));
  CHECK(columns(run.out, 0, 1) ==
        "1 Er\n2 ging\n3-4 am\n3 an\n4 dem\n5 3. Mai 2014\n6-7 zum\n6 zu\n7 dem\n8 Haus\n9 .\n");
  CHECK(run.out.find("\tSpaceAfter=No\n9\t.") == std::string::npos);
  CHECK(run.out.find("SpaceAfter=No\n9\t.") != std::string::npos);
}

TEST_CASE("annal syntax keeps the words of CoNLL-U, and what it wrote it reads", "[cli]") {
  const Folder folder;
  folder.write("a.txt", "The council didn't close the bridge. It's open, they said.\n");
  const Run first = annal({"syntax", "a.txt", "-o", "a.conllu"}, {}, folder.path());
  REQUIRE(first.exit == 0);
  const std::string written = folder.read("a.conllu");
  const Run second = annal({"syntax", "a.conllu", "-f", "conllu"}, {}, folder.path());
  CHECK(second.exit == 0);
  CHECK(second.out == written);
}

TEST_CASE("annal syntax names the line of a fault in CoNLL-U", "[cli]") {
  const Folder folder;
  folder.write("bad.conllu", "1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n3\tb\t_\t_\t_\t_\t_\t_\t_\t_\n");
  const Run run = annal({"syntax", "bad.conllu", "-o", "out.conllu"}, {}, folder.path());
  CHECK(run.exit == 2);
  CHECK(run.err == "annal: bad.conllu:2: word 2 is due, not '3'\n");
  CHECK(folder.listing() == "bad.conllu");
}

TEST_CASE("annal syntax takes any CoNLL-U without harm", "[cli]") {
  const Folder folder;
  std::string chain;
  for (int i = 1; i <= 3000; ++i) chain += std::to_string(i) + "\tthat\t_\t_\t_\t_\t_\t_\t_\t_\n";
  const auto bytes = GENERATE_COPY(std::string("1\t\x1B[31m\t_\t_\t_\t_\t_\t_\t_\t_\n"), chain,
                                   std::string("1\ta b\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|||=|SpaceAfter=No\n"),
                                   std::string("1-1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\t\t\t\t\t\t\t\t\n"));
  folder.write("a.conllu", bytes);
  for (const std::string format : {"text", "conllu"}) {
    const Run run = annal({"syntax", "a.conllu", "-f", format}, {}, folder.path());
    CHECK(run.exit == 0);
    if (format == "text") CHECK(run.out.find('\x1B') == std::string::npos);
  }
}

}  // namespace annal::test
