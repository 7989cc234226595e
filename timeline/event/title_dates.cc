#include "timeline/event/title_dates.h"

#include <algorithm>

#include "core/normalize/tree_facts.h"

namespace annal {

using syntax::Deprel;
using syntax::Upos;

namespace {

// Takes time `t` with all that hangs on it into a unit.
void take_time(const TreeView& tree, std::uint32_t t, std::int32_t unit, TitleSelection& selection) {
  for (std::uint32_t i = tree.first(t); i <= tree.last(t); ++i)
    if (tree[i].upos != Upos::punct && tree.under(i, t)) selection.unit[i] = unit;
}

bool tells_past(const syntax::Word& word) {
  const syntax::Tense tense = word.features.tense;
  return tense == syntax::Tense::past || tense == syntax::Tense::imperfect || tense == syntax::Tense::pluperfect;
}

// Whether it names a date that a reader of another day knows, or a day of the week.
bool names_date(const TitleSentence& sentence, std::uint32_t word) {
  const Analysis& analysis = sentence.analysis();
  const ExpressionIndex tree = analysis.timexes[static_cast<std::size_t>(sentence.tree()[word].time)].expression;
  return unit_of_date(analysis.expressions, tree) != Granularity::none ||
         node_as<op::Weekday>(analysis.expressions, without_modifiers(analysis.expressions, tree)) != nullptr;
}

}  // namespace

void date_bare_participle(const TitleSentence& sentence, TitleSelection& selection) {
  const TreeView& tree = sentence.tree();
  if (tree.is_clause(selection.anchor)) return;
  for (const std::uint32_t k : tree.dependents(selection.anchor)) {
    if (!selection.needed[k] || tree[k].deprel != Deprel::acl || tree.finite(k) >= 0) continue;
    std::int32_t time = -1;
    for (const std::uint32_t d : tree.dependents(k)) {
      if (selection.unit[d] >= 0) return;
      if (tree[d].time >= 0 && d > k && time < 0) time = static_cast<std::int32_t>(d);
    }
    if (time >= 0) take_time(tree, static_cast<std::uint32_t>(time), 0, selection);
  }
}

void date_governed(const TitleSentence& sentence, TitleSelection& selection) {
  const TreeView& tree = sentence.tree();
  const auto event = static_cast<std::uint32_t>(selection.event);
  const std::int32_t finite = tree.finite(selection.anchor);
  if (event == selection.anchor || finite < 0 || tree[event].features.verb_form != syntax::VerbForm::inf) return;
  // "has called on"; not "is expected to"
  const syntax::Word& lead = tree[static_cast<std::uint32_t>(finite)];
  if (!tells_past(lead) && (lead.deprel != Deprel::aux || !tells_past(tree[selection.anchor]))) return;
  for (const std::uint32_t k : tree.dependents(event)) {
    const bool adverbial = tree[k].deprel == Deprel::obl || tree[k].deprel == Deprel::obl_unmarked;
    const bool dates = tree[k].time >= 0 && adverbial && k > event && selection.unit[k] < 0;
    const auto around = dates ? sentence.time_phrase(k) : std::span<const std::uint32_t>();
    const bool whole = std::all_of(around.begin(), around.end(), [&](std::uint32_t w) { return tree.under(w, k); });
    if (!dates || !whole || !names_date(sentence, k)) continue;
    const auto unit = static_cast<std::int32_t>(selection.units.size());
    selection.units.push_back({needed, k, selection.unit[event], false, false});
    take_time(tree, k, unit, selection);
  }
}

}  // namespace annal
