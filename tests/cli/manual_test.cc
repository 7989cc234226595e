// The manual page and the completions, each as the program that reads it sees it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "tests/cli/program.h"

namespace annal::test {
namespace {

/// What bash offers after `words`, the last of them begun; one a line.
std::string offered(const Folder& folder, const std::string& words, int last) {
  return shell("\"$ANNAL\" completion bash > annal.bash; bash -c '. ./annal.bash; COMP_WORDS=(" + words +
                   "); COMP_CWORD=" + std::to_string(last) + "; _annal; printf \"%s\\n\" \"${COMPREPLY[@]}\"'",
               folder.path())
      .out;
}

}  // namespace

TEST_CASE("bash completes commands, options and the words that an option takes", "[cli]") {
  const Folder folder;
  CHECK(offered(folder, "annal ba", 1) == "batch\n");
  CHECK(offered(folder, "annal build --lay", 2) == "--layout\n");
  CHECK(offered(folder, "annal build a.txt -f pn", 4) == "png\n");
  CHECK(offered(folder, "annal dates --format timem", 3) == "timeml\n");
  CHECK(offered(folder, "annal batch --compress z", 3) == "zstd\n");
  CHECK(offered(folder, "annal completion fi", 2) == "fish\n");
  CHECK(offered(folder, "annal build --tlinks a", 3) == "asserted\nall\n");
  CHECK(offered(folder, "annal help ed", 2) == "edit\n");
  // Names of files are left to the shell.
  CHECK(offered(folder, "annal build art", 2) == "\n");
  CHECK(offered(folder, "annal order --why e", 3) == "\n");
}

TEST_CASE("help prints what the option --help of a command prints", "[cli]") {
  for (const std::string command : {"edit", "build", "help"})
    CHECK(annal({"help", command}).out == annal({command, "--help"}).out);
  CHECK(annal({"help"}).out == annal({"--help"}).out);
  const Run run = annal({"help", "edti"});
  CHECK(run.exit == 2);
  CHECK(run.err.find("annal: unknown command 'edti'; available: build, dates,") == 0);
  CHECK(run.err.find("did you mean 'edit'?") != std::string::npos);
}

TEST_CASE("each shell reads its completion without a complaint", "[cli]") {
  const std::string name = GENERATE("bash", "zsh", "fish");
  const Folder folder;
  if (shell("command -v " + name, folder.path()).out.empty())
    return;  // of a shell that is not here no more can be said
  CAPTURE(name);
  const Run run =
      shell("\"$ANNAL\" completion " + name + " > written && " + name + " -n written && echo read", folder.path());
  CHECK(run.out == "read\n");
  CHECK(run.err.empty());
}

TEST_CASE("the manual page and each completion name every command and every option that help names", "[cli]") {
  const std::string page = annal({"man"}).out;
  const std::string bash = annal({"completion", "bash"}).out;
  const std::string zsh = annal({"completion", "zsh"}).out;
  const std::string fish = annal({"completion", "fish"}).out;
  for (const std::string command : {"build", "dates", "order", "edit", "syntax", "batch", "merge", "serve", "schema",
                                    "man", "completion", "help"}) {
    INFO(command);
    CHECK(page.find(".SS annal " + command + "\n") != std::string::npos);
    CHECK(zsh.find("    " + command + ")\n") != std::string::npos);
    CHECK(fish.find(" -a " + command + " ") != std::string::npos);
    const std::string help = annal({command, "--help"}).out;
    for (std::size_t at = help.find("--", help.find("\nOptions:")); at != std::string::npos;
         at = help.find("--", at + 2)) {
      const std::string name = help.substr(at + 2, help.find_first_of(" \n;,", at) - at - 2);
      INFO(name);
      std::string escaped;
      for (const char c : "--" + name) escaped += c == '-' ? std::string("\\-") : std::string(1, c);
      CHECK(page.find(escaped) != std::string::npos);
      CHECK(bash.find("--" + name) != std::string::npos);
      CHECK(zsh.find("--" + name) != std::string::npos);
      CHECK(fish.find(" -l " + name) != std::string::npos);
    }
  }
}

TEST_CASE("groff has nothing to warn of in the manual page", "[cli]") {
  const Folder folder;
  const Run found = shell("command -v groff", folder.path());
  if (found.exit != 0) {
    WARN("groff is not installed");
    return;
  }
  const Run run = shell("\"$ANNAL\" man | groff -man -ww -Tutf8 > page.txt", folder.path());
  CHECK(run.exit == 0);
  CHECK(run.err.empty());
  CHECK(folder.read("page.txt").find("wrong usage") != std::string::npos);
}

TEST_CASE("a shell that is not known is refused with the list of those that are", "[cli]") {
  const Run run = annal({"completion", "tcsh"});
  CHECK(run.exit == 2);
  CHECK(run.out.empty());
  CHECK(run.err == "annal: unknown shell 'tcsh'; available: bash, zsh, fish; see annal completion --help\n");
}

}  // namespace annal::test
