#include "reader/pdf/hyphens.h"

#include <algorithm>

#include "core/unicode/ascii.h"
#include "core/unicode/letter_case.h"

namespace annal::pdf {
namespace {

constexpr std::string_view soft_hyphen = "\u00AD";

bool is_letter(char32_t letter) {
  return letter < 0x80 ? is_alpha(static_cast<char>(letter)) : letter >= 0xC0 && (letter < 0x2000 || letter >= 0x2C00);
}

/// Whether a word goes on at `at`: letters, and hyphens and apostrophes between two.
bool in_word(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const Letter letter = letter_at(text, at);
  if (is_letter(letter.code) || (letter.code < 0x80 && is_digit(static_cast<char>(letter.code)))) return true;
  const bool joint = letter.code == '-' || letter.code == '\'' || letter.code == 0x2019 || letter.code == 0x2010;
  return joint && at + letter.size < text.size() && is_letter(letter_at(text, at + letter.size).code);
}

/// The word at the front of `text`, with inner hyphens.
std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  while (in_word(text, end)) end += letter_at(text, end).size;
  return text.substr(0, std::min(end, text.size()));
}

/// The word at the end of `text`, with inner hyphens: letters alone, so that what a number joins stays.
std::string_view last_word(std::string_view text) {
  const std::size_t space = text.find_last_of(" \t\n(\"");
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

/// The part of a word behind its last inner hyphen, and that before its first.
std::string_view last_part(std::string_view word) { return word.substr(word.rfind('-') + 1); }
std::string_view first_part(std::string_view word) { return word.substr(0, word.find('-')); }

}  // namespace

Hyphens::Hyphens(std::span<const Paragraph> paragraphs, const Language& language)
    : language_(language), lemmas_(syntax::lemmas_of(language.tag())) {
  for (const Paragraph& paragraph : paragraphs) {
    bool parted = false;  // the line before ends within a word, so the first word of this one may be half of it
    for (const Line& line : paragraph.lines) {
      const std::string_view text = line.text;
      const std::size_t end = text.size() - hyphen_size(text);
      for (std::size_t at = 0; at < text.size();) {
        const std::string_view word = first_word(text.substr(at));
        const bool half = (at == 0 && parted) || at + word.size() >= end;
        if (!word.empty() && !(half && (at == 0 ? parted : end < text.size()))) words_.insert(folded(word));
        at += word.empty() ? letter_at(text, at).size : word.size();
      }
      parted = end < text.size();
    }
  }
}

bool Hyphens::is_listed(std::string_view word) const {
  const std::string small = folded(word);
  return words_.contains(small) || language_.entry(small) != nullptr;
}

bool Hyphens::knows(std::string_view word) const {
  return is_listed(word) || (!word.empty() && lemmas_ != nullptr && lemmas_->knows_form(folded(word)));
}

Hyphen Hyphens::judge(std::string_view line, std::string_view next) const {
  const std::size_t size = hyphen_size(line);
  const std::string_view left = last_word(line.substr(0, line.size() - size)), right = first_word(next);
  if (line.ends_with(soft_hyphen)) return Hyphen::dropped;
  if (right.empty() || language_.is(folded(right), language_.word_class("breaks-off"))) return Hyphen::kept_with_space;
  const char32_t first = letter_at(right, 0).code;
  if (!is_letter(first) || lower_of(first) != first) return Hyphen::kept;
  if (left.find_first_of("0123456789") != std::string_view::npos) return Hyphen::kept;
  const std::string joined = std::string(left) + std::string(right);
  if (words_.contains(folded(std::string(left) + "-" + std::string(right)))) return Hyphen::kept;
  const std::string_view before = last_part(left), after = first_part(right);
  const std::string middle = std::string(before) + std::string(after);  // of "well-be-ing"
  if (is_listed(joined) || is_listed(middle)) return Hyphen::dropped;
  const bool prefix = language_.is(folded(before), language_.word_class("hyphen-prefix"));
  if (prefix && is_listed(after)) return Hyphen::kept;
  if (knows(joined) || knows(middle) || !knows(after)) return Hyphen::dropped;
  return knows(before) ? Hyphen::kept : Hyphen::dropped;
}

}  // namespace annal::pdf
