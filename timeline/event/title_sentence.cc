#include "timeline/event/title_sentence.h"

#include <algorithm>

#include "core/syntax/words.h"
#include "core/unicode/ascii.h"
#include "core/unicode/utf8.h"
#include "timeline/event/title_end.h"

namespace annal {

using syntax::Deprel;
using syntax::Upos;

namespace {

bool may_go(char c) { return is_space(c) || is_trimmed(c) || c == ellipsis.front(); }

TitleWord measured(std::string_view text) {
  const auto letters = static_cast<std::uint32_t>(count_code_points(text));
  TitleWord word{.text = text, .classes = {}, .letters = letters, .size = letters, .least = letters, .part = {}};
  if (std::none_of(text.begin(), text.end(), may_go)) return word;
  word.size = word.least = 0;
  bool spaced = true;
  for (std::size_t at = 0; at < text.size(); at += utf8_length(text[at])) {
    const bool space = is_space(text[at]);
    if (!space || !spaced) ++word.size;
    if (!space && !is_trimmed(text[at]) && !text.substr(at).starts_with(ellipsis)) ++word.least;
    spaced = space;
  }
  return word;
}

bool is_finite_verb(const syntax::Word& word) {
  const syntax::Features& f = word.features;
  return (word.upos == Upos::verb || word.upos == Upos::aux) &&
         (f.verb_form == syntax::VerbForm::fin ||
          (f.verb_form == syntax::VerbForm::none && f.mood != syntax::Mood::none));
}

}  // namespace

void TitleSentence::look_at(const TreeView& tree) {
  if (tree_ == &tree) return;
  tree_ = &tree;
  words_.clear();
  parts_.clear();
  parts_.reserve(tree.size());
  times_.clear();
  phrases_.clear();
  for (NumberSet* const set : {&marks_, &breaks_, &finite_, &beside_times_}) set->clear(tree.size());
  for (std::uint32_t w = 0; w < tree.size(); ++w) read_word(w);
  for (std::uint32_t m = marks_.first(); m < tree.size(); m = marks_.next(m + 1))
    if (may_break(m)) breaks_.add(m);
  for (std::uint32_t w = 0; w < tree.size(); ++w)
    if (tree[w].time >= 0) read_time(w);
}

void TitleSentence::read_word(std::uint32_t w) {
  const syntax::Word& word = (*tree_)[w];
  words_.push_back(measured(slice(analysis_.document.text, word.span)));
  words_.back().classes = lexicon_.classes(words_.back().text);
  const bool second = word.part > 1 && word.head >= 0 && (*tree_)[w - 1].span == word.span;
  if (second && !lexicon_.verb_second && (*tree_)[static_cast<std::uint32_t>(word.head)].upos != Upos::verb)
    words_.back().part = parts_.emplace_back(form_of(word, analysis_.document.text, *lexicon_.language));
  if (is_finite_verb(word)) finite_.add(w);
  if (word.upos != Upos::punct) return;
  words_.back().mark = mark_of(words_.back().text);
  marks_.add(w);
}

bool TitleSentence::may_break(std::uint32_t m) const {
  const TreeView& tree = *tree_;
  const bool inside = m > 0 && m + 1 < tree.size() && tree[m - 1].span.end == tree[m].span.begin &&
                      tree[m].span.end == tree[m + 1].span.begin;
  return !inside && (words_[m].mark == Mark::comma || words_[m].mark == Mark::other);
}

void TitleSentence::read_time(std::uint32_t time) {
  const TreeView& tree = *tree_;
  const auto begin = static_cast<std::uint32_t>(phrases_.size());
  const std::uint32_t first = tree.first(time);
  for (std::uint32_t k = first; k <= tree.last(time); ++k)
    if (k == time || (tree.under(k, time) && !tree.is_stray(k))) phrases_.push_back(k);
  const Timex& timex = analysis_.timexes[static_cast<std::size_t>(tree[time].time)];
  for (std::uint32_t k = time; k-- > 0 && timex.span.begin <= tree[k].span.begin;) phrases_.push_back(k);
  for (std::uint32_t k = time + 1; k < tree.size() && tree[k].span.end <= timex.span.end; ++k) phrases_.push_back(k);
  const std::uint32_t floor = analysis_.sentences[timex.sentence].first;
  const TimeMarker marker = lexicon_.time_markers.before(analysis_, tree, time, floor);
  for (std::uint32_t k = time; marker.token >= 0 && k-- > 0;) {
    if (tree[k].first < static_cast<std::uint32_t>(marker.token)) break;
    // "for [Thursday's] paper": it says how the paper lies
    const bool of_another = marker.kind != TieKind::compared && tree[k].head > static_cast<std::int32_t>(time) &&
                            tree.under(time, static_cast<std::uint32_t>(tree[k].head));
    if (!of_another) phrases_.push_back(k);
  }
  if (first > 0 && words_[first - 1].classes.has(TitleClass::adverb_focus)) phrases_.push_back(first - 1);
  times_.push_back({time, begin, static_cast<std::uint32_t>(phrases_.size())});
  const Deprel d = tree[time].deprel;
  if (d == Deprel::obj || d == Deprel::nmod_poss || tree.is_subject(time)) return;
  if (timex.value.type == TimexType::duration) return;
  for (const std::uint32_t k : time_phrase(time))
    if (!tree.under(k, time)) beside_times_.add(k);
}

std::span<const std::uint32_t> TitleSentence::time_phrase(std::uint32_t word) const {
  const auto time = std::lower_bound(times_.begin(), times_.end(), word,
                                     [](const TimePhrase& phrase, std::uint32_t w) { return phrase.time < w; });
  return std::span(phrases_).subspan(time->first, time->last - time->first);
}

}  // namespace annal
