#include "timeline/event/title_builder.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

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

constexpr std::size_t short_limit = 66;  ///< what tells little is left out beyond this
constexpr int little = 7;
constexpr std::uint8_t ordered_enough = 40;  ///< confidence of a subject whose place says what it is

}  // namespace

// Puts in front what would not stand as a sentence otherwise: a subject from elsewhere that stands behind its verb; the
// subject of a verb-second language whose verb lost the phrase before it: "2014 schloss der Rat die Brücke". The verb
// at the end of a clause that is told alone takes the second place: "als der Rat die Brücke geschlossen hatte".
void TitleBuilder::order_words(const TitleSelection& selection, TitleWords& words) const {
  if (selection.subject < 0) return;
  const TreeView& tree = sentence_.tree();
  const auto subject = static_cast<std::uint32_t>(selection.subject);
  std::uint32_t from = subject, to = subject;
  for (std::uint32_t i = tree.first(subject); i <= tree.last(subject); ++i) {
    if (!words.kept[i] || !tree.under(i, subject)) continue;
    if (tree.under(selection.anchor, subject) && tree.under(i, selection.anchor)) continue;
    from = std::min(from, i);
    to = std::max(to, i);
  }
  const std::uint32_t first = words.kept.first();
  const std::int32_t finite = tree.finite(selection.anchor);
  if (lexicon_.verb_second && static_cast<std::int32_t>(first) == finite) {
    // a pronoun there may as well be the object: "und verkaufte sie"
    if (tree[subject].upos == Upos::pron && tree[selection.anchor].deprel == Deprel::conj) return;
    const std::optional<WordRange> front = front_phrase(tree, subject, tree.size());
    if (!front) return;
    from = front->first;
    to = front->last;
  } else if (!selection.borrowed || from <= first || subject < selection.anchor) {
    if (lexicon_.verb_second && finite >= 0 && from == first) move_verb(selection, to, words);
    return;
  }
  words.front_first = static_cast<std::int32_t>(from);
  words.front_last = static_cast<std::int32_t>(to);
}

// Behind the subject, which ends at `to`.
void TitleBuilder::move_verb(const TitleSelection& selection, std::uint32_t to, TitleWords& words) const {
  const TreeView& tree = sentence_.tree();
  const auto verb = static_cast<std::uint32_t>(tree.finite(selection.anchor));
  std::uint32_t top = selection.anchor;
  while (tree[top].deprel == Deprel::conj && tree[top].head >= 0) top = static_cast<std::uint32_t>(tree[top].head);
  const Deprel d = tree[top].deprel;
  bool dependent =
      d == Deprel::advcl || d == Deprel::ccomp || d == Deprel::acl || d == Deprel::acl_relcl || d == Deprel::csubj;
  for (const std::uint32_t k : tree.dependents(top)) dependent |= tree[k].deprel == Deprel::mark && k < top;
  const bool parted = words.kept.any(to + 1, verb);
  if (!dependent || !parted || verb <= to) return;
  words.moved = static_cast<std::int32_t>(verb);
  words.moved_behind = static_cast<std::int32_t>(to);
}

// A pronoun gives way to the name it stands for, unless the title has that name already.
void TitleBuilder::name_pronouns(TitleWords& words) const {
  const auto has = [&](std::string_view key, std::uint32_t before) {
    const auto names = [&](const auto& mention) {
      return mention.word < before && words.kept[mention.word] && mention.key == key;
    };
    const auto gives_way = [&](const CoreferenceResolver::Pronoun& pronoun) {
      return pronoun.of.key == key && words.instead_of(pronoun.word) != nullptr;
    };
    return std::any_of(persons_.begin(), persons_.end(), names) ||
           std::any_of(pronouns_.begin(), pronouns_.end(), gives_way);
  };
  for (const auto& [sentence, word, of] : pronouns_) {
    if (!words.kept[word] || has(of.key, word)) continue;
    if (of.sentence == sentence && words.kept[of.word]) continue;
    const syntax::Word& pronoun = sentence_.tree()[word];
    const bool possessor = pronoun.deprel == Deprel::nmod_poss || pronoun.features.possessive;
    if (possessor && lexicon_.genitive.empty()) continue;
    words.instead.push_back({word, of.name, possessor ? lexicon_.genitive : std::string_view()});
  }
}
void TitleBuilder::take_words(const TitleSelection& selection, const NumberSet& in, bool short_names) {
  const std::uint32_t size = sentence_.tree().size();
  words_.clear(size);
  for (std::uint32_t i = 0; i < size; ++i) {
    const std::int32_t unit = selection.unit[i];
    if (unit >= 0 && in[static_cast<std::uint32_t>(unit)] && !sentence_.is_mark(i)) words_.kept.add(i);
  }
  words_.anchor = static_cast<std::int32_t>(selection.anchor);
  order_words(selection, words_);
  name_pronouns(words_);
  if (short_names) shorten(words_);
}

// Whether unit `u` continues the words in front of it as the text has them: what stood between and is left out dates
// it or is an aside. "came in third [behind two leaders, Albertini] for the right" would say something else.
bool TitleBuilder::joins(const TitleSelection& selection, const NumberSet& in, std::uint32_t u) const {
  const TreeView& tree = sentence_.tree();
  const std::uint32_t word = selection.units[u].word, first = tree.first(word);
  const std::uint32_t head = tree[word].head < 0 ? first : static_cast<std::uint32_t>(tree[word].head);
  const auto is_kept = [&](std::uint32_t w) {
    return selection.unit[w] >= 0 && in[static_cast<std::uint32_t>(selection.unit[w])];
  };
  for (std::uint32_t i = first; i-- > head;) {
    const std::int32_t unit = selection.unit[i];
    if (is_kept(i)) return true;
    if (unit == static_cast<std::int32_t>(u)) continue;
    if (selection.units[u].doubtful && !sentence_.is_mark(i)) return false;
    if (unit >= 0 && selection.units[static_cast<std::size_t>(unit)].cost >= little) continue;
    if (!is_aside(tree, i, is_kept)) return false;
  }
  return true;
}

// Whether all kept words have the function words in front of them that the text has: "rose by 865,000 barrels" where
// the tree hangs "by" on something else is no "rose 865,000 barrels".
bool TitleBuilder::is_whole(const TitleSelection& selection, const TitleRules& rules, const NumberSet& kept) const {
  const TreeView& tree = sentence_.tree();
  // "had won [the run-off] held in October": nothing but what dates it or stands aside may be missing in between
  const std::uint32_t begin = kept.first(), end = kept.end();
  for (std::uint32_t i = selection.borrowed ? selection.anchor + 1 : begin; i < end; ++i) {
    if (kept[i] || is_aside(tree, i, [&](std::uint32_t w) { return kept[w]; }) ||
        rules.is(i, TitleClass::complementizer))
      continue;
    // "convicted [of conspiracy] to commit espionage"
    const bool infinitive = tree[i + 1].deprel == Deprel::mark && tree[i + 1].upos == Upos::part;
    const bool bare = kept[i + 1] && (is_noun_part(tree[i + 1]) || tree[i + 1].upos == Upos::adj || infinitive);
    if (selection.unit[i] < 0 || bare) return false;
  }
  for (const std::uint32_t t : tree.dependents(selection.anchor))
    for (const std::uint32_t k : tree.dependents(t))
      if (tree.is_stray(k)) return false;
  // "von Wirtschafts[- und Ethikfragen]"
  for (std::uint32_t i = begin; i < end; i = kept.next(i + 1))
    if (is_suspended(sentence_.analysis().document.text, tree, i) && !kept[i + 2]) return false;
  for (std::uint32_t i = begin; i + 1 < end; i = kept.next(i + 1))
    if (!kept[i + 1] && rules.is_open_comparison(i)) return false;
  // "one-year [adjustable rate mortgages]": what stands before a noun is not left without it
  for (std::uint32_t i = begin; i + 1 < end; i = kept.next(i + 1)) {
    const Upos u = tree[i].upos;
    const bool leads = u == Upos::num || u == Upos::adj || u == Upos::det || tree[i].time >= 0;
    const bool noun = tree[i + 1].upos == Upos::adj || (is_noun_part(tree[i + 1]) && tree[i + 1].upos != Upos::det);
    if (leads && !kept[i + 1] && noun && tree[i + 1].time < 0) return false;
  }
  // a preposition has its noun behind it, and nothing that belongs elsewhere before that: "by [order] of Charles"
  for (std::uint32_t i = begin; i < end; i = kept.next(i + 1)) {
    if (tree[i].deprel != Deprel::case_) continue;
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
bool TitleBuilder::borders_fit(const TitleSelection& selection, const TitleRules& rules, const NumberSet& kept) const {
  const TreeView& tree = sentence_.tree();
  const std::uint32_t first = kept.first(), next = kept.end();
  if (!rules.may_end(next)) return false;
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
bool TitleBuilder::add_unit(const TitleSelection& selection, std::uint32_t u, NumberSet& in) {
  added_.clear(in.bound());
  for (std::uint32_t v = u; v < in.bound(); ++v) {
    const TitleUnit& unit = selection.units[v];
    if (v != u && (unit.cost != needed || !added_[static_cast<std::uint32_t>(unit.parent)])) continue;
    if (unit.spoiled || (v != 0 && !joins(selection, in, v))) return false;
    in.add(v);
    added_.add(v);
  }
  return true;
}

// What the event itself needs before what its frame needs, and that before what its subject needs.
void TitleBuilder::rank_units(const TitleSelection& selection) {
  const auto rank = [&](std::uint32_t u) {
    const TitleUnit& unit = selection.units[u];
    const bool own = sentence_.tree()[unit.word].head == selection.event;
    const bool before = static_cast<std::int32_t>(unit.word) < selection.event;
    return std::pair(3 * unit.cost + (own ? 0 : before ? 2 : 1), u);
  };
  by_need_.resize(selection.units.size() - 1);
  std::iota(by_need_.begin(), by_need_.end(), 1U);
  std::sort(by_need_.begin(), by_need_.end(), [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
}

// The code points of the line with these units.
std::size_t TitleBuilder::size_with(const TitleSelection& selection, const NumberSet& in, bool short_names) {
  take_words(selection, in, short_names);
  return lines_.size(words_);
}

// Adds the units, those needed most first, each that there is room for with what it needs.
void TitleBuilder::add_units(const TitleSelection& selection, const TitleRules& rules, bool short_names) {
  for (const std::uint32_t u : by_need_) {
    const TitleUnit& unit = selection.units[u];
    if (in_[u] || !in_[static_cast<std::uint32_t>(unit.parent)]) continue;
    const std::size_t limit = unit.cost < little ? longest_title : short_limit;
    // To set what cannot fit would cost each verb of a long sentence the whole of it.
    const std::size_t taken = short_names ? 0 : size_of_units();
    if (taken + sizes_[u] > limit) continue;
    for (const bool whole : {true, false}) {
      more_ = in_;
      if (whole ? !add_unit(selection, u, more_) : unit.spoiled || !joins(selection, in_, u)) continue;
      more_.add(u);
      // "defeated [as a result] of lobbying"
      const bool fits = size_with(selection, more_, short_names) <= limit;
      const bool waits = !whole && !sentence_.tree().is_clause(unit.word) && rules.waits(words_.kept.end() - 1);
      const bool taken_in = fits && !waits;
      arranged_ = taken_in && !short_names;
      if (taken_in) {
        std::swap(in_, more_);
        break;
      }
      if (unit.cost > needed) break;
    }
  }
}

// What always stands, and of the units those that there is room for. False where there is no room for what the
// statement needs, or, if it is to be cut, for what always stands.
bool TitleBuilder::fitted(const TitleSelection& selection, Room room, Title& title) {
  const bool short_names = room != Room::whole;
  const TitleRules rules(sentence_, selection.event, true);
  in_.clear(static_cast<std::uint32_t>(selection.units.size()));
  in_.add(0);
  if (room != Room::cut && !add_unit(selection, 0, in_)) return false;
  if (size_with(selection, in_, short_names) > longest_title) return false;
  arranged_ = !short_names;
  find_least_sizes(selection);
  rank_units(selection);
  // twice: what a doubtful one goes on from may be taken after it
  for (int pass = 0; pass < 2; ++pass) add_units(selection, rules, short_names);
  if (!arranged_) take_words(selection, in_, false);
  const NumberSet& kept = words_.kept;
  const bool opens = sentence_.tree().finite(selection.anchor) == static_cast<std::int32_t>(kept.first());
  if (lexicon_.verb_second && opens && words_.front_first < 0) return false;
  if (!is_whole(selection, rules, kept) || !borders_fit(selection, rules, kept)) return false;
  title.fragment = rules.waits(kept.end() - 1);
  if (!arranged_ && lines_.size(words_) > longest_title) size_with(selection, in_, true);
  title.text = lines_.line();
  return !title.text.empty();
}

// Whether the subject stands straight before the finite verb that must stand second, or behind it: the title has the
// words in the order of the text, or one that says the same, whichever of them is the subject.
bool TitleBuilder::stands_in_order(const TitleSelection& selection) const {
  if (!lexicon_.verb_second || selection.borrowed || selection.subject < 0) return false;
  const TreeView& tree = sentence_.tree();
  const std::int32_t finite = tree.finite(selection.anchor);
  if (tree[selection.anchor].head >= 0 || finite < 0) return false;
  const auto subject = static_cast<std::uint32_t>(selection.subject), verb = static_cast<std::uint32_t>(finite);
  if (tree.first(subject) > verb) return tree.first(subject) == verb + 1;
  return subject < verb && tree.first(subject) == 0 && tree.last(subject) < verb;
}

// "Nació en Toledo", "y murió en 1940": a finite verb of a language that may go without a subject, at the beginning of
// its clause.
bool TitleBuilder::stands_without_subject(const TitleSelection& selection) const {
  const TreeView& tree = sentence_.tree();
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
    const bool links = sentence_[k].classes.has(TitleClass::adverb_linking);
    if (k < selection.anchor && selection.unit[k] < 0 && !joins && !links) return false;
  }
  return first == 0 || tree[first].upos == Upos::punct || tree[first].deprel == Deprel::cc ||
         tree[first].deprel == Deprel::mark || tree[first - 1].upos == Upos::punct || tree[first - 1].time >= 0;
}

void TitleBuilder::look_at(std::uint32_t sentence, const TreeView& tree) {
  sentence_.look_at(tree);
  persons_ = coreference_.persons(sentence);
  pronouns_ = coreference_.pronouns(sentence);
}

// Chooses the words: with the clause that frames the event, and, where it may stand alone, without.
void TitleBuilder::select(const Predication& predication) {
  const TreeView& tree = sentence_.tree();
  const auto word = static_cast<std::uint32_t>(predication.word);
  selected_ = 0;
  for (const TitleScope scope : {TitleScope::framed, TitleScope::own}) {
    const bool may_stand_alone = holds(predication.status) || predication.status == Status::expected;
    if (scope == TitleScope::own && (!may_stand_alone || predication.status == Status::fact)) continue;
    TitleSelection& selection = selections_[selected_];
    select_words(sentence_, predication, scope, selection);
    const int enough = stands_in_order(selection) ? ordered_enough : sure_enough;
    if (selection.confidence < enough || (selection.anchor == word && predication.confidence < enough)) continue;
    if (selection.subject < 0 && tree.is_clause(selection.anchor) && !stands_without_subject(selection)) continue;
    ++selected_;
  }
}

// The title in the sentence's own words, which `own_` holds.
void TitleBuilder::tell_own_words(bool tells_no_more, Title& title) {
  name_pronouns(own_.words);
  if (lines_.size(own_.words) > longest_title) {
    own_.words.instead.clear();
    lines_.size(own_.words);
  }
  title.text = lines_.line();
  title.fragment = !own_.whole || tells_no_more;
}

Title TitleBuilder::title(std::uint32_t sentence, const TreeView& tree, const Predication& predication) {
  Title title;
  const auto word = static_cast<std::uint32_t>(predication.word);
  look_at(sentence, tree);
  select(predication);
  // What is reported stands whole without who reports it rather than cut with it.
  const std::span<const TitleSelection> selections(selections_.data(), selected_);
  const TitleSelection* chosen = nullptr;
  for (const Room room : {Room::whole, Room::short_names})
    for (const TitleSelection& selection : selections)
      if (chosen == nullptr && fitted(selection, room, title)) chosen = &selection;
  if (chosen == nullptr) own_words(sentence_, lines_, word, holds(predication.status) ? -1 : predication.source, own_);
  if (chosen == nullptr && !(own_.complete && own_.whole)) {
    for (auto selection = selections.rbegin(); selection != selections.rend() && chosen == nullptr; ++selection)
      if (fitted(*selection, Room::cut, title)) chosen = &*selection;
  }
  // "The index, initiated in August", "a poll released on Monday": the noun says nothing without a clause
  const TitleRules rules(sentence_, predication.word, true);
  const bool tells_no_more = tree[word].deprel == Deprel::acl && tree[word].confidence >= 50 &&
                             (rules.comma_before(word) || rules.only_dates(word));
  if (chosen == nullptr) {
    tell_own_words(tells_no_more, title);
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

std::string TitleBuilder::line_title(std::uint32_t sentence, const TreeView& tree, std::uint32_t head) {
  look_at(sentence, tree);
  own_words(sentence_, lines_, head, -1, own_);
  lines_.size(own_.words);
  return lines_.line();
}

}  // namespace annal
