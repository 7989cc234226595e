// See same_happening.h.
#include "timeline/collection/same_happening.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "core/calendar/interval.h"
#include "timeline/collection/agreement.h"
#include "timeline/collection/average_link.h"
#include "timeline/collection/full_names.h"
#include "timeline/collection/setting.h"
#include "timeline/collection/wording.h"
#include "timeline/sources.h"

namespace annal {
namespace {

constexpr std::size_t large_block = 96;    ///< events of one name in one story, from which not all are compared
constexpr std::size_t most_compared = 48;  ///< of a larger block, those that begin next after an event
constexpr std::int32_t unlike = -300;      ///< the score of two events of different names
constexpr CivilSeconds long_apart = 60 * seconds_per_day;

/// When an event was, as far as it is known on the calendar; a guess excludes nothing.
Interval window_of(const Event& event) {
  Interval window{unbounded_past, unbounded_future};
  if (event.when.guess) return window;
  if (event.start.frame == Frame::calendar) window.begin = event.start.earliest;
  if (event.end.frame == Frame::calendar) window.end = event.end.latest;
  return window;
}

bool meet(Interval a, Interval b) { return a.begin < b.end && b.begin < a.end; }

const Dct& dct_of(const Timeline& timeline, const Event& event) {
  return timeline.sources[source_at(timeline, event.span.begin)].dct;
}

/// Whether an event was not long before its text was written, as far as is known.
bool is_news(const Event& event, const Dct& written) { return window_of(event).end > written.at - long_apart; }

bool is_denied(const Event& event) { return event.polarity == Polarity::neg || event.status == Status::denied; }

using Words = std::vector<std::uint32_t>;

bool is_dated(const Event& event) { return !event.timexes.empty() && !event.when.guess; }

/// Whether of two events, of which no sure time dates one or both, that time is far from the other's, as far as is
/// known: their texts were written long apart, or the one that is dated was long before its text.
bool are_far(const Timeline& timeline, const Event& a, const Event& b) {
  if (is_dated(a) && is_dated(b)) return false;
  const Dct &one = dct_of(timeline, a), &other = dct_of(timeline, b);
  if (!one.known() || !other.known()) return false;
  if (std::max(one.at, other.at) - std::min(one.at, other.at) > long_apart) return true;
  return is_dated(a) != is_dated(b) && is_news(a, one) != is_news(b, other);
}

/// Whether the sentences of two events share a content word beside those that tell the two.
bool share_company(const ToldEvent& a, const ToldEvent& b) {
  return std::ranges::any_of(a.sentence, [&](std::uint32_t word) {
    return std::ranges::binary_search(b.sentence, word) && !std::ranges::binary_search(a.head, word) &&
           !std::ranges::binary_search(b.head, word);
  });
}

/// Whether two events have too little in common to be one. Who acts or what it is done to must not be only others,
/// unless their sentences speak of the same. Light verbs ("come", "take"), what the one tells as coming and the other
/// as come, and what is far from each other in time need a participant in common.
bool lack_participant(const Event& a, const Event& b, const ToldEvent& x, const ToldEvent& y) {
  const auto both = [](const Words& p, const Words& q) { return !p.empty() && !q.empty(); };
  if (share_any(x.agent, y.agent) || share_any(x.undergoer, y.undergoer)) return false;
  if (x.classes.has(Is::light) && y.classes.has(Is::light)) return true;
  const bool told = both(x.agent, y.agent) || both(x.undergoer, y.undergoer);
  if (told && (a.status == Status::expected) != (b.status == Status::expected)) return true;
  return told && x.document != y.document && !share_company(x, y);
}

/// An event in a block of those that one name may stand for.
struct Named {
  std::uint32_t story = 0;
  std::string name;
  CivilSeconds from = 0;
  std::uint32_t event = 0;

  auto block() const { return std::tie(story, name); }
  friend bool operator<(const Named& a, const Named& b) {
    return std::tie(a.story, a.name, a.from, a.event) < std::tie(b.story, b.name, b.from, b.event);
  }
};

/// Each event under its group or lemma, and under its stem.
std::vector<Named> names_of(const Timeline& timeline, const HappeningPairs& pairs, const Stories& stories) {
  std::vector<Named> named;
  for (std::uint32_t e = 0; e < timeline.events.size(); ++e) {
    const ToldEvent& told = pairs.told(e);
    if (told.lemma.empty()) continue;
    const std::uint32_t story = stories.of(told.document);
    const CivilSeconds from = window_of(timeline.events[e]).begin;
    named.push_back(
        {story, told.group >= 0 ? "#" + std::to_string(told.group) : "=" + std::string(told.lemma), from, e});
    if (const std::string_view stem = stem_of(told.lemma); !stem.empty())
      named.push_back({story, "~" + std::string(stem), from, e});
  }
  std::sort(named.begin(), named.end());
  return named;
}

/// Whether clusters of events exclude each other.
class Exclusion {
 public:
  Exclusion(const Timeline& timeline, const ContentWords& words, const HappeningPairs& pairs,
            const SameHappeningOptions& options)
      : timeline_(timeline), pairs_(pairs), options_(options) {
    WordingReader reader(timeline);
    for (const Event& event : timeline.events) wordings_.push_back(reader.read(event));
    settings_ = settings_of(timeline, words, pairs);
  }

  /// Much happens on one day: of two events that have one by their own words, that day says little, and participants
  /// decide. What has no date of its own takes part in that of another document only where who takes part says so.
  bool are_told_apart(std::uint32_t x, std::uint32_t y) const {
    const bool here = pairs_.told(x).document == pairs_.told(y).document;
    if (!here && lie_apart(settings_[x], settings_[y])) return true;
    const bool dated = is_dated(timeline_.events[x]), other_dated = is_dated(timeline_.events[y]);
    const Wording &one = wordings_[x], &other = wordings_[y];
    if (dated && other_dated) return contradict(one, other) || tell_other_things(one, other);
    if (dated == other_dated) return !here && tell_two_apart(one, other);
    return !here && (!participants_agree(one, other) || !are_identified(x, y));
  }

  bool together(const EventGroup& a, const EventGroup& b) const {
    if (!options_.within_documents && share_document(a, b)) return false;
    if (!meet(window(a), window(b))) return false;
    return std::ranges::all_of(a, [&](std::uint32_t x) {
      return std::ranges::all_of(b, [&](std::uint32_t y) {
        return may_be_one(timeline_.events[x], timeline_.events[y]) &&
               !are_others(pairs_.told(x).names, pairs_.told(y).names) && !are_told_apart(x, y);
      });
    });
  }

 private:
  /// Whether both name those who take part alike; where one names none, as "the arrest", their sentences have company.
  bool are_identified(std::uint32_t x, std::uint32_t y) const {
    if (has_core(wordings_[x]) && has_core(wordings_[y])) return share_identity(wordings_[x], wordings_[y]);
    return share_company(pairs_.told(x), pairs_.told(y));
  }
  std::vector<std::uint32_t> documents(const EventGroup& group) const {
    std::vector<std::uint32_t> found;
    for (const std::uint32_t e : group) found.push_back(pairs_.told(e).document);
    std::ranges::sort(found);
    return found;
  }
  bool share_document(const EventGroup& a, const EventGroup& b) const {
    const std::vector<std::uint32_t> of_a = documents(a), of_b = documents(b);
    return std::ranges::any_of(of_a, [&](std::uint32_t d) { return std::ranges::binary_search(of_b, d); });
  }
  /// When all of a cluster can have been at once.
  Interval window(const EventGroup& group) const {
    Interval all{unbounded_past, unbounded_future};
    for (const std::uint32_t e : group) {
      const Interval one = window_of(timeline_.events[e]);
      all = {std::max(all.begin, one.begin), std::min(all.end, one.end)};
    }
    return all;
  }

  const Timeline& timeline_;
  const HappeningPairs& pairs_;
  const SameHappeningOptions& options_;
  std::vector<Wording> wordings_;  ///< by event
  std::vector<Setting> settings_;  ///< by event
};

}  // namespace

bool may_be_one(const Event& a, const Event& b) {
  if (is_denied(a) != is_denied(b) || !meet(window_of(a), window_of(b))) return false;
  // What is told beside two happenings of two days is of two days as well.
  return !a.when.guess || !b.when.guess || a.when.frame != b.when.frame || meet(a.when.interval, b.when.interval);
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> happening_candidates(const Timeline& timeline,
                                                                          const HappeningPairs& pairs,
                                                                          const Stories& stories,
                                                                          const SameHappeningOptions& options) {
  const std::vector<Named> named = names_of(timeline, pairs, stories);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
  for (std::size_t first = 0; first < named.size();) {
    std::size_t last = first;
    while (last < named.size() && named[last].block() == named[first].block()) ++last;
    const std::size_t reach = last - first <= large_block ? large_block : most_compared;
    for (std::size_t i = first; i < last; ++i)
      for (std::size_t k = i + 1; k < std::min(last, i + 1 + reach); ++k) {
        const auto [a, b] = std::minmax(named[i].event, named[k].event);
        if (options.within_documents || pairs.told(a).document != pairs.told(b).document) found.emplace_back(a, b);
      }
    first = last;
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<EventGroup> same_happenings(const Timeline& timeline, const SameHappeningOptions& options) {
  if (timeline.sources.size() < 2) return {};
  const ContentWords words(timeline);
  const Stories stories(words, options.one_story);
  const HappeningPairs pairs(timeline, words, stories);
  const Exclusion exclusion(timeline, words, pairs, options);
  std::vector<Likeness> scored;
  for (const auto& [a, b] : happening_candidates(timeline, pairs, stories, options)) {
    if (!exclusion.together({a}, {b})) continue;
    const bool lacks = are_far(timeline, timeline.events[a], timeline.events[b]) ||
                       lack_participant(timeline.events[a], timeline.events[b], pairs.told(a), pairs.told(b));
    scored.push_back({a, b, lacks ? unlike : pair_score(pairs.features(a, b))});
  }
  return average_link(timeline.events.size(), scored, {options.least, unlike, 0},
                      [&](const EventGroup& a, const EventGroup& b) { return exclusion.together(a, b); });
}

}  // namespace annal
