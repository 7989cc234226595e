// The module that draws in a browser (wasm/), as a page holds it.
#pragma once

#include "render/encode/json_layout.h"

namespace annal::page {

/// Hands on the element #annal-draw with web/dist/draw.wasm.gz in base64 (RFC 4648).
void write_draw_module(const TextSink& sink);

}  // namespace annal::page
