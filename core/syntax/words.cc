#include "core/syntax/words.h"

#include <algorithm>
#include <array>

#include "core/unicode/letter_case.h"
#include "core/unicode/utf8.h"

namespace annal::syntax {
namespace {

// Values of the class "word-joiner": between which tokens the sign joins; they add up.
enum Joins : std::int32_t { letters = 1, digits = 2, mixed = 4 };

// Values of the class "enclitic".
enum Enclitic : std::int32_t { own_word = 1, part_of_multiword = 2, behind_host = 3 };

// Values of the class "article-after".
enum ArticleAfter : std::int32_t { always = 1, as_before = 2 };

// Values of the class "abbreviation", as in core/text/sentence.cc: one of them stands before a number only, and those
// above it are often plain words.
constexpr std::int32_t before_number = 3;

constexpr std::size_t longest_host_ending = 5;  // in code points

bool single_letter(std::string_view word) { return !word.empty() && utf8_length(word.front()) == word.size(); }

bool is_bracket(char c) { return std::string_view("()[]{}<>\"").find(c) != std::string_view::npos; }

// Where the last `letters` code points of `word` begin; nothing where it has no more than these.
std::size_t tail_begin(std::string_view word, std::size_t letters) {
  std::size_t begin = word.size();
  for (; letters > 0 && begin > 0; --letters) do
      --begin;
    while (begin > 0 && is_continuation(word[begin]));
  return letters == 0 ? begin : 0;
}

// "dejando" for "dejándo": the host of an enclitic as it is written without it.
std::string unclitic(std::string_view host, const Language& language) {
  const WordClass endings = language.word_class("enclitic-host");
  for (std::size_t letters = longest_host_ending; letters > 1 && endings != no_class; --letters) {
    const std::size_t begin = tail_begin(host, letters);
    const std::int32_t value = language.value_in(host.substr(begin), endings, Language::absent_value);
    if (begin == 0 || value == Language::absent_value) continue;
    return std::string(host.substr(0, begin)).append(language.text_of(endings, value));
  }
  return std::string(host);
}

}  // namespace

WordDivider::WordDivider(std::string_view text, std::span<const Token> tokens, const Language& language)
    : text_(text),
      tokens_(tokens),
      language_(language),
      joiner_(language.word_class("word-joiner")),
      opening_(language.word_class("word-opening")),
      prefix_(language.word_class("hyphen-prefix")),
      unit_(language.word_class("unit-after-digits")),
      number_sign_(language.word_class("sign-after-digits")),
      proclitic_(language.word_class("proclitic")),
      enclitic_(language.word_class("enclitic")),
      host_(language.word_class("enclitic-host")),
      undivided_(language.word_class("undivided")),
      multiword_(language.word_class("multiword")),
      article_(language.word_class("multiword-or-article")),
      article_after_(language.word_class("article-after")),
      abbreviation_(language.word_class("abbreviation")),
      groups_digits_(language.is(" ", joiner_)) {}

std::vector<Word> WordDivider::divide(std::uint32_t first, std::uint32_t last, std::span<const TimeSpan> times) const {
  std::vector<Word> out;
  out.reserve(last - first);
  auto time = std::lower_bound(times.begin(), times.end(), first,
                               [](const TimeSpan& known, std::uint32_t token) { return known.last <= token; });
  for (std::uint32_t i = first; i < last;) {
    while (time != times.end() && time->last <= i) ++time;
    const bool inside = time != times.end() && time->first <= i;
    if (inside) {
      Word word{.span = time->span, .first = i, .last = std::min(time->last, last), .time = time->index};
      word.span.begin = std::max(word.span.begin, tokens_[i].begin);
      word.span.end = std::min(word.span.end, tokens_[word.last - 1].end);
      out.push_back(word);
      i = word.last;
      continue;
    }
    const std::uint32_t limit = time != times.end() ? std::min(last, time->first) : last;
    const bool sign = tokens_[i].kind == TokenKind::punctuation;
    const std::uint32_t end = sign ? sign_end(i, limit) : run_end(i, limit);
    if (!sign || end - i > 1)
      add_run(i, end, out);
    else
      add(tokens_[i].span(), i, out);
    i = end;
  }
  return out;
}

bool WordDivider::touches(std::uint32_t token, std::uint32_t last) const {
  return token < last && tokens_[token].no_space_before;
}

bool WordDivider::touching_word(std::uint32_t token, std::uint32_t last) const {
  return touches(token, last) && tokens_[token].kind != TokenKind::punctuation;
}

// Whether the sign `token` joins the run that began with token `first` to the token behind it.
bool WordDivider::joins(std::uint32_t first, std::uint32_t token, std::uint32_t last) const {
  if (!touches(token, last) || !touching_word(token + 1, last)) return false;
  const bool digits_before = tokens_[token - 1].kind == TokenKind::digits;
  const bool digits_after = tokens_[token + 1].kind == TokenKind::digits;
  const std::int32_t between = digits_before != digits_after ? mixed : digits_before ? digits : letters;
  if ((language_.value_in(at(token), joiner_, 0) & between) != 0) return true;
  // "re-elected", but "well-known" is three words.
  return between == letters && first + 1 == token && at(token) == "-" && language_.is(at(first), prefix_);
}

// The end of an address of the web that begins at `first`, where `token` shows one; else 0. The signs of the sentence
// behind it do not belong to it.
std::uint32_t WordDivider::address_end(std::uint32_t first, std::uint32_t token, std::uint32_t last) const {
  const bool scheme = touches(token + 2, last) && touches(token + 1, last) && touches(token, last) &&
                      at(token) == ":" && at(token + 1) == "/" && at(token + 2) == "/";
  const bool host = token == first + 1 && touches(token, last) && at(first) == "www" && at(token) == ".";
  if (!scheme && !host) return 0;
  std::uint32_t end = token + 1;
  while (touches(end, last)) ++end;
  while (tokens_[end - 1].kind == TokenKind::punctuation && at(end - 1) != "/") --end;
  return end;
}

// Whether the full stop `token` belongs to the word of tokens [first, token): "U.S.", "Mr.", "J. Smith".
bool WordDivider::takes_stop(std::uint32_t first, std::uint32_t token, std::uint32_t last) const {
  if (!touches(token, last) || at(token) != ".") return false;
  const bool final = token + 1 == last;
  const std::string_view word = text_.substr(tokens_[first].begin, tokens_[token - 1].end - tokens_[first].begin);
  bool letters_alone = true;
  for (std::uint32_t i = first; i < token; ++i)
    letters_alone = letters_alone && single_letter(at(i)) && tokens_[i].kind != TokenKind::digits &&
                    (tokens_[i].kind == TokenKind::word || at(i) == ".");
  if (letters_alone && token - first > 1) return true;
  if (letters_alone && begins_capital(word) && !final) return true;
  const std::int32_t kind = language_.value_in(word, abbreviation_, 0);
  if (kind == before_number)
    return touches(token + 1, last) || (!final && tokens_[token + 1].kind == TokenKind::digits);
  return kind != 0 && (kind < before_number || !final);
}

// The end of the tokens that make one written word with token `first`, which is a word or digits.
std::uint32_t WordDivider::run_end(std::uint32_t first, std::uint32_t last) const {
  std::uint32_t i = first + 1;
  while (touches(i, last)) {
    if (const std::uint32_t end = address_end(first, i, last); end != 0) return end;
    if (tokens_[i].kind == TokenKind::punctuation) {
      if (!joins(first, i, last)) break;
      i += 2;
      continue;
    }
    // "70km" is two words and "20h30" three; "1990s" and "G20" are one.
    const auto unit = [&](std::uint32_t token) {
      return token > 0 && touches(token, last) && tokens_[token - 1].kind == TokenKind::digits &&
             language_.is(at(token), unit_);
    };
    if (unit(i) || (i == first + 1 && unit(first))) break;
    ++i;
  }
  if (takes_stop(first, i, last)) return i + 1;
  if (tokens_[i - 1].kind != TokenKind::digits) return i;
  // "25 785" is one number in some languages.
  while (groups_digits_ && i < last && !tokens_[i].no_space_before && tokens_[i].kind == TokenKind::digits &&
         tokens_[i].span().size() == 3 && tokens_[i - 1].span().size() <= 3 &&
         tokens_[i].begin == tokens_[i - 1].end + 1)
    ++i;
  return touches(i, last) && i + 1 < last && language_.is(at(i), number_sign_) ? i + 1 : i;
}

// The end of the tokens that make one word with the sign `first`.
std::uint32_t WordDivider::sign_end(std::uint32_t first, std::uint32_t last) const {
  // "'s" behind a time expression or a sign
  if (touches(first, last) && touching_word(first + 1, last)) {
    const std::string_view both = text_.substr(tokens_[first].begin, tokens_[first + 1].end - tokens_[first].begin);
    if (language_.is(both, enclitic_)) return first + 2;
  }
  if (language_.is(at(first), opening_) && touching_word(first + 1, last)) return run_end(first + 1, last);
  std::uint32_t end = first + 1;
  if (!is_bracket(at(first).front()))
    while (touches(end, last) && at(end) == at(first)) ++end;
  return end;
}

void WordDivider::add(Span span, std::uint32_t first, std::vector<Word>& out, std::uint8_t part) const {
  std::uint32_t begin = first;
  while (tokens_[begin].end <= span.begin) ++begin;
  std::uint32_t end = begin + 1;
  while (end < tokens_.size() && tokens_[end].begin < span.end) ++end;
  out.push_back({.span = span, .first = begin, .last = end, .part = part});
}

// "avec des amis": whether an article stands behind the words of `out`, those of the sentence. What "and" joins has the
// article of what stands before it: "des arbres et des fleurs", "le chant des arbres et des fleurs".
bool WordDivider::stands_as_article(const std::vector<Word>& out) const {
  constexpr std::size_t farthest = 8;
  const std::int32_t before =
      out.empty() ? always : language_.value_in(slice(text_, out.back().span), article_after_, 0);
  if (before != as_before) return before == always;
  for (std::size_t i = out.size(); i > 0 && i + farthest > out.size(); --i)
    if (language_.is(slice(text_, out[i - 1].span), multiword_)) return out[i - 1].part == 0;
  return true;
}

// "zum", "cannot", "du": the words that the lexicon gives for it.
bool WordDivider::add_multiword(Span span, std::uint32_t first, std::vector<Word>& out) const {
  const std::string_view whole = slice(text_, span);
  const std::int32_t value = language_.value_in(whole, multiword_, Language::absent_value);
  if (value == Language::absent_value) return false;
  if (language_.is(whole, article_) && stands_as_article(out)) return false;
  const std::string_view parts = language_.text_of(multiword_, value);
  const auto blanks = static_cast<std::uint32_t>(std::count(parts.begin(), parts.end(), ' '));
  const bool written_out = parts.size() - blanks == whole.size();
  std::uint32_t at = span.begin;
  std::uint8_t part = 1;
  for (std::size_t from = 0; from <= parts.size(); ++part) {
    const std::size_t to = std::min(parts.find(' ', from), parts.size());
    const Span own{at, at + static_cast<std::uint32_t>(to - from)};
    add(written_out ? own : span, first, out, part);
    at = own.end;
    from = to + 1;
  }
  return true;
}

// The bytes of the enclitic at the end of `run`, 0 where there is none.
std::size_t WordDivider::enclitic_size(std::string_view run, bool& multiword) const {
  constexpr std::size_t longest = 8;
  for (std::size_t letters = longest; letters > 0; --letters) {
    const std::size_t begin = tail_begin(run, letters);
    if (begin == 0) continue;
    const std::int32_t kind = language_.value_in(run.substr(begin), enclitic_, 0);
    if (kind == 0) continue;
    const std::string_view host = run.substr(0, begin);
    multiword = kind != own_word;
    if (kind != behind_host) return run.size() - begin;
    for (std::size_t n = longest_host_ending; n > 1; --n) {
      const std::size_t ending = tail_begin(host, n);
      if (ending > 0 && language_.is(host.substr(ending), host_)) return run.size() - begin;
    }
  }
  return 0;
}

// The words of one written word: "l'homme" is two, "didn't" is two, "a-t-il" is two.
void WordDivider::add_run(std::uint32_t first, std::uint32_t end, std::vector<Word>& out) const {
  Span span{tokens_[first].begin, tokens_[end - 1].end};
  if (add_multiword(span, first, out)) return;
  const bool divisible = tokens_[first].kind == TokenKind::word && (end - first > 1 || host_ != no_class) &&
                         !language_.is(slice(text_, span), undivided_);
  if (!divisible) return add(span, first, out);
  for (std::uint32_t i = first; i + 2 < end && proclitic_ != no_class; i += 2) {
    const Span clitic{span.begin, tokens_[i + 1].end};
    if (!language_.is(slice(text_, clitic), proclitic_)) break;
    add(clitic, i, out);
    span.begin = clitic.end;
    if (add_multiword(span, i + 2, out)) return;  // "jusqu'au"
  }
  std::array<Word, 4> tail;
  std::size_t count = 0;
  bool multiword = false, any = false;
  while (count < tail.size()) {
    const auto size = static_cast<std::uint32_t>(enclitic_size(slice(text_, span), multiword));
    if (size == 0) break;
    any = any || multiword;
    tail[count++].span = {span.end - size, span.end};
    span.end -= size;
  }
  std::uint8_t part = any ? 1 : 0;
  add(span, first, out, part);
  for (; count > 0; --count) add(tail[count - 1].span, first, out, any ? ++part : part);
}

std::string form_of(const Word& word, std::string_view text, const Language& language) {
  const std::string_view written = slice(text, word.span);
  if (word.part == 0) return std::string(written);
  const WordClass multiword = language.word_class("multiword");
  const std::int32_t value = language.value_in(written, multiword, Language::absent_value);
  if (value == Language::absent_value) return word.part == 1 ? unclitic(written, language) : std::string(written);
  std::string_view parts = language.text_of(multiword, value);
  for (std::uint8_t part = 1; part < word.part; ++part) parts.remove_prefix(parts.find(' ') + 1);
  return std::string(parts.substr(0, parts.find(' ')));
}

}  // namespace annal::syntax
