// See day_ranking.h.
#include "timeline/collection/day_ranking.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <span>
#include <string>

#include "core/text/sentence.h"
#include "timeline/about.h"
#include "timeline/collection/collection_words.h"
#include "timeline/collection/day_sentences.h"
#include "timeline/collection/day_tellings.h"
#include "timeline/sources.h"

namespace annal {
namespace {

// Round figures, chosen by hand. Others near them rank the days of bench/accuracy about as well.
constexpr double weight_by_closeness[] = {0.3, 0.5, 1};
constexpr double weight_of_unstated = 0.3;      // an event is known to be of the day, but the sentence does not say so
constexpr double weight_of_ahead = 0.5;         // told before it came
constexpr double growth_of_looking_back = 0.3;  // for each factor e of days between
constexpr double weight_of_day_after = 1.2;     // news of the day before, which one day later is still news
constexpr double weight_of_front = 1.5;         // told in the headline or the first sentence
constexpr double weight_in_chronology = 3;
constexpr double weight_of_denial = 0.1;        // the sentence says that it did not happen
constexpr double weight_of_writing = 0.2;       // a document is written on that day
constexpr std::size_t least_of_chronology = 3;  // days that begin sentences
constexpr std::uint32_t sentences_in_front = 2;
constexpr std::int64_t neighbourhood = 30;  // days before and behind
constexpr double many_documents = 100;      // of a neighbourhood

/// The day a document was written on.
std::optional<std::int64_t> day_of_writing(const Timeline& timeline, std::uint32_t source) {
  const Dct& dct = timeline.sources.empty() ? timeline.document.dct : timeline.sources[source].dct;
  return dct.known() ? std::optional(day_number(dct.at)) : std::nullopt;
}

class DayRanking {
 public:
  explicit DayRanking(const Timeline& timeline)
      : timeline_(timeline), words_(timeline), tellings_(tellings_of(timeline)) {
    std::map<std::uint32_t, std::set<std::int64_t>> led;
    for (const DayTelling& telling : tellings_)
      if (telling.leading) led[telling.source].insert(telling.day);
    for (const auto& [source, days] : led)
      if (days.size() >= least_of_chronology) chronologies_.insert(source);
    const auto sources = static_cast<std::uint32_t>(std::max<std::size_t>(timeline.sources.size(), 1));
    for (std::uint32_t source = 0; source < sources; ++source)
      if (const auto day = day_of_writing(timeline, source)) ++written_[*day];
    first_sentence_.assign(sources, 0);
    for (std::size_t i = timeline.sentences.size(); i-- > 0;)
      first_sentence_[source_at(timeline, timeline.sentences[i].span.begin)] = static_cast<std::uint32_t>(i);
  }

  /// Keeps what sentences tell of the day of an event of a participant of this name.
  void keep_about(const std::string& name) {
    std::multimap<std::size_t, const Event*> events;
    for (const std::uint32_t e : events_about(timeline_, name))
      for (const Span mention : timeline_.events[e].mentions)
        events.emplace(sentence_at(timeline_.sentences, mention.begin), &timeline_.events[e]);
    std::erase_if(tellings_, [&](const DayTelling& telling) {
      const auto [first, last] = events.equal_range(telling.sentence);
      const CivilSeconds begin = telling.day * seconds_per_day, end = begin + seconds_per_day;
      return std::none_of(first, last, [&](const auto& at) {
        return at.second->start.earliest < end && begin < at.second->end.latest;
      });
    });
  }

  std::vector<RankedDay> run(const DayOptions& options) const {
    std::vector<std::pair<RankedDay, std::span<const DayTelling>>> days;
    for (auto at = tellings_.begin(); at != tellings_.end();) {
      const auto next = std::find_if(at, tellings_.end(), [&](const DayTelling& t) { return t.day != at->day; });
      const std::span<const DayTelling> told(at, next);
      const CivilSeconds begin = at->day * seconds_per_day;
      at = next;
      if (begin < options.from.value_or(unbounded_past) || begin >= options.to.value_or(unbounded_future)) continue;
      days.emplace_back(weigh(told), told);
    }
    std::ranges::stable_sort(days, std::greater(), [](const auto& day) { return day.first.weight; });
    if (days.size() > options.days) days.resize(options.days);
    std::vector<RankedDay> ranked;
    for (auto& [day, told] : days) {
      if (options.sentences > 0) day.sentences = best_sentences(timeline_, words_, told, options.sentences);
      ranked.push_back(std::move(day));
    }
    return ranked;
  }

 private:
  /// The weight of the day that all of `told` tell of.
  RankedDay weigh(std::span<const DayTelling> told) const {
    RankedDay day;
    day.day = told.front().day;
    for (auto at = told.begin(); at != told.end();) {
      const auto next = std::find_if(at, told.end(), [&](const DayTelling& t) { return t.source != at->source; });
      double best = 0;
      for (; at != next; ++at) best = std::max(best, vote(*at));
      day.weight += best;
      day.sources.push_back(std::prev(next)->source);
    }
    if (const auto found = written_.find(day.day); found != written_.end())
      day.weight += weight_of_writing * found->second;
    day.weight /= std::sqrt(1 + written_around(day.day) / many_documents);
    return day;
  }

  /// How many documents were written in the weeks round a day.
  double written_around(std::int64_t day) const {
    double sum = 0;
    const auto end = written_.upper_bound(day + neighbourhood);
    for (auto at = written_.lower_bound(day - neighbourhood); at != end; ++at) sum += at->second;
    return sum;
  }

  bool is_in_front(const DayTelling& telling) const {
    return telling.sentence - first_sentence_[telling.source] < sentences_in_front;
  }

  double vote(const DayTelling& telling) const {
    double weight = weight_by_closeness[static_cast<std::size_t>(words_.of(telling.sentence).closeness)];
    if (!telling.stated) weight *= weight_of_unstated;
    if (is_in_front(telling)) weight *= weight_of_front;
    if (telling.status == Status::denied) weight *= weight_of_denial;
    const auto written = day_of_writing(timeline_, telling.source);
    const std::int64_t later = written ? *written - telling.day : 0;
    if (later < 0) return weight * weight_of_ahead;
    if (later == 0) return weight;
    if (later == 1) return weight * weight_of_day_after;
    weight *= 1 + growth_of_looking_back * std::log(static_cast<double>(later));
    return telling.leading && chronologies_.contains(telling.source) ? weight * weight_in_chronology : weight;
  }

  const Timeline& timeline_;
  CollectionWords words_;
  std::vector<DayTelling> tellings_;
  std::set<std::uint32_t> chronologies_;
  std::map<std::int64_t, double> written_;     ///< documents by day
  std::vector<std::uint32_t> first_sentence_;  ///< of each document
};

}  // namespace

std::vector<RankedDay> rank_days(const Timeline& timeline, const DayOptions& options) {
  DayRanking ranking(timeline);
  if (options.about) ranking.keep_about(*options.about);
  return ranking.run(options);
}

}  // namespace annal
