// TimeML, with its own links or without.
#include "core/text/language_of.h"
#include "tests/fuzz/forms.h"
#include "timeline/timeml/annotated.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace annal;
  auto annotation = read_timeml(fuzz::text_of(data, size), "input");
  if (!annotation) return 0;
  const Language& language = settle_language(annotation->document, nullptr);
  fuzz::write_all(build_timeline(std::move(*annotation), language));
  return 0;
}
