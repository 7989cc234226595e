#include "timeline/event/coreference.h"

#include <algorithm>

#include "core/unicode/letter_case.h"

namespace annal {

using syntax::Deprel;
using syntax::Gender;
using syntax::Upos;

namespace {

constexpr std::uint32_t sentences_back = 2;  ///< how far a pronoun looks for its name
constexpr std::size_t longest_phrase = 40;   ///< bytes of a phrase that stands in for a pronoun
// Values of the classes `impersonal`, where 2 is with a clause, and `expletive`.
constexpr std::int32_t always_impersonal = 1, with_companion = 3, as_subject = 1, as_companion = 2;

bool is_third_person(const syntax::Word& w) {
  return w.upos == Upos::pron && w.features.pron_type == syntax::PronType::prs && w.features.person == 3;
}

bool is_possessive(const syntax::Word& w) { return w.features.possessive || w.deprel == Deprel::nmod_poss; }

// Whether the name of one begins with a noun that the tagger took for one of several, by its ending: "Piers Lanyard".
bool opens_name(const TreeView& tree, std::uint32_t word) {
  if (tree[word].upos != Upos::noun || tree[word].features.number != syntax::Number::plur) return false;
  const auto& below = tree.dependents(word);
  return std::any_of(below.begin(), below.end(), [&](std::uint32_t k) {
    return k == word + 1 && tree[k].deprel == Deprel::flat && tree[k].upos == Upos::propn;
  });
}

// The clause that a word stands in, by its predicate.
std::uint32_t clause_of(const TreeView& tree, std::uint32_t word) {
  std::uint32_t w = word;
  do {
    if (tree[w].head < 0) return w;
    w = static_cast<std::uint32_t>(tree[w].head);
  } while (!tree.is_clause(w));
  return w;
}

// Of items in order of sentence and word.
template <class Item>
std::span<const Item> of_sentence(const std::vector<Item>& items, std::uint32_t sentence) {
  const auto from = [&](std::uint32_t s) { return std::ranges::lower_bound(items, s, {}, &Item::sentence); };
  return {from(sentence), from(sentence + 1)};
}

template <class Item>
const Item* find(const std::vector<Item>& items, std::uint32_t sentence, std::uint32_t word) {
  const auto found = std::ranges::lower_bound(items, std::pair(sentence, word), {},
                                              [](const Item& item) { return std::pair(item.sentence, item.word); });
  return found == items.end() || found->sentence != sentence || found->word != word ? nullptr : &*found;
}

// Whether a word is who does something: a subject, "warned by the activist Ida Holt", or joined to either.
bool acts(const TreeView& tree, std::uint32_t word) {
  while (tree[word].head >= 0 && (tree[word].deprel == Deprel::conj || tree[word].deprel == Deprel::appos))
    word = static_cast<std::uint32_t>(tree[word].head);
  return tree.is_subject(word) || tree[word].deprel == Deprel::obl_agent;
}

}  // namespace

CoreferenceResolver::CoreferenceResolver(const Analysis& analysis, const TreeViews& trees, const LemmaIndex& lemmas,
                                         const Language& language)
    : analysis_(analysis),
      lemmas_(lemmas),
      language_(language),
      given_name_(language.word_class("given-name")),
      title_word_(language.word_class("title-word")),
      impersonal_(language.word_class("impersonal")),
      expletive_(language.word_class("expletive")) {
  for (std::uint32_t s = 0; s < trees.size(); ++s)
    for (std::uint32_t w = 0; w < trees[s].size(); ++w)
      if (trees[s][w].upos == Upos::propn || opens_name(trees[s], w)) read_name(trees[s], s, w);
  for (std::uint32_t s = 0; s < trees.size(); ++s) read_sentence(trees[s], s);
}

const CoreferenceResolver::Antecedent* CoreferenceResolver::antecedent(std::uint32_t sentence,
                                                                       std::uint32_t word) const {
  const Pronoun* const found = find(pronouns_, sentence, word);
  return found == nullptr ? nullptr : &found->of;
}

std::string_view CoreferenceResolver::person_at(std::uint32_t sentence, std::uint32_t word) const {
  const Mention* const found = find(mentions_, sentence, word);
  return found == nullptr ? std::string_view() : found->key;
}

std::span<const CoreferenceResolver::Mention> CoreferenceResolver::persons(std::uint32_t sentence) const {
  return of_sentence(mentions_, sentence);
}

std::span<const CoreferenceResolver::Pronoun> CoreferenceResolver::pronouns(std::uint32_t sentence) const {
  return of_sentence(pronouns_, sentence);
}

// A name by its head: "Mr Bell", "Anna Reed". Its last word is the key; a given name or a title before it makes it a
// person.
void CoreferenceResolver::read_name(const TreeView& tree, std::uint32_t sentence, std::uint32_t head) {
  const auto is_part = [](Deprel d) { return d == Deprel::flat || d == Deprel::compound || d == Deprel::fixed; };
  if (is_part(tree[head].deprel)) return;
  std::uint32_t first = head, last = head;
  bool titled = false;
  for (const std::uint32_t k : tree.dependents(head)) {
    titled |= k < head && is(text(tree[k]), title_word_);
    if (!is_part(tree[k].deprel) || tree[k].upos != Upos::propn) continue;
    if (k > head && tree[k].span.begin > tree[last].span.end + 1) break;  // "Hart, Lind and Marl"
    first = std::min(first, k);
    last = std::max(last, k);
  }
  titled |= is(text(tree[first]), title_word_);
  // "the goalkeeper Ivan Hart" hangs on its office
  const std::int32_t given =
      given_name_ == no_class || first == last ? 0 : language_.value_in(text(tree[first]), given_name_, 0);
  const std::string_view key = text(tree[last]);
  if (is(key, title_word_)) return;
  Person& person = persons_[key];
  person.certain |= titled || given != 0;
  person.acts |= acts(tree, head);
  if (given != 0) {
    const Gender gender = given == 1 ? Gender::masc : Gender::fem;
    if (!person.given.empty() && person.given != text(tree[first])) person.several = true;
    person.given = text(tree[first]);
    person.gender = gender;
  }
  mentions_.push_back({sentence, head, key, &person});
}

// The noun with what stands before it, or all members of a pair; empty where that is long.
std::string CoreferenceResolver::phrase_of(const TreeView& tree, std::uint32_t head) const {
  std::uint32_t last = head;
  for (const std::uint32_t k : tree.dependents(head)) {
    if (tree[k].deprel == Deprel::flat) last = std::max(last, tree.last(k));
    if (tree[k].deprel == Deprel::conj && !tree.is_clause(k)) last = std::max(last, tree.last(k));
  }
  std::uint32_t first = tree.first(head);
  while (first < head && tree[first].upos == Upos::punct) ++first;
  std::string out(slice(analysis_.document.text, {tree[first].span.begin, tree[last].span.end}));
  if (out.size() > longest_phrase || out.find('\n') != std::string::npos) return {};
  const Upos upos = tree[first].upos;
  if (first == 0 && upos != Upos::propn && upos != Upos::noun) {
    const Letter letter = letter_at(out, 0);
    std::string small;
    append_letter(small, lower_of(letter.code));
    out = small + out.substr(letter.size);
  }
  return out;
}

void CoreferenceResolver::add_subject(const TreeView& tree, std::uint32_t sentence, std::uint32_t word) {
  Subject subject;
  subject.sentence = sentence;
  subject.word = word;
  subject.verb = clause_of(tree, word);
  subject.of = tree[word];
  for (const std::uint32_t k : tree.dependents(word))
    subject.joined |= tree[k].deprel == Deprel::conj && !tree.is_clause(k);
  subject.several = subject.joined || tree[word].features.number == syntax::Number::plur;
  const Deprel d = tree[subject.verb].deprel;
  subject.relative = d == Deprel::acl_relcl || d == Deprel::acl;
  subject.main = d == Deprel::root || d == Deprel::conj;
  if (subject.main) subject.phrase = phrase_of(tree, word);
  for (std::uint32_t i = word + 1; i < tree.size(); ++i)
    subject.rivals |= tree[i].upos == Upos::noun && tree[i].features.number == syntax::Number::plur &&
                      tree[i].time < 0 && !tree.under(i, word);
  subjects_.push_back(std::move(subject));
}

// The value of a word in the class `expletive`; 0 for none.
std::int32_t CoreferenceResolver::expletive(const syntax::Word& word) const {
  return expletive_ == no_class ? 0 : language_.value_in(text(word), expletive_, 0);
}

// Whether a pronoun stands for nothing: "it rained", "it took a day to find him", "il y a".
bool CoreferenceResolver::is_expletive(const TreeView& tree, std::uint32_t sentence, std::uint32_t word) const {
  if (tree[word].deprel == Deprel::expl) return true;
  if (!tree.is_subject(word) || expletive(tree[word]) != as_subject) return false;
  const auto verb = static_cast<std::uint32_t>(tree[word].head);
  const std::int32_t wants = language_.value_in(lemmas_.of(sentence, verb), impersonal_, 0);
  const auto& below = tree.dependents(verb);
  return wants == always_impersonal || (wants != 0 && std::any_of(below.begin(), below.end(), [&](std::uint32_t k) {
                                          return wants == with_companion ? expletive(tree[k]) == as_companion
                                                                         : k > verb && tree.is_clause(k);
                                        }));
}

void CoreferenceResolver::read_sentence(const TreeView& tree, std::uint32_t sentence) {
  for (std::uint32_t w = 0; w < tree.size(); ++w) {
    if (is_third_person(tree[w])) {
      if (is_expletive(tree, sentence, w)) continue;
      const bool thing = tree[w].features.number == syntax::Number::plur || tree[w].features.gender == Gender::neut;
      Antecedent found = thing ? resolve_thing(tree, sentence, w) : resolve_person(tree, sentence, w);
      if (!found.name.empty()) pronouns_.push_back({sentence, w, std::move(found)});
    }
    if (tree.is_subject(w) && tree[w].time < 0) add_subject(tree, sentence, w);
  }
}

// Whether another who may be a person and agrees is named from the sentence of `found` on up to the pronoun.
bool CoreferenceResolver::contested(const Mention& found, std::uint32_t sentence, std::uint32_t word,
                                    Gender gender) const {
  const auto first = std::ranges::lower_bound(mentions_, found.sentence, {}, &Mention::sentence);
  for (auto m = first; m != mentions_.end() && std::pair(m->sentence, m->word) < std::pair(sentence, word); ++m)
    if (m->key != found.key && m->person->may_be(gender)) return true;
  return false;
}

// The last mention, before a word, of the only person of the text so far who agrees and who may be meant.
CoreferenceResolver::Mention CoreferenceResolver::only_person(std::uint32_t sentence, std::uint32_t word,
                                                              Gender gender) const {
  Mention found;
  for (const Mention& m : mentions_) {
    if (m.sentence > sentence || (m.sentence == sentence && m.word >= word)) break;
    if (!m.person->may_be(gender)) continue;
    if (!m.person->agrees(gender) || (!found.key.empty() && found.key != m.key)) return {};
    found = m;
  }
  return found;
}

CoreferenceResolver::Antecedent CoreferenceResolver::resolve_person(const TreeView& tree, std::uint32_t sentence,
                                                                    std::uint32_t word) const {
  const Gender gender = tree[word].features.gender;
  if (gender == Gender::none) return {};
  const std::uint32_t clause = clause_of(tree, word);
  const bool subject_role = tree.is_subject(word);
  Mention found;
  for (auto s = subjects_.rbegin(); s != subjects_.rend() && s->sentence + sentences_back >= sentence; ++s) {
    if (s->sentence == sentence && s->verb == clause && !is_possessive(tree[word])) continue;
    const Mention* const person = find(mentions_, s->sentence, s->word);
    const bool fits = person != nullptr && person->person->agrees(gender);
    if (s->relative || s->joined || (s->several && !fits)) continue;
    if (is_third_person(s->of)) {
      if (s->of.features.gender != gender) continue;
      const Antecedent* same = antecedent(s->sentence, s->word);
      return same ? *same : Antecedent{};
    }
    if (fits) {
      found = *person;
      break;
    }
    if (s->of.upos == Upos::pron || s->of.upos == Upos::propn) continue;
    // "The suspect fled. He was caught": of no name that we know
    const Gender other = s->of.features.gender;
    if (other == Gender::none || other == gender) break;
  }
  if (found.key.empty() || (!subject_role && !is_possessive(tree[word]) && contested(found, sentence, word, gender))) {
    found = only_person(sentence, word, gender);
    if (found.key.empty() || found.sentence + 2 * sentences_back < sentence) return {};
    if (found.sentence == sentence && !is_possessive(tree[word]) && clause_of(tree, found.word) == clause) return {};
  }
  if (contested(found, sentence, word, gender)) return {};
  return {std::string(found.key), found.key, found.sentence, found.word};
}

// "They", "it": the subject of the main clause before, where it agrees.
CoreferenceResolver::Antecedent CoreferenceResolver::resolve_thing(const TreeView& tree, std::uint32_t sentence,
                                                                   std::uint32_t word) const {
  if (!tree.is_subject(word) || is_possessive(tree[word])) return {};
  const std::uint32_t clause = clause_of(tree, word);
  const bool plural = tree[word].features.number == syntax::Number::plur;
  for (const std::uint32_t k : tree.dependents(clause))
    if (tree[k].deprel == Deprel::cop && !plural) return {};  // "it was clear that"
  if (tree[clause].upos != Upos::verb) return {};
  for (auto s = subjects_.rbegin(); s != subjects_.rend() && s->sentence + 1 >= sentence; ++s) {
    if (s->sentence == sentence && s->verb == clause) continue;
    if (s->relative) continue;
    if (is_third_person(s->of)) {
      const bool same = (s->of.features.number == syntax::Number::plur) == plural &&
                        (plural || s->of.features.gender == Gender::neut);
      const Antecedent* before = same ? antecedent(s->sentence, s->word) : nullptr;
      return before ? *before : Antecedent{};
    }
    if (!s->main || s->of.upos == Upos::pron || s->several != plural) return {};
    const Mention* const person = find(mentions_, s->sentence, s->word);
    if (!plural && person != nullptr && person->has_short_name()) return {};
    const Gender other = s->of.features.gender;
    if (!plural && other != Gender::none && other != Gender::neut) return {};
    const syntax::Case c = s->of.features.grammatical_case;
    if (c != syntax::Case::none && c != syntax::Case::nom) return {};
    // "Officers arrested the men after they fled": the men
    for (std::uint32_t i = s->sentence == sentence ? s->word + 1 : 0; i < word; ++i) {
      const bool noun = tree[i].upos == Upos::noun || tree[i].upos == Upos::propn;
      const bool inside = s->sentence == sentence && tree.under(i, s->word);
      if (noun && !inside && tree[i].time < 0 && (tree[i].features.number == syntax::Number::plur) == plural) return {};
    }
    if (s->sentence != sentence && plural && s->rivals) return {};
    return {s->phrase, text(s->of), s->sentence, s->word};
  }
  return {};
}

}  // namespace annal
