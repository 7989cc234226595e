// Where what a title tells may end.
#include "timeline/event/title_rules.h"

namespace annal {

using syntax::Deprel;
using syntax::Upos;

bool TitleRules::may_end(std::uint32_t end) const {
  if (end == 0 || end >= tree_.size() || tree_[end].time >= 0) return true;
  const bool glued = tree_[end - 1].span.end >= tree_[end].span.begin;
  const Upos last = tree_[end - 1].upos, next = tree_[end].upos;
  if (next == Upos::punct) {
    const bool word = end + 1 < tree_.size() && tree_[end + 1].upos != Upos::punct;
    const bool dash = tree_[end].span.size() > 1;
    return !glued || !word || dash || tree_[end].span.end < tree_[end + 1].span.begin;
  }
  if (glued || is(end, TitleClass::complementizer)) return false;
  if (is_open_comparison(end - 1)) return false;
  if (next == Upos::num) return last != Upos::noun && last != Upos::propn;
  const bool range =
      next == Upos::adp && end + 1 < tree_.size() && tree_[end + 1].upos == Upos::num && tree_[end + 1].time < 0;
  const bool counts = next == Upos::noun || next == Upos::adj || next == Upos::propn || next == Upos::sym || range;
  return last != Upos::num || !counts;
}

bool TitleRules::waits(std::uint32_t last) const {
  // a name tells by itself, and what somebody's is told from others: "its policy | of silence"
  bool owned = tree_[last].upos == Upos::propn;
  for (const std::uint32_t k : tree_.dependents(last)) owned |= tree_[k].deprel == Deprel::nmod_poss;
  // "closed | for a day" may end, "before heading | to the south" may not
  const bool open = tree_[last].upos != Upos::verb || tree_.finite(last) < 0;
  for (const std::uint32_t k : tree_.dependents(last)) {
    const Deprel d = tree_[k].deprel;
    if (k < last || tree_.first(k) != last + 1 || tree_[last + 1].upos == Upos::punct || d == Deprel::conj) continue;
    const int price = cost(last, k, 0);
    // "its readiness | to talk"
    if (owned && d == Deprel::acl && tree_[k].features.verb_form == syntax::VerbForm::inf) return true;
    const bool genitive = adposition(k).has(TitleClass::genitive_mark);
    const bool phrase =
        (d == Deprel::nmod ? genitive : d == Deprel::obl || d == Deprel::advcl) && tree_[k].confidence >= 50;
    if (!owned && (price == always || (price == needed && open && phrase))) return true;
  }
  return false;
}

// "sold more | than 20 percent": what compares waits for what it compares with; not "no more", "once more".
bool TitleRules::is_open_comparison(std::uint32_t w) const {
  if (!is(w, TitleClass::comparative) || w + 1 >= tree_.size() || tree_[w + 1].time >= 0) return false;
  const Upos next = tree_[w + 1].upos;
  if (next != Upos::sconj && next != Upos::num && !is(w + 1, TitleClass::genitive_mark)) return false;
  if (w > 0 && (tree_[w - 1].upos == Upos::noun || tree_[w - 1].upos == Upos::pron)) return false;
  constexpr std::uint32_t near = 6;
  for (std::uint32_t k = w; k-- > 0 && k + near > w;)
    if (is(k, TitleClass::negation)) return false;
  return true;
}

}  // namespace annal
