// Where there is little room: what a title goes without, and what its words take at least.
#include "timeline/event/title_builder.h"

namespace annal {

using syntax::Deprel;
using syntax::Upos;

// "The president, Anna Kovar," and "Prime Minister Anna Kovar" are "Kovar"; "The mill burned" is "Mill burned".
void TitleBuilder::shorten(TitleWords& words) const {
  const TreeView& tree = sentence_.tree();
  for (const CoreferenceResolver::Mention& person : persons_) {
    if (!words.kept[person.word] || !person.has_short_name()) continue;
    for (const std::uint32_t k : tree.dependents(person.word)) {
      const Deprel d = tree[k].deprel;
      const bool of_name = d == Deprel::flat || d == Deprel::compound || d == Deprel::amod || d == Deprel::det ||
                           d == Deprel::nmod_poss || (d == Deprel::appos && tree[k].upos != Upos::propn);
      for (std::uint32_t w = tree.first(k); of_name && w <= tree.last(k); ++w)
        if (tree.under(w, k)) words.kept.remove(w);
    }
    words.instead.push_back({person.word, person.key, {}});
  }
  const std::uint32_t first = words.kept.first();
  if (words.front_first < 0 && first < tree.size() && sentence_[first].classes.has(TitleClass::article))
    words.kept.remove(first);
}

// How many code points each unit takes at least: pronouns may give way to short names.
void TitleBuilder::find_least_sizes(const TitleSelection& selection) {
  const TreeView& tree = sentence_.tree();
  sizes_.assign(selection.units.size(), 0);
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    const bool repeats = i > 0 && tree[i - 1].span == tree[i].span;
    if (selection.unit[i] < 0 || sentence_.is_mark(i) || tree[i].upos == Upos::pron || repeats) continue;
    sizes_[static_cast<std::size_t>(selection.unit[i])] += sentence_[i].least;
  }
}

std::size_t TitleBuilder::size_of_units() const {
  std::size_t sum = 0;
  for (std::uint32_t u = in_.first(); u < in_.bound(); u = in_.next(u + 1)) sum += sizes_[u];
  return sum;
}

}  // namespace annal
