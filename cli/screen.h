// What the reader's terminal can show. The one place that looks at the terminal and at the environment.
#pragma once

#include "cli/arguments.h"
#include "render/text/terminal.h"

namespace annal {

/// Width and colours of the terminal where text goes to one; else 80 columns without colour, always the same bytes.
/// Minds NO_COLOR (set to anything) and TERM=dumb.
TextOptions text_options(const Arguments& arguments);

}  // namespace annal
