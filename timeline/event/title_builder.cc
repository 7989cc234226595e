#include "timeline/event/title_builder.h"

#include <algorithm>

#include "core/unicode/utf8.h"
#include "timeline/event/title_own_words.h"
#include "timeline/event/verb_second.h"

namespace annal {

using syntax::Deprel;
using syntax::Upos;

namespace {

bool is_noun_part(const syntax::Word& w) {
  return w.upos == Upos::det || w.upos == Upos::noun || w.upos == Upos::propn || w.upos == Upos::num;
}

// Whether word `i`, which is left out, dates what the sentence tells, joins it to the one before, or stands between
// commas.
template <class IsKept>
bool is_aside(const TreeView& tree, std::uint32_t i, IsKept is_kept) {
  for (auto w = static_cast<std::int32_t>(i); w >= 0; w = tree[static_cast<std::uint32_t>(w)].head) {
    const auto at = static_cast<std::uint32_t>(w);
    if (is_kept(at)) return false;
    const bool adverb = tree[at].deprel == Deprel::advmod && tree.dependents(at).empty();
    if (tree[at].time >= 0 || tree[at].upos == Upos::punct || adverb) return true;
    const std::uint32_t first = tree.first(at), last = tree.last(at);
    const bool left = tree[first].upos == Upos::punct || (first > 0 && tree[first - 1].upos == Upos::punct);
    const bool right = tree[last].upos == Upos::punct || (last + 1 < tree.size() && tree[last + 1].upos == Upos::punct);
    if (left && right) return true;
  }
  return false;
}

std::uint32_t last_of(const std::vector<bool>& kept) {
  return static_cast<std::uint32_t>(kept.rend() - std::find(kept.rbegin(), kept.rend(), true)) - 1;
}

constexpr std::size_t short_limit = 66;  ///< what tells little is left out beyond this
constexpr int little = 7;
constexpr std::uint8_t ordered_enough = 40;  ///< confidence of a subject whose place says what it is

}  // namespace

// Puts in front what would not stand as a sentence otherwise: a subject from elsewhere that stands behind its verb; the
// subject of a verb-second language whose verb lost the phrase before it: "2014 schloss der Rat die Brücke". The verb
// at the end of a clause that is told alone takes the second place: "als der Rat die Brücke geschlossen hatte".
void TitleBuilder::order_words(const TreeView& tree, const TitleSelection& selection, TitleWords& words) const {
  if (selection.subject < 0) return;
  const auto subject = static_cast<std::uint32_t>(selection.subject);
  std::uint32_t from = subject, to = subject;
  for (std::uint32_t i = tree.first(subject); i <= tree.last(subject); ++i) {
    if (!words.kept[i] || !tree.under(i, subject)) continue;
    if (tree.under(selection.anchor, subject) && tree.under(i, selection.anchor)) continue;
    from = std::min(from, i);
    to = std::max(to, i);
  }
  std::uint32_t first = 0;
  while (first < tree.size() && !words.kept[first]) ++first;
  const std::int32_t finite = tree.finite(selection.anchor);
  if (lexicon_.verb_second && static_cast<std::int32_t>(first) == finite) {
    // a pronoun there may as well be the object: "und verkaufte sie"
    if (tree[subject].upos == Upos::pron && tree[selection.anchor].deprel == Deprel::conj) return;
    const std::optional<WordRange> front = front_phrase(tree, subject, tree.size());
    if (!front) return;
    from = front->first;
    to = front->last;
  } else if (!selection.borrowed || from <= first || subject < selection.anchor) {
    if (lexicon_.verb_second && finite >= 0 && from == first) move_verb(tree, selection, to, words);
    return;
  }
  words.front_first = static_cast<std::int32_t>(from);
  words.front_last = static_cast<std::int32_t>(to);
}

// Behind the subject, which ends at `to`.
void TitleBuilder::move_verb(const TreeView& tree, const TitleSelection& selection, std::uint32_t to,
                             TitleWords& words) const {
  const auto verb = static_cast<std::uint32_t>(tree.finite(selection.anchor));
  std::uint32_t top = selection.anchor;
  while (tree[top].deprel == Deprel::conj && tree[top].head >= 0) top = static_cast<std::uint32_t>(tree[top].head);
  const Deprel d = tree[top].deprel;
  bool dependent =
      d == Deprel::advcl || d == Deprel::ccomp || d == Deprel::acl || d == Deprel::acl_relcl || d == Deprel::csubj;
  for (const std::uint32_t k : tree.dependents(top)) dependent |= tree[k].deprel == Deprel::mark && k < top;
  const bool parted =
      std::any_of(words.kept.begin() + to + 1, words.kept.begin() + std::max(to + 1, verb), [](bool k) { return k; });
  if (!dependent || !parted || verb <= to) return;
  words.moved = static_cast<std::int32_t>(verb);
  words.moved_behind = static_cast<std::int32_t>(to);
}

// A pronoun gives way to the name it stands for, unless the title has that name already.
void TitleBuilder::name_pronouns(std::uint32_t sentence, const TreeView& tree, TitleWords& words) const {
  std::vector<std::string_view> named;
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    if (!words.kept[i]) continue;
    if (const std::string_view key = coreference_.person_at(sentence, i); !key.empty()) named.push_back(key);
    const CoreferenceResolver::Antecedent* of = coreference_.antecedent(sentence, i);
    if (!of || std::find(named.begin(), named.end(), of->key) != named.end()) continue;
    if (of->sentence == sentence && words.kept[of->word]) continue;
    if (tree[i].deprel == Deprel::nmod_poss || tree[i].features.possessive) {
      if (lexicon_.genitive.empty()) continue;
      words.instead[i] = of->name + std::string(lexicon_.genitive);
    } else {
      words.instead[i] = of->name;
    }
    named.push_back(of->key);
  }
}

TitleWords TitleBuilder::words_of(std::uint32_t sentence, const TreeView& tree, const TitleSelection& selection,
                                  const std::vector<bool>& in, bool short_names) const {
  TitleWords words;
  words.kept.resize(tree.size());
  for (std::uint32_t i = 0; i < tree.size(); ++i)
    words.kept[i] =
        selection.unit[i] >= 0 && in[static_cast<std::size_t>(selection.unit[i])] && tree[i].upos != Upos::punct;
  words.anchor = static_cast<std::int32_t>(selection.anchor);
  order_words(tree, selection, words);
  name_pronouns(sentence, tree, words);
  if (short_names) shorten(sentence, tree, words);
  return words;
}

// Whether unit `u` continues the words in front of it as the text has them: what stood between and is left out dates
// it or is an aside. "came in third [behind two leaders, Albertini] for the right" would say something else.
bool TitleBuilder::joins(const TreeView& tree, const TitleSelection& selection, const std::vector<bool>& in,
                         std::size_t u) const {
  const std::uint32_t word = selection.units[u].word, first = tree.first(word);
  const std::uint32_t head = tree[word].head < 0 ? first : static_cast<std::uint32_t>(tree[word].head);
  for (std::uint32_t i = first; i-- > head;) {
    const std::int32_t unit = selection.unit[i];
    if (unit >= 0 && in[static_cast<std::size_t>(unit)]) return true;
    if (unit == static_cast<std::int32_t>(u)) continue;
    if (selection.units[u].doubtful && tree[i].upos != Upos::punct) return false;
    if (unit >= 0 && selection.units[static_cast<std::size_t>(unit)].cost >= little) continue;
    const auto is_kept = [&](std::uint32_t w) {
      return selection.unit[w] >= 0 && in[static_cast<std::size_t>(selection.unit[w])];
    };
    if (!is_aside(tree, i, is_kept)) return false;
  }
  return true;
}

// Whether all kept words have the function words in front of them that the text has: "rose by 865,000 barrels" where
// the tree hangs "by" on something else is no "rose 865,000 barrels".
bool TitleBuilder::is_whole(const TreeView& tree, const TitleSelection& selection,
                            const std::vector<bool>& kept) const {
  // "had won [the run-off] held in October": nothing but what dates it or stands aside may be missing in between
  const TitleRules rules(analysis_, tree, lexicon_, selection.event, true);
  const std::uint32_t end = last_of(kept) + 1;
  const auto begin = static_cast<std::uint32_t>(std::find(kept.begin(), kept.end(), true) - kept.begin());
  for (std::uint32_t i = selection.borrowed ? selection.anchor + 1 : begin; i < end; ++i) {
    const bool aside = is_aside(tree, i, [&](std::uint32_t w) { return kept[w]; });
    if (kept[i] || aside || rules.is(i, lexicon_.complementizer)) continue;
    // "convicted [of conspiracy] to commit espionage"
    const bool infinitive = tree[i + 1].deprel == Deprel::mark && tree[i + 1].upos == Upos::part;
    const bool bare = kept[i + 1] && (is_noun_part(tree[i + 1]) || tree[i + 1].upos == Upos::adj || infinitive);
    if (selection.unit[i] < 0 || bare) return false;
  }
  for (const std::uint32_t t : tree.dependents(selection.anchor))
    for (const std::uint32_t k : tree.dependents(t))
      if (tree.is_stray(k)) return false;
  // "von Wirtschafts[- und Ethikfragen]"
  for (std::uint32_t i = begin; i < end; ++i)
    if (kept[i] && is_suspended(analysis_.document.text, tree, i) && !kept[i + 2]) return false;
  // "one-year [adjustable rate mortgages]": what stands before a noun is not left without it
  for (std::uint32_t i = begin; i + 1 < end; ++i) {
    const Upos u = tree[i].upos;
    const bool leads = u == Upos::num || u == Upos::adj || u == Upos::det || tree[i].time >= 0;
    const bool noun = tree[i + 1].upos == Upos::adj || (is_noun_part(tree[i + 1]) && tree[i + 1].upos != Upos::det);
    if (kept[i] && leads && !kept[i + 1] && noun && tree[i + 1].time < 0) return false;
  }
  // a preposition has its noun behind it, and nothing that belongs elsewhere before that: "by [order] of Charles"
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    if (!kept[i] || tree[i].deprel != Deprel::case_) continue;
    const auto noun = static_cast<std::uint32_t>(tree[i].head);
    if (!kept[noun]) return false;
    for (std::uint32_t k = i + 1; k < noun; ++k)
      if (!kept[k] && !tree.under(k, noun)) return false;
  }
  return true;
}

// Whether the words next to what is kept belong elsewhere: a noun phrase straight behind it may be its object ("the bus
// hit | the bridge was scrapped"), a verb or preposition straight before it may govern it ("killing | 17 people
// tried").
bool TitleBuilder::borders_fit(const TreeView& tree, const TitleSelection& selection,
                               const std::vector<bool>& kept) const {
  const auto begin = std::find(kept.begin(), kept.end(), true) - kept.begin();
  const auto end = kept.rend() - std::find(kept.rbegin(), kept.rend(), true);
  const auto first = static_cast<std::uint32_t>(begin), next = static_cast<std::uint32_t>(end);
  if (!TitleRules(analysis_, tree, lexicon_, selection.event, true).may_end(next)) return false;
  if (next < tree.size() && selection.unit[next] < 0 && !tree.under(next, selection.anchor) && tree[next].time < 0) {
    if (is_noun_part(tree[next]) || tree[next].upos == Upos::adj) return false;
  }
  if (first == 0 || selection.borrowed) return true;
  const std::uint32_t before = first - 1;
  // "more | than 800 asteroids"
  if (tree[before].upos == Upos::adj || tree[before].upos == Upos::num || tree[before].upos == Upos::det) return false;
  const bool governs = tree.under(selection.anchor, before) || tree.under(before, selection.anchor);
  return governs || tree[before].time >= 0 || (tree[before].upos != Upos::adp && tree[before].upos != Upos::verb);
}

// Adds unit `u` with all that it needs; false where that is not to be had.
bool TitleBuilder::add_unit(const TreeView& tree, const TitleSelection& selection, std::size_t u,
                            std::vector<bool>& in) const {
  std::vector<bool> added(in.size(), false);
  for (std::size_t v = u; v < in.size(); ++v) {
    const TitleUnit& unit = selection.units[v];
    if (v != u && (unit.cost != needed || !added[static_cast<std::size_t>(unit.parent)])) continue;
    if (unit.spoiled || (v != 0 && !joins(tree, selection, in, v))) return false;
    in[v] = added[v] = true;
  }
  return true;
}

// What always stands, and of the units, those needed most first, each that there is room for with what it needs. Empty
// where there is no room for what the statement needs, or, if it is to be cut, for what always stands.
std::string TitleBuilder::fitted(std::uint32_t sentence, const TreeView& tree, const TitleSelection& selection,
                                 Room room, bool& cut) const {
  const bool short_names = room != Room::whole;
  const TitleRules rules(analysis_, tree, lexicon_, selection.event, true);
  std::vector<bool> in(selection.units.size(), false);
  in[0] = true;
  if (room != Room::cut && !add_unit(tree, selection, 0, in)) return {};
  std::string line = title_line(analysis_, tree, words_of(sentence, tree, selection, in, short_names));
  if (count_code_points(line) > longest_title) return {};
  const std::vector<std::size_t> size = least_sizes(tree, selection);
  const auto taken = [&] {
    std::size_t sum = 0;
    for (std::size_t u = 0; u < in.size() && !short_names; ++u) sum += in[u] ? size[u] : 0;
    return sum;
  };
  std::vector<std::size_t> by_need;
  for (std::size_t u = 1; u < selection.units.size(); ++u) by_need.push_back(u);
  // what the event itself needs before what its frame needs, and that before what its subject needs
  const auto rank = [&](std::size_t u) {
    const bool own = tree[selection.units[u].word].head == selection.event;
    const bool before = static_cast<std::int32_t>(selection.units[u].word) < selection.event;
    return 3 * selection.units[u].cost + (own ? 0 : before ? 2 : 1);
  };
  std::stable_sort(by_need.begin(), by_need.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
  const std::vector<std::size_t> once = by_need;  // twice: what a doubtful one goes on from may be taken after it
  by_need.insert(by_need.end(), once.begin(), once.end());
  for (const std::size_t u : by_need) {
    const TitleUnit& unit = selection.units[u];
    const std::size_t limit = unit.cost < little ? longest_title : short_limit;
    // To write what cannot fit would cost each verb of a long sentence the whole of it.
    if (in[u] || taken() + size[u] > limit || !in[static_cast<std::size_t>(unit.parent)]) continue;
    for (const bool whole : {true, false}) {
      std::vector<bool> more = in;
      if (whole ? !add_unit(tree, selection, u, more) : unit.spoiled || !joins(tree, selection, in, u)) continue;
      more[u] = true;
      const TitleWords words = words_of(sentence, tree, selection, more, short_names);
      std::string longer = title_line(analysis_, tree, words);
      // "defeated [as a result] of lobbying"
      const bool waits = !whole && !tree.is_clause(unit.word) && rules.waits(last_of(words.kept));
      if (count_code_points(longer) <= limit && !waits) {
        line = std::move(longer);
        in = std::move(more);
        break;
      }
      if (unit.cost > needed) break;
    }
  }
  const TitleWords words = words_of(sentence, tree, selection, in, false);
  const std::vector<bool>& kept = words.kept;
  const bool opens = tree.finite(selection.anchor) == std::find(kept.begin(), kept.end(), true) - kept.begin();
  if (lexicon_.verb_second && opens && words.front_first < 0) return {};
  if (!is_whole(tree, selection, kept) || !borders_fit(tree, selection, kept)) return {};
  cut = rules.waits(last_of(kept));
  const std::string full = title_line(analysis_, tree, words);
  return count_code_points(full) <= longest_title ? full : line;
}

// Whether the subject stands straight before the finite verb that must stand second, or behind it: the title has the
// words in the order of the text, or one that says the same, whichever of them is the subject.
bool TitleBuilder::stands_in_order(const TreeView& tree, const TitleSelection& selection) const {
  if (!lexicon_.verb_second || selection.borrowed || selection.subject < 0) return false;
  const std::int32_t finite = tree.finite(selection.anchor);
  if (tree[selection.anchor].head >= 0 || finite < 0) return false;
  const auto subject = static_cast<std::uint32_t>(selection.subject), verb = static_cast<std::uint32_t>(finite);
  if (tree.first(subject) > verb) return tree.first(subject) == verb + 1;
  return subject < verb && tree.first(subject) == 0 && tree.last(subject) < verb;
}

// "Nació en Toledo", "y murió en 1940": a finite verb of a language that may go without a subject, at the beginning of
// its clause.
bool TitleBuilder::stands_without_subject(const TreeView& tree, const TitleSelection& selection) const {
  if (!lexicon_.subject_drop || selection.subject >= 0 || tree.finite(selection.anchor) < 0) return false;
  const Deprel d = tree[selection.anchor].deprel;
  if (tree.subject(selection.anchor) >= 0 || d == Deprel::acl || d == Deprel::acl_relcl) return false;
  const std::uint32_t first = tree.first(selection.anchor);
  // a word before it that is left out may be the subject
  for (std::uint32_t i = first; i < selection.anchor; ++i)
    if (is_noun_part(tree[i]) && tree[i].confidence < 50) return false;
  for (const std::uint32_t k : tree.dependents(selection.anchor)) {
    const Deprel relation = tree[k].deprel;
    const bool joins =
        relation == Deprel::cc || relation == Deprel::mark || relation == Deprel::punct || tree[k].time >= 0;
    if (k < selection.anchor && selection.unit[k] < 0 && !joins &&
        !lexicon_.language->is(slice(analysis_.document.text, tree[k].span), lexicon_.adverb_linking))
      return false;
  }
  return first == 0 || tree[first].upos == Upos::punct || tree[first].deprel == Deprel::cc ||
         tree[first].deprel == Deprel::mark || tree[first - 1].upos == Upos::punct || tree[first - 1].time >= 0;
}

Title TitleBuilder::title(std::uint32_t sentence, const TreeView& tree, const Predication& predication) const {
  Title title;
  const auto word = static_cast<std::uint32_t>(predication.word);
  // What is reported stands whole without who reports it rather than cut with it.
  std::vector<TitleSelection> selections;
  for (const TitleScope scope : {TitleScope::framed, TitleScope::own}) {
    const bool may_stand_alone = holds(predication.status) || predication.status == Status::expected;
    if (scope == TitleScope::own && (!may_stand_alone || predication.status == Status::fact)) continue;
    TitleSelection selection = select_words(analysis_, tree, predication, lexicon_, scope);
    const int enough = stands_in_order(tree, selection) ? ordered_enough : sure_enough;
    if (selection.confidence < enough || (selection.anchor == word && predication.confidence < enough)) continue;
    if (selection.subject < 0 && tree.is_clause(selection.anchor) && !stands_without_subject(tree, selection)) continue;
    selections.push_back(std::move(selection));
  }
  const TitleSelection* chosen = nullptr;
  for (const Room room : {Room::whole, Room::short_names}) {
    for (const TitleSelection& selection : selections) {
      if (chosen != nullptr) break;
      title.text = fitted(sentence, tree, selection, room, title.fragment);
      if (!title.text.empty()) chosen = &selection;
    }
  }
  OwnWords own;
  if (chosen == nullptr)
    own = own_words(analysis_, tree, lexicon_, word, holds(predication.status) ? -1 : predication.source);
  if (chosen == nullptr && !(own.complete && own.whole)) {
    for (auto selection = selections.rbegin(); selection != selections.rend() && chosen == nullptr; ++selection) {
      title.text = fitted(sentence, tree, *selection, Room::cut, title.fragment);
      if (!title.text.empty()) chosen = &*selection;
    }
  }
  // "The index, initiated in August", "a poll released on Monday": the noun says nothing without a clause
  const TitleRules rules(analysis_, tree, lexicon_, predication.word, true);
  const bool tells_no_more = tree[word].deprel == Deprel::acl && tree[word].confidence >= 50 &&
                             (rules.comma_before(word) || rules.only_dates(word));
  if (chosen == nullptr) {
    title.text = title_line(analysis_, tree, own.words);
    name_pronouns(sentence, tree, own.words);
    const std::string named = title_line(analysis_, tree, own.words);
    if (count_code_points(named) <= longest_title) title.text = named;
    title.fragment = !own.whole || tells_no_more;
    return title;
  }
  title.fragment |= tells_no_more;
  const auto subject = static_cast<std::uint32_t>(chosen->subject);
  const bool pronoun = chosen->subject >= 0 && tree[subject].upos == Upos::pron;
  title.unresolved = pronoun && antecedent(sentence, subject).empty();
  title.has_actor = chosen->subject >= 0 && !title.unresolved;
  title.subject_dropped = chosen->subject < 0 && tree.is_clause(chosen->anchor);
  title.has_object = predication.find(Role::undergoer) || predication.find(Role::content);
  title.tells_governed = predication.find(Role::content);
  return title;
}

std::string TitleBuilder::line_title(const TreeView& tree, std::uint32_t head) const {
  return title_line(analysis_, tree, own_words(analysis_, tree, lexicon_, head, -1).words);
}

}  // namespace annal
