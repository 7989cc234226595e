// The four steps from timeline to text.
#include "render/svg/svg.h"

#include "render/svg/layout/layout.h"
#include "render/svg/pages.h"
#include "render/svg/write/write.h"
#include "render/view/timeline_view.h"

namespace annal {

svg::Picture picture_of(const Timeline& timeline, const SvgOptions& options) {
  const view::ViewOptions how{
      .rows = options.rows, .numbered = options.numbered, .relations = options.relations, .window = options.window};
  return svg::layout(view::make_view(timeline, how), options);
}

std::string to_svg(const Timeline& timeline, const SvgOptions& options) {
  return svg::write(picture_of(timeline, options));
}

SheetsSvg to_sheets(const Timeline& timeline, const SvgOptions& options, double shape) {
  const svg::Picture picture = picture_of(timeline, options);
  return {svg::write(picture), svg::sheet_ends(picture, shape * picture.width)};
}

}  // namespace annal
