#include "timeline/event/title.h"

#include <algorithm>

#include "timeline/event/tie.h"

namespace annal {
namespace {

class TitleWriter {
 public:
  TitleWriter(const Analysis& analysis, const Reading& reading, const Cast& cast)
      : analysis_(analysis), reading_(reading), words_(reading.words), cast_(cast) {}

  Title of_verb(std::size_t c);
  Title of_noun(std::uint32_t token, std::int32_t c);

 private:
  std::string_view token_text(std::uint32_t i) const {
    return quote(analysis_.document.text, analysis_.tokens[i].span());
  }

  // The words [first, last) as the text spells them, white space made single.
  std::string slice(std::uint32_t first, std::uint32_t last) const {
    std::string out;
    for (std::uint32_t i = first; i < last; ++i) {
      if (i > first && !analysis_.tokens[i].glued) out += ' ';
      out += token_text(i);
    }
    return out;
  }

  // Whether word `i` before a phrase's head stays with it when the phrase is cut short.
  bool in_reach(std::uint32_t i, Phrase phrase) const {
    const Tag t = words_[i].tag;
    if (i < phrase.first || phrase.head - i > 5) return false;
    return t == Tag::name || t == Tag::noun || t == Tag::adjective || t == Tag::possessive || t == Tag::number ||
           joins(analysis_, words_, i);
  }

  // A phrase for a title: no article before it, no office before a name, no time inside, a name for a pronoun.
  std::string phrase_text(Phrase phrase, std::size_t clause, Cast::Role role, Title& title) {
    if (words_[phrase.head].tag == Tag::pronoun && phrase.last == phrase.first + 1) {
      const std::string_view name = cast_.name_of_pronoun(phrase.head, clause, role);
      if (name.empty()) {
        std::size_t of = clause;
        const Phrase other = role == Cast::Role::subject && !reading_.clauses.empty()
                                 ? cast_.antecedent(phrase.head, clause, of)
                                 : Phrase{};
        if (!other.empty()) return phrase_text(other, of, role, title);
        title.unresolved = true;
        return slice(phrase.first, phrase.last);
      }
      add_actor(std::string(name), title);
      return std::string(name);
    }
    if (words_[phrase.head].tag == Tag::number && !reading_.clauses.empty()) {
      // "the two": the pair spoken of last.
      const Phrase pair = pair_before(clause, phrase.first);
      if (!pair.empty()) return phrase_text(pair, clause, Cast::Role::subject, title);
    }
    // The parts of "A and B" are cut each by itself.
    for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
      if (words_[i].tag == Tag::conjunction && i > phrase.first && i + 1 < phrase.last) {
        const Phrase left{phrase.first, i, phrase.head < i ? phrase.head : i - 1};
        const Phrase right{i + 1, phrase.last, phrase.head > i ? phrase.head : phrase.last - 1};
        const std::string a = phrase_text(left, clause, role, title);
        return a + " " + std::string(token_text(i)) + " " + phrase_text(right, clause, role, title);
      }
    }
    const Phrase cut = cast_.without_title(phrase);
    std::uint32_t first = cut.first;
    while (first + 1 < cut.last && words_[first].tag == Tag::determiner &&
           words_[first].self.any(Is::article, Is::definite))
      ++first;
    std::string out;
    for (std::uint32_t i = first; i < cut.last; ++i) {
      const Word& w = words_[i];
      if (w.tag == Tag::time || (w.tag == Tag::determiner && w.self.has(Is::article))) continue;
      if (!out.empty() && !analysis_.tokens[i].glued) out += ' ';
      if (w.tag == Tag::possessive && w.self.has(Is::pronoun_possessive)) {
        const std::string_view name = cast_.name_of_pronoun(i, clause, Cast::Role::possessive);
        if (!name.empty() && named(name, title)) {
          out += token_text(i);  // "Kovar signed her will"
          continue;
        }
        if (!name.empty()) {
          add_actor(std::string(name), title);
          out += name;
          out += "'s";
          continue;
        }
        // "their campaign" without its people is "campaign".
        while (!out.empty() && out.back() == ' ') out.pop_back();
        continue;
      }
      out += token_text(i);
    }
    note_actors(cut, title);
    return out;
  }

  // Whether the title names the person whose name ends in `last_word`.
  static bool named(std::string_view last_word, const Title& title) {
    return std::any_of(title.actors.begin(), title.actors.end(), [&](const std::string& actor) {
      return actor.size() >= last_word.size() &&
             actor.compare(actor.size() - last_word.size(), last_word.size(), last_word) == 0 &&
             (actor.size() == last_word.size() || actor[actor.size() - last_word.size() - 1] == ' ');
    });
  }

  void add_actor(std::string name, Title& title) {
    if (name.empty() || std::find(title.actors.begin(), title.actors.end(), name) != title.actors.end()) return;
    title.actors.push_back(std::move(name));
  }

  // Names in the phrase, and a head that names a body that acts.
  void note_actors(Phrase phrase, Title& title) {
    for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
      if (words_[i].tag != Tag::name) continue;
      std::uint32_t last = i;
      while (last + 1 < phrase.last &&
             (words_[last + 1].tag == Tag::name ||
              (joins(analysis_, words_, last + 1) && last + 2 < phrase.last && words_[last + 2].tag == Tag::name)))
        ++last;
      // A name that only modifies ("Russian officials") is no actor of its own.
      const bool modifies =
          last + 1 < phrase.last && (words_[last + 1].tag == Tag::noun || words_[last + 1].tag == Tag::adjective);
      if (!modifies) {
        const Phrase name = cast_.without_title({i, last + 1, last});
        add_actor(slice(name.first, name.last), title);
      }
      i = last;
    }
    if (words_[phrase.head].tag == Tag::noun && words_[phrase.head].meaning.has(Is::actor_noun)) {
      std::uint32_t first = phrase.first;
      while (first < phrase.head && words_[first].tag == Tag::determiner) ++first;
      add_actor(slice(first, phrase.head + 1), title);
    }
  }

  // The subject "A and B" that stands last before token `at`, in this sentence or the one before.
  Phrase pair_before(std::size_t clause, std::uint32_t at) const {
    for (std::size_t k = clause + 1; k-- > 0;) {
      const Clause& other = reading_.clauses[k];
      if (other.sentence + 1 < reading_.clauses[clause].sentence) break;
      if (other.subject.empty() || other.subject.last > at) continue;
      for (std::uint32_t i = other.subject.first; i < other.subject.last; ++i)
        if (words_[i].tag == Tag::conjunction) return other.subject;
    }
    return {};
  }

  std::string verb_text(const Clause& clause, bool as_infinitive);
  // Whether the time at token `k` behind preposition `w` says how much, not when: "sentenced to nine years".
  bool measures(std::uint32_t k, const Word& w) const {
    return words_[k].timex >= 0 && w.self.has(Is::time_tie) && w.value == static_cast<std::uint8_t>(TieKind::to) &&
           analysis_.timexes[static_cast<std::size_t>(words_[k].timex)].value.type == TimexType::duration;
  }

  void append_told(std::size_t c, std::string& out, Title& title);
  std::string as_far_as_fits(const Clause& clause, std::size_t room) const;
  std::uint32_t complements(std::uint32_t from, std::uint32_t end, std::size_t clause, std::string& out, Title& title);

  static std::string finish(std::string text) {
    while (!text.empty() && (text.back() == ',' || text.back() == ' ' || text.back() == '-' || text.back() == '"'))
      text.pop_back();
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
    return text;
  }

  const Analysis& analysis_;
  const Reading& reading_;
  const std::vector<Word>& words_;
  const Cast& cast_;
};

// The verb group without adverbs; a perfect tense as the plain past where the form allows it ("has imposed":
// "imposed").
std::string TitleWriter::verb_text(const Clause& clause, bool as_infinitive) {
  const VerbGroup& g = clause.group;
  std::string out;
  const bool plain_perfect = g.aspect == Aspect::perfective && !g.passive && !g.negated && g.modal < 0 && g.finite &&
                             g.tense == Tense::present;
  for (std::uint32_t i = g.first; i < g.last; ++i) {
    const Word& w = words_[i];
    if (w.tag == Tag::adverb || w.tag == Tag::time || w.tag == Tag::pronoun) continue;
    if (plain_perfect && w.tag == Tag::have && i != g.main) continue;
    if (as_infinitive && w.tag == Tag::to) continue;
    if (!out.empty() && !analysis_.tokens[i].glued) out += ' ';
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
    if (w.tag == Tag::time || w.tag == Tag::adverb || w.tag == Tag::particle ||
        w.self.any(Is::adverb_earlier, Is::adverb_later)) {
      ++i;
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
      out += " " + slice(i, k) + " " + text;
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
    const Phrase phrase = phrase_after(analysis_, words_, i, end);
    if (phrase.empty() || phrase.first != i) {
      const bool of_time =
          i + 1 < end && (words_[i + 1].tag == Tag::time ||
                          (words_[i + 1].tag == Tag::preposition && i + 2 < end && words_[i + 2].tag == Tag::time));
      if (of_time) {  // "early on Monday"
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
    const bool mark = i == end || analysis_.tokens[i].kind == TokenKind::mark;
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
    if (!told.framed || told.parent != static_cast<std::int32_t>(c)) continue;
    const Title title_of_told = of_verb(k);
    std::string text = title_of_told.text;
    const Word& subject = words_[told.subject.head];
    const bool clear =
        title_of_told.has_actor || (subject.tag == Tag::pronoun && (subject.value == 0 || subject.value == 5));
    const bool empty_copula = told.group.copula && told.group.predicate < 0;
    if (text.empty() || !clear || !told.own_subject || empty_copula) return;
    if (out.size() + 1 + text.size() > title_limit + 12) return;
    const bool common = !subject.capital && subject.tag != Tag::pronoun && words_[told.subject.first].tag != Tag::name;
    const bool demonstrative = subject.tag == Tag::pronoun && subject.value == 0;
    if (demonstrative) {
      // "This is no time": only with what follows does it say anything.
      text = as_far_as_fits(told, title_limit + 12 - out.size() - 1);
      if (text.empty()) return;
    }
    if ((common || demonstrative) && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] + 32);
    out += " " + text;
    title.has_object = true;
    return;
  }
}

Title TitleWriter::of_verb(std::size_t c) {
  const Clause& clause = reading_.clauses[c];
  Title title;
  std::string out;
  const Phrase& subject = clause.subject;
  const bool has_subject =
      !subject.empty() && words_[subject.head].tag != Tag::time && !words_[subject.head].self.has(Is::relative);
  if (has_subject && !(clause.opening == Opening::participle && clause.group.tense == Tense::pastpart)) {
    out = phrase_text(subject, c, Cast::Role::subject, title);
    // A long subject keeps what stands round its head.
    if (out.size() > title_limit / 2) {
      std::uint32_t last = subject.head + 1, first = subject.head;
      while (first > subject.first && in_reach(first - 1, subject)) --first;
      if (first < last) {
        Title ignored;
        const std::string shorter = phrase_text({first, last, subject.head}, c, Cast::Role::subject, ignored);
        if (!shorter.empty() && words_[subject.head].tag != Tag::pronoun) out = shorter;
      }
    }
    title.has_actor = !title.unresolved;
  } else if (has_subject) {
    out = phrase_text(subject, c, Cast::Role::subject, title);
    title.has_actor = true;
  }
  const bool infinitive = clause.opening == Opening::infinitive && clause.parent >= 0;
  if (infinitive) {
    const Clause& governor = reading_.clauses[static_cast<std::size_t>(clause.parent)];
    const bool forward = words_[governor.group.main].meaning.any(Is::forward, Is::attitude, Is::against, Is::aspectual);
    const bool same_subject = !governor.subject.empty() && governor.subject.first == clause.subject.first;
    if (governor.group.predicate >= 0 &&
        words_[static_cast<std::uint32_t>(governor.group.predicate)].self.has(Is::adjective_forward)) {
      out += " " + std::string(token_text(static_cast<std::uint32_t>(governor.group.predicate)));
    } else if (forward && same_subject) {
      out += " " + (governor.group.passive ? std::string(token_text(governor.group.main)) : verb_text(governor, true));
    }
    out += " to";
  }
  out += (out.empty() ? "" : " ") + verb_text(clause, infinitive);
  if (clause.group.predicate >= 0) {
    const auto at = static_cast<std::uint32_t>(clause.group.predicate);
    const Phrase whole = phrase_after(analysis_, words_, clause.group.last, clause.last);
    if (words_[at].tag == Tag::noun && !whole.empty() && whole.head == at)
      out += " " + slice(whole.first, whole.last);
    else
      out += " " + std::string(token_text(at));
    title.has_object = true;
    std::string rest = out;
    complements(at + 1, clause.last, c, rest, title);
    out = rest;
  } else {
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
    complements(from, clause.last, c, out, title);
    if (!title.has_object && words_[clause.group.main].meaning.has(Is::reporting)) append_told(c, out, title);
  }
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

}  // namespace

Title verb_title(const Analysis& analysis, const Reading& reading, const Cast& cast, std::size_t clause) {
  return TitleWriter(analysis, reading, cast).of_verb(clause);
}

Title noun_title(const Analysis& analysis, const Reading& reading, const Cast& cast, std::uint32_t token,
                 std::int32_t clause) {
  return TitleWriter(analysis, reading, cast).of_noun(token, clause);
}

}  // namespace annal
