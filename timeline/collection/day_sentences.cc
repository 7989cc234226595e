// See day_sentences.h.
#include "timeline/collection/day_sentences.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace annal {
namespace {

constexpr std::size_t most_compared = 120;  // tellings of a day, so that its cost is bounded
constexpr std::uint32_t least_words = 6, most_words = 40;
constexpr double weight_by_closeness[] = {0.5, 0.8, 1};
constexpr double weight_of_bare_day = 0.7;  // no event is known to be of the day
constexpr double weight_of_quotation = 0.7;
constexpr double weight_of_same_day = 0.7;  // what is written on the day itself does not know how it ends
constexpr double weight_of_ahead = 0.3;     // what is written before it only expects it
constexpr double weight_of_denial = 0.3;
constexpr double alone = 0.1;       // what a sentence is worth that is like no other
constexpr double same = 0.6;        // likeness of two sentences that say the same
constexpr double repetition = 0.7;  // what likeness to a chosen sentence takes away

struct Candidate {
  DayTelling telling;
  SentenceWords words;
  double weight = 0;
};

/// The tellings that are compared: of an event before a bare day, with the day before without, near the front of their
/// document before behind.
std::vector<Candidate> candidates(const CollectionWords& words, std::span<const DayTelling> tellings) {
  std::vector<std::pair<std::uint32_t, const DayTelling*>> placed;
  std::map<std::uint32_t, std::uint32_t> told_of;
  for (const DayTelling& telling : tellings) placed.emplace_back(told_of[telling.source]++, &telling);
  std::ranges::stable_sort(placed, {},
                           [](const auto& p) { return std::tuple(!p.second->happens, !p.second->stated, p.first); });
  if (placed.size() > most_compared) placed.resize(most_compared);
  std::vector<Candidate> result;
  for (const auto& [place, telling] : placed) result.push_back({*telling, words.of(telling->sentence)});
  return result;
}

/// How much the other documents tell the same: of each, the most alike sentence.
std::vector<double> support(const std::vector<Candidate>& all) {
  std::vector<double> result(all.size(), 0);
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::map<std::uint32_t, double> best;
    for (const Candidate& other : all) {
      if (other.telling.source == all[i].telling.source) continue;
      double& most = best[other.telling.source];
      most = std::max(most, likeness(all[i].words.words, other.words.words));
    }
    for (const auto& [source, most] : best) result[i] += most;
  }
  return result;
}

double weight_of(const Timeline& timeline, const Candidate& candidate, double support) {
  double weight = (alone + support) * weight_by_closeness[static_cast<std::size_t>(candidate.words.closeness)];
  if (!candidate.telling.happens) weight *= weight_of_bare_day;
  if (candidate.telling.status == Status::denied) weight *= weight_of_denial;
  if (candidate.words.quotes) weight *= weight_of_quotation;
  const Dct& dct = timeline.sources.empty() ? timeline.document.dct : timeline.sources[candidate.telling.source].dct;
  if (!dct.known() || day_number(dct.at) > candidate.telling.day) return weight;
  return weight * (day_number(dct.at) == candidate.telling.day ? weight_of_same_day : weight_of_ahead);
}

bool is_readable(const Candidate& candidate) {
  return candidate.words.length >= least_words && candidate.words.length <= most_words;
}

}  // namespace

std::vector<DaySentence> best_sentences(const Timeline& timeline, const CollectionWords& words,
                                        std::span<const DayTelling> tellings, std::size_t count) {
  std::vector<Candidate> all = candidates(words, tellings);
  const std::vector<double> supported = support(all);
  for (std::size_t i = 0; i < all.size(); ++i) all[i].weight = weight_of(timeline, all[i], supported[i]);
  if (std::ranges::any_of(all, is_readable)) std::erase_if(all, [](const Candidate& c) { return !is_readable(c); });

  std::vector<DaySentence> chosen;
  while (!all.empty() && chosen.size() < count) {
    const auto best = std::ranges::max_element(all, {}, &Candidate::weight);
    const Candidate taken = std::move(*best);
    all.erase(best);
    chosen.push_back({taken.telling.sentence, taken.telling.status.value_or(Status::fact)});
    std::erase_if(all, [&](const Candidate& c) { return likeness(c.words.words, taken.words.words) >= same; });
    for (Candidate& c : all) c.weight *= 1 - repetition * likeness(c.words.words, taken.words.words);
  }
  return chosen;
}

}  // namespace annal
