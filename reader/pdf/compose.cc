// The text of a document from the paragraphs of its pages.
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "core/calendar/civil.h"
#include "core/text/language_of.h"
#include "core/unicode/ascii.h"
#include "core/unicode/letter_case.h"
#include "core/unicode/utf8.h"
#include "reader/block_writer.h"
#include "reader/html/date_text.h"
#include "reader/html/words.h"
#include "reader/layout.h"
#include "reader/pdf/furniture.h"
#include "reader/pdf/hyphens.h"
#include "reader/pdf/lines.h"
#include "reader/pdf/page_order.h"
#include "reader/pdf/paragraphs.h"
#include "reader/pdf/read_pdf.h"

namespace annal::pdf {
namespace {

constexpr int near_days = 7;  // a file is made so soon after the last day that its text speaks of
constexpr double near_trust = 0.5, low_trust = 0.1;

/// Writes paragraphs as the text and the blocks of a document.
class Composer {
 public:
  /// All outlive it.
  Composer(Document& document, Layout& layout, const Hyphens& hyphens, std::size_t pages)
      : document_(document), writer_(document, layout), hyphens_(hyphens) {
    document.pages.reserve(pages);
  }

  void write(const Paragraph& paragraph) {
    Block& next = writer_.next;
    next = {};
    next.level = paragraph.level;
    next.kind = paragraph.level > 0 ? BlockKind::title : BlockKind::paragraph;
    next.role = paragraph.item ? BlockRole::item : BlockRole::prose;
    writer_.cell = {};
    writer_.cell.table = paragraph.table;
    writer_.cell.row = paragraph.row;
    writer_.cell.column = paragraph.column;
    for (std::size_t i = 0; i < paragraph.lines.size(); ++i)
      line(paragraph.lines[i], i + 1 < paragraph.lines.size() ? &paragraph.lines[i + 1] : nullptr);
    writer_.end_block();
  }

  /// Pages without text begin where the next one does.
  void fill_pages(std::size_t count) {
    while (document_.pages.size() < count) document_.pages.push_back(here());
    if (!document_.pages.empty()) document_.pages.front() = 0;
  }

 private:
  std::uint32_t here() const { return static_cast<std::uint32_t>(document_.text.size()); }

  void put(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t size = std::min(utf8_length(text[at]), text.size() - at);
      writer_.point(text.substr(at, size), here());
      at += size;
    }
  }

  void line(const Line& line, const Line* next) {
    const std::string_view text = line.text;
    const std::size_t first = std::min(letter_at(text, 0).size, text.size());
    const std::uint32_t before = here();
    put(text.substr(0, first));
    while (document_.pages.size() <= line.page)
      document_.pages.push_back(here() > before ? here() - static_cast<std::uint32_t>(first) : before);
    const std::size_t hyphen = next == nullptr ? 0 : hyphen_size(text);
    const Hyphen judged = hyphen == 0 ? Hyphen::kept_with_space : hyphens_.judge(text, next->text);
    if (first < text.size()) put(text.substr(first, text.size() - first - (judged == Hyphen::dropped ? hyphen : 0)));
    if (judged == Hyphen::kept_with_space) put(" ");
  }

  Document& document_;
  BlockWriter writer_;
  const Hyphens& hyphens_;
};

/// Items lose their bullets, which are no words.
void drop_bullets(std::vector<Paragraph>& paragraphs) {
  for (Paragraph& paragraph : paragraphs)
    if (paragraph.item && !paragraph.lines.empty())
      paragraph.lines.front().text.erase(0, bullet_size(paragraph.lines.front().text));
}

std::vector<Paragraph> paragraphs_in(const Content& content) {
  std::vector<std::vector<Line>> pages;
  for (std::size_t i = 0; i < content.pages.size(); ++i)
    pages.push_back(lines_of(content.pages[i], static_cast<std::uint32_t>(i)));
  drop_furniture(pages);
  std::vector<Part> parts;
  for (std::vector<Line>& lines : pages) std::ranges::move(page_order(std::move(lines)), std::back_inserter(parts));
  std::vector<Paragraph> paragraphs = paragraphs_of(parts);
  drop_bullets(paragraphs);
  return paragraphs;
}

/// The language of the text as its lines have it.
const Language& language_in(std::span<const Paragraph> paragraphs, Document& document, const Language* language) {
  for (const Paragraph& paragraph : paragraphs) {
    for (const Line& line : paragraph.lines) document.text += line.text + ' ';
    document.text += '\n';
  }
  const Language& settled = settle_language(document, language);
  document.text.clear();
  return settled;
}

/// The title that the file states where the text has it too, else the first of the largest headings on the first page.
/// What a file states alone is often the name of another file.
std::string title_of(const Document& document, const std::string& stated) {
  const std::string_view title = trimmed(stated);
  const auto second = document.pages.size() > 1 ? document.pages[1] : static_cast<std::uint32_t>(document.text.size());
  const Block* best = nullptr;
  for (const Block& block : document.blocks) {
    if (block.span.begin >= second) break;
    if (block.kind == BlockKind::title && (best == nullptr || block.level < best->level)) best = &block;
  }
  const std::string_view head = std::string_view(document.text).substr(0, second);
  if (title.find(' ') != std::string_view::npos && head.find(title) != std::string_view::npos)
    return std::string(title);
  return best == nullptr ? std::string{} : std::string(slice(document.text, best->span));
}

/// The day on which the file was made. It may have been printed long after it was written; so it is trusted only where
/// the last day that the text states lies shortly before it.
std::optional<DctCandidate> made_on(const Content& content, const Document& document, const Language& language) {
  const auto [year, month, day] = content.created;
  constexpr int first_year = 1990, last_year = 2100;  // of PDF
  if (year < first_year || year > last_year) return std::nullopt;
  if (month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) return std::nullopt;
  const CivilSeconds made = civil_seconds(year, month, day);
  CivilSeconds last = unbounded_past;
  for (const WrittenDay& written : written_days(document.text, is_month_first(language.tag())))
    last = std::max(last, floor_day(written.at));
  DctCandidate candidate;
  candidate.dct.source = DctSource::page;
  candidate.dct.at = made;
  candidate.dct.reason = "the PDF's CreationDate";
  candidate.trust = last <= made && last >= made - near_days * seconds_per_day ? near_trust : low_trust;
  return candidate;
}

}  // namespace

Document compose(const Content& content, const Language* language) {
  Document document;
  const std::vector<Paragraph> paragraphs = paragraphs_in(content);
  const Language& settled = language_in(paragraphs, document, language);
  Layout layout;
  const Hyphens hyphens(paragraphs, settled);
  Composer composer(document, layout, hyphens, content.pages.size());
  for (const Paragraph& paragraph : paragraphs) composer.write(paragraph);
  composer.fill_pages(content.pages.size());
  apply_layout(document, std::move(layout), settled);
  document.title = title_of(document, content.title);
  if (std::optional<DctCandidate> made = made_on(content, document, settled)) document.dct_candidates.push_back(*made);
  document.source = {};
  document.source.add(0, 0);
  document.source.end_at(0);
  return document;
}

}  // namespace annal::pdf
