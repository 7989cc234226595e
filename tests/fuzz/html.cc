// A page as it was served, to a timeline.
#include "core/pipeline.h"
#include "core/text/language_of.h"
#include "core/unicode/utf8.h"
#include "reader/html/read_html.h"
#include "render/json.h"
#include "tests/fuzz/fuzz.h"
#include "timeline/pipeline.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace annal;
  auto document = read_html(fuzz::text_of(data, size), "page.html", "https://example.org/2019/02/01/a.html", nullptr);
  if (!document) return 0;
  fuzz::law(!find_invalid_utf8(document->text), "a page's text is UTF-8");
  for (std::size_t at = 0; at + 1 < document->text.size(); ++at) {
    const auto lead = static_cast<unsigned char>(document->text[at]);
    const auto next = static_cast<unsigned char>(document->text[at + 1]);
    fuzz::law(lead >= 0x20 || lead == '\n', "a page's text holds no control character");
    fuzz::law(lead != 0xC2 || next >= 0xA0, "nor one of C1");
  }
  for (std::uint32_t at = 0; at < document->text.size(); at += 7)
    fuzz::law(document->source.at(at) <= size, "a letter leads back into the page");
  const Language& language = settle_language(*document, nullptr);
  to_json(build_timeline(analyse(std::move(*document), language), language));
  return 0;
}
