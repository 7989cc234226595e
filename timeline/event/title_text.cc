#include "timeline/event/title_text.h"

#include <algorithm>

#include "core/unicode/ascii.h"
#include "core/unicode/letter_case.h"
#include "core/unicode/utf8.h"
#include "timeline/event/title_end.h"

namespace annal {

using syntax::Deprel;
using syntax::Upos;

namespace {

// Puts `form_of` the letter at byte `at` in its place.
void set_letter(std::string& text, std::size_t at, char32_t (*form_of)(char32_t)) {
  const Letter letter = letter_at(text, at);
  const char32_t form = form_of(letter.code);
  if (form == letter.code) return;
  std::string bytes;
  append_letter(bytes, form);
  text.replace(at, letter.size, bytes);
}

}  // namespace

// Its ancestor, or itself, that hangs on a word above `other` too; -1 where `other` stands under it.
std::int32_t LineSetter::part_apart(std::uint32_t word, std::uint32_t other) const {
  auto w = static_cast<std::int32_t>(word);
  while (w >= 0) {
    const std::int32_t up = tree()[static_cast<std::uint32_t>(w)].head;
    if (tree().under(other, static_cast<std::uint32_t>(w))) return -1;
    if (up < 0 || tree().under(other, static_cast<std::uint32_t>(up))) return w;
    w = up;
  }
  return -1;
}

// Whether a comma between the kept words `a` and `b`, of what stood between them, still parts them: the phrase in front
// from the rest, what is said from who says it.
bool LineSetter::parts(std::uint32_t a, std::uint32_t b) const {
  const std::int32_t left = part_apart(a, b), right = part_apart(b, a);
  if (left >= 0) {
    const auto l = static_cast<std::uint32_t>(left);
    const Deprel d = tree()[l].deprel;
    const bool in_front = !words_->kept.any(std::min(first_, tree().first(l)), tree().first(l));
    // "Vor dem Krieg flüchtete der Arzt": no comma before a verb but behind a clause
    const bool inverted = tree()[b].upos == Upos::verb || tree()[b].upos == Upos::aux;
    if (in_front && tree().last(l) < b && !(inverted && (d == Deprel::obl || d == Deprel::advmod)) &&
        (d == Deprel::obl || d == Deprel::advcl || d == Deprel::ccomp || d == Deprel::parataxis || d == Deprel::advmod))
      return true;
  }
  // "the match, which ends [on Monday], is the last": what a comma opened one closes
  for (auto w = static_cast<std::int32_t>(a); w >= 0 && left >= 0; w = tree()[static_cast<std::uint32_t>(w)].head) {
    const auto at = static_cast<std::uint32_t>(w);
    std::uint32_t opening = tree().first(at);
    if (!is_mark(opening) && opening > 0) --opening;
    const Deprel d = tree()[at].deprel;
    if (is_mark(opening) && printed_[opening] && mark(opening) == Mark::comma && tree().last(at) < b &&
        (d == Deprel::acl_relcl || d == Deprel::acl || d == Deprel::appos || d == Deprel::advcl))
      return true;
    if (w == left) break;
  }
  if (right < 0 || right == words_->anchor) return false;
  const Deprel d = tree()[static_cast<std::uint32_t>(right)].deprel;
  std::uint32_t first = tree().first(static_cast<std::uint32_t>(right));
  while (first < b && is_mark(first)) ++first;
  return first == b && (d == Deprel::parataxis || d == Deprel::advcl || d == Deprel::ccomp || d == Deprel::acl_relcl);
}

// Whether it is a time, or a word that only joins one: "on 3 May".
bool LineSetter::dates(std::uint32_t w) const {
  if (tree()[w].time >= 0) return true;
  const Deprel d = tree()[w].deprel;
  return (d == Deprel::case_ || d == Deprel::det || d == Deprel::fixed) && tree()[w].head >= 0 &&
         dates(static_cast<std::uint32_t>(tree()[w].head));
}

// Whether a comma stays between `a` and `b` where a time before it is left out: not in "The dam was repaired [in 2009,]
// after the flood", nor where the comma that opened the phrase is gone: "The sale [, planned for May,] failed".
bool LineSetter::parts_behind_time(std::uint32_t a, std::uint32_t b) const {
  if (tree()[b].upos == Upos::adp && static_cast<std::int32_t>(a) >= words_->anchor) return false;
  const std::int32_t phrase = part_apart(a, b);
  if (phrase < 0) return true;
  std::uint32_t opening = tree().first(static_cast<std::uint32_t>(phrase));
  if (!is_mark(opening) && opening > 0) --opening;
  return !is_mark(opening) || printed_[opening];
}

// Whether a mark is no punctuation but a part of the word beside it: "<b>", "#oldmill", "@mill".
bool LineSetter::is_part_of_word(std::uint32_t w) const {
  constexpr std::string_view symbols = "<>#@/\\{}~$+=^|&%";
  if (!is_mark(w) || symbols.find(sentence_[w].text.front()) == std::string_view::npos) return false;
  const bool before = w > 0 && tree()[w - 1].span.end == tree()[w].span.begin && !is_mark(w - 1);
  const bool behind = w + 1 < tree().size() && tree()[w].span.end == tree()[w + 1].span.begin && !is_mark(w + 1);
  return (before || behind) && (!before || words_->kept[w - 1]) && (!behind || words_->kept[w + 1]);
}

// A mark stands where the words on both its sides do, but for a time; a comma also where it still parts what is kept.
void LineSetter::choose_marks() {
  std::int32_t before = -1;  // last kept word
  bool adjacent = false;     // nothing was left out since then
  std::int32_t comma = -1;
  for (std::uint32_t i = first_; i < end_; ++i) {
    if (words_->kept[i]) {
      if (comma >= 0 && before >= 0 && parts(static_cast<std::uint32_t>(before), i))
        printed_.add(static_cast<std::uint32_t>(comma));
      before = static_cast<std::int32_t>(i);
      adjacent = true;
      comma = -1;
      continue;
    }
    if (!is_mark(i)) {
      adjacent = adjacent && dates(i);
      continue;
    }
    if (mark(i) == Mark::paired || mark(i) == Mark::bracket) continue;
    if (is_part_of_word(i)) {
      printed_.add(i);
      continue;
    }
    std::uint32_t after = i + 1;
    while (after < end_ && is_mark(after)) ++after;
    const bool ends_time = i > 0 && !words_->kept[i - 1] && !is_mark(i - 1);
    adjacent = adjacent && after < end_ && words_->kept[after] &&
               (!ends_time || parts_behind_time(static_cast<std::uint32_t>(before), after));
    if (adjacent)
      printed_.add(i);
    else if (mark(i) == Mark::comma)
      comma = static_cast<std::int32_t>(i);
  }
  choose_pairs(Mark::paired);
  choose_pairs(Mark::bracket);
}

// Quotation marks and brackets stand in twos, round words that all stand.
void LineSetter::choose_pairs(Mark kind) {
  const NumberSet& marks = sentence_.marks();
  std::int32_t open = -1;
  for (std::uint32_t i = marks.next(first_); i < end_; i = marks.next(i + 1)) {
    if (mark(i) != kind) continue;
    if (open < 0) {
      // "[«More] light» was ..., «Faust»": what stands at the end of a word closes
      const bool closes = i > 0 && tree()[i - 1].span.end == tree()[i].span.begin && i + 1 < tree().size() &&
                          tree()[i].span.end < tree()[i + 1].span.begin;
      if (closes) continue;
      open = static_cast<std::int32_t>(i);
      continue;
    }
    const auto opening = static_cast<std::uint32_t>(open);
    bool whole = i > opening + 1;
    for (std::uint32_t k = opening + 1; k < i; ++k) whole &= printed_[k] || is_mark(k);
    if (whole) printed_.add(opening), printed_.add(i);
    open = -1;
  }
}

void LineSetter::put_in_order() {
  order_.clear();
  const auto put = [&](std::uint32_t first, std::uint32_t end) {
    for (std::uint32_t i = printed_.next(first); i < end; i = printed_.next(i + 1))
      if (static_cast<std::int32_t>(i) != words_->moved) order_.push_back(i);
  };
  if (words_->front_first < 0) {
    put(first_, end_);
  } else {
    const auto front = static_cast<std::uint32_t>(words_->front_first);
    const auto behind = static_cast<std::uint32_t>(words_->front_last) + 1;
    put(front, std::min(behind, end_));
    put(first_, front);
    put(behind, end_);
  }
  if (words_->moved >= 0) {
    const auto at = std::find(order_.begin(), order_.end(), static_cast<std::uint32_t>(words_->moved_behind));
    order_.insert(at == order_.end() ? at : at + 1, static_cast<std::uint32_t>(words_->moved));
  }
  const auto stands = [&](std::uint32_t w) { return !is_mark(w) || is_part_of_word(w) || mark(w) == Mark::paired; };
  while (!order_.empty() && !stands(order_.back()) && mark(order_.back()) != Mark::bracket) order_.pop_back();
  order_.erase(order_.begin(), std::find_if(order_.begin(), order_.end(), stands));
}

void LineSetter::arrange(const TitleWords& words) {
  words_ = &words;
  printed_ = words.kept;
  first_ = printed_.first();
  end_ = printed_.end();
  // the marks round them may close what they open
  while (first_ > 0 && is_mark(first_ - 1)) --first_;
  while (end_ < tree().size() && is_mark(end_)) ++end_;
  choose_marks();
  put_in_order();
  const auto repeats = [&](std::uint32_t before, std::uint32_t w) { return tree()[before].span == tree()[w].span; };
  order_.erase(std::unique(order_.begin(), order_.end(), repeats), order_.end());
}

// Whether no space stands before word `w`, behind `previous` or at the front.
bool LineSetter::touches(std::uint32_t w, std::int32_t previous) const {
  const bool glued = w > 0 && tree()[w - 1].span.end >= tree()[w].span.begin;
  if (!glued) return false;
  const bool follows = static_cast<std::int32_t>(w) == previous + 1 ||
                       (previous >= 0 && tree()[w].span.begin <= tree()[static_cast<std::uint32_t>(previous)].span.end);
  return follows || (is_mark(w) && mark(w) != Mark::paired);
}

// The word with its white space made single; in the middle of a line one that opened the sentence begins small.
void LineSetter::write_word(std::uint32_t w) {
  const std::size_t begin = text_.size();
  if (const NameInstead* const instead = words_->instead_of(w)) {
    text_.append(instead->name).append(instead->ending);
  } else if (!sentence_[w].part.empty() && !printed_[w - 1]) {
    text_.append(sentence_[w].part);
  } else if (sentence_[w].size == sentence_[w].least) {
    text_.append(sentence_[w].text);
  } else {
    for (const char c : sentence_[w].text) {
      const bool space = is_space(c);
      if (!space || (text_.size() > begin && text_.back() != ' ')) text_ += space ? ' ' : c;
    }
  }
  const Upos upos = tree()[w].upos;
  const bool common = upos != Upos::propn && upos != Upos::noun && upos != Upos::num;
  if (w == 0 && begin > 0 && common && text_.size() > begin + 1) set_letter(text_, begin, lower_of);
}

// Whether an elided word stands before another word than in the sentence.
bool LineSetter::parts_elision() const {
  for (std::size_t i = 0; i + 1 < order_.size(); ++i)
    if (sentence_[order_[i]].classes.has(TitleClass::elided) &&
        (order_[i + 1] != order_[i] + 1 || words_->instead_of(order_[i + 1]) != nullptr))
      return true;
  return false;
}

// "qu'[en 2014] la société", "qu'[en 2014] elle": the word before byte `next` of the line is whole before a consonant,
// and touches a vowel.
void LineSetter::mend_elision(std::uint32_t elided, std::size_t next) {
  const TitleLexicon& lexicon = sentence_.lexicon();
  const std::string_view text = sentence_[elided].text, whole = lexicon.unelided(text);
  if (whole.empty() || words_->instead_of(elided) != nullptr) return;
  const std::size_t end = text_[next - 1] == ' ' ? next - 1 : next, begin = end - text.size();
  if (lexicon.elides_before(text_.substr(next, letter_at(text_, next).size))) {
    text_.erase(end, next - end);
    return;
  }
  const char32_t first = letter_at(text_, begin).code;
  text_.replace(begin, next - begin, std::string(whole) + ' ');
  if (upper_of(first) == first) set_letter(text_, begin, upper_of);
}

void LineSetter::write() {
  text_.clear();
  std::int32_t previous = -1;
  for (const std::uint32_t w : order_) {
    if (!text_.empty() && !touches(w, previous)) text_ += ' ';
    const std::size_t begin = text_.size();
    write_word(w);
    if (previous >= 0 && (previous + 1 != static_cast<std::int32_t>(w) || words_->instead_of(w) != nullptr))
      mend_elision(static_cast<std::uint32_t>(previous), begin);
    previous = static_cast<std::int32_t>(w);
  }
  trim_end(text_);
  if (!text_.empty()) set_letter(text_, 0, upper_of);
}

std::size_t LineSetter::size(const TitleWords& words) {
  arrange(words);
  if (order_.empty()) return 0;
  const NameInstead* const last = words_->instead_of(order_.back());
  if (parts_elision() || ends_trimmed(last == nullptr        ? sentence_[order_.back()].text
                                      : last->ending.empty() ? last->name
                                                             : last->ending)) {
    write();
    return count_code_points(text_);
  }
  std::size_t size = 0;
  std::int32_t previous = -1;
  for (const std::uint32_t w : order_) {
    if (size > 0 && !touches(w, previous)) ++size;
    const NameInstead* const instead = words_->instead_of(w);
    size +=
        instead == nullptr ? sentence_[w].size : count_code_points(instead->name) + count_code_points(instead->ending);
    previous = static_cast<std::int32_t>(w);
  }
  return size;
}

std::string LineSetter::line() {
  write();
  return text_;
}

}  // namespace annal
