// A page is read as pages are, and its text then parted as that of a plain mail.
#include "reader/mail/mail_documents.h"

#include <algorithm>
#include <utility>

#include "core/text/language_of.h"
#include "core/unicode/ascii.h"
#include "core/unicode/letter_case.h"
#include "core/unicode/utf8.h"
#include "reader/block_writer.h"
#include "reader/html/read_html.h"
#include "reader/mail/page_quotes.h"
#include "reader/mail/thread.h"
#include "reader/source_path.h"

namespace annal {
namespace {

/// A body in lines, and the mails that it is made of.
struct Body {
  std::string_view text;
  const SourceMap& source;
  std::vector<BodyLine> lines;
  std::vector<ThreadMail> mails;
};

/// Whether `subject` begins as those of answers and forwarded mails do: "Re:", "AW:", "Fwd:", "R[2]:".
bool has_prefix(std::string_view subject) {
  constexpr int most_letters = 3;
  std::size_t at = 0;
  for (int letters = 0; letters < most_letters && at < subject.size(); ++letters) {
    const Letter letter = letter_at(subject, at);
    if (upper_of(letter.code) == lower_of(letter.code)) break;
    at += letter.size;
  }
  if (at == 0) return false;
  while (at < subject.size() && (is_digit(subject[at]) || subject[at] == '[' || subject[at] == ']')) ++at;
  return at < subject.size() && subject[at] == ':';
}

bool is_own(const BodyLine& line) { return line.mail == 0 && line.use == LineUse::words; }

/// Writes pieces of a body to a document.
class BodyWriter {
 public:
  BodyWriter(const Body& body, Document& document) : body_(body), writer_(document, layout_) {}

  /// What is written next is of this kind; a block ends where that is another one than before.
  void be(BlockKind kind, BlockRole role) {
    if (writer_.next.kind != kind || writer_.next.role != role) writer_.end_block();
    writer_.next.kind = kind;
    writer_.next.role = role;
  }
  void line(Span span) {
    std::size_t hint = body_.source.run_of(span.begin);
    points(span, hint);
    writer_.new_line(body_.source.at(span.end, hint));
  }
  void title(Span span) {
    begin_title(has_prefix(slice(body_.text, span)));
    std::size_t hint = body_.source.run_of(span.begin);
    points(span, hint);
    end_title();
  }
  /// The subject of the headers; where it is encoded there, all of it leads to its beginning.
  void title(const MailStatement& stated) {
    begin_title(has_prefix(stated.subject) && (stated.answers || body_.mails.size() > 1));
    const bool plain = stated.written.starts_with(stated.subject);
    for (std::size_t i = 0; i < stated.subject.size(); i += utf8_length(stated.subject[i]))
      writer_.point(std::string_view(stated.subject).substr(i, utf8_length(stated.subject[i])),
                    stated.place + static_cast<std::uint32_t>(plain ? i : 0));
    end_title();
  }
  void end_block() { writer_.end_block(); }

 private:
  void begin_title(bool repeated) {
    writer_.next.kind = repeated ? BlockKind::boilerplate : BlockKind::title;
    writer_.next.level = 1;
  }
  void end_title() {
    writer_.end_block();
    writer_.next = {};
  }
  void points(Span span, std::size_t& hint) {
    for (std::uint32_t at = span.begin; at < span.end;) {
      const auto length = static_cast<std::uint32_t>(std::min<std::size_t>(utf8_length(body_.text[at]), span.end - at));
      writer_.point(body_.text.substr(at, length), body_.source.at(at, hint));
      at += length;
    }
  }

  const Body& body_;
  Layout layout_;
  BlockWriter writer_;
};

Document own_text(const Body& body, const MailStatement& stated) {
  Document document;
  BodyWriter writer(body, document);
  writer.title(stated);
  for (const BodyLine& line : body.lines) {
    if (line.use == LineUse::blank) {
      writer.end_block();
      continue;
    }
    writer.be(is_own(line) ? BlockKind::paragraph : BlockKind::boilerplate,
              line.depth > 0 ? BlockRole::quote : BlockRole::prose);
    writer.line({line.depth > 0 ? line.span.begin : line.words, line.span.end});
  }
  writer.end_block();
  return document;
}

/// Gives the lines of a page that are not the sender's own words their kind, in blocks of their own.
void part_blocks(Document& page, const std::vector<BodyLine>& lines) {
  std::vector<Block> blocks;
  auto line = lines.begin();
  for (const Block& block : page.blocks) {
    const std::size_t first = blocks.size();
    while (line != lines.end() && line->span.end <= block.span.begin) ++line;
    for (; line != lines.end() && line->span.begin < block.span.end; ++line) {
      if (line->use == LineUse::blank) continue;
      Block part = block;
      part.span = {std::max(line->span.begin, block.span.begin), std::min(line->span.end, block.span.end)};
      if (!is_own(*line)) part.kind = BlockKind::boilerplate;
      if (blocks.size() > first && blocks.back().kind == part.kind)
        blocks.back().span.end = part.span.end;
      else
        blocks.push_back(part);
      if (line->span.end >= block.span.end) break;
    }
  }
  page.blocks = std::move(blocks);
}

/// Puts the subject before the text of a page, as its title.
void put_title(Document& page, const Body& body, const MailStatement& stated) {
  Document head;
  BodyWriter(body, head).title(stated);
  if (head.blocks.empty()) return;
  head.text += "\n\n";
  const auto shift = static_cast<std::uint32_t>(head.text.size());
  std::size_t hint = 0;
  for (std::uint32_t at = 0; at < page.text.size(); ++at) head.source.add(shift + at, page.source.at(at, hint));
  for (Block& block : page.blocks) block.span = {block.span.begin + shift, block.span.end + shift};
  page.blocks.insert(page.blocks.begin(), head.blocks.front());
  page.text.insert(0, head.text);
  page.source = std::move(head.source);
}

/// The mails that a body quotes, those that have words.
void append_quoted(std::vector<Document>& documents, const Body& body, const Language* language) {
  std::vector<std::vector<std::uint32_t>> lines(body.mails.size());
  for (std::uint32_t i = 0; i < body.lines.size(); ++i)
    if (body.lines[i].use == LineUse::words || body.lines[i].use == LineUse::signature)
      lines[body.lines[i].mail].push_back(i);
  for (std::size_t mail = 1; mail < lines.size(); ++mail) {
    const auto has_words = [&](std::uint32_t i) { return body.lines[i].use == LineUse::words; };
    if (std::ranges::none_of(lines[mail], has_words)) continue;
    Document document;
    BodyWriter writer(body, document);
    const ThreadMail& stated = body.mails[mail];
    if (stated.subject.size() > 0) writer.title(stated.subject);
    document.title = slice(body.text, stated.subject);
    document.dct = stated.dct;
    if (stated.dct.known()) document.dct_candidates.push_back({.dct = stated.dct, .trust = 1});
    std::uint32_t next = 0;
    for (const std::uint32_t i : lines[mail]) {
      if (i != next) writer.end_block();
      next = i + 1;
      writer.be(has_words(i) ? BlockKind::paragraph : BlockKind::boilerplate, BlockRole::prose);
      writer.line({body.lines[i].words, body.lines[i].span.end});
    }
    writer.end_block();
    document.language = documents.front().language;  // for words too few to tell
    settle_language(document, language);
    documents.push_back(std::move(document));
  }
}

}  // namespace

Result<std::vector<Document>> documents_of(const MailText& mail, const MailStatement& stated, std::string_view name,
                                           const Language* language, bool mailbox) {
  std::vector<QuoteDepth> depths;
  Document page;
  if (mail.html) {
    Result<Document> read = read_mail_page(mail.text, name, language);
    if (!read) return tl::unexpected(read.error());
    page = std::move(*read);
    depths = quote_depths(page, mail.text);
    page.source = through(page.source, mail.source, page.text);
  }
  Body body{mail.html ? page.text : mail.text, mail.html ? page.source : mail.source, {}, {}};
  body.lines = lines_of(body.text, depths, mailbox && !mail.html);
  auto mails = part_thread(body.text, body.lines, stated.dct);
  if (!mails) return fail(mails.error().code, std::string(name) + ": " + mails.error().message);
  body.mails = std::move(*mails);
  std::vector<Document> documents;
  documents.push_back(mail.html ? page : own_text(body, stated));
  Document& own = documents.front();
  if (mail.html) part_blocks(own, body.lines);
  own.title = stated.subject;
  own.dct = stated.dct;
  own.dct_candidates.clear();
  if (stated.dct.known()) own.dct_candidates.push_back({.dct = stated.dct, .trust = 1});
  settle_language(own, language);
  append_quoted(documents, body, language);
  if (mail.html) put_title(documents.front(), body, stated);
  return documents;
}

}  // namespace annal
