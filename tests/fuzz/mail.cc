// A mail, to a timeline.
#include "reader/mail/read_mail.h"
#include "tests/fuzz/document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace annal;
  fuzz::check_document(read_mail(fuzz::text_of(data, size), "a.eml", nullptr), size);
  return 0;
}
