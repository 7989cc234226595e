// Parses a date of writing given by the user.
#pragma once

#include <string>

#include "core/result.h"
#include "core/text/document.h"

namespace annal {

/// Returns the date of writing in `text` ("2016-11-14", "2016-11-14T06:30").
///
///   errors   usage: not an ISO 8601 date, or a date without a day
Result<Dct> parse_dct(const std::string& text);

}  // namespace annal
