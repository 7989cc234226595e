#include "timeline/tlink/link_finder.h"

namespace annal {

// Time expressions of the event's own clause or phrase.
void LinkFinder::times() {
  for (const EventSite& site : sites_) {
    for (const TimeTie& tie : ties_of(ties_, site)) {
      const TimeValue& value = analysis_.timexes[tie.timex].value;
      if (value.type == TimexType::duration || value.type == TimexType::set || value.frame == Frame::none) continue;
      time(tie, site);
    }
  }
}

void LinkFinder::time(const TimeTie& tie, const EventSite& site) {
  const Timex& timex = analysis_.timexes[tie.timex];
  const Entity event = event_entity(site.event), t = timex_entity(tie.timex);
  Span at = timex.span;
  if (tie.preposition >= 0) at.begin = analysis_.tokens[static_cast<std::uint32_t>(tie.preposition)].begin;
  at = hull(at, timex.span);
  // A year beside what is told in the present is no date of it ("a plaque reads: Anna Berg 1931-1990").
  if (tie.kind == TieKind::bare && !site.nominal && events_[site.event].tense == Tense::present &&
      events_[site.event].aspect == Aspect::none && timex.value.granularity == Granularity::year)
    return;
  const auto stated = [&](Tying tying, const char* rule, double trust) {
    links_.push_back({event, t, tying, EvidenceKind::stated, rule, trust, at});
  };
  // Inside a clause the nearest verb is nearly always meant; a noun before the time a little less often. A date that
  // the words alone fix is surer than one counted from the day of writing, and that surer than one counted from
  // another.
  const double counted = timex.value.anchor_kind == AnchorKind::none       ? 0.0
                         : timex.value.anchor_kind == AnchorKind::document ? 0.02
                                                                           : 0.06;
  const double trust = (site.nominal ? 0.88 : 0.92) - counted;
  if (timex.range != RangeRole::none && timex.partner >= 0) {
    if (timex.range == RangeRole::from)
      stated(Tying::begins_from, "time-range", 0.85);
    else
      stated(Tying::ends_by, "time-range", 0.85);
    return;
  }
  switch (tie.kind) {
    case TieKind::bare:
    case TieKind::in:
    case TieKind::during:
      // What holds on a day may have begun before and go on after it.
      if (lasting(site.event) && !site.nominal)
        stated(Tying::overlaps, "time-in", trust);
      else
        stated(Tying::inside, "time-in", trust);
      break;
    case TieKind::since:
      stated(Tying::begins_from, "time-since", 0.9);
      if (lasting(site.event)) stated(Tying::begins_in, "time-since", 0.85);
      break;
    case TieKind::until:
      // "not allowed until 1894" is about what came then.
      if (events_[site.event].status == Status::denied) break;
      stated(words_[static_cast<std::uint32_t>(tie.preposition)].self.has(Is::subordinator) ? Tying::ends_in
                                                                                            : Tying::ends_by,
             "time-until", 0.85);
      break;
    case TieKind::before: stated(Tying::before, "time-before", 0.9); break;
    case TieKind::after: stated(Tying::after, "time-after", 0.9); break;
    case TieKind::from: stated(Tying::begins_in, "time-from", 0.85); break;
    case TieKind::to: stated(Tying::ends_in, "time-to", 0.7); break;
    case TieKind::range_from: stated(Tying::begins_from, "time-between", 0.85); break;
    case TieKind::range_to: stated(Tying::ends_by, "time-between", 0.85); break;
    case TieKind::length: break;
  }
}

// Against the day of writing: what is told as past is over, as future still to come.
void LinkFinder::tense(const EventSite& site) {
  const Event& event = events_[site.event];
  const auto tie = [&](Tying tying, const char* rule, double trust) {
    links_.push_back({event_entity(site.event), document_entity, tying, EvidenceKind::tense, rule, trust, event.span});
  };
  if (event.status == Status::expected) {
    // "planned in 2020 to buy": ahead of the planning, not of the day of writing.
    std::int32_t above = site.clause;
    while (above >= 0 && !reading_.clauses[static_cast<std::size_t>(above)].group.finite &&
           reading_.clauses[static_cast<std::size_t>(above)].parent < above)
      above = reading_.clauses[static_cast<std::size_t>(above)].parent;
    // Nor is what someone "said would close": it lies ahead of the saying.
    const VerbGroup* const group = above < 0 ? nullptr : &reading_.clauses[static_cast<std::size_t>(above)].group;
    const bool planned_then =
        group == nullptr || group->tense == Tense::past || (group->tense == Tense::none && group->modal >= 0);
    if (!planned_then) tie(Tying::begins_from, "tense-future", 0.55);
    return;
  }
  if (event.status != Status::fact) return;
  if (site.nominal) {
    // A happening named as known in a clause of the past.
    if (site.clause < 0) return;
    const VerbGroup& group = reading_.clauses[static_cast<std::size_t>(site.clause)].group;
    const bool past = group.tense == Tense::past || group.aspect == Aspect::perfective;
    if (past && group.modal < 0) tie(Tying::begins_until, "noun-in-past", 0.45);
    return;
  }
  const Clause& clause = reading_.clauses[static_cast<std::size_t>(site.clause)];
  const bool reported_speech = clause.framed && event.tense == Tense::present;
  if (event.tense == Tense::past) {
    if (lasting(site.event))
      tie(Tying::begins_until, "tense-past-state", 0.55);
    else
      tie(Tying::ends_by, "tense-past", 0.6);
  } else if (event.tense == Tense::present && event.aspect == Aspect::perfective) {
    if (lasting(site.event))
      tie(Tying::begins_until, "tense-perfect", 0.55);
    else
      tie(Tying::ends_by, "tense-perfect", 0.6);
  } else if (event.tense == Tense::present && !reported_speech && lasting(site.event)) {
    tie(Tying::overlaps, "tense-present", 0.4);
  } else if (event.tense == Tense::pastpart && clause.opening == Opening::participle) {
    tie(Tying::begins_until, "participle-past", 0.45);
  }
}

// The link of `a` to `b` that stands behind a signal word: "a after b". False where the word is no signal.
bool LinkFinder::by_signal(const Word& signal, const EventSite& a, const EventSite& b, bool clause, Span at) {
  const double trust = clause ? 0.8 : 0.85;
  const ClassSet& s = signal.self;
  if (s.has(Is::signal_after)) {
    tie_events(a, b, Tying::after, EvidenceKind::signal, "signal-after", trust, at);
  } else if (s.has(Is::signal_since)) {
    // "since" as "because" takes no perfect before it.
    const Event& main = events_[a.event];
    const bool perfect = main.aspect != Aspect::none || a.nominal;
    if (clause && !perfect) return false;
    tie_events(a, b, Tying::begins_from, EvidenceKind::signal, "signal-since", trust, at);
    if (!lasting(a.event)) tie_events(a, b, Tying::after, EvidenceKind::signal, "signal-since", trust - 0.15, at);
  } else if (s.has(Is::signal_before)) {
    tie_events(a, b, Tying::before, EvidenceKind::signal, "signal-before", trust, at);
  } else if (s.has(Is::signal_during)) {
    tie_events(a, b, lasting(a.event) ? Tying::overlaps : Tying::inside, EvidenceKind::signal, "signal-during", trust,
               at);
  } else if (s.has(Is::signal_once)) {
    if (!clause) return false;
    tie_events(a, b, Tying::after, EvidenceKind::signal, "signal-once", 0.7, at);
  } else if (s.has(Is::signal_when)) {
    tie_events(a, b, Tying::overlaps, EvidenceKind::signal, "signal-when", 0.65, at);
  } else if (s.has(Is::signal_while)) {
    if (!clause) return false;
    tie_events(a, b, Tying::overlaps, EvidenceKind::signal, "signal-while", 0.6, at);
  } else {
    return false;
  }
  return true;
}

std::vector<Link> find_links(const Analysis& analysis, const Reading& reading, const TieIndex& ties,
                             const std::vector<Event>& events) {
  return LinkFinder(analysis, reading, ties, events).run();
}

std::optional<Relation> relation_of(const Link& link) {
  Relation relation;
  relation.from = link.from;
  relation.to = link.to;
  relation.rule = link.rule;
  relation.trust = link.trust;
  relation.evidence = link.words;
  switch (link.tying) {
    case Tying::before: relation.type = RelationType::before; break;
    case Tying::after: relation.type = RelationType::after; break;
    case Tying::inside: relation.type = RelationType::is_included; break;
    case Tying::identical:
      relation.type = link.from.kind == Entity::Kind::event ? RelationType::identity : RelationType::simultaneous;
      break;
    case Tying::begins_in: relation.type = RelationType::begun_by; break;
    case Tying::ends_in: relation.type = RelationType::ended_by; break;
    case Tying::overlaps:
      if (link.from.kind == Entity::Kind::event && link.to.kind == Entity::Kind::event) {
        relation.type = RelationType::simultaneous;
        break;
      }
      relation.type = RelationType::includes;
      break;
    // Against the day of writing TimeML says BEFORE and AFTER of what ends or begins on it; between two events so
    // little has no name.
    case Tying::ends_by:
      if (link.to.kind == Entity::Kind::event) return std::nullopt;
      relation.type = RelationType::before;
      break;
    case Tying::begins_from:
      if (link.to.kind == Entity::Kind::event) return std::nullopt;
      relation.type = RelationType::after;
      break;
    case Tying::begins_until: return std::nullopt;
    case Tying::starts_before: relation.type = RelationType::before; break;
    case Tying::starts_after: relation.type = RelationType::after; break;
  }
  return relation;
}

}  // namespace annal
