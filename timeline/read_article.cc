// TimeML is detected before HTML: a page never has the root TimeML.
#include "timeline/read_article.h"

#include <algorithm>
#include <utility>

#include "core/text/language_of.h"
#include "core/text/read.h"
#include "core/unicode/ascii.h"
#include "reader/html/read_html.h"
#include "reader/mail/mailbox.h"
#include "reader/mail/read_mail.h"
#include "reader/markdown/read_markdown.h"
#include "reader/office/read_office.h"
#include "reader/pdf/read_pdf.h"
#include "reader/table/read_table.h"
#include "timeline/article_line.h"
#include "timeline/entries/entry_table.h"
#include "timeline/json/drawn_page.h"
#include "timeline/json/parse_json.h"
#include "timeline/json/read_entries.h"
#include "timeline/json/read_timeline.h"
#include "timeline/pipeline.h"
#include "timeline/timeml/annotated.h"

namespace annal {
namespace {

constexpr std::size_t largest_file = std::size_t{256} << 20;
constexpr std::size_t most_articles = 100'000;
constexpr double fallback_trust = 0.3;

ArticleFormat detect_format(std::string_view bytes, const std::string& name) {
  if (is_pdf(bytes) || is_office(bytes, name)) return ArticleFormat::text;
  if (is_timeml(bytes)) return ArticleFormat::timeml;
  if (is_json(bytes, name)) return ArticleFormat::json;
  if (is_entry_table(bytes, name)) return ArticleFormat::entries;
  return is_html(bytes, name) ? ArticleFormat::html : ArticleFormat::text;
}

/// The mail of a mailbox that holds one.
Result<Document> read_only_mail(std::string_view bytes, const ArticleOptions& options) {
  const auto mails = mails_of(bytes);
  if (mails.size() == 1) return read_mail(mails.front(), options.name, options.language);
  return fail(Code::usage, options.name + ": a mailbox of " + std::to_string(mails.size()) +
                               " mails, where one article is needed; save the mail that you mean to a file of its own");
}

/// Text, in the form that it shows: a PDF, a word processor's document or a book, a mail, a table, Markdown, or plain.
Result<Document> read_document(std::string_view bytes, const ArticleOptions& options) {
  if (is_pdf(bytes)) return read_pdf(bytes, options.name, options.language);
  if (is_office(bytes, options.name)) return read_office(bytes, options.name, options.language);
  if (is_mailbox(bytes)) return read_only_mail(bytes, options);
  if (is_mail(bytes, options.name)) return read_mail(bytes, options.name, options.language);
  if (lowered(options.name).ends_with(".mbox"))
    return fail(Code::not_text, options.name +
                                    ": no mail in it begins with a line as \"From weir@example.org Fri Jul 11 "
                                    "09:00:00 2014\", its header below it; save text as .txt");
  if (is_table(bytes, options.name)) return read_table(bytes, options.name, options.language);
  if (is_markdown(bytes, options.name)) return read_markdown(bytes, options.name, options.language);
  return read_text(bytes, options.name);
}

Article article_of(Timeline timeline) {
  const Language* language = Language::find(timeline.document.language);
  return Article{std::move(timeline), language != nullptr ? language : &Language::fallback()};
}

/// A timeline, whose dates and words are settled.
Result<Article> read_finished(const rapidjson::Document& json, const ArticleOptions& options) {
  if (options.dct || options.language != nullptr || !options.url.empty()) {
    return fail(Code::usage, options.name +
                                 ": a timeline keeps its date of writing, language and address; to state others, "
                                 "build it again from the article");
  }
  auto timeline = read_timeline(json, options.name);
  if (!timeline) return tl::unexpected(timeline.error());
  if (options.id) timeline->document.id = *options.id;
  if (options.title) timeline->document.title = *options.title;
  return article_of(std::move(*timeline));
}

/// Dates and titles that a person made.
Result<Article> take_entries(Entries entries, const ArticleOptions& options) {
  entries.id = options.id.value_or(options.default_id);
  if (options.title) entries.presentation.title = *options.title;
  auto timeline = make_timeline(std::move(entries), {options.language, options.dct.value_or(Dct{})});
  if (!timeline) return tl::unexpected(timeline.error());
  timeline->document.url = options.url;
  return article_of(std::move(*timeline));
}

/// The timeline of a page that annal drew.
Result<Article> read_drawn_page(std::string_view bytes, const ArticleOptions& options) {
  return parse_drawn_page(bytes, options.name).and_then([&](const rapidjson::Document& json) {
    return read_finished(json, options);
  });
}

Result<Article> read_json(std::string_view bytes, const ArticleOptions& options) {
  return parse_json(bytes, options.name).and_then([&](const rapidjson::Document& json) {
    if (!schema_of(json).empty()) return read_finished(json, options);
    return read_entries(json, options.name).and_then([&](Entries entries) {
      return take_entries(std::move(entries), options);
    });
  });
}

/// Replaces what `document` says of itself by what is stated, and settles its language.
const Language* apply(const ArticleOptions& options, Document& document) {
  if (options.id) document.id = *options.id;
  if (document.id.empty()) document.id = options.default_id;
  if (options.title) document.title = *options.title;
  if (!options.url.empty()) document.url = options.url;
  if (options.dct) document.dct = *options.dct;
  if (options.fallback_dct) document.dct_candidates.push_back({*options.fallback_dct, fallback_trust, false});
  return &settle_language(document, options.language);
}

/// The mails of a file. What the user states is of the mail that is the file; of the mails of a mailbox, only a day
/// where they state none.
std::vector<Result<Article>> take_mails(std::string_view bytes, const ArticleOptions& options) {
  std::vector<MailDocument> mails = read_mails(bytes, options.name, options.language);
  const bool several = std::ranges::count(mails, false, &MailDocument::quoted) > 1;
  std::vector<Result<Article>> articles;
  for (auto& [mail, quoted] : mails) {
    if (!mail) {
      articles.push_back(tl::unexpected(mail.error()));
      continue;
    }
    ArticleOptions stated = options;
    stated.id = options.id.value_or(options.default_id) + mail->id;
    if (several || quoted) stated.title.reset();
    if (quoted || (several && mail->dct.known())) stated.dct.reset();
    if (several || quoted) stated.fallback_dct.reset();
    const Language* language = apply(stated, *mail);
    articles.push_back(Article{std::move(*mail), language});
  }
  return articles;
}

/// The articles of lines of JSON.
std::vector<Result<Article>> read_lines(std::string_view bytes, const ArticleOptions& options) {
  std::vector<Result<Article>> articles;
  if (bytes.size() > largest_file) {
    articles.push_back(fail(Code::out_of_range, options.name + ": larger than 256 MiB; give it to annal batch"));
    return articles;
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  for (std::size_t at = 0, number = 1; at < bytes.size(); ++number) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::string_view line = trimmed(bytes.substr(at, end - at));
    at = end + 1;
    if (line.empty()) continue;
    if (articles.size() == most_articles) {
      articles.push_back(
          fail(Code::out_of_range, options.name + ": more than 100,000 articles; give it to annal batch"));
      break;
    }
    ArticleOptions stated = options;
    stated.name += ":" + std::to_string(number);
    articles.push_back(read_line(line, stated));
  }
  if (articles.empty()) articles.push_back(fail(Code::not_text, options.name + ": no line holds an article"));
  return articles;
}

}  // namespace

Result<Article> read_article(std::string_view bytes, const ArticleOptions& options) {
  const ArticleFormat format =
      options.format == ArticleFormat::detect ? detect_format(bytes, options.name) : options.format;
  if (format == ArticleFormat::timeml) {
    auto annotation = read_timeml(bytes, options.name);
    if (!annotation) return tl::unexpected(annotation.error());
    const Language* language = apply(options, annotation->document);
    return Article{std::move(*annotation), language};
  }
  if (format == ArticleFormat::json) return read_json(bytes, options);
  if (format == ArticleFormat::entries)
    return read_entry_table(bytes, options.name).and_then([&](Entries entries) {
      return take_entries(std::move(entries), options);
    });
  if (format == ArticleFormat::html && is_drawn_page(bytes)) return read_drawn_page(bytes, options);
  auto document = format == ArticleFormat::html ? read_html(bytes, options.name, options.url, options.language)
                                                : read_document(bytes, options);
  if (!document) return tl::unexpected(document.error());
  const Language* language = apply(options, *document);
  return Article{std::move(*document), language};
}

Result<Article> read_line(std::string_view line, const ArticleOptions& options) {
  const auto placed = [&](Error error) {
    if (!error.message.starts_with(options.name)) error.message.insert(0, options.name + ": ");
    return error;
  };
  ArticleLine article;
  if (const auto read = read_article_line(line, article); !read) {
    const auto json = parse_json(line, options.name);
    if (json && !schema_of(*json).empty()) return read_finished(*json, options);
    if (json && json->IsObject() && json->HasMember("error") && (*json)["error"].IsString())
      return fail(Code::syntax, options.name + ": a document that was not read: " + (*json)["error"].GetString());
    return tl::unexpected(placed(read.error()));
  }
  return read_article(article, options.language).map_error(placed).map([&](Article taken) {
    auto* const document = std::get_if<Document>(&taken.content);
    if (document == nullptr) return taken;
    if (!document->dct.known() && options.dct) document->dct = *options.dct;
    if (options.fallback_dct) document->dct_candidates.push_back({*options.fallback_dct, fallback_trust, false});
    return taken;
  });
}

std::vector<Result<Article>> read_articles(std::string_view bytes, const ArticleOptions& options) {
  if (options.format == ArticleFormat::detect && is_article_lines(bytes, options.name))
    return read_lines(bytes, options);
  const ArticleFormat format =
      options.format == ArticleFormat::detect ? detect_format(bytes, options.name) : options.format;
  if (format == ArticleFormat::text && (is_mailbox(bytes) || is_mail(bytes, options.name)))
    return take_mails(bytes, options);
  std::vector<Result<Article>> articles;
  articles.push_back(read_article(bytes, options));
  return articles;
}

Analysis analyse(Article article) {
  if (auto* annotation = std::get_if<Annotation>(&article.content))
    return analyse(std::move(annotation->document), *article.language);
  if (auto* timeline = std::get_if<Timeline>(&article.content))
    return analyse(std::move(timeline->document), *article.language);
  return analyse(std::move(std::get<Document>(article.content)), *article.language);
}

Timeline build_timeline(Article article) {
  if (auto* annotation = std::get_if<Annotation>(&article.content))
    return build_timeline(std::move(*annotation), *article.language);
  if (auto* timeline = std::get_if<Timeline>(&article.content)) return std::move(*timeline);
  return build_timeline(analyse(std::move(std::get<Document>(article.content)), *article.language), *article.language);
}

}  // namespace annal
