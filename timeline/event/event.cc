#include "timeline/event/event.h"

#include <algorithm>

#include "core/text/density.h"
#include "timeline/event/mention.h"
#include "timeline/event/salience.h"
#include "timeline/event/title.h"

namespace annal {
namespace {

// The clause of sentence `s` that the word at `token` stands in: the innermost, or the last that begins before it.
std::int32_t clause_round(const Reading& reading, std::uint32_t s, std::uint32_t token) {
  std::int32_t found = -1;
  const std::uint32_t first = reading.sentence_clause[s], last = reading.sentence_clause[s + 1];
  for (std::uint32_t c = first; c < last; ++c) {
    const Clause& clause = reading.clauses[c];
    const bool inside = (clause.first <= token && token < clause.last) ||
                        (clause.own_subject && clause.subject.first <= token && token < clause.subject.last);
    if (inside || (found < 0 && clause.group.main < token)) found = static_cast<std::int32_t>(c);
  }
  return found < 0 && first < last ? static_cast<std::int32_t>(first) : found;
}

// The state of one text while its events are found.
class EventFinder {
 public:
  EventFinder(const Analysis& analysis, const Reading& reading, const TieIndex& ties, const EventLexicon& lexicon)
      : analysis_(analysis),
        reading_(reading),
        words_(reading.words),
        ties_(ties),
        cast_(analysis, reading, lexicon),
        status_(reading.clauses.size(), Status::fact),
        events_limit_(analysis.document.text.size(), most_events_of_stretch),
        entries_limit_(analysis.document.text.size(), most_entries_of_stretch) {
    for (const Timex& timex : analysis.timexes) entries_limit_.admit(timex.span.begin);
  }

  FoundEvents run() {
    for (std::size_t c = 0; c < reading_.clauses.size(); ++c) status_[c] = status_of(c);
    for (std::uint32_t s = 0; s < analysis_.sentences.size(); ++s) {
      if (reading_.sentence_clause.size() <= s + 1) break;
      read_sentence(s);
    }
    return {std::move(events_), left_out_};
  }

 private:
  const ClassSet& meaning(std::size_t clause) const { return words_[reading_.clauses[clause].group.main].meaning; }
  bool word_before(const Clause& clause, Is c) const;
  Status status_of(std::size_t c) const;
  void read_sentence(std::uint32_t sentence);
  bool admit(const Event& event);
  bool tell_verb(std::size_t c, Event& event);
  void tell_noun(std::uint32_t token, std::int32_t clause, Event& event);
  bool governs_alone(std::size_t c) const;
  SalienceSigns signs_of(std::uint32_t token, std::int32_t clause, bool nominal) const;
  bool lies_ahead(const Event& event, std::uint32_t token, std::int32_t clause, bool nominal) const;
  void add(Event event, std::uint32_t token, std::int32_t clause, bool nominal, const Title& title);

  const Analysis& analysis_;
  const Reading& reading_;
  const std::vector<Word>& words_;
  const TieIndex& ties_;
  Cast cast_;
  std::vector<Status> status_;  ///< of each clause's verb
  DensityLimit events_limit_, entries_limit_;
  std::size_t left_out_ = 0;  ///< events beyond the limits
  std::vector<Event> events_;
};

// Whether a word of class `c` opens the clause or stands among its first words before the verb.
bool EventFinder::word_before(const Clause& clause, Is c) const {
  for (std::uint32_t i = clause.first; i < clause.group.main; ++i)
    if (words_[i].self.has(c)) return true;
  return clause.opener >= 0 && words_[static_cast<std::uint32_t>(clause.opener)].self.has(c);
}

Status EventFinder::status_of(std::size_t c) const {
  const Clause& clause = reading_.clauses[c];
  const VerbGroup& group = clause.group;
  Status outer = Status::fact;
  const bool has_parent = clause.parent >= 0 && static_cast<std::size_t>(clause.parent) < c;
  const auto parent = static_cast<std::size_t>(has_parent ? clause.parent : 0);
  if (has_parent) outer = status_[parent];
  if (clause.opener >= 0 && words_[static_cast<std::uint32_t>(clause.opener)].self.has(Is::condition))
    return Status::conditional;
  const bool possible = group.modal >= 0 && words_[static_cast<std::uint32_t>(group.modal)].value != 1;
  if (possible && !group.negated && has_parent && clause.framed && outer == Status::fact &&
      words_[static_cast<std::uint32_t>(group.modal)].self.has(Is::modal_reported) &&
      reading_.clauses[parent].group.tense == Tense::past && meaning(parent).has(Is::reporting))
    return Status::expected;  // "said it would close the mill"
  if (possible) return group.negated ? Status::denied : Status::conditional;
  if (group.negated && clause.opening != Opening::infinitive) return Status::denied;
  if (word_before(clause, Is::hedge)) return Status::conditional;
  // "a hearing is set for May", "results are expected": said of what is to come, where no other clause says what.
  const bool led = c + 1 < reading_.clauses.size() && reading_.clauses[c + 1].parent == static_cast<std::int32_t>(c);
  if (!led && group.finite && group.passive && group.tense == Tense::present && group.aspect == Aspect::none &&
      meaning(c).has(Is::forward))
    return outer == Status::conditional ? outer : Status::expected;
  if (group.tense == Tense::future) return outer == Status::conditional ? outer : Status::expected;
  // "is going to meet": the light verb in front of an infinitive.
  switch (clause.opening) {
    case Opening::infinitive: {
      if (!has_parent) return Status::expected;
      const ClassSet& governor = meaning(parent);
      const Clause& above = reading_.clauses[parent];
      const bool forward_adjective =
          above.group.predicate >= 0 &&
          words_[static_cast<std::uint32_t>(above.group.predicate)].self.has(Is::adjective_forward);
      if (governor.has(Is::against)) return Status::denied;
      if (outer == Status::conditional || outer == Status::denied) return outer;
      if (forward_adjective) return Status::expected;
      if (governor.has(Is::bringing_about) && !(above.group.aspect == Aspect::progressive && governor.has(Is::light)))
        return outer;
      return Status::expected;
    }
    case Opening::gerund:
      if (!has_parent) return Status::fact;
      if (meaning(parent).has(Is::against)) return Status::denied;
      return outer;
    case Opening::participle: return has_parent && outer == Status::conditional ? outer : Status::fact;
    case Opening::complement:
      if (!has_parent || !clause.framed) return group.finite ? Status::fact : outer;
      // What is hoped or wished is not told as a fact; what is said is, as the one who says it has it.
      if (meaning(parent).has(Is::attitude) && meaning(parent).has(Is::forward)) return Status::expected;
      return Status::fact;
    case Opening::coordinate: return Status::fact;
    case Opening::subordinate:
      // "will start when the bill is signed"
      if (has_parent && outer == Status::expected && group.tense == Tense::present) return Status::expected;
      break;
    default: break;
  }
  // "Engage with them": an order.
  if (!group.finite && group.tense == Tense::none) return Status::expected;
  return Status::fact;
}

// Whether the verb of clause `c`, told with what it governs ("refused to sign"), is what happened; a state of mind, a
// phase or a plan that still holds only frames what is to come.
bool EventFinder::governs_alone(std::size_t c) const {
  const Clause& clause = reading_.clauses[c];
  const ClassSet& verb = meaning(c);
  if (clause.group.predicate >= 0 || verb.has(Is::attitude)) return false;
  if (clause.group.tense == Tense::present && clause.group.aspect == Aspect::none) return false;
  return true;
}

SalienceSigns EventFinder::signs_of(std::uint32_t token, std::int32_t clause, bool nominal) const {
  SalienceSigns signs;
  for (const TimeTie& tie : nominal ? ties_.of_noun(token) : ties_.of_clause(clause)) {
    const TimeValue& value = analysis_.timexes[tie.timex].value;
    if (value.type == TimexType::duration || value.type == TimexType::set || value.frame == Frame::none) continue;
    signs.dated = true;
  }
  return signs;
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

void EventFinder::add(Event event, std::uint32_t token, std::int32_t clause, bool nominal, const Title& title) {
  if (lies_ahead(event, token, clause, nominal)) event.status = Status::expected;
  SalienceSigns signs = signs_of(token, clause, nominal);
  const std::uint32_t block = analysis_.sentences[event.sentence].block;
  signs.headline =
      block < analysis_.document.blocks.size() && analysis_.document.blocks[block].kind != BlockKind::paragraph;
  signs.nominal = nominal;
  signs.weak_noun = nominal && !words_[token].meaning.has(Is::noun_event) && !words_[token].self.has(Is::noun_event);
  signs.has_actor = title.has_actor;
  // The subject of a passive is what was acted on; a particle makes the verb whole: "took over", "was called in".
  signs.has_object = title.has_object;
  signs.tells_governed = title.tells_governed;
  signs.unresolved = title.unresolved;
  signs.no_actor_name = title.unresolved && !title.has_actor;
  signs.one_word = title.text.find(' ') == std::string::npos;
  signs.self = words_[token].meaning;
  if (clause >= 0) {
    const Clause& c = reading_.clauses[static_cast<std::size_t>(clause)];
    signs.clause = &c;
    if (!c.subject.empty()) {
      const Word& subject = words_[c.subject.head];
      signs.speaker = subject.tag == Tag::pronoun && subject.value == 5;
    }
    // "is set to expire": the preparing verb only frames what it prepares.
    const std::size_t next = static_cast<std::size_t>(clause) + 1;
    const ClassSet& verb = words_[c.group.main].meaning;
    signs.shared_object = nominal && c.group.finite &&
                          ((!c.object.empty() && c.object.head == token) ||
                           (!c.subject.empty() && c.subject.head == token && verb.any(Is::happening, Is::aspectual)));
    // With a date of its own it says more than its verb.
    if (signs.dated && ties_.of_clause(clause).empty()) signs.shared_object = false;
    if (!nominal && c.group.passive && !c.subject.empty()) signs.has_object = true;
    if (!nominal && c.group.last < c.last && words_[c.group.last].tag == Tag::particle) signs.has_object = true;
    if (title.with_governor && !nominal)
      signs.governed =
          governs_alone(static_cast<std::size_t>(c.parent)) && (c.opening == Opening::gerund || !signs.dated);
    signs.frames = !nominal && !governs_alone(static_cast<std::size_t>(clause));
    signs.governs = !nominal && next < reading_.clauses.size() && reading_.clauses[next].parent == clause &&
                    (reading_.clauses[next].opening == Opening::infinitive || reading_.clauses[next].framed);
  }
  event.title = title.text;
  event.actors = title.actors;
  event.salience = salience(event, signs);
  event.mentions = {event.span};
  events_.push_back(std::move(event));
}

bool EventFinder::tell_verb(std::size_t c, Event& event) {
  const Clause& clause = reading_.clauses[c];
  const VerbGroup& group = clause.group;
  std::uint32_t token = group.main;
  event.pos = PartOfSpeech::verb;
  if (group.copula) {
    if (group.predicate < 0) return false;
    token = static_cast<std::uint32_t>(group.predicate);
    if (words_[token].tag != Tag::adjective) return false;  // a noun speaks for itself
    event.pos = PartOfSpeech::adjective;
  } else if (words_[token].tag == Tag::do_ || words_[token].tag == Tag::be) {
    return false;
  }
  // "is going to meet" tells of the meeting alone.
  if (words_[token].meaning.has(Is::light) && group.aspect == Aspect::progressive && c + 1 < reading_.clauses.size() &&
      reading_.clauses[c + 1].opening == Opening::infinitive && reading_.clauses[c + 1].group.first == group.last)
    return false;
  const EventGuess& guess = words_[token].event;
  if (guess.unlikely) return false;
  event.span = analysis_.tokens[token].span();
  event.event_class = static_cast<EventClass>(guess.nearest - 1);
  event.tense = group.tense;
  event.aspect = group.aspect;
  event.polarity = group.negated ? Polarity::neg : Polarity::pos;
  event.status = status_[c];
  if (group.modal >= 0 && words_[static_cast<std::uint32_t>(group.modal)].value != 1)
    event.modality = slice(analysis_.document.text, analysis_.tokens[static_cast<std::uint32_t>(group.modal)].span());
  return true;
}

void EventFinder::tell_noun(std::uint32_t token, std::int32_t c, Event& event) {
  event.span = analysis_.tokens[token].span();
  event.pos = PartOfSpeech::noun;
  event.event_class = EventClass::occurrence;
  event.status = Status::fact;
  std::uint32_t k = token;
  const std::uint32_t floor = analysis_.sentences[event.sentence].first;
  while (k > floor && (words_[k - 1].tag == Tag::adjective || words_[k - 1].tag == Tag::noun)) --k;
  if (k > floor && words_[k - 1].self.has(Is::determiner) && words_[k - 1].self.has(Is::negation))
    event.polarity = Polarity::neg;
  bool definite = k > floor && (words_[k - 1].self.has(Is::definite) || words_[k - 1].tag == Tag::possessive);
  bool after = false;
  for (std::uint32_t i = k; i > floor && i + 3 > k; --i)
    after = after || words_[i - 1].self.any(Is::signal_after, Is::signal_since);
  if (c < 0) return;
  const Status clause = status_[static_cast<std::size_t>(c)];
  const Clause& own = reading_.clauses[static_cast<std::size_t>(c)];
  if (event.polarity == Polarity::neg)
    event.status = Status::denied;
  else if (after)
    event.status = Status::fact;
  else if (token > own.group.main && clause != Status::fact)
    event.status = definite && clause == Status::denied ? Status::fact : clause;
  else if (token > own.group.main && meaning(static_cast<std::size_t>(c)).any(Is::forward) && !definite &&
           !own.group.copula)
    event.status = Status::expected;
  else if (meaning(static_cast<std::size_t>(c)).any(Is::against) && !definite && !own.object.empty() &&
           own.object.head == token)
    event.status = Status::denied;
  else if (token < own.group.main && clause == Status::expected && own.group.tense == Tense::future)
    event.status = Status::expected;
}

// Whether the stretch of text that the event stands in takes it in. The events of one stretch are counted before they
// are told, since titles cost the most.
bool EventFinder::admit(const Event& event) {
  const std::size_t at = event.span.begin;
  if (entries_limit_.admit(at, 2) && events_limit_.admit(at)) return true;
  ++left_out_;
  return false;
}

void EventFinder::read_sentence(std::uint32_t sentence) {
  const Sentence& s = analysis_.sentences[sentence];
  std::uint32_t c = reading_.sentence_clause[sentence];
  const std::uint32_t last_clause = reading_.sentence_clause[sentence + 1];
  struct Verb {
    std::uint32_t token;
    std::uint32_t clause;
  };
  std::vector<Verb> verbs;
  for (; c < last_clause; ++c) {
    const VerbGroup& g = reading_.clauses[c].group;
    verbs.push_back({g.copula && g.predicate >= 0 ? static_cast<std::uint32_t>(g.predicate) : g.main, c});
  }
  std::size_t v = 0;
  for (std::uint32_t i = s.first; i < s.last; ++i) {
    while (v < verbs.size() && verbs[v].token < i) ++v;
    Event event;
    event.sentence = sentence;
    if (v < verbs.size() && verbs[v].token == i && tell_verb(verbs[v].clause, event)) {
      if (!admit(event)) continue;
      const Clause& clause = reading_.clauses[verbs[v].clause];
      event.clause = {analysis_.tokens[std::min(clause.first, clause.group.first)].begin,
                      analysis_.tokens[std::max(clause.last, i + 1) - 1].end};
      add(std::move(event), i, static_cast<std::int32_t>(verbs[v].clause), false,
          verb_title(analysis_, reading_, cast_, verbs[v].clause));
      continue;
    }
    if (words_[i].tag != Tag::noun || words_[i].timex >= 0) continue;
    const bool listed = names_event(analysis_, reading_, i);
    if (!listed && words_[i].event.label == 0) continue;
    const std::int32_t clause = clause_round(reading_, sentence, i);
    tell_noun(i, clause, event);
    if (!admit(event)) continue;
    if (words_[i].event.label != 0) event.event_class = static_cast<EventClass>(words_[i].event.label - 1);
    if (clause >= 0) {
      const Clause& in = reading_.clauses[static_cast<std::size_t>(clause)];
      event.clause = {analysis_.tokens[std::min({in.first, in.group.first, i})].begin,
                      analysis_.tokens[std::max(in.last, i + 1) - 1].end};
    } else {
      event.clause = s.span;
    }
    add(std::move(event), i, clause, true, noun_title(analysis_, reading_, cast_, i, clause));
  }
}

EventSite site_at(const Analysis& analysis, const Reading& reading, Span span) {
  const auto token = std::lower_bound(analysis.tokens.begin(), analysis.tokens.end(), span.begin,
                                      [](const Token& t, std::uint32_t at) { return t.begin < at; });
  EventSite site;
  site.token = static_cast<std::uint32_t>(token - analysis.tokens.begin());
  const auto after = std::upper_bound(analysis.sentences.begin(), analysis.sentences.end(), site.token,
                                      [](std::uint32_t at, const Sentence& s) { return at < s.first; });
  if (after == analysis.sentences.begin()) return site;
  const auto s = static_cast<std::uint32_t>(after - analysis.sentences.begin() - 1);
  site.nominal = true;
  for (std::uint32_t c = reading.sentence_clause[s]; c < reading.sentence_clause[s + 1]; ++c) {
    const VerbGroup& group = reading.clauses[c].group;
    if (group.main != site.token && group.predicate != static_cast<std::int32_t>(site.token)) continue;
    if (reading.words[site.token].tag == Tag::noun) break;
    site.nominal = false;
    site.clause = static_cast<std::int32_t>(c);
    return site;
  }
  site.clause = clause_round(reading, s, site.token);
  return site;
}

// A verb and what it governs have one title where both are told whole ("began to restore the canal"): the weightier of
// the two stands for both on a picture. What was agreed on a day and is to come on another stays two.
void show_one_of_a_title(std::vector<Event>& events) {
  constexpr double hidden = 0.45;
  for (std::size_t e = 1; e < events.size(); ++e) {
    for (std::size_t k = e; k-- > 0 && events[k].sentence == events[e].sentence;) {
      if (events[k].title != events[e].title || events[k].status != events[e].status) continue;
      Event& lesser = events[e].salience > events[k].salience ? events[k] : events[e];
      lesser.salience = std::min(lesser.salience, hidden);
    }
  }
}

}  // namespace

FoundEvents find_events(const Analysis& analysis, const Reading& reading, const TieIndex& ties,
                        const EventLexicon& lexicon) {
  FoundEvents found = EventFinder(analysis, reading, ties, lexicon).run();
  merge_mentions(analysis, reading, ties, lexicon, found.events);
  show_one_of_a_title(found.events);
  return found;
}

std::vector<Event> find_events(const Analysis& analysis, const Language& language) {
  const EventLexicon& lexicon = EventLexicon::of(language);
  const Reading reading = read_clauses(analysis, lexicon);
  return find_events(analysis, reading, tie_times(analysis, reading), lexicon).events;
}

std::vector<EventSite> sites_of(const Analysis& analysis, const Reading& reading, const std::vector<Event>& events) {
  std::vector<EventSite> sites;
  sites.reserve(events.size());
  for (std::size_t e = 0; e < events.size(); ++e) {
    sites.push_back(site_at(analysis, reading, events[e].span));
    sites.back().event = static_cast<std::uint32_t>(e);
    for (const Span mention : events[e].mentions) {
      if (mention == events[e].span) continue;
      sites.push_back(site_at(analysis, reading, mention));
      sites.back().event = static_cast<std::uint32_t>(e);
      sites.back().first = false;
    }
  }
  return sites;
}

}  // namespace annal
