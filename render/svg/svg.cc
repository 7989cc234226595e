// The four steps from timeline to text.
#include "render/svg/svg.h"

#include "render/svg/layout.h"
#include "render/svg/rows.h"
#include "render/svg/write.h"

namespace annal {

std::string_view layout_name(SvgLayout layout) {
  switch (layout) {
    case SvgLayout::rows: return "rows";
    case SvgLayout::compact: return "compact";
    case SvgLayout::lanes: return "lanes";
    case SvgLayout::vertical: return "vertical";
  }
  return "";
}

std::string to_svg(const Timeline& timeline, const SvgOptions& options) {
  return svg::write(svg::layout(svg::story_of(timeline, options), options));
}

}  // namespace annal
