// Finds the quoted mails that a file holds already: as a mail of their own, or quoted elsewhere with all that
// it says and perhaps more.
#pragma once

#include <vector>

#include "reader/mail/read_mail.h"

namespace annal {

/// Drops each quoted mail all of whose sentences stand in one other mail that is not of another day, a mail of its own
/// before a quoted one. White space and line breaks do not count. Linear but for sorting.
void drop_known_mails(std::vector<MailDocument>& mails);

}  // namespace annal
