#include "reader/pdf/read_pdf.h"

#include <algorithm>
#include <string>

#include "core/unicode/ascii.h"
#include "core/unicode/letter_case.h"
#include "core/unicode/utf8.h"
#include "reader/pdf/process.h"

namespace annal {
namespace {

constexpr std::string_view mark = "%PDF-";
constexpr std::string_view end_mark = "startxref";
constexpr std::size_t mark_reach = 1024;  // bytes from the ends of a file within which programs look for them

/// Why what the worker read is no text; empty where it is one.
std::string refusal(const pdf::Content& content) {
  switch (content.outcome) {
    case pdf::Outcome::encrypted: return "the PDF needs a password; remove it with qpdf --decrypt";
    case pdf::Outcome::broken: return "the PDF is broken (" + content.detail + "); repair it with qpdf or mutool clean";
    case pdf::Outcome::many_pages:
      return "the PDF has more than " + std::to_string(pdf::most_pages) + " pages; split it with qpdf --split-pages";
    case pdf::Outcome::no_library:
      return "reading PDF needs poppler (Debian's libpoppler-glib8), which cannot be loaded: " + content.detail;
    case pdf::Outcome::read: break;
  }
  return content.pages.empty() ? "the PDF has no pages" : "";
}

struct LetterCount {
  std::size_t all = 0, unknown = 0;
};

/// Letters, and those that stand for no character: a font does not say what it shows.
LetterCount count_letters(const pdf::Content& content) {
  LetterCount count;
  for (const pdf::Page& page : content.pages)
    for (std::size_t at = 0; at < page.text.size(); ++count.all) {
      const Letter letter = letter_at(page.text, at);
      const bool own = letter.code >= 0xE000 && letter.code < 0xF900;
      if (own || letter.code < 0x20 || letter.code == 0xFFFD) ++count.unknown;
      at += letter.size;
    }
  return count;
}

}  // namespace

bool is_pdf(std::string_view bytes) {
  const std::size_t at = bytes.substr(0, mark_reach).find(mark);
  if (at == 0 || at == std::string_view::npos) return at == 0;
  return bytes.substr(bytes.size() - std::min(bytes.size(), mark_reach)).find(end_mark) != std::string_view::npos;
}

Result<Document> read_pdf(std::string_view bytes, std::string_view name, const Language* language) {
  const std::string called = std::string(name) + ": ";
  if (bytes.size() > pdf::most_bytes)
    return fail(Code::out_of_range, called + "longer than 256 MiB; split it with qpdf --split-pages");
  const Result<pdf::Content> content = pdf::run_worker(bytes);
  if (!content) return fail(content.error().code, called + content.error().message);
  if (const std::string why = refusal(*content); !why.empty()) return fail(Code::unreadable, called + why);
  const LetterCount letters = count_letters(*content);
  if (letters.all > pdf::most_letters)
    return fail(Code::out_of_range, called + "more than 8 Mi letters of text; split it with qpdf --split-pages");
  if (letters.all == 0)
    return fail(Code::not_text, called + "the PDF shows no text, as scans do; run ocrmypdf on it first");
  if (letters.unknown * 3 > letters.all)
    return fail(Code::not_text,
                called + "the PDF's fonts do not say which letters they show; run ocrmypdf --force-ocr on it first");
  Document document = pdf::compose(*content, language);
  if (document.text.empty())
    return fail(Code::not_text, called + "the PDF shows no text beside page numbers; run ocrmypdf on it first");
  return document;
}

}  // namespace annal
