#include "core/lang/said.h"

#include <algorithm>

namespace annal {
namespace {

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool digit(char c) { return c >= '0' && c <= '9'; }

// `out` without the blanks at its end and those after another.
void close_up(std::string& out) {
  out.erase(std::unique(out.begin(), out.end(), [](char a, char b) { return a == ' ' && b == ' '; }), out.end());
  while (!out.empty() && out.back() == ' ') out.pop_back();
}

// Whether what comes next stands behind a word or a number of the same date, and not behind a dash or a comma.
bool behind_word(std::string_view out) {
  while (!out.empty() && out.back() == ' ') out.remove_suffix(1);
  return !out.empty() && out.back() != ',' && !out.ends_with("\xE2\x80\x93");
}

// Puts `sign` behind the day or the two days ("8", "8-13" with a dash between) at the end of `out`, which a blank
// follows.
void mark_days(std::string& out, std::string_view sign) {
  std::size_t end = out.size();
  if (end < 2 || out[end - 1] != ' ') return;
  --end;
  for (int days = 0; days < 2; ++days) {
    std::size_t begin = end;
    while (begin > 0 && digit(out[begin - 1])) --begin;
    if (begin == end || end - begin > 2) return;
    out.insert(end, sign);
    constexpr std::string_view dash = "\xE2\x80\x93";
    if (begin < dash.size() || std::string_view(out).substr(begin - dash.size(), dash.size()) != dash) return;
    end = begin - dash.size();
  }
}

}  // namespace

Said::Said(std::string_view tag) : language_(Language::find(tag)) {
  if (language_ == nullptr) return;
  said_ = language_->word_class("said");
  month_ = language_->word_class("said-month");
  behind_ = language_->word_class("said-behind");
  label_ = language_->word_class("said-label");
}

std::string Said::operator()(std::string words) const {
  if (said_ == no_class) return words;
  const auto find = [&](std::string_view word, WordClass c) {
    return c == no_class ? Language::absent_value : language_->value_in(word, c, Language::absent_value);
  };
  const auto append = [&](std::string& out, WordClass c, std::int32_t value) {
    for (const char ch : language_->text_of(c, value)) out += ch == '_' ? ' ' : ch;
  };
  const std::int32_t day = find("daynumber", said_);
  std::string out;
  for (std::size_t at = 0; at < words.size();) {
    if (!letter(words[at])) {
      out += words[at++];
      continue;
    }
    std::size_t end = at;
    while (end < words.size() && letter(words[end])) ++end;
    const std::string_view word = std::string_view(words).substr(at, end - at);
    at = end;
    const std::int32_t month = find(word, month_);
    if (month != Language::absent_value && day != Language::absent_value)
      mark_days(out, language_->text_of(said_, day));
    if (const std::int32_t behind = find(word, behind_); behind != Language::absent_value && behind_word(out)) {
      append(out, behind_, behind);
    } else if (month != Language::absent_value) {
      append(out, month_, month);
    } else if (const std::int32_t other = find(word, said_); other != Language::absent_value) {
      append(out, said_, other);
    } else {
      out += word;
    }
  }
  close_up(out);
  return out;
}

std::string Said::label(std::string_view english) const {
  const std::int32_t value =
      label_ == no_class ? Language::absent_value : language_->value_in(english, label_, Language::absent_value);
  if (value == Language::absent_value) return std::string(english);
  std::string words(language_->text_of(label_, value));
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string Said::label(std::string_view english, std::string_view filling) const {
  std::string words = label(english);
  if (const std::size_t at = words.find('@'); at != std::string::npos) words.replace(at, 1, filling);
  return words;
}

bool Said::ends_in_month(std::string_view text) const {
  if (month_ == no_class) return false;
  const std::size_t blank = text.find_last_of(" \n");
  const std::string_view word = blank == std::string_view::npos ? text : text.substr(blank + 1);
  return language_->is(word, language_->word_class("month")) ||
         language_->is(word, language_->word_class("month-short"));
}

}  // namespace annal
