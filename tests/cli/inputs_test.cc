// Several inputs: which files the operands name, what day of writing each has, and what becomes of bad ones.
#include "cli/inputs.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/calendar/calendar.h"
#include "tests/cli/program.h"

namespace annal::test {
namespace {

const std::string bridge = "The bridge at Vell opened on 3 May 2014. It was closed on 5 June 2015.\n";
const std::string mill = "The mill in Tarn burned on 7 July 2014. The council rebuilt it in 2016.\n";

/// A folder of documents, a folder within it, and what is no document.
struct Case {
  Folder folder;

  Case() {
    for (const char* below : {"notes", "notes/b", "notes/.hidden"})
      std::filesystem::create_directory(folder.path() / below);
    folder.write("notes/z.txt", bridge);
    folder.write("notes/a.md", "# The mill\n\n" + mill);
    folder.write("notes/b/a.md", "# The lock\n\nThe lock at Tarn opened on 9 May 2014.\n");
    folder.write("notes/.secret.txt", mill);
    folder.write("notes/.hidden/x.txt", mill);
    folder.write("notes/z.edits.toml", "title = \"The bridge\"\n");
    folder.write("notes/photo.jpg", "no text");
    folder.write("notes/photo.JPG", "no text");
    folder.write("notes/README", "no ending");
    folder.write("bridge.txt", bridge);
    folder.write("a:b.txt", mill);
  }

  std::string path(const std::string& name) const { return (folder.path() / name).string(); }

  InputList expand(std::vector<std::string> operands, const std::string& output = "-") const {
    for (std::string& operand : operands)
      if (operand != "-") operand = path(operand);
    return expand_inputs(operands, output == "-" ? output : path(output));
  }

  /// The ids of the files, and the day behind each.
  static std::string ids(const InputList& list) {
    std::string text;
    for (const InputFile& file : list.files)
      text += (text.empty() ? "" : " ") + file.id + (file.dct ? ":" + iso_text(file.dct->at, file.dct->has_time) : "");
    return text;
  }
};

nlohmann::json json_of(const Run& run) {
  INFO(run.err);
  REQUIRE(run.out.starts_with("{"));
  return nlohmann::json::parse(run.out);
}

std::vector<std::string> document_ids(const nlohmann::json& timeline) {
  std::vector<std::string> ids;
  for (const auto& document : timeline["documents"]) ids.push_back(document["id"]);
  return ids;
}

}  // namespace

TEST_CASE("operands name files, folders by name, and patterns, each file once and with its day", "[cli][inputs]") {
  const Case c;
  struct Row {
    const char* why;
    std::vector<std::string> operands;
    const char* ids;
  };
  const auto row = GENERATE(values<Row>({
      {"files in the order of the operands", {"notes/z.txt", "bridge.txt"}, "z.txt bridge.txt"},
      {"a folder by the bytes of its names, with its folders, without what is hidden", {"notes"}, "a.md b/a.md z.txt"},
      {"a folder with a slash behind it", {"notes/"}, "a.md b/a.md z.txt"},
      {"a day of writing behind a name", {"bridge.txt:2016-11-14"}, "bridge.txt:2016-11-14"},
      {"and its clock time", {"bridge.txt:2016-11-14T06:30"}, "bridge.txt:2016-11-14T06:30:00"},
      {"a day for all of a folder", {"notes/b:2016-11-14"}, "a.md:2016-11-14"},
      {"a colon that is part of the name", {"a:b.txt"}, "a:b.txt"},
      {"the same with a day", {"a:b.txt:2016-11-14"}, "a:b.txt:2016-11-14"},
      {"a pattern that no shell expanded", {"notes/*.*t"}, "z.txt"},
      {"a pattern with a day", {"*.txt:2016-11-14"}, "a:b.txt:2016-11-14 bridge.txt:2016-11-14"},
      {"a file twice, the day that is stated counts",
       {"notes", "notes/b/../z.txt:2016-11-14"},
       "a.md b/a.md z.txt:2016-11-14"},
      {"standard input", {"-", "bridge.txt"}, "stdin bridge.txt"},
      {"a file that is not there is named, to be told when it is read", {"missing.txt"}, "missing.txt"},
  }));
  INFO(row.why);
  const InputList list = c.expand(row.operands);
  CHECK(Case::ids(list) == row.ids);
  CHECK(list.faults.empty());
}

TEST_CASE("two files of one name have their paths as ids", "[cli][inputs]") {
  const Case c;
  CHECK(Case::ids(c.expand({"notes/a.md", "notes/b/a.md"})) == c.path("notes/a.md") + " " + c.path("notes/b/a.md"));
}

TEST_CASE("what a folder holds besides documents is told, and the output is not read", "[cli][inputs]") {
  const Case c;
  const InputList list = c.expand({"notes"}, "notes/z.txt");
  CHECK(Case::ids(list) == "a.md b/a.md");
  REQUIRE(list.remarks.size() == 1);
  CHECK(list.remarks[0] == c.path("notes") + ": skipped 3 files that annal does not read (without ending, .jpg)");
}

TEST_CASE("operands that name nothing are faults", "[cli][inputs]") {
  const Case c;
  std::filesystem::create_directory(c.folder.path() / "empty");
  CHECK(c.expand({"empty"}).faults == std::vector<std::string>{c.path("empty") + ": no file in it that annal reads"});
  CHECK(c.expand({"*.pdf"}).faults == std::vector<std::string>{"no file fits the pattern " + c.path("*.pdf")});
  CHECK(c.expand({"bridge.txt:2016-02-30"}).faults ==
        std::vector<std::string>{c.path("bridge.txt") +
                                 ": '2016-02-30' is no date of the calendar; write it as 2016-11-14 or "
                                 "2016-11-14T06:30"});
}

TEST_CASE("several inputs make one timeline, the same for any number of threads", "[cli][inputs]") {
  const Case c;
  const Run one = annal({"build", "bridge.txt", "notes", "-f", "json", "--jobs", "1"}, {}, c.folder.path());
  CHECK(one.exit == 0);
  CHECK(document_ids(json_of(one)) == std::vector<std::string>{"bridge.txt", "a.md", "b/a.md", "z.txt"});
  for (const char* jobs : {"2", "5"}) {
    const Run more = annal({"build", "bridge.txt", "notes", "-f", "json", "--jobs", jobs}, {}, c.folder.path());
    CHECK(more.out == one.out);
    CHECK(more.err == one.err);
  }
}

TEST_CASE("each document has its own day of writing: stated, its own, its name's, then that of --dct",
          "[cli][inputs]") {
  const Folder folder;
  const std::string text = "The mill in Tarn burned yesterday.\n";
  for (const char* name : {"a.txt", "2016-11-20-b.txt", "2016-11-21-c.txt", "d.txt"}) folder.write(name, text);
  folder.write("e.txt", "TARN, Nov. 22, 2016 (Agency) -- " + text);
  const Run run = annal({"build", "a.txt:2016-11-14", "2016-11-20-b.txt:2016-11-15", "2016-11-21-c.txt", "d.txt",
                         "e.txt", "--dct", "2016-11-23", "-f", "json"},
                        {}, folder.path());
  CHECK(run.exit == 0);
  std::vector<std::string> days;
  const nlohmann::json timeline = json_of(run);
  for (const auto& document : timeline["documents"])
    days.push_back(document["dct"]["value"].get<std::string>() + " " + document["dct"]["source"].get<std::string>());
  CHECK(days == std::vector<std::string>{"2016-11-14 given", "2016-11-15 given", "2016-11-21 inferred",
                                         "2016-11-23 given", "2016-11-22 dateline"});
  CHECK(run.err.find("2016-11-21-c.txt: the text states no date of writing, so 2016-11-21 is taken from the file's "
                     "name, 2016-11-21-c.txt\n") != std::string::npos);
}

TEST_CASE("a bad input is told in one line and the rest goes on; exit code 1, or 2 where all are bad",
          "[cli][inputs]") {
  const Case c;
  c.folder.write("latin1.txt", "The caf\xe9 opened in 1998.\n");
  const Run some = annal({"build", "bridge.txt", "missing.txt", "latin1.txt", "-f", "json"}, {}, c.folder.path());
  CHECK(some.exit == 1);
  CHECK(some.out.find("The bridge at Vell opened") != std::string::npos);
  CHECK(some.err ==
        "annal: cannot read missing.txt: no such file\n"
        "annal: latin1.txt:1:8: byte 0xE9 is not UTF-8; re-save the file as UTF-8, or convert it, say: iconv -f "
        "WINDOWS-1252 -t UTF-8\n"
        "annal: 1 document read, 2 cannot be read\n");
  const Run all = annal({"build", "missing.txt", "empty/*.txt", "-o", "x.svg"}, {}, c.folder.path());
  CHECK(all.exit == 2);
  CHECK(all.out.empty());
  CHECK_FALSE(std::filesystem::exists(c.folder.path() / "x.svg"));
}

TEST_CASE("files alone are built as annal build does", "[cli][inputs]") {
  const Case c;
  CHECK(annal({"bridge.txt"}, {}, c.folder.path()).out == annal({"build", "bridge.txt"}, {}, c.folder.path()).out);
  CHECK(annal({"./notes", "-f", "json"}, {}, c.folder.path()).out ==
        annal({"build", "notes", "-f", "json"}, {}, c.folder.path()).out);
  CHECK(annal({"biuld"}, {}, c.folder.path()).exit == 2);
}

TEST_CASE("each article of several has its own edits, and --edits those of the whole", "[cli][inputs]") {
  const Case c;
  c.folder.write("bridge.edits.toml", "[[event]]\nwords = \"at Vell opened\"\nhead = \"opened\"\nhide = true\n");
  const Run run = annal({"order", "bridge.txt", "notes/a.md"}, {}, c.folder.path());
  CHECK(run.out.find("The bridge at Vell opened") == std::string::npos);
  CHECK(run.out.find("The mill in Tarn burned") != std::string::npos);
  c.folder.write("case.edits.toml",
                 "title = \"Vell and Tarn\"\n[[event]]\nwords = \"in Tarn burned\"\nhead = "
                 "\"burned\"\ntitle = \"Fire in the mill\"\n");
  const Run edited =
      annal({"build", "bridge.txt", "notes/a.md", "--edits", "case.edits.toml", "-f", "text"}, {}, c.folder.path());
  CHECK(edited.err.empty());
  CHECK(edited.out.find("Vell and Tarn") != std::string::npos);
  CHECK(edited.out.find("Fire in the mill") != std::string::npos);
}

TEST_CASE("lines of JSON are documents of their own, and a bad line is told", "[cli][inputs]") {
  const Folder folder;
  folder.write("cases.jsonl",
               R"({"id": "one", "text": "The bridge at Vell opened on 3 May 2014.", "dct": "2014-06-01"})"
               "\n\n"
               R"({"id": "two", "text": 2})"
               "\n"
               R"({"id": "three", "text": "The mill in Tarn burned on 7 July 2014."})"
               "\n");
  const Run run = annal({"build", "cases.jsonl", "-f", "json"}, {}, folder.path());
  CHECK(run.exit == 1);
  CHECK(document_ids(json_of(run)) == std::vector<std::string>{"one", "three"});
  CHECK(run.err ==
        "annal: cases.jsonl:3: \"text\" must be a string; put it in quotation marks\n"
        "annal: 2 documents read, 1 cannot be read\n");
}

TEST_CASE("annal merge unites what annal batch made, to the same bytes as annal build", "[cli][inputs]") {
  const Folder folder;
  folder.write("cases.jsonl",
               R"({"id": "one", "text": "The bridge at Vell opened on 3 May 2014. It was closed a year later."})"
               "\n"
               R"({"id": "two", "text": "The bridge at Vell opened on 4 May 2014, the council said."})"
               "\n"
               R"({"id": "three", "text": "The mill in Tarn burned yesterday.", "dct": "2014-07-08"})"
               "\n");
  REQUIRE(annal({"batch", "--proofs", "cases.jsonl", "-o", "timelines.jsonl.zst"}, {}, folder.path()).exit == 0);
  for (const char* format : {"svg", "html", "text", "csv", "ics"}) {
    INFO(format);
    const Run built = annal({"build", "cases.jsonl", "-f", format}, {}, folder.path());
    const Run merged = annal({"merge", "timelines.jsonl.zst", "-f", format}, {}, folder.path());
    CHECK(merged.exit == 0);
    CHECK(merged.out == built.out);
    CHECK(shell("\"$ANNAL\" batch --proofs cases.jsonl 2> /dev/null | \"$ANNAL\" merge - -f " + std::string(format),
                folder.path())
              .out == built.out);
  }
  folder.write("bad.jsonl", R"({"id": "a", "line": 4, "error": "\"text\" is empty"})"
                            "\n");
  const Run bad = annal({"merge", "timelines.jsonl.zst", "bad.jsonl", "-f", "json"}, {}, folder.path());
  CHECK(bad.exit == 1);
  CHECK(bad.err ==
        "annal: bad.jsonl:1: a document that was not read: \"text\" is empty\n"
        "annal: 3 documents read, 1 cannot be read\n");
}

}  // namespace annal::test
