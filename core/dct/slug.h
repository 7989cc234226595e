// Reads the date of writing from a news agency's transmission line, "AP-NR-02-13-98 1426EST", by its shape.
#pragma once

#include <optional>
#include <string_view>

#include "core/text/document.h"

namespace annal {

/// Returns the day and minute of a transmission line among the first or last lines of `text`; of several, the last.
/// Linear.
///
///   returns  a second of local civil time; nullopt if there is no such line or its numbers are not a date
///   source   American agencies from 1987, as in TimeBank: month, day, year of two digits, clock, zone
std::optional<Dct> slug_dct(std::string_view text);

}  // namespace annal
