#include "timeline/event/event.h"

#include <algorithm>
#include <utility>

#include "core/text/density.h"
#include "core/unicode/letter_case.h"
#include "timeline/event/event_arguments.h"
#include "timeline/event/event_groups.h"
#include "timeline/event/head_lemma.h"
#include "timeline/event/mention.h"
#include "timeline/event/scope_tie.h"
#include "timeline/event/title_builder.h"
#include "timeline/model/models.h"

namespace annal {
namespace {

// Whether `text` begins with the word `word`, be it with a small letter or a capital.
bool begins_with(std::string_view text, std::string_view word) {
  if (text.empty() || word.empty()) return false;
  const Letter first = letter_at(text, 0), of_word = letter_at(word, 0);
  if (upper_of(first.code) != upper_of(of_word.code)) return false;
  text.remove_prefix(first.size);
  word.remove_prefix(of_word.size);
  return text.starts_with(word) && (text.size() == word.size() || text[word.size()] == ' ');
}

// The state of one text while its events are found.
class EventFinder {
 public:
  EventFinder(const Analysis& analysis, const Reading& reading, const TieIndex& ties, const Language& language,
              TitleBuilder& titles)
      : analysis_(analysis),
        reading_(reading),
        words_(reading.words),
        ties_(ties),
        language_(language),
        titles_(titles),
        groups_(analysis, reading.trees, language),
        profile_(analysis, reading, language.tag()),
        events_limit_(analysis.document.text.size(), most_events_of_stretch),
        entries_limit_(analysis.document.text.size(), most_entries_of_stretch) {
    // Few texts have more events. What is not used of it takes no memory.
    events_.reserve(reading.clauses.size() + reading.nominals.size());
    mentions_.reserve(events_.capacity());
    for (const Timex& timex : analysis.timexes) entries_limit_.admit(timex.span.begin);
  }

  FoundEvents run() {
    for (std::uint32_t s = 0; s < analysis_.sentences.size(); ++s) {
      if (reading_.sentence_clause.size() <= s + 1) break;
      read_sentence(s);
    }
    return {std::move(events_), std::move(mentions_), left_out_};
  }

 private:
  const ClassSet& meaning(std::size_t clause) const { return words_[reading_.clauses[clause].group.main].meaning; }
  void read_sentence(std::uint32_t sentence);
  bool admit(const Event& event);
  bool tell_verb(std::size_t c, Event& event);
  bool holds_office(std::size_t c) const;
  void tell_noun(const NominalEvent& noun, Event& event);
  void tell_entry(std::uint32_t sentence, const TreeView& tree);
  void set_status(const Predication& predication, Event& event);
  bool governs_alone(std::size_t c) const;
  bool has_particle(const Clause& clause) const;
  bool unknown_pronoun(std::uint32_t sentence, const Predication& predication) const;
  const TreeView& view(std::uint32_t sentence) const { return reading_.trees[sentence]; }
  Title title_of(std::uint32_t sentence, const Predication& predication, std::size_t told);
  bool tells_content(const Title& title, const Clause& clause) const;
  bool names_argument(const Title& title, std::uint32_t sentence, const Predication& predication) const;
  bool heads_sentence(std::uint32_t sentence, std::uint32_t token) const {
    const std::int32_t root = root_of(analysis_, sentence);
    return root >= 0 && analysis_.trees[sentence].words[static_cast<std::size_t>(root)].last == token + 1;
  }
  bool is_dated(std::span<const TimeTie> ties) const;
  bool lies_ahead(const Event& event, std::uint32_t token, std::int32_t clause, bool nominal) const;
  void rate(Event& event, const SalienceSigns& signs);
  void add(Event event, std::uint32_t token, std::int32_t clause, bool nominal, std::size_t told);

  const Analysis& analysis_;
  const Reading& reading_;
  const std::vector<Word>& words_;
  const TieIndex& ties_;
  const Language& language_;
  TitleBuilder& titles_;
  GroupFinder groups_;
  TextProfile profile_;
  std::size_t nominal_ = 0;  ///< the next of the nominal events
  DensityLimit events_limit_, entries_limit_;
  std::size_t left_out_ = 0;  ///< events beyond the limits
  std::vector<Event> events_;
  std::vector<RatedMention> mentions_;                          ///< one for each of events_
  std::vector<std::pair<std::uint32_t, std::uint32_t>> verbs_;  ///< of a sentence: token, clause
};

// Whether the verb of clause `c`, told with what it governs ("refused to sign"), is what happened; a state of mind, a
// phase or a plan that still holds only frames what is to come.
bool EventFinder::governs_alone(std::size_t c) const {
  const Clause& clause = reading_.clauses[c];
  if (clause.group.predicate >= 0 || meaning(c).has(Is::attitude)) return false;
  return clause.group.tense != Tense::present || clause.group.aspect != Aspect::none;
}

// "took over", "was called in": a particle makes the verb whole.
bool EventFinder::has_particle(const Clause& clause) const {
  const TreeView& tree = view(clause.sentence);
  const auto below = tree.dependents(static_cast<std::uint32_t>(clause.predication.word));
  return std::any_of(below.begin(), below.end(),
                     [&](std::uint32_t k) { return tree[k].deprel == syntax::Deprel::compound_prt; });
}

// Whether the title, in the sentence's own words, holds who does it, or whom it is done to.
bool EventFinder::names_argument(const Title& title, std::uint32_t sentence, const Predication& predication) const {
  const auto& words = analysis_.trees[sentence].words;
  const Argument* who = predication.find(Role::agent);
  if (who == nullptr) who = predication.find(Role::undergoer);
  if (who == nullptr || words[who->word].upos == syntax::Upos::pron) return false;
  return title.text.find(slice(analysis_.document.text, words[who->word].span)) != std::string::npos;
}

// Whether the title of a saying holds what is said: a clause, a thing, or the clause that the saying only comments on.
bool EventFinder::tells_content(const Title& title, const Clause& clause) const {
  const Predication& predication = clause.predication;
  const auto& words = analysis_.trees[clause.sentence].words;
  const auto holds = [&](std::uint32_t word) {
    return words[word].upos != syntax::Upos::pron &&
           title.text.find(slice(analysis_.document.text, words[word].span)) != std::string::npos;
  };
  if (predication.governor >= 0 && holds(static_cast<std::uint32_t>(predication.governor))) return true;
  // "A third case was reported", "he was accused of theft": of who is spoken to or of, only with what is said.
  const bool told = !clause.group.passive || predication.find(Role::oblique) != nullptr;
  return std::any_of(predication.arguments.begin(), predication.arguments.end(), [&](const Argument& argument) {
    const bool said = argument.role == Role::content ||
                      (argument.role == Role::undergoer && (told || words[argument.word].upos == syntax::Upos::noun));
    return said && holds(argument.word);
  });
}

// "He left": a pronoun whose name nobody knows does it.
bool EventFinder::unknown_pronoun(std::uint32_t sentence, const Predication& predication) const {
  const Argument* who = predication.find(Role::agent);
  if (who == nullptr) who = predication.find(Role::undergoer);
  if (who == nullptr) return false;
  const syntax::Word& word = analysis_.trees[sentence].words[who->word];
  return word.upos == syntax::Upos::pron && word.features.pron_type == syntax::PronType::prs &&
         word.features.person == 3 && titles_.antecedent(sentence, who->word).empty();
}

bool EventFinder::is_dated(std::span<const TimeTie> ties) const {
  return std::any_of(ties.begin(), ties.end(), [&](const TimeTie& tie) {
    const TimeValue& value = analysis_.timexes[tie.timex].value;
    return value.type != TimexType::duration && value.type != TimexType::set && value.frame != Frame::none;
  });
}

// Whether it is told as holding, and all times that date it lie behind the day of writing: "the match on 3 December".
bool EventFinder::lies_ahead(const Event& event, std::uint32_t token, std::int32_t clause, bool nominal) const {
  const Dct& dct = analysis_.document.dct;
  if (!dct.known() || event.status != Status::fact) return false;
  if (!nominal && (event.tense != Tense::present || event.aspect != Aspect::none)) return false;
  const CivilSeconds written = dct.at + (dct.has_time ? 1 : seconds_per_day);
  bool ahead = false;
  for (const TimeTie& tie : nominal ? ties_.of_noun(token) : ties_.of_clause(clause)) {
    const TimeValue& value = analysis_.timexes[tie.timex].value;
    if (value.type == TimexType::duration || value.type == TimexType::set) continue;
    const bool at = tie.kind == TieKind::bare || tie.kind == TieKind::in || tie.kind == TieKind::from;
    if (!at || value.frame != Frame::calendar || value.interval.begin < written) return false;
    ahead = true;
  }
  return ahead;
}

void EventFinder::rate(Event& event, const SalienceSigns& signs) {
  RatedMention mention{event.span.begin, features_of(analysis_, profile_, event, signs), is_presentable(event, signs)};
  event.salience = salience_of(salience_score(mention.features));
  event.mentions = {event.span};
  event.lemma = head_lemma(analysis_, reading_, language_, event.sentence, signs.token);
  mentions_.push_back(std::move(mention));
}

// Adds an event of a sentence of which `told` others are told.
void EventFinder::add(Event event, std::uint32_t token, std::int32_t clause, bool nominal, std::size_t told) {
  if (lies_ahead(event, token, clause, nominal)) event.status = Status::expected;
  SalienceSigns signs;
  signs.nominal = nominal;
  signs.dated = is_dated(nominal ? ties_.of_noun(token) : ties_.of_clause(clause));
  const auto& blocks = analysis_.document.blocks;
  const std::uint32_t block = analysis_.sentences[event.sentence].block;
  signs.heading = block < blocks.size() && blocks[block].kind != BlockKind::paragraph;
  signs.root = heads_sentence(event.sentence, token);
  signs.entry = signs.root && opens_entry(analysis_, event.sentence);
  signs.token = token;
  signs.weak_noun = nominal && !words_[token].meaning.has(Is::noun_event) && !words_[token].self.has(Is::noun_event);
  const Predication& predication = nominal ? reading_.nominals[nominal_ - 1].predication
                                           : reading_.clauses[static_cast<std::size_t>(clause)].predication;
  signs.predication = &predication;
  Title title = title_of(event.sentence, predication, told);
  signs.has_actor = title.has_actor || names_argument(title, event.sentence, predication);
  signs.has_object = predication.find(Role::undergoer) != nullptr || predication.find(Role::content) != nullptr ||
                     predication.find(Role::oblique) != nullptr;
  signs.tells_governed = title.tells_governed;
  signs.unresolved = title.unresolved || unknown_pronoun(event.sentence, predication);
  signs.no_actor_name = title.unresolved && !title.has_actor;
  signs.fragment = title.fragment;
  signs.words = static_cast<std::size_t>(std::ranges::count(title.text, ' ')) + 1;
  signs.has_number = std::ranges::any_of(title.text, [](char c) { return c >= '0' && c <= '9'; });
  signs.self = words_[token].meaning;
  if (clause >= 0) {
    const Clause& c = reading_.clauses[static_cast<std::size_t>(clause)];
    signs.clause = &c;
    const auto& tree = analysis_.trees[event.sentence].words;
    const bool object = c.predication.find(Role::undergoer) != nullptr && !c.group.passive;
    const Argument* const content = c.predication.find(Role::content);
    signs.has_content = content != nullptr && !object && tree[content->word].upos != syntax::Upos::pron;
    signs.tells_content = !nominal && tells_content(title, c);
    if (!c.subject.empty() && words_[c.subject.head].node >= 0) {
      const std::uint8_t person = tree[static_cast<std::size_t>(words_[c.subject.head].node)].features.person;
      signs.speaker = words_[c.subject.head].upos == syntax::Upos::pron && (person == 1 || person == 2);
    }
    const std::string_view first_verb = slice(analysis_.document.text, analysis_.tokens[c.group.first].span());
    signs.verb_first = !nominal && !title.subject_dropped && begins_with(title.text, first_verb);
    const ClassSet& verb = words_[c.group.main].meaning;
    signs.shared_object = nominal && c.group.finite &&
                          ((!c.object.empty() && c.object.head == token) ||
                           (!c.subject.empty() && c.subject.head == token && verb.any(Is::happening, Is::aspectual)));
    // With a date of its own it says more than its verb.
    if (signs.dated && ties_.of_clause(clause).empty()) signs.shared_object = false;
    if (!nominal && has_particle(c)) signs.has_object = true;
    if (!nominal && c.parent >= 0 && c.predication.relation == syntax::Deprel::xcomp)
      signs.governed =
          governs_alone(static_cast<std::size_t>(c.parent)) && (c.opening == Opening::gerund || !signs.dated);
    signs.frames = !nominal && !governs_alone(static_cast<std::size_t>(clause));
    // "is set to expire": the preparing verb only frames what it prepares.
    signs.governs = !nominal && c.predication.find(Role::content) != nullptr;
  }
  event.title = std::move(title.text);
  event.groups = groups_.groups(event.sentence, view(event.sentence), predication);
  event.arguments = arguments_of(analysis_, view(event.sentence), event.sentence, predication, titles_);
  rate(event, signs);
  events_.push_back(std::move(event));
}

// "She was president of the guild in 1923": what a person was at a time.
bool EventFinder::holds_office(std::size_t c) const {
  const Clause& clause = reading_.clauses[c];
  const auto noun = static_cast<std::uint32_t>(clause.group.predicate);
  const bool is_past = clause.group.tense == Tense::past && !clause.subject.empty();
  if (!is_past || !is_dated(ties_.of_clause(static_cast<int>(c)))) return false;
  static const SenseTable senses = sense_table();
  return form_of(slice(analysis_.document.text, analysis_.tokens[noun].span()), senses).senses.person();
}

bool EventFinder::tell_verb(std::size_t c, Event& event) {
  const Clause& clause = reading_.clauses[c];
  const VerbGroup& group = clause.group;
  std::uint32_t token = group.main;
  bool office = false;
  event.pos = PartOfSpeech::verb;
  if (group.copula) {
    if (group.predicate < 0) return false;
    token = static_cast<std::uint32_t>(group.predicate);
    office = words_[token].upos != syntax::Upos::adj && words_[token].upos != syntax::Upos::verb;
    if (office && !holds_office(c)) return false;  // a noun speaks for itself
    if (words_[token].upos != syntax::Upos::verb) event.pos = office ? PartOfSpeech::other : PartOfSpeech::adjective;
  }
  if (!group.copula && words_[token].upos == syntax::Upos::aux) return false;
  // "is going to meet", "puede vender" tell of the meeting and the sale alone.
  const bool prospective = words_[token].meaning.any(Is::prospective, Is::modal) &&
                           clause.predication.find(Role::content) != nullptr &&
                           (group.aspect == Aspect::progressive || words_[token].meaning.has(Is::modal));
  if (prospective) return false;
  const EventGuess guess = event_guess(analysis_, words_, token);
  if (guess.unlikely && !office) return false;
  event.span = analysis_.tokens[token].span();
  event.event_class = office ? EventClass::state : static_cast<EventClass>(guess.nearest - 1);
  event.tense = group.tense;
  event.aspect = group.aspect;
  event.polarity = group.negated ? Polarity::neg : Polarity::pos;
  set_status(clause.predication, event);
  if (group.modal >= 0 && words_[static_cast<std::uint32_t>(group.modal)].value != 1)
    event.modality = slice(analysis_.document.text, analysis_.tokens[static_cast<std::uint32_t>(group.modal)].span());
  return true;
}

void EventFinder::tell_noun(const NominalEvent& noun, Event& event) {
  event.span = analysis_.tokens[noun.token].span();
  event.pos = PartOfSpeech::noun;
  const EventGuess guess = event_guess(analysis_, words_, noun.token);
  event.event_class = guess.label == 0 ? EventClass::occurrence : static_cast<EventClass>(guess.label - 1);
  set_status(noun.predication, event);
  const TreeView& tree = view(noun.sentence);
  for (const std::uint32_t k : tree.dependents(static_cast<std::uint32_t>(noun.predication.word)))
    if (tree[k].deprel == syntax::Deprel::det && words_[tree[k].first].self.has(Is::negation))
      event.polarity = Polarity::neg;
}

// Whether the stretch of text that the event stands in takes it in. The events of one stretch are counted before they
// are told, since titles cost the most.
bool EventFinder::admit(const Event& event) {
  const bool within = entries_limit_.admit(event.span.begin, 2) && events_limit_.admit(event.span.begin);
  if (!within) ++left_out_;
  return within;
}

// A title looks through its whole sentence: where so many events of it are told before, it is a word.
Title EventFinder::title_of(std::uint32_t sentence, const Predication& predication, std::size_t told) {
  constexpr std::size_t most_titled = 8'000;  // 40 events of a sentence of 200 words
  const TreeView& tree = view(sentence);
  if ((told + 1) * tree.size() <= most_titled) return titles_.title(sentence, tree, predication);
  Title title;
  title.text = slice(analysis_.document.text, tree[static_cast<std::uint32_t>(predication.word)].span);
  title.fragment = true;
  return title;
}

void EventFinder::read_sentence(std::uint32_t sentence) {
  if (sentence >= analysis_.trees.size() || analysis_.trees[sentence].empty()) return;
  const TreeView& tree = view(sentence);
  const Sentence& s = analysis_.sentences[sentence];
  std::uint32_t c = reading_.sentence_clause[sentence];
  const std::uint32_t last_clause = reading_.sentence_clause[sentence + 1];
  verbs_.clear();
  for (; c < last_clause; ++c) {
    const VerbGroup& g = reading_.clauses[c].group;
    verbs_.emplace_back(g.copula && g.predicate >= 0 ? static_cast<std::uint32_t>(g.predicate) : g.main, c);
  }
  std::sort(verbs_.begin(), verbs_.end());
  std::size_t v = 0, before = events_.size();
  for (std::uint32_t i = s.first; i < s.last; ++i) {
    const bool noun = nominal_ < reading_.nominals.size() && reading_.nominals[nominal_].token == i;
    while (v < verbs_.size() && verbs_[v].first < i) ++v;
    if (!noun && (v == verbs_.size() || verbs_[v].first != i)) continue;
    Event event;
    event.sentence = sentence;
    event.clause = s.span;
    const std::int32_t clause = noun ? reading_.nominals[nominal_].clause : static_cast<std::int32_t>(verbs_[v].second);
    if (noun)
      tell_noun(reading_.nominals[nominal_++], event);
    else if (!tell_verb(verbs_[v].second, event))
      continue;
    if (!admit(event)) continue;
    if (clause >= 0) event.clause = span_with(analysis_, reading_.clauses[static_cast<std::size_t>(clause)], i);
    add(std::move(event), i, clause, noun, events_.size() - before);
  }
  if (events_.size() == before && opens_entry(analysis_, sentence)) tell_entry(sentence, tree);
}

// "5 May 2021 - Breakthrough": a line with a date of its own tells what happened even without a verb, in its words.
void EventFinder::tell_entry(std::uint32_t sentence, const TreeView& tree) {
  const std::int32_t root = root_of(analysis_, sentence);
  if (root < 0 || tree[static_cast<std::uint32_t>(root)].time >= 0) return;
  const syntax::Word& word = tree[static_cast<std::uint32_t>(root)];
  if (word.upos == syntax::Upos::punct || word.upos == syntax::Upos::sym || word.upos == syntax::Upos::num) return;
  Event event;
  event.sentence = sentence;
  event.clause = analysis_.sentences[sentence].span;
  event.span = analysis_.tokens[word.last - 1].span();
  event.pos = PartOfSpeech::noun;
  if (!admit(event)) return;
  event.title = titles_.line_title(sentence, tree, static_cast<std::uint32_t>(root));
  if (event.title.empty()) return;
  SalienceSigns signs;
  const Predication none;
  signs.dated = signs.entry = signs.root = signs.nominal = signs.has_actor = signs.has_object = true;
  signs.token = word.last - 1;
  signs.predication = &none;
  signs.words = 2;
  rate(event, signs);
  events_.push_back(std::move(event));
}

void EventFinder::set_status(const Predication& predication, Event& event) {
  event.status = predication.status;
  const bool own = predication.source >= 0;
  if (!own && predication.speaker.sentence < 0) return;
  const std::uint32_t sentence = own ? event.sentence : static_cast<std::uint32_t>(predication.speaker.sentence);
  const std::uint32_t source = own ? static_cast<std::uint32_t>(predication.source) : predication.speaker.word;
  event.source = titles_.antecedent(sentence, source);
  if (!event.source.empty()) return;
  Phrase phrase = phrase_of(analysis_, view(sentence), source);
  // "Zeugen zufolge"
  while (phrase.last > phrase.head + 1 && words_[phrase.last - 1].self.has(Is::attribution_mark)) --phrase.last;
  event.source = words_of(analysis_, phrase);
}

}  // namespace

FoundEvents find_events(const Analysis& analysis, const Reading& reading, const TieIndex& ties,
                        const EventLexicon& lexicon) {
  TitleBuilder titles(analysis, reading.trees, reading.lemmas, lexicon.language());
  FoundEvents found = EventFinder(analysis, reading, ties, lexicon.language(), titles).run();
  merge_mentions(TellingReader(analysis, reading, ties, lexicon, titles.coreference()), found.events);
  rate_events(found.mentions, found.events);
  return found;
}

}  // namespace annal
