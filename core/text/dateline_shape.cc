// A dateline at the front of a paragraph is a place in capitals, or names that end in a bracketed agency, before a
// dash. A line with a date is told from a sentence by having hardly a word besides.
#include "core/text/dateline_shape.h"

#include <algorithm>
#include <array>

#include "core/text/date_words.h"
#include "core/text/lines.h"
#include "core/text/phrases.h"
#include "core/unicode/letter_case.h"

namespace annal {

namespace {

constexpr std::size_t longest_lead = 100;  // bytes before the dash

bool all_capitals(std::string_view word) {
  if (word.size() < 2 || !begins_capital(word)) return false;
  for (std::size_t at = 0; at < word.size(); at += letter_at(word, at).size)
    if (begins_small(word.substr(at))) return false;
  return true;
}

/// What a line holds besides dates.
struct Content {
  std::size_t numbers = 0;
  std::size_t unknown = 0;
  bool low = false;  // an unknown word with a small letter
  bool month = false;
  bool year = false;
  bool mark = false;    // "published"
  bool byline = false;  // "by"
};

Content content_of(const Phrases& phrases, const Language& language) {
  const DateWords dates(language);
  const WordClass mark = language.word_class("dateline-mark");
  const WordClass small = language.word_class("dateline-word");
  Content content;
  std::size_t length = 0;
  content.byline = phrases.size() > 0 && phrases.match(0, language.word_class("byline-start"), length) > 0;
  for (std::size_t i = 0; i < phrases.size();) {
    if (phrases.match(i, mark, length) > 0) {
      content.mark = true;
      i += length;
      continue;
    }
    const std::string_view word = phrases.word(i);
    const bool digit_first = word[0] >= '0' && word[0] <= '9';
    if (phrases.is_number(i)) {
      ++content.numbers;
      content.year = content.year || word.size() == 4;
    } else if (digit_first) {
      ++content.numbers;  // "14th", "8pm", "20161114T1032Z"
    } else if (dates.is_month(word)) {
      content.month = true;
    } else if (!dates.is_weekday(word) && !dates.is_zone(word) && !phrases.has(i, small)) {
      ++content.unknown;
      content.low = content.low || begins_small(word);
    }
    ++i;
  }
  return content;
}

/// Whether the first letter of `text` is a capital, or it has none.
bool goes_on_high(std::string_view text) {
  while (!text.empty() && !begins_capital(text) && !begins_small(text)) text.remove_prefix(1);
  return text.empty() || begins_capital(text);
}

/// Dashes that part a dateline from its paragraph, with the white space that must stand before them.
std::size_t find_dash(std::string_view text, std::size_t& past) {
  constexpr std::array<std::string_view, 5> dashes = {"\u2014", "\u2013", "--", "_", "-"};
  for (std::size_t at = 1; at < text.size(); ++at) {
    const char before = text[at - 1];
    if (before != ' ' && before != ')') continue;
    for (const std::string_view dash : dashes) {
      if (!text.substr(at).starts_with(dash)) continue;
      past = at + dash.size();
      const bool alone =
          past == text.size() || text[past] == ' ' || text[past] == '\n' || text.substr(past).starts_with("\u00A0");
      if (alone || dash == "\u2014") return at;
    }
  }
  return std::string_view::npos;
}

}  // namespace

bool is_dateline(std::string_view line, const Language& language) {
  if (leading_dateline(line, language) == line.size()) return true;
  const Phrases phrases(line, language);
  if (phrases.size() == 0 || phrases.size() > 24) return false;
  const Content content = content_of(phrases, language);
  const bool date = (content.month && content.numbers >= (content.mark || content.byline ? 1U : 2U)) ||
                    (content.year && content.numbers >= 3);
  if (!date) return false;
  if (content.mark) return content.unknown <= (ends_as_sentence(line) ? 2U : 8U);
  return (!content.low || content.byline) && content.unknown <= (content.byline ? 6U : 2U);
}

bool is_byline(std::string_view line, const Language& language) {
  const Phrases phrases(line, language);
  if (phrases.size() < 2 || phrases.size() > 12 || ends_as_sentence(line)) return false;
  std::size_t length = 0;
  if (phrases.match(0, language.word_class("byline-start"), length) == 0 || length == phrases.size()) return false;
  return begins_capital(phrases.word(length));
}

std::size_t leading_dateline(std::string_view paragraph, const Language& language) {
  std::size_t past = 0;
  const std::string_view head = paragraph.substr(0, longest_lead);
  const std::size_t dash = find_dash(head, past);
  if (dash == std::string_view::npos) return 0;
  std::string_view lead = head.substr(0, dash);
  while (!lead.empty() && lead.back() == ' ') lead.remove_suffix(1);
  if (lead.empty() || !begins_capital(lead) || lead.find('\n') != std::string_view::npos ||
      lead.find_first_of(":;\"?!") != std::string_view::npos)
    return 0;

  const Phrases phrases(lead, language);
  if (phrases.size() == 0 || phrases.size() > 12) return 0;
  const DateWords dates(language);
  const WordClass small = language.word_class("dateline-word");
  const WordClass place = language.word_class("caption-place");
  bool every_word_high = true;
  bool dated = false;
  std::size_t low = 0;
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    const std::string_view word = phrases.word(i);
    if (phrases.bracketed(i, 1) && phrases.has(i, place)) return 0;  // "Ana Brandt (left) -- ..."
    const bool month = dates.is_month(word);
    if (month) dated = true;
    if (phrases.is_number(i) || month) continue;
    every_word_high = every_word_high && all_capitals(word);
    low += begins_small(word) && !phrases.has(i, small) ? 1 : 0;
  }
  const bool agency = lead.back() == ')' && lead.find('(') != std::string_view::npos;
  const bool comma = lead.find(',') != std::string_view::npos;
  const bool capitals = all_capitals(phrases.word(0));
  // "Anna Holt, 5 May 1921 - 4 June 1990"
  const std::size_t letter = paragraph.find_first_not_of(" ", past);
  const bool number = letter != std::string_view::npos && paragraph[letter] >= '0' && paragraph[letter] <= '9';
  const bool names = low == 0 && (agency || (dated && comma && !number)) &&
                     goes_on_high(paragraph.substr(std::min(past, paragraph.size())));
  if (names || (capitals && (every_word_high || (comma && low == 0)))) return past;
  return 0;
}

namespace {

// Reads place, day and agency from the front of a paragraph.
class PlacedDateline {
 public:
  PlacedDateline(std::string_view text, Span paragraph, const Language& language, std::span<const DateMention> dates)
      : text_(text.substr(0, paragraph.end)),
        begin_(paragraph.begin),
        at_(paragraph.begin),
        language_(language),
        small_(language.word_class("dateline-word")),
        dates_(dates) {}

  std::size_t read() {
    constexpr std::size_t most_words = 8;
    while (at_ < text_.size() && at_ - begin_ <= longest_lead && words_ <= most_words) {
      const std::string_view rest = text_.substr(at_);
      if (rest[0] == ' ' || rest[0] == ',' || rest[0] == '/') {
        parted_ = parted_ || rest[0] == ',';
        ++at_;
      } else if (rest[0] == '(' || rest[0] == ')') {
        bracket_ = rest[0] == '(';
        parted_ = true;
        ++at_;
      } else if (const DateMention* const date = date_at(at_); date != nullptr) {
        if (dated_ || !date->stated_year || date->unit > Granularity::day) return 0;
        dated_ = true;
        at_ = date->span.end;
      } else if (const std::size_t mark = end_mark(rest); mark > 0) {
        at_ += mark;
        return ends_well() ? at_ - begin_ : 0;
      } else if (!read_word(rest)) {
        return 0;
      }
    }
    return 0;
  }

 private:
  const DateMention* date_at(std::size_t place) const {
    const auto date = std::lower_bound(dates_.begin(), dates_.end(), place,
                                       [](const DateMention& d, std::size_t at) { return d.span.begin < at; });
    return date != dates_.end() && date->span.begin == place ? &*date : nullptr;
  }

  // A dash with white space round it, a long dash, or a stop, if a dash follows it too.
  std::size_t end_mark(std::string_view rest) const {
    std::size_t past = 0;
    if (rest[0] == '.') {
      for (past = 1; past < rest.size() && (rest[past] == '-' || rest[past] == ' ');) ++past;
      return past > 1 || rest.size() == 1 ? past : 0;
    }
    if (at_ == begin_) return 0;
    return find_dash(text_.substr(at_ - 1, 5), past) == 1 ? past - 1 : 0;
  }

  bool ends_well() const {
    if (!dated_ || words_ == 0 || !parted_) return false;
    const std::size_t next = text_.find_first_not_of(' ', at_);
    const DateMention* const date = date_at(next);
    // "Anna Holt, 5 May 1921 - 4 June 1990"; but "Vell, 5 May 2021. Yesterday the mill burned."
    if (date != nullptr && (date->stated_year || !begins_capital(text_.substr(next)))) return false;
    return goes_on_high(text_.substr(at_));
  }

  // A name, or what may stand round a date.
  bool read_word(std::string_view rest) {
    const std::size_t size = std::min(rest.find_first_of(" ,.()/\n\t:;?!\""), rest.size());
    if (size == 0) return false;
    const std::string_view word = rest.substr(0, size);
    const bool small = language_.is(word, small_);
    if (small && words_ == 0 && !dated_) return false;  // "On May 5, 2021, ..."
    if (!bracket_ && !small && !begins_capital(word)) return false;
    words_ += small ? 0 : 1;
    at_ += size;
    // "St. Vell": a stop within a name
    if (at_ + 1 < text_.size() && text_[at_] == '.' && size <= 3 && !dated_) ++at_;
    return true;
  }

  std::string_view text_;
  std::size_t begin_, at_;
  const Language& language_;
  WordClass small_;
  std::span<const DateMention> dates_;
  std::size_t words_ = 0;  // that name a place or an agency
  bool dated_ = false, parted_ = false, bracket_ = false;
};

}  // namespace

std::size_t placed_dateline(std::string_view text, Span paragraph, const Language& language,
                            std::span<const DateMention> dates) {
  return PlacedDateline(text, paragraph, language, dates).read();
}

}  // namespace annal
