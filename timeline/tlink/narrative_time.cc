#include "timeline/tlink/narrative_time.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace annal {
namespace {

// How far a day reaches, in sentences: that of the news through the article, one of long ago no further than its
// own, for a chronicle goes on to other days.
constexpr std::uint32_t reach_of_news = 40, reach_of_old = 0;
// So many sentences told of longer times make a chronicle, which the day of writing has no part in.
constexpr std::uint32_t chronicle = 3;
constexpr CivilSeconds news = 8 * seconds_per_day;

class NarrativeTimePropagator {
 public:
  NarrativeTimePropagator(const Analysis& analysis, const Reading& reading, const TieIndex& ties,
                          const std::vector<Event>& events, const std::vector<EventSite>& sites,
                          std::vector<TLink>& links)
      : analysis_(analysis), reading_(reading), ties_(ties), events_(events), sites_(sites), links_(links) {}

  void run() {
    std::vector<std::uint32_t> heads;
    for (std::uint32_t s = 0; s < sites_.size(); ++s)
      if (sites_[s].first && sites_[s].clause >= 0) heads.push_back(s);
    std::stable_sort(heads.begin(), heads.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return sites_[a].token < sites_[b].token; });
    day_of_clause_.assign(reading_.clauses.size(), unknown);
    for (std::size_t t = 0; t < analysis_.timexes.size(); ++t) {
      const TimeValue& value = analysis_.timexes[t].value;
      if (is_day(value) && value.interval.end - value.interval.begin == seconds_per_day)
        whole_days_.try_emplace({value.frame, value.interval.begin}, static_cast<std::int64_t>(t));
    }
    for (std::size_t i = 0; i < heads.size();) {
      const std::uint32_t sentence = clause(heads[i]).sentence;
      std::size_t end = i;
      while (end < heads.size() && clause(heads[end]).sentence == sentence) ++end;
      tell(heads, i, end, sentence);
      i = end;
    }
  }

 private:
  const Clause& clause(std::uint32_t site) const {
    return reading_.clauses[static_cast<std::size_t>(sites_[site].clause)];
  }

  static bool within(TieKind k) { return k == TieKind::bare || k == TieKind::in || k == TieKind::during; }
  static bool is_day(const TimeValue& v) {
    return v.type != TimexType::duration && v.type != TimexType::set && v.frame != Frame::none &&
           v.interval.bounded() && v.interval.end - v.interval.begin <= seconds_per_day;
  }
  bool lasting(const Event& e) const {
    return e.event_class == EventClass::state || e.event_class == EventClass::i_state ||
           e.aspect == Aspect::progressive || e.aspect == Aspect::perfective_progressive;
  }
  /// A clause that carries the story on: told as done, in the simple past, by the text itself.
  static bool carries(const Clause& c) {
    return c.group.finite && c.group.tense == Tense::past && c.group.aspect == Aspect::none && c.group.modal < 0 &&
           !c.framed && c.opening != Opening::relative && !c.group.negated;
  }
  bool carries(std::uint32_t site) const {
    const Event& e = events_[sites_[site].event];
    return !sites_[site].nominal && e.status == Status::fact && carries(clause(site)) && !lasting(e) &&
           !clause(site).group.copula;
  }
  /// "In 2004 he left": a longer time takes the story along; one that is still to come leaves it where it stands ("he
  /// said it would open next year").
  bool goes_elsewhere(std::uint32_t site, const TimeValue& value) const {
    const Dct& dct = analysis_.document.dct;
    const bool ahead = value.frame == Frame::document
                           ? value.interval.begin > 0
                           : value.frame == Frame::calendar && dct.known() && value.interval.begin > dct.at;
    return !sites_[site].nominal && !clause(site).framed && !ahead;
  }
  /// No time expression of its own says when.
  bool undated(std::uint32_t site) const {
    const auto ties = ties_of(ties_, sites_[site]);
    return std::all_of(ties.begin(), ties.end(), [&](const TimeTie& tie) {
      const TimeValue& value = analysis_.timexes[tie.timex].value;
      return value.type == TimexType::set || (value.type != TimexType::duration && value.frame == Frame::none);
    });
  }
  /// "He says": told when it is said.
  bool says(std::uint32_t site) const {
    const VerbGroup& g = clause(site).group;
    return !sites_[site].nominal && events_[sites_[site].event].status == Status::fact && g.finite &&
           g.tense == Tense::present && g.aspect == Aspect::none && g.modal < 0 && !clause(site).framed &&
           reading_.words[g.main].meaning.has(Is::reporting);
  }

  /// The sites [begin, end) of `heads` stand in one sentence.
  void tell(const std::vector<std::uint32_t>& heads, std::size_t begin, std::size_t end, std::uint32_t sentence) {
    // What the sentence itself states: the days of its verbs, the day of a noun before them ("in a talk on Monday, he
    // said"), and whether it tells of a longer time ("in 2004 he left").
    bool other_time = false;
    std::int64_t of_noun = -1;
    for (std::size_t i = begin; i < end; ++i) {
      const std::uint32_t s = heads[i];
      for (const TimeTie& tie : ties_of(ties_, sites_[s])) {
        const TimeValue& value = analysis_.timexes[tie.timex].value;
        if (value.type == TimexType::duration || value.type == TimexType::set || value.frame == Frame::none) continue;
        if (!is_day(value) || !within(tie.kind)) {
          other_time = other_time || goes_elsewhere(s, value);
          continue;
        }
        if (sites_[s].nominal) {
          if (sites_[s].token < clause(s).group.main) of_noun = tie.timex;
          continue;
        }
        day_of_clause_[static_cast<std::size_t>(sites_[s].clause)] = tie.timex;
        if (carries(clause(s))) {
          day_ = tie.timex;
          told_in_ = sentence;
        }
      }
    }
    if (other_time) ++elsewhere_;
    for (std::size_t i = begin; i < end; ++i) {
      const std::uint32_t s = heads[i];
      if (sites_[s].nominal || !undated(s)) continue;
      if (carries(s) && of_noun >= 0) {
        day_ = of_noun;
        told_in_ = sentence;
      }
      if (carries(s) && !other_time) go_on(s, sentence);
      if (says(s)) {
        add({Entity::Kind::event, sites_[s].event}, {Entity::Kind::document, 0}, "said-on-day-of-writing", 0.2,
            events_[sites_[s].event].span);
        day_of_clause_[static_cast<std::size_t>(sites_[s].clause)] = written;
      }
      beside(s);
    }
    for (std::size_t i = begin; i < end; ++i)
      if (carries(heads[i]) && undated(heads[i])) in_turn(heads[i], sentence);
  }

  /// "The dam broke. ... The mayor said ... He said": what is told as done lies before what is said of it in the next
  /// sentence, and sayings come in the order they are told. In annotated news, of ordered pairs of such verbs in
  /// neighbouring sentences: an event before a saying 497 of 525, a saying before a saying 274 of 331; of two events
  /// the first is earlier in 618 of 980 only, so nothing is made of those.
  void in_turn(std::uint32_t s, std::uint32_t sentence) {
    const bool saying = events_[sites_[s].event].event_class == EventClass::reporting;
    const Entity event{Entity::Kind::event, sites_[s].event};
    const auto before = [&](const Told& told, std::uint32_t most_apart, const char* rule, double trust) {
      const std::uint32_t apart = sentence - told.sentence;
      if (told.site < 0 || apart == 0 || apart > most_apart) return;
      const std::uint32_t other = sites_[static_cast<std::size_t>(told.site)].event;
      if (other == event.index) return;
      add({Entity::Kind::event, other}, event, rule, trust, events_[event.index].span, TemporalRelation::before);
      links_.back().salient = false;
    };
    if (saying) {
      before(said_, 3, "sayings-in-turn", 0.1);
      before(done_, 1, "done-before-said", 0.12);
    }
    (saying ? said_ : done_) = {static_cast<std::int64_t>(s), sentence};
  }

  void go_on(std::uint32_t s, std::uint32_t sentence) {
    const Entity event{Entity::Kind::event, sites_[s].event};
    const Span at = events_[sites_[s].event].span;
    if (day_ >= 0 && sentence - told_in_ > reach()) return;
    const std::int64_t day = day_ >= 0 ? whole_day(day_) : default_day();
    if (day == unknown) return;
    if (day == written)
      add(event, {Entity::Kind::document, 0}, day_ >= 0 ? "narrative-day" : "narrative-day-of-writing",
          day_ >= 0 ? 0.3 : 0.2, at);
    else
      add(event, {Entity::Kind::timex, static_cast<std::uint32_t>(day)}, "narrative-day", 0.3, at);
    day_of_clause_[static_cast<std::size_t>(sites_[s].clause)] = day;
  }

  /// Where the story stands before it tells of any day.
  std::int64_t default_day() const {
    return elsewhere_ >= chronicle || analysis_.document.dct.source == DctSource::none ? unknown : written;
  }

  std::uint32_t reach() const {
    const TimeValue& day = analysis_.timexes[static_cast<std::size_t>(day_)].value;
    const Dct& dct = analysis_.document.dct;
    if (day.frame == Frame::document) return day.interval.begin >= -news ? reach_of_news : reach_of_old;
    if (day.frame != Frame::calendar || dct.source == DctSource::none) return reach_of_old;
    return day.interval.begin >= dct.at - news ? reach_of_news : reach_of_old;
  }

  /// The whole day of a time of day: that of writing, or another time expression that is it; the story goes on within
  /// the day, not within the minute.
  std::int64_t whole_day(std::int64_t timex) const {
    const TimeValue& value = analysis_.timexes[static_cast<std::size_t>(timex)].value;
    if (value.interval.end - value.interval.begin == seconds_per_day) return timex;
    const Dct& dct = analysis_.document.dct;
    const CivilSeconds first = dct.at - ((dct.at % seconds_per_day) + seconds_per_day) % seconds_per_day;
    const Interval day{first, first + seconds_per_day};
    if (value.frame == Frame::calendar && dct.source != DctSource::none && day.contains(value.interval)) return written;
    // A day that holds the time begins at it or less than a day before it.
    std::int64_t first_told = unknown;
    for (auto it = whole_days_.upper_bound({value.frame, value.interval.end - seconds_per_day - 1});
         it != whole_days_.end() && it->first <= std::pair(value.frame, value.interval.begin); ++it)
      if (first_told == unknown || it->second < first_told) first_told = it->second;
    return first_told;
  }

  /// "..., saying it was time": what a participle tells beside a verb is of the same time.
  void beside(std::uint32_t s) {
    const Clause& c = clause(s);
    if ((c.opening != Opening::participle && c.opening != Opening::gerund) || c.parent < 0 ||
        c.group.tense == Tense::pastpart)
      return;
    const Event& e = events_[sites_[s].event];
    if (e.status != Status::fact || lasting(e)) return;
    std::int64_t day = day_of_clause_[static_cast<std::size_t>(c.parent)];
    // A verb that is no event of its own ("began by hinting") still stands at the day of the story.
    if (day == unknown && carries(reading_.clauses[static_cast<std::size_t>(c.parent)]))
      day = day_ >= 0 ? whole_day(day_) : default_day();
    if (day >= 0) day = whole_day(day);
    if (day == unknown || day_of_clause_[static_cast<std::size_t>(sites_[s].clause)] != unknown) return;
    const Entity to = day == written ? Entity{Entity::Kind::document, 0}
                                     : Entity{Entity::Kind::timex, static_cast<std::uint32_t>(day)};
    add({Entity::Kind::event, sites_[s].event}, to, "same-time-as-clause", 0.25, e.span);
    day_of_clause_[static_cast<std::size_t>(sites_[s].clause)] = day;
  }

  void add(Entity from, Entity to, const char* rule, double trust, Span at,
           TemporalRelation relation = TemporalRelation::inside) {
    links_.push_back({from, to, relation, EvidenceKind::narrative, rule, trust, at, true, false});
  }

  struct Told {
    std::int64_t site = -1;  ///< or -1: none yet
    std::uint32_t sentence = 0;
  };

  static constexpr std::int64_t unknown = -1, written = -2;
  const Analysis& analysis_;
  const Reading& reading_;
  const TieIndex& ties_;
  const std::vector<Event>& events_;
  const std::vector<EventSite>& sites_;
  std::vector<TLink>& links_;
  std::vector<std::int64_t> day_of_clause_;                            ///< a timex, `written`, or -1
  std::map<std::pair<Frame, CivilSeconds>, std::int64_t> whole_days_;  ///< the first timex of each day, by its begin
  std::uint32_t elsewhere_ = 0;  ///< sentences that told of longer times than days
  std::int64_t day_ = -1;        ///< the timex of the last day told, or -1
  std::uint32_t told_in_ = 0;    ///< the sentence that told it
  Told said_, done_;             ///< the last saying, the last other event that carried the story on
};

}  // namespace

void propagate_narrative_time(const Analysis& analysis, const Reading& reading, const TieIndex& ties,
                              const std::vector<Event>& events, const std::vector<EventSite>& sites,
                              std::vector<TLink>& links) {
  NarrativeTimePropagator(analysis, reading, ties, events, sites, links).run();
}

void drop_contradicted_sequence(std::vector<TLink>& links) {
  const auto between = [](const TLink& link) { return std::minmax(link.from.index, link.to.index); };
  const auto of_events = [](const TLink& link) {
    return link.from.kind == Entity::Kind::event && link.to.kind == Entity::Kind::event;
  };
  const auto is_turn = [&](const TLink& link) {
    return link.kind == EvidenceKind::narrative && link.relation == TemporalRelation::before && of_events(link);
  };
  const auto agrees = [](const TLink& link) {
    const bool first = link.from.index < link.to.index;
    return first ? link.relation == TemporalRelation::before || link.relation == TemporalRelation::starts_before ||
                       link.relation == TemporalRelation::begins_until
                 : link.relation == TemporalRelation::after || link.relation == TemporalRelation::starts_after ||
                       link.relation == TemporalRelation::begins_from;
  };
  std::set<std::pair<std::uint32_t, std::uint32_t>> told;
  for (const TLink& link : links)
    if (link.salient && link.bounds && of_events(link) && !is_turn(link) && !agrees(link)) told.insert(between(link));
  std::erase_if(links, [&](const TLink& link) { return is_turn(link) && told.contains(between(link)); });
}

}  // namespace annal
