// Writes the timeline as one self-contained HTML file: the picture, the article with its dates and events marked, a
// table, and a viewer that connects them. Without script, picture, article and table are still there. Its content
// security policy names each style and script by its hash.
//
//   Timeline -> main (picture of svg/, article of article.h, table) + data (JSON, proofs.h) -> one document
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/encode/json_layout.h"
#include "render/render_options.h"
#include "timeline/edits/edits.h"
#include "timeline/timeline.h"

namespace annal {

/// Hands a complete HTML document to `sink` in pieces. No text of the article becomes markup. The page makes no
/// requests. It is an editor unless RenderOptions::editor is false.
void write_html(const TextSink& sink, const Timeline& timeline, const RenderOptions& options = {});

/// The same in one piece.
std::string to_html(const Timeline& timeline, const RenderOptions& options = {});

/// The parts of it that follow the timeline, for a server that replaces them in a page: the <main> element, its
/// style sheet, and the data that the viewer reads, {"timeline": ..., "proofs": ..., "edits": ...}.
void write_main(const TextSink& sink, const Timeline& timeline, const RenderOptions& options = {});
std::string page_style_of(const Timeline& timeline, const RenderOptions& options = {});
void write_page_data(const TextSink& sink, const Timeline& timeline, const RenderOptions& options = {});

/// What the page begins with, beside the timeline, where a server saves its edits (serve/server.h).
struct PageSession {
  std::string token;                  ///< of the server
  std::string base;                   ///< names RenderOptions::edits: the server compares it before it saves others
  std::vector<EditProblem> problems;  ///< of those edits
};

/// As `write_html`, but the page may ask the server that it comes from. It has the token in <meta name="annal-serve">,
/// and {"base": ..., "problems": [{"line": 3, "message": "..."}]} in #annal-session.
void write_served_html(const TextSink& sink, const Timeline& timeline, const PageSession& session,
                       const RenderOptions& options = {});

/// The problems as the page reads them, in JSON. Line 0 is no line of the file.
std::string problems_json(const std::vector<EditProblem>& problems);

/// The style sheet and script of the viewer, and of the editor: web/dist, byte for byte.
std::string_view page_style();
std::string_view page_script();
std::string_view editor_style();
std::string_view editor_script();
/// SHA-256 of the scripts, in hexadecimal.
std::string_view page_script_digest();
std::string_view editor_script_digest();

}  // namespace annal
