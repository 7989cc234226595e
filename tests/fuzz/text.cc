// Plain text to a timeline in every form, in the language that the text shows.
#include "core/pipeline.h"
#include "core/text/language_of.h"
#include "core/text/read.h"
#include "tests/fuzz/forms.h"
#include "timeline/pipeline.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace annal;
  auto document = read_text(fuzz::text_of(data, size), "input");
  if (!document) return 0;
  const Language& language = settle_language(*document, nullptr);
  const Timeline timeline = build_timeline(analyse(std::move(*document), language), language);
  for (const Timex& timex : timeline.timexes)
    fuzz::law(timex.span.end <= timeline.document.text.size(), "a time expression lies in its text");
  fuzz::write_all(timeline);
  return 0;
}
