#include "timeline/event/lexicon.h"

#include "core/lang/tables.h"
#include "timeline/event/per_language.h"

namespace annal {
namespace {

constexpr std::size_t class_count = static_cast<std::size_t>(Is::count_);

struct ClassName {
  Is is;
  std::string_view name;
};

// The names in data/lang; several classes of another stage may count as one here.
constexpr ClassName class_names[] = {
    {Is::definite, "determiner-definite"},
    {Is::subordinator, "subordinator"},
    {Is::relative, "relative"},
    {Is::agent_mark, "agent-mark"},
    {Is::genitive_mark, "genitive-mark"},
    {Is::negation, "negation"},
    {Is::aux_have, "aux-have"},
    {Is::modal, "modal"},
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
    {Is::factive, "verb-factive"},
    {Is::alleging, "verb-alleging"},
    {Is::convicting, "verb-convicting"},
    {Is::acquitting, "verb-acquitting"},
    {Is::subject_control, "verb-subject-control"},
    {Is::alleging_noun, "noun-alleging"},
    {Is::reporting_noun, "noun-reporting"},
    {Is::alleged_mark, "alleged-mark"},
    {Is::reported_mark, "reported-mark"},
    {Is::attribution_mark, "attribution-mark"},
    {Is::attribution_clause, "attribution-clause"},
    {Is::complementizer, "complementizer"},
    {Is::condition_infinitive, "condition-infinitive"},
    {Is::preventing_mark, "preventing-mark"},
    {Is::modal_hearsay, "modal-hearsay"},
    {Is::adjective_forward, "adjective-forward"},
    {Is::landmark, "verb-landmark"},
    {Is::transitive, "verb-transitive"},
    {Is::falsifying, "falsifying"},
    {Is::nearly, "adverb-nearly"},
    {Is::hedge, "hedge"},
    {Is::condition, "condition"},
    {Is::causing, "verb-causing"},
    {Is::following, "verb-following"},
    {Is::preceding, "verb-preceding"},
    {Is::bringing_about, "verb-bringing-about"},
    {Is::happening, "verb-happening"},
    {Is::noun_event, "noun-event"},
    {Is::noun_event_weak, "noun-event-weak"},
    {Is::same_event, "same-event"},
    {Is::one_of_several, "one-of-several"},
    {Is::event_place, "event-place"},
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
    {Is::modal_reported, "modal-reported"},
    {Is::attribution_phrase, "attribution-phrase"},
    {Is::attribution_opener, "attribution-opener"},
    {Is::attribution_adverb, "attribution-adverb"},
    {Is::finding, "verb-finding"},
    {Is::court, "noun-court"},
    {Is::instead, "instead"},
    {Is::denying, "verb-denying"},
    {Is::arresting, "verb-arresting"},
    {Is::reason_mark, "reason-mark"},
    {Is::modal_duty, "modal-duty"},
    {Is::modal_ability, "modal-ability"},
    {Is::speaker, "noun-speaker"},
    {Is::contrast, "contrast-mark"},
    {Is::scheduling, "verb-scheduling"},
    {Is::time_target, "time-target"},
    {Is::cancelling, "verb-cancelling"},
    {Is::verifying, "verifying"},
    {Is::assuring, "assuring"},
    {Is::doubting, "doubting"},
    {Is::feigning, "verb-feigning"},
    {Is::comparing, "comparison-mark"},
    {Is::falsehood, "noun-falsehood"},
    {Is::escaping, "verb-escaping"},
    {Is::only, "only-mark"},
    {Is::shifting, "verb-shifting"},
    {Is::disjunction, "disjunction"},
    {Is::enacted_noun, "noun-enacted"},
    {Is::commemorating, "verb-commemorating"},
    {Is::undecided, "verb-undecided"},
    {Is::opposing_mark, "opposing-mark"},
};

}  // namespace

EventLexicon::EventLexicon(const Language& language) : language_(&language) {
  static_assert(class_count < 128, "ClassSet holds 128 bits");
  ids_.fill(no_class);
  by_class_.resize(language.tables().class_count);
  for (const ClassName& entry : class_names) {
    const WordClass id = language.word_class(entry.name);
    if (id == no_class) continue;
    ids_[static_cast<std::size_t>(entry.is)] = id;
    by_class_[id] = static_cast<std::uint8_t>(static_cast<std::size_t>(entry.is) + 1);
  }
  const std::uint32_t count = language.tables().word_count;
  entries_.reserve(count);
  for (std::uint32_t w = 0; w < count; ++w) entries_.push_back(read_entry(w));
}

const EventLexicon& EventLexicon::of(const Language& language) { return per_language<EventLexicon>(language); }

// What the tables say of their word number `word`. Members that hold for capitals alone are for other stages.
WordFacts EventLexicon::read_entry(std::uint32_t word) const {
  const Language::Tables& tables = language_->tables();
  const WordEntry& entry = tables.words[word];
  WordFacts found;
  for (std::uint32_t i = entry.members; i < entry.members + entry.count; ++i) {
    const Membership& m = tables.members[i];
    if (by_class_[m.word_class] == 0 || m.capital) continue;
    const Is c = static_cast<Is>(by_class_[m.word_class] - 1);
    found.classes.add(c);
    if (c == Is::modal) found.value = static_cast<std::uint8_t>(m.value);
    if (c == Is::aspectual) found.aspect = static_cast<std::uint8_t>(m.value);
    if (c == Is::same_event) found.same = m.value;
    if (c == Is::one_of_several) found.which = static_cast<std::uint8_t>(m.value);
  }
  return found;
}

const WordFacts& EventLexicon::facts(std::string_view word) const {
  static const WordFacts nothing;
  const WordEntry* const entry = language_->entry(word);
  return entry == nullptr ? nothing : entries_[static_cast<std::size_t>(entry - language_->tables().words)];
}

bool EventLexicon::phrase_is(std::string_view phrase, Is c) const {
  return language_->is(phrase, ids_[static_cast<std::size_t>(c)]);
}

WordFacts EventLexicon::signal_of_phrase(std::string_view phrase) const {
  const WordClass id = ids_[static_cast<std::size_t>(Is::signal_phrase)];
  const std::int32_t value = language_->value_in(phrase, id, Language::absent_value);
  return value == Language::absent_value ? WordFacts{} : facts(language_->text_of(id, value));
}

}  // namespace annal
