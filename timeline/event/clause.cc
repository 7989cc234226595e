#include "timeline/event/clause.h"

#include <algorithm>

namespace annal {
namespace {

std::string_view text_of(const Analysis& analysis, std::uint32_t token) {
  return quote(analysis.document.text, analysis.tokens[token].span());
}

bool is_quote_mark(std::string_view mark) {
  return mark == "\"" || mark == "\xE2\x80\x9C" || mark == "\xE2\x80\x9D" || mark == "\xC2\xAB" || mark == "\xC2\xBB";
}

bool in_phrase(Tag t) {
  return t == Tag::name || t == Tag::noun || t == Tag::adjective || t == Tag::number || t == Tag::possessive ||
         t == Tag::determiner;
}

class ClauseReader {
 public:
  ClauseReader(const Analysis& analysis, Reading& reading)
      : analysis_(analysis), reading_(reading), words_(reading.words) {}

  void read(std::uint32_t sentence) {
    const Sentence& s = analysis_.sentences[sentence];
    begin_ = s.first;
    end_ = s.last;
    first_clause_ = reading_.clauses.size();
    for (std::uint32_t i = begin_; i < end_;) {
      const Tag t = words_[i].tag;
      if (is_verb(t) || is_auxiliary(t) || t == Tag::to) {
        Clause clause;
        clause.sentence = sentence;
        if (group_at(i, clause.group)) {
          i = clause.group.last;
          reading_.clauses.push_back(clause);
          continue;
        }
      }
      ++i;
    }
    for (std::size_t c = first_clause_; c < reading_.clauses.size(); ++c) open(c);
    for (std::size_t c = first_clause_; c < reading_.clauses.size(); ++c) close(c);
    for (std::size_t c = first_clause_; c < reading_.clauses.size(); ++c) frame_before(c);
  }

 private:
  bool group_at(std::uint32_t i, VerbGroup& group);
  void open(std::size_t c);
  void close(std::size_t c);
  void frame_before(std::size_t c);
  bool describes(std::size_t c) const;
  Phrase subject_of(std::size_t c, std::uint32_t floor);
  Phrase whole_phrase_before(std::uint32_t end, std::uint32_t floor, bool may_join);

  const Analysis& analysis_;
  Reading& reading_;
  std::vector<Word>& words_;
  std::uint32_t begin_ = 0, end_ = 0;
  std::size_t first_clause_ = 0;
};

// The chain of auxiliaries from `i` on, with what stands between them, up to the main verb.
bool ClauseReader::group_at(std::uint32_t i, VerbGroup& group) {
  group.first = i;
  std::int32_t have = -1, be = -1, do_ = -1, to = -1;
  std::uint32_t last_auxiliary = i, j = i;
  bool inverted = false;
  std::int32_t main = -1;
  for (; j < end_; ++j) {
    const Word& w = words_[j];
    const auto at = static_cast<std::int32_t>(j);
    if (w.tag == Tag::negation) {
      group.negated = true;
    } else if (w.tag == Tag::adverb) {
      if (w.self.has(Is::negation)) group.negated = true;
    } else if (w.tag == Tag::time && j > i) {
      continue;  // "will now visit"
    } else if (w.tag == Tag::mark) {
      const std::string_view mark = text_of(analysis_, j);
      const bool apostrophe = (mark == "'" || mark == "\xE2\x80\x99") && analysis_.tokens[j].glued;
      if (!apostrophe || j + 1 >= end_ || !analysis_.tokens[j + 1].glued) break;
    } else if (w.tag == Tag::to) {
      if (j != i && !(group.modal >= 0 && have < 0 && be < 0)) break;
      to = at;
      last_auxiliary = j;
    } else if (w.tag == Tag::modal) {
      if (j != i) break;
      group.modal = at;
      last_auxiliary = j;
    } else if (w.tag == Tag::have) {
      if (have >= 0 || be >= 0) break;
      have = at;
      last_auxiliary = j;
    } else if (w.tag == Tag::be) {
      if (be >= 0 && w.value != 5) break;
      be = be >= 0 ? be : at;
      last_auxiliary = j;
    } else if (w.tag == Tag::do_) {
      if (j != i && !(group.modal >= 0 || to >= 0)) break;
      do_ = at;
      last_auxiliary = j;
    } else if (is_verb(w.tag)) {
      // After an auxiliary only the form that it governs belongs to the chain.
      const bool fits = j == i || (be >= 0     ? w.tag == Tag::participle || w.tag == Tag::gerund
                                   : have >= 0 ? w.tag == Tag::participle
                                               : w.tag == Tag::base);
      if (fits) main = at;
      break;
    } else if (w.tag == Tag::pronoun && j == last_auxiliary + 1 && j > i && w.self.has(Is::pronoun_subject) &&
               !inverted) {
      inverted = true;  // "did he go"
    } else {
      break;
    }
  }
  if (to >= 0 && main < 0 && be < 0 && have < 0 && do_ < 0) return false;
  if (main < 0 && group.modal >= 0 && be < 0 && have < 0 && do_ < 0) return false;
  const std::int32_t head = main >= 0 ? main : std::max({have, be, do_});
  group.main = static_cast<std::uint32_t>(head);
  group.last = main >= 0 ? group.main + 1 : last_auxiliary + 1;
  const Tag main_tag = words_[group.main].tag;
  const auto finite_value = [&](std::int32_t token) {
    return token >= 0 && words_[static_cast<std::uint32_t>(token)].value <= 2;
  };
  const auto past_value = [&](std::int32_t token) {
    return token >= 0 && words_[static_cast<std::uint32_t>(token)].value == 2;
  };

  group.copula = main < 0 && be >= 0;
  group.passive = main >= 0 && be >= 0 && main_tag == Tag::participle;
  const bool progressive = be >= 0 && main >= 0 && main_tag == Tag::gerund;
  const bool perfective = have >= 0 && (be >= 0 || (main >= 0 && main_tag == Tag::participle));
  group.aspect = perfective ? (progressive ? Aspect::perfective_progressive : Aspect::perfective)
                            : (progressive ? Aspect::progressive : Aspect::none);
  if (to >= 0) {
    group.tense = Tense::infinitive;
  } else if (group.modal >= 0) {
    group.finite = true;
    group.tense = words_[static_cast<std::uint32_t>(group.modal)].value == 1 ? Tense::future : Tense::none;
  } else if (have >= 0 || be >= 0 || do_ >= 0) {
    const std::int32_t lead = have >= 0 ? have : be >= 0 ? be : do_;
    if (finite_value(lead)) {
      group.finite = true;
      group.tense = past_value(lead) ? Tense::past : Tense::present;
    } else {
      group.tense = words_[static_cast<std::uint32_t>(lead)].value == 5 ? Tense::prespart : Tense::none;
    }
  } else {
    switch (main_tag) {
      case Tag::past:
        group.tense = Tense::past;
        group.finite = true;
        break;
      case Tag::present:
        group.tense = Tense::present;
        group.finite = true;
        break;
      case Tag::gerund: group.tense = Tense::prespart; break;
      case Tag::participle: group.tense = Tense::pastpart; break;
      default: group.tense = Tense::none; break;
    }
  }
  if (group.copula || words_[group.main].meaning.has(Is::linking)) {
    for (std::uint32_t k = group.last; k < end_ && k < group.last + 5; ++k) {
      const Tag t = words_[k].tag;
      if (t == Tag::negation) group.negated = true;
      if (t == Tag::adverb || t == Tag::negation || t == Tag::determiner || t == Tag::number) continue;
      if (t == Tag::mark && joins(analysis_, words_, k)) continue;
      if (t == Tag::adjective) {
        if (k + 1 < end_ && (is_nominal(words_[k + 1].tag) || words_[k + 1].tag == Tag::adjective)) continue;
        group.predicate = static_cast<std::int32_t>(k);
      }
      if (t == Tag::noun) {
        if (k + 1 < end_ && is_nominal(words_[k + 1].tag)) continue;
        group.predicate = static_cast<std::int32_t>(k);
      }
      break;
    }
  }
  return true;
}

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
          after == Tag::adverb || after == Tag::possessive) {
        const Phrase found = whole_phrase_before(k, begin_, true);
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

// Whether clause `c` is a participle that follows the noun it describes, and takes no clause of its own.
bool ClauseReader::describes(std::size_t c) const {
  const VerbGroup& group = reading_.clauses[c].group;
  return (group.tense == Tense::prespart || group.tense == Tense::pastpart) && group.first > begin_ &&
         words_[group.first - 1].tag == Tag::noun &&
         !words_[group.main].meaning.any(Is::reporting, Is::attitude, Is::perception);
}

void ClauseReader::open(std::size_t c) {
  Clause& clause = reading_.clauses[c];
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
        const Phrase outer = phrase_before(analysis_, words_, k, floor);
        const bool takes_clause =
            has_previous && words_[reading_.clauses[c - 1].group.main].meaning.any(Is::reporting, Is::attitude);
        const bool at_floor = !outer.empty() && outer.first == floor;
        const bool behind_opener =
            !outer.empty() && outer.first > floor &&
            (words_[outer.first - 1].tag == Tag::subordinator || words_[outer.first - 1].tag == Tag::relative ||
             words_[outer.first - 1].tag == Tag::mark);
        if (!has_previous || behind_opener || (at_floor && takes_clause)) continue;
      }
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
    if (clause.opening == Opening::participle) {
      const Phrase noun = phrase_before(analysis_, words_, group.first, floor);
      if (!noun.empty() && noun.last == group.first)
        clause.subject = noun;
      else if (comma)
        inherit(previous);
    } else if (has_previous) {
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
  if (takes_clause && !comma && opener < 0 && clause.own_subject) {
    clause.opening = Opening::complement;
    parent_is(previous);
    clause.framed = true;
    return;
  }
  if (takes_clause && quoted && verb_of(previous).has(Is::reporting) && clause.own_subject &&
      clause.subject.first >= floor) {
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

// Where the clause ends and what its object is.
void ClauseReader::close(std::size_t c) {
  Clause& clause = reading_.clauses[c];
  std::uint32_t end = end_;
  if (c + 1 < reading_.clauses.size()) {
    const Clause& next = reading_.clauses[c + 1];
    end = std::max(next.first, clause.group.last);
    if (!next.group.finite && next.group.first >= clause.group.last) end = next.group.first;
  }
  for (std::uint32_t k = clause.group.last; k < end; ++k) {
    if (words_[k].tag != Tag::mark || joins(analysis_, words_, k)) continue;
    const std::string_view mark = text_of(analysis_, k);
    if (mark == ";" || (is_quote_mark(mark) && k > clause.group.last)) {
      end = k;
      break;
    }
  }
  while (end > clause.group.last && words_[end - 1].tag == Tag::mark && !joins(analysis_, words_, end - 1)) --end;
  clause.last = end;
  std::uint32_t at = clause.group.last;
  while (at < end && (words_[at].tag == Tag::particle || words_[at].tag == Tag::adverb)) ++at;
  clause.object = phrase_after(analysis_, words_, at, end);
  // "the emergency that he declared": a noun's "that" with a gap behind its verb is relative.
  if (clause.opening == Opening::complement && !clause.framed && !clause.antecedent.empty() && clause.object.empty() &&
      !clause.group.copula)
    clause.opening = Opening::relative;
  if (!clause.object.empty()) {
    std::uint32_t k = clause.object.last;
    if (k + 1 < end && words_[k].tag == Tag::conjunction) {
      const Phrase more = phrase_after(analysis_, words_, k + 1, end);
      if (!more.empty() && more.first == k + 1) clause.object.last = more.last;
    }
  }
}

// "…," the statement said: a saying at the end frames the clauses before it.
void ClauseReader::frame_before(std::size_t c) {
  Clause& saying = reading_.clauses[c];
  if (!saying.group.finite || !words_[saying.group.main].meaning.has(Is::reporting) || c == first_clause_) return;
  if (saying.opening != Opening::main && saying.opening != Opening::coordinate) return;
  const std::uint32_t start = saying.own_subject ? saying.subject.first : saying.group.first;
  if (start <= begin_) return;
  std::uint32_t k = start;
  while (k > begin_ && words_[k - 1].tag == Tag::mark && is_quote_mark(text_of(analysis_, k - 1))) --k;
  if (k == begin_ || (text_of(analysis_, k - 1) != "," && k == start)) return;
  for (std::size_t p = first_clause_; p < c; ++p) {
    Clause& clause = reading_.clauses[p];
    if (clause.parent >= 0 || !clause.group.finite) continue;
    clause.parent = static_cast<std::int32_t>(c);
    clause.framed = true;
  }
}

}  // namespace

Reading read_clauses(const Analysis& analysis, const EventLexicon& lexicon) {
  Reading reading;
  reading.words = tag(analysis, lexicon);
  reading.sentence_clause.reserve(analysis.sentences.size() + 1);
  ClauseReader reader(analysis, reading);
  const auto& blocks = analysis.document.blocks;
  for (std::uint32_t s = 0; s < analysis.sentences.size(); ++s) {
    reading.sentence_clause.push_back(static_cast<std::uint32_t>(reading.clauses.size()));
    const std::uint32_t block = analysis.sentences[s].block;
    const bool prose =
        block >= blocks.size() || blocks[block].kind == BlockKind::paragraph || blocks[block].kind == BlockKind::title;
    if (prose) reader.read(s);
  }
  reading.sentence_clause.push_back(static_cast<std::uint32_t>(reading.clauses.size()));
  return reading;
}

}  // namespace annal
