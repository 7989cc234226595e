// What a PDF shows, as the worker hands it over, to a timeline; and PDFs themselves, whose worker poppler is in.
#include "core/unicode/utf8.h"
#include "reader/pdf/read_pdf.h"
#include "reader/pdf/wire.h"
#include "tests/fuzz/document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace annal;
  const std::string_view bytes = fuzz::text_of(data, size);
  if (is_pdf(bytes)) {
    fuzz::check_document(read_pdf(bytes, "a.pdf", nullptr), size);
    return 0;
  }
  const auto content = pdf::read_content(bytes);
  if (!content) return 0;
  Document document = pdf::compose(*content, nullptr);
  fuzz::law(document.pages.size() == content->pages.size(), "each page begins somewhere");
  std::uint32_t last = 0;
  for (const std::uint32_t page : document.pages) {
    fuzz::law(page >= last && page <= document.text.size(), "pages begin in order, in the text");
    fuzz::law(page == document.text.size() || !is_continuation(document.text[page]), "a page begins with a letter");
    last = page;
  }
  fuzz::check_document(std::move(document), size);
  return 0;
}
