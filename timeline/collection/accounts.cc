// See accounts.h.
#include "timeline/collection/accounts.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "core/text/sentence.h"
#include "core/unicode/letter_case.h"
#include "timeline/sources.h"

namespace annal {
namespace {

using Words = std::set<std::string, std::less<>>;

constexpr std::size_t least_letters = 4;   ///< of a word that says something
constexpr std::size_t least_shared = 2;    ///< words of both titles, beside the head
constexpr std::size_t most_compared = 64;  ///< events of one head word near an event, so that the cost stays linear

/// What of an event decides whether another one is the same.
struct Told {
  std::uint32_t event = 0;
  std::size_t source = 0;
  Interval date{};
  Words words;    ///< of its title and its arguments, in lower case, without the head
  Words numbers;  ///< likewise
  Words names;    ///< of those words the ones with a capital
};

/// Two accounts lie no further apart than this: a slip of a day, of a month, of a year.
CivilSeconds reach_of(Granularity granularity) {
  switch (granularity) {
    case Granularity::day: return 10 * seconds_per_day;
    case Granularity::month: return 70 * seconds_per_day;
    case Granularity::year: return 800 * seconds_per_day;
    default: return 0;
  }
}

bool is_letter(char c) { return (c & 0x80) != 0 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Adds the words of `text`. A word with a capital after the first is one of a name.
void read_words(std::string_view text, std::string_view head, Told& told) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    const bool digits = is_digit(text[at]);
    while (end < text.size() && (digits ? is_digit(text[end]) : is_letter(text[end]))) ++end;
    if (end == at) {
      ++at;
      continue;
    }
    const std::string_view written = text.substr(at, end - at);
    std::string word = folded(written);
    if (digits)
      told.numbers.insert(std::move(word));
    else if (written != head) {
      if (at > 0 && word != written) told.names.insert(word);
      if (word.size() >= least_letters) told.words.insert(std::move(word));
    }
    at = end;
  }
}

std::size_t shared(const Words& a, const Words& b) {
  return static_cast<std::size_t>(std::ranges::count_if(a, [&](const std::string& word) { return b.contains(word); }));
}

/// Whether what both are called differs in more than that the one says more.
bool differ(const Words& a, const Words& b) {
  const std::size_t both = shared(a, b);
  return both < a.size() && both < b.size();
}

bool is_same_happening(const Timeline& timeline, const Told& a, const Told& b) {
  const Event &x = timeline.events[a.event], &y = timeline.events[b.event];
  if (!x.groups.actor.empty() && !y.groups.actor.empty() && x.groups.actor != y.groups.actor) return false;
  if (!x.groups.place.empty() && !y.groups.place.empty() && x.groups.place != y.groups.place) return false;
  if (differ(a.numbers, b.numbers) || differ(a.names, b.names)) return false;
  const std::size_t both = shared(a.words, b.words);
  return both >= least_shared && 3 * both >= 2 * std::min(a.words.size(), b.words.size()) &&
         2 * both >= std::max(a.words.size(), b.words.size());
}

class DisagreementFinder {
 public:
  explicit DisagreementFinder(const Timeline& timeline) : timeline_(timeline) {
    for (std::uint32_t e = 0; e < timeline.events.size(); ++e) read(e);
  }

  std::vector<EventGroup> run() {
    for (auto& [key, told] : by_head_) {
      std::ranges::stable_sort(told, {}, [](const Told& t) { return t.date.begin; });
      for (std::size_t i = 0; i < told.size(); ++i) compare(told, i, std::get<Granularity>(key));
    }
    std::vector<EventGroup> groups;
    for (auto& [event, group] : groups_) groups.push_back(std::move(group));
    return groups;
  }

 private:
  /// Takes an event that is told as a fact and dated by its own words.
  void read(std::uint32_t e) {
    const Event& event = timeline_.events[e];
    if (!holds(event.status) || event.polarity == Polarity::neg || event.timexes.empty() || event.when.guess) return;
    const Timex& timex = timeline_.timexes[event.timexes.front()];
    if (event.when.relation != DateLabel::Relation::none || event.when.mod != Mod::none ||
        timex.value.frame != Frame::calendar || event.when.frame != Frame::calendar || timex.value.mod != Mod::none)
      return;
    if (reach_of(timex.value.granularity) == 0 || event.when.interval != timex.value.interval) return;
    const std::string_view head = slice(timeline_.document.text, event.span);
    Told told{e, source_at(timeline_, event.span.begin), timex.value.interval, {}, {}, {}};
    read_words(event.title, head, told);
    const std::string name = event.lemma.empty() ? folded(head) : event.lemma;
    by_head_[{name, timex.value.granularity}].push_back(std::move(told));
  }

  void compare(const std::vector<Told>& told, std::size_t i, Granularity granularity) {
    for (std::size_t j = i + 1; j < told.size() && j - i <= most_compared; ++j) {
      const Told &a = told[i], &b = told[j];
      if (b.date.begin - a.date.begin > reach_of(granularity)) return;
      if (a.date == b.date || a.source == b.source || !is_same_happening(timeline_, a, b)) continue;
      if (!comes_again(told, a, b)) unite(a.event, b.event);
    }
  }

  /// Whether a document tells such happenings of several dates.
  bool comes_again(const std::vector<Told>& told, const Told& a, const Told& b) const {
    std::map<std::size_t, Interval> date_in;
    return std::ranges::any_of(told, [&](const Told& other) {
      if (!is_same_happening(timeline_, a, other) && !is_same_happening(timeline_, b, other)) return false;
      const auto [at, is_new] = date_in.try_emplace(other.source, other.date);
      return !is_new && at->second != other.date;
    });
  }

  void unite(std::uint32_t a, std::uint32_t b) {
    const auto of = [&](std::uint32_t e) {
      const auto found =
          std::ranges::find_if(groups_, [&](const auto& g) { return std::ranges::count(g.second, e) > 0; });
      return found == groups_.end() ? groups_.emplace(e, EventGroup{e}).first : found;
    };
    const auto first = of(a), second = of(b);
    if (first == second) return;
    for (const std::uint32_t e : second->second) first->second.push_back(e);
    std::ranges::sort(first->second);
    groups_.erase(second);
  }

  const Timeline& timeline_;
  std::map<std::pair<std::string, Granularity>, std::vector<Told>> by_head_;
  std::map<std::uint32_t, EventGroup> groups_;
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
