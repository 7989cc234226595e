// The timeline as one HTML file that needs nothing else: the picture, the article with its dates and events marked, a
// table, and a viewer that ties them together. Without script, picture, article and table are there all the same. No
// outside request; the content security policy names each style and script by its hash.
//
//   Timeline -> picture (svg/) + article (article.h) + table + data (JSON, proofs.h) -> one document
#pragma once

#include <string>
#include <string_view>

#include "render/svg/svg_options.h"
#include "timeline/timeline.h"

namespace annal {

struct PageOptions {
  bool all = false;                    ///< events below the salience threshold as well
  SvgLayout layout = SvgLayout::rows;  ///< of the wide picture; the narrow one is vertical
};

/// A whole HTML document. Whatever the text holds, none of it becomes markup.
std::string to_html(const Timeline& timeline, const PageOptions& options = {});

/// The viewer's style sheet and script: web/dist, byte for byte.
std::string_view page_style();
std::string_view page_script();

}  // namespace annal
