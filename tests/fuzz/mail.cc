// A mail or a mailbox, to a timeline of each mail in it.
#include "reader/mail/read_mail.h"
#include "tests/fuzz/document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace annal;
  const std::string_view bytes = fuzz::text_of(data, size);
  const auto mails = read_mails(bytes, "a.eml", nullptr);
  fuzz::law(!mails.empty(), "a file of mails is mails, or an error");
  for (const MailDocument& mail : mails) fuzz::check_document(mail.document, size);
  return 0;
}
