// Parts the body of a mail into the mails that it is made of: what its sender wrote, and what is quoted or forwarded in
// it. Marks of quoting (">") and the heads that mail programs write say where one ends and the next begins.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/text/document.h"

namespace annal {

/// What a line of a body is to the mail that it belongs to.
enum class LineUse : std::uint8_t {
  blank,  ///< one line for any number of them in a row
  words,
  head,       ///< stands above another mail, and is part of none
  signature,  ///< stands below a mail, from the line "-- " on
};

/// A line of the body of a mail.
struct BodyLine {
  Span span;                ///< in the body, without its line break
  std::uint32_t words = 0;  ///< where it begins behind the marks of quoting
  std::uint16_t depth = 0;  ///< how often it is quoted
  LineUse use = LineUse::blank;
  std::uint32_t mail = 0;  ///< index into what part_thread returns
};

/// From `begin` of a text on, markup says that it is quoted `depth` times.
struct QuoteDepth {
  std::uint32_t begin = 0;
  std::uint16_t depth = 0;
};

/// One of the mails that a body is made of.
struct ThreadMail {
  Dct dct;       ///< as the head above it states; unknown where it states none or one that cannot be
  Span subject;  ///< in the body, as the head states it
};

/// The most mails that a body may quote.
inline constexpr std::size_t most_quoted_mails = 1000;

/// The lines of `body`. `quoted`: what its markup says, ascending. `mailbox`: lines that begin with ">From " were
/// written without the first mark.
std::vector<BodyLine> lines_of(std::string_view body, std::span<const QuoteDepth> quoted, bool mailbox);

/// Sets use and mail of `lines`, and returns the mails: the first is what the sender, who wrote on `written`, wrote. A
/// mail may be without words. Linear. Errors: out_of_range: more mails than the limit.
Result<std::vector<ThreadMail>> part_thread(std::string_view body, std::vector<BodyLine>& lines, const Dct& written);

}  // namespace annal
