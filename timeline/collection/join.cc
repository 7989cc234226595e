// See join.h.
#include "timeline/collection/join.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <string_view>
#include <utility>

#include "core/text/sentence.h"
#include "timeline/collection/day_tellings.h"
#include "timeline/collection/numbering.h"
#include "timeline/network/evidence_text.h"
#include "timeline/tlink/claim.h"

namespace annal {
namespace {

constexpr std::string_view gap = "\n\n";  // between two texts

class Joiner {
 public:
  Joiner(Timeline& part, Timeline& joined)
      : part_(part),
        joined_(joined),
        offset_(static_cast<std::uint32_t>(joined.document.text.size())),
        events_(part.events.size(), joined.events.size()),
        timexes_(part.timexes.size(), joined.timexes.size()) {}

  void run() {
    choose();
    name_warnings();
    events_.count();
    timexes_.count();
    add_sources();
    add_evidence();
    add_relations();
    add_timexes();
    add_events();
    for (Warning& warning : part_.warnings)
      joined_.warnings.push_back({moved(warning.span), std::move(warning.message)});
    add_text();
  }

 private:
  void choose() {
    const bool is_chosen_already = !part_.sources.empty();
    for (std::size_t e = 0; e < part_.events.size(); ++e) {
      const Event& event = part_.events[e];
      if (event.visibility == Visibility::hidden) continue;
      if (is_chosen_already || event.shown || event.salience >= salience_threshold || !event.timexes.empty())
        events_.keep(e);
    }
    for (const Conflict& conflict : part_.conflicts)
      for (const std::uint32_t piece : conflict.cycle) {
        part_.evidence[piece].set_aside = false;  // decided again, among all
        keep(part_.evidence[piece].from);
        keep(part_.evidence[piece].to);
      }
    for (std::size_t e = 0; e < part_.events.size(); ++e)
      if (events_.keeps(e))
        for (const std::uint32_t timex : part_.events[e].timexes) timexes_.keep(timex);
    for (std::size_t t = 0; t < part_.timexes.size(); ++t)
      if (names_a_day(part_.timexes[t].value)) timexes_.keep(t);
  }

  void keep(const Point& point) {
    if (point.kind == Point::Kind::event) events_.keep(point.index);
    if (point.kind == Point::Kind::timex) timexes_.keep(point.index);
  }

  Span moved(Span span) const { return span.size() == 0 ? Span{} : Span{span.begin + offset_, span.end + offset_}; }

  /// Says of which document a warning is that has no place in the text. Those of several documents say it already.
  void name_warnings() {
    if (!part_.sources.empty()) return;
    for (Warning& warning : part_.warnings)
      if (warning.span.size() == 0) warning.message.insert(0, part_.document.id + ": ");
  }

  void add_sources() {
    if (part_.sources.empty()) {
      Document& of = part_.document;
      const Span all{0, static_cast<std::uint32_t>(of.text.size())};
      part_.sources.push_back({all, std::move(of.id), std::move(of.title), std::move(of.url), of.language,
                               std::move(of.dct), std::move(of.pages)});
    }
    for (SourceDocument& source : part_.sources) {
      source.span = {source.span.begin + offset_, source.span.end + offset_};
      for (std::uint32_t& page : source.pages) page += offset_;
      joined_.sources.push_back(std::move(source));
    }
  }

  /// Replaces the ends of `evidence` by those of the joined timeline. False where one is not kept or has no place.
  bool renumber(Evidence& evidence) const {
    CivilSeconds shift = 0;
    for (Point* const point : {&evidence.from, &evidence.to}) {
      if (point->kind == Point::Kind::open_year) return false;
      if (point->kind == Point::Kind::document) {
        const Dct& dct = part_.sources.empty() ? part_.document.dct : Dct{};
        if (!dct.known()) return false;
        const CivilSeconds at = dct.at + (point->is_end ? (dct.has_time ? 1 : seconds_per_day) : 0);
        shift += point == &evidence.to ? -at : at;
        *point = Point{};
        continue;
      }
      const Numbering* numbers = point->kind == Point::Kind::event   ? &events_
                                 : point->kind == Point::Kind::timex ? &timexes_
                                                                     : nullptr;
      if (numbers == nullptr) continue;
      if (!numbers->keeps(point->index)) return false;
      point->index = numbers->of(point->index);
    }
    if (evidence.from == evidence.to) return false;
    // to - document is to - origin - at
    if (evidence.low != unbounded_past) evidence.low += shift;
    if (evidence.high != unbounded_future) evidence.high += shift;
    return true;
  }

  void add_evidence() {
    std::vector<char> dated(joined_.events.size() + part_.events.size(), 0);
    for (Evidence& evidence : part_.evidence) {
      if (evidence.set_aside || evidence.rule == rule_day_of_writing || !renumber(evidence)) continue;
      const Point &a = evidence.from, &b = evidence.to;
      if (a.kind == Point::Kind::event && b.kind != Point::Kind::event) dated[a.index] = 1;
      if (b.kind == Point::Kind::event && a.kind == Point::Kind::timex) dated[b.index] = 1;
      evidence.words = moved(evidence.words);
      joined_.evidence.push_back(std::move(evidence));
    }
    for (std::size_t e = 0; e < part_.events.size(); ++e)
      if (events_.keeps(e) && !dated[events_.of(e)]) add_bounds(part_.events[e], events_.of(e));
  }

  /// What the network of the document found of an event.
  void add_bounds(const Event& event, std::uint32_t number) {
    Evidence found;
    found.kind = event.when.guess ? EvidenceKind::model : EvidenceKind::stated;
    found.rule = rule_document_bounds;
    found.words = moved(event.timexes.empty() ? event.clause : part_.timexes[event.timexes.front()].span);
    found.trust = event.when.guess ? 0.5 : 0.8;
    for (const bool is_end : {false, true}) {
      const Bounds& bounds = is_end ? event.end : event.start;
      found.to = {Point::Kind::event, number, is_end};
      if (bounds.frame != Frame::calendar) continue;
      // The last second of an interval that ends at its end.
      found.low = bounds.earliest == unbounded_past ? unbounded_past : bounds.earliest + (is_end ? 1 : 0);
      found.high = bounds.latest == unbounded_future ? unbounded_future : bounds.latest - (is_end ? 0 : 1);
      if (found.low != unbounded_past || found.high != unbounded_future) joined_.evidence.push_back(found);
    }
  }

  bool renumber(Entity& entity) const {
    if (entity.kind == Entity::Kind::document) return false;
    const Numbering& numbers = entity.kind == Entity::Kind::event ? events_ : timexes_;
    if (!numbers.keeps(entity.index)) return false;
    entity.index = numbers.of(entity.index);
    return true;
  }

  void add_relations() {
    for (Relation& relation : part_.relations) {
      if (!is_claim(relation) || !renumber(relation.from) || !renumber(relation.to)) continue;
      relation.evidence = moved(relation.evidence);
      joined_.relations.push_back(std::move(relation));
    }
  }

  std::int32_t kept_timex(std::int32_t timex) const {
    return timex >= 0 && timexes_.keeps(static_cast<std::size_t>(timex))
               ? static_cast<std::int32_t>(timexes_.of(static_cast<std::size_t>(timex)))
               : -1;
  }

  void add_timexes() {
    for (std::size_t t = 0; t < part_.timexes.size(); ++t) {
      if (!timexes_.keeps(t)) continue;
      Timex timex = part_.timexes[t];
      timex.span = moved(timex.span);
      timex.sentence += static_cast<std::uint32_t>(joined_.sentences.size());
      timex.partner = kept_timex(timex.partner);
      timex.anchor = kept_timex(timex.anchor);
      joined_.timexes.push_back(timex);
      joined_.readings.push_back(std::move(part_.readings[t]));
      joined_.trees.push_back(std::move(part_.trees[t]));
    }
  }

  void add_events() {
    for (std::size_t e = 0; e < part_.events.size(); ++e) {
      if (!events_.keeps(e)) continue;
      Event& event = part_.events[e];
      event.span = moved(event.span);
      event.clause = moved(event.clause);
      event.sentence += static_cast<std::uint32_t>(joined_.sentences.size());
      for (EventArgument& argument : event.arguments) argument.span = moved(argument.span);
      for (Span& mention : event.mentions) mention = moved(mention);
      for (std::uint32_t& timex : event.timexes) timex = timexes_.of(timex);
      event.precedes.clear();
      joined_.events.push_back(std::move(event));
    }
  }

  void add_text() {
    const auto blocks = static_cast<std::uint32_t>(joined_.document.blocks.size());
    for (Block block : part_.document.blocks) {
      block.span = moved(block.span);
      joined_.document.blocks.push_back(block);
    }
    for (Sentence sentence : part_.sentences) {
      sentence.first = sentence.last = 0;
      if (sentence.block != no_block) sentence.block += blocks;
      sentence.span = moved(sentence.span);
      joined_.sentences.push_back(sentence);
    }
    joined_.document.text += part_.document.text;
    joined_.document.text += gap;
  }

  Timeline& part_;
  Timeline& joined_;
  std::uint32_t offset_;
  Numbering events_, timexes_;
};

}  // namespace

bool append_document(Timeline part, Timeline& joined) {
  constexpr std::size_t largest = std::numeric_limits<std::uint32_t>::max();
  if (joined.document.text.size() + part.document.text.size() + gap.size() > largest) return false;
  Joiner(part, joined).run();
  return true;
}

}  // namespace annal
