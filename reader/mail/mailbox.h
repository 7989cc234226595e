// Parts a mailbox into its mails: mbox, where each mail begins with a line "From ann@example.org Sat May  3 10:00:00
// 2014" behind a blank line.
#pragma once

#include <string_view>
#include <vector>

namespace annal {

/// Whether `bytes` begin as a mailbox does: with such a line, and a header below it.
bool is_mailbox(std::string_view bytes);

/// The mails of a mailbox in its order, without the lines that part them; pieces of `bytes`. Lines of a mail that began
/// with "From " still have the mark that was put before them. Linear.
///
///   source   RFC 4155; qmail's mbox(5): mboxo and mboxrd
std::vector<std::string_view> mails_of(std::string_view bytes);

}  // namespace annal
