// annal serve --api.
#pragma once

#include "cli/serve_flags.h"
#include "core/result.h"
#include "serve/server.h"

namespace annal {

/// Prints the address, and the token unless a file holds it, and answers requests until a signal or idle time ends it.
/// Errors: as run_gated and token_of.
Result<serve::End> serve_api(const ServeFlags& flags);

}  // namespace annal
