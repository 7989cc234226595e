// The parts of a mail: headers, those that are text, and mails that are attached.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/text/document.h"
#include "core/text/source_map.h"

namespace annal {

/// Lower-case names and values of the headers at the front of a mail or part. Values are in one line.
class MailHeaders {
 public:
  /// Reads up to the first blank line; `size` is then the bytes up to behind it.
  explicit MailHeaders(std::string_view mail);

  bool valid = false;    ///< every line is a header or continues one, and there is at least one
  std::size_t size = 0;  ///< with the blank line

  /// The value of the first header `name` (in small letters) without the white space round it, and its place in the
  /// mail; empty where there is none.
  std::string_view value(std::string_view name) const;
  std::size_t place(std::string_view name) const;

 private:
  struct Header {
    std::string name, value;
    std::size_t place;
  };
  const Header* find(std::string_view name) const;
  std::vector<Header> headers_;
};

/// A decoded text and its way back to the mail.
struct MailText {
  std::string text;  ///< valid UTF-8
  SourceMap source;
  bool html = false;
  std::vector<Span> attached;  ///< where mails stand that are parts of the mail
};

/// The parts of `mail` that are plain text, of alternatives the first; the first that is HTML where it comes before
/// them or they hold nothing. Parts in parts are looked into eight deep. Transfer encoding and character set are
/// undone. Other parts are not read, but mails among them are found. Linear.
///
///   source   RFC 2045, RFC 2046
MailText text_of_mail(std::string_view mail);

/// `value` with its encoded words ("=?utf-8?Q?...?=") decoded, valid UTF-8.
///
///   source   RFC 2047
std::string decode_words(std::string_view value);

}  // namespace annal
