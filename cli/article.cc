// Reading, once for all commands that take one FILE.
#include "cli/article.h"

#include <algorithm>

#include "batch/files.h"
#include "cli/message.h"
#include "cli/screen.h"
#include "core/text/language_of.h"
#include "core/text/read.h"
#include "reader/html/read_html.h"
#include "render/encode/escape.h"
#include "render/encode/line_column.h"
#include "render/text/terminal.h"
#include "timeline/pipeline.h"
#include "timeline/timeml/annotated.h"

namespace annal {
namespace {

/// The name without its folders, so that the output does not depend on where the article lies.
std::string base_name(const std::string& path) {
  if (path == "-") return "stdin";
  const std::size_t slash = path.find_last_of('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

/// A date that the text leaves open for want of a day of writing: "yesterday", "14 November".
bool hangs_on_dct(const Timex& timex) {
  return timex.value.frame == Frame::document || timex.value.frame == Frame::open_year;
}

/// What the arguments say of a document.
void name_document(const Arguments& arguments, Document& document) {
  if (document.id.empty()) document.id = base_name(arguments.file);
  if (arguments.dct) document.dct = *arguments.dct;
}

/// What lies in the file: plain text or a web page, of which `text` has the document alone, or annotated TimeML.
struct Article {
  Annotation text;
  bool annotated = false;
  const Language* language = nullptr;  ///< asked for, or the document's own
};

Result<Article> read_article(const Arguments& arguments) {
  const auto bytes = read_file(arguments.file);
  if (!bytes) return tl::unexpected(bytes.error());
  const std::string name = shown(arguments.file);
  Article article;
  article.annotated = is_timeml(*bytes);
  if (article.annotated) {
    auto read = read_timeml(*bytes, name);
    if (!read) return tl::unexpected(read.error());
    article.text = std::move(*read);
  } else {
    auto read =
        is_html(*bytes, name) ? read_html(*bytes, name, arguments.url, arguments.language) : read_text(*bytes, name);
    if (!read) return tl::unexpected(read.error());
    article.text.document = std::move(*read);
  }
  name_document(arguments, article.text.document);
  article.language = &settle_language(article.text.document, arguments.language);
  return article;
}

}  // namespace

Result<Analysis> analyse_article(const Arguments& arguments) {
  auto article = read_article(arguments);
  if (!article) return tl::unexpected(article.error());
  return analyse(std::move(article->text.document), *article->language);
}

Result<Timeline> build_article(const Arguments& arguments) {
  auto article = read_article(arguments);
  if (!article) return tl::unexpected(article.error());
  if (article->annotated) return build_timeline(std::move(article->text), *article->language);
  return build_timeline(analyse(std::move(article->text.document), *article->language), *article->language);
}

void report_warnings(const Arguments& arguments, const Document& document, const std::vector<Timex>& timexes,
                     const std::vector<Warning>& warnings) {
  const std::string file = shown(arguments.file);
  const LineColumnIndex positions(document.text);
  for (const Warning& warning : warnings)
    print_message(file + (warning.span.size() > 0 ? ":" + positions.at(warning.span.begin) : "") + ": " +
                  warning.message);
  if (!document.dct.known() && std::ranges::any_of(timexes, hangs_on_dct)) {
    const bool year_open =
        std::ranges::any_of(timexes, [](const Timex& timex) { return timex.value.frame == Frame::open_year; });
    print_message(file + ": no date of writing found, so " +
                  (year_open ? "the year stays" : "words that count from it stay") +
                  " open; state it with --dct YYYY-MM-DD");
  }
}

Result<void> write_text(const Arguments& arguments, std::string_view text) {
  const bool colour = text_options(arguments).colour;
  return write_output(arguments, for_terminal(text, colour ? ink_sequences() : std::span<const std::string_view>()));
}

Result<void> write_output(const Arguments& arguments, std::string_view bytes) {
  Output output;
  if (auto opened = output.open(arguments.output); !opened) return opened;
  if (auto written = output.write(bytes); !written) return written;
  return output.finish();
}

}  // namespace annal
