// See accounts.h.
#include "timeline/collection/accounts.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "core/text/sentence.h"
#include "timeline/collection/stories.h"
#include "timeline/collection/wording.h"
#include "timeline/sources.h"

namespace annal {
namespace {

constexpr std::size_t least_shared = 2;                   ///< words of both titles, beside the head
constexpr CivilSeconds near_days = 10 * seconds_per_day;  ///< two days of what happens once
constexpr std::size_t most_compared = 64;  ///< events of one head word near an event, so that the cost stays linear

/// An event that is told as a fact, with a date.
struct Told {
  std::uint32_t event = 0;
  std::size_t source = 0;
  Interval date{};
  Wording wording;
};

/// Two accounts lie no further apart than this.
CivilSeconds reach_of(Granularity granularity) {
  switch (granularity) {
    case Granularity::day: return near_days;
    case Granularity::month: return 70 * seconds_per_day;
    case Granularity::year: return 2000 * seconds_per_day;
    default: return 0;
  }
}

/// Whether two phrases of one role name the same: the one says no more than the other but for names and titles.
/// "Gil Sarrow" is not "the brother of Gil Sarrow", a John Weir of 70 is not one of 25.
bool agree(const Phrase& a, const Phrase& b) {
  if (!a.is_core()) return a.first != b.first || shared(a.words, b.words) > 0 || a.words.empty() || b.words.empty();
  if (says_so(a, b)) return true;
  const auto adds = [](const Phrase& one, const Phrase& other) {
    return shared(one.plain, other.words) < one.plain.size();
  };
  const bool asides = a.aside.empty() || b.aside.empty() || !differ(a.aside, b.aside);
  return asides && !differ(a.words, b.words) && !adds(a, b) && !adds(b, a);
}

/// Whether it says whom or what it is about: "a man was shot" may be told of many.
bool is_definite(const Event& event, const Wording& wording) {
  const bool untold = std::ranges::none_of(wording.phrases, &Phrase::is_core);
  bool definite = !event.groups.actor.empty() || (untold && !wording.names.empty()), undergone = false;
  for (const Phrase& phrase : wording.phrases) {
    if (phrase.role == Role::undergoer && !phrase.definite) return false;
    undergone |= phrase.role == Role::undergoer;
    definite |= phrase.is_core() && phrase.definite;
  }
  return definite || undergone;
}

/// Whether who acts or whom it is done to is called by the same words: "the quay reopened", "the quay was reopened".
bool share_core(const Wording& a, const Wording& b) {
  const auto is_core = [](const Phrase& phrase) { return phrase.is_core() && !phrase.words.empty(); };
  return std::ranges::any_of(a.phrases, [&](const Phrase& of_a) {
    return is_core(of_a) && std::ranges::any_of(b.phrases, [&](const Phrase& of_b) {
             return is_core(of_b) && of_a.words == of_b.words;
           });
  });
}

bool is_same_happening(const Timeline& timeline, const Told& one, const Told& other) {
  const Event &x = timeline.events[one.event], &y = timeline.events[other.event];
  const Wording &a = one.wording, &b = other.wording;
  if (!x.groups.actor.empty() && !y.groups.actor.empty() && x.groups.actor != y.groups.actor) return false;
  if (!x.groups.place.empty() && !y.groups.place.empty() && x.groups.place != y.groups.place) return false;
  if (a.which != b.which || differ(a.numbers, b.numbers) || differ(a.words, b.words) || contradict(a, b)) return false;
  for (const Phrase& of_a : a.phrases)
    for (const Phrase& of_b : b.phrases)
      if (of_a.role == of_b.role && !agree(of_a, of_b)) return false;
  const std::size_t both = shared(a.words, b.words);
  return both >= (share_core(a, b) ? 1 : least_shared) && 3 * both >= 2 * std::min(a.words.size(), b.words.size()) &&
         2 * both >= std::max(a.words.size(), b.words.size());
}

class DisagreementFinder {
 public:
  explicit DisagreementFinder(const Timeline& timeline)
      : timeline_(timeline), reader_(timeline), leader_(timeline.events.size()) {
    std::iota(leader_.begin(), leader_.end(), 0u);
    for (std::uint32_t e = 0; e < timeline.events.size(); ++e) read(e);
  }

  std::vector<EventGroup> run() {
    for (auto& [key, told] : by_head_) {
      std::ranges::stable_sort(told, {}, [](const Told& t) { return t.date.begin; });
      for (std::size_t i = 0; i < told.size(); ++i) compare(told, i, std::get<Granularity>(key));
    }
    std::map<std::uint32_t, EventGroup> groups;
    for (std::uint32_t e = 0; e < leader_.size(); ++e) groups[leader_of(e)].push_back(e);
    std::vector<EventGroup> found;
    for (auto& [leader, group] : groups)
      if (group.size() > 1) found.push_back(std::move(group));
    return found;
  }

 private:
  /// Takes an event that is told as a fact, dated by its own words, and does not come again soon.
  void read(std::uint32_t e) {
    const Event& event = timeline_.events[e];
    if (!holds(event.status) || event.polarity == Polarity::neg || event.timexes.empty() || event.when.guess) return;
    const Timex& timex = timeline_.timexes[event.timexes.front()];
    if (event.when.relation != DateLabel::Relation::none || event.when.mod != Mod::none ||
        timex.value.frame != Frame::calendar || event.when.frame != Frame::calendar || timex.value.mod != Mod::none)
      return;
    if (reach_of(timex.value.granularity) == 0 || event.when.interval != timex.value.interval) return;
    if (event.lemma.empty()) return;
    Told told{e, source_at(timeline_, event.span.begin), timex.value.interval, reader_.read(event)};
    if (!told.wording.once || told.wording.infinitive || !is_definite(event, told.wording)) return;
    if (told.wording.yearly && timex.value.granularity == Granularity::year) return;
    by_head_[{event.lemma, timex.value.granularity}].push_back(std::move(told));
  }

  void compare(const std::vector<Told>& told, std::size_t i, Granularity granularity) {
    for (std::size_t j = i + 1; j < told.size() && j - i <= most_compared; ++j) {
      const Told &a = told[i], &b = told[j];
      if (b.date.begin - a.date.begin > reach_of(granularity)) return;
      if (a.date == b.date || a.source == b.source || !is_same_happening(timeline_, a, b)) continue;
      if (is_one_story(a, b) && !comes_again(told, i, j)) unite(a.event, b.event);
    }
  }

  /// Whether the documents of both tell of one matter. Read only where something looks alike.
  bool is_one_story(const Told& a, const Told& b) {
    if (!stories_) stories_.emplace(ContentWords(timeline_));
    return stories_->of(a.source) == stories_->of(b.source);
  }

  /// Whether a document tells such happenings of several dates; of those beside the two in `told`, so that the cost
  /// stays linear.
  bool comes_again(const std::vector<Told>& told, std::size_t i, std::size_t j) const {
    std::map<std::size_t, Interval> date_in;
    const std::size_t first = i - std::min(i, most_compared), last = std::min(told.size(), j + most_compared);
    return std::any_of(
        told.begin() + static_cast<std::ptrdiff_t>(first), told.begin() + static_cast<std::ptrdiff_t>(last),
        [&](const Told& other) {
          if (!is_same_happening(timeline_, told[i], other) && !is_same_happening(timeline_, told[j], other))
            return false;
          const auto [at, is_new] = date_in.try_emplace(other.source, other.date);
          return !is_new && at->second != other.date;
        });
  }

  std::uint32_t leader_of(std::uint32_t event) {
    while (leader_[event] != event) event = leader_[event] = leader_[leader_[event]];
    return event;
  }

  /// The least of a group leads it.
  void unite(std::uint32_t a, std::uint32_t b) {
    const auto [first, second] = std::minmax({leader_of(a), leader_of(b)});  // by value
    leader_[second] = first;
  }

  const Timeline& timeline_;
  WordingReader reader_;
  std::optional<Stories> stories_;
  std::map<std::pair<std::string, Granularity>, std::vector<Told>> by_head_;
  std::vector<std::uint32_t> leader_;  ///< of each event another one of its group, or itself
};

/// The mentions of `event` in the sentences that state its date; all of them where none does.
std::vector<Span> stating(const Event& event, const Timeline& timeline) {
  std::vector<Span> found;
  for (const Span mention : event.mentions) {
    const std::size_t sentence = sentence_at(timeline.sentences, mention.begin);
    if (std::ranges::any_of(event.timexes, [&](std::uint32_t t) {
          return sentence_at(timeline.sentences, timeline.timexes[t].span.begin) == sentence;
        }))
      found.push_back(mention);
  }
  return found.empty() ? event.mentions : found;
}

/// One account for each date that the events of `group` have, with the places that state it.
std::vector<std::pair<Account, std::vector<Span>>> accounts_of(const EventGroup& group, const Timeline& timeline) {
  std::vector<std::pair<Account, std::vector<Span>>> accounts;
  for (const std::uint32_t e : group) {
    const Event& event = timeline.events[e];
    const auto same = std::ranges::find_if(
        accounts, [&](const auto& account) { return account.first.when.interval == event.when.interval; });
    if (same != accounts.end()) {
      std::ranges::copy(stating(event, timeline), std::back_inserter(same->second));
    } else {
      accounts.push_back(
          {{event.start, event.end, event.precision, event.edtf, event.when, {}}, stating(event, timeline)});
    }
  }
  std::ranges::sort(accounts, {}, [](const auto& account) {
    return std::pair(account.first.when.interval.begin, account.first.when.interval.end);
  });
  return accounts;
}

/// That the event lies within `all`.
void add_span(std::uint32_t event, Interval all, Span words, std::vector<Evidence>& evidence) {
  Evidence within;
  within.kind = EvidenceKind::stated;
  within.rule = rule_accounts;
  within.words = words;
  within.trust = 0.9;
  within.to = {Point::Kind::event, event, false};
  within.low = all.begin;
  evidence.push_back(within);
  within.to.is_end = true;
  within.low = unbounded_past;
  within.high = all.end;
  evidence.push_back(std::move(within));
}

bool is_of(const Evidence& evidence, const std::set<std::uint32_t>& events) {
  const auto one = [&](const Point& p) { return p.kind == Point::Kind::event && events.contains(p.index); };
  return one(evidence.from) || one(evidence.to);
}

}  // namespace

std::vector<EventGroup> disagreements(const Timeline& timeline) { return DisagreementFinder(timeline).run(); }

void tell_accounts(const std::vector<EventGroup>& groups, Timeline& timeline) {
  if (groups.empty()) return;
  std::set<std::uint32_t> all;
  std::vector<std::vector<std::pair<Account, std::vector<Span>>>> told;
  for (const EventGroup& group : groups) {
    all.insert(group.begin(), group.end());
    told.push_back(accounts_of(group, timeline));
  }
  std::erase_if(timeline.evidence, [&](const Evidence& evidence) { return is_of(evidence, all); });
  const std::vector<std::uint32_t> merged = merge_events(groups, timeline);
  for (std::size_t g = 0; g < groups.size(); ++g) {
    Event& event = timeline.events[merged[g]];
    Interval span = told[g].front().first.when.interval;
    for (auto& [account, mentions] : told[g]) {
      for (const Span mention : mentions)
        account.mentions.push_back(
            static_cast<std::uint32_t>(std::ranges::find(event.mentions, mention) - event.mentions.begin()));
      std::ranges::sort(account.mentions);
      span.begin = std::min(span.begin, account.when.interval.begin);
      span.end = std::max(span.end, account.when.interval.end);
      event.accounts.push_back(std::move(account));
    }
    add_span(merged[g], span, event.clause, timeline.evidence);
  }
}

}  // namespace annal
