#include "reader/mail/read_mail.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/text/language_of.h"
#include "core/unicode/ascii.h"
#include "core/unicode/utf8.h"
#include "reader/block_writer.h"
#include "reader/html/published.h"
#include "reader/html/read_html.h"
#include "reader/html/title.h"
#include "reader/mail/mime.h"
#include "reader/source_path.h"

namespace annal {
namespace {

constexpr std::size_t largest = std::size_t{1} << 24;

/// Writes the body of a mail in plain text.
class BodyWriter {
 public:
  BodyWriter(const MailText& body, BlockWriter& writer) : body_(body), writer_(writer) {}

  void run() {
    const std::string_view text = body_.text;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      std::string_view line = text.substr(at, end - at);
      if (line.ends_with('\r')) line.remove_suffix(1);
      write(line, at, text.substr(std::min(end + 1, text.size())));
      at = end + 1;
    }
    writer_.end_block();
  }

 private:
  static bool is_quoted(std::string_view line) { return line.starts_with('>'); }

  /// Whether `line`, with the text `after` it, introduces quoted lines.
  static bool introduces(std::string_view line, std::string_view after) {
    constexpr std::size_t blank_line = 4;  // bytes: that of \r\n, twice
    if (!trimmed(line).ends_with(':')) return false;
    for (std::size_t i = 0; i < blank_line && !after.empty() && is_space(after[0]); ++i) after.remove_prefix(1);
    return is_quoted(after);
  }

  void write(std::string_view line, std::size_t at, std::string_view after) {
    if (line == "-- " || line == "--") signed_ = true;
    const bool quoted = is_quoted(line), apart = quoted || signed_ || introduces(line, after);
    if (trimmed(line).empty() || quoted != quoted_ || apart != (writer_.next.kind == BlockKind::boilerplate))
      writer_.end_block();
    quoted_ = quoted;
    writer_.next.kind = apart ? BlockKind::boilerplate : BlockKind::paragraph;
    writer_.next.role = quoted ? BlockRole::quote : BlockRole::prose;
    std::size_t hint = body_.source.run_of(static_cast<std::uint32_t>(at));
    for (std::size_t i = 0; i < line.size();) {
      const std::size_t length = std::min(utf8_length(line[i]), line.size() - i);
      writer_.point(line.substr(i, length), body_.source.at(static_cast<std::uint32_t>(at + i), hint));
      i += length;
    }
    writer_.new_line(body_.source.at(static_cast<std::uint32_t>(at + line.size()), hint));
  }

  const MailText& body_;
  BlockWriter& writer_;
  bool quoted_ = false, signed_ = false;
};

Result<Document> read_page(const MailText& body, std::string_view name, const Language* language) {
  Result<Document> page = read_html(body.text, name, "", language);
  if (!page) return page;
  page->source = through(page->source, body.source, page->text);
  page->dct = {};
  page->dct_candidates.clear();
  return page;
}

/// The subject stands in the mail at `place`; where it is encoded there, all of it leads to its beginning.
Document read_plain(const MailText& body, const std::string& title, std::string_view mail, std::size_t place,
                    const Language* language) {
  Document document;
  Layout layout;
  BlockWriter writer(document, layout);
  writer.next.kind = BlockKind::title;
  writer.next.level = 1;
  const bool plain = mail.substr(place).starts_with(title);
  for (std::size_t i = 0; i < title.size(); i += utf8_length(title[i]))
    writer.point(std::string_view(title).substr(i, utf8_length(title[i])),
                 static_cast<std::uint32_t>(place + (plain ? i : 0)));
  writer.end_block();
  writer.next = {};
  BodyWriter(body, writer).run();
  settle_language(document, language);
  return document;
}

}  // namespace

bool is_mail(std::string_view bytes, std::string_view name) {
  const std::string ending = lowered(name.substr(name.size() - std::min<std::size_t>(name.size(), 4)));
  if (ending == ".eml") return true;
  constexpr std::size_t longest_headers = 1 << 16;
  const MailHeaders headers(bytes.substr(0, longest_headers));
  return headers.valid && headers.size < bytes.size() && !headers.value("from").empty() &&
         !headers.value("date").empty() && !headers.value("subject").empty();
}

Result<Document> read_mail(std::string_view bytes, std::string_view name, const Language* language) {
  const std::string called(name);
  if (bytes.size() > largest) return fail(Code::out_of_range, called + ": longer than 16 MiB, which no mail needs");
  const MailHeaders headers(bytes);
  const MailText body = text_of_mail(bytes);
  if (trimmed(body.text).empty())
    return fail(Code::not_text, called + ": the mail holds no text; give it an article to read");
  const std::string title = single_spaced(decode_words(headers.value("subject")));
  Result<Document> document =
      body.html ? read_page(body, name, language) : read_plain(body, title, bytes, headers.place("subject"), language);
  if (!document) return document;
  document->title = title;
  if (auto day = candidate_of(headers.value("date"), 1, false, "the mail's Date", false)) {
    document->dct = day->candidate.dct;
    document->dct_candidates.push_back(std::move(day->candidate));
  }
  document->source.end_at(static_cast<std::uint32_t>(bytes.size()));
  return document;
}

}  // namespace annal
