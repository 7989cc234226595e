#include "timeline/event/lexicon.h"

#include <algorithm>
#include <cstring>
#include <deque>
#include <mutex>
#include <optional>

#include "core/lang/hash.h"
#include "core/lang/tables.h"

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
    {Is::prospective, "verb-prospective"},
    {Is::alleging, "verb-alleging"},
    {Is::convicting, "verb-convicting"},
    {Is::acquitting, "verb-acquitting"},
    {Is::subject_control, "verb-subject-control"},
    {Is::alleging_noun, "noun-alleging"},
    {Is::reporting_noun, "noun-reporting"},
    {Is::alleged_mark, "alleged-mark"},
    {Is::reported_mark, "reported-mark"},
    {Is::attribution_mark, "attribution-mark"},
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
    {Is::happening, "verb-happening"},
    {Is::noun_common, "noun-common"},
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
    {Is::quantity_word, "quantity-word"},
    {Is::quantity_bound, "quantity-bound"},
    {Is::adverb_kept, "adverb-kept"},
    {Is::modal_reported, "modal-reported"},
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

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool ends_in(std::string_view word, std::string_view ending) {
  const std::size_t from = word.size() - ending.size();
  for (std::size_t i = 0; i < ending.size(); ++i)
    if (lower(word[from + i]) != ending[i]) return false;
  return true;
}

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
  const Language::Tables& tables = language.tables();
  entries_.reserve(tables.word_count);
  for (std::uint32_t w = 0; w < tables.word_count; ++w) {
    entries_.push_back(read_entry(w));
    const WordEntry& entry = tables.words[w];
    for (std::uint32_t m = entry.members; m < entry.members + entry.count; ++m) {
      const Membership& member = tables.members[m];
      if (member.word_class >= by_class_.size() || by_class_[member.word_class] == 0) continue;
      const Is c = static_cast<Is>(by_class_[member.word_class] - 1);
      if (c < Is::suffix_past) continue;
      const std::string_view add =
          c == Is::suffix_adverb ? std::string_view{} : language.text_of(member.word_class, member.value);
      if (add.size() <= 1) endings_.push_back({{tables.text + entry.text, entry.size}, c, add.empty() ? '\0' : add[0]});
    }
  }
  // "hoped" is of "hope": a base that ends in one short syllable would have doubled its consonant. So endings that give
  // the base a letter back are tried first, and longer ones before shorter.
  std::sort(endings_.begin(), endings_.end(), [](const Ending& a, const Ending& b) {
    if ((a.add != 0) != (b.add != 0)) return a.add != 0;
    if (a.text.size() != b.text.size()) return a.text.size() > b.text.size();
    return a.suffix != b.suffix ? a.suffix < b.suffix : a.text < b.text;
  });
  for (const Ending& ending : endings_) ends_form_[static_cast<unsigned char>(ending.text.back())] = true;
}

// Each is made when it is first asked for: most runs read one language.
const EventLexicon& EventLexicon::of(const Language& language) {
  struct Slot {
    std::once_flag once;
    std::optional<EventLexicon> lexicon;
  };
  static std::deque<Slot> slots(Language::all().size());
  Slot& slot = slots[static_cast<std::size_t>(&language - Language::all().data())];
  std::call_once(slot.once, [&] { slot.lexicon.emplace(language); });
  return *slot.lexicon;
}

// What the tables say of their word number `word`. Members that hold for capitals alone are for other stages.
EventLexicon::Looked EventLexicon::read_entry(std::uint32_t word) const {
  const Language::Tables& tables = language_->tables();
  const WordEntry& entry = tables.words[word];
  Looked found;
  for (std::uint32_t i = entry.members; i < entry.members + entry.count; ++i) {
    const Membership& m = tables.members[i];
    if (m.word_class >= by_class_.size() || by_class_[m.word_class] == 0 || m.capital) continue;
    const Is c = static_cast<Is>(by_class_[m.word_class] - 1);
    found.classes.add(c);
    if (carries_value(c)) found.value = static_cast<std::uint8_t>(m.value);
    if (c == Is::aspectual) found.aspect = static_cast<std::uint8_t>(m.value);
    if (c == Is::same_event) found.same = m.value;
    const VerbForm form = c == Is::verb              ? form_base
                          : c == Is::verb_3sg        ? form_3sg
                          : c == Is::verb_past       ? form_past
                          : c == Is::verb_participle ? form_participle
                          : c == Is::verb_ing        ? form_ing
                                                     : VerbForm{};
    found.forms |= form;
    if (form != VerbForm{} && form != form_base) found.lemma = m.value;
  }
  return found;
}

const EventLexicon::Looked& EventLexicon::look(std::string_view word) const {
  static const Looked nothing;
  const WordEntry* const entry = language_->entry(word);
  return entry == nullptr ? nothing : entries_[static_cast<std::size_t>(entry - language_->tables().words)];
}

// Whether `word` ends in `ending` and what is left, mended as the ending says, is in class `needed` (any, for count_).
bool EventLexicon::undo(std::string_view word, const Ending& ending, Is needed, Lemma& lemma,
                        const Looked*& found) const {
  const bool doubled = ending.suffix == Is::suffix_past_doubled || ending.suffix == Is::suffix_ing_doubled;
  std::array<char, longest_word + 2> base{};
  std::size_t n = word.size() - ending.text.size();
  std::memcpy(base.data(), word.data(), n);
  if (doubled) {
    if (n < 3 || base[n - 1] != base[n - 2]) return false;
    --n;
  }
  const std::size_t cut = word.size() - n;
  if (ending.add != 0) base[n++] = ending.add;
  const Looked& candidate = look({base.data(), n});
  if (needed != Is::count_ ? !candidate.classes.has(needed) : candidate.classes.empty()) return false;
  found = &candidate;
  lemma = {-1, static_cast<std::uint8_t>(cut), ending.add};
  return true;
}

WordFacts EventLexicon::work_out(std::string_view word) const {
  WordFacts out;
  const Looked& self = look(word);
  out.word = out.noun = self.classes;
  out.value = self.value;
  out.aspect = self.aspect;
  out.forms = self.forms;
  out.verb_lemma.text = self.lemma;
  out.same_verb = out.same_noun = self.same;
  if (self.lemma >= 0) {
    const Looked& base = look(language_->text_of(ids_[static_cast<std::size_t>(Is::verb_past)], self.lemma));
    out.verb = base.classes;
    out.same_verb = base.same;
    if (base.aspect != 0) out.aspect = base.aspect;
  } else if ((self.forms & form_base) != 0) {
    out.verb = self.classes;
  }
  constexpr std::size_t shortest_form = 4;
  if (word.size() < shortest_form || word.size() > longest_word) return out;
  if (!ends_form_[static_cast<unsigned char>(word.back() | 0x20)]) return out;
  const bool noun_known = out.word.any(Is::noun_event, Is::noun_event_weak, Is::actor_noun);
  for (const Ending& ending : endings_) {
    if (word.size() < ending.text.size() + 2 || !ends_in(word, ending.text)) continue;
    const Looked* base = nullptr;
    std::uint8_t form = 0;
    switch (ending.suffix) {
      case Is::suffix_past:
      case Is::suffix_past_e:
      case Is::suffix_past_doubled: form = form_past | form_participle; break;
      case Is::suffix_ing:
      case Is::suffix_ing_e:
      case Is::suffix_ing_doubled: form = form_ing; break;
      case Is::suffix_3sg: form = form_3sg; break;
      case Is::suffix_plural:
        if (noun_known || out.plural || !undo(word, ending, Is::count_, out.noun_lemma, base)) continue;
        out.noun = base->classes;
        out.same_noun = base->same;
        out.plural = true;
        continue;
      default:
        if ((self.forms & form_base) == 0 &&
            !self.classes.any(Is::adjective, Is::noun_common, Is::noun_event, Is::noun_event_weak))
          out.word.add(Is::adverb);
        continue;
    }
    // A word that is its own base ("need", "bring", "focus") is no form of a shorter verb.
    if (out.forms != 0 || !undo(word, ending, Is::verb, out.verb_lemma, base)) continue;
    out.forms = form;
    out.verb = base->classes;
    out.same_verb = base->same;
    out.aspect = base->aspect;
  }
  return out;
}

// News says the same words over and over: what was worked out last for a word is kept, by thread.
WordFacts EventLexicon::facts(std::string_view word) const {
  constexpr std::size_t places = 2048, longest_kept = 16;
  struct Kept {
    const EventLexicon* of = nullptr;
    std::uint64_t hash = 0;
    std::uint8_t size = 0;
    std::array<char, longest_kept> text{};
    WordFacts facts;
  };
  static thread_local std::vector<Kept> kept(places);
  if (word.empty() || word.size() > longest_kept) return work_out(word);
  const std::uint64_t hash = lexicon_hash(word);
  Kept& place = kept[hash % places];
  std::array<char, longest_kept> folded{};
  for (std::size_t i = 0; i < word.size(); ++i) folded[i] = lower(word[i]);
  if (place.of != this || place.hash != hash || place.size != word.size() || place.text != folded)
    place = {this, hash, static_cast<std::uint8_t>(word.size()), folded, work_out({folded.data(), word.size()})};
  return place.facts;
}

bool EventLexicon::phrase_is(std::string_view phrase, Is c) const {
  return language_->is(phrase, ids_[static_cast<std::size_t>(c)]);
}

WordFacts EventLexicon::signal_of_phrase(std::string_view phrase) const {
  const WordClass id = ids_[static_cast<std::size_t>(Is::signal_phrase)];
  const std::int32_t value = language_->value_in(phrase, id, Language::absent_value);
  return value == Language::absent_value ? WordFacts{} : facts(language_->text_of(id, value));
}

std::uint8_t EventLexicon::gender_of_name(std::string_view word) const {
  const WordClass given = language_->word_class("given-name");
  return given == no_class ? 0 : static_cast<std::uint8_t>(language_->value_in(word, given, 0));
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
