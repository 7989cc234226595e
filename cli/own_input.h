// An output that is one of the inputs.
#pragma once

#include "cli/arguments.h"
#include "core/result.h"

namespace annal {

/// Refuses an output file that is one of the files that the command reads, by whatever name: the article, its edits, a
/// theme, one of the files of a batch. An article would be lost, and edits would be another program's text. Errors:
/// usage.
Result<void> refuse_own_input(const Arguments& arguments);

}  // namespace annal
