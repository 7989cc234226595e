#include "timeline/event/verb_second.h"

namespace annal {
namespace {

using syntax::Deprel;
using syntax::Upos;

// Whether a noun begins at `i` that the parser takes for a member of a list, though nothing joins it: "der Minister und
// die Gewerkschaft | einen Vertrag".
bool is_loose(const TreeView& tree, std::uint32_t i, std::uint32_t top) {
  for (std::uint32_t w = i; w != top; w = static_cast<std::uint32_t>(tree[w].head))
    if (tree[w].deprel == Deprel::conj && tree.first(w) == i) return tree[i].upos != Upos::cconj;
  return false;
}

bool is_noun(const syntax::Word& word) { return word.upos == Upos::noun || word.upos == Upos::propn; }

}  // namespace

std::optional<WordRange> front_phrase(const TreeView& tree, std::uint32_t head, std::uint32_t stop) {
  WordRange range{tree.first(head), tree.first(head)};
  const auto joins = [&](std::uint32_t i) {
    return i < stop && tree.under(i, head) && tree[i].upos != Upos::punct && !is_loose(tree, i, head);
  };
  while (joins(range.last + 1)) ++range.last;
  if (range.last < head) return {};
  // "Bürgermeister Arno Feldkamp": a name straight behind a noun is a part of it
  while (range.last + 1 < stop && tree[range.last + 1].upos == Upos::propn && is_noun(tree[range.last])) ++range.last;
  const std::uint32_t next = range.last + 1;
  if (next < stop && tree[next].upos == Upos::noun && tree[next].time < 0 && is_noun(tree[range.last])) return {};
  return range;
}

std::optional<WordRange> phrase_behind(const TreeView& tree, std::uint32_t verb, std::uint32_t stop) {
  const std::uint32_t next = verb + 1;
  if (next >= stop || tree[next].upos == Upos::punct) return {};
  const std::int32_t above = tree[verb].head;
  const auto clause = [&](std::int32_t w) {
    return w == static_cast<std::int32_t>(verb) || (tree[verb].upos == Upos::aux && w == above);
  };
  std::uint32_t k = next;
  while (tree[k].head >= 0 && !clause(tree[k].head)) k = static_cast<std::uint32_t>(tree[k].head);
  if (tree[k].head < 0 || tree.first(k) != next) return {};
  const Deprel d = tree[k].deprel;
  if (!tree.is_subject(k) && d != Deprel::expl && d != Deprel::obj && d != Deprel::obl) return {};
  // "1976 trennte sich das Paar"
  if (tree[k].upos == Upos::pron && tree[k].features.grammatical_case != syntax::Case::nom) return {};
  return front_phrase(tree, k, stop);
}

}  // namespace annal
