// See model_tlinks.h. For "The barge sank near the pier on Monday. Divers searched the hull.", events detected, the
// model is asked:
//
//   salient_dct     would a reader relate "sank" to the day of writing, and how? "searched"?
//   salient_pair    "sank" and "searched": a margin of -950 or more makes a link of it, 300 or more makes it a bound
//   start_order     the same pair, where salient_pair is not enough: a margin of 1600 makes a bound that nobody reads
//   salient_timex   "searched" and Monday are not asked: they stand in two sentences; nor is "sank", which is dated
#include "timeline/tlink/model_tlinks.h"

#include <algorithm>
#include <map>
#include <set>

#include "timeline/tlink/claim.h"
#include "timeline/tlink/starts.h"
#include "timeline/tlink/tlink_features.h"

namespace annal {
namespace {

// How many events before it an event is compared with.
constexpr std::size_t most_neighbours = 10, most_neighbours_annotated = 40;
constexpr std::uint32_t close_words = 120;  ///< bytes: a link of ends this close rests on all words between them

// Least margins, in steps of the weights: chosen by five-fold cross-validation, and so that the dates of gold timelines
// stay right.
constexpr std::int32_t annotated_order = 0, annotated_pair = 600, annotated_dct = 500, annotated_timex = 500;
constexpr std::int32_t detected_order = 1600, detected_pair = -950, detected_dct = -300, detected_timex = -800;
// From here on a salient link of detected events is a bound, too.
constexpr std::int32_t pair_bounds = 300, timex_bounds = -400;
// Below this margin a link of tense, or of reporting, is not salient.
constexpr std::int32_t salient_tense = -900, salient_reporting = -1000;

/// Trust in a prediction: grows with its margin, in the range for its source. Of detected events what bounds is right
/// in nine of ten cases of texts that the model has not seen; it counts as a claim (claim.h), but gives way to rules.
double trust_of(std::int32_t margin, EventSource source, bool bounds) {
  constexpr std::int32_t least = -700, full = 1500;
  const auto [low, high] = source == EventSource::annotated ? std::pair(0.6, 0.9)
                           : bounds                         ? std::pair(least_claimed, 0.39)
                                                            : std::pair(0.1, 0.28);
  return low + (high - low) * static_cast<double>(std::clamp(margin, least, full) - least) / (full - least);
}

class ModelTLinks {
 public:
  ModelTLinks(const Analysis& analysis, const Reading& reading, const TieIndex& ties, const std::vector<Event>& events,
              const std::vector<EventSite>& sites, const TLinkTables& tables, EventSource source,
              std::vector<TLink>& links)
      : analysis_(analysis),
        reading_(reading),
        ties_(ties),
        events_(events),
        sites_(sites),
        tables_(tables),
        source_(source),
        links_(links),
        features_(analysis, reading, ties, sites) {
    for (std::size_t l = 0; l < links.size(); ++l) index(links[l], l);
    for (std::uint32_t s = 0; s < sites.size(); ++s)
      if (sites[s].first) heads_.push_back(s);
    std::stable_sort(heads_.begin(), heads_.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return sites[a].token < sites[b].token; });
  }

  void run() {
    for (std::size_t i = 0; i < heads_.size(); ++i) {
      link_dct(heads_[i]);
      const std::size_t most = detected() ? most_neighbours : most_neighbours_annotated;
      std::size_t neighbours = 0;
      for (std::size_t k = i; k-- > 0 && neighbours < most; ++neighbours) {
        if (features_.sentence_of(heads_[k]) + 1 < features_.sentence_of(heads_[i])) break;
        link_pair(heads_[k], heads_[i]);
      }
    }
    append_start_order();
    link_timexes();
  }

 private:
  using Pair = std::pair<std::uint32_t, std::uint32_t>;  ///< of events, the lower index first

  bool detected() const { return source_ == EventSource::detected; }
  bool is_fact(std::uint32_t site) const { return holds(events_[sites_[site].event].status); }
  /// Whether the text itself dates the event of the site.
  bool is_dated(std::uint32_t site) const { return dated_events_.contains(sites_[site].event); }
  Entity event(std::uint32_t site) const { return event_entity(sites_[site].event); }
  Span span(std::uint32_t site) const { return events_[sites_[site].event].span; }

  /// The words that a link of two ends rests on: all from one to the other, or those of the later end.
  static Span words(Span a, Span b) {
    const Span hull{std::min(a.begin, b.begin), std::max(a.end, b.end)};
    return hull.size() <= close_words ? hull : (a.begin < b.begin ? b : a);
  }

  /// Notes what the rules have linked.
  void index(const TLink& link, std::size_t l) {
    using Kind = Entity::Kind;
    if (link.from.kind != Kind::event) return;
    if (link.to.kind == Kind::timex) {
      dated_.insert({link.from.index, link.to.index});
      if (link.kind == EvidenceKind::stated) dated_events_.insert(link.from.index);
      return;
    }
    if (!detected()) return;
    if (link.to.kind == Kind::document) {
      if (link.kind == EvidenceKind::tense) tense_links_[link.from.index].push_back(l);
      return;
    }
    const Pair pair = std::minmax(link.from.index, link.to.index);
    if (link.kind == EvidenceKind::tense || link.kind == EvidenceKind::reporting) reporting_links_[pair].push_back(l);
    if (link.salient) linked_.insert(pair);
  }

  void add(Entity from, Entity to, TemporalRelation relation, const char* rule, std::int32_t margin, Span at,
           bool bounds) {
    links_.push_back({from, to, relation, EvidenceKind::model, rule, trust_of(margin, source_, bounds), at, bounds});
  }

  /// The link that a prediction for two events amounts to.
  void add_pair(const TLinkPrediction& p, Entity from, Entity to, Span at, bool bounds) {
    switch (p.label) {
      case TLinkLabel::before: add(from, to, TemporalRelation::before, "model-order", p.margin, at, bounds); break;
      case TLinkLabel::after: add(from, to, TemporalRelation::after, "model-order", p.margin, at, bounds); break;
      case TLinkLabel::is_included: add(from, to, TemporalRelation::inside, "model-order", p.margin, at, bounds); break;
      case TLinkLabel::includes: add(to, from, TemporalRelation::inside, "model-order", p.margin, at, bounds); break;
      case TLinkLabel::simultaneous:
        add(from, to, TemporalRelation::overlaps, "model-order", p.margin, at, bounds);
        break;
      case TLinkLabel::none: break;
    }
  }

  void link_dct(std::uint32_t site) {
    features_.dct(detected() ? TLinkTask::salient_dct : TLinkTask::event_dct, site, keys_);
    const TLinkPrediction p = predict(tables_, keys_);
    if (detected() && p.margin < salient_tense)
      for (const std::size_t l : tense_links_[sites_[site].event]) links_[l].salient = false;
    const bool fact = is_fact(site);
    if ((detected() && !fact) || p.margin < (detected() ? detected_dct : annotated_dct)) return;
    // What the text dates has its date from there; of a day of writing that is not known nothing is even likely.
    const bool dated = detected() && is_dated(site);
    if (dated && !analysis_.document.dct.known()) return;
    const bool bounds = fact && !dated;
    const auto dct = [&](TemporalRelation r) {
      add(event(site), document_entity, r, "model-written", p.margin, span(site), bounds);
    };
    switch (p.label) {
      case TLinkLabel::before: dct(TemporalRelation::ends_by); break;
      case TLinkLabel::after: dct(TemporalRelation::begins_from); break;
      case TLinkLabel::is_included:
      case TLinkLabel::simultaneous: dct(TemporalRelation::inside); break;
      case TLinkLabel::includes: dct(TemporalRelation::overlaps); break;
      case TLinkLabel::none: break;
    }
  }

  /// `a` stands before `b` in the text.
  void link_pair(std::uint32_t a, std::uint32_t b) {
    if (sites_[a].event == sites_[b].event) return;
    const Status x = events_[sites_[a].event].status, y = events_[sites_[b].event].status;
    const bool bounds = may_bound(x, y);
    if (detected())
      link_detected(a, b, bounds);
    else
      link_annotated(a, b, bounds);
  }

  void link_detected(std::uint32_t a, std::uint32_t b, bool bounds) {
    const Pair pair = std::minmax(sites_[a].event, sites_[b].event);
    // Where both are dated, their times give the order.
    const bool open = bounds && !linked_.contains(pair) && !features_.ordered_by_times(a, b);
    const auto reporting = reporting_links_.find(pair);
    if (!open && reporting == reporting_links_.end()) return;
    features_.pair(TLinkTask::salient_pair, a, b, keys_);
    const TLinkPrediction p = predict(tables_, keys_);
    if (reporting != reporting_links_.end() && p.margin < salient_reporting)
      for (const std::size_t l : reporting->second) links_[l].salient = false;
    if (!open) return;
    const Span at = words(span(a), span(b));
    if (p.margin < detected_pair) {
      link_starts(a, b, at);
    } else if (p.label == TLinkLabel::before || p.label == TLinkLabel::after) {
      // So little is known of the ends of detected events that only their starts are ordered.
      add(event(a), event(b), starts(p.label == TLinkLabel::before), "model-order", p.margin, at,
          p.margin >= pair_bounds);
    } else {
      add_pair(p, event(a), event(b), at, p.margin >= pair_bounds);
    }
  }

  /// The order of the starts of two detected verbs: a bound, where the model is sure of it, but not salient.
  void link_starts(std::uint32_t a, std::uint32_t b, Span at) {
    if (sites_[a].nominal || sites_[b].nominal) return;
    features_.pair(TLinkTask::start_order, a, b, keys_);
    const TLinkPrediction p = predict(tables_, keys_);
    if ((p.label != TLinkLabel::before && p.label != TLinkLabel::after) || p.margin < detected_order) return;
    add(event(a), event(b), starts(p.label == TLinkLabel::before), "model-order", p.margin, at, true);
    links_.back().salient = false;
  }

  void link_annotated(std::uint32_t a, std::uint32_t b, bool bounds) {
    const Span at = words(span(a), span(b));
    const bool verbs = !sites_[a].nominal && !sites_[b].nominal;
    features_.pair(verbs ? TLinkTask::start_order : TLinkTask::event_event, a, b, keys_);
    const TLinkPrediction p = predict(tables_, keys_);
    if (!verbs) {
      if (p.margin >= annotated_pair) add_pair(p, event(a), event(b), at, bounds);
    } else if (p.label == TLinkLabel::before || p.label == TLinkLabel::after) {
      answers_.push_back({sites_[a].event, sites_[b].event, p.label == TLinkLabel::before ? p.lead : -p.lead});
      if (p.margin >= annotated_order) ordered_.push_back({event(a), event(b), p.lead, at, bounds});
    }
  }

  /// Annotated verbs get the one order of their starts that agrees best with the answers on all pairs.
  void append_start_order() {
    const std::vector<std::uint32_t> rank = order_of_starts(static_cast<std::uint32_t>(events_.size()), answers_);
    for (const Ordered& pair : ordered_)
      add(pair.from, pair.to, starts(rank[pair.from.index] < rank[pair.to.index]), "model-order", pair.lead, pair.at,
          pair.bounds);
  }

  static TemporalRelation starts(bool before) {
    return before ? TemporalRelation::starts_before : TemporalRelation::starts_after;
  }

  void link_timexes() {
    for (std::uint32_t t = 0; t < analysis_.timexes.size(); ++t) {
      const TimeValue& value = analysis_.timexes[t].value;
      if (value.type == TimexType::duration || value.type == TimexType::set || value.frame == Frame::none) continue;
      if (detected() && (!has_anchor(analysis_, t) || ties_.is_set_aside(t))) continue;
      const std::uint32_t sentence = features_.sentence_of_timex(t);
      auto i = std::lower_bound(heads_.begin(), heads_.end(), sentence,
                                [&](std::uint32_t head, std::uint32_t s) { return features_.sentence_of(head) < s; });
      for (std::size_t n = 0; i != heads_.end() && features_.sentence_of(*i) == sentence && n < 2 * most_neighbours;
           ++i, ++n)
        link_timex(*i, t);
    }
  }

  // A relative or other side clause, and a noun, can tell of any time.
  bool is_in_main_clause(std::uint32_t site) const {
    if (sites_[site].nominal) return false;
    const Opening opening = reading_.clauses[static_cast<std::size_t>(sites_[site].clause)].opening;
    return opening == Opening::main || opening == Opening::coordinate;
  }

  void link_timex(std::uint32_t site, std::uint32_t t) {
    const bool fact = is_fact(site);
    if (detected() && (!fact || features_.dated(site))) return;
    if (dated_.contains({sites_[site].event, t})) return;
    features_.timex(detected() ? TLinkTask::salient_timex : TLinkTask::event_timex, site, t, keys_);
    const TLinkPrediction p = predict(tables_, keys_);
    if (p.margin < (detected() ? detected_timex : annotated_timex)) return;
    const bool bounds = detected() ? p.margin >= timex_bounds && is_in_main_clause(site) : fact;
    const auto timex = [&](TemporalRelation r) {
      add(event(site), timex_entity(t), r, "model-time", p.margin, words(span(site), analysis_.timexes[t].span),
          bounds);
    };
    switch (p.label) {
      case TLinkLabel::before: timex(TemporalRelation::before); break;
      case TLinkLabel::after: timex(TemporalRelation::after); break;
      case TLinkLabel::is_included:
      case TLinkLabel::simultaneous: timex(TemporalRelation::inside); break;
      case TLinkLabel::includes: timex(TemporalRelation::overlaps); break;
      case TLinkLabel::none: break;
    }
  }

  /// Two annotated verbs whose starts are to be ordered, and how sure the model is of it.
  struct Ordered {
    Entity from, to;
    std::int32_t lead = 0;
    Span at;
    bool bounds = true;
  };

  const Analysis& analysis_;
  const Reading& reading_;
  const TieIndex& ties_;
  const std::vector<Event>& events_;
  const std::vector<EventSite>& sites_;
  TLinkTables tables_;
  EventSource source_;
  std::vector<TLink>& links_;
  TLinkFeatures features_;
  std::vector<std::uint32_t> heads_;                               ///< sites that are events' own, by position
  std::set<Pair> linked_;                                          ///< detected events that rules have linked
  std::set<std::pair<std::uint32_t, std::uint32_t>> dated_;        ///< events and the timexes that rules link them to
  std::set<std::uint32_t> dated_events_;                           ///< that a time of the text dates
  std::map<std::uint32_t, std::vector<std::size_t>> tense_links_;  ///< by event, to the day of writing
  std::map<Pair, std::vector<std::size_t>> reporting_links_;       ///< of tense or reporting
  std::vector<StartAnswer> answers_;                               ///< on annotated verbs
  std::vector<Ordered> ordered_;                                   ///< those of them that are sure enough
  std::vector<std::uint32_t> keys_;
};

}  // namespace

void append_model_tlinks(const Analysis& analysis, const Reading& reading, const TieIndex& ties,
                         const std::vector<Event>& events, const std::vector<EventSite>& sites,
                         const TLinkTables& tables, EventSource source, std::vector<TLink>& links) {
  ModelTLinks(analysis, reading, ties, events, sites, tables, source, links).run();
}

}  // namespace annal
