// Puts edits into an edits file, so that comments, blank lines, order and whatever else its owner wrote stay.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"
#include "timeline/edits/edits.h"

namespace annal {

/// The text of the edits file `toml` (empty for a new one) with `change` put in: read again, it says what both together
/// say. What the file already states of the same quote is changed in its place, an empty text takes it out; all else is
/// appended. Headlines that `change` does not state stay; what is picked or dropped is added to the lists.
///
///   errors   those of read_edits, for the file or for what it would be
Result<std::string> write_edits(std::string_view toml, const Edits& change, std::string_view name);

}  // namespace annal
