// What mail programs write above a mail that is quoted or forwarded: "On 3 May 2016, Ann wrote:", "-----Original
// Message-----", and the headers of that mail in words. The words are in data/lang/<tag>/lexicon/mail.txt. Those of all
// languages count, since the language of the program need not be that of the writer.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "core/calendar/interval.h"

namespace annal {

/// The lines above a quoted mail, and what they state of it.
struct QuoteHead {
  std::size_t lines = 0;                 ///< how many they are
  std::string_view subject = {};         ///< a piece of one of them; empty: not stated
  std::optional<CivilSeconds> day = {};  ///< of writing, where it is stated in full and can be read in one way only
  bool headers = false;                  ///< the day is from a header line, not from words
  bool certain = false;                  ///< a day, an address or a verb says that it stands above a mail
};

/// The most lines that a head takes.
inline constexpr std::size_t longest_head = 16;

/// The head at the front of `lines`, below which stands another mail without marks of quoting; nullopt: there is none.
/// `apart`: a blank line, or nothing, stands before them.
std::optional<QuoteHead> separating_head(std::span<const std::string_view> lines, bool apart);

/// The head at the end of `lines`, behind which stand lines marked as quoted; nullopt where the last one does not end
/// with a colon.
std::optional<QuoteHead> introducing_head(std::span<const std::string_view> lines);

}  // namespace annal
