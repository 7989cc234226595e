#include "core/syntax/time_words.h"

#include <algorithm>
#include <vector>

namespace annal::syntax {
namespace {

constexpr std::uint8_t doubtful = 60;  // hundredths: what a mended arc is worth at most
constexpr std::int32_t reach = 16;     // words before a time that are looked at

bool is_nominal(Upos upos) { return upos == Upos::noun || upos == Upos::propn || upos == Upos::pron; }

void hang(Word& word, std::int32_t head, Deprel deprel) {
  word.head = head;
  word.deprel = deprel;
  word.confidence = std::min(word.confidence, doubtful);
}

// The noun before the time that the parser made part of it: "election" of "election last week"; -1 for none.
std::int32_t swallowed(std::span<const Word> words, std::int32_t time) {
  for (std::int32_t k = time - 1;
       k >= std::max(0, time - reach) && words[static_cast<std::size_t>(k)].upos != Upos::punct; --k) {
    const Word& w = words[static_cast<std::size_t>(k)];
    if (w.head != time) continue;
    const bool part = w.deprel == Deprel::compound || w.deprel == Deprel::flat || w.deprel == Deprel::appos;
    return part && is_nominal(w.upos) && w.time < 0 ? k : -1;
  }
  return -1;
}

// The noun behind a time and the mark of a possessor, where the parser hangs both on one word; -1 for none.
std::int32_t possessed(std::span<const Word> words, std::int32_t time) {
  const std::int32_t head = words[static_cast<std::size_t>(time)].head;
  const auto next = static_cast<std::size_t>(time) + 1;
  if (next >= words.size() || words[next].head != time || words[next].deprel != Deprel::case_ || head < 0) return -1;
  const auto end = std::min(words.size(), next + static_cast<std::size_t>(reach));
  for (std::size_t k = next + 1; k < end && words[k].upos != Upos::punct; ++k)
    if (words[k].head == head && is_nominal(words[k].upos)) return static_cast<std::int32_t>(k);
  return -1;
}

// "meet in Sunday's final": what stands before the time and governs the noun behind it is the noun's.
void hang_adposition(std::span<Word> words, std::int32_t time) {
  const Word& owner = words[static_cast<std::size_t>(time)];
  if (owner.deprel != Deprel::nmod_poss || owner.head < time || time == 0) return;
  Word& before = words[static_cast<std::size_t>(time) - 1];
  if (before.deprel != Deprel::case_ || before.head != time) return;
  std::int32_t noun = owner.head;
  for (const Word* w = &words[static_cast<std::size_t>(noun)];
       w->head > noun && (w->deprel == Deprel::compound || w->deprel == Deprel::nmod_poss);
       w = &words[static_cast<std::size_t>(noun)])
    noun = w->head;
  before.head = noun;
}

// "Between 3 and 5 May workers went on strike": the times are joined where the noun behind them and the first of them
// hang on one verb.
bool hang_joined(std::span<Word> words, std::int32_t time) {
  const auto at = [&](std::int32_t k) -> Word& { return words[static_cast<std::size_t>(k)]; };
  if (time < 3 || at(time).head <= time || at(time - 1).deprel != Deprel::cc || at(time - 2).time < 0) return false;
  const bool part = at(time).deprel == Deprel::compound || at(time).deprel == Deprel::nummod ||
                    at(time).deprel == Deprel::amod || at(time).deprel == Deprel::nmod;
  const std::int32_t verb = at(time - 2).head;
  const bool adverbial = at(time - 2).deprel == Deprel::obl && at(time - 3).deprel == Deprel::case_;
  if (!part || !adverbial || verb != at(at(time).head).head || verb < time) return false;
  hang(at(time), time - 2, Deprel::conj);
  at(time - 1).head = time;
  return true;
}

}  // namespace

void mend_times(std::span<Word> words) {
  for (std::int32_t t = 0; t < static_cast<std::int32_t>(words.size()); ++t) {
    Word& time = words[static_cast<std::size_t>(t)];
    if (time.time < 0) continue;
    // "Brandt's election last week": the election stands where the week stood, with what stands before it.
    if (const std::int32_t noun = swallowed(words, t); noun >= 0) {
      for (std::int32_t k = std::max(0, t - reach); k < t; ++k)
        if (words[static_cast<std::size_t>(k)].head == t && k != noun) words[static_cast<std::size_t>(k)].head = noun;
      hang(words[static_cast<std::size_t>(noun)], time.head, time.deprel);
      hang(time, noun, Deprel::nmod);
      continue;
    }
    // "Monday's fire killed two": what has the mark of a possessor is none of the verb's.
    if (const std::int32_t noun = possessed(words, t); noun >= 0) {
      hang(time, noun, Deprel::nmod_poss);
      hang_adposition(words, t);
      continue;
    }
    hang_adposition(words, t);
    if (hang_joined(words, t)) continue;
    // "On Saturday police arrested him": the adposition right before the time is the time's, and what has none before
    // it is no part of the time.
    if (t == 0 || time.head <= t || time.deprel != Deprel::compound) continue;
    Word& before = words[static_cast<std::size_t>(t) - 1];
    const Word& noun = words[static_cast<std::size_t>(time.head)];
    if (before.deprel != Deprel::case_ || before.head != time.head || noun.head < 0) continue;
    before.head = t;
    hang(time, noun.head, Deprel::obl);
  }
}

}  // namespace annal::syntax
