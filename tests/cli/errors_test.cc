// Bad input and bad usage: one clear line on standard error, the right exit code, and nothing left behind.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "render/formats.h"
#include "tests/cli/program.h"

namespace annal::test {
namespace {

const std::string article = "The bridge opened on 3 May 2014. It was closed on 5 June 2015.\n";

struct Row {
  const char* why;
  std::vector<std::string> words;
  std::string err;  ///< after "annal: ", without the line break
};

void check_refused(const Row& row, const Folder& folder) {
  INFO(row.why);
  const std::string before = folder.listing();
  const Run run = annal(row.words, {}, folder.path());
  CHECK(run.err == "annal: " + row.err + "\n");
  CHECK(run.out.empty());
  CHECK(run.exit == 2);
  CHECK(folder.listing() == before);
}

}  // namespace

TEST_CASE("an input that is no text is refused with its name, its place and the mend", "[cli]") {
  const Folder folder;
  folder.write("empty.txt", "");
  folder.write("blank.txt", " \n\t\n");
  folder.write("binary.bin", std::string("\x7f"
                                         "ELF\x02\x01\x01\0\0\0\0\0",
                                         12));
  folder.write("latin1.txt", "The caf\xe9 opened in 1998.\n");
  folder.write("later.txt", "First line.\nSecond \xff line.\n");
  std::filesystem::create_directory(folder.path() / "folder");
  const auto row = GENERATE(values<Row>({
      {"no byte in it",
       {"build", "empty.txt", "-o", "x.svg"},
       "empty.txt: the file is empty; give it an article to read"},
      {"white space alone",
       {"build", "blank.txt", "-o", "x.svg"},
       "blank.txt: nothing but white space; give it an article to read"},
      {"a program, say",
       {"build", "binary.bin", "-o", "x.json"},
       "binary.bin: looks like a binary file; give the article as plain text"},
      {"Latin-1",
       {"dates", "latin1.txt"},
       "latin1.txt:1:8: byte 0xE9 is not UTF-8; re-save the file as UTF-8, or convert it, say: iconv -f WINDOWS-1252 "
       "-t UTF-8"},
      {"a bad byte in the second line",
       {"order", "later.txt"},
       "later.txt:2:8: byte 0xFF is not UTF-8; re-save the file as UTF-8, or convert it, say: iconv -f WINDOWS-1252 -t "
       "UTF-8"},
      {"a missing file", {"build", "missing.txt", "-o", "x.svg"}, "cannot read missing.txt: no such file"},
      {"a folder", {"syntax", "folder"}, "cannot read folder: it is a folder, not a file"},
      {"a file taken for a folder",
       {"order", "empty.txt/x"},
       "cannot read empty.txt/x: part of its path is not a folder"},
  }));
  check_refused(row, folder);
}

TEST_CASE("an output that cannot be written is refused before anything is left behind", "[cli]") {
  const Folder folder;
  folder.write("a.txt", article);
  std::filesystem::create_directory(folder.path() / "folder.svg");
  const auto row = GENERATE(values<Row>({
      {"no such folder",
       {"build", "a.txt", "-o", "no/x.svg"},
       "cannot write no/x.svg: the folder no does not exist; create it first"},
      {"a folder of that name",
       {"build", "a.txt", "-o", "folder.svg"},
       "cannot write folder.svg: it is a folder, not a file"},
      {"a full disk",
       {"build", "a.txt", "-f", "json", "-o", "/dev/full"},
       "cannot write /dev/full: no space left on the device"},
      {"a file taken for a folder",
       {"build", "a.txt", "-o", "a.txt/x.svg"},
       "cannot write a.txt/x.svg: part of its path is not a folder"},
  }));
  check_refused(row, folder);
  CHECK(folder.read("a.txt") == article);
}

TEST_CASE("a wrong word on the command line is named, with what would have been right", "[cli]") {
  const Folder folder;
  folder.write("a.txt", article);
  const std::string build_formats = "available: " + format_names(formats_for(FormatUse::build));
  const auto row = GENERATE_COPY(values<Row>({
      {"a slip in the command",
       {"biuld", "a.txt"},
       "unknown command 'biuld'; available: build, dates, order, days, edit, syntax, batch, merge, serve, mcp, schema, "
       "man, "
       "completion, "
       "help; did you mean 'build'?"},
      {"no command at all",
       {"frobnicate"},
       "unknown command 'frobnicate'; available: build, dates, order, days, edit, syntax, batch, merge, serve, mcp, "
       "schema, "
       "man, "
       "completion, help; see annal --help"},
      {"a slip in an option",
       {"build", "a.txt", "--fromat", "svg"},
       "unknown option --fromat; did you mean '--format'?"},
      {"an option of no command", {"--frobnicate"}, "unknown option --frobnicate; see annal --help"},
      {"an option of another command",
       {"dates", "a.txt", "--why", "a", "b"},
       "unknown option --why; see annal dates --help"},
      {"a slip in a format",
       {"build", "a.txt", "-f", "jsno"},
       "unknown format 'jsno' for this command; " + build_formats + "; did you mean 'json'?"},
      {"a format of another command",
       {"dates", "a.txt", "-f", "svg"},
       "unknown format 'svg' for this command; available: text, json, timeml; see annal dates --help"},
      {"a format that is not there",
       {"build", "a.txt", "-f", "docx"},
       "unknown format 'docx' for this command; " + build_formats + "; see annal build --help"},
      {"an ending that tells nothing",
       {"build", "a.txt", "-o", "x.docx"},
       "cannot tell the format from the file name x.docx; state it with --format; " + build_formats +
           "; see annal build --help"},
      {"no file", {"build"}, "no FILE given; use - for standard input; see annal build --help"},
      {"two files", {"edit", "a.txt", "b.txt"}, "unexpected argument 'b.txt'; see annal edit --help"},
      {"an option without its value", {"build", "a.txt", "--dct"}, "--dct requires DATE; see annal build --help"},
      {"an option given twice",
       {"build", "a.txt", "--dct", "2016-11-14", "--dct", "2016-11-15"},
       "--dct is given more than once; see annal build --help"},
      {"one event where two are needed",
       {"order", "a.txt", "--why", "a"},
       "--why requires A B; see annal order --help"},
      {"a language that is not there",
       {"build", "a.txt", "--lang", "xx"},
       "unknown language 'xx'; available: " + languages() + "; see annal build --help"},
      {"a slip in a layout",
       {"build", "a.txt", "--layout", "row"},
       "unknown layout 'row'; available: rows, compact, lanes, vertical, story; did you mean 'rows'?"},
      {"a picture of a story",
       {"build", "a.txt", "--layout", "story", "-o", "a.png"},
       "--layout story is a page, not png; write one with -o timeline.html or --format html; see annal build --help"},
      {"a layout of what has none",
       {"build", "a.txt", "--layout", "rows", "-f", "json"},
       "--layout has no effect on json; it is for svg, html, png, pdf; see annal build --help"},
      {"a page for readers of what is no page",
       {"build", "a.txt", "--no-editor", "-f", "json"},
       "--no-editor has no effect on json; it is for html; see annal build --help"},
      {"a width that nothing fits in",
       {"build", "a.txt", "--width", "12"},
       "--width must be a whole number from 320 to 4000, not '12'; see annal build --help"},
      {"a width that is no number",
       {"build", "a.txt", "--width", "80px", "-f", "text"},
       "--width must be a whole number from 24 to 1000, not '80px'; see annal build --help"},
      {"a neighbourhood on a picture",
       {"build", "a.txt", "--around", "e1"},
       "--around has no effect on svg; it is for text, dot, graph-svg; see annal build --help"},
      {"a neighbourhood of nothing",
       {"build", "a.txt", "--around", "e77", "-f", "text"},
       "there is no event e77; the text has e1 to e2"},
      {"a number that is none",
       {"batch", "--jobs", "-1"},
       "--jobs must be a whole number, not '-1'; see annal batch --help"},
      {"no count",
       {"build", "a.txt", "--top", "few"},
       "--top must be a whole number from 1, not 'few'; see annal build --help"},
      {"no event at all",
       {"order", "a.txt", "--top", "0"},
       "--top must be a whole number from 1, not '0'; see annal order --help"},
      {"a date in words",
       {"build", "a.txt", "--from", "March 2014"},
       "--from must be a date as 2014, 2014-03 or 2014-03-05, not 'March 2014'; see annal build --help"},
      {"no such day",
       {"build", "a.txt", "--to", "2014-02-30"},
       "--to must be a date as 2014, 2014-03 or 2014-03-05, not '2014-02-30'; see annal build --help"},
      {"a range that ends before it begins",
       {"order", "a.txt", "--from", "2015", "--to", "2014-12"},
       "--from 2015 is after --to 2014-12; swap them; see annal order --help"},
      {"no share",
       {"build", "a.txt", "--min-salience", "50"},
       "--min-salience must be a number from 0 to 1, say 0.5, not '50'; see annal build --help"},
      {"all, and not all",
       {"build", "a.txt", "--all", "--min-salience", "0.5"},
       "--all and --min-salience exclude each other; see annal build --help"},
      {"two questions at once",
       {"order", "a.txt", "--why", "a", "b", "--conflicts"},
       "--why and --conflicts exclude each other; use one at a time; see annal order --help"},
      {"a proof in a format that has none",
       {"order", "a.txt", "--why", "a", "b", "-f", "json"},
       "--why is available only as text; omit --format json; see annal order --help"},
  }));
  check_refused(row, folder);
}

TEST_CASE("a --dct that is no day is refused with the right form", "[cli]") {
  const Folder folder;
  folder.write("a.txt", article);
  const std::string no_date =
      " is no date of the calendar; write it as 2016-11-14 or 2016-11-14T06:30; see annal build --help";
  const std::string no_form = " is no date of the form 2016-11-14 or 2016-11-14T06:30; see annal build --help";
  const auto row = GENERATE_COPY(values<Row>({
      {"30 February", {"build", "a.txt", "--dct", "2016-02-30"}, "--dct: '2016-02-30'" + no_date},
      {"29 February of a common year", {"build", "a.txt", "--dct", "2015-02-29"}, "--dct: '2015-02-29'" + no_date},
      {"words", {"build", "a.txt", "--dct", "yesterday"}, "--dct: 'yesterday'" + no_form},
      {"nothing", {"build", "a.txt", "--dct", ""}, "--dct: ''" + no_form},
      {"day before month", {"build", "a.txt", "--dct", "14/11/2016"}, "--dct: '14/11/2016'" + no_form},
      {"a month",
       {"build", "a.txt", "--dct", "2016-11"},
       "--dct: '2016-11' names no day; write it as 2016-11-14; see annal build --help"},
      {"a year",
       {"build", "a.txt", "--dct", "2016"},
       "--dct: '2016' names no day; write it as 2016-11-14; see annal build --help"},
  }));
  check_refused(row, folder);
}

TEST_CASE("a device, which may have no end, is no input", "[cli]") {
  const Folder folder;
  for (const std::string command : {"build /dev/zero -f json", "dates /dev/urandom", "order /dev/full",
                                    "batch /dev/zero", "dates - < /dev/zero", "batch < /dev/zero"}) {
    CAPTURE(command);
    const Run run = shell("timeout 20 $ANNAL " + command, folder.path());
    CHECK(run.exit == 2);
    CHECK(run.out.empty());
    CHECK(run.err.ends_with(": it is a device, not a file\n"));
  }
  CHECK(shell("$ANNAL batch < /dev/null", folder.path()).exit == 0);
}

TEST_CASE("a picture without any font is refused, since all its letters would be boxes", "[cli]") {
  const Folder folder;
  folder.write("a.txt", "The bridge opened on 3 May 2014.\n");
  folder.write("fonts.conf", "<fontconfig/>\n");
  for (const std::string format : {"png", "pdf"}) {
    const Run run = shell("FONTCONFIG_FILE=$PWD/fonts.conf $ANNAL build a.txt -f " + format, folder.path());
    CHECK(run.exit == 2);
    CHECK(run.out.empty());
    CHECK(run.err ==
          "annal: png and pdf need a font, and Fontconfig finds none; install one (Debian's fonts-dejavu-core), or "
          "write svg instead\n");
  }
}

}  // namespace annal::test
