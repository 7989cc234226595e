// A table of separated values, to a timeline.
#include "reader/table/read_table.h"
#include "tests/fuzz/document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace annal;
  fuzz::check_document(read_table(fuzz::text_of(data, size), "a.csv", nullptr), size);
  return 0;
}
