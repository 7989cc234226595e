// Writes the timeline as one self-contained HTML file: the picture, the article with its dates and events marked, a
// table, and a viewer that connects them. Without script, picture, article and table are still there. The page makes
// no requests; its content security policy names each style and script by its hash.
//
//   Timeline -> main (picture of svg/, article of article.h, table) + data (JSON, proofs.h) -> one document
#pragma once

#include <string>
#include <string_view>

#include "render/encode/json_layout.h"
#include "render/render_options.h"
#include "timeline/timeline.h"

namespace annal {

/// Hands a complete HTML document to `sink` in pieces. No text of the article becomes markup.
void write_html(const TextSink& sink, const Timeline& timeline, const RenderOptions& options = {});

/// The same in one piece.
std::string to_html(const Timeline& timeline, const RenderOptions& options = {});

/// The parts of it that follow the timeline, for a server that replaces them in a page: the <main> element, and the
/// data that the viewer reads, {"timeline": ..., "proofs": ...}.
void write_main(const TextSink& sink, const Timeline& timeline, const RenderOptions& options = {});
void write_page_data(const TextSink& sink, const Timeline& timeline);

/// The style sheet and script of the viewer: web/dist, byte for byte.
std::string_view page_style();
std::string_view page_script();

}  // namespace annal
