// A line is wrapped where the first word of the next would not have fitted on it. How wide lines are is taken from the
// text: from runs of three lines or more that are all full. One line a paragraph shows as lines of very different
// length.
#include "core/text/lines.h"

#include <algorithm>
#include <array>

#include "core/unicode/letter_case.h"
#include "core/unicode/utf8.h"

namespace annal {

namespace {

constexpr std::size_t widest_wrap = 140;    // code points; longer lines are whole paragraphs
constexpr std::size_t narrowest_wrap = 40;  // below it the lines are a list or verse

struct Line {
  Span span;
  std::size_t width = 0;       // in code points
  std::size_t first_word = 0;  // code points of its first word
  std::size_t indent = 0;
  bool blank_before = false;
  bool bullet = false;
  std::optional<LeadingDate> lead;
  bool begins_high = false;  // with a capital letter or a digit
  bool goes_on = false;      // the sentence of the line before, which breaks off
};

/// Bytes of white space at the front of `text`: ASCII's, NBSP and the spaces of General Punctuation.
std::size_t space_at(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] == ' ' || text[0] == '\t') return 1;
  if (text.starts_with("\u00A0")) return 2;
  if (text.starts_with("\u202F") || text.starts_with("\u3000") || text.starts_with("\u200B")) return 3;
  return text.size() >= 3 && text[0] == '\xE2' && text[1] == '\x80' && static_cast<unsigned char>(text[2]) <= 0x8A ? 3
                                                                                                                   : 0;
}

bool ends_in_space(std::string_view text, std::size_t& size) {
  for (const std::size_t width : {1, 2, 3}) {
    if (text.size() >= width && space_at(text.substr(text.size() - width)) == width) {
      size = width;
      return true;
    }
  }
  return false;
}

bool starts_small(std::string_view text) { return !text.empty() && text[0] >= 'a' && text[0] <= 'z'; }

bool is_bullet(std::string_view text) {
  if ((text[0] >= '0' && text[0] <= '9') || (text[0] >= 'A' && text[0] <= 'z')) return false;
  constexpr std::array<std::string_view, 12> marks = {"\u2022", "\u25CF", "\u25AA", "\u25A0", "\u2023", "\u25E6",
                                                      "\u00B7", "\u25BA", "\u2043", "*",      "-",      "+"};
  for (const std::string_view mark : marks) {
    if (text.starts_with(mark) && space_at(text.substr(mark.size())) > 0) return true;
  }
  return false;
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  bool blank = true;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::size_t first = begin;
    Line line;
    while (first < end) {
      const std::size_t space = space_at(text.substr(first, end - first));
      if (space == 0) break;
      line.indent += text[first] == '\t' ? 4 : 1;
      first += space;
    }
    std::size_t last = end;
    for (std::size_t size = 0; last > first && ends_in_space(text.substr(first, last - first), size);) last -= size;
    begin = end + 1;
    if (first == last) {
      blank = true;
      continue;
    }
    const std::string_view words = text.substr(first, last - first);
    line.span = {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
    line.width = count_code_points(words);
    line.first_word = count_code_points(words.substr(0, words.find(' ')));
    line.blank_before = blank;
    line.bullet = is_bullet(words);
    line.begins_high = (words[0] >= 'A' && words[0] <= 'Z') || (words[0] >= '0' && words[0] <= '9');
    lines.push_back(line);
    blank = false;
  }
  return lines;
}

/// Whether the first word of `next` would not have fitted on `line`, give or take a ragged edge.
bool full(const Line& line, const Line& next, std::size_t width) {
  return (line.width + 1 + next.first_word) * 100 >= width * 85;
}

/// The width to which lines [first, last), which no blank line parts, are wrapped; 0 where they are not.
std::size_t wrap_width(const std::vector<Line>& lines, std::size_t first, std::size_t last) {
  std::size_t width = 0;
  for (std::size_t i = first; i < last; ++i) width = std::max(width, lines[i].width);
  if (width < narrowest_wrap || width > widest_wrap) return 0;
  std::size_t full_lines = 0;
  bool mid_sentence = false;  // a list may have lines of one length, but each begins anew
  for (std::size_t i = first; i + 1 < last; ++i) {
    full_lines += full(lines[i], lines[i + 1], width) ? 1 : 0;
    mid_sentence = mid_sentence || !lines[i + 1].begins_high;
  }
  if (!mid_sentence) return 0;
  return full_lines * 10 >= (last - first - 1) * 6 ? width : 0;
}

/// Whether no sentence ends where `text` does: behind a comma or a word that something must follow ("in", "the"). Few
/// words are an item of a menu ("Log in").
bool breaks_off(std::string_view text, const Language& language) {
  constexpr int spaces = 3;
  if (std::count(text.begin(), text.end(), ' ') < spaces) return false;
  if (text.ends_with(',')) return true;
  const std::string_view word = text.substr(text.find_last_of(" \t") + 1);
  return !begins_capital(word) && language.is(word, language.word_class("breaks-off"));
}

/// Whether `before` and `line` each begin with a date of one kind, as the lines of a chronology do.
bool is_list_of_dates(const Line& before, const Line& line) {
  return before.lead && line.lead &&
         (before.lead->alone || (before.lead->unit == line.lead->unit && before.lead->parted == line.lead->parted));
}

/// Whether the sentence of `before` goes on in `line`, which a date begins, or part of one: "on 30" and "November
/// 1961".
bool goes_on_with_date(std::string_view text, const Line& before, const Line& line, std::span<const DateMention> dates,
                       const Language& language) {
  if (line.blank_before || line.bullet || is_list_of_dates(before, line)) return false;
  const auto date = std::lower_bound(dates.begin(), dates.end(), line.span.begin,
                                     [](const DateMention& d, std::uint32_t at) { return d.span.end <= at; });
  if (date == dates.end() || date->span.begin > line.span.begin) return false;
  if (date->span.begin < line.span.begin) return date->span.begin > before.span.begin && date->unit >= Granularity::day;
  return breaks_off(slice(text, before.span), language);
}

// Keeps the dates that stand for themselves. In the midst of a paragraph a line may begin with one by chance: where the
// line before is cut within its sentence. A date that no mark parts from what follows wants a line beside it alike.
void find_leads(std::string_view text, std::span<const DateMention> dates, const Language& language,
                std::vector<Line>& lines) {
  if (dates.empty()) return;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool begins = lines[i].blank_before || lines[i].bullet || ends_as_sentence(slice(text, lines[i - 1].span)) ||
                        lines[i - 1].lead || lines[i].width < narrowest_wrap;
    if (begins) lines[i].lead = leading_date(text, lines[i].span, dates);
    lines[i].goes_on = i > 0 && goes_on_with_date(text, lines[i - 1], lines[i], dates, language);
    if (lines[i].goes_on) lines[i].lead.reset();
    const bool goes_on =
        i + 1 < lines.size() && !lines[i + 1].blank_before && starts_small(slice(text, lines[i + 1].span));
    if (lines[i].lead && lines[i].lead->alone && goes_on) lines[i].lead.reset();
  }
  const auto alike = [&](std::size_t i, std::size_t other) {
    return other < lines.size() && lines[other].lead && !lines[other].lead->alone &&
           lines[other].lead->unit == lines[i].lead->unit;
  };
  std::vector<std::size_t> chance;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (lines[i].lead && !lines[i].lead->parted && !alike(i, i + 1) && !(i > 0 && alike(i, i - 1))) chance.push_back(i);
  for (const std::size_t i : chance) lines[i].lead.reset();
}

std::size_t run_end(const std::vector<Line>& lines, std::size_t first) {
  std::size_t last = first + 1;
  while (last < lines.size() && !lines[last].blank_before) ++last;
  return last;
}

/// The width of the text's longest wrapped run of three lines or more; 0 where there is none.
std::size_t document_width(const std::vector<Line>& lines) {
  std::size_t longest = 2;
  std::size_t width = 0;
  for (std::size_t first = 0; first < lines.size();) {
    const std::size_t last = run_end(lines, first);
    const std::size_t found = last - first > longest ? wrap_width(lines, first, last) : 0;
    if (found > 0) {
      longest = last - first;
      width = found;
    }
    first = last;
  }
  return width;
}

}  // namespace

std::size_t leading_white_space(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t space = text[at] == '\n' ? 1 : space_at(text.substr(at));
    if (space == 0) break;
    at += space;
  }
  return at;
}

bool ends_as_sentence(std::string_view text) {
  if (text.empty()) return false;
  const char last = text.back();
  if (last == '.' || last == '?' || last == '!') return true;
  if ((last >= 'a' && last <= 'z') || (last >= '0' && last <= '9') || (last >= 'A' && last <= 'Z')) return false;
  constexpr std::array<std::string_view, 11> closing = {"\"",     "'",      ")",      "]",      "}",     "\u201D",
                                                        "\u2019", "\u00BB", "\u300D", "\u300F", "\uFF09"};
  constexpr std::array<std::string_view, 9> final = {".", "!", "?", ":", ";", "\u2026", "\u3002", "\uFF01", "\uFF1F"};
  const auto ends_in = [&text](const auto& marks) {
    return std::find_if(marks.begin(), marks.end(), [&text](std::string_view mark) { return text.ends_with(mark); });
  };
  for (auto mark = ends_in(closing); mark != closing.end(); mark = ends_in(closing)) text.remove_suffix(mark->size());
  return ends_in(final) != final.end();
}

std::vector<LineGroup> group_lines(std::string_view text, const Language& language,
                                   std::span<const DateMention> dates) {
  std::vector<Line> lines = lines_of(text);
  find_leads(text, dates, language, lines);
  const std::size_t usual = document_width(lines);
  std::vector<LineGroup> groups;
  for (std::size_t first = 0; first < lines.size();) {
    const std::size_t last = run_end(lines, first);
    // Two lines tell little of their own width: they are judged by the text's, and so are lines that could be a list.
    const std::size_t own = last - first > 2 ? wrap_width(lines, first, last) : 0;
    const std::size_t width = own > 0 ? own : usual;
    const auto line_text = [&](std::size_t i) { return slice(text, lines[i].span); };
    groups.push_back({lines[first].span, lines[first].bullet, lines[first].lead});
    for (std::size_t i = first + 1; i < last; ++i) {
      const Line& before = lines[i - 1];
      const bool wrapped = width > 0 && before.width <= widest_wrap && full(before, lines[i], width);
      const bool sentence_over = ends_as_sentence(line_text(i - 1));
      // A short line inside a wrapped run is a heading or ends a paragraph; a rather short one that ends no sentence is
      // ragged.
      const bool ragged = width > 0 && before.width <= widest_wrap && before.width * 4 >= width * 3;
      const bool joined = wrapped || lines[i].goes_on || (!sentence_over && (ragged || starts_small(line_text(i))));
      const bool set_off = lines[i].bullet || lines[i].lead || (before.lead && before.lead->alone) ||
                           (lines[i].indent >= before.indent + 2 && !groups.back().bullet);
      if (joined && !set_off) {
        groups.back().span.end = lines[i].span.end;
      } else {
        groups.push_back({lines[i].span, lines[i].bullet, lines[i].lead});
      }
    }
    first = last;
  }
  return groups;
}

}  // namespace annal
