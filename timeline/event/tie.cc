#include "timeline/event/tie.h"

#include <algorithm>
#include <utility>

#include "timeline/event/contrast.h"
#include "timeline/event/scope_tie.h"
#include "timeline/event/time_marker.h"

namespace annal {
namespace {

using syntax::Deprel;

bool opens_noun(Deprel d) {
  return d == Deprel::amod || d == Deprel::det || d == Deprel::nummod || d == Deprel::compound;
}

// The times of one sentence, each by the word of the tree that governs it.
class TimeTier {
 public:
  TimeTier(const Analysis& analysis, const Reading& reading, const TimeMarkers& markers, std::uint32_t sentence)
      : analysis_(analysis),
        reading_(reading),
        markers_(markers),
        sentence_(sentence),
        view_(reading.trees[sentence]) {}

  /// `aside` gets the times that are set aside.
  void run(std::vector<TimeTie>& out, std::vector<std::uint32_t>& aside) {
    for (std::uint32_t w = 0; w < view_.size(); ++w) {
      if (view_[w].time < 0 || reading_.words[view_[w].first].timex < 0) continue;
      const auto timex = static_cast<std::uint32_t>(view_[w].time);
      if (is_set_aside(view_, reading_.words, w) || is_compared(w) || is_open_choice(w) ||
          names_law(view_, reading_.words, leader(w)))
        aside.push_back(timex);
      else if (has_anchor(analysis_, timex))
        tie(w, out);
    }
  }

 private:
  const Word& word(std::uint32_t w) const { return reading_.words[view_[w].first]; }
  std::int32_t noun_token(std::uint32_t w) const {
    const std::uint32_t token = view_[w].last - 1;
    const bool event = names_event(view_, reading_, w) || event_guess(analysis_, reading_.words, token).label != 0;
    return event ? static_cast<std::int32_t>(token) : -1;
  }

  std::int32_t preposition_of(std::uint32_t w) const {
    for (const std::uint32_t k : view_.dependents(w))
      if (k < w && (view_[k].deprel == Deprel::case_ || view_[k].deprel == Deprel::mark))
        return static_cast<std::int32_t>(k);
    return -1;
  }

  bool is_length(std::uint32_t time) const {
    return analysis_.timexes[static_cast<std::size_t>(view_[time].time)].value.type == TimexType::duration;
  }

  // The time that word `w` goes on: "14" of "10 and 14", "Monday" of "8 p.m. on Monday"; itself where it goes on none,
  // as a date goes on no length ("the minutes of 12 October").
  std::uint32_t leader(std::uint32_t w) const {
    for (std::int32_t up = view_[w].head; up >= 0 && view_[static_cast<std::uint32_t>(up)].time >= 0;
         up = view_[w].head) {
      if (is_length(static_cast<std::uint32_t>(up)) && !is_length(w)) break;
      w = static_cast<std::uint32_t>(up);
    }
    return w;
  }

  // "compared with 2014", "higher than in 2014", "compared with the result of 2014": whether something is set against
  // the time, or against a noun that it tells of.
  bool is_compared(std::uint32_t w) const {
    const std::uint32_t time = leader(w);
    const TieKind kind = markers_.before(analysis_, view_, time, analysis_.sentences[sentence_].first).kind;
    if (kind == TieKind::compared || kind == TieKind::than) return true;
    return is_of_compared(view_[time].head) || is_of_compared(preposition_of(time) - 1);
  }

  // Whether something is set against noun `w` or one above it: "up from 130 million in 2018".
  bool is_of_compared(std::int32_t w) const {
    for (; w >= 0 && !view_.is_clause(static_cast<std::uint32_t>(w)); w = view_[static_cast<std::uint32_t>(w)].head) {
      std::uint32_t first = static_cast<std::uint32_t>(w);
      for (const std::uint32_t k : view_.dependents(first))
        if (opens_noun(view_[k].deprel)) first = std::min(first, k);
      if (markers_.before(analysis_, view_, first, analysis_.sentences[sentence_].first).kind == TieKind::compared)
        return true;
    }
    return false;
  }

  // The words before the time; of the second of two, "between 10 and 14 May", those before the first.
  TimeTie how(std::uint32_t w) const {
    TimeTie tie;
    tie.timex = static_cast<std::uint32_t>(view_[w].time);
    const std::uint32_t first = leader(w);
    const bool conjunct = first != w && view_[w].deprel == Deprel::conj && preposition_of(w) < 0;
    const std::uint32_t before = conjunct ? first : w;
    const TimeMarker marker = markers_.before(analysis_, view_, before, analysis_.sentences[sentence_].first);
    tie.kind = marker.kind;
    tie.preposition = marker.token;
    if (const std::int32_t k = preposition_of(before); k >= 0 && marker.token < 0) {
      tie.kind = TieKind::in;
      tie.preposition = static_cast<std::int32_t>(view_[static_cast<std::uint32_t>(k)].first);
    }
    if (conjunct && tie.kind == TieKind::range_from) tie.kind = TieKind::range_to;
    // "from 1914 to 1918": both ends together, whatever each of the words says alone.
    const Timex& time = analysis_.timexes[tie.timex];
    if (time.range != RangeRole::none && time.partner >= 0) {
      tie.spans = markers_.opens_span(analysis_, view_, time.range == RangeRole::from ? view_[w].time : time.partner,
                                      analysis_.sentences[sentence_].first);
      tie.kind = time.range == RangeRole::from ? TieKind::range_from : TieKind::range_to;
    }
    const std::int32_t other = alternative_time(view_, reading_.words, w);
    if (other >= 0 && (tie.kind == TieKind::bare || tie.kind == TieKind::in))
      tie.kind = static_cast<std::int32_t>(w) < other ? TieKind::range_from : TieKind::range_to;
    return tie;
  }

  // "on Monday or Tuesday": whether nothing can be said of two such times, since they are no ends of one stretch.
  bool is_open_choice(std::uint32_t w) const {
    const std::int32_t other = alternative_time(view_, reading_.words, w);
    if (other < 0) return false;
    const auto at = static_cast<std::uint32_t>(other);
    const TimeValue& first = analysis_.timexes[static_cast<std::size_t>(view_[std::min(w, at)].time)].value;
    const TimeValue& second = analysis_.timexes[static_cast<std::size_t>(view_[std::max(w, at)].time)].value;
    return first.frame != second.frame || first.interval.begin >= second.interval.begin;
  }

  // "The vote was on 8 May": the vote, since the clause says nothing else. True where there is such a noun.
  bool tie_subject(std::uint32_t w, TimeTie tie, std::vector<TimeTie>& out) const {
    const std::int32_t subject = view_.subject(w);
    if (subject < 0) return false;
    tie.noun = noun_token(static_cast<std::uint32_t>(subject));
    if (tie.noun < 0) return false;
    out.push_back(tie);
    return true;
  }

  // "The minutes of 12 October were approved": a time that only tells a noun from others dates the noun, if that names
  // a happening, and nothing else. True then. An oblique shares its time: "in a letter of 4 June he asked for help".
  // "In memory of the victims of 4 June" does not, and neither of the two holds from then on.
  bool tie_named(std::uint32_t w, TimeTie& tie, std::vector<TimeTie>& out) const {
    std::int32_t named = markers_.named(analysis_, view_, w, analysis_.sentences[sentence_].first);
    if (named < 0) return false;
    const bool inner = view_[static_cast<std::uint32_t>(named)].deprel == Deprel::nmod;
    tie.noun = noun_token(static_cast<std::uint32_t>(named));
    for (; view_[static_cast<std::uint32_t>(named)].head >= 0; named = view_[static_cast<std::uint32_t>(named)].head) {
      const Deprel role = view_[static_cast<std::uint32_t>(named)].deprel;
      if (role != Deprel::nmod && role != Deprel::conj && role != Deprel::appos) break;
      // "the session of the council of 12 October"
      if (tie.noun < 0)
        tie.noun = noun_token(static_cast<std::uint32_t>(view_[static_cast<std::uint32_t>(named)].head));
    }
    const auto top = static_cast<std::uint32_t>(named);
    const bool core = view_.is_subject(top) || view_[top].deprel == Deprel::obj || view_[top].deprel == Deprel::iobj;
    tie.kind = TieKind::bare;
    tie.preposition = -1;
    if (tie.noun >= 0 && (core || inner)) out.push_back(tie);
    tie.noun = -1;
    return core || inner;
  }

  void tie(std::uint32_t w, std::vector<TimeTie>& out) const {
    TimeTie tie = how(w);
    const std::uint32_t first = leader(w);
    if (tie_subject(first, tie, out) || tie_named(first, tie, out)) return;
    std::int32_t up = view_[first].head;
    if (up < 0) return tie_below(first, tie, out);
    const std::uint32_t head = past_infinitives(first, static_cast<std::uint32_t>(up));
    if (tie_scheduled(first, head, tie, out)) return;
    // "the clock, stopped since 1970": it says nothing of the verb.
    const bool modifies = view_[head].deprel == Deprel::amod || view_[head].deprel == Deprel::acl;
    if (modifies && !is_clause_of_its_own(head)) return;
    // "his 8 November win", "Tuesday's vote", "the vote in 2014": the noun.
    const bool nominal = view_[head].upos == syntax::Upos::noun || view_[head].upos == syntax::Upos::propn;
    if (nominal && !view_.is_clause(head)) {
      tie.noun = noun_token(head);
      if (tie.noun >= 0) {
        if (first < head) tie.kind = TieKind::bare, tie.preposition = -1;
        out.push_back(tie);
        // The object of a verb shares its time with it: "signed the agreement on Monday"; so does another argument
        // where the parser is not sure which of them has it: "submitted to an inspection on Monday".
        const bool shares =
            view_[head].deprel == Deprel::obj || (view_[first].confidence < sure_enough && is_plain_oblique(head));
        if (first < head || !shares) return;
        tie.noun = -1;
      } else if (first < head && (tie.preposition < 0 || marks_clause(tie.preposition)) && !opens_sentence(first)) {
        return;  // "the 2014 agreement": it tells the noun from others; "on Saturday police" is none
      }
    }
    if (tie_noun_before(w, head, tie, out)) return;
    if (is_over(first, head, tie)) return tie_noun_within(first, head, tie, out);
    tie_clause(head, tie, out);
  }

  // "won 5-4 on Tuesday to extend their run": what stands before the "to" of an infinitive belongs to the finite verb
  // above, unless a comma opens a clause there. Returns the word that the time hangs on.
  std::uint32_t past_infinitives(std::uint32_t time, std::uint32_t head) const {
    if (clause_at(head) == nullptr || clause_at(head)->opening != Opening::infinitive || time > head) return head;
    const auto& below = view_.dependents(head);
    if (std::none_of(below.begin(), below.end(),
                     [&](std::uint32_t k) { return time < k && k < head && view_[k].deprel == Deprel::mark; }))
      return head;
    std::uint32_t top = head;
    while (clause_at(top) != nullptr && !clause_at(top)->group.finite && clause_at(top)->predication.governor >= 0)
      top = static_cast<std::uint32_t>(clause_at(top)->predication.governor);
    if (clause_at(top) == nullptr || !clause_at(top)->group.finite || top > time) return head;
    for (std::uint32_t k = top; k < time; ++k)
      if (mark_of(slice(analysis_.document.text, view_[k].span)) == Mark::comma) return head;
    return top;
  }

  // The clause that word `w` heads; nullptr where it heads none.
  const Clause* clause_at(std::uint32_t w) const {
    return is_clause_of_its_own(w) ? &reading_.clauses[static_cast<std::size_t>(word(w).clause)] : nullptr;
  }

  // "before the Easter traffic begins": what stands before the time opens a clause, and says nothing of the time.
  bool marks_clause(std::int32_t token) const {
    const std::int32_t node = reading_.words[static_cast<std::size_t>(token)].node;
    return node >= 0 && view_[static_cast<std::uint32_t>(node)].deprel == Deprel::mark;
  }

  // "Later that evening police caught him": no noun has such a time of its own.
  bool opens_sentence(std::uint32_t time) const { return time == 0 && view_[time].last - view_[time].first > 1; }

  // "to an inspection"; not "since the election", which has a time of its own.
  bool is_plain_oblique(std::uint32_t w) const {
    if (view_[w].deprel != Deprel::obl || view_[w].confidence < sure_enough) return false;
    const std::int32_t k = preposition_of(w);
    return k >= 0 && !word(static_cast<std::uint32_t>(k))
                          .self.any(Is::signal_after, Is::signal_before, Is::signal_since, Is::signal_during);
  }

  // "12 May 2014: The strike began": a date that heads its line dates the clause or the happening behind it.
  void tie_below(std::uint32_t time, TimeTie tie, std::vector<TimeTie>& out) const {
    for (const std::uint32_t k : view_.dependents(time)) {
      if (k < time) continue;
      if (is_clause_of_its_own(k)) return tie_clause(k, tie, out);
      tie.noun = noun_token(k);
      if (tie.noun >= 0) return out.push_back(tie);
    }
    tie_clause(time, tie, out);
  }

  // "The trial is scheduled for June": the trial. True where what is scheduled is a happening.
  bool tie_scheduled(std::uint32_t time, std::uint32_t head, TimeTie tie, std::vector<TimeTie>& out) const {
    const std::int32_t subject = view_.subject(head);
    if (time < head || subject < 0 || word(head).clause < 0) return false;
    const Clause& clause = reading_.clauses[static_cast<std::size_t>(word(head).clause)];
    if (!clause.group.passive || !word(head).meaning.has(Is::forward)) return false;
    tie.noun = noun_token(static_cast<std::uint32_t>(subject));
    if (tie.noun < 0) return false;
    tie.kind = TieKind::bare;
    tie.preposition = -1;
    out.push_back(tie);
    return true;
  }

  // "trained for the match on 3 December": where the parser is not sure, the noun of a happening right before the time
  // has it, too; alone where it lies ahead and the verb tells of the past. True then.
  bool tie_noun_before(std::uint32_t w, std::uint32_t head, TimeTie tie, std::vector<TimeTie>& out) const {
    const std::int32_t preposition = preposition_of(w);
    if (preposition < 1) return false;
    const auto before = static_cast<std::uint32_t>(preposition) - 1;
    if (before == head) return false;
    tie.noun = noun_token(before);
    const bool ahead = lies_ahead(word(head).clause, tie.timex);
    if (tie.noun < 0 || (view_[w].confidence >= sure_enough && !ahead)) return false;
    out.push_back(tie);
    return ahead || view_.is_subject(before);
  }

  // "is seeking him over the release of files in 2010": whether the clause tells of what goes on and the time behind
  // its verb was over when the text was written.
  bool is_over(std::uint32_t time, std::uint32_t head, const TimeTie& tie) const {
    const Dct& dct = analysis_.document.dct;
    const TimeValue& value = analysis_.timexes[tie.timex].value;
    if (time < head || word(head).clause < 0 || !dct.known() || value.frame != Frame::calendar ||
        value.interval.end > floor_day(dct.at) || (tie.kind != TieKind::bare && tie.kind != TieKind::in))
      return false;
    const VerbGroup& group = reading_.clauses[static_cast<std::size_t>(word(head).clause)].group;
    return group.tense == Tense::present && group.aspect == Aspect::progressive;
  }

  // The last noun of a happening between the verb and the time.
  void tie_noun_within(std::uint32_t time, std::uint32_t head, TimeTie tie, std::vector<TimeTie>& out) const {
    for (std::uint32_t k = time; k-- > head + 1;) {
      tie.noun = noun_token(k);
      if (tie.noun >= 0) return out.push_back(tie);
    }
  }

  // Whether the clause tells of the past and the time lies behind the day of writing.
  bool lies_ahead(std::int32_t clause, std::uint32_t timex) const {
    const Dct& dct = analysis_.document.dct;
    const TimeValue& time = analysis_.timexes[timex].value;
    if (clause < 0 || !dct.known() || time.frame != Frame::calendar) return false;
    const VerbGroup& group = reading_.clauses[static_cast<std::size_t>(clause)].group;
    return group.tense == Tense::past && group.modal < 0 &&
           time.interval.begin >= dct.at + (dct.has_time ? 1 : seconds_per_day);
  }

  bool is_clause_of_its_own(std::uint32_t w) const {
    const std::int32_t c = word(w).clause;
    return c >= 0 && reading_.clauses[static_cast<std::size_t>(c)].predication.word == static_cast<std::int32_t>(w);
  }

  // "appointed Roan acting treasurer yesterday": what ends the sentence dates the verb above, too, whose object the
  // participle describes.
  void tie_governor(std::uint32_t w, const Clause& clause, TimeTie tie, std::vector<TimeTie>& out) const {
    const std::int32_t up = view_[w].head;
    if (view_[w].deprel != Deprel::xcomp || up < 0 || clause.group.tense != Tense::prespart) return;
    const Clause* const above = clause_at(static_cast<std::uint32_t>(up));
    if (above == nullptr || above->group.tense != Tense::past || above->object.empty()) return;
    // "remembered him leaving on Monday"
    if (reading_.words[above->group.main].meaning.any(Is::attitude, Is::forward, Is::reporting, Is::factive)) return;
    tie.clause = word(static_cast<std::uint32_t>(up)).clause;
    out.push_back(tie);
  }

  // The clause that word `w` heads or stands in.
  void tie_clause(std::uint32_t w, TimeTie tie, std::vector<TimeTie>& out) const {
    tie.clause = word(w).clause;
    if (tie.clause < 0) return;
    const Clause& clause = reading_.clauses[static_cast<std::size_t>(tie.clause)];
    out.push_back(tie);
    tie_governor(w, clause, tie, out);
    // "prompted them on Monday to resign": the act brought about comes with what brings it about.
    if (!reading_.words[clause.group.main].meaning.any(Is::causing, Is::bringing_about)) return;
    const Argument* const content = clause.predication.find(Role::content);
    if (content == nullptr || content->word < w) return;
    const std::int32_t act = word(content->word).clause;
    if (act == tie.clause || act < 0) return;
    tie.clause = act;
    out.push_back(tie);
  }

  const Analysis& analysis_;
  const Reading& reading_;
  const TimeMarkers& markers_;
  const std::uint32_t sentence_;
  const TreeView& view_;
};

}  // namespace

bool names_event(const TreeView& tree, const Reading& reading, std::uint32_t w) {
  const Word& noun = reading.words[tree[w].last - 1];
  if (tree[w].upos != syntax::Upos::noun) return false;
  if (noun.meaning.has(Is::noun_event) || noun.self.has(Is::noun_event)) return true;
  if (!noun.meaning.has(Is::noun_event_weak) && !noun.self.has(Is::noun_event_weak)) return false;
  // A noun that names things too wants a sign: its owner, its object, a signal, a time, if only beside it.
  for (std::uint32_t k = w + 1; k < tree.size() && k < w + 3; ++k) {
    if (tree[k].time >= 0) return true;
    if (tree[k].upos != syntax::Upos::adp) break;
  }
  for (const std::uint32_t k : tree.dependents(w)) {
    const ClassSet& classes = reading.words[tree[k].first].self;
    if (tree[k].time >= 0 || tree[k].deprel == Deprel::nmod_poss) return true;
    if (tree[k].deprel == Deprel::case_ &&
        classes.any(Is::signal_after, Is::signal_before, Is::signal_since, Is::signal_during))
      return true;
    if (tree[k].deprel != Deprel::nmod) continue;
    for (const std::uint32_t d : tree.dependents(k))
      if (tree[d].deprel == Deprel::case_ && reading.words[tree[d].first].self.any(Is::genitive_mark, Is::agent_mark))
        return true;
  }
  return false;
}

bool has_anchor(const Analysis& analysis, std::uint32_t timex) {
  const auto* at = &analysis.timexes[timex];
  while (at->value.anchor_kind == AnchorKind::reference && at->anchor >= 0 &&
         static_cast<std::uint32_t>(at->anchor) < timex) {
    timex = static_cast<std::uint32_t>(at->anchor);
    at = &analysis.timexes[timex];
  }
  if (at->value.anchor_kind != AnchorKind::document || analysis.document.dct.source == DctSource::dateline) return true;
  const ExpressionPool& pool = analysis.expressions;
  if (at->expression >= pool.size()) return true;  // annotated by people
  const auto* const part = node_as<op::At>(pool, at->expression);
  return !is_any<op::Reference, op::ReferenceShift, op::ReferenceDay>(
      pool[part == nullptr ? at->expression : part->date]);
}

TieIndex tie_times(const Analysis& analysis, const Reading& reading, const Language& language) {
  std::vector<TimeTie> ties;
  std::vector<std::uint32_t> aside;
  ties.reserve(analysis.timexes.size());
  const TimeMarkers markers(language);
  for (std::uint32_t s = 0; s < analysis.trees.size(); ++s) TimeTier(analysis, reading, markers, s).run(ties, aside);
  append_scope_ties(analysis, reading, language, ties);
  std::ranges::sort(aside);
  return TieIndex(ties, std::move(aside));
}

}  // namespace annal
