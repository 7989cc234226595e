// Makes documents of one mail: what its sender wrote, and each mail that it quotes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/lang/language.h"
#include "core/result.h"
#include "core/text/document.h"
#include "reader/mail/mime.h"

namespace annal {

/// What the headers of a mail say.
struct MailStatement {
  std::string subject;       ///< decoded
  std::string_view written;  ///< the same as it stands in the mail, at `place`
  std::uint32_t place = 0;
  Dct dct;
  bool answers = false;  ///< another mail is named that it answers
};

/// The documents of a mail: first its own, in which what it quotes and its signature are boilerplate, then those that
/// it quotes, in the order in which they begin. `mailbox`: the mail stood in one. Errors: as read_html and part_thread.
Result<std::vector<Document>> documents_of(const MailText& body, const MailStatement& stated, std::string_view name,
                                           const Language* language, bool mailbox);

}  // namespace annal
