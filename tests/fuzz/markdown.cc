// Markdown, to a timeline.
#include "reader/markdown/read_markdown.h"
#include "tests/fuzz/document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace annal;
  fuzz::check_document(read_markdown(fuzz::text_of(data, size), "a.md", nullptr), size);
  return 0;
}
