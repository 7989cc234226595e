#include "timeline/event/lexicon.h"

#include <algorithm>
#include <cstring>

namespace annal {
namespace {

constexpr std::size_t class_count = static_cast<std::size_t>(Is::count_);

struct ClassName {
  Is is;
  std::string_view name;
};

// The names in data/lang; several classes of another stage may count as one here.
constexpr ClassName class_names[] = {
    {Is::determiner, "determiner"},
    {Is::definite, "determiner-definite"},
    {Is::article, "article"},
    {Is::pronoun_subject, "pronoun-subject"},
    {Is::pronoun_object, "pronoun-object"},
    {Is::pronoun_possessive, "pronoun-possessive"},
    {Is::pronoun_free, "pronoun-free"},
    {Is::preposition, "preposition"},
    {Is::conjunction, "conjunction"},
    {Is::subordinator, "subordinator"},
    {Is::relative, "relative"},
    {Is::infinitive_mark, "infinitive-mark"},
    {Is::agent_mark, "agent-mark"},
    {Is::genitive_mark, "genitive-mark"},
    {Is::particle, "particle"},
    {Is::verb_prefix, "verb-prefix"},
    {Is::negation, "negation"},
    {Is::negation_word, "negation-word"},
    {Is::negation_tail, "negation-tail"},
    {Is::aux_be, "aux-be"},
    {Is::aux_have, "aux-have"},
    {Is::aux_do, "aux-do"},
    {Is::modal, "modal"},
    {Is::contracted_modal, "contracted-modal"},
    {Is::contracted_do, "contracted-do"},
    {Is::clitic, "clitic"},
    {Is::title_word, "title-word"},
    {Is::actor_noun, "actor-noun"},
    {Is::number, "ones"},
    {Is::number, "teens"},
    {Is::number, "tens"},
    {Is::number, "hundred"},
    {Is::number, "magnitude"},
    {Is::number, "dozen"},
    {Is::ordinal, "ordinal-ones"},
    {Is::ordinal, "ordinal-teens"},
    {Is::ordinal, "ordinal-tens"},
    {Is::verb, "verb"},
    {Is::verb_past, "verb-past"},
    {Is::verb_participle, "verb-participle"},
    {Is::verb_ing, "verb-ing"},
    {Is::verb_3sg, "verb-3sg"},
    {Is::verb_seldom, "verb-seldom"},
    {Is::verb_even, "verb-even"},
    {Is::gerund_noun, "gerund-noun"},
    {Is::gerund_adjective, "gerund-adjective"},
    {Is::participle_adjective, "participle-adjective"},
    {Is::adjective, "adjective"},
    {Is::adverb, "adverb"},
    {Is::reporting, "verb-reporting"},
    {Is::announcing, "verb-announcing"},
    {Is::perception, "verb-perception"},
    {Is::aspectual, "verb-aspectual"},
    {Is::act_toward, "verb-act-toward"},
    {Is::attitude, "verb-attitude"},
    {Is::state, "verb-state"},
    {Is::light, "verb-light"},
    {Is::forward, "verb-forward"},
    {Is::against, "verb-against"},
    {Is::adjective_forward, "adjective-forward"},
    {Is::landmark, "verb-landmark"},
    {Is::transitive, "verb-transitive"},
    {Is::linking, "verb-linking"},
    {Is::hedge, "hedge"},
    {Is::condition, "condition"},
    {Is::causing, "verb-causing"},
    {Is::following, "verb-following"},
    {Is::preceding, "verb-preceding"},
    {Is::bringing_about, "verb-bringing-about"},
    {Is::noun_event, "noun-event"},
    {Is::noun_event_weak, "noun-event-weak"},
    {Is::same_event, "same-event"},
    {Is::time_tie, "time-tie"},
    {Is::event_place, "event-place"},
    {Is::place_mark, "place-mark"},
    {Is::signal_after, "signal-after"},
    {Is::signal_before, "signal-before"},
    {Is::signal_since, "signal-since"},
    {Is::signal_during, "signal-during"},
    {Is::signal_when, "signal-when"},
    {Is::signal_while, "signal-while"},
    {Is::signal_once, "signal-once"},
    {Is::signal_phrase, "signal-phrase"},
    {Is::signal_phrase_opener, "signal-phrase-opener"},
    {Is::adverb_later, "adverb-later"},
    {Is::adverb_earlier, "adverb-earlier"},
    {Is::adverb_still, "adverb-still"},
    {Is::attribution_phrase, "attribution-phrase"},
    {Is::attribution_opener, "attribution-opener"},
    {Is::suffix_past, "suffix-past"},
    {Is::suffix_past_e, "suffix-past-e"},
    {Is::suffix_past_doubled, "suffix-past-doubled"},
    {Is::suffix_ing, "suffix-ing"},
    {Is::suffix_ing_e, "suffix-ing-e"},
    {Is::suffix_ing_doubled, "suffix-ing-doubled"},
    {Is::suffix_3sg, "suffix-3sg"},
    {Is::suffix_plural, "suffix-plural"},
    {Is::suffix_adverb, "suffix-adverb"},
};

constexpr std::size_t longest_word = 48;  ///< words longer than this have no regular form worth undoing
constexpr std::size_t longest_ending = 3;

// The classes whose value says which kind of pronoun, auxiliary or tie a word is; no word is in two of them but "'s".
bool carries_value(Is c) {
  switch (c) {
    case Is::pronoun_subject:
    case Is::pronoun_object:
    case Is::pronoun_possessive:
    case Is::aux_be:
    case Is::aux_have:
    case Is::aux_do:
    case Is::modal:
    case Is::contracted_modal:
    case Is::clitic:
    case Is::time_tie: return true;
    default: return false;
  }
}

}  // namespace

EventLexicon::EventLexicon(const Language& language) : language_(&language) {
  static_assert(class_count < 128, "ClassSet holds 128 bits");
  ids_.fill(no_class);
  for (const ClassName& entry : class_names) {
    const WordClass id = language.word_class(entry.name);
    if (id == no_class) continue;
    ids_[static_cast<std::size_t>(entry.is)] = id;
    if (id < by_class_.size()) by_class_[id] = static_cast<std::uint8_t>(static_cast<std::size_t>(entry.is) + 1);
  }
}

EventLexicon::Looked EventLexicon::look(std::string_view word, WordFacts* out) const {
  Looked found;
  for (const Membership& m : language_->lookup(word)) {
    if (m.word_class >= by_class_.size() || by_class_[m.word_class] == 0) continue;
    const Is c = static_cast<Is>(by_class_[m.word_class] - 1);
    if (m.capital && !(word[0] >= 'A' && word[0] <= 'Z')) continue;
    found.classes.add(c);
    if (carries_value(c)) found.value = static_cast<std::uint8_t>(m.value);
    if (c == Is::aspectual) found.aspect = static_cast<std::uint8_t>(m.value);
    if (c == Is::same_event) found.same = m.value;
    if (out == nullptr) continue;
    const VerbForm form = c == Is::verb              ? form_base
                          : c == Is::verb_3sg        ? form_3sg
                          : c == Is::verb_past       ? form_past
                          : c == Is::verb_participle ? form_participle
                          : c == Is::verb_ing        ? form_ing
                                                     : VerbForm{};
    if (form == VerbForm{}) continue;
    out->forms |= form;
    if (form != form_base) out->verb_lemma.text = m.value;
  }
  return found;
}

// The endings of regular forms that `word` has, the longest first.
EventLexicon::Endings EventLexicon::endings_of(std::string_view word) const {
  Endings out;
  for (std::size_t size = longest_ending; size > 0; --size) {
    for (const Membership& m : language_->lookup(word.substr(word.size() - size))) {
      if (m.word_class >= by_class_.size() || by_class_[m.word_class] == 0) continue;
      const Is c = static_cast<Is>(by_class_[m.word_class] - 1);
      if (c < Is::suffix_past || out.count == out.list.size()) continue;
      const std::string_view add =
          c == Is::suffix_adverb ? std::string_view{} : language_->text_of(m.word_class, m.value);
      if (add.size() > 1) continue;
      out.list[out.count++] = {c, static_cast<std::uint8_t>(size), add.empty() ? '\0' : add[0]};
    }
  }
  return out;
}

// Whether `word` ends in one of `suffix` and what is left, mended as the suffix says, is in class `needed`.
bool EventLexicon::undo(std::string_view word, const Endings& endings, Is suffix, Is needed, Lemma& lemma,
                        Looked& found) const {
  const bool doubled = suffix == Is::suffix_past_doubled || suffix == Is::suffix_ing_doubled;
  for (std::size_t i = 0; i < endings.count; ++i) {
    const Ending& ending = endings.list[i];
    if (ending.suffix != suffix || word.size() < ending.size + 2U) continue;
    std::array<char, longest_word + 2> base{};
    std::size_t n = word.size() - ending.size;
    std::size_t cut = ending.size;
    std::memcpy(base.data(), word.data(), n);
    if (doubled) {
      if (n < 3 || base[n - 1] != base[n - 2]) continue;
      --n;
      ++cut;
    }
    if (ending.add != 0) base[n++] = ending.add;
    const Looked candidate = look({base.data(), n}, nullptr);
    if (needed != Is::count_ ? !candidate.classes.has(needed) : candidate.classes.empty()) continue;
    found = candidate;
    lemma.strip = static_cast<std::uint8_t>(cut);
    lemma.add = ending.add;
    return true;
  }
  return false;
}

WordFacts EventLexicon::facts(std::string_view word) const {
  WordFacts out;
  const Looked self = look(word, &out);
  out.word = self.classes;
  out.value = self.value;
  out.aspect = self.aspect;
  out.same_verb = out.same_noun = self.same;
  out.noun = self.classes;
  if (out.verb_lemma.text >= 0) {
    const Looked base =
        look(language_->text_of(ids_[static_cast<std::size_t>(Is::verb_past)], out.verb_lemma.text), nullptr);
    out.verb = base.classes;
    out.same_verb = base.same;
    if (base.aspect != 0) out.aspect = base.aspect;
  } else if ((out.forms & form_base) != 0) {
    out.verb = self.classes;
  }
  if (word.size() < 4 || word.size() > longest_word) return out;
  const Endings endings = endings_of(word);
  if (endings.count == 0) return out;
  Looked base;
  const auto verb_form = [&](std::uint8_t form, Is suffix) {
    if (!undo(word, endings, suffix, Is::verb, out.verb_lemma, base)) return false;
    out.forms = static_cast<std::uint8_t>(out.forms | form);
    out.verb = base.classes;
    out.same_verb = base.same;
    out.aspect = base.aspect;
    return true;
  };
  // A word that is its own base ("need", "bring", "focus") is no form of a shorter verb.
  if (out.forms == 0) {
    constexpr std::uint8_t past = form_past | form_participle;
    // "hoped" is of "hope": a base that ends in one short syllable would have doubled its consonant.
    static_cast<void>(verb_form(past, Is::suffix_past_e) || verb_form(past, Is::suffix_past) ||
                      verb_form(past, Is::suffix_past_doubled) || verb_form(form_ing, Is::suffix_ing_e) ||
                      verb_form(form_ing, Is::suffix_ing) || verb_form(form_ing, Is::suffix_ing_doubled) ||
                      verb_form(form_3sg, Is::suffix_3sg));
  }
  const bool noun = out.word.any(Is::noun_event, Is::noun_event_weak, Is::actor_noun);
  if (!noun && undo(word, endings, Is::suffix_plural, Is::count_, out.noun_lemma, base)) {
    out.noun = base.classes;
    out.same_noun = base.same;
    out.plural = true;
  }
  for (std::size_t i = 0; i < endings.count; ++i)
    if (endings.list[i].suffix == Is::suffix_adverb && !out.word.has(Is::adjective)) out.word.add(Is::adverb);
  return out;
}

bool EventLexicon::phrase_is(std::string_view phrase, Is c) const {
  return language_->is(phrase, ids_[static_cast<std::size_t>(c)]);
}

WordFacts EventLexicon::signal_of_phrase(std::string_view phrase) const {
  const WordClass id = ids_[static_cast<std::size_t>(Is::signal_phrase)];
  const std::int32_t value = language_->value_in(phrase, id, Language::absent_value);
  return value == Language::absent_value ? WordFacts{} : facts(language_->text_of(id, value));
}

std::string EventLexicon::base_form(std::string_view word, const Lemma& lemma) const {
  if (lemma.text >= 0)
    return std::string(language_->text_of(ids_[static_cast<std::size_t>(Is::verb_past)], lemma.text));
  std::string out(word.substr(0, word.size() - lemma.strip));
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  if (lemma.add != 0) out += lemma.add;
  return out;
}

}  // namespace annal
