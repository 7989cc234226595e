// The day of writing in an agency's line of transmission, "AP-NR-02-13-98 1426EST": its shape alone tells it, no word.
#pragma once

#include <optional>
#include <string_view>

#include "core/text/document.h"

namespace annal {

/// The day and minute that a line of transmission among the first or the last lines of `text` states; of several, the
/// last. Linear.
///
///   returns  a second of local civil time; nullopt where there is no such line, or its numbers are no day
///   source   American agencies of 1987 on, as in TimeBank: month, day, year of two digits, clock, zone
std::optional<Dct> slug_dct(std::string_view text);

}  // namespace annal
