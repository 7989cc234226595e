// How a clause hangs in its sentence: its opener, the clause it depends on, its subject.
#include <algorithm>

#include "timeline/event/clause_reader.h"

namespace annal {

// The noun phrase before `end` with all that hangs on it: "relations between the two sides", "he and Anna".
Phrase ClauseReader::whole_phrase_before(std::uint32_t end, std::uint32_t floor, bool may_join) {
  Phrase phrase = phrase_before(analysis_, words_, end, floor);
  for (int steps = 0; !phrase.empty() && steps < 4; ++steps) {
    if (phrase.first <= floor) break;
    const std::uint32_t link = phrase.first - 1;
    const Tag t = words_[link].tag;
    if (t == Tag::preposition && link > floor && !words_[link].self.has(Is::subordinator)) {
      const Phrase outer = phrase_before(analysis_, words_, link, floor);
      if (outer.empty() || outer.last != link || words_[outer.head].tag == Tag::pronoun) break;
      phrase.first = outer.first;
      phrase.head = outer.head;
      continue;
    }
    if (t == Tag::conjunction && may_join && link > floor) {
      const Phrase outer = phrase_before(analysis_, words_, link, floor);
      if (outer.empty() || outer.last != link) break;
      phrase.first = outer.first;
      phrase.head = outer.head;
      continue;
    }
    break;
  }
  return phrase;
}

Phrase ClauseReader::subject_of(std::size_t c, std::uint32_t floor) {
  const Clause& clause = reading_.clauses[c];
  std::uint32_t end = clause.group.first;
  while (end > floor && (words_[end - 1].tag == Tag::adverb || words_[end - 1].tag == Tag::time ||
                         (words_[end - 1].tag == Tag::preposition && end < end_ && words_[end].tag == Tag::time) ||
                         (words_[end - 1].tag == Tag::pronoun && words_[end - 1].self.has(Is::determiner) &&
                          end > floor + 1 && is_nominal(words_[end - 2].tag))))
    --end;
  if (end > begin_ && text_of(analysis_, end - 1) == ",") {
    // "Anna, who was ill, left": over what stands between commas, to the phrase before it.
    for (std::uint32_t k = end - 1; k-- > begin_ + 1;) {
      if (text_of(analysis_, k) != ",") continue;
      if (!in_phrase(words_[k - 1].tag) && words_[k - 1].tag != Tag::time) break;
      const Tag after = words_[k + 1].tag;
      if (after == Tag::relative || after == Tag::name || after == Tag::noun || after == Tag::determiner ||
          after == Tag::preposition || after == Tag::participle || after == Tag::gerund || after == Tag::number ||
          after == Tag::adverb || after == Tag::possessive || after == Tag::pronoun) {
        const Phrase found = whole_phrase_before(k, begin_, true);
        // "a nurse, Carla Winters, noticed": the name says who.
        bool named = !found.empty() && words_[found.head].tag == Tag::noun && words_[found.head].person;
        for (std::uint32_t i = k + 1; i < end - 1; ++i)
          named = named && (words_[i].tag == Tag::name || joins(analysis_, words_, i));
        if (named && end - 1 > k + 1) return {k + 1, end - 1, end - 2};
        if (!found.empty()) return found;
      }
      break;
    }
    if (end - 1 <= floor) return {};
    return {};
  }
  const bool after_saying = c > first_clause_ && reading_.clauses[c - 1].group.last == floor;
  Phrase phrase = whole_phrase_before(end, floor, true);
  if (!phrase.empty() && after_saying && phrase.first == floor) {
    // "met Anna and Boris left": what follows a verb directly is its object, unless the verb takes a clause.
    const ClassSet& verb = words_[reading_.clauses[c - 1].group.main].meaning;
    if (!verb.any(Is::reporting, Is::attitude, Is::perception, Is::act_toward)) {
      const Phrase near = whole_phrase_before(end, floor, false);
      if (near.first != floor) return near;
    }
  }
  return phrase;
}

// "They broke a window, took the crown and fled": a verb behind a comma that has no subject of its own goes on with the
// clause before. Whether it does.
bool ClauseReader::follow_list(std::size_t c, std::int32_t previous) {
  Clause& clause = reading_.clauses[c];
  for (std::int32_t p = previous; p >= static_cast<std::int32_t>(first_clause_); --p) {
    const Clause& other = reading_.clauses[static_cast<std::size_t>(p)];
    if (!other.group.finite || other.opening == Opening::relative) continue;
    if (words_[other.group.main].tag != words_[clause.group.main].tag || other.subject.empty()) return false;
    clause.opening = Opening::coordinate;
    clause.subject = other.subject;
    clause.parent = other.parent;
    clause.framed = other.framed;
    return true;
  }
  return false;
}

// Whether clause `c` is a participle that follows the noun it describes, and takes no clause of its own.
bool ClauseReader::describes(std::size_t c) const {
  const VerbGroup& group = reading_.clauses[c].group;
  const bool infinitive = group.tense == Tense::infinitive && c == first_clause_;  // "an attempt to land failed"
  return (group.tense == Tense::prespart || group.tense == Tense::pastpart || infinitive) && group.first > begin_ &&
         words_[group.first - 1].tag == Tag::noun &&
         !words_[group.main].meaning.any(Is::reporting, Is::attitude, Is::perception);
}

// "The club, founded in 1921, went bankrupt": whether clause `c`, read as a past tense, only describes what stands
// before the comma, since the verb of the sentence follows behind another.
bool ClauseReader::apposed(std::size_t c) {
  const VerbGroup& group = reading_.clauses[c].group;
  if (c != first_clause_ || words_[group.main].tag != Tag::past || group.first != group.main || group.main < begin_ + 2)
    return false;
  if (text_of(analysis_, group.main - 1) != ",") return false;
  const Tag before = words_[group.main - 2].tag;
  if (!is_nominal(before) && before != Tag::number) return false;
  for (std::size_t k = c + 1; k < reading_.clauses.size(); ++k) {
    VerbGroup& next = reading_.clauses[k].group;
    std::uint32_t i = next.first;
    while (i > group.last && (words_[i - 1].tag == Tag::adverb || words_[i - 1].tag == Tag::time)) --i;
    if (i == group.last || text_of(analysis_, i - 1) != ",") continue;
    if (!next.finite && words_[next.main].tag == Tag::participle && next.first == next.main) {
      // Of two forms that may be either, the second is the verb.
      words_[next.main].tag = Tag::past;
      next.finite = true;
      next.tense = Tense::past;
    }
    if (next.finite) return true;
  }
  return false;
}

bool ClauseReader::only_time_to_comma(std::uint32_t first, std::uint32_t last) const {
  bool time = false;
  for (std::uint32_t k = first; k < last; ++k) {
    if (words_[k].timex >= 0)
      time = true;
    else if (text_of(analysis_, k) == ",")
      return time;
    else if (time ||
             (words_[k].tag != Tag::adverb && words_[k].tag != Tag::preposition && words_[k].tag != Tag::adjective))
      return false;
  }
  return false;
}

void ClauseReader::open(std::size_t c) {
  Clause& clause = reading_.clauses[c];
  if (apposed(c)) {
    words_[clause.group.main].tag = Tag::participle;
    clause.group.finite = false;
    clause.group.tense = Tense::pastpart;
  }
  const VerbGroup& group = clause.group;
  const bool has_previous = c > first_clause_;
  const std::uint32_t floor = has_previous ? reading_.clauses[c - 1].group.last : begin_;
  const auto previous = static_cast<std::int32_t>(c) - 1;
  clause.first = group.first;

  // The nearest word that opens a clause, back to the verb before.
  std::int32_t opener = -1;
  bool comma = false, quoted = false, parted = false;
  for (std::uint32_t k = group.first; k-- > floor;) {
    const Word& w = words_[k];
    if (w.tag == Tag::subordinator || w.tag == Tag::relative || (w.tag == Tag::conjunction) ||
        (w.tag == Tag::preposition && w.self.has(Is::subordinator) && group.finite)) {
      // "Anna and Boris met": a conjunction inside the subject opens nothing.
      if (w.tag == Tag::conjunction && k + 1 < group.first && k > floor &&
          (is_nominal(words_[k - 1].tag) || words_[k - 1].tag == Tag::pronoun) &&
          !(k > begin_ && text_of(analysis_, k - 1) == ",")) {
        // "when talks between the union and the company failed"
        const Phrase outer = whole_phrase_before(k, floor, false);
        const bool takes_clause =
            has_previous && words_[reading_.clauses[c - 1].group.main].meaning.any(Is::reporting, Is::attitude);
        const bool at_floor = !outer.empty() && outer.first == floor;
        const bool behind_opener =
            !outer.empty() && outer.first > floor &&
            (words_[outer.first - 1].tag == Tag::subordinator || words_[outer.first - 1].tag == Tag::relative ||
             words_[outer.first - 1].tag == Tag::mark);
        if (!has_previous || behind_opener || (at_floor && takes_clause)) continue;
      }
      // "will stay closed until Friday, the operator said": a time and a comma, and no clause.
      if (w.tag == Tag::preposition && comma && has_previous && only_time_to_comma(k + 1, group.first)) continue;
      opener = static_cast<std::int32_t>(k);
      break;
    }
    if (w.tag == Tag::mark && !joins(analysis_, words_, k)) {
      const std::string_view mark = text_of(analysis_, k);
      if (mark == ",") comma = true;
      if (is_quote_mark(mark)) quoted = true;
      if (mark == ";" || mark == ":") {
        parted = true;
        break;
      }
    }
  }
  clause.opener = opener;
  if (opener > static_cast<std::int32_t>(begin_) && group.finite) {
    // "acts that shook the town": a noun's "that" straight before its verb.
    const auto at = static_cast<std::uint32_t>(opener);
    Word& that = words_[at];
    std::uint32_t k = at + 1;
    while (k < group.first && words_[k].tag == Tag::adverb) ++k;
    std::uint32_t noun = at - 1;
    while (noun > begin_ && is_quote_mark(text_of(analysis_, noun))) --noun;
    if (that.tag == Tag::subordinator && that.self.has(Is::determiner) && k == group.first &&
        is_nominal(words_[noun].tag))
      that.tag = Tag::relative;
  }
  const Tag opener_tag = opener >= 0 ? words_[static_cast<std::uint32_t>(opener)].tag : Tag::mark;
  const std::uint32_t opener_at = opener >= 0 ? static_cast<std::uint32_t>(opener) : floor;
  const auto parent_is = [&](std::int32_t p) { clause.parent = p; };
  const auto verb_of = [&](std::int32_t p) -> const ClassSet& {
    return words_[reading_.clauses[static_cast<std::size_t>(p)].group.main].meaning;
  };
  const auto inherit = [&](std::int32_t p) {
    if (p >= static_cast<std::int32_t>(first_clause_))
      clause.subject = reading_.clauses[static_cast<std::size_t>(p)].subject;
  };
  const auto nothing_between = [&](std::uint32_t from) {
    for (std::uint32_t k = from; k < group.first; ++k)
      if (words_[k].tag != Tag::adverb && words_[k].tag != Tag::negation && words_[k].tag != Tag::time &&
          !joins(analysis_, words_, k))
        return false;
    return true;
  };

  if (!group.finite) {
    clause.opening = group.tense == Tense::infinitive ? Opening::infinitive
                     : group.tense == Tense::prespart ? Opening::gerund
                     : group.tense == Tense::pastpart ? Opening::participle
                                                      : Opening::main;
    if (opener_tag == Tag::conjunction && nothing_between(opener_at + 1) && has_previous) {
      // "to sign and to send", "arrested and charged": what the verb before hangs on, this hangs on too.
      for (std::int32_t p = previous; p >= static_cast<std::int32_t>(first_clause_); --p) {
        const Clause& other = reading_.clauses[static_cast<std::size_t>(p)];
        const bool same = words_[other.group.main].tag == words_[group.main].tag;
        if (!same) continue;
        VerbGroup& mine = clause.group;
        parent_is(other.parent);
        clause.framed = other.framed;
        clause.subject = other.subject;
        if (other.group.finite || other.group.tense == Tense::infinitive) {
          mine.finite = other.group.finite;
          mine.tense = other.group.tense;
          mine.aspect = other.group.aspect;
          mine.passive = other.group.passive;
          mine.modal = other.group.modal;
          clause.opening = other.group.finite ? Opening::coordinate : other.opening;
        }
        return;
      }
    }
    if (has_previous) parent_is(previous);
    if (!has_previous && clause.opening == Opening::gerund) {
      const Phrase described = phrase_before(analysis_, words_, group.first, floor);
      if (!described.empty() && described.last == group.first) clause.subject = described;
    }
    if (clause.opening == Opening::participle) {
      const Phrase noun = phrase_before(analysis_, words_, group.first, floor);
      // "The club, founded in 1921, ...": nothing but the noun stands before.
      const bool apart =
          !has_previous && comma && group.first > begin_ + 1 && text_of(analysis_, group.first - 1) == ",";
      if (!noun.empty() && noun.last == group.first)
        clause.subject = noun;
      else if (apart)
        clause.subject = whole_phrase_before(group.first - 1, begin_, true);
      else if (comma)
        inherit(previous);
    } else if (has_previous) {
      // "sent ships carrying aid": the noun straight before is what the -ing form describes.
      const Phrase described =
          clause.opening == Opening::gerund ? phrase_before(analysis_, words_, group.first, floor) : Phrase{};
      if (!described.empty() && described.last == group.first && words_[described.head].tag != Tag::pronoun) {
        clause.subject = described;
        return;
      }
      // The object acts in "told him to go", the subject in "plans to go".
      const Phrase object = phrase_after(analysis_, words_, floor, group.first);
      const bool object_acts =
          clause.opening == Opening::infinitive && !object.empty() && object.first == floor &&
          verb_of(previous).any(Is::act_toward, Is::reporting, Is::attitude, Is::transitive, Is::bringing_about);
      if (object_acts)
        clause.subject = object;
      else
        inherit(previous);
    }
    return;
  }

  if (opener_tag == Tag::relative) {
    clause.opening = Opening::relative;
    clause.first = opener_at;
    if (has_previous) parent_is(previous);
    std::uint32_t end = opener_at;
    if (end > begin_ && text_of(analysis_, end - 1) == ",") --end;
    if (end > begin_ && words_[end - 1].tag == Tag::preposition) --end;
    clause.antecedent = phrase_before(analysis_, words_, end, begin_);
    if (nothing_between(opener_at + 1)) {
      clause.subject = whole_phrase_before(end, floor, false);
      if (clause.subject.empty()) clause.subject = phrase_before(analysis_, words_, end, begin_);
    } else {
      clause.subject = subject_of(c, opener_at + 1);
      clause.own_subject = !clause.subject.empty();
    }
    return;
  }
  if (opener_tag == Tag::conjunction && nothing_between(opener_at + 1) && has_previous) {
    clause.opening = Opening::coordinate;
    clause.first = opener_at;
    for (std::int32_t p = previous; p >= static_cast<std::int32_t>(first_clause_); --p) {
      const Clause& other = reading_.clauses[static_cast<std::size_t>(p)];
      if (!other.group.finite) continue;
      if (other.opening == Opening::relative && p > static_cast<std::int32_t>(first_clause_) &&
          words_[other.group.main].tag != words_[group.main].tag)
        continue;
      clause.subject = other.subject;
      parent_is(other.parent);
      clause.framed = other.framed;
      return;
    }
    return;
  }
  if (opener_tag == Tag::subordinator && c == first_clause_ + 1 && opener_at == floor &&
      reading_.clauses[c - 1].group.tense == Tense::prespart && words_[opener_at].self.has(Is::determiner)) {
    // "The order declaring that emergency is set to expire": the only finite verb is that of the sentence.
    const auto finite = std::count_if(reading_.clauses.begin() + static_cast<std::ptrdiff_t>(first_clause_),
                                      reading_.clauses.end(), [](const Clause& k) { return k.group.finite; });
    const Phrase described = phrase_before(analysis_, words_, reading_.clauses[c - 1].group.first, begin_);
    if (finite == 1 && !described.empty() && described.last == reading_.clauses[c - 1].group.first) {
      words_[opener_at].tag = Tag::determiner;
      clause.opener = -1;
      clause.subject = described;
      clause.own_subject = true;
      return;
    }
  }
  const std::uint32_t subject_floor = opener >= 0 ? opener_at + 1 : floor;
  clause.subject = subject_of(c, subject_floor);
  if (opener < 0 && !comma && !parted && has_previous && clause.subject.first >= floor && describes(c - 1)) {
    // "The order declaring the emergency expires": what stands before the verb is the object of the description.
    const Phrase described = phrase_before(analysis_, words_, reading_.clauses[c - 1].group.first, begin_);
    if (!described.empty()) clause.subject = described;
  }
  clause.own_subject = !clause.subject.empty();
  const bool inverts =
      words_[group.main].meaning.has(Is::reporting) && group.first > begin_ && words_[group.first - 1].tag == Tag::mark;
  if (!clause.own_subject && inverts) {
    // "..., said Kovar"
    clause.subject = phrase_after(analysis_, words_, group.last, end_);
    if (!clause.subject.empty() && clause.subject.first != group.last) clause.subject = {};
    clause.own_subject = !clause.subject.empty();
  }
  if (!clause.own_subject && !inverts && opener < 0 && comma && has_previous && follow_list(c, previous)) return;
  // "She had by then married": parted from its auxiliary.
  if (!clause.own_subject && opener < 0 && !comma && !parted && has_previous) inherit(previous);
  if (opener >= 0)
    clause.first = opener_at;
  else if (clause.own_subject && clause.subject.first >= floor)
    clause.first = clause.subject.first;

  if (opener_tag == Tag::subordinator || opener_tag == Tag::preposition) {
    const Word& w = words_[opener_at];
    const bool complement =
        w.self.has(Is::determiner) || (w.self.has(Is::relative) && !w.self.has(Is::signal_when));  // "that", "what"
    clause.opening = complement ? Opening::complement : Opening::subordinate;
    if (complement && opener_at > begin_ && is_nominal(words_[opener_at - 1].tag))
      clause.antecedent = phrase_before(analysis_, words_, opener_at, begin_);
    if (has_previous) {
      parent_is(previous);
      clause.framed = complement && verb_of(previous).any(Is::reporting, Is::attitude, Is::perception, Is::act_toward);
    }
    if (complement && !clause.framed && opener_at > begin_) {
      // "said A and that B"
      std::uint32_t k = opener_at;
      if (words_[k - 1].tag == Tag::conjunction || text_of(analysis_, k - 1) == ",") {
        for (std::int32_t p = previous; p >= static_cast<std::int32_t>(first_clause_); --p) {
          if (verb_of(p).any(Is::reporting, Is::attitude)) {
            parent_is(p);
            clause.framed = true;
            break;
          }
        }
      }
    }
    return;
  }
  if (opener < 0 && clause.own_subject && clause.subject.last <= group.first && clause.subject.first > begin_ &&
      is_nominal(words_[clause.subject.first - 1].tag)) {
    // "the sanctions the council imposed": a relative clause without its word.
    clause.opening = Opening::relative;
    clause.antecedent = phrase_before(analysis_, words_, clause.subject.first, begin_);
    if (has_previous) parent_is(previous);
    return;
  }
  if (!has_previous) return;
  // "Kovar said he had": a clause straight after a verb that takes one.
  const bool takes_clause = verb_of(previous).any(Is::reporting, Is::attitude, Is::perception);
  const bool plain = !comma && opener < 0;
  const bool in_quotes = quoted && verb_of(previous).has(Is::reporting) && clause.subject.first >= floor;
  if (takes_clause && clause.own_subject && (plain || in_quotes)) {
    clause.opening = Opening::complement;
    parent_is(previous);
    clause.framed = true;
    return;
  }
  if (opener_tag == Tag::conjunction) {
    clause.opening = Opening::coordinate;
    // A coordinate of a framed clause is framed with it, unless it is a saying of its own.
    for (std::int32_t p = previous; p >= static_cast<std::int32_t>(first_clause_); --p) {
      const Clause& other = reading_.clauses[static_cast<std::size_t>(p)];
      if (!other.group.finite) continue;
      if (other.framed && !comma) {
        parent_is(other.parent);
        clause.framed = true;
      }
      break;
    }
  }
}

}  // namespace annal
