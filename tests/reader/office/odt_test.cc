// OpenDocument texts: what a reader sees.
#include <catch2/catch.hpp>

#include <string>

#include "tests/reader/office/office.h"

using namespace annal;
using namespace test;

namespace {

const std::string spaces = [] {
  std::string out;
  for (const auto& [prefix, name] :
       std::initializer_list<std::pair<const char*, const char*>>{{"office", "office"},
                                                                  {"text", "text"},
                                                                  {"table", "table"},
                                                                  {"draw", "drawing"},
                                                                  {"style", "style"},
                                                                  {"fo", "xsl-fo-compatible"},
                                                                  {"svg", "svg-compatible"}})
    out += std::string(" xmlns:") + prefix + "='urn:oasis:names:tc:opendocument:xmlns:" + name + ":1.0'";
  return out;
}();

const ZipPart styles = {
    "styles.xml",
    "<office:document-styles" + spaces +
        "><office:styles><style:default-style style:family='paragraph'><style:text-properties fo:language='de' "
        "fo:country='DE'/></style:default-style><style:style style:family='paragraph' style:name='Title'/>"
        "<style:style style:family='paragraph' style:name='Heading_20_3' style:display-name='Heading 3' "
        "style:default-outline-level='3'/><style:style style:family='paragraph' style:name='Quotations'/>"
        "<style:style style:family='text' style:name='Strong'><style:text-properties "
        "fo:font-weight='bold'/></style:style>"
        "</office:styles></office:document-styles>"};

std::string odt(const std::string& text, const std::string& automatic = "", const std::vector<ZipPart>& more = {}) {
  std::vector<ZipPart> parts = {{"mimetype", "application/vnd.oasis.opendocument.text"},
                                {"content.xml", "<office:document-content" + spaces + "><office:automatic-styles>" +
                                                    automatic + "</office:automatic-styles><office:body><office:text>" +
                                                    text + "</office:text></office:body></office:document-content>"},
                                styles};
  parts.insert(parts.end(), more.begin(), more.end());
  return zip(parts);
}

std::string cell(const std::string& words, const std::string& attributes = "") {
  return "<table:table-cell " + attributes + "><text:p>" + words + "</text:p></table:table-cell>";
}

}  // namespace

TEST_CASE("headings, lists and styles of an OpenDocument text say what its paragraphs are", "[reader][office]") {
  const Document document = read_document(odt(
      "<text:p text:style-name='P1'>The mill</text:p><text:h text:outline-level='2'>The fire</text:h>"
      "<text:p text:style-name='Heading_20_3'>The flood</text:p><text:p text:style-name='Quotations'>We ran.</text:p>"
      "<text:list><text:list-item><text:p>one</text:p><text:p>more</text:p></text:list-item><text:list-item>"
      "<text:p>two</text:p></text:list-item></text:list><text:p>It ended.</text:p>",
      "<style:style style:family='paragraph' style:name='P1' style:parent-style-name='Title'/>"));
  CHECK(outline(document) ==
        "t1 The mill\nt2 The fire\nt3 The flood\np> We ran.\np* one\np* more\np* two\np It ended.\n");
  CHECK(document.title == "The mill");
  CHECK(document.blocks[4].entry == document.blocks[5].entry);
  CHECK(document.blocks[6].entry != document.blocks[5].entry);
  CHECK(document.day_first);
}

TEST_CASE("the text of an OpenDocument text is without deleted and hidden words, remarks and indices",
          "[reader][office]") {
  struct Row {
    const char *why, *body, *text;
  };
  const auto row = GENERATE(values<Row>({
      {"white space is marked", "<text:p>a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d\n e</text:p>",
       "a b c\nd e"},
      {"spans and links are their words", "<text:p>a<text:span>b</text:span><text:a>c</text:a></text:p>", "abc"},
      {"deleted words stand apart",
       "<text:tracked-changes><text:changed-region><text:deletion><text:p>no</text:p></text:deletion>"
       "</text:changed-region></text:tracked-changes><text:p>a<text:change/>b</text:p>",
       "ab"},
      {"remarks are not read", "<text:p>a<office:annotation><text:p>no</text:p></office:annotation>b</text:p>", "ab"},
      {"a table of contents is not read",
       "<text:table-of-content><text:index-body><text:p>x 3</text:p></text:index-body></text:table-of-content>"
       "<text:alphabetical-index><text:p>y</text:p></text:alphabetical-index><text:p>a</text:p>",
       "a"},
      {"hidden words are not read",
       "<text:p>a<text:span text:style-name='T1'>no</text:span>b</text:p><text:section text:display='none'><text:p>no"
       "</text:p></text:section><text:p><text:hidden-paragraph text:is-hidden='true'/>no</text:p>",
       "ab"},
      {"a note follows the text",
       "<text:p>in 1999<text:note><text:note-citation>1</text:note-citation><text:note-body>"
       "<text:p>Hall.</text:p></text:note-body></text:note>.</text:p><text:p>b</text:p>",
       "in 1999.\n\nb\n\nHall."},
      {"a text box follows its paragraph",
       "<text:p>a<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box><svg:desc>no</svg:desc></draw:frame>b"
       "</text:p>",
       "ab\n\nbox"},
      {"so does the text of a shape", "<text:p>a<draw:custom-shape><text:p>box</text:p></draw:custom-shape>b</text:p>",
       "ab\n\nbox"},
      {"a prompt is no text", "<text:p>a<text:placeholder>no</text:placeholder></text:p>", "a"},
  }));
  INFO(row.why);
  CHECK(read_document(odt(row.body,
                          "<style:style style:family='text' style:name='T1'><style:text-properties "
                          "text:display='none'/></style:style>"))
            .text == row.text);
}

TEST_CASE("the rows of an OpenDocument table are dated by their column of dates", "[reader][office]") {
  const Document document = read_document(odt(
      "<table:table><table:table-header-rows><table:table-row>" + cell("Event") + cell("Date") +
      "</table:table-row></table:table-header-rows><table:table-row>" + cell("The mill burns") +
      cell("3 May 2014", "table:number-rows-spanned='2'") + "</table:table-row><table:table-row>" + cell("It falls") +
      "<table:covered-table-cell><text:p>no</text:p></table:covered-table-cell></table:table-row><table:table-row>" +
      cell("It is built") + cell("5 June 2015") + "</table:table-row></table:table>"));
  CHECK(outline(document) ==
        "b Event\nb Date\nd 3 May 2014\np The mill burns\np It falls\nd 5 June 2015\np It is built\n");
  CHECK(document.blocks[3].entry == document.blocks[4].entry);
}

TEST_CASE("dates in bold at the front of paragraphs of an OpenDocument text date them", "[reader][office]") {
  CHECK(outline(read_document(
            odt("<text:p><text:span text:style-name='Strong'>3 May 2014</text:span> The mill burns.</text:p>"
                "<text:p><text:span text:style-name='Strong'>4 May 2014</text:span> It falls.</text:p>"))) ==
        "d 3 May 2014\np The mill burns.\nd 4 May 2014\np It falls.\n");
}

TEST_CASE("an OpenDocument text with a password is refused in one line", "[reader][office]") {
  CHECK(refusal(odt("", "", {{"META-INF/manifest.xml", "<m xmlns:a='b'><a:encryption-data/></m>"}}), "a.odt") ==
        "a.odt: protected by a password; save it without one");
}
