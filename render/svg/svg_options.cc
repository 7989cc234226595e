#include "render/svg/svg_options.h"

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

}  // namespace annal
