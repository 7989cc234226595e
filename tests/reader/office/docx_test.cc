// Word documents: what a reader sees who has accepted all changes.
#include <catch2/catch.hpp>

#include <string>

#include "tests/reader/office/office.h"

using namespace annal;
using namespace test;

namespace {

const ZipPart styles = {
    "word/styles.xml",
    "<w:styles" + word_spaces +
        "><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='en-GB'/></w:rPr></w:rPrDefault></w:docDefaults>"
        "<w:style w:styleId='Titel'><w:name w:val='Title'/></w:style>"
        "<w:style w:styleId='berschrift2'><w:name w:val='heading 2'/></w:style>"
        "<w:style w:styleId='Own'><w:name w:val='Chapter'/><w:basedOn w:val='berschrift2'/></w:style>"
        "<w:style w:styleId='Outlined'><w:name w:val='Part'/><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:style>"
        "<w:style w:styleId='Loop'><w:name w:val='x'/><w:basedOn w:val='Loop'/></w:style>"
        "<w:style w:styleId='Quote'><w:name w:val='Quote'/></w:style>"
        "<w:style w:styleId='Caption'><w:name w:val='caption'/></w:style>"
        "<w:style w:styleId='TOC1'><w:name w:val='toc 1'/></w:style>"
        "<w:style w:styleId='Bullet'><w:name w:val='List Bullet'/><w:pPr><w:numPr><w:numId "
        "w:val='3'/></w:numPr></w:pPr>"
        "</w:style><w:style w:styleId='Strong'><w:name w:val='Strong'/><w:rPr><w:b/></w:rPr></w:style>"
        "<w:style w:styleId='Ghost'><w:name w:val='Ghost'/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"};

std::string styled(const std::string& style, const std::string& words) {
  return word(words, "<w:pStyle w:val='" + style + "'/>");
}

std::string row(const std::string& cells, const std::string& properties = "") {
  return "<w:tr>" + (properties.empty() ? "" : "<w:trPr>" + properties + "</w:trPr>") + cells + "</w:tr>";
}

std::string cell(const std::string& words, const std::string& properties = "") {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + (words.empty() ? "<w:p/>" : word(words)) + "</w:tc>";
}

}  // namespace

TEST_CASE("the style of a paragraph says what it is, in whatever language its program speaks", "[reader][office]") {
  const Document document = read_document(docx(
      styled("Titel", "The mill") + styled("TOC1", "The fire 3") + styled("berschrift2", "The fire") +
          styled("Own", "The flood") + styled("Outlined", "The end") + styled("Loop", "It burned.") +
          styled("Quote", "We ran.") + styled("Caption", "The wheel") + styled("Bullet", "one") +
          word("two", "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='3'/></w:numPr>") + styled("Unknown", "It ended."),
      {styles}));
  CHECK(outline(document) ==
        "t1 The mill\nt2 The fire\nt2 The flood\nt1 The end\np It burned.\np> We ran.\nb The wheel\np* one\np* two\n"
        "p It ended.\n");
  CHECK(document.title == "The mill");
  CHECK(document.day_first);
  CHECK(document.source.identity());
}

TEST_CASE("the text of a Word document is that of its accepted changes, without remarks and hidden words",
          "[reader][office]") {
  struct Row {
    const char *why, *body, *text;
  };
  const auto row = GENERATE(values<Row>({
      {"runs are one text", "<w:p><w:r><w:t>The mi</w:t></w:r><w:r><w:t>ll.</w:t></w:r></w:p>", "The mill."},
      {"inserted words count",
       "<w:p><w:r><w:t>It </w:t></w:r><w:ins><w:r><w:t>burned</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p>",
       "It burned."},
      {"deleted words do not",
       "<w:p><w:r><w:t>It burned</w:t></w:r><w:del><w:r><w:tab/><w:delText>twice</w:delText></w:r></w:del></w:p>",
       "It burned"},
      {"moved words stand where they went",
       "<w:p><w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>y</w:t></w:r></w:moveTo></w:p>", "y"},
      {"a deleted mark joins paragraphs",
       "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>It </w:t></w:r></w:p><w:p><w:r><w:t>burned.</w:t></w:r>"
       "</w:p><w:p><w:r><w:t>Then.</w:t></w:r></w:p>",
       "It burned.\n\nThen."},
      {"a deleted row is gone",
       "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p>"
       "<w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
       "b"},
      {"hidden words are not read",
       "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>b</w:t>"
       "</w:r><w:r><w:rPr><w:rStyle w:val='Ghost'/></w:rPr><w:t>c</w:t></w:r></w:p>",
       "b"},
      {"what a property was before does not count",
       "<w:p><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>a</w:t></w:r></w:p>", "a"},
      {"tabs and breaks are white space; the places of tabs are none",
       "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></"
       "w:p>",
       "a b\nc"},
      {"soft hyphens show nothing, hard ones are hyphens",
       "<w:p><w:r><w:t>ge</w:t><w:softHyphen/><w:t>o&#xAD;</w:t><w:noBreakHyphen/><w:t>a</w:t></w:r></w:p>", "geo-a"},
      {"a field shows its result",
       "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:t>no</w:t>"
       "</w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>3 May</w:t></w:r><w:r><w:fldChar "
       "w:fldCharType='end'/></w:r><w:fldSimple><w:r><w:t>.</w:t></w:r></w:fldSimple></w:p>",
       "3 May."},
      {"a field without an end takes its paragraph at most",
       "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r></w:p><w:p><w:r><w:t>a</w:t></w:r></w:p>", "a"},
      {"a link is its words", "<w:p><w:hyperlink><w:r><w:t>here</w:t></w:r></w:hyperlink></w:p>", "here"},
  }));
  INFO(row.why);
  CHECK(read_document(docx(row.body, {styles})).text == row.text);
}

TEST_CASE("prompts, tables of contents and readings are no text, and a text box is text once", "[reader][office]") {
  struct Row {
    const char *why, *body, *text;
  };
  const auto row = GENERATE(values<Row>({
      {"a prompt is no text",
       "<w:p><w:r><w:t>a</w:t></w:r><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click "
       "here</w:t>"
       "</w:r></w:sdtContent></w:sdt><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>b</w:t></w:r></w:sdtContent></w:sdt></"
       "w:p>",
       "ab"},
      {"a table of contents is no text",
       "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of "
       "Contents'/></w:docPartObj></w:sdtPr><w:sdtContent>"
       "<w:p><w:r><w:t>x 3</w:t></w:r></w:p></w:sdtContent></w:sdt><w:p><w:r><w:t>a</w:t></w:r></w:p>",
       "a"},
      {"a text box follows its paragraph, once",
       "<w:p><w:r><w:t>a</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r>"
       "</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p>"
       "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>b</w:t></w:r></w:p><w:p><w:r><w:t>c</w:t></"
       "w:r>"
       "</w:p>",
       "ab\n\nbox\n\nc"},
      {"the reading above a word is not read",
       "<w:p><w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>a</w:t></w:r></w:rubyBase></w:ruby>"
       "</w:r></w:p>",
       "a"},
  }));
  INFO(row.why);
  CHECK(read_document(docx(row.body, {styles})).text == row.text);
}

TEST_CASE("names of any prefix are read, of both editions of the standard", "[reader][office]") {
  std::vector<ZipPart> parts = docx_parts("");
  parts.back().bytes =
      "<document xmlns='http://purl.oclc.org/ooxml/wordprocessingml/main'><body><p><r><t>a</t></r><other "
      "xmlns='x'><t>b</t></other></p></body></document>";
  CHECK(read_document(zip(parts)).text == "a");
  parts.back().bytes =
      "<n:document xmlns:n='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><n:body><n:p><n:r><n:rPr>"
      "<n:vanish n:val='true'/></n:rPr><n:t>a</n:t></n:r><n:r><n:t>b</n:t></n:r></n:p></n:body></n:document>";
  CHECK(read_document(zip(parts)).text == "b");
}

TEST_CASE("notes follow the text in which they are referred to, without their marks", "[reader][office]") {
  const auto notes = [](const std::string& name, const std::string& list) {
    return ZipPart{"word/" + name + "notes.xml",
                   "<w:" + name + "notes" + word_spaces + ">" + list + "</w:" + name + "notes>"};
  };
  const Document document = read_document(docx(
      "<w:p><w:r><w:t>The mill burned in 1999</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:t>.</w:t>"
      "</w:r><w:r><w:endnoteReference w:id='1'/></w:r><w:del><w:r><w:footnoteReference w:id='3'/></w:r></w:del></w:p>" +
          word("It stood."),
      {notes("foot", "<w:footnote w:type='separator' w:id='0'>" + word("line") + "</w:footnote><w:footnote w:id='2'>" +
                         word("Hall, 2001.") + word("And 2003.") + "</w:footnote><w:footnote w:id='3'>" + word("gone") +
                         "</w:footnote>"),
       notes("end", "<w:endnote w:id='1'>" + word("An end.") + "</w:endnote>"), styles}));
  CHECK(document.text == "The mill burned in 1999.\n\nIt stood.\n\nHall, 2001.\n\nAnd 2003.\n\nAn end.");
  REQUIRE(document.blocks.size() == 5);
  CHECK(document.blocks[2].entry == document.blocks[3].entry);
  CHECK(document.blocks[2].entry != 0);
}

TEST_CASE("the rows of a Word table are dated by their column of dates", "[reader][office]") {
  const std::string table = "<w:tbl>" + row(cell("Event") + cell("Date"), "<w:tblHeader/>") +
                            row(cell("The mill burns") + cell("3 May 2014")) +
                            row(cell("The dam breaks") + cell("5 June 2014", "<w:vMerge w:val='restart'/>")) +
                            row(cell("The bridge falls") + cell("", "<w:vMerge/>")) + "</w:tbl>";
  const Document document = read_document(docx(table));
  CHECK(outline(document) ==
        "b Event\nb Date\nd 3 May 2014\np The mill burns\nd 5 June 2014\np The dam breaks\np The bridge falls\n");
  CHECK(document.blocks[5].entry == document.blocks[6].entry);
  CHECK(document.blocks[3].entry != document.blocks[5].entry);
}

TEST_CASE("cells of a table without a column of dates date no other cell", "[reader][office]") {
  const Document document =
      read_document(docx("<w:tbl>" + row(cell("a 3 May 2014", "<w:gridSpan w:val='2'/>") + cell("b")) + "</w:tbl>"));
  REQUIRE(document.blocks.size() == 2);
  CHECK(document.blocks[0].role == BlockRole::cell);
  CHECK(document.blocks[1].role == BlockRole::cell);
}

TEST_CASE("dates in bold at the front of paragraphs date them, however many runs they have", "[reader][office]") {
  const auto entry = [](const std::string& a, const std::string& b, const std::string& rest) {
    return "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>" + a +
           "</w:t></w:r><w:r><w:rPr><w:rStyle w:val='Strong'/></w:rPr><w:t>" + b + "</w:t></w:r><w:r><w:t>" + rest +
           "</w:t></w:r></w:p>";
  };
  CHECK(outline(read_document(
            docx(entry("3 ", "May 2014", ": The mill burns.") + entry("4", " May 2014", ": It falls."), {styles}))) ==
        "d 3 May 2014\np The mill burns.\nd 4 May 2014\np It falls.\n");
}

TEST_CASE("a document without styles leaves its blocks to be found by their shape", "[reader][office]") {
  const Document document = read_document(docx(word("The mill burns") + word("The old mill burned on 3 May 2014.")));
  CHECK(document.text == "The mill burns\n\nThe old mill burned on 3 May 2014.");
  CHECK(document.blocks.empty());
}
