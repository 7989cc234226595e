// One pass over the tokens that looks at marks alone. At a mark that can end a sentence it takes in what closes with it
// (further marks, quotes, brackets), then asks what comes next; only a period makes it look up the word before.
#include "core/text/sentence.h"

#include <algorithm>
#include <string_view>

#include "core/text/date_words.h"
#include "core/unicode/ascii.h"
#include "core/unicode/letter_case.h"

namespace annal {

namespace {

/// Values of class "abbreviation" in the lexicon.
enum Abbreviation : std::int32_t { goes_on = 1, may_end = 2, before_number = 3, before_day = 4, clock = 5 };

/// Tokens after which the next mark ends a sentence, whatever it is.
constexpr std::size_t long_sentence = longest_sentence - 100;

class Finder {
 public:
  Finder(const Document& document, const std::vector<Token>& tokens, const Language& language)
      : text_(document.text),
        tokens_(tokens),
        language_(language),
        abbreviation_(language.word_class("abbreviation")),
        starter_(language.word_class("sentence-starter")),
        after_ordinal_(language.word_class("after-ordinal-stop")),
        dates_(language) {}

  bool is_cut(std::size_t i, std::size_t first) const;
  void split(std::size_t first, std::size_t last, std::uint32_t block, std::vector<Sentence>& out) const;

 private:
  std::string_view word(std::size_t i) const { return slice(text_, tokens_[i].span()); }
  char first_byte(std::size_t i) const { return text_[tokens_[i].begin]; }
  bool is_punctuation(std::size_t i, char c) const {
    return tokens_[i].kind == TokenKind::punctuation && first_byte(i) == c;
  }

  bool ends_always(std::size_t i) const;
  bool closes(std::size_t i) const;
  bool opens(std::size_t i) const;
  /// "[4]": the number of a note, which belongs to the sentence before it.
  bool is_note(std::size_t i) const {
    return is_punctuation(i, '[') && tokens_[i + 1].kind == TokenKind::digits && is_punctuation(i + 2, ']');
  }
  bool numbers_a_point(std::size_t i, std::size_t first) const;
  bool numbers_a_noun(std::size_t i, std::size_t next) const;
  bool starts_small(std::size_t i) const {
    if (tokens_[i].kind != TokenKind::word) return false;
    return static_cast<unsigned char>(first_byte(i)) < 0x80 ? is_lower(first_byte(i)) : begins_small(word(i));
  }
  bool is_letter(std::size_t i) const { return tokens_[i].span().size() == letter_at(word(i), 0).size; }
  bool is_starter(std::size_t i) const;
  std::size_t start_of_dotted(std::size_t i, std::size_t first) const;
  bool period_ends(std::size_t period, std::size_t next, std::size_t first) const;

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const Language& language_;
  WordClass abbreviation_, starter_, after_ordinal_;
  DateWords dates_;
};

/// Full stops and question marks of scripts that put no space after them.
bool Finder::ends_always(std::size_t i) const {
  const std::string_view mark = word(i);
  return mark == "\u3002" || mark == "\uFF01" || mark == "\uFF1F";
}

/// A quote or bracket that closes what the sentence opened: it touches what stands before it.
bool Finder::closes(std::size_t i) const {
  if (tokens_[i].kind != TokenKind::punctuation || !tokens_[i].no_space_before) return false;
  const std::string_view mark = word(i);
  if (mark.size() == 1) return mark == "\"" || mark == "'" || mark == ")" || mark == "]" || mark == "}";
  return mark == "\u201D" || mark == "\u2019" || mark == "\u00BB" || mark == "\u300D" || mark == "\u300F" ||
         mark == "\uFF09";
}

/// A mark with which a sentence can begin.
bool Finder::opens(std::size_t i) const {
  if (tokens_[i].kind != TokenKind::punctuation) return false;
  switch (first_byte(i)) {
    case ',':
    case ';':
    case ':':
    case '.':
    case '!':
    case '?':
    case '%':
    case '/':
    case '=':
    case '+':
    case '&':
    case ')':
    case ']':
    case '}': return false;
    default: return true;
  }
}

/// Looks past opening quotes and brackets to the word that would open the next sentence.
bool Finder::is_starter(std::size_t i) const {
  while (i < tokens_.size() && opens(i) && i + 1 < tokens_.size() && tokens_[i + 1].no_space_before) ++i;
  return i < tokens_.size() && tokens_[i].kind == TokenKind::word && language_.is(word(i), starter_);
}

/// The first token of "U.S", "p.m" or "J" that ends with token `i`: single letters with periods between, all touching.
std::size_t Finder::start_of_dotted(std::size_t i, std::size_t first) const {
  while (i >= first + 2 && tokens_[i].no_space_before && tokens_[i - 1].no_space_before && is_punctuation(i - 1, '.') &&
         tokens_[i - 2].kind == TokenKind::word && tokens_[i - 2].span().size() <= 2) {
    i -= 2;
  }
  return i;
}

/// Whether the digits at `i` count a list: "1. The first", "2.1. The first", "as follows: 1. The first".
bool Finder::numbers_a_point(std::size_t i, std::size_t first) const {
  while (i >= first + 2 && tokens_[i].no_space_before && is_punctuation(i - 1, '.') && tokens_[i - 1].no_space_before &&
         tokens_[i - 2].kind == TokenKind::digits)
    i -= 2;
  if (i == first) return true;
  return tokens_[i].span().size() <= 2 && !tokens_[i].no_space_before &&
         (tokens_[i].newline || is_punctuation(i - 1, ':') || is_punctuation(i - 1, '*'));
}

/// Whether the digits at `i` and their stop count what follows, in languages that write ordinals so: "14. November",
/// "der 3. Platz".
bool Finder::numbers_a_noun(std::size_t i, std::size_t next) const {
  if (after_ordinal_ == no_class || tokens_[i].span().size() > 2 || tokens_[next].kind != TokenKind::word) return false;
  return language_.is(word(next), after_ordinal_) || !is_starter(next);
}

/// Whether the period at `period` ends its sentence, whose first token is `first`, given that `next` comes after what
/// closes with it. `next` does not touch the period and does not begin with a small letter.
bool Finder::period_ends(std::size_t period, std::size_t next, std::size_t first) const {
  if (period == first || !tokens_[period].no_space_before) return true;
  const std::size_t before = period - 1;
  const TokenKind kind = tokens_[before].kind;
  if (kind == TokenKind::digits) return !numbers_a_point(before, first) && !numbers_a_noun(before, next);
  if (kind != TokenKind::word) return true;

  const std::size_t start = start_of_dotted(before, first);
  const std::string_view dotted = text_.substr(tokens_[start].begin, tokens_[before].end - tokens_[start].begin);
  const bool digits_next = tokens_[next].kind == TokenKind::digits;
  switch (language_.value_in(dotted, abbreviation_, 0)) {
    case goes_on: return false;
    case may_end: return is_starter(next);
    case before_number: return !digits_next;
    case before_day: return !digits_next && !opens(next);
    case clock: {
      if (digits_next || opens(next)) return is_starter(next);
      const std::string_view after = word(next);
      return !dates_.is_weekday(after) && !dates_.is_month(after) && !dates_.is_zone(after);
    }
    default: break;
  }
  // An initial ("J. Brandt"), or an acronym that the lexicon does not hold.
  const bool letter = is_letter(before);
  if (letter && digits_next) return false;  // "(d. 1975)"
  const bool single = letter && begins_capital(word(before));
  return (!single && start == before) || is_starter(next);
}

/// Whether a sentence that begins at `first` is too long to go on at `i`. It is cut behind a mark or at a line's end
/// where there is one near, and before a run of touching tokens ("2014-05-03") rather than in it.
bool Finder::is_cut(std::size_t i, std::size_t first) const {
  constexpr std::size_t longest_run = 32;
  const std::size_t size = i - first, limit = first + longest_sentence;
  if (size < long_sentence) return false;
  if (size >= longest_sentence) return true;
  if (tokens_[i].no_space_before) return false;
  if (tokens_[i].newline || tokens_[i - 1].kind == TokenKind::punctuation) return true;
  if (size + longest_run < longest_sentence || limit >= tokens_.size()) return false;
  return std::all_of(tokens_.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                     tokens_.begin() + static_cast<std::ptrdiff_t>(limit) + 1,
                     [](const Token& token) { return token.no_space_before; });
}

void Finder::split(std::size_t first, std::size_t last, std::uint32_t block, std::vector<Sentence>& out) const {
  const auto emit = [&](std::size_t past) {
    out.push_back({static_cast<std::uint32_t>(first),
                   static_cast<std::uint32_t>(past),
                   block,
                   {tokens_[first].begin, tokens_[past - 1].end}});
    first = past;
  };
  for (std::size_t i = first; i < last; ++i) {
    if (block == no_block && tokens_[i].blank_line && i > first) emit(i);
    if (is_cut(i, first)) emit(i);
    if (tokens_[i].kind != TokenKind::punctuation) continue;
    const char c = first_byte(i);
    const bool wide = static_cast<unsigned char>(c) >= 0xE2;
    const bool ellipsis = wide && word(i) == "\u2026";
    if (c != '.' && c != '!' && c != '?' && !ellipsis && !(wide && ends_always(i))) continue;

    const std::size_t mark = i;
    const std::size_t reach = std::min(last, first + longest_sentence);
    std::size_t next = i + 1;
    while (next < reach && tokens_[next].no_space_before &&
           (is_punctuation(next, '.') || is_punctuation(next, '!') || is_punctuation(next, '?')))
      ++next;
    const bool several = next > i + 1;
    while (next < reach && closes(next)) ++next;
    while (next + 2 < reach && is_note(next)) next += 3;
    if (next >= last) break;  // the block's end ends it

    bool ends = false;
    if (wide && !ellipsis) {
      ends = true;
    } else if (tokens_[next].no_space_before) {
      // "ended.The": a space was lost between a small letter and a capital; "U.S", "3.5" and "example.org" go on.
      ends = c == '.' && !several && next == mark + 1 && mark > first + 1 && tokens_[next].kind == TokenKind::word &&
             is_upper(first_byte(next)) && tokens_[next].span().size() > 1 &&
             is_lower(text_[tokens_[mark].begin - 1]) && tokens_[mark - 1].span().size() > 1 && is_starter(next);
    } else if (starts_small(next) || (tokens_[next].kind == TokenKind::punctuation && !opens(next))) {
      ends = false;
    } else {
      ends = several || c != '.' || period_ends(mark, next, first);
    }
    i = next - 1;
    if (ends) emit(next);
  }
  if (first < last) emit(last);
}

/// The index of the last sentence whose beginning, as `begin` tells it, is at most `at`; 0 where there is none.
template <class Begin>
std::size_t last_beginning_by(const std::vector<Sentence>& sentences, std::uint32_t at, Begin begin) {
  const auto after = std::ranges::upper_bound(sentences, at, {}, begin);
  return after == sentences.begin() ? 0 : static_cast<std::size_t>(after - sentences.begin()) - 1;
}

}  // namespace

std::vector<Sentence> find_sentences(const Document& document, const std::vector<Token>& tokens,
                                     const Language& language) {
  std::vector<Sentence> out;
  out.reserve(tokens.size() / 24 + document.blocks.size() + 1);
  const Finder finder(document, tokens, language);
  const auto first_at = [&](std::size_t from, std::uint32_t offset) {
    const auto at = std::lower_bound(tokens.begin() + static_cast<std::ptrdiff_t>(from), tokens.end(), offset,
                                     [](const Token& token, std::uint32_t o) { return token.begin < o; });
    return static_cast<std::size_t>(at - tokens.begin());
  };
  std::size_t at = 0;
  for (std::size_t b = 0; b < document.blocks.size(); ++b) {
    const std::size_t begin = first_at(at, document.blocks[b].span.begin);
    const std::size_t end = first_at(begin, document.blocks[b].span.end);
    if (at < begin) finder.split(at, begin, no_block, out);
    if (begin < end) finder.split(begin, end, static_cast<std::uint32_t>(b), out);
    at = end;
  }
  if (at < tokens.size()) finder.split(at, tokens.size(), no_block, out);
  return out;
}

std::size_t sentence_of_token(const std::vector<Sentence>& sentences, std::uint32_t token) {
  return last_beginning_by(sentences, token, [](const Sentence& sentence) { return sentence.first; });
}

std::size_t sentence_at(const std::vector<Sentence>& sentences, std::uint32_t offset) {
  return last_beginning_by(sentences, offset, [](const Sentence& sentence) { return sentence.span.begin; });
}

}  // namespace annal
