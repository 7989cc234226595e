#include "core/text/leading_date.h"

#include <algorithm>
#include <array>

#include "core/text/lines.h"
#include "core/unicode/ascii.h"
#include "core/unicode/letter_case.h"
#include "core/unicode/utf8.h"

namespace annal {
namespace {

constexpr std::array<std::string_view, 10> bullets = {"\u2022", "\u25CF", "\u25AA", "\u2023", "\u25E6",
                                                      "\u00B7", "*",      "-",      "+",      "\u2013"};
constexpr std::array<std::string_view, 4> dashes = {"\u2014", "\u2013", "--", "-"};
constexpr std::string_view opening = "([*_#\"";
constexpr std::string_view closing = ")]*_\"";

class LeadingDateReader {
 public:
  LeadingDateReader(std::string_view text, Span line, std::span<const DateMention> dates)
      : text_(text.substr(0, line.end)), at_(line.begin), dates_(dates) {}

  std::optional<LeadingDate> read() {
    skip_marks();
    auto date = std::lower_bound(dates_.begin(), dates_.end(), at_,
                                 [](const DateMention& d, std::uint32_t at) { return d.span.begin < at; });
    // "in 1888: ", "am 3. Mai: " are prose; the words before a date belong to it only as far as it was recognised.
    if (date == dates_.end() || date->span.begin != at_ || date->span.end > text_.size()) return std::nullopt;
    LeadingDate lead;
    lead.span = date->span;
    lead.unit = date->unit;
    lead.stated_year = date->stated_year;
    at_ = date->span.end;
    while (++date != dates_.end() && joins(*date)) {
      lead.span.end = at_ = date->span.end;
      lead.unit = std::min(lead.unit, date->unit);
      lead.stated_year = lead.stated_year || date->stated_year;
    }
    if (lead.unit == Granularity::none || at_ > text_.size()) return std::nullopt;
    if (!read_end(lead)) return std::nullopt;
    return lead;
  }

 private:
  std::string_view rest() const { return text_.substr(at_); }
  void skip_spaces() { at_ += static_cast<std::uint32_t>(space_before_text(rest())); }
  static std::size_t space_before_text(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
    while (text.substr(at).starts_with("\u00A0")) at += 2;
    return at;
  }
  bool is_date_at(std::uint32_t at) const {
    const auto date = std::lower_bound(dates_.begin(), dates_.end(), at,
                                       [](const DateMention& d, std::uint32_t o) { return d.span.begin < o; });
    return date != dates_.end() && date->span.begin == at;
  }

  // List marks, numbering, brackets and emphasis before the date: "- ", "3. ", "(b) ", "**", "## ", "[".
  void skip_marks() {
    for (bool more = true; more;) {
      more = false;
      skip_spaces();
      if (rest().empty() || is_date_at(at_)) return;
      for (const std::string_view mark : bullets)
        if (rest().starts_with(mark) && space_before_text(rest().substr(mark.size())) > 0) {
          at_ += static_cast<std::uint32_t>(mark.size());
          more = true;
          break;
        }
      if (more) continue;
      if (opening.find(rest()[0]) != std::string_view::npos) {
        bracketed_ = bracketed_ || rest()[0] == '(' || rest()[0] == '[';
        emphasis_ = emphasis_ || rest()[0] == '*' || rest()[0] == '_';
        ++at_;
        more = true;
      } else if (const std::size_t number = numbering(rest()); number > 0) {
        at_ += static_cast<std::uint32_t>(number);
        more = true;
      }
    }
  }

  // "3. ", "12) ", "(b) " with its bracket skipped.
  static std::size_t numbering(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && at < 3 && is_digit(text[at])) ++at;
    if (at == 0 && text.size() > 1 && is_lower(text[0])) at = 1;
    if (at == 0 || at + 1 >= text.size() || (text[at] != '.' && text[at] != ')')) return 0;
    return text[at + 1] == ' ' ? at + 2 : 0;
  }

  // Whether only marks stand between here and the date: "14 Feb, 2:06 p.m.", "3 - 5 May".
  bool joins(const DateMention& date) const {
    constexpr std::size_t farthest = 6;
    if (date.span.begin < at_ || date.span.begin - at_ > farthest || date.span.end > text_.size()) return false;
    std::string_view between = text_.substr(at_, date.span.begin - at_);
    if (between.find(':') != std::string_view::npos && between.find(' ') != std::string_view::npos) return false;
    while (!between.empty()) {
      const std::string_view mark = between.substr(0, utf8_length(between[0]));
      constexpr std::string_view marks = " \t,-/()[]";
      const bool plain = mark.size() == 1 && marks.find(mark) != std::string_view::npos;
      if (!plain && mark != "\u2013" && mark != "\u2014" && mark != "\u00A0") return false;
      between.remove_prefix(mark.size());
    }
    return true;
  }

  // What parts the date from the rest of its line.
  bool read_end(LeadingDate& lead) {
    bool closed = false;
    while (!rest().empty() && closing.find(rest()[0]) != std::string_view::npos) {
      const char c = rest()[0];
      closed = closed || (bracketed_ && (c == ')' || c == ']')) || (emphasis_ && (c == '*' || c == '_'));
      ++at_;
    }
    lead.parted = closed;
    const std::size_t spaces = space_before_text(rest());
    const bool tab = rest().substr(0, spaces).find('\t') != std::string_view::npos;
    const std::string_view mark = rest().substr(spaces);
    if (mark.empty() || is_stop_at_end(mark)) {
      lead.alone = lead.parted = true;
      lead.past = static_cast<std::uint32_t>(text_.size());
      return true;
    }
    if (mark[0] == '\n') {
      lead.parted = true;
      at_ += static_cast<std::uint32_t>(spaces) + 1;
    } else if (tab || mark[0] == '|') {
      lead.parted = true;
      at_ += static_cast<std::uint32_t>(spaces) + (mark[0] == '|' ? 1 : 0);
    } else if (mark[0] == ':' && (mark.size() == 1 || !is_digit(mark[1]))) {
      lead.parted = true;
      at_ += static_cast<std::uint32_t>(spaces) + 1;
    } else if (const std::size_t dash = dash_at(mark, spaces > 0); dash > 0) {
      lead.parted = true;
      at_ += static_cast<std::uint32_t>(spaces + dash);
    } else {
      if (spaces == 0 && !closed && mark[0] != '.') return false;
      at_ += static_cast<std::uint32_t>(spaces) + (mark[0] == '.' ? 1 : 0);
      if (mark[0] == '.' && space_before_text(rest()) == 0) return false;
    }
    while (!rest().empty() && (space_before_text(rest()) > 0 || rest()[0] == '\n' || (emphasis_ && rest()[0] == '*')))
      at_ += static_cast<std::uint32_t>(std::max<std::size_t>(space_before_text(rest()), 1));
    lead.past = at_;
    if (rest().empty()) lead.alone = true;
    return lead.parted || begins_anew(rest());
  }

  static bool is_stop_at_end(std::string_view mark) {
    return mark == "." || mark == ":" || mark == "," || mark == ";" || mark == "*" || mark == "**" ||
           mark == "\u2013" || mark == "\u2014" || mark == "-";
  }

  static bool begins_anew(std::string_view text) {
    while (!text.empty() && (opening.find(text[0]) != std::string_view::npos)) text.remove_prefix(1);
    return !text.empty() && begins_capital(text);
  }

  // The bytes of a dash that parts: with white space round it, or a long one.
  static std::size_t dash_at(std::string_view text, bool space_before) {
    for (const std::string_view dash : dashes) {
      if (!text.starts_with(dash)) continue;
      const std::string_view behind = text.substr(dash.size());
      const bool space_behind = behind.empty() || space_before_text(behind) > 0 || behind[0] == '\n';
      return (space_before && space_behind) || (dash == "\u2014" && !behind.empty() && !is_digit(behind[0])) ||
                     (space_behind && dash != "-")
                 ? dash.size()
                 : 0;
    }
    return 0;
  }

  std::string_view text_;  // up to the end of the line
  std::uint32_t at_;
  std::span<const DateMention> dates_;
  bool bracketed_ = false, emphasis_ = false;
};

}  // namespace

std::optional<LeadingDate> leading_date(std::string_view text, Span line, std::span<const DateMention> dates) {
  return LeadingDateReader(text, line, dates).read();
}

}  // namespace annal
