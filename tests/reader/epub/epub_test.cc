// Books: their pages in order, nothing of their text left out.
#include <catch2/catch.hpp>

#include <string>

#include "core/calendar/calendar.h"
#include "reader/epub/pages.h"
#include "tests/reader/office/office.h"

using namespace annal;
using namespace test;

namespace {

const ZipPart container = {"META-INF/container.xml",
                           "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles><rootfile "
                           "full-path='OEBPS/book.opf'/></rootfiles></container>"};

std::string page_of(const std::string& body) {
  return "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title/><script "
         "src='a.js'/></head><body>" +
         body + "</body></html>";
}

ZipPart package(const std::string& metadata, const std::string& manifest, const std::string& spine) {
  return {"OEBPS/book.opf",
          "<package xmlns='http://www.idpf.org/2007/opf' xmlns:opf='http://www.idpf.org/2007/opf'><metadata "
          "xmlns:dc='http://purl.org/dc/elements/1.1/'>" +
              metadata + "</metadata><manifest>" + manifest + "</manifest><spine>" + spine + "</spine></package>"};
}

std::string item(const std::string& id, const std::string& href, const std::string& properties = "") {
  return "<item id='" + id + "' href='" + href + "' media-type='application/xhtml+xml' properties='" + properties +
         "'/>";
}

std::string item_of(const std::string& id) { return "<itemref idref='" + id + "'/>"; }

const ZipPart two_pages =
    package("<dc:title>The Mill</dc:title><dc:language>en-GB</dc:language><dc:date>2016-11-14</dc:date>",
            item("n", "nav.xhtml", "nav") + item("b", "text/two.xhtml") + item("a", "text/one%20page.xhtml") +
                item("lost", "lost.xhtml"),
            item_of("n") + item_of("a") + item_of("lost") + item_of("b") + item_of("a"));

}  // namespace

TEST_CASE("a book is read page by page in the order of its spine, without its navigation", "[reader][epub]") {
  const Document document = read_document(
      zip({container,
           two_pages,
           {"OEBPS/nav.xhtml", page_of("<p>Contents</p>")},
           {"OEBPS/text/two.xhtml", page_of("<h2>Later</h2><aside><p>It fell.</p></aside><footer>The end</footer>")},
           {"OEBPS/text/one page.xhtml",
            page_of(
                "<nav><ol><li>x</li></ol></nav><h1>The Mill</h1><p>It burned in 1999<sup><a href='#n1'>1</a></sup>.<a "
                "id='x'/></p><p>So<a epub:type='noteref' href='#n2'>2</a>.</p><div hidden=''>no</div>")}}),
      "a.epub");
  CHECK(outline(document) == "t1 The Mill\np It burned in 1999.\np So.\nt2 Later\np It fell.\np The end\n");
  CHECK(document.title == "The Mill");
  CHECK(document.day_first);
  REQUIRE(document.dct_candidates.size() == 1);
  CHECK(iso_text(document.dct_candidates[0].dct.at, false) == "2016-11-14");
  CHECK_FALSE(document.dct.known());
}

TEST_CASE("tables of two pages of a book are two", "[reader][epub]") {
  const auto table = [](const std::string& day, const std::string& told) {
    return page_of("<table><tr><td>" + day + "</td><td>" + told +
                   "</td></tr></table><ul><li><p>a</p><p>b</p></li></ul>");
  };
  const Document document =
      read_document(zip({container,
                         package("", item("a", "a.xhtml") + item("b", "b.xhtml"), item_of("a") + item_of("b")),
                         {"OEBPS/a.xhtml", table("3 May 2014", "It burns")},
                         {"OEBPS/b.xhtml", table("It falls", "5 June 2014")}}),
                    "a.epub");
  REQUIRE(document.blocks.size() == 8);
  CHECK(outline(document).starts_with("d 3 May 2014\np It burns\n"));
  CHECK(document.blocks[2].entry != document.blocks[6].entry);
}

TEST_CASE("an element that is closed in its own tag gets an end", "[reader][epub]") {
  struct Row {
    const char *why, *xhtml, *ended;
  };
  const auto row = GENERATE(values<Row>({
      {"a title", "<title/><p>a</p>", "<title></title><p>a</p>"},
      {"with attributes", "<a id=\"x>/\" />b", "<a id=\"x>/\" ></a>b"},
      {"elements that never have one", "<br/><IMG src='a'/>", "<br/><IMG src='a'/>"},
      {"comments stay", "<!-- <a/> --><p/>", "<!-- <a/> --><p></p>"},
      {"a broken tag stays", "a < b <a href='/>", "a < b <a href='/>"},
  }));
  INFO(row.why);
  CHECK(with_ends(row.xhtml) == row.ended);
}

TEST_CASE("a book that is protected or damaged is refused in one line", "[reader][epub]") {
  const ZipPart page = {"OEBPS/text/two.xhtml", page_of("<p>a</p>")};
  const ZipPart locks = {"META-INF/encryption.xml",
                         "<encryption xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><c:CipherReference "
                         "xmlns:c='http://www.w3.org/2001/04/xmlenc#' URI='OEBPS/text/two.xhtml'/></encryption>"};
  CHECK(refusal(zip({container, two_pages, page, locks}), "a.epub") ==
        "a.epub: the book is protected against copying; get it without protection");
  CHECK(refusal(zip({container, two_pages}), "a.epub") ==
        "a.epub: the document holds no text; give one that is not made of pictures alone");
  CHECK(refusal(zip({container}), "a.epub") == "a.epub: the part OEBPS/book.opf is missing; get the file again");
  std::string deep = "<p>a";
  for (int i = 0; i < 1100; ++i) deep += "<div>";
  const std::string message = refusal(zip({container, two_pages, {page.name, deep}}), "a.epub");
  CHECK(message.starts_with("a.epub: OEBPS/text/two.xhtml: "));
}
