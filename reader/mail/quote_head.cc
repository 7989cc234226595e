// A day counts only where the line has the shape of a head: one day, one sentence, and few words but names. "On 3 May
// 2014 the mill burned. Ann wrote:" states no day of writing.
#include "reader/mail/quote_head.h"

#include <algorithm>
#include <string>

#include "core/calendar/calendar.h"
#include "core/lang/language.h"
#include "core/text/phrases.h"
#include "core/unicode/ascii.h"
#include "core/unicode/letter_case.h"
#include "reader/html/date_text.h"
#include "reader/html/words.h"

namespace annal {
namespace {

using Lines = std::span<const std::string_view>;

constexpr std::size_t longest_introduction = 400;  // bytes
constexpr std::size_t most_introducing_lines = 3;

/// Values of class "mail-header" in the lexicon.
enum HeaderKind : std::int32_t { no_header = 0, header_from = 1, header_date, header_to, header_subject, header_other };

bool is_blank(std::string_view line) { return trimmed(line).empty(); }

/// The only day that `text` states; nullopt also where 3/5/2016 may be two of them.
std::optional<WrittenDay> only_day(std::string_view text, bool day_first) {
  const auto days = written_days(text, false);
  if (days.size() != 1) return std::nullopt;
  if (day_first) return days.front();
  const auto others = written_days(text, true);
  return others.size() == 1 && others.front().at == days.front().at ? std::optional(days.front()) : std::nullopt;
}

struct HeaderLine {
  HeaderKind kind = no_header;
  bool day_first = false;  ///< in the languages that have its name, 3/5/2016 begins with the day
  std::string_view value;
};

/// A line as "From: Ann", "*Sent:* Tuesday" or "De : Ann".
HeaderLine header_of(std::string_view line) {
  constexpr std::size_t longest_name = 40;
  HeaderLine header;
  const std::size_t colon = line.substr(0, longest_name).find(':');
  if (colon == std::string_view::npos) return header;
  for (const Language& language : Language::all()) {
    const Phrases name(line.substr(0, colon), language);
    std::size_t length = 0;
    const std::int32_t kind = name.size() == 0 ? 0 : name.match(0, language.word_class("mail-header"), length);
    if (kind <= 0 || length != name.size()) continue;
    const bool first = header.kind == no_header;
    header.day_first = (first || header.day_first) && !is_month_first(language.tag());
    if (first) header.kind = static_cast<HeaderKind>(kind);
  }
  if (header.kind == no_header) return header;
  header.value = line.substr(colon + 1);
  while (!header.value.empty() && (is_space(header.value[0]) || header.value[0] == '*')) header.value.remove_prefix(1);
  header.value = trimmed(header.value);
  return header;
}

struct HeaderBlock {
  QuoteHead head;
  bool from = false, date = false, subject = false;
};

/// The headers at the front of `lines`, each of them once.
HeaderBlock header_block(Lines lines) {
  HeaderBlock block;
  block.head.headers = true;
  bool seen[header_other + 1] = {};
  HeaderKind last = no_header;
  bool day_first = false;  // by any of the names
  std::string_view date;
  for (const std::string_view line : lines) {
    if (is_blank(line)) break;
    const HeaderLine header = header_of(line);
    const bool of_a_list = (last == header_to || last == header_other) && line.find_first_of("@;") != line.npos;
    if (header.kind == no_header && !of_a_list && !(last != no_header && is_space(line[0]))) break;
    if (header.kind != no_header && header.kind != header_other && seen[header.kind]) break;
    ++block.head.lines;
    if (header.kind == no_header) continue;
    seen[header.kind] = true;
    last = header.kind;
    if (header.kind == header_subject) block.head.subject = header.value;
    if (header.kind == header_date) date = header.value;
    day_first = day_first || header.day_first;
  }
  if (const auto day = only_day(date, day_first)) block.head.day = floor_day(day->at);
  block.from = seen[header_from];
  block.date = seen[header_date];
  block.subject = seen[header_subject];
  block.head.certain = true;
  return block;
}

/// Whether `line` is "Original message" or the like and nothing else.
bool names_a_mail(std::string_view line) {
  constexpr std::size_t longest = 120;
  if (line.size() > longest) return false;
  return std::ranges::any_of(Language::all(), [&](const Language& language) {
    const Phrases words(line, language);
    std::size_t length = 0;
    return words.size() > 0 && words.match(0, language.word_class("mail-separator"), length) > 0 &&
           length == words.size();
  });
}

bool is_rule(std::string_view line) {
  constexpr std::size_t shortest = 10;
  return line.size() >= shortest && line.find_first_not_of(line[0] == '-' ? "-" : "_") == std::string_view::npos;
}

/// What a line that ends with a colon says of a mail below it.
struct Introduction {
  bool wrote = false, address = false, clock = false;
  std::optional<CivilSeconds> day;
};

bool has_clock(std::string_view text) {
  for (std::size_t at = text.find_first_of(":h"); at != std::string_view::npos; at = text.find_first_of(":h", at + 1))
    if (at > 0 && is_digit(text[at - 1]) && at + 2 < text.size() && is_digit(text[at + 1]) && is_digit(text[at + 2]))
      return true;
  return false;
}

/// Whether the words but the day, the one before it and the verb are names, or few, and no sentence ends among them.
class IntroductionShape {
 public:
  IntroductionShape(std::string_view text, const WrittenDay& day, const Language* language)
      : text_(text), day_(day), language_(language) {}

  bool holds(bool marked) {
    std::size_t small = 0;
    for (std::size_t at = 0; at < text_.size();) {
      if (at >= day_.begin && at < day_.end) at = day_.end;
      const std::size_t begin = text_.find_first_not_of(" ", at);
      if (begin == std::string_view::npos) break;
      if (begin >= day_.begin && begin < day_.end) {
        at = begin;
        continue;
      }
      const std::size_t end = std::min(text_.find(' ', begin), text_.size());
      const std::string_view word = text_.substr(begin, end - begin);
      if (ends_a_sentence(word, end)) return false;
      if (is_small(word) && text_.find_first_not_of(' ', end) != day_.begin) ++small;
      at = end;
    }
    constexpr std::size_t most_small_words = 3;
    return small <= (marked ? most_small_words : 0);
  }

 private:
  bool is_small(std::string_view word) const {
    if (!begins_small(word) || word.find('@') != std::string_view::npos) return false;
    return language_ == nullptr || Phrases(word, *language_).largest(language_->word_class("mail-wrote")) == 0;
  }

  bool ends_a_sentence(std::string_view word, std::size_t end) const {
    constexpr std::size_t shortest = 4;  // bytes, with its mark: "a.m." and "St." are shorter
    const char last = word.back();
    if (last == '!' || last == '?') return true;
    return last == '.' && end < text_.size() && word.size() > shortest && begins_small(word);
  }

  std::string_view text_;
  const WrittenDay& day_;
  const Language* language_;
};

Introduction introduction_of(std::string_view text) {
  Introduction found;
  if (text.size() > longest_introduction) return found;
  const Language* spoken = nullptr;
  for (const Language& language : Language::all()) {
    if (Phrases(text, language).largest(language.word_class("mail-wrote")) == 0) continue;
    spoken = &language;
    break;
  }
  found.wrote = spoken != nullptr;
  found.address = text.find('@') != std::string_view::npos;
  found.clock = has_clock(text);
  const auto day = only_day(text, spoken != nullptr && !is_month_first(spoken->tag()));
  if (!day || !(found.wrote || found.address)) return found;
  if (IntroductionShape(text, *day, spoken).holds(found.address || found.clock)) found.day = floor_day(day->at);
  return found;
}

std::string joined(Lines lines) {
  std::string text;
  for (const std::string_view line : lines) {
    if (!text.empty()) text += ' ';
    text += trimmed(line);
  }
  return text;
}

/// "On 3 May 2016 at 10:00, Ann wrote:", with a mail below that is not marked.
std::optional<QuoteHead> unmarked_introduction(Lines lines) {
  for (std::size_t n = 1; n <= std::min(most_introducing_lines, lines.size()) && !is_blank(lines[n - 1]); ++n) {
    if (!trimmed(lines[n - 1]).ends_with(':')) continue;
    const Introduction found = introduction_of(joined(lines.first(n)));
    if (!found.day || !found.wrote || !(found.address || found.clock)) return std::nullopt;
    return QuoteHead{.lines = n, .day = found.day, .certain = true};
  }
  return std::nullopt;
}

}  // namespace

std::optional<QuoteHead> separating_head(Lines lines, bool apart) {
  if (lines.empty()) return std::nullopt;
  const std::string_view first = trimmed(lines[0]);
  if (first.empty()) return std::nullopt;
  const bool dashed = first.starts_with("--");
  if (const bool named = names_a_mail(first); named || is_rule(first)) {
    std::size_t begin = 1;
    while (begin < lines.size() && begin < most_introducing_lines && is_blank(lines[begin])) ++begin;
    HeaderBlock block = header_block(lines.subspan(std::min(begin, lines.size())));
    if (named ? block.from || block.date : block.from && block.date) {
      block.head.lines += begin;
      return block.head;
    }
    if (named && dashed) return QuoteHead{.lines = 1, .certain = true};
    return std::nullopt;
  }
  if (const HeaderBlock block = header_block(lines); block.from && block.date && block.subject) return block.head;
  return apart ? unmarked_introduction(lines) : std::nullopt;
}

std::optional<QuoteHead> introducing_head(Lines lines) {
  if (lines.empty() || !trimmed(lines.back()).ends_with(':')) return std::nullopt;
  QuoteHead head{.lines = 1};
  for (std::size_t n = 1; n <= std::min(most_introducing_lines, lines.size()); ++n) {
    const std::size_t begin = lines.size() - n;
    if (is_blank(lines[begin])) break;
    const Introduction found = introduction_of(joined(lines.subspan(begin)));
    if (n == 1) head.certain = found.wrote || found.address;
    if (!found.day || (n > 1 && begin > 0 && !is_blank(lines[begin - 1]))) continue;
    return QuoteHead{.lines = n, .day = found.day, .certain = true};
  }
  return head;
}

}  // namespace annal
