#include "render/page/draw_module.h"

#include <cstddef>

#include "core/embed.h"

ANNAL_EMBED(annal_draw_module, ANNAL_DRAW_MODULE)

namespace annal::page {

std::string_view draw_module() {
  return {reinterpret_cast<const char*>(annal_draw_module),
          static_cast<std::size_t>(annal_draw_module_end - annal_draw_module)};
}

}  // namespace annal::page
