#include "timeline/tlink/tlink_extractor.h"

namespace annal {

namespace {

/// The trust in a time that the tense of its verb speaks against: less than in the tense.
constexpr double against_tense = 0.5;

/// Whether `value`, counted from the day of writing or another date, lies ahead of the day of writing where the verb
/// looks back, or behind it where the verb looks ahead. Then it dates another word, or is one of another year.
bool speaks_against(const Event& event, const TimeValue& value, const Dct& dct) {
  if (value.anchor_kind == AnchorKind::none || event.pos != PartOfSpeech::verb) return false;
  if (value.frame != Frame::document && (value.frame != Frame::calendar || !dct.known())) return false;
  const CivilSeconds day = value.frame == Frame::document ? 0 : floor_day(dct.at);
  const bool past = event.tense == Tense::past || (event.tense == Tense::present && event.aspect == Aspect::perfective);
  if (past) return holds(event.status) && value.interval.begin >= day + seconds_per_day;
  return event.tense == Tense::future && value.interval.end <= day;
}

// How what goes on from one end of a range to the other, or lies somewhere in it, is related to an end.
TemporalRelation relation_of_end(RangeRole end, bool spans) {
  if (end == RangeRole::from) return spans ? TemporalRelation::begins_in : TemporalRelation::begins_from;
  return spans ? TemporalRelation::ends_in : TemporalRelation::ends_by;
}

}  // namespace

// Time expressions of the event's own clause or phrase.
void TLinkExtractor::times() {
  for (const EventSite& site : sites_) {
    for (const TimeTie& tie : ties_of(ties_, site)) {
      const TimeValue& value = analysis_.timexes[tie.timex].value;
      if (value.type == TimexType::duration || value.type == TimexType::set || value.frame == Frame::none) continue;
      time(tie, site);
    }
  }
}

void TLinkExtractor::time(const TimeTie& tie, const EventSite& site) {
  const Timex& timex = analysis_.timexes[tie.timex];
  const Entity event = event_entity(site.event), t = timex_entity(tie.timex);
  Span at = timex.span;
  if (tie.preposition >= 0) at.begin = analysis_.tokens[static_cast<std::uint32_t>(tie.preposition)].begin;
  at = hull(at, timex.span);
  // A year beside what is told in the present is no date of it ("a plaque reads: Anna Berg 1931-1990").
  if (tie.kind == TieKind::bare && !site.nominal && events_[site.event].tense == Tense::present &&
      events_[site.event].aspect == Aspect::none && timex.value.granularity == Granularity::year)
    return;
  // Inside a clause the nearest verb is nearly always meant; a noun before the time a little less often. A date that
  // the words alone fix is surer than one counted from the day of writing, and that surer than one counted from
  // another.
  const double counted = timex.value.anchor_kind == AnchorKind::none       ? 0.0
                         : timex.value.anchor_kind == AnchorKind::document ? 0.02
                                                                           : 0.06;
  const bool doubted = !site.nominal && speaks_against(events_[site.event], timex.value, analysis_.document.dct);
  const auto stated = [&](TemporalRelation relation, const char* rule, double trust) {
    links_.push_back({event, t, relation, EvidenceKind::stated, rule, doubted ? against_tense : trust, at});
  };
  const double certain = (site.nominal ? 0.88 : 0.92) - counted;
  if (timex.range != RangeRole::none && timex.partner >= 0) {
    const bool spans = tie.spans && !site.nominal && !words_[site.token].meaning.has(Is::shifting);
    return stated(relation_of_end(timex.range, spans), "time-range", 0.85);
  }
  switch (tie.kind) {
    case TieKind::bare:
    case TieKind::in:
    case TieKind::during:
      // What holds on a day may have begun before and go on after it; what is to hold then begins then.
      if (durative(site.event) && !site.nominal && events_[site.event].status == Status::expected)
        stated(TemporalRelation::begins_in, "time-in", certain);
      else if (durative(site.event) && !site.nominal)
        stated(TemporalRelation::overlaps, "time-in", certain);
      else
        stated(TemporalRelation::inside, "time-in", certain);
      break;
    case TieKind::since:
      stated(TemporalRelation::begins_from, "time-since", 0.9);
      if (durative(site.event)) stated(TemporalRelation::begins_in, "time-since", 0.85);
      break;
    case TieKind::by:
    case TieKind::until:
      // "not allowed until 1894" is about what came then.
      if (events_[site.event].status == Status::denied) break;
      stated(words_[static_cast<std::uint32_t>(tie.preposition)].self.has(Is::subordinator) ? TemporalRelation::ends_in
                                                                                            : TemporalRelation::ends_by,
             "time-until", 0.85);
      break;
    case TieKind::before: stated(TemporalRelation::before, "time-before", 0.9); break;
    case TieKind::after: stated(TemporalRelation::after, "time-after", 0.9); break;
    case TieKind::from: stated(TemporalRelation::begins_in, "time-from", 0.85); break;
    case TieKind::to: stated(TemporalRelation::ends_in, "time-to", 0.7); break;
    case TieKind::range_from: stated(TemporalRelation::begins_from, "time-between", 0.85); break;
    case TieKind::range_to: stated(TemporalRelation::ends_by, "time-between", 0.85); break;
    case TieKind::length:
    case TieKind::compared:
    case TieKind::than: break;
  }
}

// Against the day of writing: what is told as past is over, as future still to come.
void TLinkExtractor::tense(const EventSite& site) {
  const Event& event = events_[site.event];
  const auto tie = [&](TemporalRelation relation, const char* rule, double trust) {
    links_.push_back(
        {event_entity(site.event), document_entity, relation, EvidenceKind::tense, rule, trust, event.span});
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
    if (!planned_then) tie(TemporalRelation::begins_from, "tense-future", 0.55);
    return;
  }
  if (!holds(event.status)) return;
  if (site.nominal) {
    // A happening named as known in a clause of the past.
    if (site.clause < 0) return;
    const VerbGroup& group = reading_.clauses[static_cast<std::size_t>(site.clause)].group;
    const bool past = group.tense == Tense::past || group.aspect == Aspect::perfective;
    if (past && group.modal < 0) tie(TemporalRelation::begins_until, "noun-in-past", 0.45);
    return;
  }
  const Clause& clause = reading_.clauses[static_cast<std::size_t>(site.clause)];
  const bool reported_speech = clause.framed && event.tense == Tense::present;
  if (event.tense == Tense::past) {
    if (durative(site.event))
      tie(TemporalRelation::begins_until, "tense-past-state", 0.55);
    else
      tie(TemporalRelation::ends_by, "tense-past", 0.6);
  } else if (event.tense == Tense::present && event.aspect == Aspect::perfective) {
    if (durative(site.event))
      tie(TemporalRelation::begins_until, "tense-perfect", 0.55);
    else
      tie(TemporalRelation::ends_by, "tense-perfect", 0.6);
  } else if (event.tense == Tense::present && !reported_speech && durative(site.event)) {
    tie(TemporalRelation::overlaps, "tense-present", 0.4);
  } else if (event.tense == Tense::pastpart && clause.opening == Opening::participle) {
    tie(TemporalRelation::begins_until, "participle-past", 0.45);
  }
}

}  // namespace annal
