#include "timeline/event/title.h"

#include <algorithm>

#include "timeline/event/clause_reader.h"
#include "timeline/event/title_writer.h"

namespace annal {

// The verb group without adverbs; a perfect tense as the plain past where the form allows it ("has imposed":
// "imposed").
std::string TitleWriter::verb_text(const Clause& clause, bool as_infinitive) {
  const VerbGroup& g = clause.group;
  std::string out;
  const bool plain_perfect = g.aspect == Aspect::perfective && !g.passive && !g.negated && g.modal < 0 && g.finite &&
                             g.tense == Tense::present;
  // "narrowly lost": it may stand before the group.
  const bool before =
      g.first > 0 && words_[g.first - 1].tag == Tag::adverb && words_[g.first - 1].self.has(Is::adverb_kept);
  for (std::uint32_t i = before ? g.first - 1 : g.first; i < g.last; ++i) {
    const Word& w = words_[i];
    const bool kept = w.self.any(Is::adverb_kept, Is::negation);
    if (w.tag == Tag::mark && is_quote_mark(token_text(i))) continue;
    if ((w.tag == Tag::adverb && !kept) || w.tag == Tag::conjunction || w.tag == Tag::time || w.tag == Tag::pronoun)
      continue;
    if (plain_perfect && w.tag == Tag::have && i != g.main) continue;
    if (as_infinitive && w.tag == Tag::to) continue;
    if (!out.empty() && !analysis_.tokens[i].no_space_before) out += ' ';
    out += token_text(i);
  }
  std::uint32_t i = g.last;
  while (i < clause.last && words_[i].tag == Tag::particle) out += " " + std::string(token_text(i++));
  return out;
}

// Appends the object and what hangs on it, phrase by phrase while there is room. Returns where it stopped.
std::uint32_t TitleWriter::complements(std::uint32_t from, std::uint32_t end, std::size_t clause, std::string& out,
                                       Title& title) {
  std::uint32_t i = from;
  bool first = true;
  while (i < end) {
    const Word& w = words_[i];
    if (first && w.tag == Tag::time && w.timex >= 0) {
      // "followed five days of rain"
      std::uint32_t last = i;
      while (last < end && words_[last].timex == w.timex) ++last;
      if (last + 1 < end && words_[last].self.has(Is::genitive_mark) && words_[last + 1].tag != Tag::time) {
        out += " " + slice(i, last);
        i = last;
        first = false;
        continue;
      }
    }
    if (w.tag == Tag::time || w.tag == Tag::adverb || w.tag == Tag::particle ||
        w.self.any(Is::adverb_earlier, Is::adverb_later)) {
      ++i;
      continue;
    }
    // "a rise of five days": a length that says how much, not when.
    const bool length =
        i + 1 < end && words_[i + 1].timex >= 0 && w.self.has(Is::genitive_mark) &&
        analysis_.timexes[static_cast<std::size_t>(words_[i + 1].timex)].value.type == TimexType::duration;
    if (length) {
      std::uint32_t last = i + 1;
      while (last < end && words_[last].timex == words_[i + 1].timex) ++last;
      out += " " + slice(i, last);
      i = last;
      continue;
    }
    if (w.tag == Tag::preposition) {
      std::uint32_t k = i + 1;
      while (k < end && words_[k].tag == Tag::preposition) ++k;
      if (k < end && words_[k].tag == Tag::time && !measures(k, w)) {
        while (k < end && words_[k].tag == Tag::time) ++k;
        // "in the spring flood": the time only describes what follows.
        const Phrase described = phrase_after(analysis_, words_, k, end);
        if (described.empty() || described.first != k || words_[k].tag == Tag::determiner ||
            words_[k].tag == Tag::pronoun) {
          i = k;
          continue;
        }
      }
      const bool signal =
          w.self.any(Is::signal_after, Is::signal_before, Is::signal_since, Is::signal_during, Is::attribution_opener);
      if (k < end && words_[k].tag == Tag::time && measures(k, w)) {
        std::uint32_t last = k;
        while (last < end && words_[last].timex == words_[k].timex) ++last;
        out += " " + slice(i, last);
        title.has_object = true;
        i = last;
        continue;
      }
      const Phrase phrase = phrase_after(analysis_, words_, k, end);
      if (phrase.empty() || phrase.first != k) break;
      if (signal) break;  // what hangs on "after the vote" hangs on the vote
      const std::string text = phrase_text(phrase, clause, Cast::Role::object, title);
      if (text.empty() || out.size() + 2 + slice(i, k).size() + text.size() > title_limit) break;
      // "year-on-year"
      const bool glued = analysis_.tokens[i].no_space_before && analysis_.tokens[k].no_space_before;
      out += glued ? slice(i, k) + text : " " + slice(i, k) + " " + text;
      title.has_object = true;
      i = phrase.last;
      first = false;
      continue;
    }
    if (w.tag == Tag::conjunction && !first) {
      const Phrase phrase = phrase_after(analysis_, words_, i + 1, end);
      if (phrase.empty() || phrase.first != i + 1) break;
      const std::string text = phrase_text(phrase, clause, Cast::Role::object, title);
      if (out.size() + 2 + token_text(i).size() + text.size() > title_limit) break;
      out += " " + std::string(token_text(i)) + " " + text;
      i = phrase.last;
      continue;
    }
    // "called the report 'alarmist'"
    if (!first && w.tag == Tag::mark && is_quote_mark(token_text(i))) {
      std::uint32_t k = i + 1;
      while (k < end && k < i + 6 && words_[k].tag != Tag::mark) ++k;
      const bool closed = k < analysis_.tokens.size() && k > i + 1 && k < i + 6 && is_quote_mark(token_text(k));
      if (!closed || out.size() + 1 + slice(i, k + 1).size() > title_limit) break;
      out += " " + slice(i, k + 1);
      i = k + 1;
      continue;
    }
    const Phrase phrase = phrase_after(analysis_, words_, i, end);
    if (phrase.empty() || phrase.first != i) {
      const bool of_time =
          i + 1 < end && (words_[i + 1].tag == Tag::time ||
                          (words_[i + 1].tag == Tag::preposition && i + 2 < end && words_[i + 2].tag == Tag::time));
      if (of_time && !(first && w.tag == Tag::adjective && !w.self.any(Is::adverb_earlier, Is::adverb_later))) {
        ++i;
        continue;
      }
      if (first && w.tag == Tag::adjective) {
        out += " " + std::string(token_text(i));
        title.has_object = true;
        ++i;
        continue;
      }
      break;
    }
    std::string text = phrase_text(phrase, clause, Cast::Role::object, title);
    if (text.empty()) break;
    if (out.size() + 1 + text.size() > title_limit + 12) {
      // Too long as a whole: the phrase from its head's nearest modifiers on.
      std::uint32_t start = phrase.head;
      while (start > phrase.first && slice(start - 1, phrase.head + 1).size() + out.size() < title_limit &&
             words_[start - 1].tag != Tag::mark)
        --start;
      text = slice(start, phrase.head + 1);
    }
    out += " " + text;
    title.has_object = true;
    i = phrase.last;
    first = false;
  }
  return i;
}

// The words of a clause and what hangs on it, up to the last preposition, conjunction or mark before which `room` bytes
// are enough; empty where that is no more than its verb.
std::string TitleWriter::as_far_as_fits(const Clause& clause, std::size_t room) const {
  const std::uint32_t end = analysis_.sentences[clause.sentence].last;
  const std::uint32_t least =
      std::max<std::uint32_t>(clause.group.last, static_cast<std::uint32_t>(std::max(0, clause.group.predicate + 1)));
  std::uint32_t best = 0;
  for (std::uint32_t i = least; i <= end; ++i) {
    const bool mark = i == end || analysis_.tokens[i].kind == TokenKind::punctuation;
    if (i > least && (mark || words_[i].tag == Tag::preposition || words_[i].tag == Tag::conjunction)) {
      if (slice(clause.subject.first, i).size() > room) break;
      best = i;
    }
    if (mark) break;
  }
  return best == 0 ? std::string() : slice(clause.subject.first, best);
}

// What is said, behind a saying that has no object of its own: "Kovar said talks had failed".
void TitleWriter::append_told(std::size_t c, std::string& out, Title& title) {
  const std::size_t end = std::min(reading_.clauses.size(), c + 3);
  for (std::size_t k = c + 1; k < end; ++k) {
    const Clause& told = reading_.clauses[k];
    if ((!told.framed && told.opening != Opening::complement) || told.parent != static_cast<std::int32_t>(c)) continue;
    if (told_depth_ == most_told) return;
    ++told_depth_;
    const Title title_of_told = of_verb(k);
    --told_depth_;
    std::string text = title_of_told.text;
    const Word& subject = words_[told.subject.head];
    const bool clear =
        title_of_told.has_actor || (subject.tag == Tag::pronoun && (subject.value == 0 || subject.value == 5));
    const bool empty_copula =
        told.group.predicate < 0 && is_auxiliary(words_[told.group.main].tag) && !title_of_told.has_object;
    if (text.empty() || !clear || !told.own_subject || empty_copula) return;
    if (out.size() + 1 + text.size() > title_limit + 12) return;
    const bool common = !subject.capital && subject.tag != Tag::pronoun && words_[told.subject.first].tag != Tag::name;
    const bool demonstrative = subject.tag == Tag::pronoun && subject.value == 0;
    if (demonstrative) {
      // "This is no time": only with what follows does it say anything.
      text = as_far_as_fits(told, title_limit + 12 - out.size() - 1);
      if (text.empty()) return;
    }
    // "his side": the name in place of the pronoun keeps its capital.
    const bool replaced = words_[told.subject.first].self.has(Is::pronoun_possessive);
    if (((common && !replaced) || demonstrative) && text[0] >= 'A' && text[0] <= 'Z')
      text[0] = static_cast<char>(text[0] + 32);
    out += " " + text;
    title.has_object = true;
    return;
  }
}

// The subject, its pronoun by name, a long one cut to what stands round its head.
void TitleWriter::write_subject(std::size_t c, std::string& out, Title& title) {
  const Clause& clause = reading_.clauses[c];
  const Phrase& subject = clause.subject;
  if (subject.empty() || words_[subject.head].tag == Tag::time || words_[subject.head].self.has(Is::relative)) return;
  // "stopped for speeding": whoever sped, it is not who stopped him.
  const bool behind_preposition = clause.opening == Opening::gerund && clause.group.first > 0 &&
                                  words_[clause.group.first - 1].tag == Tag::preposition;
  if (behind_preposition) return;
  out = phrase_text(subject, c, Cast::Role::subject, title);
  const bool described = clause.opening == Opening::participle && clause.group.tense == Tense::pastpart;
  title.has_actor = described || !title.unresolved;
  if (described || out.size() <= title_limit / 2) return;
  std::uint32_t first = subject.head;
  while (first > subject.first && in_reach(first - 1, subject)) --first;
  Title ignored;
  const std::string shorter = phrase_text({first, subject.head + 1, subject.head}, c, Cast::Role::subject, ignored);
  if (!shorter.empty() && words_[subject.head].tag != Tag::pronoun) out = shorter;
}

// The verb of clause `c` and what hangs on it before token `end`. Returns where it stopped.
std::uint32_t TitleWriter::write_predicate(std::size_t c, std::uint32_t end, std::string& out, Title& title) {
  const Clause& clause = reading_.clauses[c];
  out += (out.empty() ? "" : " ") + verb_text(clause, clause.opening == Opening::infinitive && clause.parent >= 0);
  if (clause.group.predicate >= 0) {
    const auto at = static_cast<std::uint32_t>(clause.group.predicate);
    const Phrase whole = phrase_after(analysis_, words_, clause.group.last, clause.last);
    if (words_[at].tag == Tag::noun && !whole.empty() && whole.head == at)
      out += " " + slice(whole.first, whole.last);
    else
      out += " " + std::string(token_text(at));
    title.has_object = true;
    return complements(at + 1, end, c, out, title);
  }
  std::uint32_t from = clause.group.last;
  while (from < clause.last && words_[from].tag == Tag::particle) ++from;
  // "the ban that they signed": what the relative clause hangs on is what was signed.
  const bool gap = clause.opening == Opening::relative && clause.own_subject && clause.object.empty() &&
                   !clause.antecedent.empty() && !clause.group.passive;
  if (gap) {
    const std::string text = phrase_text(clause.antecedent, c, Cast::Role::object, title);
    if (!text.empty() && out.size() + text.size() < title_limit) out += " " + text;
    title.has_object = true;
  }
  // "..., said Kovar": the subject behind its verb is written already.
  if (clause.own_subject && clause.subject.first >= clause.group.last) return clause.subject.last;
  return complements(from, end, c, out, title);
}

// What governs the infinitive or the -ing form of clause `c`, up to it: "Kovar plans", "court ordered company". False,
// and nothing written, where that is not to be told whole.
bool TitleWriter::write_governor(std::size_t c, std::string& out, Title& title) {
  const Clause& clause = reading_.clauses[c];
  if (clause.parent < 0 || static_cast<std::size_t>(clause.parent) >= c) return false;
  const auto p = static_cast<std::size_t>(clause.parent);
  const Clause& governor = reading_.clauses[p];
  const std::uint32_t end = reaches(governor, clause);
  if (end == 0) return false;
  const Title before = title;
  const auto give_up = [&] {
    out.clear();
    title = before;
    return false;
  };
  const bool nested = governor.opening == Opening::infinitive && write_governor(p, out, title);
  if (!nested) write_subject(p, out, title);
  if (out.empty()) return give_up();
  const ClassSet& meaning = words_[governor.group.main].meaning;
  const auto predicate = static_cast<std::uint32_t>(std::max(0, governor.group.predicate));
  std::uint32_t stop = end;
  if (governor.group.predicate >= 0 && words_[predicate].self.has(Is::adjective_forward) && !governor.group.negated)
    out += " " + std::string(token_text(predicate));  // "due to"
  else if (governor.group.passive && meaning.has(Is::forward) && governor.group.aspect == Aspect::none &&
           governor.group.tense == Tense::present && !governor.group.negated)
    out += " " + std::string(token_text(governor.group.main));  // "set to"
  else
    stop = write_predicate(p, end, out, title);
  if (stop < end || out.size() > title_limit) return give_up();
  if (end < clause.group.first) out += " " + slice(end, clause.group.first);  // "accused of stealing"
  if (clause.opening == Opening::infinitive) out += " to";
  return true;
}

// Where what stands between `governor` and `clause`, its infinitive or -ing form, ends: before the preposition that
// leads to it, if any. 0 where the two do not belong together.
std::uint32_t TitleWriter::reaches(const Clause& governor, const Clause& clause) const {
  const bool infinitive = clause.opening == Opening::infinitive, gerund = clause.opening == Opening::gerund;
  if (!infinitive && !gerund) return 0;
  if (governor.sentence != clause.sentence || governor.group.last > clause.group.first) return 0;
  if (governor.opening == Opening::participle || governor.opening == Opening::gerund) return 0;
  for (std::uint32_t k = governor.group.last; k < clause.group.first; ++k)
    if (words_[k].tag == Tag::mark && !joins(analysis_, words_, k)) return 0;
  std::uint32_t end = clause.group.first;
  if (gerund && end > governor.group.last && words_[end - 1].tag == Tag::preposition) {
    const ClassSet& link = words_[end - 1].self;
    if (link.any(Is::signal_after, Is::signal_before, Is::signal_since, Is::signal_during, Is::attribution_opener))
      return 0;
    --end;
  }
  return end;
}

// Appends the infinitive or -ing form that clause `c`, told as far as `stop`, governs: "refused to accept it".
void TitleWriter::append_governed(std::size_t c, std::uint32_t stop, std::string& out, Title& title) {
  const std::size_t next = c + 1;
  if (next >= reading_.clauses.size() || reading_.clauses[next].parent != static_cast<std::int32_t>(c)) return;
  const Clause& governed = reading_.clauses[next];
  const std::uint32_t end = reaches(reading_.clauses[c], governed);
  if (end == 0 || stop < end || out.size() > title_limit) return;
  // "an institute researching ...": what only describes the last noun can go.
  const bool describes = governed.opening == Opening::gerund && end == governed.group.first &&
                         end > reading_.clauses[c].group.last && words_[end - 1].tag != Tag::pronoun;
  if (describes) return;
  std::string text = out;
  if (end < governed.group.first) text += " " + slice(end, governed.group.first);
  if (governed.opening == Opening::infinitive) text += " to";
  const bool had_object = title.has_object;
  const std::size_t bare = text.size() + 1 + verb_text(governed, governed.opening == Opening::infinitive).size();
  const std::uint32_t reached = write_predicate(next, governed.last, text, title);
  // "efforts to prevent and control": half of it says nothing.
  const bool goes_on = next + 1 < reading_.clauses.size() && reading_.clauses[next + 1].parent == governed.parent &&
                       reading_.clauses[next + 1].opening == governed.opening;
  if (had_object && goes_on && text.size() <= bare) return;
  if (text.size() > title_limit + 12) return;
  out = text;
  title.has_object = title.tells_governed = true;
  append_governed(next, reached, out, title);
}

Title TitleWriter::of_verb(std::size_t c) {
  const Clause& clause = reading_.clauses[c];
  Title title;
  std::string out;
  title.with_governor = write_governor(c, out, title);
  if (!title.with_governor) {
    write_subject(c, out, title);
    if (clause.opening == Opening::infinitive && clause.parent >= 0) {
      const Clause& governor = reading_.clauses[static_cast<std::size_t>(clause.parent)];
      const bool forward =
          words_[governor.group.main].meaning.any(Is::forward, Is::attitude, Is::against, Is::aspectual);
      const bool same_subject = !governor.subject.empty() && governor.subject.first == clause.subject.first;
      if (forward && same_subject)
        out +=
            " " + (governor.group.passive ? std::string(token_text(governor.group.main)) : verb_text(governor, true));
      out += " to";
    }
  }
  const std::uint32_t stop = write_predicate(c, clause.last, out, title);
  if (!title.has_object && clause.group.predicate < 0) append_told(c, out, title);
  append_governed(c, stop, out, title);
  title.text = finish(out);
  return title;
}

Title TitleWriter::of_noun(std::uint32_t token, std::int32_t c) {
  Title title;
  const std::size_t clause = c >= 0 ? static_cast<std::size_t>(c) : 0;
  const std::uint32_t sentence_first = c >= 0 ? analysis_.sentences[reading_.clauses[clause].sentence].first : 0;
  const std::uint32_t floor = c >= 0 ? sentence_first : (token > 12 ? token - 12 : 0);
  Phrase phrase = phrase_before(analysis_, words_, token + 1, floor);
  if (phrase.empty()) phrase = {token, token + 1, token};
  // "his 8 November win": over the time to the possessor.
  std::uint32_t k = phrase.first;
  while (k > floor && words_[k - 1].tag == Tag::time) --k;
  if (k < phrase.first && k > floor && (words_[k - 1].tag == Tag::possessive)) {
    const Phrase owner = phrase_before(analysis_, words_, k, floor);
    if (words_[k - 1].self.has(Is::pronoun_possessive))
      phrase.first = k - 1;
    else if (!owner.empty())
      phrase.first = owner.first;
    else {
      std::uint32_t start = k;
      while (start > floor && (words_[start - 1].tag == Tag::possessive || words_[start - 1].tag == Tag::name ||
                               joins(analysis_, words_, start - 1)))
        --start;
      phrase.first = start;
    }
  }
  phrase.last = token + 1;
  phrase.head = token;
  const bool owned = [&] {
    for (std::uint32_t i = phrase.first; i < token; ++i)
      if (words_[i].tag == Tag::possessive) return true;
    return false;
  }();
  std::string out = reading_.clauses.empty() ? slice(phrase.first, phrase.last)
                                             : phrase_text(phrase, clause, Cast::Role::object, title);
  const std::size_t before = out.size();
  std::uint32_t end = token + 1;
  const auto past = std::upper_bound(analysis_.sentences.begin(), analysis_.sentences.end(), token,
                                     [](std::uint32_t t, const Sentence& s) { return t < s.first; });
  const std::uint32_t limit = past == analysis_.sentences.begin() ? end : (past - 1)->last;
  while (end < limit &&
         (words_[end].tag == Tag::preposition || words_[end].tag == Tag::determiner || words_[end].tag == Tag::name ||
          words_[end].tag == Tag::noun || words_[end].tag == Tag::adjective || words_[end].tag == Tag::number ||
          words_[end].tag == Tag::possessive || words_[end].tag == Tag::time || words_[end].tag == Tag::pronoun ||
          words_[end].tag == Tag::conjunction || joins(analysis_, words_, end)))
    ++end;
  // "the meeting Anna held": a conjunction or a verb's subject does not belong to the noun.
  std::uint32_t stop = token + 1;
  while (stop < end && words_[stop].tag == Tag::preposition &&
         !words_[stop].self.any(Is::signal_after, Is::signal_before, Is::signal_since, Is::signal_during)) {
    std::uint32_t at = stop + 1;
    if (at < end && words_[at].tag == Tag::time) {
      while (at < end && words_[at].tag == Tag::time) ++at;
      stop = at;
      continue;
    }
    const Phrase part = phrase_after(analysis_, words_, at, end);
    if (part.empty() || part.first != at) break;
    stop = part.last;
  }
  complements(token + 1, stop, clause, out, title);
  title.has_actor = owned || out.size() > before;
  title.has_object = out.size() > before;
  title.text = finish(out);
  return title;
}

Title verb_title(const Analysis& analysis, const Reading& reading, const Cast& cast, std::size_t clause) {
  return TitleWriter(analysis, reading, cast).of_verb(clause);
}

Title noun_title(const Analysis& analysis, const Reading& reading, const Cast& cast, std::uint32_t token,
                 std::int32_t clause) {
  return TitleWriter(analysis, reading, cast).of_noun(token, clause);
}

}  // namespace annal
