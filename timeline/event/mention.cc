#include "timeline/event/mention.h"

#include <algorithm>
#include <map>
#include <string>

#include "core/syntax/lemmas.h"

namespace annal {
namespace {

constexpr std::uint32_t sentences_back = 25;  ///< an event further back is not "the call" any more

struct Telling {
  std::uint32_t token = 0;
  std::int32_t clause = -1;  ///< that its verb tells
  bool definite = false;
  std::string_view owner;  ///< the head of its possessor
  std::string key;
  Interval when;
  Frame frame = Frame::none;
};

bool shares_actor(const Event& a, const Event& b) {
  for (const std::string& x : a.actors) {
    for (const std::string& y : b.actors) {
      if (x == y) return true;
      // "Anna Kovar" and "Kovar"
      const std::string& longer = x.size() > y.size() ? x : y;
      const std::string& shorter = x.size() > y.size() ? y : x;
      if (shorter.empty() || longer.size() <= shorter.size()) continue;
      if (longer.compare(longer.size() - shorter.size(), shorter.size(), shorter) == 0 &&
          longer[longer.size() - shorter.size() - 1] == ' ')
        return true;
    }
  }
  return false;
}

// "the call", "this call", "his call": sets whether it has a definite determiner or a possessor.
void read_determiners(const Analysis& analysis, const Reading& reading, std::uint32_t sentence, Telling& telling) {
  const std::int32_t noun = reading.words[telling.token].node;
  if (noun < 0) return;
  const auto& words = analysis.trees[sentence].words;
  constexpr std::int32_t reach = 16;  // words before the noun
  for (std::int32_t k = noun - 1; k >= 0 && k >= noun - reach; --k) {
    const syntax::Word& w = words[static_cast<std::size_t>(k)];
    if (w.head != noun) continue;
    const bool owner = w.deprel == syntax::Deprel::nmod_poss;
    if (owner && w.upos != syntax::Upos::pron) telling.owner = slice(analysis.document.text, w.span);
    telling.definite =
        telling.definite || owner ||
        (w.deprel == syntax::Deprel::det && (w.features.definite || reading.words[w.first].self.has(Is::definite)));
  }
}

bool apart(const Telling& a, const Telling& b) {
  if (a.frame == Frame::none || a.frame != b.frame) return false;
  return a.when.end <= b.when.begin || b.when.end <= a.when.begin;
}

// What the mention of an event says of it.
Telling telling_of(const Analysis& analysis, const Reading& reading, const TieIndex& ties, const EventLexicon& lexicon,
                   const Event& event) {
  Telling telling;
  const auto token = std::lower_bound(analysis.tokens.begin(), analysis.tokens.end(), event.span.begin,
                                      [](const Token& t, std::uint32_t at) { return t.begin < at; });
  telling.token = static_cast<std::uint32_t>(token - analysis.tokens.begin());
  const Word& head = reading.words[telling.token];
  const bool nominal = event.pos == PartOfSpeech::noun;
  if (head.same >= 0) {
    telling.key = "#" + std::to_string(head.same);
  } else if (nominal && (head.meaning.has(Is::noun_event) || head.self.has(Is::noun_event))) {
    const syntax::Word& noun = analysis.trees[event.sentence].words[static_cast<std::size_t>(head.node)];
    telling.key = syntax::lemma_of(noun, slice(analysis.document.text, event.span), lexicon.language().tag());
  }
  if (telling.key.empty()) return telling;
  for (std::uint32_t c = reading.sentence_clause[event.sentence];
       !nominal && c < reading.sentence_clause[event.sentence + 1]; ++c)
    if (reading.clauses[c].group.main == telling.token) telling.clause = static_cast<std::int32_t>(c);
  if (nominal) read_determiners(analysis, reading, event.sentence, telling);
  for (const TimeTie& tie : nominal ? ties.of_noun(telling.token) : ties.of_clause(telling.clause)) {
    const TimeValue& value = analysis.timexes[tie.timex].value;
    if (value.frame == Frame::none || (tie.kind != TieKind::bare && tie.kind != TieKind::in)) continue;
    telling.when = value.interval;
    telling.frame = value.frame;
  }
  return telling;
}

// Finds for each mention the event that it tells of again, and adds it to that.
class MentionMerger {
 public:
  MentionMerger(const Reading& reading, std::vector<Telling> tellings, std::vector<Event>& events)
      : words_(reading.words), tellings_(std::move(tellings)), events_(events) {}

  void run() {
    std::vector<Event> kept;
    std::vector<bool> merged(events_.size(), false);
    for (std::size_t e = 0; e < events_.size(); ++e) merged[e] = merge(e);
    kept.reserve(events_.size());
    for (std::size_t e = 0; e < events_.size(); ++e)
      if (!merged[e]) kept.push_back(std::move(events_[e]));
    events_ = std::move(kept);
  }

 private:
  // Whether mention `e` may tell of the event of mention `other`.
  bool fits(std::size_t e, std::size_t other) const {
    const Telling &mine = tellings_[e], &its = tellings_[other];
    if (words_[its.token].plural || apart(mine, its)) return false;
    if (!mine.owner.empty() && !its.owner.empty() && mine.owner != its.owner) return false;
    return events_[e].actors.empty() || events_[other].actors.empty() || shares_actor(events_[e], events_[other]);
  }

  // The one earlier event that mention `e` fits; -1 where none or several do.
  std::int64_t match_of(std::size_t e, const std::vector<std::size_t>& earlier) const {
    if (!tellings_[e].definite || words_[tellings_[e].token].plural) return -1;
    std::int64_t match = -1;
    auto near = std::partition_point(earlier.begin(), earlier.end(), [&](std::size_t other) {
      return events_[other].sentence + sentences_back < events_[e].sentence;
    });
    for (; near != earlier.end(); ++near) {
      if (!fits(e, *near)) continue;
      if (match >= 0) return -1;  // two fit: neither is certain
      match = static_cast<std::int64_t>(*near);
    }
    return match;
  }

  bool merge(std::size_t e) {
    const Telling& mine = tellings_[e];
    if (mine.key.empty() || !holds(events_[e].status)) return false;
    std::vector<std::size_t>& earlier = by_key_[mine.key];
    const std::int64_t match = match_of(e, earlier);
    if (match < 0) {
      earlier.push_back(e);
      return false;
    }
    add(e, static_cast<std::size_t>(match));
    return true;
  }

  void add(std::size_t e, std::size_t match) {
    Event& whole = events_[match];
    whole.mentions.push_back(events_[e].span);
    for (const std::string& actor : events_[e].actors)
      if (std::find(whole.actors.begin(), whole.actors.end(), actor) == whole.actors.end())
        whole.actors.push_back(actor);
    // Told again, with more weight or a better name: the whole takes it.
    if (events_[e].salience > whole.salience) {
      whole.salience = events_[e].salience;
      if (whole.pos == PartOfSpeech::noun) whole.title = events_[e].title;
    }
    if (tellings_[match].frame != Frame::none) return;
    tellings_[match].when = tellings_[e].when;
    tellings_[match].frame = tellings_[e].frame;
  }

  const std::vector<Word>& words_;
  std::vector<Telling> tellings_;  ///< by event
  std::vector<Event>& events_;
  std::map<std::string, std::vector<std::size_t>> by_key_;  ///< events that are told first, by what they are called
};

}  // namespace

void merge_mentions(const Analysis& analysis, const Reading& reading, const TieIndex& ties, const EventLexicon& lexicon,
                    std::vector<Event>& events) {
  std::vector<Telling> tellings;
  tellings.reserve(events.size());
  for (const Event& event : events) tellings.push_back(telling_of(analysis, reading, ties, lexicon, event));
  MentionMerger(reading, std::move(tellings), events).run();
}

}  // namespace annal
