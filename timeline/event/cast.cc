#include "timeline/event/cast.h"

#include <algorithm>

namespace annal {
namespace {

constexpr std::uint32_t sentences_back = 2;  ///< how far a pronoun looks for its name

}  // namespace

std::string_view Cast::text(std::uint32_t token) const {
  return quote(analysis_.document.text, analysis_.tokens[token].span());
}

Cast::Cast(const Analysis& analysis, const Reading& reading) : analysis_(analysis), reading_(reading) {
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
        if (after_title < last && analysis.tokens[after_title].glued) ++after_title;
        first = std::min(after_title, last);
      } else if (first > sentence.first && words[first - 1].self.has(Is::title_word)) {
        score += 4;
      }
      if (first > sentence.first) {
        const Tag before = words[first - 1].tag;
        if (before == Tag::determiner) score -= 3;
        if (before == Tag::preposition && words[first - 1].value == 1 && words[first - 1].self.has(Is::time_tie))
          score -= 2;
      }
      while (clause < clause_end && reading.clauses[clause].group.main < i) ++clause;
      bool subject = false;
      for (std::uint32_t c = clause; c < clause_end && c < clause + 2; ++c) {
        const Clause& k = reading.clauses[c];
        if (k.own_subject && k.subject.first <= i && i < k.subject.last) {
          subject = true;
          const ClassSet& verb = words[k.group.main].meaning;
          if (k.subject.head == i && verb.any(Is::reporting, Is::attitude, Is::perception, Is::act_toward)) score += 1;
        }
      }
      const std::string_view key = text(last);
      person_[key] += score;
      const std::string_view whole =
          std::string_view(analysis.document.text)
              .substr(analysis.tokens[first].begin, analysis.tokens[last].end - analysis.tokens[first].begin);
      auto& full = full_[key];
      if (whole.size() > full.size()) full = whole;
      mentions_.push_back({last, std::min(clause, clause_end == 0 ? 0 : clause_end - 1), subject});
    }
  }
}

bool Cast::person(std::uint32_t token) const {
  const auto found = person_.find(text(token));
  return found != person_.end() && found->second > 0;
}

Phrase Cast::without_title(Phrase phrase) const {
  const auto& words = reading_.words;
  std::uint32_t after = phrase.first;
  for (std::uint32_t k = phrase.first; k < phrase.last; ++k)
    if (words[k].self.has(Is::title_word)) after = k + 1;
  while (after < phrase.last && analysis_.tokens[after].glued) ++after;
  if (after == phrase.first || after >= phrase.last || words[after].tag != Tag::name) return phrase;
  for (std::uint32_t k = after; k < phrase.last; ++k)
    if (words[k].tag != Tag::name && !joins(analysis_, words, k)) return phrase;
  return {after, phrase.last, phrase.head >= after ? phrase.head : phrase.last - 1};
}

std::string_view Cast::name_of_pronoun(std::uint32_t token, std::size_t clause_index, bool object) const {
  const Clause& clause = reading_.clauses[clause_index];
  const Word& pronoun = reading_.words[token];
  if (pronoun.value != 1 && pronoun.value != 2) return {};  // he, she and their forms alone
  const auto own_subject = [&](std::uint32_t t) { return clause.subject.first <= t && t < clause.subject.last; };
  // "Kovar said she ...": the speaker.
  if (!object && clause.framed && clause.parent >= 0) {
    const Phrase& speaker = reading_.clauses[static_cast<std::size_t>(clause.parent)].subject;
    if (!speaker.empty() && reading_.words[speaker.head].tag == Tag::name && person(speaker.head))
      return text(speaker.head);
    if (!speaker.empty() && reading_.words[speaker.head].tag == Tag::pronoun && speaker.head < token)
      return name_of_pronoun(speaker.head, static_cast<std::size_t>(clause.parent), false);
  }
  auto after = std::lower_bound(mentions_.begin(), mentions_.end(), token,
                                [](const Mention& m, std::uint32_t t) { return m.token < t; });
  std::string_view found;
  for (auto m = after; m != mentions_.begin();) {
    --m;
    const std::uint32_t sentence = reading_.clauses.empty() ? 0 : reading_.clauses[m->clause].sentence;
    if (sentence + sentences_back < clause.sentence) break;
    if (!person(m->token)) continue;
    if (object && own_subject(m->token)) continue;
    if (!object && !m->subject && sentence == clause.sentence) continue;
    if (!object && !m->subject) {
      if (found.empty()) found = text(m->token);
      continue;
    }
    return text(m->token);
  }
  return found;
}

}  // namespace annal
