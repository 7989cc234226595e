// A line of a batch: whatever is in it, the answer is one line of JSON.
#include "batch/process_line.h"
#include "tests/fuzz/forms.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace annal;
  std::string line(fuzz::text_of(data, size));
  std::erase(line, '\n');
  for (const BatchFormat format : {BatchFormat::json, BatchFormat::timeml, BatchFormat::proofs}) {
    LineResult answer = process_line({line, false}, format, nullptr, "file", [] { return std::uint64_t{7}; });
    fuzz::law(answer.line.ends_with('\n') && answer.line.find('\n') + 1 == answer.line.size(), "an answer is one line");
    fuzz::must_be_json(answer.line, "an answer is JSON");
  }
  return 0;
}
