// Documents of word processors, through the program.
#include <catch2/catch.hpp>

#include <string>

#include "tests/cli/program.h"
#include "tests/reader/office/office.h"

using namespace annal;
using namespace test;

namespace {

/// A document with `words` for its text, made and changed on 14 November 2016.
std::string made_in_november(const std::string& words) {
  return docx(word(words), {core_properties("<dcterms:created>2016-11-14T06:30:00Z</dcterms:created>"
                                            "<dcterms:modified>2016-11-14T06:30:00Z</dcterms:modified>")});
}

}  // namespace

TEST_CASE("what a document and a text say of the same words is the same", "[cli]") {
  const Folder folder;
  const std::string words = "The mill burned on 3 May 2014. Two days later the council closed the bridge.";
  folder.write("a.txt", words);
  folder.write("a.docx", docx(word(words)));
  for (const char* command : {"order", "syntax", "dates"}) {
    const Run text = ::annal::test::annal({command, "a.txt"}, {}, folder.path());
    const Run document = ::annal::test::annal({command, "a.docx"}, {}, folder.path());
    CHECK(document.out == text.out);
    CHECK(document.exit == 0);
    CHECK_FALSE(document.out.empty());
  }
  CHECK(::annal::test::annal({"order", "-"}, docx(word(words))).exit == 0);
}

TEST_CASE("the day on which a file was made is told, and counts where the text bears it out", "[cli]") {
  const Folder folder;
  folder.write("a.docx", made_in_november("The mill was searched yesterday."));
  const Run open = ::annal::test::annal({"dates", "a.docx"}, {}, folder.path());
  CHECK(
      open.err ==
      "annal: a.docx: no date of writing found, so relative dates stay open; state it with --dct YYYY-MM-DD (the file "
      "says 2016-11-14, by the property dcterms:created)\n");
  const Run explained = ::annal::test::annal({"dates", "a.docx", "--explain"}, {}, folder.path());
  CHECK(explained.out.find("perhaps    2016-11-14T06:30:00  60%  the property dcterms:created\n") != std::string::npos);

  folder.write("b.docx", made_in_november("The mill burned on 3 November 2016. It was searched yesterday."));
  const Run borne_out = ::annal::test::annal({"order", "b.docx"}, {}, folder.path());
  CHECK(borne_out.err ==
        "annal: b.docx: dates are counted from 2016-11-14, when the file was made, by the property dcterms:created; if "
        "it "
        "was written on another day, state it with --dct\n");
  CHECK(borne_out.out.find("13 Nov 2016") != std::string::npos);
}

TEST_CASE("a document that cannot be read is refused in one line, and nothing is written", "[cli]") {
  const Folder folder;
  folder.write("a.rtf", "{\\rtf1 The mill burned.}");
  const Run run = ::annal::test::annal({"build", "a.rtf", "-o", "a.svg"}, {}, folder.path());
  CHECK(run.err ==
        "annal: a.rtf: RTF is not read; save it as .docx or .odt (libreoffice --headless --convert-to docx FILE)\n");
  CHECK(run.exit == 2);
  CHECK(folder.listing() == "a.rtf");
}
