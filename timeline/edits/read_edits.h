// Reads an edits file: TOML whose keys docs/edits.md lists.
#pragma once

#include <string_view>

#include "core/result.h"
#include "timeline/edits/edits.h"

namespace annal {

/// Reads the edits of the file called `name`.
///
///   errors   one line, "NAME:LINE: what is wrong, and the remedy": not_text; syntax where it is no TOML; out_of_range
///            where it is larger than 4 MiB or nests too deeply; usage where a key is unknown or a value is not of its
///            kind. Of several the first in the file.
Result<Edits> read_edits(std::string_view toml, std::string_view name);

}  // namespace annal
