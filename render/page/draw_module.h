// The module that draws in a browser (wasm/), which pages hold.
#pragma once

#include <string_view>

namespace annal::page {

/// The bytes of web/dist/draw.wasm.gz.
std::string_view draw_module();

}  // namespace annal::page
