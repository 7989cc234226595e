// Finds the quoted mails that a file holds already: as a mail of their own, or quoted elsewhere with all that
// it says and perhaps more.
#pragma once

#include <vector>

#include "core/result.h"
#include "core/text/document.h"

namespace annal {

/// A mail that was read.
struct MailDocument {
  Result<Document> document;
  bool quoted = false;  ///< it was found in another one
};

/// Drops each quoted mail all of whose sentences stand in one other mail that is not of another day, a mail of its own
/// before a quoted one. White space and line breaks do not count. Linear but for sorting.
void drop_known_mails(std::vector<MailDocument>& mails);

}  // namespace annal
