#include "timeline/timeml/annotated.h"

#include <algorithm>
#include <map>

#include "core/normalize/scope.h"
#include "core/pipeline.h"
#include "core/text/sentence.h"
#include "core/trees.h"
#include "timeline/assemble.h"
#include "timeline/event/event.h"
#include "timeline/event/head_lemma.h"
#include "timeline/lanes.h"
#include "timeline/network/reduce.h"
#include "timeline/selection.h"
#include "timeline/tlink/asserted.h"

namespace annal {
namespace {

/// A link stands above what the text alone suggests, and above the calendar's check on it.
constexpr double trust_link = 0.95, trust_calendar = 0.9;

Span span_of(Entity entity, const Annotation& annotation) {
  switch (entity.kind) {
    case Entity::Kind::event: return annotation.events[entity.index].span;
    case Entity::Kind::timex: return annotation.times[entity.index].span;
    case Entity::Kind::document: break;
  }
  return {};
}

/// The words that a link is told by: from the one to the other where they stand close, else those of the later one.
Span words_of(const AnnotatedLink& link, const Annotation& annotation) {
  constexpr std::uint32_t close = 80;
  const Span a = span_of(link.from, annotation), b = span_of(link.to, annotation);
  if (a.size() == 0 || b.size() == 0) return a.size() == 0 ? b : a;
  const Span hull{std::min(a.begin, b.begin), std::max(a.end, b.end)};
  return hull.size() <= close ? hull : (a.begin < b.begin ? b : a);
}

/// What the text's own reading says of each annotated event: lemma, title, clause, names, weight and status.
void describe(const Analysis& analysis, const Reading& reading, const Language& language,
              const std::vector<Event>& found, std::vector<Event>& events) {
  for (Event& event : events) {
    event.sentence = static_cast<std::uint32_t>(sentence_at(analysis.sentences, event.span.begin));
    const auto token = std::lower_bound(analysis.tokens.begin(), analysis.tokens.end(), event.span.begin,
                                        [](const Token& t, std::uint32_t at) { return t.begin < at; });
    if (token != analysis.tokens.end())
      event.lemma = head_lemma(analysis, reading, language, event.sentence,
                               static_cast<std::uint32_t>(token - analysis.tokens.begin()));
    const auto same = std::lower_bound(found.begin(), found.end(), event.span.begin,
                                       [](const Event& e, std::uint32_t at) { return e.span.begin < at; });
    event.title = std::string(slice(analysis.document.text, event.span));
    event.salience = salience_threshold;
    if (same == found.end() || same->span.begin >= event.span.end) {
      if (event.polarity == Polarity::neg)
        event.status = Status::denied;
      else if (event.tense == Tense::future)
        event.status = Status::expected;
      continue;
    }
    event.title = same->title;
    event.clause = same->clause;
    event.arguments = same->arguments;
    event.groups = same->groups;
    event.status = same->status;
    event.source = same->source;
    event.salience = std::max(same->salience, salience_threshold);
  }
}

/// The time expressions as annotated, with the tree of the one found on the same words, for its reading.
std::vector<Timex> times_of(const Analysis& analysis, std::vector<Timex> times) {
  for (Timex& timex : times) {
    const auto same = std::lower_bound(analysis.timexes.begin(), analysis.timexes.end(), timex.span.begin,
                                       [](const Timex& t, std::uint32_t at) { return t.span.begin < at; });
    if (same == analysis.timexes.end() || !(same->span == timex.span)) {
      timex.expression = static_cast<ExpressionIndex>(analysis.expressions.size());
      continue;
    }
    timex.expression = same->expression;
    timex.rule = same->rule;
    timex.value.length = same->value.length;
    if (!(same->value.value == timex.value.value)) continue;
    // The same value: the reading knows what a modifier leaves of it, and what it was counted from.
    timex.value = same->value;
  }
  return times;
}

std::vector<Evidence> claimed(const Analysis& analysis, const Annotation& annotation,
                              std::vector<std::uint32_t>& first) {
  std::vector<Evidence> evidence;
  append_calendar(analysis, std::vector<bool>(analysis.timexes.size(), false), evidence);
  for (Evidence& e : evidence) e.trust = trust_calendar;
  for (const AnnotatedLink& link : annotation.links) {
    first.push_back(static_cast<std::uint32_t>(evidence.size()));
    append_evidence(link, annotation, evidence);
  }
  first.push_back(static_cast<std::uint32_t>(evidence.size()));
  return evidence;
}

/// An event lies in those times that a link puts it in.
void date_events(const std::vector<Relation>& relations, std::vector<Event>& events) {
  for (const Relation& r : relations) {
    const bool forward = r.from.kind == Entity::Kind::event && r.to.kind == Entity::Kind::timex;
    const bool backward = r.from.kind == Entity::Kind::timex && r.to.kind == Entity::Kind::event;
    const bool same =
        r.type == RelationType::simultaneous || r.type == RelationType::during || r.type == RelationType::identity;
    if (forward && (same || r.type == RelationType::is_included)) events[r.from.index].timexes.push_back(r.to.index);
    if (backward && (same || r.type == RelationType::includes)) events[r.to.index].timexes.push_back(r.from.index);
  }
}

}  // namespace

void append_evidence(const AnnotatedLink& link, const Annotation& annotation, std::vector<Evidence>& out) {
  append_bounds({link.from, link.to, link.type, false, "tlink " + link.id, trust_link, words_of(link, annotation)},
                out);
}

Timeline build_timeline(Annotation annotation, const Language& language) {
  return build_timeline(std::move(annotation), language, tlink_tables());
}

Timeline build_timeline(Annotation annotation, const Language& language, const TLinkTables& models) {
  Analysis analysis = analyse(annotation.document, language);
  read_trees(analysis, language);
  const EventLexicon& lexicon = EventLexicon::of(language);
  // Titles and weights are Annal's own reading, with its own time expressions; then those annotated replace them.
  {
    const Reading reading = read_clauses(analysis, lexicon);
    describe(analysis, reading, language,
             find_events(analysis, reading, tie_times(analysis, reading, language), lexicon).events, annotation.events);
  }
  analysis.timexes = times_of(analysis, std::move(annotation.times));
  annotation.times = analysis.timexes;
  renumber_scopes(analysis);
  analysis.trees.clear();  // a time expression is one word of a tree
  read_trees(analysis, language);
  if (annotation.links.empty()) {
    Reading reading = read_clauses(analysis, lexicon);
    const TieIndex ties = tie_times(analysis, reading, language);
    return assemble(std::move(analysis), std::move(reading), ties, std::move(annotation.events), models,
                    EventSource::annotated);
  }

  std::vector<std::uint32_t> first;
  std::vector<Evidence> evidence = claimed(analysis, annotation, first);
  Timeline timeline;
  timeline.events = std::move(annotation.events);
  annotation.events = timeline.events;
  timeline.evidence = std::move(evidence);
  order_events(analysis.timexes.size(), analysis.document.dct, timeline);
  std::vector<Relation> relations;
  for (std::size_t l = 0; l < annotation.links.size(); ++l) {
    const AnnotatedLink& link = annotation.links[l];
    const auto begin = timeline.evidence.begin() + first[l], end = timeline.evidence.begin() + first[l + 1];
    if (std::any_of(begin, end, [](const Evidence& e) { return e.set_aside; })) continue;
    relations.push_back(
        {link.from, link.to, link.type, false, "tlink " + link.id, trust_link, words_of(link, annotation)});
  }
  date_events(relations, timeline.events);
  for (Event& event : timeline.events) say_when(event, analysis.timexes, TieKind::bare, analysis.document.dct);
  timeline.relations = reduce(std::move(relations));
  take_text(std::move(analysis), timeline);
  round_shares(timeline);
  select_events(timeline);
  choose_lanes(timeline);
  return timeline;
}

}  // namespace annal
