// Bytes to a document, to annotated TimeML or to a timeline made before, and on to an analysis or a timeline. The
// command line, batches and the Python module all read their articles here.
//
//   bytes -> Article (text, page, TimeML, JSON; what the user states replaces what they say) -> Analysis or Timeline
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/lang/language.h"
#include "core/pipeline.h"
#include "core/result.h"
#include "core/text/document.h"
#include "timeline/timeline.h"
#include "timeline/timeml/timeml.h"

namespace annal {

/// `text` is plain text, Markdown, a table, a mail, a PDF, a word processor's document or a book, whichever its name or
/// its marks say; `json` a timeline that annal wrote, or dates and titles that a person made; `entries` a table of the
/// latter.
enum class ArticleFormat : std::uint8_t { detect, text, html, timeml, json, entries };

/// What the user states about an article.
struct ArticleOptions {
  std::string name = {};  ///< what messages call it: a file name
  ArticleFormat format = ArticleFormat::detect;
  std::optional<std::string> id = {}, title = {};  ///< replace those of the document
  std::string default_id = {};                     ///< of a document that has none
  std::string url = {};                  ///< address of a page, whose path may contain its date; empty: not stated
  std::optional<Dct> dct = {};           ///< replaces the date of writing that the document states
  std::optional<Dct> fallback_dct = {};  ///< the date of writing of a text or page that states none
  const Language* language = nullptr;    ///< null: detected
};

struct Article {
  std::variant<Document, Annotation, Timeline> content;
  const Language* language = nullptr;  ///< stated or detected, never null
};

/// Errors: not_text, syntax or out_of_range, as read_text, read_html, read_timeml, read_timeline, read_entries or
/// read_entry_table; usage: a mailbox of several mails; an entry's date cannot be read; the date of writing, the
/// language or the address of a timeline, which is finished, is to be another.
Result<Article> read_article(std::string_view bytes, const ArticleOptions& options);

/// All articles of a file in its order, at least one entry: the mails of a mail or mailbox (as read_mails), the
/// articles and timelines of lines of JSON, the one of any other format. What cannot be read is an error in its place,
/// and the rest is read. The id of a mail is that of the file with its place in it: "inbox.mbox#3", "reply.eml#2". Of
/// what the user states, the title is for a file of one article and the mail that another one quotes keeps its day; the
/// day is else for articles that state none, the language for all. Errors: as read_article; out_of_range: more than
/// 100,000 articles.
std::vector<Result<Article>> read_articles(std::string_view bytes, const ArticleOptions& options);

/// The article of a line of JSON lines, or the timeline that it is; as read_articles. `options.name` names the line.
Result<Article> read_line(std::string_view line, const ArticleOptions& options);

/// The time expressions of an article; those of TimeML and of a timeline are found anew.
Analysis analyse(Article article);

/// The timeline of an article. The annotations of TimeML are taken as they are, a timeline is handed on.
Timeline build_timeline(Article article);

}  // namespace annal
