// The bytes in which the worker hands over what a PDF shows. Whoever reads them trusts none: a hostile PDF may have
// taken the worker over.
//
//   outcome, detail, title, year, month, day; then for each page: 1, width, height, text, runs; then 0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "reader/pdf/content.h"

namespace annal::pdf {

/// Appends what stands before the pages.
void write_head(std::string& out, const Content& content);
/// Appends a page.
void write_page(std::string& out, const Page& page);
/// Appends the mark behind the last page.
void write_end(std::string& out);

/// Returns what `bytes` hold; nullopt where they are cut short or hold what no worker writes: runs out of their text,
/// places that are no numbers, text that is not UTF-8. Linear.
std::optional<Content> read_content(std::string_view bytes);

}  // namespace annal::pdf
