#include "timeline/tlink/model_tlinks.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "timeline/tlink/starts.h"

namespace annal {
namespace {

// Before an event, that it is compared with, of those that Annal found and of those that people marked.
constexpr std::size_t most_neighbours = 10, most_marked = 40;
constexpr std::uint32_t close_words = 120;  ///< bytes: nearer ends are told by all words between them

// Least margins over "not said", in steps of the weights: chosen by five-fold cross-validation, and so that dates of
// gold timelines stay right. First those of events that people marked, then those of Annal's own.
constexpr std::int32_t least_order = 0, least_pair = 600, least_written = 500, least_time = 500;
constexpr std::int32_t least_found_order = 1600, salient_pair = -950, salient_dct = -300, salient_timex = -800;
// Told sooner than believed: from here on the answer on a pair, and on a time, bounds, too.
constexpr std::int32_t pair_bounds = 300, time_bounds = -400;
// What tense and reporting say is told on, unless the model is this sure that nobody would.
constexpr std::int32_t told_tense = -900, told_report = -1000;
// Where trust begins and is full.
constexpr std::int32_t none = -700, full = 1500;
// Of what Annal found itself, below every rule; of what people marked, where the model is right more often than the
// rules of tense and reporting that it contradicts, among them.
constexpr double trust_low = 0.1, trust_high = 0.28, marked_low = 0.6, marked_high = 0.9;

double trust_of(std::int32_t margin, bool detected) {
  const double low = detected ? trust_low : marked_low, high = detected ? trust_high : marked_high;
  return low + (high - low) * static_cast<double>(std::clamp(margin, none, full) - none) / (full - none);
}

class ModelTLinks {
 public:
  ModelTLinks(const Analysis& analysis, const Reading& reading, const TieIndex& ties, const std::vector<Event>& events,
              const std::vector<EventSite>& sites, const TLinkTables& tables, EventSource source,
              std::vector<TLink>& links)
      : analysis_(analysis),
        events_(events),
        sites_(sites),
        tables_(tables),
        detected_(source == EventSource::detected),
        links_(links),
        features_(analysis, reading, ties, sites) {
    for (std::size_t l = 0; l < links.size(); ++l) {
      const TLink& link = links[l];
      if (link.from.kind != Entity::Kind::event) continue;
      if (detected_ && link.kind == EvidenceKind::tense && link.to.kind == Entity::Kind::document)
        tense_[link.from.index].push_back(l);
      if (detected_ && (link.kind == EvidenceKind::tense || link.kind == EvidenceKind::reporting) &&
          link.to.kind == Entity::Kind::event)
        report_[std::minmax(link.from.index, link.to.index)].push_back(l);
      if (link.to.kind == Entity::Kind::event) {
        if (link.salient && detected_) tied_.insert(std::minmax(link.from.index, link.to.index));
      } else if (link.to.kind == Entity::Kind::timex) {
        dated_.insert({link.from.index, link.to.index});
      }
    }
    for (std::uint32_t s = 0; s < sites.size(); ++s)
      if (sites[s].first) heads_.push_back(s);
    std::stable_sort(heads_.begin(), heads_.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return sites[a].token < sites[b].token; });
  }

  void run() {
    for (std::size_t i = 0; i < heads_.size(); ++i) {
      written(heads_[i]);
      const std::size_t most = detected_ ? most_neighbours : most_marked;
      std::size_t neighbours = 0;
      for (std::size_t k = i; k-- > 0 && neighbours < most; ++neighbours) {
        if (features_.sentence_of(heads_[k]) + 1 < features_.sentence_of(heads_[i])) break;
        pair(heads_[k], heads_[i]);
      }
    }
    starts();
    times();
  }

 private:
  bool fact(std::uint32_t site) const { return events_[sites_[site].event].status == Status::fact; }
  Entity entity(std::uint32_t site) const { return {Entity::Kind::event, sites_[site].event}; }
  Span words(Span a, Span b) const {
    const Span hull{std::min(a.begin, b.begin), std::max(a.end, b.end)};
    return hull.size() <= close_words ? hull : (a.begin < b.begin ? b : a);
  }
  void add(Entity from, Entity to, TemporalRelation relation, const char* rule, std::int32_t margin, Span at) {
    links_.push_back({from, to, relation, EvidenceKind::model, rule, trust_of(margin, detected_), at, bounds_});
  }

  void written(std::uint32_t site) {
    const TLinkTask task = detected_ ? TLinkTask::salient_dct : TLinkTask::event_dct;
    features_.written(task, site, rows_);
    const TLinkPrediction g = predict(tables_, rows_);
    if (detected_ && g.margin < told_tense)
      for (const std::size_t l : tense_[sites_[site].event]) links_[l].salient = false;
    bounds_ = fact(site);
    if ((detected_ && !bounds_) || g.margin < (detected_ ? salient_dct : least_written)) return;
    const Span at = events_[sites_[site].event].span;
    const Entity document{Entity::Kind::document, 0};
    switch (g.label) {
      case TLinkLabel::before:
        add(entity(site), document, TemporalRelation::ends_by, "model-written", g.margin, at);
        break;
      case TLinkLabel::after:
        add(entity(site), document, TemporalRelation::begins_from, "model-written", g.margin, at);
        break;
      case TLinkLabel::is_included:
      case TLinkLabel::simultaneous:
        add(entity(site), document, TemporalRelation::inside, "model-written", g.margin, at);
        break;
      case TLinkLabel::includes:
        add(entity(site), document, TemporalRelation::overlaps, "model-written", g.margin, at);
        break;
      case TLinkLabel::none: break;
    }
  }

  void pair(std::uint32_t a, std::uint32_t b) {
    if (sites_[a].event == sites_[b].event) return;
    const std::pair<std::uint32_t, std::uint32_t> ends = std::minmax(sites_[a].event, sites_[b].event);
    const Status x = events_[sites_[a].event].status, y = events_[sites_[b].event].status;
    // What is expected may tie what is expected; else what is no fact is told beside the facts and bounds nothing.
    bounds_ = x == y && x != Status::denied && x != Status::conditional;
    // Where both are dated, their times tell.
    const bool open =
        (!detected_ || bounds_) && tied_.count(ends) == 0 && (!detected_ || !features_.order_of_times(a, b));
    const auto report = report_.find(ends);
    if (!open && report == report_.end()) return;
    TLinkPrediction told;
    if (detected_) {
      features_.pair(TLinkTask::salient_pair, a, b, rows_);
      told = predict(tables_, rows_);
      if (report != report_.end() && told.margin < told_report)
        for (const std::size_t l : report->second) links_[l].salient = false;
    }
    if (!open) return;
    const Span at = words(events_[sites_[a].event].span, events_[sites_[b].event].span);
    const Entity from = entity(a), to = entity(b);
    if (detected_ && told.margin >= salient_pair) {
      bounds_ = told.margin >= pair_bounds;
      // So little is known of the ends of what Annal found itself that starts alone are tied.
      if (told.label == TLinkLabel::before)
        add(from, to, TemporalRelation::starts_before, "model-order", told.margin, at);
      else if (told.label == TLinkLabel::after)
        add(from, to, TemporalRelation::starts_after, "model-order", told.margin, at);
      else
        say(told, from, to, at);
    }
    if (!sites_[a].nominal && !sites_[b].nominal) {
      features_.pair(TLinkTask::start_order, a, b, rows_);
      const TLinkPrediction g = predict(tables_, rows_);
      if (g.label != TLinkLabel::before && g.label != TLinkLabel::after) return;
      if (!detected_) {
        answers_.push_back({sites_[a].event, sites_[b].event, g.label == TLinkLabel::before ? g.lead : -g.lead});
        if (g.margin >= least_order) asked_.push_back({from, to, g.lead, at, bounds_});
        return;
      }
      if (g.margin < least_found_order || told.margin >= salient_pair) return;
      add(from, to, g.label == TLinkLabel::before ? TemporalRelation::starts_before : TemporalRelation::starts_after,
          "model-order", g.margin, at);
      links_.back().salient = false;
      return;
    }
    if (detected_) return;
    features_.pair(TLinkTask::event_event, a, b, rows_);
    const TLinkPrediction g = predict(tables_, rows_);
    if (g.margin >= least_pair) say(g, from, to, at);
  }

  /// The verbs that people marked, in the one order that all answers on them agree with best.
  void starts() {
    const std::vector<std::uint32_t> rank = order_of_starts(static_cast<std::uint32_t>(events_.size()), answers_);
    for (const Asked& pair : asked_) {
      bounds_ = pair.bounds;
      add(pair.from, pair.to,
          rank[pair.from.index] < rank[pair.to.index] ? TemporalRelation::starts_before
                                                      : TemporalRelation::starts_after,
          "model-order", pair.lead, pair.at);
    }
  }

  void say(const TLinkPrediction& g, Entity from, Entity to, Span at) {
    switch (g.label) {
      case TLinkLabel::before: add(from, to, TemporalRelation::before, "model-order", g.margin, at); break;
      case TLinkLabel::after: add(from, to, TemporalRelation::after, "model-order", g.margin, at); break;
      case TLinkLabel::is_included: add(from, to, TemporalRelation::inside, "model-order", g.margin, at); break;
      case TLinkLabel::includes: add(to, from, TemporalRelation::inside, "model-order", g.margin, at); break;
      case TLinkLabel::simultaneous: add(from, to, TemporalRelation::overlaps, "model-order", g.margin, at); break;
      case TLinkLabel::none: break;
    }
  }

  void times() {
    for (std::uint32_t t = 0; t < analysis_.timexes.size(); ++t) {
      const TimeValue& value = analysis_.timexes[t].value;
      if (value.type == TimexType::duration || value.type == TimexType::set || value.frame == Frame::none) continue;
      const std::uint32_t sentence = features_.sentence_of_time(t);
      auto i = std::lower_bound(heads_.begin(), heads_.end(), sentence,
                                [&](std::uint32_t head, std::uint32_t s) { return features_.sentence_of(head) < s; });
      for (std::size_t n = 0; i != heads_.end() && features_.sentence_of(*i) == sentence && n < 2 * most_neighbours;
           ++i, ++n)
        time(*i, t);
    }
  }

  void time(std::uint32_t site, std::uint32_t t) {
    bounds_ = fact(site);
    if (detected_ && (!bounds_ || features_.dated(site))) return;
    if (dated_.count({sites_[site].event, t}) != 0) return;
    features_.time(detected_ ? TLinkTask::salient_timex : TLinkTask::event_timex, site, t, rows_);
    const TLinkPrediction g = predict(tables_, rows_);
    if (g.margin < (detected_ ? salient_timex : least_time)) return;
    if (detected_) bounds_ = g.margin >= time_bounds;
    const Entity from = entity(site), to{Entity::Kind::timex, t};
    const Span at = words(events_[sites_[site].event].span, analysis_.timexes[t].span);
    switch (g.label) {
      case TLinkLabel::before: add(from, to, TemporalRelation::before, "model-time", g.margin, at); break;
      case TLinkLabel::after: add(from, to, TemporalRelation::after, "model-time", g.margin, at); break;
      case TLinkLabel::is_included:
      case TLinkLabel::simultaneous: add(from, to, TemporalRelation::inside, "model-time", g.margin, at); break;
      case TLinkLabel::includes: add(from, to, TemporalRelation::overlaps, "model-time", g.margin, at); break;
      case TLinkLabel::none: break;
    }
  }

  /// Two marked verbs whose order of starts is to be told, and how sure the model is of it.
  struct Asked {
    Entity from, to;
    std::int32_t lead = 0;
    Span at;
    bool bounds = true;
  };

  const Analysis& analysis_;
  const std::vector<Event>& events_;
  const std::vector<EventSite>& sites_;
  TLinkTables tables_;
  bool detected_;
  bool bounds_ = true;  ///< of the links that are being made
  std::vector<TLink>& links_;
  TLinkFeatures features_;
  std::vector<std::uint32_t> heads_;                         ///< sites that are events' own, by place
  std::set<std::pair<std::uint32_t, std::uint32_t>> tied_;   ///< events that rules have tied, of those that Annal found
  std::set<std::pair<std::uint32_t, std::uint32_t>> dated_;  ///< events and time expressions likewise
  std::map<std::uint32_t, std::vector<std::size_t>>
      tense_;  ///< by event: the links that its tense makes to the day of writing
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::size_t>>
      report_;                        ///< by events: those of tense and of reporting
  std::vector<StartAnswer> answers_;  ///< on the events that people marked
  std::vector<Asked> asked_;          ///< those of them that are sure enough to be told
  std::vector<std::uint32_t> rows_;
};

}  // namespace

void append_model_tlinks(const Analysis& analysis, const Reading& reading, const TieIndex& ties,
                         const std::vector<Event>& events, const std::vector<EventSite>& sites,
                         const TLinkTables& tables, EventSource source, std::vector<TLink>& links) {
  ModelTLinks(analysis, reading, ties, events, sites, tables, source, links).run();
}

}  // namespace annal
