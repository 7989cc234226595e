// See narrative_time.h. The text is read sentence by sentence. Two things are carried from one to the next: the day
// last stated (`last_day_`), where sayings go on, and the day last stated of a deed (`deed_day_`), where deeds go on.
//
// For "The dam broke on Monday. It flooded the valley. The mayor thanked the crews, saying that it was over. He said
// that the bridge had held.":
//
//   sentence 1   "broke" is dated: the day of the story becomes Monday
//   sentence 2   "flooded" carries the story on: inside Monday (narrative-day, trust 0.3)
//   sentence 3   so does "thanked"; "saying" is of the same time as its verb (same-time-as-clause, 0.25)
//   sentence 4   so does "said"; and "thanked" is before "said" (done-before-said, 0.12)
#include "timeline/tlink/narrative_time.h"

#include <algorithm>
#include <set>
#include <span>
#include <utility>

#include "timeline/tlink/news.h"

namespace annal {
namespace {

// For how many sentences a day holds: one of the news for the whole article; one of long ago for its own sentence only,
// since a chronicle goes on to other days.
constexpr std::uint32_t reach_of_news = 40, reach_of_old = 0;
// What is done goes on at the day of a saying for this many sentences.
constexpr std::uint32_t reach_of_saying = 3;
constexpr CivilSeconds news = 8 * seconds_per_day;

class NarrativeTimePropagator {
 public:
  NarrativeTimePropagator(const Analysis& analysis, const Reading& reading, const TieIndex& ties,
                          const std::vector<Event>& events, const std::vector<EventSite>& sites,
                          std::vector<TLink>& links)
      : analysis_(analysis),
        reading_(reading),
        ties_(ties),
        events_(events),
        sites_(sites),
        links_(links),
        news_(read_news(analysis, reading)) {}

  void run() {
    for (std::uint32_t s = 0; s < sites_.size(); ++s)
      if (sites_[s].first && sites_[s].clause >= 0) heads_.push_back(s);
    std::stable_sort(heads_.begin(), heads_.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return sites_[a].token < sites_[b].token; });
    day_of_clause_.assign(reading_.clauses.size(), unknown);
    for (std::size_t begin = 0; begin < heads_.size();) {
      const std::uint32_t sentence = clause(heads_[begin]).sentence;
      std::size_t end = begin;
      while (end < heads_.size() && clause(heads_[end]).sentence == sentence) ++end;
      read_sentence({heads_.data() + begin, heads_.data() + end}, sentence);
      begin = end;
    }
  }

 private:
  /// What stands for the index of a time expression where none gives the day.
  static constexpr std::int64_t unknown = -1, day_of_writing = -2, day_or_day_before = -3;

  using Heads = std::span<const std::uint32_t>;  ///< sites that are events' own, by position in the text

  /// The last day that moved the story.
  struct StoryDay {
    std::int64_t timex = unknown;
    std::uint32_t sentence = 0;  ///< that stated it
  };

  /// An event that later ones are put in sequence with.
  struct Predecessor {
    std::int64_t site = -1;  ///< -1: none yet
    std::uint32_t sentence = 0;
  };

  // --- what a clause or a time expression is

  const Clause& clause(std::uint32_t site) const {
    return reading_.clauses[static_cast<std::size_t>(sites_[site].clause)];
  }
  std::int64_t& day_of_clause(std::uint32_t site) {
    return day_of_clause_[static_cast<std::size_t>(sites_[site].clause)];
  }

  static bool within(TieKind k) { return k == TieKind::bare || k == TieKind::in || k == TieKind::during; }
  static bool is_day(const TimeValue& v) {
    return v.type != TimexType::duration && v.type != TimexType::set && v.frame != Frame::none &&
           v.interval.bounded() && v.interval.end - v.interval.begin <= seconds_per_day;
  }
  /// A fact in the past, stated by the text itself and of no noun: "was fleeing", too.
  static bool tells_past(const Clause& c) {
    return c.group.finite && c.group.tense == Tense::past && c.group.modal < 0 && !c.framed &&
           c.opening != Opening::relative && c.predication.relation != syntax::Deprel::acl_relcl && !c.group.negated &&
           (c.group.aspect == Aspect::none || c.group.aspect == Aspect::progressive);
  }
  /// A clause that carries the story on: such a fact in the simple past.
  static bool carries(const Clause& c) { return tells_past(c) && c.group.aspect == Aspect::none; }
  bool carries(std::uint32_t site) const {
    const Event& e = events_[sites_[site].event];
    return !sites_[site].nominal && holds(e.status) && carries(clause(site)) && !is_durative(e) &&
           !clause(site).group.copula;
  }
  /// "In 2004 he left": a longer time takes the story away; one that is still to come does not ("he said it would open
  /// next year"), nor what only describes ("Kovar, elected in 2004,").
  bool goes_elsewhere(std::uint32_t site, const TimeValue& value) const {
    const Dct& dct = analysis_.document.dct;
    const bool ahead = value.frame == Frame::document
                           ? value.interval.begin > 0
                           : value.frame == Frame::calendar && dct.known() && value.interval.begin > dct.at;
    const Clause& c = clause(site);
    const bool of_noun =
        c.predication.relation == syntax::Deprel::acl || c.predication.relation == syntax::Deprel::acl_relcl;
    return !sites_[site].nominal && !of_noun && !c.framed && !ahead;
  }
  /// Whether no time expression of its own dates the event.
  bool undated(std::uint32_t site) const {
    const auto ties = ties_of(ties_, sites_[site]);
    return std::all_of(ties.begin(), ties.end(), [&](const TimeTie& tie) {
      const TimeValue& value = analysis_.timexes[tie.timex].value;
      return value.type == TimexType::set || (value.type != TimexType::duration && value.frame == Frame::none);
    });
  }
  /// "He says": reported in the present, so said on the day of writing.
  bool is_present_report(std::uint32_t site) const {
    const VerbGroup& g = clause(site).group;
    return !sites_[site].nominal && holds(events_[sites_[site].event].status) && g.finite &&
           g.tense == Tense::present && g.aspect == Aspect::none && g.modal < 0 && !clause(site).framed &&
           reading_.words[g.main].meaning.has(Is::reporting);
  }

  // --- the day of the story

  /// `heads` are the events of one sentence.
  void read_sentence(Heads heads, std::uint32_t sentence) {
    const auto [elsewhere, noun_day] = read_dates(heads, sentence);
    bool untold_deed = false;
    for (const std::uint32_t s : heads) {
      if (sites_[s].nominal || !undated(s)) continue;
      if (carries(s) && noun_day != unknown) move_to(noun_day, sentence, is_saying(s));
      if (carries(s) && !elsewhere) untold_deed = !place_in_story(s, sentence, untold_deed) || untold_deed;
      if (is_told_in_headline(s, sentence)) place(s, day_or_day_before, "told-in-headline", 0.2);
      if (is_lead_in_perfect(s, sentence)) place(s, day_or_day_before, "told-in-lead", 0.2);
      if (is_present_report(s)) place(s, day_of_writing, "said-on-day-of-writing", 0.2);
      place_beside_parent(s);
    }
    for (const std::uint32_t s : heads)
      if (carries(s) && undated(s)) put_in_sequence(s, sentence);
  }

  struct SentenceDates {
    bool elsewhere = false;           ///< a verb is dated by a longer time ("in 2004 he left")
    std::int64_t noun_day = unknown;  ///< the day of a noun before its verb ("in a talk on Monday, he said")
  };
  /// Reads what the sentence itself dates. A dated verb that tells of the past moves the story to its own day.
  SentenceDates read_dates(Heads heads, std::uint32_t sentence) {
    SentenceDates dates;
    for (const std::uint32_t s : heads) {
      for (const TimeTie& tie : ties_of(ties_, sites_[s])) {
        const TimeValue& value = analysis_.timexes[tie.timex].value;
        if (value.type == TimexType::duration || value.type == TimexType::set || value.frame == Frame::none) continue;
        if (!is_day(value) || !within(tie.kind)) {
          dates.elsewhere = dates.elsewhere || goes_elsewhere(s, value);
        } else if (sites_[s].nominal) {
          if (sites_[s].token < clause(s).group.main) dates.noun_day = tie.timex;
        } else {
          day_of_clause(s) = tie.timex;
          if (tells_past(clause(s))) move_to(tie.timex, sentence, is_saying(s));
        }
      }
    }
    return dates;
  }

  bool is_saying(std::uint32_t site) const { return events_[sites_[site].event].event_class == EventClass::reporting; }

  /// "A day earlier": a look back, after which the story goes on where it was.
  bool looks_back(std::int64_t timex) const {
    const Timex& here = analysis_.timexes[static_cast<std::size_t>(timex)];
    if (here.value.anchor_kind != AnchorKind::reference || here.anchor < 0) return false;
    const TimeValue& from = analysis_.timexes[static_cast<std::size_t>(here.anchor)].value;
    return from.frame == here.value.frame && here.value.interval.end <= from.interval.begin;
  }

  /// "Police said on Friday that ...": the day of what is said is none of what is done, once that has a day.
  void move_to(std::int64_t timex, std::uint32_t sentence, bool saying) {
    if (looks_back(timex)) return;
    last_day_ = {timex, sentence};
    if (!saying || deed_day_.timex == unknown || deed_is_of_saying_) {
      deed_day_ = last_day_;
      deed_is_of_saying_ = saying;
    }
  }

  /// Puts an undated event that carries the story on into the story's day, or into the days of news. False where it
  /// stays without a day. What is said beside such a deed has none either: "The crew responded and confirmed that ...".
  bool place_in_story(std::uint32_t s, std::uint32_t sentence, bool beside_undated) {
    const StoryDay& day = is_saying(s) ? last_day_ : deed_day_;
    if (day.timex != unknown) {
      const bool deed_by_saying = !is_saying(s) && deed_is_of_saying_;
      if (sentence - day.sentence > (deed_by_saying ? std::min(reach_of_saying, reach(day)) : reach(day))) return false;
      place(s, day.timex, "narrative-day", 0.3);
      return true;
    }
    const bool root = clause(s).predication.relation == syntax::Deprel::root;
    if (!news_.holds || !root || beside_undated || (!is_saying(s) && sentence != news_.lead)) return false;
    place(s, day_or_day_before, is_saying(s) ? "said-in-news" : "told-in-lead", 0.2);
    return true;
  }

  /// "Council bans cars", "Two charged over fire".
  bool is_told_in_headline(std::uint32_t site, std::uint32_t sentence) const {
    const Clause& c = clause(site);
    if (!news_.holds || sentence != news_.headline || c.opening != Opening::main || c.framed || c.group.modal >= 0 ||
        c.group.negated || c.group.copula)
      return false;
    const Event& e = events_[sites_[site].event];
    if (!holds(e.status) || is_durative(e)) return false;
    return c.group.tense == (c.group.finite ? Tense::present : Tense::pastpart) || carries(c);
  }

  /// "The council has banned cars": what just happened, in the lead.
  bool is_lead_in_perfect(std::uint32_t site, std::uint32_t sentence) const {
    const Clause& c = clause(site);
    const Event& e = events_[sites_[site].event];
    return news_.holds && sentence == news_.lead && c.predication.relation == syntax::Deprel::root &&
           c.group.tense == Tense::present && c.group.aspect == Aspect::perfective && c.group.modal < 0 &&
           !c.group.negated && !c.group.copula && holds(e.status) && !is_durative(e);
  }

  /// "..., saying it was time": a participle beside a verb is of the same time. Not "after saying", nor a participle
  /// that a noun governs, nor what somebody admits.
  void place_beside_parent(std::uint32_t s) {
    const Clause& c = clause(s);
    if ((c.opening != Opening::participle && c.opening != Opening::gerund) || c.parent < 0 ||
        c.group.tense == Tense::pastpart || day_of_clause(s) != unknown)
      return;
    const Event& e = events_[sites_[s].event];
    const Clause& parent = reading_.clauses[static_cast<std::size_t>(c.parent)];
    if (!holds(e.status) || is_durative(e) || !is_beside(c, parent)) return;
    std::int64_t day = day_of_clause_[static_cast<std::size_t>(c.parent)];
    // A verb that is no event of its own ("began by hinting") still stands at the day of the story.
    if (day == unknown && carries(parent) && deed_day_.timex != unknown) day = deed_day_.timex;
    if (day != unknown) place(s, day, "same-time-as-clause", 0.25);
  }

  bool is_beside(const Clause& c, const Clause& parent) const {
    const bool marked = c.opener >= 0 && !reading_.words[static_cast<std::uint32_t>(c.opener)].self.any(
                                             Is::signal_when, Is::signal_while, Is::agent_mark);
    return !marked && c.predication.governor == parent.predication.word && !parent.group.negated &&
           parent.group.modal < 0;
  }

  /// For how many sentences the day of the story holds.
  std::uint32_t reach(const StoryDay& story) const {
    const TimeValue& day = analysis_.timexes[static_cast<std::size_t>(story.timex)].value;
    const Dct& dct = analysis_.document.dct;
    if (day.frame == Frame::document) return day.interval.begin >= -news ? reach_of_news : reach_of_old;
    if (day.frame != Frame::calendar || dct.source == DctSource::none) return reach_of_old;
    return day.interval.begin >= dct.at - news ? reach_of_news : reach_of_old;
  }

  /// Puts the event of site `s` inside a day, whole days even where a time of day stands for it: the story goes on
  /// within the day and not within the minute.
  void place(std::uint32_t s, std::int64_t day, const char* rule, double trust) {
    day_of_clause(s) = day;
    const bool written = day < 0;
    add(event(s), written ? document_entity : timex_entity(static_cast<std::uint32_t>(day)), rule, trust, s);
    const Dct& dct = analysis_.document.dct;
    const CivilSeconds at = dct.known() ? dct.at : 0;
    const Interval own = written ? Interval{at, at + (dct.has_time ? 1 : seconds_per_day)}
                                 : analysis_.timexes[static_cast<std::size_t>(day)].value.interval;
    const CivilSeconds begin = floor_day(own.begin);
    const bool clock =
        !written && analysis_.timexes[static_cast<std::size_t>(day)].value.granularity < Granularity::part_of_day;
    links_.back().early = clock ? 0 : own.begin - begin + (day == day_or_day_before ? seconds_per_day : 0);
    // Negative for a night, which goes on past midnight.
    links_.back().late = begin + seconds_per_day - own.end;
  }

  // --- sequence

  /// "The dam broke. ... The mayor said ... He said": what is told as done lies before what is said of it in the next
  /// sentence, and sayings come in the order they are told. In annotated news, of ordered pairs of such verbs in
  /// neighbouring sentences: an event before a saying 497 of 525, a saying before a saying 274 of 331; of two other
  /// events the first is earlier in 618 of 980 only, so nothing is made of those.
  void put_in_sequence(std::uint32_t s, std::uint32_t sentence) {
    const auto after = [&](const Predecessor& earlier, std::uint32_t most_apart, const char* rule, double trust) {
      const std::uint32_t apart = sentence - earlier.sentence;
      if (earlier.site < 0 || apart == 0 || apart > most_apart) return;
      const Entity other = event(static_cast<std::uint32_t>(earlier.site));
      if (other == event(s)) return;
      add(other, event(s), rule, trust, s, TemporalRelation::before);
      links_.back().salient = false;
    };
    const bool saying = events_[sites_[s].event].event_class == EventClass::reporting;
    if (saying) {
      after(last_saying_, 3, "sayings-in-turn", 0.1);
      after(last_deed_, 1, "done-before-said", 0.12);
    }
    (saying ? last_saying_ : last_deed_) = {static_cast<std::int64_t>(s), sentence};
  }

  Entity event(std::uint32_t site) const { return event_entity(sites_[site].event); }

  /// A link that rests on the head word of the site `at`.
  void add(Entity from, Entity to, const char* rule, double trust, std::uint32_t at,
           TemporalRelation relation = TemporalRelation::inside) {
    links_.push_back(
        {from, to, relation, EvidenceKind::narrative, rule, trust, events_[sites_[at].event].span, true, false});
  }

  const Analysis& analysis_;
  const Reading& reading_;
  const TieIndex& ties_;
  const std::vector<Event>& events_;
  const std::vector<EventSite>& sites_;
  std::vector<TLink>& links_;
  const News news_;
  std::vector<std::uint32_t> heads_;         ///< see Heads
  std::vector<std::int64_t> day_of_clause_;  ///< a timex, `day_of_writing`, ... or `unknown`
  StoryDay last_day_, deed_day_;             ///< of the last dated fact; of the last that was no saying
  bool deed_is_of_saying_ = false;           ///< no fact but sayings had a day
  Predecessor last_saying_, last_deed_;      ///< of the events that carried the story on
};

}  // namespace

void propagate_narrative_time(const Analysis& analysis, const Reading& reading, const TieIndex& ties,
                              const std::vector<Event>& events, const std::vector<EventSite>& sites,
                              std::vector<TLink>& links) {
  NarrativeTimePropagator(analysis, reading, ties, events, sites, links).run();
}

void drop_contradicted_sequence(std::vector<TLink>& links) {
  const auto pair_of = [](const TLink& link) { return std::minmax(link.from.index, link.to.index); };
  const auto of_events = [](const TLink& link) {
    return link.from.kind == Entity::Kind::event && link.to.kind == Entity::Kind::event;
  };
  const auto is_sequence = [&](const TLink& link) {
    return link.kind == EvidenceKind::narrative && link.relation == TemporalRelation::before && of_events(link);
  };
  // Whether the link puts the event that stands first in the text first.
  const auto in_text_order = [](const TLink& link) {
    const TemporalRelation r = link.relation;
    if (link.from.index < link.to.index)
      return r == TemporalRelation::before || r == TemporalRelation::starts_before ||
             r == TemporalRelation::begins_until;
    return r == TemporalRelation::after || r == TemporalRelation::starts_after || r == TemporalRelation::begins_from;
  };
  std::set<std::pair<std::uint32_t, std::uint32_t>> contradicted;
  for (const TLink& link : links)
    if (link.salient && link.bounds && of_events(link) && !is_sequence(link) && !in_text_order(link))
      contradicted.insert(pair_of(link));
  std::erase_if(links, [&](const TLink& link) { return is_sequence(link) && contradicted.contains(pair_of(link)); });
}

}  // namespace annal
