// Reads mails into Documents: the subject is the title, the date the day of writing. What a mail quotes is boilerplate
// in it, and a document of its own.
#pragma once

#include <string_view>
#include <vector>

#include "core/lang/language.h"
#include "core/result.h"
#include "core/text/document.h"

namespace annal {

/// Whether `bytes` are a mail: by the ending of `name` (.eml), or because they begin with headers that are From, Date
/// and Subject among others, and a blank line.
bool is_mail(std::string_view bytes, std::string_view name);

/// Returns the text of a mail with blocks, title, date of writing and source map: its parts that are plain text, else
/// the first that is a page. What it quotes, the line or the headers that introduce that, and the signature are
/// boilerplate.
///
///   name      the name of the input in messages
///   language  the language of the text; null: detect it, and set it in the document
///   errors    not_text: no text, or encrypted; out_of_range: more than 16 MiB, or than 1,000 quoted
///             mails; as read_html where the text is a page
///   source    RFC 5322, RFC 3676 (signature, quotes)
Result<Document> read_mail(std::string_view bytes, std::string_view name, const Language* language);

/// A mail that was read.
struct MailDocument {
  Result<Document> document;
  bool quoted = false;  ///< it stands in another one: quoted, forwarded or attached
};

/// Returns the mails of a mail or of a mailbox in its order, at least one: behind each mail those that it quotes and
/// those that are attached to it. A quoted one has a day of writing where what stands above it states one in full. One
/// whose words stand in another mail of the file is left out. A mail that cannot be read is an error in its place.
///
/// The id of a document is its place in the file: of a mail "", and "#2" for the first that it quotes; of a mailbox
/// "#7" for the seventh mail, and "#7.2" for the first that it quotes.
///
///   errors    as read_mail; out_of_range: a mailbox of more than 4 GiB or 100,000 mails
std::vector<MailDocument> read_mails(std::string_view bytes, std::string_view name, const Language* language);

}  // namespace annal
