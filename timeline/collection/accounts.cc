// See accounts.h.
#include "timeline/collection/accounts.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "core/calendar/civil.h"
#include "core/text/sentence.h"
#include "timeline/collection/agreement.h"
#include "timeline/collection/content_words.h"
#include "timeline/collection/matters.h"
#include "timeline/collection/setting.h"
#include "timeline/collection/testimony.h"
#include "timeline/network/evidence_text.h"
#include "timeline/sources.h"

namespace annal {
namespace {

constexpr int months_per_year = 12;
constexpr CivilSeconds near_days = 10 * seconds_per_day;  ///< two days of what happens once
constexpr std::size_t most_sources = 4;    ///< documents of an event that are compared with those of another
constexpr std::size_t most_compared = 64;  ///< events of one head word near an event, so that the cost stays linear

/// Whether two days are so near that one misread the other rather than that the same came again.
bool is_next_to(Interval a, Interval b) {
  constexpr CivilSeconds few_days = 3 * seconds_per_day;
  return std::max(a.begin, b.begin) - std::min(a.begin, b.begin) <= few_days;
}

/// Two accounts lie no further apart than this.
CivilSeconds reach_of(Granularity granularity) {
  switch (granularity) {
    case Granularity::day: return near_days;
    case Granularity::month: return 70 * seconds_per_day;
    case Granularity::year: return 2000 * seconds_per_day;
    default: return 0;
  }
}

/// Whether the one is the other with another month or, of what never comes again, another year: a slip of the pen.
bool is_slip(const Testimony& a, const Testimony& b) {
  const CivilDate one = civil_from_days(day_number(a.date.begin)), other = civil_from_days(day_number(b.date.begin));
  if (one.day != other.day || a.deed.recurrence == Recurrence::soon || a.deed.recurrence == Recurrence::terms)
    return false;
  const int months = (other.year - one.year) * months_per_year + (other.month - one.month);
  return months == 1 || (months == months_per_year && a.deed.recurrence == Recurrence::hardly);
}

/// Whether two dates, of which `a` begins no later, cannot both be true and lie so near each other, or differ so, that
/// one may be misread or misremembered. Dates of two units lie near only for a bearer of a name, and what comes once.
bool may_be_misread(const Testimony& a, const Testimony& b) {
  if (b.date.begin < a.date.end || a.time == b.time) return false;  // "on Friday": only the days of writing differ
  if (a.granularity == b.granularity) {
    if (b.date.begin - a.date.begin <= reach_of(a.granularity)) return true;
    return a.granularity == Granularity::day && is_slip(a, b) && undergo_by_name(a.wording, b.wording);
  }
  const bool once = a.deed.recurrence == Recurrence::hardly || a.deed.recurrence == Recurrence::yearly;
  const Granularity coarser = std::max(a.granularity, b.granularity);
  return once && b.date.begin - a.date.end <= reach_of(coarser) / 2 && undergo_by_name(a.wording, b.wording);
}

class DisagreementFinder {
 public:
  explicit DisagreementFinder(const Timeline& timeline)
      : timeline_(timeline), reader_(timeline), places_(dateline_places(timeline)), leader_(timeline.events.size()) {
    std::iota(leader_.begin(), leader_.end(), 0u);
    for (std::uint32_t e = 0; e < timeline.events.size(); ++e)
      if (std::optional<Testimony> told = reader_.read(e)) by_deed_[told->deed.name].push_back(std::move(*told));
  }

  std::vector<EventGroup> run() {
    for (auto& [key, told] : by_deed_) {
      std::ranges::stable_sort(told, {}, [](const Testimony& t) { return std::pair(t.date.begin, -t.date.end); });
      for (std::size_t i = 0; i < told.size(); ++i) compare(told, i);
    }
    std::map<std::uint32_t, EventGroup> groups;
    for (std::uint32_t e = 0; e < leader_.size(); ++e) groups[leader_of(e)].push_back(e);
    std::vector<EventGroup> found;
    for (auto& [leader, group] : groups)
      if (group.size() > 1) found.push_back(std::move(group));
    return found;
  }

 private:
  void compare(const std::vector<Testimony>& told, std::size_t i) {
    for (std::size_t j = i + 1; j < told.size() && j - i <= most_compared; ++j) {
      const Testimony &a = told[i], &b = told[j];
      if (b.date.begin - a.date.begin > reach_of(Granularity::year)) return;
      if (!may_be_misread(a, b) || share_any(a.sources, b.sources) || !is_same_happening(a, b)) continue;
      if (a.wording.is_last() && !are_later(a, b)) continue;
      if (a.granularity != b.granularity && (is_made_precise(told, i) || is_made_precise(told, j))) continue;
      if (are_of_one_matter(a, b) && !comes_again(told, i, j)) unite(a.event, b.event);
    }
  }

  /// Whether a document of each tell of one matter: they are of one story, or so alike that no other document matters
  /// where a name or two words say what the deed comes to.
  bool are_of_one_matter(const Testimony& a, const Testimony& b) {
    const bool is_named = share_name(a.wording, b.wording) || share_words(a.wording, b.wording, 2);
    const auto first = [](const Testimony& t) {
      return std::span(t.sources).first(std::min(t.sources.size(), most_sources));
    };
    return std::ranges::any_of(first(a), [&](std::uint32_t x) {
      return std::ranges::any_of(
          first(b), [&](std::uint32_t y) { return matters().are_one(x, y) || (is_named && matters().are_near(x, y)); });
    });
  }

  bool is_same_happening(const Testimony& one, const Testimony& other) {
    const Event &x = timeline_.events[one.event], &y = timeline_.events[other.event];
    const Wording &a = one.wording, &b = other.wording;
    if (!x.groups.place.empty() && !y.groups.place.empty() && x.groups.place != y.groups.place) return false;
    if (!are_definite(one, other)) return false;
    if (!told_alike(one, other) || reader_.tell_of_namesakes(one, other)) return false;
    const bool of_names = one.deed.recurrence == Recurrence::anybody || one.deed.recurrence == Recurrence::terms;
    const bool named = of_names ? come_to_one_bearer(a, b) : share_name(a, b);
    if (one.deed.recurrence != Recurrence::soon && named) return true;
    if (!x.groups.actor.empty() && !y.groups.actor.empty() && x.groups.actor != y.groups.actor) return false;
    if (of_names) return false;
    return share_thing(a, b) && (named || are_of_one_place(one, other));
  }

  /// Whether both say what they are about; the one may tell it as new, by the same words: "a new bridge was opened".
  static bool are_definite(const Testimony& one, const Testimony& other) {
    if (one.definite && other.definite) return true;
    return (one.definite || other.definite) && share_words(one.wording, other.wording, 2);
  }

  /// Whether nothing but the date speaks against one happening. Of what a bearer of a name undergoes once, or twice
  /// only after longer than these dates are apart, each may tell other details.
  static bool told_alike(const Testimony& one, const Testimony& other) {
    const Wording &a = one.wording, &b = other.wording;
    if (participants_agree(a, b)) return true;
    if (one.deed.recurrence == Recurrence::soon || !undergo_by_name(a, b)) return false;
    const bool near = is_next_to(one.date, other.date), again = one.deed.recurrence == Recurrence::terms;
    return (near || !again) && essentials_agree(a, b, {near, !again});
  }

  /// Whether what has no name is the same in the documents of both: they name the same, and are not from two places.
  bool are_of_one_place(const Testimony& a, const Testimony& b) {
    const std::string &place = places_[a.sources.front()], &other = places_[b.sources.front()];
    return (place.empty() || other.empty() || place == other) && matters().meet(a.sources.front(), b.sources.front());
  }

  /// Whether both texts were written after both dates: what was the last until the one may not be so until the other.
  bool are_later(const Testimony& a, const Testimony& b) const {
    const CivilSeconds last = std::max(a.date.end, b.date.end);
    const auto is_later = [&](std::uint32_t source) {
      const Dct& dct = timeline_.sources[source].dct;
      return dct.known() && dct.at >= last;
    };
    return std::ranges::all_of(a.sources, is_later) && std::ranges::all_of(b.sources, is_later);
  }

  /// What the documents tell of; read only where something looks alike.
  const Matters& matters() {
    if (!matters_) matters_.emplace(timeline_);
    return *matters_;
  }

  /// Whether a document tells such happenings of several dates; of those beside the two in `told`, so that the cost
  /// stays linear.
  bool comes_again(const std::vector<Testimony>& told, std::size_t i, std::size_t j) {
    std::map<std::uint32_t, Interval> date_in;
    const std::size_t first = i - std::min(i, most_compared), last = std::min(told.size(), j + most_compared);
    return std::any_of(told.begin() + static_cast<std::ptrdiff_t>(first),
                       told.begin() + static_cast<std::ptrdiff_t>(last), [&](const Testimony& other) {
                         if (!is_same_happening(told[i], other) && !is_same_happening(told[j], other)) return false;
                         return std::ranges::any_of(other.sources, [&](std::uint32_t source) {
                           const auto [at, is_new] = date_in.try_emplace(source, other.date);
                           return !is_new && !at->second.contains(other.date) && !other.date.contains(at->second);
                         });
                       });
  }

  /// Whether another testimony tells a part of the month or year that the one at `i` tells, so that it says nothing
  /// new.
  bool is_made_precise(const std::vector<Testimony>& told, std::size_t i) {
    for (std::size_t k = i + 1; k < told.size() && k - i <= most_compared; ++k) {
      if (told[k].date.begin >= told[i].date.end) return false;
      if (told[k].date != told[i].date && told[i].date.contains(told[k].date) && is_same_happening(told[i], told[k]))
        return true;
    }
    return false;
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
  TestimonyReader reader_;
  std::vector<std::string> places_;  ///< of the datelines, by document
  std::optional<Matters> matters_;
  std::map<std::string, std::vector<Testimony>> by_deed_;
  std::vector<std::uint32_t> leader_;  ///< of each event another one of its group, or itself
};

/// The mentions of `event` in the sentences that state its date; all of them where none does. "In April" states no day.
std::vector<Span> stating(const Event& event, const Timeline& timeline) {
  std::vector<Span> found;
  for (const Span mention : event.mentions) {
    const std::size_t sentence = sentence_at(timeline.sentences, mention.begin);
    if (std::ranges::any_of(event.timexes, [&](std::uint32_t t) {
          const Timex& timex = timeline.timexes[t];
          return sentence_at(timeline.sentences, timex.span.begin) == sentence &&
                 event.when.interval.begin <= timex.value.interval.begin &&
                 timex.value.interval.end <= event.when.interval.end;
        }))
      found.push_back(mention);
  }
  return found.empty() ? event.mentions : found;
}

/// One account for each date that the events of `group` have, with the places that state it. Who tells a day and who
/// tells a morning of that day agree on the day.
std::vector<std::pair<Account, std::vector<Span>>> accounts_of(const EventGroup& group, const Timeline& timeline) {
  std::vector<std::pair<Account, std::vector<Span>>> accounts;
  for (const std::uint32_t e : group) {
    const Event& event = timeline.events[e];
    const Interval date = event.when.interval;
    std::vector<Span> mentions = stating(event, timeline);
    Account account{event.start, event.end, event.precision, event.edtf, event.when, {}};
    const auto same = std::ranges::find_if(accounts, [&](const auto& other) {
      const Interval other_date = other.first.when.interval;
      return other_date.contains(date) || date.contains(other_date);
    });
    if (same == accounts.end()) {
      accounts.emplace_back(std::move(account), std::move(mentions));
      continue;
    }
    std::ranges::copy(mentions, std::back_inserter(same->second));
    const Interval told = same->first.when.interval;
    if (date != told && date.contains(told)) same->first = std::move(account);
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
