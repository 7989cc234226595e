// Articles and file names made to do harm, through every form that `annal build` lists: none of it steers a terminal,
// turns the direction of what is read, begins a line of its own, or stands as a formula.
#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/utf8.h"
#include "render/escape.h"
#include "tests/cli/program.h"

namespace annal::test {
namespace {

/// The forms that `annal build --help` lists, without pictures of pixels and paper.
std::vector<std::string> forms() {
  const std::string help = annal({"build", "--help"}).out;
  const std::size_t at = help.find("svg html png pdf");
  std::istringstream words(help.substr(at, help.find(';', at) - at));
  std::vector<std::string> found;
  for (std::string word; words >> word;)
    if (word != "png" && word != "pdf") found.push_back(word);
  return found;
}

/// Code points that move a terminal's cursor, turn the direction of text or hide.
bool steers(std::uint32_t c) {
  return (c < 0x20 && c != '\n' && c != '\r' && c != '\t') || (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E ||
         c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029 ||
         c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB);
}

bool any_steers(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point(text, at);
    if (steers(c.value)) return true;
    at += c.size;
  }
  return false;
}

const std::string hostile =
    "The mayor opened \u202Egnp.exe\u202C and \x1b[31mred\x07 \u009b31m bridge\u2028 on 3 May 2014. =cmd|A1 was closed "
    "on 4 May 2014. "
    "-2+3 resigned on 5 May 2014. @SUM(A1) left on 6 May 2014. +1 won on 7 May 2014. \uFEFF\uFFF9hidden\uFFFB word "
    "\u2066fell\u2069 on 8 "
    "May 2014. \uFF1DSUM(1) won on 9 May 2014. BEGIN:VEVENT lost\rSUMMARY:x on 10 May 2014. <script>alert(1)</script> "
    "burned on 11 May 2014.\n";

}  // namespace

TEST_CASE("no form passes on what steers a terminal or turns a line, but where it holds the article as it stands",
          "[cli]") {
  const Folder folder;
  folder.write("a.txt", hostile);
  REQUIRE(forms().size() >= 16);
  for (const std::string& form : forms()) {
    CAPTURE(form);
    const Run run = annal({"build", "a.txt", "--all", "--format", form}, {}, folder.path());
    CHECK(run.exit == 0);
    CHECK_FALSE(run.out.empty());
    CHECK_FALSE(find_invalid_utf8(run.out));
    CHECK(run.out.find('\x1b') == std::string::npos);
    CHECK(run.out.find('\x07') == std::string::npos);
    const bool holds_the_article = form == "json" || form == "html" || form == "timeml";
    CHECK(any_steers(run.out) == holds_the_article);
    CHECK_FALSE(any_steers(run.err));
    // These are never read as markup.
    const bool plain = form == "json" || form == "dot" || form == "ics" || form == "csv" || form == "text";
    CHECK((plain || run.out.find("<script>alert") == std::string::npos));
  }
  for (const std::string command : {"dates", "order"}) {
    CAPTURE(command);
    CHECK_FALSE(any_steers(annal({command, "a.txt"}, {}, folder.path()).out));
  }
}

TEST_CASE("no cell of the table is a formula, in narrow signs or wide", "[cli]") {
  const Folder folder;
  folder.write("a.txt", hostile);
  const std::string table = annal({"build", "a.txt", "--all", "--format", "csv"}, {}, folder.path()).out;
  CHECK(table.find(",'\uFF1DSUM(1)") != std::string::npos);
  for (const std::string sign : {"=", "+", "@", "-2", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"})
    for (const std::string before : {",", ",\"", "\n"}) CHECK(table.find(before + sign) == std::string::npos);
}

TEST_CASE("a calendar has as many events as were found, whatever the article says", "[cli]") {
  const Folder folder;
  folder.write("a.txt", hostile);
  const std::string calendar = annal({"build", "a.txt", "--all", "--format", "ics"}, {}, folder.path()).out;
  const auto lines = [&](const std::string& line) {
    std::size_t count = 0;
    for (std::size_t at = calendar.find("\r\n" + line); at != std::string::npos;
         at = calendar.find("\r\n" + line, at + 1))
      ++count;
    return count;
  };
  CHECK(lines("BEGIN:VEVENT") >= 7);
  CHECK(lines("BEGIN:VEVENT") == lines("SUMMARY:"));
  CHECK(lines("BEGIN:VEVENT") == lines("END:VEVENT\r\n"));
}

TEST_CASE("a file of any name is read, and named on one line that shows what the name hides", "[cli]") {
  struct Row {
    std::string name, shown;
  };
  const auto row = GENERATE(values<Row>({
      {"a\nannal: done", "a\\nannal: done"},
      {"a\tb\r.txt", "a\\tb\\r.txt"},
      {"a\"b'c.txt", "a\"b'c.txt"},
      {"-dash.txt", "-dash.txt"},
      {"--all", "--all"},
      {"\xFF\xFE.txt", "\\xff\\xfe.txt"},
      {"a\x1b[31m.txt", "a\\x1b[31m.txt"},
      {"\u202Egpj.txt", "\\u{202e}gpj.txt"},
      {"<script>alert(1)<", "<script>alert(1)<"},
      {"=1+1.txt", "=1+1.txt"},
      {"$(id)`id`;%s&.txt", "$(id)`id`;%s&.txt"},
      {" ", " "},
  }));
  CAPTURE(row.shown);
  const Folder folder;
  folder.write(row.name, "The bridge opened on 3 May. It closed in June.\n");
  for (const std::string& form : forms()) {
    CAPTURE(form);
    const Run run = annal({"build", "--format", form, "--", row.name}, {}, folder.path());
    CHECK(run.exit == 0);
    CHECK(run.err == "annal: " + row.shown +
                         ": no date of writing found, so the year stays open; state it with --dct YYYY-MM-DD\n");
    CHECK_FALSE(find_invalid_utf8(run.out));
    CHECK(run.out.find('\x1b') == std::string::npos);
    if (form == "html" || form == "svg" || form == "timeml") CHECK(run.out.find("<script>alert") == std::string::npos);
  }
  // As the name of an output: that file and no other.
  const std::string out = "./" + row.name + ".out";
  CHECK(annal({"build", "--format", "csv", "--output", out, "--", row.name}, {}, folder.path()).exit == 0);
  CHECK(folder.read(row.name + ".out").starts_with("id,rank,"));
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), std::filesystem::directory_iterator()) == 2);
  // Where it is not there.
  const Run missing = annal({"dates", "--", row.name + "x"}, {}, folder.path());
  CHECK(missing.exit == 2);
  CHECK(missing.err == "annal: cannot read " + row.shown + "x: no such file\n");
}

TEST_CASE("what a wrong word of the command line holds is shown on one line", "[cli]") {
  const std::string word = "a\nannal: done\x1b[2J\xFF";
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{word},
                                             {"build", "-", "--format", word},
                                             {"build", "-", "--dct", word},
                                             {"build", "-", "--lang", word},
                                             {"build", "--" + word},
                                             {"order", "-", "--why", word, word},
                                             {"batch", word},
                                             {"batch", "--shard", word}}) {
    CAPTURE(words);
    const Run run = annal(words, "The bridge opened on 3 May 2014.\n");
    CHECK(run.exit == 2);
    CHECK(run.err.starts_with("annal: "));
    CHECK(std::count(run.err.begin(), run.err.end(), '\n') == 1);
    CHECK_FALSE(any_steers(run.err));
    CHECK_FALSE(find_invalid_utf8(run.err));
  }
}

}  // namespace annal::test
