// Articles and file names made to do harm, through every form that `annal build` lists: none of it steers a terminal,
// turns the direction of what is read, begins a line of its own, or stands as a formula.
#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "core/unicode/utf8.h"
#include "render/encode/escape.h"
#include "tests/cli/program.h"

namespace annal::test {
namespace {

/// The forms that `annal build --help` lists, without pictures of pixels and paper.
std::vector<std::string> forms() {
  const std::string help = annal({"build", "--help"}).out;
  const std::size_t at = help.find("svg, html, png, pdf");
  std::string list = help.substr(at, help.find(';', at) - at);
  std::erase(list, ',');
  std::istringstream words(list);
  std::vector<std::string> found;
  for (std::string word; words >> word;)
    if (word != "png" && word != "pdf") found.push_back(word);
  return found;
}

/// Code points that move a terminal's cursor, turn the direction of text or part lines.
bool steers(std::uint32_t c) {
  return (c < 0x20 && c != '\n' && c != '\r' && c != '\t') || (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E ||
         c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029 ||
         c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB);
}

/// Code points that hide: what is read is not what is there.
bool hides(std::uint32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x2060 && c <= 0x2064) || c == 0x3164 ||
         (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0000 && c <= 0xE0FFF);
}

bool any_steers(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point(text, at);
    if (steers(c.value)) return true;
    at += c.size;
  }
  return false;
}

bool any_hides(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point(text, at);
    if (hides(c.value)) return true;
    at += c.size;
  }
  return false;
}

/// One of each kind that steers or hides, in the order of Unicode; ESC alone where XML allows it.
const std::string marks =
    "\u009b31m\u009d0;x\u009c\u0085\u00AD\u061C\u200B\u200D\u200F\u2028\u202E\u2060\u2066\u2069\u3164\uFE00\uFE01"
    "\uFEFF\uFFF9\U000E0041\U000E0101";

std::string hostile_timeml() {
  const std::string m = marks;
  return "<TimeML><DOCID>" + m + "</DOCID><TITLE>" + m +
         "</TITLE><DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"2014-06-01\" "
         "functionInDocument=\"CREATION_TIME\">" +
         m + "</TIMEX3></DCT><TEXT>The " + m + " mayor" + m + " <EVENT eid=\"e1\" class=\"" + m + "\">closed" + m +
         "&#10;it</EVENT> on <TIMEX3 tid=\"t1\" type=\"" + m + "\" value=\"" + m + "&#10;done\" mod=\"" + m +
         "\" quant=\"" + m + "\" freq=\"" + m + "\">3 May " + m + "</TIMEX3> and " + m + " <EVENT eid=\"e2\">opened" +
         m +
         "</EVENT> on <TIMEX3 tid=\"t2\" type=\"DATE\" value=\"2014-05-04\">4 May</TIMEX3>.</TEXT><MAKEINSTANCE "
         "eiid=\"ei1\" "
         "eventID=\"e1\" modality=\"" +
         m + "\" tense=\"" + m + "\"/><TLINK lid=\"" + m +
         "\" eventInstanceID=\"ei1\" "
         "relatedToTime=\"t1\" relType=\"IS_INCLUDED\"/><TLINK lid=\"l2\" eventInstanceID=\"e2\" relatedToTime=\"t2\" "
         "relType=\"IS_INCLUDED\"/><TLINK lid=\"l3\" eventInstanceID=\"ei1\" relatedToEventInstance=\"e2\" "
         "relType=\"AFTER\"/>"
         "<TLINK lid=\"l4\" eventInstanceID=\"ei1\" relatedToEventInstance=\"e2\" relType=\"BEFORE\"/></TimeML>";
}

std::string hostile_page() {
  return "<!doctype html><html><head><meta charset=utf-8><title>" + marks +
         " bridge closed</title><meta property=\"article:published_time\" "
         "content=\"2014-05-09" +
         marks + "\"><meta name=author content=\"" + marks + "\"></head><body><article><p>Mayor " + marks +
         "Kern closed" + marks + " the bridge on 3 May 2014. He " + marks + " opened it two days " + marks +
         " later. The council resigned on 1 May 2014 before Kern closed it.</p></article></body></html>";
}

std::string hostile_text() {
  return "Mayor " + marks + "\x1b[31mKern closed" + marks + " the bridge\x07 on 3 May 2014. He " + marks +
         " opened it two days " + marks + " later. The council resigned on 1 May 2014 before Kern closed it.\n";
}

const std::string hostile =
    "The mayor opened \u202Egnp.exe\u202C and \x1b[31mred\x07 \u009b31m bridge\u2028 on 3 May 2014. =cmd|A1 was closed "
    "on 4 May 2014. "
    "-2+3 resigned on 5 May 2014. @SUM(A1) left on 6 May 2014. +1 won on 7 May 2014. \uFEFF\uFFF9hidden\uFFFB word "
    "\u2066fell\u2069 on 8 "
    "May 2014. \uFF1DSUM(1) won on 9 May 2014. BEGIN:VEVENT lost\rSUMMARY:x on 10 May 2014. <script>alert(1)</script> "
    "burned on 11 May 2014.\n";

}  // namespace

TEST_CASE("no form passes on what steers a terminal or turns a line", "[cli]") {
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
    CHECK_FALSE(any_steers(run.out));
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

TEST_CASE("whatever is printed for people holds nothing that steers the terminal or hides", "[cli]") {
  const Folder folder;
  folder.write("a.tml", hostile_timeml());
  folder.write("a.html", hostile_page());
  folder.write("a.txt", hostile_text());
  const std::vector<std::vector<std::string>> commands{
      {"dates"},
      {"dates", "--explain"},
      {"order"},
      {"order", "--all", "--ascii"},
      {"order", "--conflicts"},
      {"order", "--strict"},
      {"order", "--why", "e1", "e2"},
      {"order", "--why", "closed", "nosuch" + marks},
      {"order", "--why", "e", "e"},
      {"order", "--why", "e1", "e1"},
      {"order", "--relation", "e1", "e2"},
      {"build", "--format", "text", "--all"},
      {"build", "--format", "text", "--width", "24"},
      {"build", "--format", "text", "--around", "e1"},
      {"build", "--format", "nosuch" + marks},
      {"build", "--strict", "--format", "mermaid"},
  };
  for (const std::string file : {"a.tml", "a.html", "a.txt"}) {
    for (std::vector<std::string> words : commands) {
      words.push_back(file);
      CAPTURE(words);
      const Run run = annal(words, {}, folder.path());
      CHECK(run.exit <= 2);
      CHECK((!run.out.empty() || !run.err.empty()));
      for (const std::string* printed : {&run.out, &run.err}) {
        CHECK_FALSE(find_invalid_utf8(*printed));
        CHECK_FALSE(any_steers(*printed));
        CHECK_FALSE(any_hides(*printed));
        CHECK(printed->find('\t') == std::string::npos);
        CHECK(printed->find('\r') == std::string::npos);
      }
      // A value of the input begins no line of its own.
      CHECK(run.out.find("\ndone") == std::string::npos);
    }
    for (const std::string& form : forms()) {
      CAPTURE(file, form);
      CHECK_FALSE(any_steers(annal({"build", file, "--all", "--format", form}, {}, folder.path()).out));
    }
  }
}

TEST_CASE("a batch's lines hold nothing that steers a terminal, whatever the document and its id hold", "[cli]") {
  std::string escaped;
  append_json_string(escaped, marks + "\x1b[2J");
  for (const std::string format : {"json", "timeml"}) {
    const Run run =
        annal({"batch", "--format", format},
              "{\"id\": \"" + marks + "\", \"text\": " + escaped + ", \"title\": \"" + marks + "\"}\n{\"id\": \"" +
                  marks + "\"}\n{\"id\": \"b\", \"text\": \"It closed.\", \"dct\": \"" + marks + "\"}\n");
    CHECK(run.exit == 1);
    CHECK_FALSE(any_steers(run.out));
    CHECK_FALSE(any_steers(run.err));
    CHECK_FALSE(find_invalid_utf8(run.out));
    CHECK(std::count(run.out.begin(), run.out.end(), '\n') == 3);
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
      {"a\n  annal: done", "a\\n  annal: done"},
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
  CHECK(folder.read(row.name + ".out").starts_with("id,position,"));
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), std::filesystem::directory_iterator()) == 2);
  // Where it is not there.
  const Run missing = annal({"syntax", "--", row.name + "x"}, {}, folder.path());
  CHECK(missing.exit == 2);
  CHECK(missing.err == "annal: cannot read " + row.shown + "x: no such file\n");
}

TEST_CASE("a file's name is UTF-8 in the lines, the archive and the messages of a batch, whatever its bytes", "[cli]") {
  const Folder folder;
  folder.write("\xFF\x1b[2J.jsonl", "{\"id\": 1}\n");
  folder.write("b.jsonl", "{}\n");
  const Run run = annal({"batch", "\xFF\x1b[2J.jsonl", "b.jsonl", "--into", "\xFEout"}, {}, folder.path());
  CHECK(run.exit == 1);
  for (const std::string file : {"part-000000.jsonl", "archive.jsonl", "manifest.jsonl"}) {
    const std::string bytes = folder.read("\xFEout/" + file);
    CHECK_FALSE(find_invalid_utf8(bytes));
    CHECK_FALSE(any_steers(bytes));
    CHECK((file == "part-000000.jsonl" || bytes.find(R"("name":"\\xff\\x1b[2J.jsonl")") != std::string::npos));
  }
  CHECK(folder.read("\xFEout/part-000000.jsonl").starts_with(R"({"file":"\\xff\\x1b[2J.jsonl","line":1,)"));
  const Run again = annal({"batch", "b.jsonl", "--into", "\xFEout"}, {}, folder.path());
  CHECK(again.err ==
        "annal: \\xfeout holds the output of another run: it was made from 2 inputs, not 1; choose another folder\n");
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
