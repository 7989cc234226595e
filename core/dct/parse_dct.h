// A day of writing that someone states.
#pragma once

#include <string>

#include "core/result.h"
#include "core/text/document.h"

namespace annal {

/// The day of writing that `text` states ("2016-11-14", "2016-11-14T06:30").
///
///   errors   usage: no ISO 8601 date, or no day in it
Result<Dct> parse_dct(const std::string& text);

}  // namespace annal
