#include "timeline/event/mention.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

namespace annal {
namespace {

constexpr std::uint32_t sentences_back = 25;  ///< an event further back is not "the call" any more
constexpr std::size_t most_candidates = 24;   ///< of one name that a mention is compared with
constexpr std::size_t most_compared = 12;     ///< of the mentions of each

bool is_core(Role role) { return role == Role::agent || role == Role::undergoer || role == Role::recipient; }

// Whether it says who takes part, be it by a pronoun that nobody knows.
bool has_core(const Telling& telling, bool pronouns) {
  return std::any_of(telling.participants.begin(), telling.participants.end(),
                     [&](const Participant& p) { return is_core(p.role) && (pronouns || !p.key.empty()); });
}

const Participant* find(const Telling& telling, Role role) {
  for (const Participant& p : telling.participants)
    if (p.role == role) return &p;
  return nullptr;
}

bool apart(const Telling& a, const Telling& b) {
  if (a.frame == Frame::none || a.frame != b.frame) return false;
  return a.when.end <= b.when.begin || b.when.end <= a.when.begin;
}

// Whether both state one day, or less.
bool same_day(const Telling& a, const Telling& b) {
  if (a.frame == Frame::none || a.frame != b.frame || apart(a, b)) return false;
  const auto is_day = [](Interval i) { return i.bounded() && i.end - i.begin <= seconds_per_day; };
  return is_day(a.when) && is_day(b.when);
}

// How the participants of two mentions compare.
struct Comparison {
  bool near = false;    ///< a sentence or two apart
  bool retold = false;  ///< a text tells what its headline says
  bool different = false;
  bool agent = false, undergoer = false;  ///< the same one
  bool other = false;                     ///< another participant is the same one
  bool core() const { return agent || undergoer; }
};

// Verbs, role by role. What a verb without an object tells of ("the shop opened") another does to it ("opened the
// shop").
void compare_verbs(const Telling& a, const Telling& b, Comparison& found) {
  const auto check = [&](const Participant* x, const Participant* y, bool& same) {
    if (x == nullptr || y == nullptr) return;
    const Agreement agree = agreement(*x, *y, found.retold);
    same |= agree == Agreement::same;
    found.different |= agree == Agreement::different;
  };
  const Participant *agent_a = find(a, Role::agent), *agent_b = find(b, Role::agent);
  const Participant *object_a = find(a, Role::undergoer), *object_b = find(b, Role::undergoer);
  const auto affects = [&](const Participant* x, const Participant* y) {
    return x != nullptr && y != nullptr && !x->name && agreement(*x, *y, found.retold) == Agreement::same;
  };
  if ((object_a == nullptr && affects(agent_a, object_b)) || (object_b == nullptr && affects(object_a, agent_b))) {
    found.undergoer = true;
  } else {
    check(agent_a, agent_b, found.agent);
    check(object_a, object_b, found.undergoer);
  }
  check(find(a, Role::recipient), find(b, Role::recipient), found.other);
}

// A noun and a verb or another noun: "Kovar's arrest" does not say who arrests.
void compare_noun(const Telling& a, const Telling& b, Comparison& found) {
  for (const Participant& p : a.participants) {
    if (!is_core(p.role)) continue;
    bool any = false, same = false;
    for (const Participant& q : b.participants) {
      if (!is_core(q.role)) continue;
      const Agreement agree = agreement(p, q, found.retold);
      any |= agree == Agreement::different;
      same |= agree == Agreement::same;
    }
    found.undergoer |= same;
    found.different |= any && !same;
  }
}

// Phrases with one adposition that tell of different things: "in Vell" and "in Lund", "as mayor" and "as judge".
void compare_obliques(const Telling& a, const Telling& b, Comparison& found) {
  for (const Participant& p : a.participants) {
    for (const Participant& q : b.participants) {
      if (p.role != Role::oblique || q.role != Role::oblique || p.adposition != q.adposition) continue;
      const Agreement agree = agreement(p, q, found.retold);
      found.other |= agree == Agreement::same;
      found.different |= agree == Agreement::different;
    }
  }
}

// "the screen debut", "the film debut"; nothing where one says no quality.
bool qualities_differ(const Telling& a, const Telling& b) {
  if (!a.nominal || !b.nominal || a.qualities.empty() || b.qualities.empty()) return false;
  return std::none_of(a.qualities.begin(), a.qualities.end(), [&](const std::string& q) {
    return std::find(b.qualities.begin(), b.qualities.end(), q) != b.qualities.end();
  });
}

// "a second explosion" is not the explosion told before; "the explosion" may be a second one told before.
bool other_of_several(const Telling& earlier, const Telling& later) {
  constexpr std::uint8_t first = 1;
  return earlier.which != later.which && (later.which > first || (later.which == first && earlier.which != 0));
}

// Whether a sentence speaks of what its headline speaks of.
bool same_company(const Telling& headline, const Telling& told) {
  constexpr int enough = 2;
  if (headline.company == nullptr || told.company == nullptr) return false;
  return std::count_if(headline.company->begin(), headline.company->end(), [&](const std::string& noun) {
           return std::binary_search(told.company->begin(), told.company->end(), noun);
         }) >= enough;
}

bool statuses_agree(const Event& a, const Event& b) {
  if (a.polarity != b.polarity) return false;
  return (holds(a.status) && holds(b.status)) ||
         (a.status == b.status && (a.status == Status::expected || a.status == Status::alleged));
}

// Finds for each mention the event that it tells of again, and joins the two.
class MentionMerger {
 public:
  MentionMerger(std::vector<Telling> tellings, std::vector<Event>& events)
      : tellings_(std::move(tellings)), events_(events), before_(events.size(), none), gone_(events.size(), false) {}

  void run() {
    std::vector<std::size_t> keyed;
    keyed.reserve(events_.size());
    for (std::size_t e = 0; e < events_.size(); ++e)
      if (!tellings_[e].key.empty()) keyed.push_back(e);
    std::sort(keyed.begin(), keyed.end(), [&](std::size_t a, std::size_t b) {
      const int order = tellings_[a].key.compare(tellings_[b].key);
      return order != 0 ? order < 0 : a < b;
    });
    for (std::size_t i = 0; i < keyed.size(); ++i) {
      if (i == 0 || tellings_[keyed[i]].key != tellings_[keyed[i - 1]].key) join_groups();
      place(keyed[i]);
    }
    join_groups();
    std::size_t kept = 0;
    for (std::size_t e = 0; e < events_.size(); ++e)
      if (!gone_[e] && kept++ != e) events_[kept - 1] = std::move(events_[e]);
    events_.erase(events_.begin() + static_cast<std::ptrdiff_t>(kept), events_.end());
  }

 private:
  static constexpr std::size_t none = SIZE_MAX;
  struct Group {
    std::size_t best = 0;  ///< the event that tells it best
    std::size_t last = 0;  ///< its last mention; `before_` has those before
  };

  /// How well mention `e` fits a group: 0 not, 1 where nothing tells them apart, more with each thing in common.
  int fit(std::size_t e, const Group& group) const {
    int best = 0;
    std::size_t m = group.last;
    for (std::size_t n = 0; n < most_compared && m != none; ++n, m = before_[m]) {
      const int one = fit(m, e);
      if (one < 0) return 0;
      best = std::max(best, one);
    }
    return best;
  }
  int fit(std::size_t earlier, std::size_t later) const;
  void place(std::size_t e);
  void join_groups();
  void join(const Group& group);
  bool tells_better(std::size_t e, std::size_t than) const;

  std::vector<Telling> tellings_;  ///< by event
  std::vector<Event>& events_;
  std::vector<Group> groups_;        ///< happenings that are called the same
  std::vector<std::size_t> before_;  ///< for each mention the one before it of the same happening, or none
  std::vector<bool> gone_;
};

// Verbs: the same person or thing, not told to be two.
bool verbs_agree(const Telling& a, const Telling& b, const Comparison& found) {
  if (a.weak || b.weak) return false;
  if (found.retold && (found.core() || found.other || same_company(a, b))) return true;
  if (!a.single || !b.single) return false;
  if (found.undergoer) return found.agent || !b.infinitive;
  const bool objects = find(a, Role::undergoer) != nullptr || find(b, Role::undergoer) != nullptr;
  // Many things are done twice by one person; few of those that have a noun are.
  return found.agent && !objects && a.key.front() == group_sign && !a.governs && !b.governs;
}

// A noun among the two: a definite one tells of what is known; a bare one, or a verb behind it, needs a participant.
bool nouns_agree(const Telling& a, const Telling& b, const Comparison& found) {
  if (found.retold) {
    const bool bare = a.nominal && b.nominal && (a.participants.empty() || b.participants.empty());
    // "Strike ends as union reaches a deal ... The deal that brought the other strike to an end on 26 September"
    return found.core() || found.other || bare || ((a.nominal || b.frame == Frame::none) && same_company(a, b));
  }
  if (!b.nominal) return a.definiteness != Definiteness::indefinite && found.core() && !b.weak && b.single;
  if (b.plural || b.definiteness == Definiteness::indefinite) return false;
  if (found.core()) return a.key.front() == group_sign || (!a.weak && !b.weak);
  // "Reed was convicted. The 1959 conviction" is another one; "after the vote. The vote on 9 March" is not.
  const bool known = found.near && a.nominal && a.definiteness == Definiteness::definite;
  const bool dated_alone = b.date_beside && a.frame == Frame::none && !known;
  return b.definiteness == Definiteness::definite && !dated_alone &&
         !(has_core(a, !found.near) && has_core(b, !found.near)) &&
         (a.key.front() == group_sign || (!a.weak && !b.weak));
}

// -1 where the two cannot be one, 0 where nothing speaks for it, else 1 and the number of what they have in common.
int MentionMerger::fit(std::size_t earlier, std::size_t later) const {
  const Telling &a = tellings_[earlier], &b = tellings_[later];
  const std::uint32_t distance = events_[later].sentence - events_[earlier].sentence;
  if (!statuses_agree(events_[earlier], events_[later]) || apart(a, b)) return -1;
  if (a.plural != b.plural || other_of_several(a, b) || qualities_differ(a, b)) return -1;
  const bool nouns = a.nominal || b.nominal;
  Comparison found;
  found.near = distance <= 2;
  found.retold = a.headline && !b.headline && distance <= headline_reach;
  nouns ? compare_noun(a, b, found) : compare_verbs(a, b, found);
  compare_obliques(a, b, found);
  if (found.different) return -1;
  if (distance > sentences_back || (!nouns && distance == 0)) return 0;
  if (!(nouns ? nouns_agree(a, b, found) : verbs_agree(a, b, found))) return 0;
  return 1 + static_cast<int>(found.agent) + static_cast<int>(found.undergoer) + static_cast<int>(found.other) +
         static_cast<int>(same_day(a, b));
}

// Joins mention `e` to the one happening that it fits best; of two that it fits as well neither is certain.
void MentionMerger::place(std::size_t e) {
  int best = 0;
  Group* match = nullptr;
  const std::size_t first = groups_.size() > most_candidates ? groups_.size() - most_candidates : 0;
  for (std::size_t g = first; g < groups_.size(); ++g) {
    const int score = fit(e, groups_[g]);
    if (score == 0 || score < best) continue;
    match = score == best ? nullptr : &groups_[g];
    best = score;
  }
  if (match == nullptr) {
    groups_.push_back({e, e});
    return;
  }
  if (tells_better(e, match->best)) match->best = e;
  before_[e] = match->last;
  match->last = e;
}

// A verb before a noun, one that is told by itself before an infinitive, the weightier one, a sentence before a
// headline.
bool MentionMerger::tells_better(std::size_t e, std::size_t than) const {
  const Event &a = events_[e], &b = events_[than];
  if (tellings_[e].nominal != tellings_[than].nominal) return !tellings_[e].nominal && a.salience + 0.2 >= b.salience;
  if (tellings_[e].infinitive != tellings_[than].infinitive) return !tellings_[e].infinitive;
  constexpr double nearly = 0.1;
  if (a.salience > b.salience + nearly) return true;
  return tellings_[than].headline && !tellings_[e].headline && a.salience + nearly >= b.salience;
}

void MentionMerger::join_groups() {
  for (const Group& group : groups_)
    if (before_[group.last] != none) join(group);
  groups_.clear();
}

// Gives the event that tells a happening best all mentions of it, the names that it lacks, and the most weight.
void MentionMerger::join(const Group& group) {
  std::vector<std::size_t> mentions;
  for (std::size_t m = group.last; m != none; m = before_[m]) mentions.push_back(m);
  std::reverse(mentions.begin(), mentions.end());
  Event& whole = events_[group.best];
  whole.mentions.clear();
  for (const std::size_t m : mentions) {
    const Event& part = events_[m];
    whole.mentions.push_back(part.span);
    if (m == group.best) continue;
    complete(whole.groups, part.groups);
    whole.salience = std::max(whole.salience, part.salience);
    gone_[m] = true;
  }
}

}  // namespace

void merge_mentions(TellingReader reader, std::vector<Event>& events) {
  // Most are called what no other is: nothing more need be known of them.
  std::vector<std::pair<std::string, std::size_t>> names;
  names.reserve(events.size());
  for (std::size_t e = 0; e < events.size(); ++e) names.emplace_back(reader.name_of(events[e]), e);
  std::sort(names.begin(), names.end());
  std::vector<bool> repeated(events.size());
  for (std::size_t i = 1; i < names.size(); ++i)
    if (names[i].first == names[i - 1].first) repeated[names[i].second] = repeated[names[i - 1].second] = true;
  std::vector<Telling> tellings(events.size());
  for (std::size_t e = 0; e < events.size(); ++e)
    if (repeated[e]) tellings[e] = reader.of(events[e]);
  MentionMerger(std::move(tellings), events).run();
}

}  // namespace annal
