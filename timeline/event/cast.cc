#include "timeline/event/cast.h"

#include <algorithm>

namespace annal {
namespace {

constexpr std::uint32_t sentences_back = 2;  ///< how far a pronoun looks for its name

}  // namespace

std::string_view Cast::text(std::uint32_t token) const {
  return slice(analysis_.document.text, analysis_.tokens[token].span());
}

Cast::Cast(const Analysis& analysis, const Reading& reading, const EventLexicon& lexicon)
    : analysis_(analysis), reading_(reading) {
  const auto& words = reading.words;
  for (std::uint32_t s = 0; s < analysis.sentences.size(); ++s) {
    const Sentence& sentence = analysis.sentences[s];
    std::uint32_t clause = reading.sentence_clause[s];
    const std::uint32_t clause_end = reading.sentence_clause[s + 1];
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (words[i].tag != Tag::name) continue;
      std::uint32_t first = i;
      while (i + 1 < sentence.last &&
             (words[i + 1].tag == Tag::name ||
              (joins(analysis, words, i + 1) && i + 2 < sentence.last && words[i + 2].tag == Tag::name)))
        ++i;
      std::uint32_t last = i;
      std::uint32_t after_title = first;
      for (std::uint32_t k = first; k <= last; ++k)
        if (words[k].self.has(Is::title_word)) after_title = k + 1;
      int score = 0;
      if (after_title > first && after_title <= last) {
        score += 4;
        while (after_title <= last && words[after_title].tag != Tag::name) ++after_title;
        // "President-elect Kovar"
        if (after_title < last && analysis.tokens[after_title].no_space_before) ++after_title;
        first = std::min(after_title, last);
      } else if (first > sentence.first && words[first - 1].self.has(Is::title_word)) {
        score += 4;
      }
      if (first > sentence.first) {
        const Tag before = words[first - 1].tag;
        if (before == Tag::determiner) score -= 3;
        if (before == Tag::preposition && words[first - 1].self.has(Is::place_mark)) score -= 2;
      }
      while (clause < clause_end && reading.clauses[clause].group.main < i) ++clause;
      bool subject = false;
      for (std::uint32_t c = clause; c < clause_end && c < clause + 2; ++c) {
        const Clause& k = reading.clauses[c];
        if (k.own_subject && k.subject.first <= i && i < k.subject.last) {
          subject = true;
          const ClassSet& verb = words[k.group.main].meaning;
          // "Anna Kovar left": a name of several words in front of a verb.
          if (k.subject.head == i && last > first && k.subject.first == first) score += 1;
          if (k.subject.head == i && verb.any(Is::reporting, Is::attitude, Is::perception, Is::act_toward)) score += 1;
        }
      }
      const std::string_view key = text(last);
      person_[key] += score;
      if (const std::uint8_t gender = first < last ? lexicon.gender_of_name(text(first)) : 0; gender != 0) {
        person_[key] += 1;
        // Two of one name, "Anna Kovar" and "Boris Kovar": either.
        const auto [entry, fresh] = gender_.try_emplace(key, gender);
        if (!fresh && entry->second != gender) entry->second = 0;
      }
      mentions_.push_back({last, s, subject});
    }
  }
  // In order of place, so that a chain of "she ... she ..." is followed one step at a time.
  subjects_.resize(reading.clauses.size());
  antecedents_.resize(reading.clauses.size());
  for (std::size_t c = 0; c < reading.clauses.size(); ++c) {
    const Phrase& subject = reading.clauses[c].subject;
    if (subject.empty() || words[subject.head].tag != Tag::pronoun) continue;
    subjects_[c] = search(subject.head, c, Role::subject);
    antecedents_[c].phrase = antecedent(subject.head, c, antecedents_[c].clause);
  }
}

bool Cast::person(std::uint32_t token) const {
  const auto found = person_.find(text(token));
  return found != person_.end() && found->second > 0;
}

bool Cast::fits(std::uint32_t token, std::uint8_t pronoun) const {
  if (!person(token)) return false;
  const auto found = gender_.find(text(token));
  return found == gender_.end() || found->second == 0 || found->second == pronoun;
}

Phrase Cast::without_title(Phrase phrase) const {
  const auto& words = reading_.words;
  std::uint32_t after = phrase.first;
  for (std::uint32_t k = phrase.first; k < phrase.last; ++k)
    if (words[k].self.has(Is::title_word)) after = k + 1;
  while (after < phrase.last && analysis_.tokens[after].no_space_before) ++after;
  if (after == phrase.first || after >= phrase.last || words[after].tag != Tag::name) return phrase;
  for (std::uint32_t k = after; k < phrase.last; ++k)
    if (words[k].tag != Tag::name && !joins(analysis_, words, k)) return phrase;
  return {after, phrase.last, phrase.head >= after ? phrase.head : phrase.last - 1};
}

std::string_view Cast::name_of_pronoun(std::uint32_t token, std::size_t clause, Role role) const {
  if (reading_.clauses.empty()) return {};  // a text without a verb: nobody acts in it
  if (role == Role::subject && reading_.clauses[clause].subject.head == token) return subjects_[clause];
  return search(token, clause, role);
}

std::string_view Cast::search(std::uint32_t token, std::size_t clause_index, Role role) const {
  const Clause& clause = reading_.clauses[clause_index];
  const Word& pronoun = reading_.words[token];
  if (pronoun.value != 1 && pronoun.value != 2) return {};  // he, she and their forms alone
  const Phrase& own = clause.subject;
  const auto name_of_head = [&](const Phrase& phrase, std::size_t of) -> std::string_view {
    if (phrase.empty() || phrase.head >= token) return {};
    const Word& head = reading_.words[phrase.head];
    if (head.tag == Tag::name && fits(phrase.head, pronoun.value)) return text(phrase.head);
    if (head.tag == Tag::pronoun && head.value == pronoun.value) return subjects_[of];
    return {};
  };
  if (role == Role::subject && clause.framed && clause.parent >= 0) {
    // "Kovar said she ...": the speaker.
    const auto parent = static_cast<std::size_t>(clause.parent);
    const std::string_view speaker = name_of_head(reading_.clauses[parent].subject, parent);
    if (!speaker.empty()) return speaker;
  }
  if (role == Role::possessive) {
    // "called him and thanked him for his help"; "Kovar signed her will".
    for (std::uint32_t k = token; k-- > clause.group.last;) {
      const Word& w = reading_.words[k];
      if (w.tag == Tag::pronoun && w.self.has(Is::pronoun_object) && w.value == pronoun.value)
        return search(k, clause_index, Role::object);
    }
    if (own.last <= token) {
      const std::string_view subject = name_of_head(own, clause_index);
      if (!subject.empty()) return subject;
      // "the mayor changed his mind": hers or his, but of no name that we know.
      if (!own.empty() && own.head < token && reading_.words[own.head].tag == Tag::noun &&
          !reading_.words[own.head].plural)
        return {};
    }
  }
  // An object is none of those who act, nor a name set beside them: "two men, Kovar and Brandt, testified against him".
  std::uint32_t acting_end = own.last;
  for (std::uint32_t c = reading_.sentence_clause[clause.sentence]; c <= clause_index && !own.empty(); ++c) {
    const Clause& same = reading_.clauses[c];
    if (same.subject.first != own.first || same.group.first < own.last) continue;
    acting_end = same.group.first;
    break;
  }
  // The first person that the sentence speaks of, subjects before others; then the same one sentence further back.
  const auto before = std::lower_bound(mentions_.begin(), mentions_.end(), token,
                                       [](const Mention& m, std::uint32_t t) { return m.token < t; });
  auto end = before;
  for (std::uint32_t back = 0; back <= sentences_back && back <= clause.sentence; ++back) {
    const std::uint32_t sentence = clause.sentence - back;
    auto begin = end;
    while (begin != mentions_.begin() && (begin - 1)->sentence >= sentence) --begin;
    std::string_view first;
    // A pronoun of the same kind before this one, whose name is known.
    for (std::uint32_t c = reading_.sentence_clause[sentence]; c < reading_.sentence_clause[sentence + 1]; ++c) {
      const Phrase& subject = reading_.clauses[c].subject;
      if (subject.empty() || subject.head >= token || reading_.words[subject.head].tag != Tag::pronoun) continue;
      if (reading_.words[subject.head].value != pronoun.value || subjects_[c].empty()) continue;
      if (role == Role::object && own.first <= subject.head && subject.head < own.last) continue;
      if (begin != end && begin->token < subject.head && begin->subject && fits(begin->token, pronoun.value)) break;
      return subjects_[c];
    }
    for (auto m = begin; m != end; ++m) {
      if (!fits(m->token, pronoun.value)) continue;
      if (role == Role::object && own.first <= m->token && m->token < acting_end) continue;
      if (m->subject) return text(m->token);
      if (first.empty()) first = text(m->token);
    }
    if (!first.empty()) return first;
    end = begin;
  }
  return {};
}

// Whether the phrase is of several: a plural, "A and B", or a word for people that opens its sentence without an
// article
// ("Rescuers reached"), which no table knows as a plural.
bool Cast::several(const Phrase& phrase) const {
  const auto& words = reading_.words;
  for (std::uint32_t i = phrase.first; i < phrase.last; ++i)
    if (words[i].tag == Tag::conjunction) return true;
  const Word& head = words[phrase.head];
  if (head.plural) return true;
  if (head.tag != Tag::name || !head.person || phrase.head != phrase.first) return false;
  const auto after = std::upper_bound(analysis_.sentences.begin(), analysis_.sentences.end(), phrase.head,
                                      [](std::uint32_t at, const Sentence& s) { return at < s.first; });
  return after != analysis_.sentences.begin() && (after - 1)->first == phrase.head;
}

Phrase Cast::object_antecedent(std::uint32_t token, std::size_t clause_index, std::size_t& of) const {
  const auto& words = reading_.words;
  const Word& pronoun = words[token];
  const bool plural = pronoun.value == 4;
  if (pronoun.value != 3 && !plural) return {};
  const Clause& clause = reading_.clauses[clause_index];
  if (!clause.subject.empty() && words[clause.subject.head].tag == Tag::pronoun) return {};
  const std::uint32_t own = clause.subject.empty() ? token : clause.subject.first;
  // From the sentence before on, one thing alone may fit, and it is told of as a subject or an object.
  const std::uint32_t sentence = clause.sentence;
  if (sentence == 0 || analysis_.sentences[sentence - 1].block != analysis_.sentences[sentence].block) return {};
  Phrase found;
  for (std::uint32_t i = analysis_.sentences[sentence - 1].first; i < token; ++i) {
    const Word& w = words[i];
    if (i >= own && i < clause.group.last) continue;
    if (w.tag == Tag::pronoun && w.value == pronoun.value) return {};
    const bool head =
        is_nominal(w.tag) && !(i + 1 < token && (is_nominal(words[i + 1].tag) || words[i + 1].tag == Tag::possessive));
    if (!head || w.timex >= 0) continue;
    const Phrase phrase = phrase_before(analysis_, words, i + 1, analysis_.sentences[sentence - 1].first);
    if (phrase.empty() || several(phrase) != plural) continue;
    if (!plural && (w.person || (w.tag == Tag::name && person(i)))) continue;
    if (!found.empty()) return {};
    found = phrase;
  }
  if (found.empty()) return {};
  for (std::size_t c = clause_index; c-- > 0 && reading_.clauses[c].sentence + 1 >= sentence;) {
    const Clause& other = reading_.clauses[c];
    for (const Phrase& phrase : {other.subject, other.object}) {
      if (phrase.empty() || phrase.head != found.head) continue;
      of = c;
      return found;
    }
  }
  return {};
}

Phrase Cast::antecedent(std::uint32_t token, std::size_t clause_index, std::size_t& of) const {
  const Word& pronoun = reading_.words[token];
  const Clause& clause = reading_.clauses[clause_index];
  const bool several = pronoun.value == 4;
  if (pronoun.value != 3 && !several) return {};
  // "It was clear that ...", "it takes time to ...": the word stands for nothing. Who plans or says is someone.
  const bool agent = !clause.group.passive &&
                     reading_.words[clause.group.main].meaning.any(Is::forward, Is::act_toward, Is::reporting);
  if (!several && !agent &&
      (clause.group.copula || (clause_index + 1 < reading_.clauses.size() &&
                               reading_.clauses[clause_index + 1].parent == static_cast<std::int32_t>(clause_index))))
    return {};
  for (std::size_t c = clause_index; c-- > 0;) {
    const Clause& other = reading_.clauses[c];
    if (other.sentence + 1 < clause.sentence) break;
    if (!other.group.finite || other.framed || other.opening == Opening::relative || other.subject.empty()) continue;
    if (other.sentence == clause.sentence && other.opening != Opening::main && other.opening != Opening::coordinate)
      continue;
    if (other.subject.last > token) continue;
    const std::uint32_t block = analysis_.sentences[other.sentence].block;
    if (block != analysis_.sentences[clause.sentence].block) break;
    const Word& head = reading_.words[other.subject.head];
    if (head.tag == Tag::pronoun) {
      if (head.value != pronoun.value) return {};
      of = antecedents_[c].clause;
      return antecedents_[c].phrase;
    }
    if (!several && head.person) continue;  // no "it"
    const bool plural = this->several(other.subject);
    if (!is_nominal(head.tag) || (head.tag == Tag::name && person(other.subject.head) && !plural)) return {};
    if (plural != several) return {};
    of = c;
    return other.subject;
  }
  return {};
}

}  // namespace annal
