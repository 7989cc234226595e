#include "timeline/event/title_text.h"

#include <algorithm>

#include "core/unicode/letter_case.h"
#include "core/unicode/utf8.h"

namespace annal {
namespace {

using syntax::Deprel;
using syntax::Upos;

class LineWriter {
 public:
  LineWriter(const Analysis& analysis, const TreeView& tree, const TitleWords& words)
      : analysis_(analysis), tree_(tree), words_(words), printed_(words.kept) {
    first_ = static_cast<std::uint32_t>(std::find(printed_.begin(), printed_.end(), true) - printed_.begin());
    end_ = static_cast<std::uint32_t>(printed_.rend() - std::find(printed_.rbegin(), printed_.rend(), true));
    // the marks round them may close what they open
    while (first_ > 0 && is_mark(first_ - 1)) --first_;
    while (end_ < tree.size() && is_mark(end_)) ++end_;
  }

  std::string write();

 private:
  std::string_view raw(std::uint32_t w) const { return slice(analysis_.document.text, tree_[w].span); }
  std::string spelled(std::uint32_t w) const;
  bool is_mark(std::uint32_t w) const { return tree_[w].upos == Upos::punct; }
  bool is_part_of_word(std::uint32_t w) const;
  std::int32_t part_apart(std::uint32_t word, std::uint32_t other) const;
  bool parts(std::uint32_t a, std::uint32_t b) const;
  bool dates(std::uint32_t w) const;
  bool parts_behind_time(std::uint32_t a, std::uint32_t b) const;
  void choose_marks();
  void choose_pairs(Mark kind);
  std::vector<std::uint32_t> in_order() const;

  const Analysis& analysis_;
  const TreeView& tree_;
  const TitleWords& words_;
  std::vector<bool> printed_;
  std::uint32_t first_ = 0, end_ = 0;  // all that is printed stands in [first_, end_)
};

// Its ancestor, or itself, that hangs on a word above `other` too; -1 where `other` stands under it.
std::int32_t LineWriter::part_apart(std::uint32_t word, std::uint32_t other) const {
  auto w = static_cast<std::int32_t>(word);
  while (w >= 0) {
    const std::int32_t up = tree_[static_cast<std::uint32_t>(w)].head;
    if (tree_.under(other, static_cast<std::uint32_t>(w))) return -1;
    if (up < 0 || tree_.under(other, static_cast<std::uint32_t>(up))) return w;
    w = up;
  }
  return -1;
}

// Whether a comma between the kept words `a` and `b`, of what stood between them, still parts them: the phrase in front
// from the rest, what is said from who says it.
bool LineWriter::parts(std::uint32_t a, std::uint32_t b) const {
  const std::int32_t left = part_apart(a, b), right = part_apart(b, a);
  if (left >= 0) {
    const auto l = static_cast<std::uint32_t>(left);
    const Deprel d = tree_[l].deprel;
    const bool in_front = std::none_of(words_.kept.begin() + std::min(first_, tree_.first(l)),
                                       words_.kept.begin() + tree_.first(l), [](bool k) { return k; });
    // "Vor dem Krieg flüchtete der Arzt": no comma before a verb but behind a clause
    const bool inverted = tree_[b].upos == Upos::verb || tree_[b].upos == Upos::aux;
    if (in_front && tree_.last(l) < b && !(inverted && (d == Deprel::obl || d == Deprel::advmod)) &&
        (d == Deprel::obl || d == Deprel::advcl || d == Deprel::ccomp || d == Deprel::parataxis || d == Deprel::advmod))
      return true;
  }
  // "the match, which ends [on Monday], is the last": what a comma opened one closes
  for (auto w = static_cast<std::int32_t>(a); w >= 0 && left >= 0; w = tree_[static_cast<std::uint32_t>(w)].head) {
    const auto at = static_cast<std::uint32_t>(w);
    std::uint32_t opening = tree_.first(at);
    if (!is_mark(opening) && opening > 0) --opening;
    const Deprel d = tree_[at].deprel;
    if (is_mark(opening) && printed_[opening] && mark_of(raw(opening)) == Mark::comma && tree_.last(at) < b &&
        (d == Deprel::acl_relcl || d == Deprel::acl || d == Deprel::appos || d == Deprel::advcl))
      return true;
    if (w == left) break;
  }
  if (right < 0 || right == words_.anchor) return false;
  const Deprel d = tree_[static_cast<std::uint32_t>(right)].deprel;
  std::uint32_t first = tree_.first(static_cast<std::uint32_t>(right));
  while (first < b && is_mark(first)) ++first;
  return first == b && (d == Deprel::parataxis || d == Deprel::advcl || d == Deprel::ccomp || d == Deprel::acl_relcl);
}

// Whether it is a time, or a word that only joins one: "on 3 May".
bool LineWriter::dates(std::uint32_t w) const {
  if (tree_[w].time >= 0) return true;
  const Deprel d = tree_[w].deprel;
  return (d == Deprel::case_ || d == Deprel::det || d == Deprel::fixed) && tree_[w].head >= 0 &&
         dates(static_cast<std::uint32_t>(tree_[w].head));
}

// Whether a comma stays between `a` and `b` where a time before it is left out: not in "The dam was repaired [in 2009,]
// after the flood", nor where the comma that opened the phrase is gone: "The sale [, planned for May,] failed".
bool LineWriter::parts_behind_time(std::uint32_t a, std::uint32_t b) const {
  if (tree_[b].upos == Upos::adp && static_cast<std::int32_t>(a) >= words_.anchor) return false;
  const std::int32_t phrase = part_apart(a, b);
  if (phrase < 0) return true;
  std::uint32_t opening = tree_.first(static_cast<std::uint32_t>(phrase));
  if (!is_mark(opening) && opening > 0) --opening;
  return !is_mark(opening) || printed_[opening];
}

// Whether a mark is no punctuation but a part of the word beside it: "<b>", "#oldmill", "@mill".
bool LineWriter::is_part_of_word(std::uint32_t w) const {
  constexpr std::string_view symbols = "<>#@/\\{}~$+=^|&%";
  if (!is_mark(w) || symbols.find(raw(w).front()) == std::string_view::npos) return false;
  const bool before = w > 0 && tree_[w - 1].span.end == tree_[w].span.begin && !is_mark(w - 1);
  const bool behind = w + 1 < tree_.size() && tree_[w].span.end == tree_[w + 1].span.begin && !is_mark(w + 1);
  return (before || behind) && (!before || words_.kept[w - 1]) && (!behind || words_.kept[w + 1]);
}

// A mark stands where the words on both its sides do, but for a time; a comma also where it still parts what is kept.
void LineWriter::choose_marks() {
  std::int32_t before = -1;  // last kept word
  bool adjacent = false;     // nothing was left out since then
  std::int32_t comma = -1;
  for (std::uint32_t i = first_; i < end_; ++i) {
    if (words_.kept[i]) {
      if (comma >= 0 && before >= 0 && parts(static_cast<std::uint32_t>(before), i))
        printed_[static_cast<std::uint32_t>(comma)] = true;
      before = static_cast<std::int32_t>(i);
      adjacent = true;
      comma = -1;
      continue;
    }
    if (!is_mark(i)) {
      adjacent = adjacent && dates(i);
      continue;
    }
    const Mark mark = mark_of(raw(i));
    if (mark == Mark::paired || mark == Mark::bracket) continue;
    if (is_part_of_word(i)) {
      printed_[i] = true;
      continue;
    }
    std::uint32_t after = i + 1;
    while (after < end_ && is_mark(after)) ++after;
    const bool ends_time = i > 0 && !words_.kept[i - 1] && !is_mark(i - 1);
    printed_[i] = adjacent && after < end_ && words_.kept[after] &&
                  (!ends_time || parts_behind_time(static_cast<std::uint32_t>(before), after));
    adjacent = printed_[i];
    if (mark == Mark::comma && !printed_[i]) comma = static_cast<std::int32_t>(i);
  }
  choose_pairs(Mark::paired);
  choose_pairs(Mark::bracket);
}

// Quotation marks and brackets stand in twos, round words that all stand.
void LineWriter::choose_pairs(Mark kind) {
  std::int32_t open = -1;
  for (std::uint32_t i = first_; i < end_; ++i) {
    if (!is_mark(i) || mark_of(raw(i)) != kind) continue;
    if (open < 0) {
      // "[«More] light» was ..., «Faust»": what stands at the end of a word closes
      const bool closes = i > 0 && tree_[i - 1].span.end == tree_[i].span.begin && i + 1 < tree_.size() &&
                          tree_[i].span.end < tree_[i + 1].span.begin;
      if (closes) continue;
      open = static_cast<std::int32_t>(i);
      continue;
    }
    bool whole = i > static_cast<std::uint32_t>(open) + 1;
    for (auto k = static_cast<std::uint32_t>(open) + 1; k < i; ++k) whole &= printed_[k] || is_mark(k);
    printed_[i] = printed_[static_cast<std::uint32_t>(open)] = whole;
    open = -1;
  }
}

std::vector<std::uint32_t> LineWriter::in_order() const {
  std::vector<std::uint32_t> order;
  const auto in_front = [&](std::uint32_t w) {
    return words_.front_first >= 0 && static_cast<std::uint32_t>(words_.front_first) <= w &&
           w <= static_cast<std::uint32_t>(words_.front_last);
  };
  for (const bool front : {true, false}) {
    for (std::uint32_t i = first_; i < end_; ++i)
      if (printed_[i] && in_front(i) == front && static_cast<std::int32_t>(i) != words_.moved) order.push_back(i);
  }
  if (words_.moved >= 0) {
    auto at = std::find(order.begin(), order.end(), static_cast<std::uint32_t>(words_.moved_behind));
    order.insert(at == order.end() ? at : at + 1, static_cast<std::uint32_t>(words_.moved));
  }
  const auto stands = [&](std::uint32_t w) {
    return !is_mark(w) || is_part_of_word(w) || mark_of(raw(w)) == Mark::paired;
  };
  while (!order.empty() && !stands(order.back()) && mark_of(raw(order.back())) != Mark::bracket) order.pop_back();
  while (!order.empty() && !stands(order.front())) order.erase(order.begin());
  return order;
}

// The word with its white space made single.
std::string LineWriter::spelled(std::uint32_t w) const {
  if (const auto instead = words_.instead.find(w); instead != words_.instead.end()) return instead->second;
  std::string out;
  for (const char c : raw(w)) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space || (!out.empty() && out.back() != ' ')) out += space ? ' ' : c;
  }
  return out;
}

// What no title ends with, though the text goes on there: an ellipsis, an opening bracket, a comma, a colon.
constexpr std::string_view ellipsis = "\u2026", trimmed = " ,:;([{";

void trim_end(std::string& out) {
  for (;;) {
    if (out.ends_with(ellipsis))
      out.resize(out.size() - ellipsis.size());
    else if (!out.empty() && trimmed.find(out.back()) != std::string_view::npos)
      out.pop_back();
    else
      return;
  }
}

std::string LineWriter::write() {
  choose_marks();
  std::string out;
  std::int32_t previous = -1;
  for (const std::uint32_t w : in_order()) {
    const auto at = static_cast<std::int32_t>(w);
    if (previous >= 0 && tree_[static_cast<std::uint32_t>(previous)].span == tree_[w].span) continue;
    const bool follows = at == previous + 1 ||
                         (previous >= 0 && tree_[w].span.begin <= tree_[static_cast<std::uint32_t>(previous)].span.end);
    const bool glued = w > 0 && tree_[w - 1].span.end >= tree_[w].span.begin;
    const bool touches = glued && (follows || (is_mark(w) && mark_of(raw(w)) != Mark::paired));
    if (!out.empty() && !touches) out += ' ';
    std::string word = spelled(w);
    const bool common = tree_[w].upos != Upos::propn && tree_[w].upos != Upos::noun && tree_[w].upos != Upos::num;
    if (w == 0 && !out.empty() && common && word.size() > 1) {
      const Letter first = letter_at(word, 0);
      std::string small;
      append_letter(small, lower_of(first.code));
      word = small + word.substr(first.size);
    }
    out += word;
    previous = at;
  }
  trim_end(out);
  return capitalised(out);
}

}  // namespace

std::size_t least_size(std::string_view word) {
  std::size_t size = 0;
  for (std::size_t at = 0; at < word.size(); at += utf8_length(word[at])) {
    const char c = word[at];
    if (c != '\n' && c != '\t' && trimmed.find(c) == std::string_view::npos && !word.substr(at).starts_with(ellipsis))
      ++size;
  }
  return size;
}

std::string title_line(const Analysis& analysis, const TreeView& tree, const TitleWords& words) {
  return LineWriter(analysis, tree, words).write();
}

}  // namespace annal
