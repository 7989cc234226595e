// A book, to a timeline: the XML of its package and of two pages, which is packed here.
#include <string>

#include "reader/office/read_office.h"
#include "tests/fuzz/document.h"
#include "tests/reader/zip_maker.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace annal;
  std::string_view input = fuzz::text_of(data, size);
  std::vector<test::ZipPart> parts = {
      {"META-INF/container.xml",
       "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfile full-path='o'/></container>"}};
  for (const char* name : {"o", "a", "b", "META-INF/encryption.xml"}) {
    const std::size_t end = std::min(input.find('\f'), input.size());
    if (end > 0) parts.push_back({name, std::string(input.substr(0, end))});
    input.remove_prefix(std::min(end + 1, input.size()));
  }
  fuzz::check_document(read_office(test::zip(parts), "a.epub", nullptr), SIZE_MAX);
  return 0;
}
