// What the user's terminal can show. The one place that looks at the terminal and at the environment.
#pragma once

#include "cli/arguments.h"
#include "render/render_options.h"

namespace annal {

/// What the arguments ask for. Text that goes to a terminal has its width and colours; else it has 80 columns and no
/// colour, always the same bytes. Respects NO_COLOR (set to anything) and TERM=dumb.
RenderOptions render_options(const Arguments& arguments);

}  // namespace annal
