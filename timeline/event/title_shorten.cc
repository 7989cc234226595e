// What a title goes without: the phrase of a time, the offices of persons and the first article.
#include <algorithm>

#include "timeline/event/title_builder.h"

namespace annal {

using syntax::Deprel;
using syntax::Upos;

std::vector<std::uint32_t> time_phrase(const Analysis& analysis, const TreeView& tree, const TitleLexicon& lexicon,
                                       std::uint32_t time) {
  std::vector<std::uint32_t> words;
  const std::uint32_t first = tree.first(time);
  for (std::uint32_t k = first; k <= tree.last(time); ++k)
    if (k == time || (tree.under(k, time) && !tree.is_stray(k))) words.push_back(k);
  const Span whole = analysis.timexes[static_cast<std::size_t>(tree[time].time)].span;
  for (std::uint32_t k = time; k-- > 0 && whole.begin <= tree[k].span.begin;) words.push_back(k);
  for (std::uint32_t k = time + 1; k < tree.size() && tree[k].span.end <= whole.end; ++k) words.push_back(k);
  const std::uint32_t sentence = analysis.timexes[static_cast<std::size_t>(tree[time].time)].sentence;
  const TimeMarker marker = lexicon.time_markers.before(analysis, tree[time].first, analysis.sentences[sentence].first);
  for (std::uint32_t k = time; marker.token >= 0 && k-- > 0;) {
    if (tree[k].first < static_cast<std::uint32_t>(marker.token)) break;
    // "for [Thursday's] paper": it says how the paper lies
    const bool of_another =
        tree[k].head > static_cast<std::int32_t>(time) && tree.under(time, static_cast<std::uint32_t>(tree[k].head));
    if (!of_another) words.push_back(k);
  }
  const auto focus = [&](std::uint32_t k) {
    return lexicon.adverb_focus != no_class &&
           lexicon.language->is(slice(analysis.document.text, tree[k].span), lexicon.adverb_focus);
  };
  if (first > 0 && focus(first - 1)) words.push_back(first - 1);
  return words;
}

// "The president, Anna Kovar," and "Prime Minister Anna Kovar" are "Kovar"; "The mill burned" is "Mill burned".
void TitleBuilder::shorten(std::uint32_t sentence, const TreeView& tree, TitleWords& words) const {
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    const std::string_view name = words.kept[i] ? coreference_.short_name(sentence, i) : std::string_view();
    if (name.empty()) continue;
    for (const std::uint32_t k : tree.dependents(i)) {
      const Deprel d = tree[k].deprel;
      const bool of_name = d == Deprel::flat || d == Deprel::compound || d == Deprel::amod || d == Deprel::det ||
                           d == Deprel::nmod_poss || (d == Deprel::appos && tree[k].upos != Upos::propn);
      for (std::uint32_t w = tree.first(k); of_name && w <= tree.last(k); ++w)
        if (tree.under(w, k)) words.kept[w] = false;
    }
    words.instead[i] = name;
  }
  const auto first =
      static_cast<std::uint32_t>(std::find(words.kept.begin(), words.kept.end(), true) - words.kept.begin());
  const std::string_view article = slice(analysis_.document.text, tree[first].span);
  if (lexicon_.article != no_class && words.front_first < 0 && lexicon_.language->is(article, lexicon_.article))
    words.kept[first] = false;
}

// How many code points each unit takes at least: pronouns may give way to short names.
std::vector<std::size_t> TitleBuilder::least_sizes(const TreeView& tree, const TitleSelection& selection) const {
  std::vector<std::size_t> sizes(selection.units.size(), 0);
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    const bool repeats = i > 0 && tree[i - 1].span == tree[i].span;
    const Upos upos = tree[i].upos;
    if (selection.unit[i] < 0 || upos == Upos::punct || upos == Upos::pron || repeats) continue;
    sizes[static_cast<std::size_t>(selection.unit[i])] += least_size(slice(analysis_.document.text, tree[i].span));
  }
  return sizes;
}

}  // namespace annal
