#include "reader/mail/read_mail.h"

#include <iterator>
#include <string>
#include <utility>

#include "core/unicode/ascii.h"
#include "reader/html/published.h"
#include "reader/html/title.h"
#include "reader/mail/known_mails.h"
#include "reader/mail/mail_documents.h"
#include "reader/mail/mailbox.h"
#include "reader/mail/mime.h"
#include "reader/source_path.h"

namespace annal {
namespace {

constexpr std::size_t largest = std::size_t{1} << 24;
constexpr std::size_t largest_mailbox = UINT32_MAX;
constexpr std::size_t most_mails = 100'000;

/// Where a mail stands in the bytes that were read.
struct MailPlace {
  std::string_view bytes;
  std::uint32_t begin = 0;
  bool mailbox = false;
};

MailStatement statement_of(std::string_view mail) {
  const MailHeaders headers(mail);
  MailStatement stated;
  stated.subject = single_spaced(decode_words(headers.value("subject")));
  stated.place = static_cast<std::uint32_t>(headers.place("subject"));
  stated.written = mail.substr(stated.place);
  if (auto day = candidate_of(headers.value("date"), 1, false, "the mail's Date", false))
    stated.dct = std::move(day->candidate.dct);
  stated.answers = !headers.value("in-reply-to").empty() || !headers.value("references").empty();
  return stated;
}

/// Whether only whom the mail was sent to can read it (RFC 8551, RFC 3156).
bool is_encrypted(std::string_view mail, std::string_view text) {
  const std::string kind = lowered(MailHeaders(mail).value("content-type"));
  const bool sealed = kind.starts_with("application/pkcs7-mime") || kind.starts_with("application/x-pkcs7-mime");
  return kind.starts_with("multipart/encrypted") || (sealed && kind.find("signed-data") == std::string::npos) ||
         trimmed(text).starts_with("-----BEGIN PGP MESSAGE-----");
}

/// The documents of one mail, its own first unless it has no words; `depth`: how many mails it is attached in.
Result<std::vector<Document>> read_one(const MailPlace& mail, const std::string& called, const Language* language,
                                       int depth = 0) {
  constexpr int deepest = 4;
  if (mail.bytes.size() > largest)
    return fail(Code::out_of_range, called + ": longer than 16 MiB, which no mail needs");
  const MailText body = text_of_mail(mail.bytes);
  if (is_encrypted(mail.bytes, body.text))
    return fail(Code::not_text, called + ": the mail is encrypted; save it decrypted");
  std::vector<Document> documents;
  if (!trimmed(body.text).empty()) {
    auto read = documents_of(body, statement_of(mail.bytes), called, language, mail.mailbox);
    if (!read) return read;
    documents = std::move(*read);
  }
  SourceMap in_file;
  if (mail.begin > 0) in_file.add(0, mail.begin);
  for (Document& document : documents) {
    document.source = through(document.source, in_file, document.text);
    document.source.end_at(mail.begin + static_cast<std::uint32_t>(mail.bytes.size()));
  }
  for (const Span attached : depth < deepest ? body.attached : std::vector<Span>()) {
    const MailPlace place{slice(mail.bytes, attached), mail.begin + attached.begin, mail.mailbox};
    if (auto read = read_one(place, called, language, depth + 1))
      documents.insert(documents.end(), std::move_iterator(read->begin()), std::move_iterator(read->end()));
  }
  if (documents.empty()) return fail(Code::not_text, called + ": the mail holds no text; give it an article to read");
  return documents;
}

/// Appends a mail and what it quotes; `id`: of the mail itself, empty where it is the whole file.
void append_mail(std::vector<MailDocument>& mails, const MailPlace& mail, const std::string& name,
                 const std::string& id, const Language* language) {
  auto documents = read_one(mail, name + id, language);
  if (!documents) {
    mails.push_back({tl::unexpected(documents.error())});
    return;
  }
  const std::string mark = id.empty() ? "#" : ".";
  for (std::size_t i = 0; i < documents->size(); ++i) {
    (*documents)[i].id = i == 0 ? id : id + mark + std::to_string(i + 1);
    mails.push_back({std::move((*documents)[i]), i > 0});
  }
}

bool has_mail_ending(std::string_view name) { return lowered(name).ends_with(".eml"); }

}  // namespace

bool is_mail(std::string_view bytes, std::string_view name) {
  if (has_mail_ending(name)) return true;
  constexpr std::size_t longest_headers = 1 << 16;
  const MailHeaders headers(bytes.substr(0, longest_headers));
  return headers.valid && headers.size < bytes.size() && !headers.value("from").empty() &&
         !headers.value("date").empty() && !headers.value("subject").empty();
}

Result<Document> read_mail(std::string_view bytes, std::string_view name, const Language* language) {
  return read_one({.bytes = bytes}, std::string(name), language).map([](std::vector<Document> documents) {
    return std::move(documents.front());
  });
}

std::vector<MailDocument> read_mails(std::string_view bytes, std::string_view name, const Language* language) {
  const std::string called(name);
  std::vector<MailDocument> mails;
  if (!is_mailbox(bytes)) {
    append_mail(mails, {.bytes = bytes}, called, "", language);
  } else if (bytes.size() > largest_mailbox) {
    mails.push_back({fail(Code::out_of_range, called + ": larger than 4 GiB; split the mailbox")});
  } else if (const auto places = mails_of(bytes); places.size() > most_mails) {
    mails.push_back({fail(Code::out_of_range, called + ": more than 100,000 mails; split the mailbox")});
  } else {
    const bool one = places.size() == 1 && has_mail_ending(name);
    for (std::size_t i = 0; i < places.size(); ++i)
      append_mail(mails, {places[i], static_cast<std::uint32_t>(places[i].data() - bytes.data()), true}, called,
                  one ? "" : "#" + std::to_string(i + 1), language);
  }
  drop_known_mails(mails);
  return mails;
}

}  // namespace annal
