#include "timeline/event/tree_view.h"

#include <algorithm>

#include "core/unicode/letter_case.h"

namespace annal {

using syntax::Deprel;
using syntax::Upos;

TreeView::TreeView(const syntax::Tree& tree, std::uint32_t* room) : words_(tree.words) {
  const std::uint32_t n = size();
  std::uint32_t *const begin = room, *const first = begin + n + 2, *const last = first + n, *const below = last + n;
  std::fill(begin, begin + n + 2, 0);
  for (const syntax::Word& w : words_)
    if (w.head >= 0) ++begin[static_cast<std::uint32_t>(w.head) + 2];
  for (std::uint32_t i = 2; i < n + 2; ++i) begin[i] += begin[i - 1];
  for (std::uint32_t i = 0; i < n; ++i) {
    first[i] = last[i] = i;
    if (words_[i].head >= 0) below[begin[static_cast<std::uint32_t>(words_[i].head) + 1]++] = i;
  }
  for (std::uint32_t i = 0; i < n; ++i) {
    for (std::int32_t up = words_[i].head; up >= 0; up = words_[static_cast<std::uint32_t>(up)].head) {
      const auto top = static_cast<std::uint32_t>(up);
      if (first[top] <= i && i <= last[top]) break;
      first[top] = std::min(first[top], i);
      last[top] = std::max(last[top], i);
    }
  }
  begin_ = begin;
  first_ = first;
  last_ = last;
  dependents_ = below;
}

TreeViews::TreeViews(std::span<const syntax::Tree> trees) {
  std::size_t size = 0;
  for (const syntax::Tree& tree : trees) size += TreeView::room(tree.words.size());
  numbers_.resize(size);
  views_.reserve(trees.size());
  std::uint32_t* room = numbers_.data();
  for (const syntax::Tree& tree : trees) {
    views_.push_back(TreeView(tree, room));
    room += TreeView::room(tree.words.size());
  }
}

bool TreeView::under(std::uint32_t word, std::uint32_t top) const {
  if (word < first_[top] || last_[top] < word) return false;
  for (auto w = static_cast<std::int32_t>(word); w >= 0; w = words_[static_cast<std::uint32_t>(w)].head)
    if (w == static_cast<std::int32_t>(top)) return true;
  return false;
}

bool TreeView::is_relativizer(std::uint32_t word) const {
  const syntax::Word& w = (*this)[word];
  const syntax::PronType kind = w.features.pron_type;
  if (kind == syntax::PronType::rel || kind == syntax::PronType::int_) return true;
  // A demonstrative that opens a relative clause.
  if (w.upos != Upos::pron || kind != syntax::PronType::dem || w.head < 0 || word == 0) return false;
  const Deprel clause = (*this)[static_cast<std::uint32_t>(w.head)].deprel;
  return (clause == Deprel::acl_relcl || clause == Deprel::acl) && (*this)[word - 1].upos == Upos::punct &&
         static_cast<std::int32_t>(word) < w.head;
}

bool TreeView::is_stray(std::uint32_t word) const {
  const syntax::Word& w = (*this)[word];
  if (w.head < 0 || (*this)[static_cast<std::uint32_t>(w.head)].time < 0) return false;
  if (w.deprel == Deprel::ccomp) return true;
  for (const std::uint32_t k : dependents(word))
    if ((*this)[k].deprel == Deprel::case_) return false;
  const syntax::Case c = w.features.grammatical_case;
  return (w.deprel == Deprel::nmod || w.deprel == Deprel::obl) && w.upos == Upos::noun &&
         (c == syntax::Case::ins || c == syntax::Case::dat || c == syntax::Case::acc);
}

std::int32_t TreeView::subject(std::uint32_t word) const {
  for (const std::uint32_t k : dependents(word))
    if (is_subject(k)) return static_cast<std::int32_t>(k);
  return -1;
}

bool TreeView::is_clause(std::uint32_t word) const {
  const syntax::Word& w = (*this)[word];
  if ((w.upos == Upos::verb || w.upos == Upos::aux) && w.deprel != Deprel::amod && w.deprel != Deprel::case_)
    return true;
  for (const std::uint32_t k : dependents(word)) {
    const Deprel d = (*this)[k].deprel;
    if (is_subject(k) || d == Deprel::aux || d == Deprel::aux_pass || d == Deprel::cop) return true;
  }
  return false;
}

std::int32_t TreeView::finite(std::uint32_t word) const {
  // Treebanks that leave out VerbForm=Fin (German) give finite verbs a mood.
  const auto is_finite = [&](std::uint32_t w) {
    const syntax::Features& f = (*this)[w].features;
    return f.verb_form == syntax::VerbForm::fin ||
           (f.verb_form == syntax::VerbForm::none && f.mood != syntax::Mood::none);
  };
  for (const std::uint32_t k : dependents(word)) {
    const Deprel d = (*this)[k].deprel;
    if ((d == Deprel::aux || d == Deprel::aux_pass || d == Deprel::cop) && is_finite(k))
      return static_cast<std::int32_t>(k);
  }
  return is_finite(word) ? static_cast<std::int32_t>(word) : -1;
}

Mark mark_of(std::string_view text) {
  if (text.empty()) return Mark::none;
  const char32_t c = letter_at(text, 0).code;
  switch (c) {
    case U',': return Mark::comma;
    case U'(':
    case U')':
    case U'[':
    case U']': return Mark::bracket;
    case U'"':
    case U'\'':
    case U'«':
    case U'»': return Mark::paired;
    default: return c >= 0x2018 && c <= 0x203A && (c <= 0x201F || c >= 0x2039) ? Mark::paired : Mark::other;
  }
}

bool is_suspended(std::string_view text, const TreeView& tree, std::uint32_t w) {
  return w + 2 < tree.size() && slice(text, tree[w + 1].span) == "-" && tree[w].span.end == tree[w + 1].span.begin &&
         tree[w + 2].deprel == Deprel::cc;
}

bool leaves_quotation(std::string_view text, const TreeView& tree, std::uint32_t w) {
  const syntax::Word& word = tree[w];
  if (word.head < 0 || (word.deprel != Deprel::conj && word.deprel != Deprel::parataxis)) return false;
  bool open = false, head_in = false, word_in = false;
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    if (tree[i].upos == Upos::punct && mark_of(slice(text, tree[i].span)) == Mark::paired) open = !open;
    if (static_cast<std::int32_t>(i) == word.head) head_in = open;
    if (i == w) word_in = open;
  }
  return head_in && !word_in;
}

}  // namespace annal
