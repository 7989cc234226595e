// What is no document that can be read, and documents made to harm: one line each.
#include <catch2/catch.hpp>

#include <string>

#include "reader/zip/archive.h"
#include "tests/reader/office/office.h"

using namespace annal;
using namespace test;
using namespace std::string_literals;

namespace {

const std::string text = word("The mill burned.");

/// The document with `xml` for its text.
std::string docx_of(const std::string& xml) {
  std::vector<ZipPart> parts = docx_parts("");
  parts.back() = {"word/document.xml", xml, true};
  return zip(parts);
}

std::string repeated(const std::string& piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

}  // namespace

TEST_CASE("a document is known by its first bytes, else by the ending of its name", "[reader][office]") {
  CHECK(is_office(docx(text), "-"));
  CHECK(is_office("{\\rtf1 a}", "a.txt"));
  CHECK(is_office("\xD0\xCF\x11\xE0\xA1", "-"));
  CHECK(is_office("plain", "A.DOCX"));
  CHECK(is_office("", "a.epub"));
  CHECK_FALSE(is_office("PK, he said.", "a.txt"));
  CHECK_FALSE(is_office("plain", "docx"));
}

TEST_CASE("what is no document that can be read is refused in one line that says what to do", "[reader][office]") {
  struct Row {
    const char* why;
    std::string bytes, message;
  };
  const std::string convert = "; save it as .docx or .odt (libreoffice --headless --convert-to docx FILE)";
  const auto row = GENERATE_COPY(values<Row>({
      {"RTF", "{\\rtf1 The mill burned.}", "RTF is not read" + convert},
      {"an old document", "\xD0\xCF\x11\xE0 x", "files of Office before 2007 (.doc) are not read" + convert},
      {"a new one with a password", "\xD0\xCF\x11\xE0 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e"s,
       "protected by a password; save it without one"},
      {"nothing", "", "the file is empty; give it a document to read"},
      {"text", "It burned.",
       "not what its name says: no zip archive, as .docx, .odt and .epub are; get the file again"},
      {"half of a document", docx(text).substr(0, 700), "the zip archive is damaged or cut off; get the file again"},
      {"any archive", zip({{"a.txt", "a"}}),
       "a zip archive that is no .docx, .odt or .epub; unpack it, and give the files in it"},
      {"an archive of nothing", zip({}),
       "a zip archive that is no .docx, .odt or .epub; unpack it, and give the files in it"},
      {"a workbook", zip({{"xl/workbook.xml", "a"}}),
       "no text document; a table can be saved as .csv, slides as .txt, and read then"},
      {"a workbook of the other kind", zip({{"content.xml", "<a/>"}}),
       "no text document; a table can be saved as .csv and read then"},
      {"a document without its text", zip({{"[Content_Types].xml", ""}}),
       "the part word/document.xml is missing; get the file again"},
      {"a part with a password",
       zip({{"[Content_Types].xml", ""}, {"word/document.xml", "abcdefghijklmnop", false, true}}),
       "protected by a password; save it without one"},
      {"no text", docx("<w:p/>"), "the document holds no text; give one that is not made of pictures alone"},
      {"no XML", docx_of("<a><b></a>"), "damaged; save it again (word/document.xml:1:9: no XML: mismatched tag)"},
  }));
  INFO(row.why);
  CHECK(refusal(row.bytes) == "a.docx: " + row.message);
}

TEST_CASE("a damaged part is refused", "[reader][office]") {
  std::vector<ZipPart> parts = docx_parts(text);
  std::string bytes = zip(parts);
  bytes[bytes.find("burned")] = 'c';  // its sum is wrong now
  CHECK(refusal(bytes) == "a.docx: the part word/document.xml is damaged; get the file again");
}

TEST_CASE("XML that is made to cost is refused", "[reader][office]") {
  struct Row {
    const char* why;
    std::string xml, message;
  };
  const std::string laughs = "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><a>&b;</a>";
  const auto row = GENERATE_COPY(values<Row>({
      {"entities", laughs,
       "1:13: its document type holds declarations, which are not read; remove [...] from <!DOCTYPE>"},
      {"an entity from elsewhere", "<!DOCTYPE a SYSTEM 'file:///x'><a>&b;</a>",
       "1:35: the entity &b; is not known; write the character itself"},
      {"depth", repeated("<a>", 2000), "1:3001: tags are more than 1000 deep; flatten them"},
      {"attributes",
       "<a" +
           [] {
             std::string out;
             for (int i = 0; i < 1001; ++i) out += " a" + std::to_string(i) + "=''";
             return out;
           }() +
           "/>",
       "1:1: a tag has more than 1000 attributes; drop those that are not needed"},
      {"prefixes",
       "<a" +
           [] {
             std::string out;
             for (int i = 0; i < 300; ++i) out += " xmlns:a" + std::to_string(i) + "='x'";
             return out;
           }() +
           "/>",
       "1:1: more than 256 prefixes are declared; drop those not needed"},
  }));
  INFO(row.why);
  CHECK(refusal(docx_of(row.xml)) == "a.docx: damaged; save it again (word/document.xml:" + row.message + ")");
}

TEST_CASE("archives that unpack to far more than they are, or hold too many parts, are refused", "[reader][office]") {
  CHECK(refusal(docx_of(std::string(most_unpacked_besides * 4, ' '))) ==
        "a.docx: the part word/document.xml is longer than 2 MiB when it is unpacked, which no document of this size "
        "needs");
  const std::string paragraphs = repeated("<w:p><w:r><w:t>a a a a a a a a</w:t></w:r></w:p>", 20'000);
  const std::string message =
      refusal(docx_of("<w:document" + word_spaces + "><w:body>" + paragraphs + "</w:body></w:document>"));
  CHECK(message.find("KiB, more than a file of this size honestly holds; save it again, or as text") !=
        std::string::npos);
  std::vector<ZipPart> parts = docx_parts(text);
  for (std::size_t i = 0; i < most_parts; ++i) parts.push_back({"p" + std::to_string(i), ""});
  CHECK(refusal(zip(parts)) == "a.docx: the archive holds more than 10000 parts, which no document needs");
  CHECK(refusal("PK\x03\x04" + repeated("PK\x01\x02", 70'000)) ==
        "a.docx: the archive holds more than 10000 parts, which no document needs");
}

TEST_CASE("a part is a name, never a path in the file system", "[reader][office]") {
  std::vector<ZipPart> parts = docx_parts("");
  parts[1].bytes = links(part_link("officeDocument", "../../../../etc/hostname"));
  CHECK(refusal(zip(parts)) == "a.docx: the document holds no text; give one that is not made of pictures alone");
  parts[1].bytes = links(part_link("officeDocument", "/a/../word/./document.xml"));
  parts.back().bytes = "<w:document" + word_spaces + "><w:body>" + text + "</w:body></w:document>";
  CHECK(read_document(zip(parts)).text == "The mill burned.");
}

TEST_CASE("a hostile document neither fails nor loses its place", "[reader][office]") {
  for (const char* body :
       {"<w:rPr><w:tr/><w:sdt/><w:p/></w:rPr>", "<w:tc><w:p/></w:tc>", "<w:tr/><w:tbl><w:tc/></w:tbl>",
        "<w:txbxContent/>", "<mc:Choice/><mc:Fallback/>", "<w:trPr><w:tr/></w:trPr>", "<w:sdtPr><w:sdt/></w:sdtPr>",
        "<w:fldChar/>", "<w:footnote w:id='1'/>", "<w:pPr><w:pStyle/></w:pPr><w:r><w:t>x</w:t></w:r>"})
    CHECK(read_document(docx(std::string(body) + text)).text == "The mill burned.");
  const auto boxes = [](std::size_t deep) {
    return repeated("<w:p><w:r><w:t>a</w:t></w:r><w:txbxContent>", deep) + repeated("</w:txbxContent></w:p>", deep);
  };
  CHECK(read_document(docx(boxes(8))).text == "a\n\na\n\na\n\na\n\na\n\na\n\na\n\na");
  CHECK(read_document(docx(boxes(200))).text.size() < 40);
}
