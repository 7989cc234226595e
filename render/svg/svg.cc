// The four steps from timeline to text.
#include "render/svg/svg.h"

#include "render/svg/layout/layout.h"
#include "render/svg/write/write.h"
#include "render/view/timeline_view.h"

namespace annal {

std::string to_svg(const Timeline& timeline, const SvgOptions& options) {
  return svg::write(
      svg::layout(view::make_view(timeline, {.rows = options.rows, .relations = options.relations}), options));
}

}  // namespace annal
