// What the program writes and where: whole files or none, data on standard output, messages on standard error.
#include <sys/stat.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <sstream>
#include <string>

#include "tests/cli/program.h"

namespace annal::test {
namespace {

const std::string article = "The bridge opened on 3 May 2014. It was closed on 5 June 2015.\n";

}  // namespace

TEST_CASE("without arguments the program says in a few lines what it is for", "[cli]") {
  const Run run = annal({});
  CHECK(run.exit == 0);
  CHECK(run.err.empty());
  CHECK(run.out ==
        "annal builds the timeline of an article.\n\n"
        "  annal build article.txt -o timeline.svg   draw it\n"
        "  annal dates article.txt                   list its time expressions with their values\n"
        "  annal order article.txt                   list its events in order\n\n"
        "All commands: annal --help\n");
}

TEST_CASE("help begins with examples and names every option", "[cli]") {
  for (const std::string command : {"build", "dates", "order", "edit", "syntax", "batch", "merge", "serve", "schema",
                                    "man", "completion", "help"}) {
    INFO(command);
    const Run run = annal({command, "--help"});
    CHECK(run.exit == 0);
    const std::size_t examples = run.out.find("Examples:\n  ");
    REQUIRE(examples != std::string::npos);
    CHECK(examples < run.out.find("Usage:\n  annal " + command));
    CHECK(run.out.find("annal " + command) > examples);
    CHECK(run.out.find("-h --help") != std::string::npos);
  }
  const Run run = annal({"--help"});
  CHECK(run.out.find("Exit codes:\n  0  success\n") != std::string::npos);
}

TEST_CASE("the version is printed with the name, and the build, the languages and the models below it", "[cli]") {
  const Run run = annal({"--version"});
  CHECK(run.exit == 0);
  CHECK(run.out.starts_with("annal " ANNAL_VERSION "\n"));
  CHECK(run.out.find(" build by ") != std::string::npos);
  CHECK(run.out.find("\nlanguages: de en ") != std::string::npos);
  CHECK(run.out.find("\nmodels: events links senses, syntax de en ") != std::string::npos);
  CHECK(run.out.find("; SHA-256 ") != std::string::npos);
  CHECK(std::ranges::count(run.out, '\n') == 4);
}

TEST_CASE("the schema is the file in data, byte for byte", "[cli]") {
  const Run run = annal({"schema"});
  CHECK(run.exit == 0);
  CHECK(run.out == read_all(ANNAL_SOURCE_DIR "/data/schema/timeline.json"));
}

TEST_CASE("the format follows the output's name, and standard output gets SVG", "[cli]") {
  const Folder folder;
  folder.write("a.txt", article);
  struct Row {
    const char* file;
    const char* begins;
  };
  const auto row = GENERATE(values<Row>({{"x.svg", "<svg "},
                                         {"x.json", "{\n  \"schema\": \"annal-timeline/2\""},
                                         {"x.tml", "<?xml "},
                                         {"x.gv", "digraph "},
                                         {"x.graph.svg", "<?xml "}}));
  INFO(row.file);
  const Run run = annal({"build", "a.txt", "-o", row.file}, {}, folder.path());
  CHECK(run.err.empty());
  CHECK(run.exit == 0);
  CHECK(run.out.empty());
  CHECK(folder.read(row.file).substr(0, std::string(row.begins).size()) == row.begins);
  CHECK(folder.listing() == "a.txt " + std::string(row.file));
  CHECK(annal({"build", "a.txt"}, {}, folder.path()).out == annal({"build", "-", "-f", "svg", "-o", "-"}, article).out);
}

TEST_CASE("writing replaces a file whole, keeps its rights, and follows a link to it", "[cli]") {
  const Folder folder;
  folder.write("a.txt", article);
  folder.write("x.json", "old");
  REQUIRE(::chmod((folder.path() / "x.json").c_str(), 0640) == 0);
  std::filesystem::create_symlink("x.json", folder.path() / "link.json");
  CHECK(annal({"build", "a.txt", "-o", "link.json"}, {}, folder.path()).exit == 0);
  CHECK(std::filesystem::is_symlink(folder.path() / "link.json"));
  CHECK(folder.read("x.json").starts_with("{\n"));
  struct stat status {};
  REQUIRE(::stat((folder.path() / "x.json").c_str(), &status) == 0);
  CHECK((status.st_mode & 07777U) == 0640U);
  CHECK(folder.listing() == "a.txt link.json x.json");
}

TEST_CASE("a device is written to, not replaced", "[cli]") {
  const Folder folder;
  folder.write("a.txt", article);
  CHECK(annal({"build", "a.txt", "-f", "text", "-o", "/dev/null"}, {}, folder.path()).exit == 0);
  CHECK(std::filesystem::is_character_file("/dev/null"));
}

TEST_CASE("a disk that is full, or a limit on files, is told, and nothing half-written stays", "[cli]") {
  const Folder folder;
  folder.write("a.txt", article);
  folder.write("many.jsonl", [] {
    std::string lines;
    for (int i = 0; i < 200; ++i) lines += "{\"id\": \"a\", \"text\": \"It opened on 3 May 2014.\"}\n";
    return lines;
  }());
  const Run full = shell("$ANNAL build a.txt -f json > /dev/full; echo $?", folder.path());
  CHECK(full.out == "2\n");
  CHECK(full.err == "annal: cannot write standard output: no space left on the device\n");
  const Run limited =
      shell("ulimit -f 8; $ANNAL batch many.jsonl -o out.jsonl; echo $?; $ANNAL batch many.jsonl --into parts; echo $?",
            folder.path());
  CHECK(limited.out == "2\n2\n");
  CHECK(limited.err.find("annal: cannot write out.jsonl: ") != std::string::npos);
  CHECK(folder.listing() == "a.txt many.jsonl parts");
  CHECK(shell("ls -A parts | grep -c -e part- -e unfinished", folder.path()).out == "0\n");
  // Where there is room, the same command makes the whole.
  CHECK(shell("$ANNAL batch many.jsonl > whole && $ANNAL batch many.jsonl --into parts && cat parts/part-* | cmp - "
              "whole && echo same",
              folder.path())
            .out == "same\n");
}

TEST_CASE("want of memory is told, with exit code 4", "[cli]") {
  if (std::string_view(ANNAL_PROGRAM).find("/debug/") != std::string_view::npos)
    return;  // sanitizers reserve what they are not given
  const Folder folder;
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "The bridge opened on 3 May 2014. ";
  folder.write("big.txt", text);
  const Run run = shell("ulimit -v 100000; $ANNAL build big.txt -f json; echo $?", folder.path());
  CHECK(run.out == "4\n");
  CHECK(run.err == "annal: out of memory; try a smaller text\n");
}

TEST_CASE("a reader that stops early ends the program quietly", "[cli]") {
  const Folder folder;
  folder.write("a.txt", article);
  // The pipe's reader is gone before the first byte: the program's input ends only after it has left.
  const Run run = shell(
      "mkfifo in pipe; ($ANNAL batch < in > pipe; echo $? > code) & exec 3> in; exec 4< pipe; exec 4<&-; "
      "echo '{\"id\": \"a\", \"text\": \"It opened on 3 May 2014.\"}' >&3; exec 3>&-; wait; cat code",
      folder.path());
  CHECK(run.err.empty());
  CHECK(run.out == "0\n");
}

TEST_CASE("ending the program while an output is under way leaves the old file and nothing else", "[cli]") {
  const Folder folder;
  folder.write("out.jsonl", "old");
  // The program waits for more input with its temporary file open; the test waits for that file, not for a clock.
  const Run run = shell(
      "mkfifo in; ($ANNAL batch -o out.jsonl < in & echo $! > pid; wait $!; echo $? > code) & exec 3> in; "
      "until ls .annal-* > /dev/null 2>&1 || [ -e code ]; do :; done; kill -TERM $(cat pid); wait; exec 3>&-; cat code",
      folder.path());
  CHECK(run.out == "143\n");  // 128 and SIGTERM
  CHECK(folder.read("out.jsonl") == "old");
  CHECK(folder.listing() == "code in out.jsonl pid");
}

TEST_CASE("without a date of writing the year stays open and the message says how to state it", "[cli]") {
  const Run open =
      annal({"build", "-", "-f", "json"}, "The mayor resigned on November 14. The council met the next day.\n");
  CHECK(open.exit == 0);
  CHECK(open.err ==
        "annal: standard input: no date of writing found, so the year stays open; state it with --dct YYYY-MM-DD\n");
  CHECK(open.out.find("\"XXXX-11-14\"") != std::string::npos);
  const Run stated = annal({"build", "-", "-f", "json", "--dct", "2016-11-20"}, "The mayor resigned on November 14.\n");
  CHECK(stated.exit == 0);
  CHECK(stated.err.empty());
  CHECK(stated.out.find("\"2016-11-14\"") != std::string::npos);
}

TEST_CASE("explained, each date shows its tree, its anchor with the reason, and the reading that lost", "[cli]") {
  const Run run = annal({"dates", "-", "--explain", "--dct", "2016-11-16"},
                        "She left on Monday. The bridge will open in early March. It was closed last week.\n");
  CHECK(run.exit == 0);
  CHECK(run.out ==
        "language   en\n\n"
        "1:13  Monday       DATE      2016-11-14\n"
        "        reading  weekday 1, seen from t0\n"
        "        not      2016-11-21, but the clause looks back\n"
        "        covers   2016-11-14\n"
        "        anchor   t0, the day of writing, 2016-11-16\n"
        "        tree     weekday(1)\n"
        "        rule     date-deictic\n"
        "1:45  early March  DATE      2017-03     mod=START\n"
        "        reading  start of XXXX-03, seen from t0\n"
        "        not      2016-03, but the clause looks ahead\n"
        "        covers   2017-03-01 to 2017-03-10\n"
        "        anchor   t0, the day of writing, 2016-11-16\n"
        "        tree     part(START, date(_, 3, _))\n"
        "        rule     part-start\n"
        "1:72  last week    DATE      2016-W45\n"
        "        reading  week before t0\n"
        "        covers   2016-11-07 to 2016-11-13\n"
        "        anchor   t0, the day of writing, 2016-11-16\n"
        "        tree     shift(week, -1)\n"
        "        rule     unit-relative\n");
}

TEST_CASE("what an endless dispute leaves out is said, and stands in the JSON", "[cli]") {
  // A chain of events whose end is said to lie before its beginning, again and again: each contradiction is as long as
  // the chain.
  std::string events, instances, links;
  const auto link = [&](int from, int to) {
    links += "<TLINK lid=\"l" + std::to_string(links.size()) + "\" eventInstanceID=\"ei" + std::to_string(from) +
             "\" relatedToEventInstance=\"ei" + std::to_string(to) + "\" relType=\"BEFORE\"/>";
  };
  constexpr int length = 500;
  for (int i = 0; i < length; ++i) {
    const std::string n = std::to_string(i);
    events += "<EVENT eid=\"e" + n + "\" class=\"OCCURRENCE\">closed</EVENT> ";
    instances += "<MAKEINSTANCE eiid=\"ei" + n + "\" eventID=\"e" + n +
                 "\" tense=\"PAST\" aspect=\"NONE\" pos=\"VERB\" polarity=\"POS\"/>";
    if (i > 0) link(i - 1, i);
  }
  for (int i = 0; i < length; ++i) link(length - 1 - i % 7, i % 5);
  const Folder folder;
  folder.write("a.tml",
               "<TimeML><DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"2014-05-03\" "
               "functionInDocument=\"CREATION_TIME\">3 May</TIMEX3></DCT><TEXT>" +
                   events + "</TEXT>" + instances + links + "</TimeML>");
  const Run run = annal({"build", "a.tml", "--format", "json"}, {}, folder.path());
  CHECK(run.exit == 0);
  const std::string said = "too many contradictions: ";
  CHECK(run.err.starts_with("annal: a.tml: " + said));
  CHECK(run.err.ends_with(" statements about the order left out\n"));
  CHECK(run.out.find("\"message\": \"" + said) != std::string::npos);
  CHECK(run.out.size() < 20'000'000);
  const Run text = annal({"build", "a.tml", "--format", "text"}, {}, folder.path());
  CHECK(text.out.find(said) != std::string::npos);
}

TEST_CASE("a text that says nothing of time is done with exit code 1 and a message", "[cli]") {
  const Run dates = annal({"dates", "-"}, "Blue.\n");
  CHECK(dates.exit == 1);
  CHECK(dates.err == "annal: standard input: no time expression found\n");
  const Run build = annal({"build", "-", "-f", "json"}, "Blue.\n");
  CHECK(build.exit == 1);
  CHECK(build.err == "annal: standard input: no event found\n");
  CHECK(build.out.starts_with("{\n"));
}

}  // namespace annal::test

namespace annal::test {
namespace {

std::size_t big_endian(const std::string& bytes, std::size_t at) {
  std::size_t n = 0;
  for (std::size_t i = at; i < at + 4; ++i) n = n * 256 + static_cast<unsigned char>(bytes[i]);
  return n;
}

}  // namespace

TEST_CASE("a picture is written as pixels and as paper, the same bytes each time", "[cli]") {
  const Folder folder;
  folder.write("a.txt", article);
  for (const std::string name : {"a.png", "a.pdf"}) {
    INFO(name);
    REQUIRE(annal({"build", "a.txt", "-o", name, "--width", "700"}, {}, folder.path()).exit == 0);
    REQUIRE(annal({"build", "a.txt", "-o", "again" + name, "--width", "700"}, {}, folder.path()).exit == 0);
    CHECK(folder.read(name) == folder.read("again" + name));
  }
  const std::string png = folder.read("a.png"), pdf = folder.read("a.pdf");
  CHECK(png.starts_with("\x89PNG\r\n\x1a\n"));
  CHECK(big_endian(png, 16) == 1400);  // two pixels to the px
  CHECK(png.ends_with("IEND\xae\x42\x60\x82"));
  CHECK(pdf.starts_with("%PDF-"));
  CHECK(pdf.find("/MediaBox [ 0 0 525 ") != std::string::npos);  // points
  CHECK(pdf.find("CreationDate") == std::string::npos);
  CHECK(pdf.find("%%EOF") != std::string::npos);
}

TEST_CASE("a vertical picture on paper is sheets of A4, unless a width is asked for", "[cli]") {
  const Folder folder;
  folder.write("a.txt", article);
  REQUIRE(annal({"build", "a.txt", "-o", "a.pdf", "--layout", "vertical"}, {}, folder.path()).exit == 0);
  CHECK(folder.read("a.pdf").find("/MediaBox [ 0 0 595.276 841.89 ]") != std::string::npos);
  REQUIRE(annal({"build", "a.txt", "-o", "b.pdf", "--layout", "vertical", "--width", "400"}, {}, folder.path()).exit ==
          0);
  CHECK(folder.read("b.pdf").find("/MediaBox [ 0 0 300 ") != std::string::npos);
}

TEST_CASE("each layout draws every title", "[cli]") {
  const Folder folder;
  folder.write("a.txt", article);
  std::set<std::string> pictures;
  for (const std::string layout : {"rows", "compact", "lanes", "vertical"}) {
    INFO(layout);
    const Run run = annal({"build", "a.txt", "--layout", layout}, {}, folder.path());
    CHECK(run.exit == 0);
    CHECK(run.out.find("ridge opened") != std::string::npos);
    pictures.insert(run.out);
  }
  CHECK(pictures.size() >= 3);  // without lanes, lanes are rows
}

TEST_CASE("what is asked of the looks of text holds", "[cli]") {
  const Folder folder;
  folder.write("a.txt",
               "The bridge opened on 3 May 2014. After the bridge opened, ferries stopped. Nobody knows when the mill "
               "was sold.\n");
  const Run ascii = annal({"build", "a.txt", "--format", "text", "--ascii", "--width", "64"}, {}, folder.path());
  CHECK(ascii.exit == 0);
  for (const char c : ascii.out) CHECK(static_cast<unsigned char>(c) < 0x80);
  std::istringstream lines(ascii.out);
  for (std::string line; std::getline(lines, line);) CHECK(line.size() <= 64);
  const Run around = annal({"build", "a.txt", "--format", "text", "--around", "stopped"}, {}, folder.path());
  CHECK(around.exit == 0);
  CHECK(around.out.find("opened") != std::string::npos);
  CHECK(around.out.find("stopped") != std::string::npos);
  CHECK(around.out.find("sold") == std::string::npos);
}

}  // namespace annal::test
