// PDFs to Documents, through poppler in its process.
#include "reader/pdf/read_pdf.h"

#include <catch2/catch.hpp>
#include <limits>
#include <thread>

#include "reader/pdf/process.h"
#include "reader/pdf/wire.h"
#include "tests/reader/pdf/shown.h"
#include "tests/reader/pdf/written_pdf.h"

using namespace annal;
using namespace annal::test;

namespace {

/// A password is asked for: the hashes fit none.
std::string locked() {
  const std::string hash(64, '0');
  return pdf_of({"The old mill burned."}, "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + hash + "> /U <" +
                                              hash + "> >> /ID [ <00> <00> ]");
}

}  // namespace

TEST_CASE("a PDF is read with its pages", "[reader][pdf]") {
  const auto document = read_pdf(pdf_of({"The old mill burned.", "The council closed the bridge."}), "a.pdf", nullptr);
  REQUIRE(document);
  CHECK(document->text == "The old mill burned.\n\nThe council closed the bridge.");
  CHECK(document->pages == std::vector<std::uint32_t>{0, 22});
  CHECK(document->language == "en");
  CHECK(document->source.at(30) == 0);
}

TEST_CASE("a PDF is known by its marks", "[reader][pdf]") {
  CHECK(is_pdf(pdf_of({"The old mill burned."})));
  CHECK(is_pdf("\n\n" + pdf_of({"The old mill burned."})));
  CHECK_FALSE(is_pdf("A file that begins with %PDF- is a PDF."));
  CHECK_FALSE(is_pdf(""));
}

TEST_CASE("a PDF that cannot be read is refused in one line with the remedy", "[reader][pdf]") {
  struct Row {
    std::string pdf;
    Code code;
    const char* message;
  };
  const auto row = GENERATE(values<Row>({
      {locked(), Code::unreadable, "a.pdf: the PDF needs a password; remove it with qpdf --decrypt"},
      {pdf_of({""}), Code::not_text, "a.pdf: the PDF shows no text, as scans do; run ocrmypdf on it first"},
      {pdf_of({"1"}), Code::not_text, "a.pdf: the PDF shows no text beside page numbers; run ocrmypdf on it first"},
      {"%PDF-1.7 and nothing else", Code::unreadable,
       "a.pdf: the PDF is broken (PDF document is damaged); repair it with qpdf or mutool clean"},
  }));
  const auto document = read_pdf(row.pdf, "a.pdf", nullptr);
  REQUIRE_FALSE(document);
  CHECK(document.error().code == row.code);
  CHECK(document.error().message == row.message);
}

TEST_CASE("threads read PDFs at once, each its own", "[reader][pdf]") {
  std::vector<std::string> texts(8);
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < texts.size(); ++i)
      threads.emplace_back([&texts, i] {
        const auto read = read_pdf(pdf_of({"The mill number " + std::to_string(i) + " burned."}), "a.pdf", nullptr);
        texts[i] = read ? read->text : read.error().message;
      });
  }
  for (std::size_t i = 0; i < texts.size(); ++i) CHECK(texts[i] == "The mill number " + std::to_string(i) + " burned.");
}

TEST_CASE("what the worker hands over is read back, and nothing that is cut short or false", "[reader][pdf]") {
  pdf::Content content = content_of({{{50, 50, "The old mill"}}, {}});
  content.title = "The mill";
  std::string bytes;
  pdf::write_head(bytes, content);
  for (const pdf::Page& page : content.pages) pdf::write_page(bytes, page);
  pdf::write_end(bytes);
  const auto read = pdf::read_content(bytes);
  REQUIRE(read);
  CHECK(read->title == "The mill");
  REQUIRE(read->pages.size() == 2);
  CHECK(read->pages[0].text == "Theoldmill");
  CHECK(read->pages[0].runs.size() == 3);
  for (std::size_t size = 0; size < bytes.size(); ++size) CHECK_FALSE(pdf::read_content(bytes.substr(0, size)));
  CHECK_FALSE(pdf::read_content(bytes + '\0'));

  pdf::Page& page = content.pages[0];
  const pdf::Run good = page.runs[1];
  const auto refused = [&](auto change) {
    page.runs[1] = good;
    change(page.runs[1]);
    std::string out;
    pdf::write_head(out, content);
    pdf::write_page(out, page);
    pdf::write_end(out);
    return !pdf::read_content(out);
  };
  CHECK(refused([](pdf::Run& run) { run.end = 1000; }));
  CHECK(refused([](pdf::Run& run) { run.begin = run.end; }));
  CHECK(refused([](pdf::Run& run) { run.begin = 0; }));
  CHECK(refused([](pdf::Run& run) { run.left = std::numeric_limits<float>::quiet_NaN(); }));
  CHECK(refused([](pdf::Run& run) { run.top = 1e30F; }));
  CHECK(refused([](pdf::Run& run) { run.right = run.left - 1; }));
}
