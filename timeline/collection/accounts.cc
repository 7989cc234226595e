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

#include "core/calendar/calendar.h"
#include "core/lang/language.h"
#include "core/text/sentence.h"
#include "core/text/token.h"
#include "core/unicode/letter_case.h"
#include "timeline/collection/stories.h"
#include "timeline/sources.h"

namespace annal {
namespace {

using Words = std::set<std::string, std::less<>>;

constexpr std::size_t least_letters = 4;                  ///< of a word that says something
constexpr std::size_t least_shared = 2;                   ///< words of both titles, beside the head
constexpr CivilSeconds near_days = 10 * seconds_per_day;  ///< two days of what happens once
constexpr std::size_t most_compared = 64;  ///< events of one head word near an event, so that the cost stays linear

/// Somebody or something that takes part, or a phrase with an adposition.
struct Phrase {
  Role role = Role::oblique;
  std::string first;  ///< of an oblique, its first word: the adposition
  Words words;        ///< those that say something
  Words plain;        ///< of these, what is neither of a name nor a title: "brother"
};

/// What of an event decides whether another one is the same.
struct Told {
  std::uint32_t event = 0;
  std::size_t source = 0;
  Interval date{};
  Words words;    ///< of its title, in lower case, without the head
  Words numbers;  ///< likewise
  Words names;    ///< of those words the ones with a capital
  std::vector<Phrase> phrases;
  std::set<std::int32_t> which;  ///< which of several, by the words of its sentence: the second, the last, another
  bool once = false;             ///< by its verb it does not come again soon, or it is the first or the last
};

/// Two accounts lie no further apart than this.
CivilSeconds reach_of(Granularity granularity) {
  switch (granularity) {
    case Granularity::day: return 31 * seconds_per_day;
    case Granularity::month: return 70 * seconds_per_day;
    case Granularity::year: return 2000 * seconds_per_day;
    default: return 0;
  }
}

/// Whether two dates differ by a slip: by the next day, month or year, or by one month with the same day.
bool is_slip(const Interval& a, const Interval& b, Granularity granularity) {
  if (a.end == b.begin) return true;
  if (granularity != Granularity::day) return false;
  const auto x = parse_iso(iso_text(a.begin, false)), y = parse_iso(iso_text(b.begin, false));
  return x && y && x->day == y->day && 12 * (y->year - x->year) + y->month - x->month == 1;
}

/// Calls `take(word, place)` with each word and each run of digits of `text`.
template <class Take>
void each_word(std::string_view text, const Take& take) {
  std::vector<Token> tokens;
  tokenise(text, tokens);
  for (const Token& token : tokens)
    if (token.kind != TokenKind::punctuation) take(slice(text, token.span()), token.begin);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t shared(const Words& a, const Words& b) {
  return static_cast<std::size_t>(std::ranges::count_if(a, [&](const std::string& word) { return b.contains(word); }));
}

/// Whether what both are called differs in more than that the one says more.
bool differ(const Words& a, const Words& b) {
  const std::size_t both = shared(a, b);
  return both < a.size() && both < b.size();
}

/// Whether two phrases of one role name the same: the one says no more than the other but for names and titles.
/// "Gil Sarrow" is not "the brother of Gil Sarrow".
bool agree(const Phrase& a, const Phrase& b) {
  if (a.role == Role::oblique)
    return a.first != b.first || shared(a.words, b.words) > 0 || a.words.empty() || b.words.empty();
  const auto adds = [](const Phrase& one, const Phrase& other) {
    return shared(one.plain, other.words) < one.plain.size();
  };
  return !differ(a.words, b.words) && !adds(a, b) && !adds(b, a);
}

/// Whether who acts or whom it is done to is called by the same words: "the quay reopened", "the quay was reopened".
bool share_core(const Told& a, const Told& b) {
  const auto is_core = [](const Phrase& phrase) { return phrase.role != Role::oblique && !phrase.words.empty(); };
  return std::ranges::any_of(a.phrases, [&](const Phrase& of_a) {
    return is_core(of_a) && std::ranges::any_of(b.phrases, [&](const Phrase& of_b) {
             return is_core(of_b) && of_a.words == of_b.words;
           });
  });
}

bool is_same_happening(const Timeline& timeline, const Told& a, const Told& b) {
  const Event &x = timeline.events[a.event], &y = timeline.events[b.event];
  if (!x.groups.actor.empty() && !y.groups.actor.empty() && x.groups.actor != y.groups.actor) return false;
  if (!x.groups.place.empty() && !y.groups.place.empty() && x.groups.place != y.groups.place) return false;
  if (a.which != b.which || differ(a.numbers, b.numbers) || differ(a.names, b.names)) return false;
  for (const Phrase& of_a : a.phrases)
    for (const Phrase& of_b : b.phrases)
      if (of_a.role == of_b.role && !agree(of_a, of_b)) return false;
  const std::size_t both = shared(a.words, b.words);
  return both >= (a.once && b.once && share_core(a, b) ? 1 : least_shared) &&
         3 * both >= 2 * std::min(a.words.size(), b.words.size()) &&
         2 * both >= std::max(a.words.size(), b.words.size());
}

/// Reads what events say, with the words of the language of their document.
class ToldReader {
 public:
  explicit ToldReader(const Timeline& timeline) : timeline_(timeline) {}

  Told read(std::uint32_t e, Interval date) {
    const Event& event = timeline_.events[e];
    Told told;
    told.event = e;
    told.source = source_at(timeline_, event.span.begin);
    told.date = date;
    settle_language(timeline_.sources[told.source].language);
    read_title(event, told);
    for (const EventArgument& argument : event.arguments)
      if (argument.role != Role::content) told.phrases.push_back(phrase(argument));
    if (event.sentence < timeline_.sentences.size())
      each_word(words_of(timeline_.sentences[event.sentence].span), [&](std::string_view word, std::size_t) {
        if (const std::int32_t which = value(word, one_of_several_); which >= 0) told.which.insert(which);
      });
    told.once =
        value(event.lemma, once_) >= 0 || told.which.contains(first_of_several) || told.which.contains(last_of_several);
    return told;
  }

 private:
  static constexpr std::int32_t first_of_several = 1, last_of_several = 98;  // values of the class

  std::string_view words_of(Span span) const { return slice(timeline_.document.text, span); }

  void settle_language(const std::string& tag) {
    if (language_ != nullptr && tag == tag_) return;
    tag_ = tag;
    const Language* found = Language::find(tag);
    language_ = found != nullptr ? found : &Language::fallback();
    one_of_several_ = language_->word_class("one-of-several");
    once_ = language_->word_class("verb-once");
    lasting_ = language_->word_class("verb-lasting-result");
    title_ = language_->word_class("title-word");
  }

  /// The value of a word, whatever its case, in a class of the language; below 0 outside it.
  std::int32_t value(std::string_view word, WordClass word_class) const {
    if (word_class == no_class || word.empty()) return -1;
    return std::max(language_->value_in(word, word_class, -1), language_->value_in(folded(word), word_class, -1));
  }

  void read_title(const Event& event, Told& told) const {
    const std::string_view head = words_of(event.span);
    each_word(event.title, [&](std::string_view written, std::size_t at) {
      std::string word = folded(written);
      if (is_digit(written[0])) {
        told.numbers.insert(std::move(word));
      } else if (written != head) {
        if (at > 0 && word != written) told.names.insert(word);
        if (word.size() >= least_letters) told.words.insert(std::move(word));
      }
    });
  }

  Phrase phrase(const EventArgument& argument) const {
    Phrase phrase;
    phrase.role = argument.role;
    const std::string_view whole = argument.name.empty() ? words_of(argument.span) : std::string_view(argument.name);
    each_word(whole.substr(0, whole.find(',')),  // what follows only says more of the same
              [&](std::string_view written, std::size_t at) {
                std::string word = folded(written);
                if (at == 0) phrase.first = word;
                if (word.size() < least_letters || (at == 0 && phrase.role == Role::oblique)) return;
                phrase.words.insert(word);
                if (word == written && value(written, title_) < 0) phrase.plain.insert(std::move(word));
              });
    return phrase;
  }

  const Timeline& timeline_;
  const Language* language_ = nullptr;  ///< of `tag_`
  std::string tag_;
  WordClass one_of_several_ = no_class, once_ = no_class, lasting_ = no_class, title_ = no_class;
};

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
      if (group.size() > 1 && (once_.contains(leader) || dates_of(group) == 2)) found.push_back(std::move(group));
    return found;
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
    if (event.lemma.empty()) return;
    by_head_[{event.lemma, timex.value.granularity}].push_back(reader_.read(e, timex.value.interval));
  }

  void compare(const std::vector<Told>& told, std::size_t i, Granularity granularity) {
    for (std::size_t j = i + 1; j < told.size() && j - i <= most_compared; ++j) {
      const Told &a = told[i], &b = told[j];
      if (b.date.begin - a.date.begin > reach_of(granularity)) return;
      if (a.date == b.date || a.source == b.source || !is_same_happening(timeline_, a, b)) continue;
      const bool is_near = granularity != Granularity::day || b.date.begin - a.date.begin <= near_days;
      const bool once = a.once && b.once && is_near;
      if (!once && !is_slip(a.date, b.date, granularity)) continue;
      if (is_one_story(a, b) && !comes_again(told, i, j)) unite(a.event, b.event, once);
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

  /// The least of a group leads it. With `once`, what it tells of does not come again soon.
  void unite(std::uint32_t a, std::uint32_t b, bool once) {
    const auto [first, second] = std::minmax({leader_of(a), leader_of(b)});  // by value
    const bool all = once || once_.contains(first) || once_.contains(second);
    leader_[second] = first;
    if (all) once_.insert(first);
  }

  std::size_t dates_of(const EventGroup& group) const {
    std::set<std::pair<CivilSeconds, CivilSeconds>> dates;
    for (const std::uint32_t e : group)
      dates.emplace(timeline_.events[e].when.interval.begin, timeline_.events[e].when.interval.end);
    return dates.size();
  }

  const Timeline& timeline_;
  ToldReader reader_;
  std::optional<Stories> stories_;
  std::map<std::pair<std::string, Granularity>, std::vector<Told>> by_head_;
  std::vector<std::uint32_t> leader_;  ///< of each event another one of its group, or itself
  std::set<std::uint32_t> once_;       ///< leaders of groups that hold what does not come again soon
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
