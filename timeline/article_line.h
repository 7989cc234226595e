// Lines of JSON that hold an article each, {"id": ..., "text": ..., "dct": ...}: the input of batches, and files of
// several articles.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/lang/language.h"
#include "core/result.h"
#include "timeline/read_article.h"

namespace annal {

/// What a line states.
struct ArticleLine {
  std::optional<std::string> id, text, tml, html, dct, title, url, lang;
};

/// Whether `bytes` are lines of JSON: by the ending of `name` (.jsonl, .ndjson), or because the first line that is not
/// blank is an object and another one begins below it.
bool is_article_lines(std::string_view bytes, std::string_view name);

/// Reads the known members of a line; others are ignored. `article` holds what was read before an error. Errors:
/// syntax: no JSON object, a member that is no string or stands there twice, no id, not one of text, html and tml;
/// not_text: an empty text.
Result<void> read_article_line(std::string_view line, ArticleLine& article);

/// The article of a line. `language` is for one that states none; null: detected. Errors: as read_article; usage: its
/// date or its language cannot be read.
Result<Article> read_article(const ArticleLine& line, const Language* language);

}  // namespace annal
