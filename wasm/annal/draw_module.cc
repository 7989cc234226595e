// The module that draws is a part: a page that is only shown does without until it is there.
#include "render/page/draw_module.h"

#include "wasm/annal/parts.h"

namespace annal::page {

std::string_view draw_module() {
  const auto bytes = table_of("draw", 0);
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace annal::page
