#include "timeline/event/tie.h"

#include <algorithm>

namespace annal {
namespace {

bool signal(const Word& w) {
  return w.self.any(Is::signal_after, Is::signal_before, Is::signal_since, Is::signal_during);
}

class TimeTier {
 public:
  TimeTier(const Analysis& analysis, const Reading& reading)
      : analysis_(analysis), reading_(reading), words_(reading.words) {}

  void tie(std::uint32_t timex, std::vector<TimeTie>& out) {
    const Timex& t = analysis_.timexes[timex];
    if (t.sentence >= analysis_.sentences.size()) return;
    const Sentence& sentence = analysis_.sentences[t.sentence];
    std::uint32_t first = sentence.first;
    while (first < sentence.last && words_[first].timex != static_cast<std::int32_t>(timex)) ++first;
    if (first == sentence.last) return;
    std::uint32_t last = first;
    while (last < sentence.last && words_[last].timex == static_cast<std::int32_t>(timex)) ++last;

    TimeTie tie;
    tie.timex = timex;
    std::uint32_t before = first;  // past a preposition and what stands with it
    if (before > sentence.first && words_[before - 1].tag == Tag::preposition) {
      --before;
      tie.preposition = static_cast<std::int32_t>(before);
      const Word& w = words_[before];
      tie.kind = w.self.has(Is::time_tie) ? static_cast<TieKind>(w.value) : TieKind::in;
    }
    // "between 10 and 14 May": the second of two.
    if (before == first && before > sentence.first + 1 && words_[before - 1].tag == Tag::conjunction &&
        words_[before - 2].timex >= 0) {
      std::uint32_t k = before - 2;
      while (k > sentence.first && words_[k - 1].timex == words_[before - 2].timex) --k;
      if (k > sentence.first && words_[k - 1].self.has(Is::time_tie) &&
          words_[k - 1].value == static_cast<std::uint8_t>(TieKind::range_from)) {
        tie.kind = TieKind::range_to;
        before = k - 1;
      }
    }
    const bool modifies = tie.preposition < 0 || words_[before].self.has(Is::time_tie);

    // "his 8 November win", "Tuesday's vote": the noun after it.
    if (modifies) {
      std::uint32_t k = last;
      if (k + 1 < sentence.last && words_[k].tag == Tag::mark && joins(analysis_, words_, k) &&
          words_[k + 1].tag == Tag::possessive)
        k += 2;
      const bool inside = k > last ||
                          (first > sentence.first &&
                           (words_[first - 1].tag == Tag::possessive || words_[first - 1].tag == Tag::determiner ||
                            words_[first - 1].tag == Tag::adjective)) ||
                          begins_with_determiner(first, last);
      if (inside && !(k == last && begins_phrase(k, sentence.last))) {
        const Phrase phrase = phrase_after(analysis_, words_, k, sentence.last);
        if (!phrase.empty() && phrase.first == k) {
          if (names_event(analysis_, reading_, phrase.head) ||
              (words_[phrase.head].tag == Tag::noun && words_[phrase.head].meaning.has(Is::noun_event_weak))) {
            tie.noun = static_cast<std::int32_t>(phrase.head);
            if (k > last || tie.preposition < 0) tie.kind = TieKind::bare, tie.preposition = -1;
            out.push_back(tie);
          }
          // A time inside a noun phrase dates the noun, happening or not.
          return;
        }
      }
    }

    const std::int32_t clause = clause_of(t.sentence, first);
    // "the vote in 2014", "annexation of the islands in 2014": the noun it follows.
    const std::int32_t noun = noun_before(before, sentence.first, clause, past_before(clause, t.value));
    if (noun >= 0) {
      TimeTie to_noun = tie;
      to_noun.noun = noun;
      out.push_back(to_noun);
      if (noun_alone_) return;
    }
    if (clause >= 0) {
      // "the vote was on 8 May": the verb says nothing of its own.
      const Clause& stated = reading_.clauses[static_cast<std::size_t>(clause)];
      if (stated.group.copula && stated.group.predicate < 0 && !stated.subject.empty() &&
          names_event(analysis_, reading_, stated.subject.head)) {
        tie.noun = static_cast<std::int32_t>(stated.subject.head);
        out.push_back(tie);
        return;
      }
      tie.clause = clause;
      out.push_back(tie);
      // "prompted them on Monday to resign": the act brought about comes with what brings it about.
      const auto next = static_cast<std::size_t>(clause) + 1;
      if (next < reading_.clauses.size() && reading_.clauses[next].parent == clause &&
          reading_.clauses[next].opening == Opening::infinitive && reading_.clauses[next].group.first >= last &&
          words_[reading_.clauses[static_cast<std::size_t>(clause)].group.main].meaning.any(Is::causing,
                                                                                            Is::bringing_about)) {
        tie.clause = static_cast<std::int32_t>(next);
        out.push_back(tie);
      }
    }
  }

 private:
  bool begins_with_determiner(std::uint32_t first, std::uint32_t last) const {
    return last - first > 1 && words_[first].self.has(Is::definite);
  }

  // "In the spring the council met", "... she met them", "... Anna met them": a phrase of its own.
  bool begins_phrase(std::uint32_t at, std::uint32_t end) const {
    if (at >= end) return false;
    const Tag tag = words_[at].tag;
    if (tag == Tag::determiner || tag == Tag::pronoun || tag == Tag::possessive) return true;
    if (tag != Tag::name) return false;
    const Phrase phrase = phrase_after(analysis_, words_, at, end);
    return !phrase.empty() && words_[phrase.head].tag == Tag::name;
  }

  // The clause that token `at` stands in: the last one that has begun, unless the words open the sentence.
  std::int32_t clause_of(std::uint32_t sentence, std::uint32_t at) const {
    const std::uint32_t first = reading_.sentence_clause[sentence], last = reading_.sentence_clause[sentence + 1];
    std::int32_t found = -1;
    for (std::uint32_t c = first; c < last; ++c) {
      const Clause& clause = reading_.clauses[c];
      if (clause.group.main < at) found = static_cast<std::int32_t>(c);
      if (clause.first <= at && at < clause.last) return static_cast<std::int32_t>(c);
    }
    // Between the clauses: after a comma that closes a relative clause the time belongs to what follows.
    std::int32_t next = -1;
    for (std::uint32_t c = first; c < last; ++c) {
      if (reading_.clauses[c].group.main > at && reading_.clauses[c].group.finite) {
        next = static_cast<std::int32_t>(c);
        break;
      }
    }
    if (found < 0) return next;
    if (next >= 0) {
      const Clause& gap = reading_.clauses[static_cast<std::size_t>(next)];
      const std::uint32_t subject_end = gap.own_subject ? gap.subject.last : gap.group.first;
      if (gap.own_subject && subject_end <= at) return next;
    }
    return found;
  }

  // Whether the verb of `clause` tells of the past and the time lies behind the day of writing, and so is not the
  // verb's: "trained for the match on 3 December".
  bool past_before(std::int32_t clause, const TimeValue& time) const {
    const Dct& dct = analysis_.document.dct;
    if (clause < 0 || !dct.known() || time.frame != Frame::calendar) return false;
    const VerbGroup& group = reading_.clauses[static_cast<std::size_t>(clause)].group;
    return group.tense == Tense::past && group.modal < 0 &&
           time.interval.begin >= dct.at + (dct.has_time ? 1 : seconds_per_day);
  }

  // The noun of a happening that ends right before token `end`, with what hangs on it between; sets noun_alone_ where
  // the time dates it and not the verb, as where `not_verb` says so.
  std::int32_t noun_before(std::uint32_t end, std::uint32_t floor, std::int32_t clause, bool not_verb) {
    noun_alone_ = false;
    std::uint32_t at = end;
    for (int hops = 0; hops < 4; ++hops) {
      const Phrase phrase = phrase_before(analysis_, words_, at, floor);
      if (phrase.empty() || phrase.last != at) return -1;
      const std::uint32_t link = phrase.first;
      const bool verbal = link > floor && (is_verb(words_[link - 1].tag) || words_[link - 1].tag == Tag::particle);
      if (words_[phrase.head].tag == Tag::noun && names_event(analysis_, reading_, phrase.head)) {
        // The object of the verb shares the time with it; a subject has its own.
        if (clause >= 0) {
          const Clause& c = reading_.clauses[static_cast<std::size_t>(clause)];
          noun_alone_ = phrase.head < c.group.first || !verbal;
          const bool prepositional = link > floor && words_[link - 1].tag == Tag::preposition;
          if (prepositional && phrase.head >= c.group.first) {
            const Word& w = words_[link - 1];
            bool owned = false;
            for (std::uint32_t i = phrase.first; i < phrase.head; ++i)
              owned = owned || words_[i].tag == Tag::possessive;
            noun_alone_ = not_verb || signal(w) || owned || hops > 0;
            if (!noun_alone_) return -1;
          }
          if (phrase.head < c.group.first && hops == 0 && link == c.subject.first && end != c.group.first)
            noun_alone_ = true;
        } else {
          noun_alone_ = true;
        }
        return static_cast<std::int32_t>(phrase.head);
      }
      if (link <= floor || words_[link - 1].tag != Tag::preposition) return -1;
      at = link - 1;
    }
    return -1;
  }

  const Analysis& analysis_;
  const Reading& reading_;
  const std::vector<Word>& words_;
  bool noun_alone_ = false;
};

}  // namespace

TieIndex::TieIndex(const std::vector<TimeTie>& ties) {
  for (const TimeTie& tie : ties) {
    if (tie.clause >= 0) by_clause_.push_back(tie);
    if (tie.noun >= 0) by_noun_.push_back(tie);
  }
  std::stable_sort(by_clause_.begin(), by_clause_.end(),
                   [](const TimeTie& a, const TimeTie& b) { return a.clause < b.clause; });
  std::stable_sort(by_noun_.begin(), by_noun_.end(),
                   [](const TimeTie& a, const TimeTie& b) { return a.noun < b.noun; });
}

std::span<const TimeTie> TieIndex::of(const std::vector<TimeTie>& ties, std::int32_t TimeTie::*key,
                                      std::int32_t value) {
  if (value < 0) return {};
  const auto first =
      std::lower_bound(ties.begin(), ties.end(), value, [key](const TimeTie& t, std::int32_t v) { return t.*key < v; });
  auto last = first;
  while (last != ties.end() && (*last).*key == value) ++last;
  return {ties.data() + (first - ties.begin()), static_cast<std::size_t>(last - first)};
}

bool names_event(const Analysis& analysis, const Reading& reading, std::uint32_t token) {
  const auto& words = reading.words;
  const Word& w = words[token];
  if (w.tag != Tag::noun) return false;
  const bool strong = w.meaning.has(Is::noun_event) || w.self.has(Is::noun_event);
  const bool weak = w.meaning.has(Is::noun_event_weak) || w.self.has(Is::noun_event_weak);
  if (!strong && !weak) return false;
  const std::uint32_t n = static_cast<std::uint32_t>(words.size());
  // In "peace talks" the second word is the happening, in "election campaign" too.
  std::uint32_t next = token + 1;
  if (next < n && joins(analysis, words, next) && next + 1 < n && words[next + 1].tag != Tag::possessive) return false;
  if (next < n && words[next].tag == Tag::noun) return false;
  if (strong) return true;
  // A noun that names things too wants a sign: its owner, its object, a signal, a time.
  if (next < n && words[next].tag == Tag::preposition) {
    if (words[next].self.any(Is::genitive_mark, Is::agent_mark) || signal(words[next])) return true;
    if (next + 1 < n && words[next + 1].timex >= 0) return true;
  }
  if (next < n && words[next].timex >= 0) return true;
  std::uint32_t k = token;
  while (k > 0 &&
         (words[k - 1].tag == Tag::adjective || words[k - 1].tag == Tag::noun || words[k - 1].tag == Tag::number))
    --k;
  if (k == 0) return false;
  if (words[k - 1].timex >= 0) return true;
  if (words[k - 1].tag == Tag::determiner || words[k - 1].tag == Tag::possessive) --k;
  if (k < token && words[k].tag == Tag::possessive) return true;
  return k > 0 && signal(words[k - 1]);
}

TieIndex tie_times(const Analysis& analysis, const Reading& reading) {
  std::vector<TimeTie> ties;
  ties.reserve(analysis.timexes.size());
  TimeTier tier(analysis, reading);
  for (std::uint32_t t = 0; t < analysis.timexes.size(); ++t) tier.tie(t, ties);
  return TieIndex(ties);
}

}  // namespace annal
