#include "render/page/draw_module.h"

#include <cstddef>

#include "core/embed.h"
#include "render/encode/base64.h"

ANNAL_EMBED(annal_draw_module, ANNAL_DRAW_MODULE)

namespace annal::page {

void write_draw_module(const TextSink& sink) {
  sink("<script type=\"text/plain\" id=\"annal-draw\">");
  sink(base64({reinterpret_cast<const char*>(annal_draw_module),
               static_cast<std::size_t>(annal_draw_module_end - annal_draw_module)}));
  sink("</script>\n");
}

}  // namespace annal::page
