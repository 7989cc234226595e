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

}  // namespace

void merge_mentions(const Analysis& analysis, const Reading& reading, const TieIndex& ties, const EventLexicon& lexicon,
                    std::vector<Event>& events) {
  const auto& words = reading.words;
  std::vector<Telling> tellings(events.size());
  for (std::size_t e = 0; e < events.size(); ++e) {
    const auto token = std::lower_bound(analysis.tokens.begin(), analysis.tokens.end(), events[e].span.begin,
                                        [](const Token& t, std::uint32_t at) { return t.begin < at; });
    Telling& telling = tellings[e];
    telling.token = static_cast<std::uint32_t>(token - analysis.tokens.begin());
    const Word& head = words[telling.token];
    const bool nominal = events[e].pos == PartOfSpeech::noun;
    if (head.same >= 0) {
      telling.key = "#" + std::to_string(head.same);
    } else if (nominal && (head.meaning.has(Is::noun_event) || head.self.has(Is::noun_event))) {
      const syntax::Word& noun = analysis.trees[events[e].sentence].words[static_cast<std::size_t>(head.node)];
      telling.key = syntax::lemma_of(noun, slice(analysis.document.text, events[e].span), lexicon.language().tag());
    }
    if (telling.key.empty()) continue;
    for (std::uint32_t c = reading.sentence_clause[events[e].sentence];
         !nominal && c < reading.sentence_clause[events[e].sentence + 1]; ++c)
      if (reading.clauses[c].group.main == telling.token) telling.clause = static_cast<std::int32_t>(c);
    if (nominal) read_determiners(analysis, reading, events[e].sentence, telling);
    for (const TimeTie& tie : nominal ? ties.of_noun(telling.token) : ties.of_clause(telling.clause)) {
      const TimeValue& value = analysis.timexes[tie.timex].value;
      if (value.frame == Frame::none || (tie.kind != TieKind::bare && tie.kind != TieKind::in)) continue;
      telling.when = value.interval;
      telling.frame = value.frame;
    }
  }

  std::vector<std::int64_t> first(events.size(), -1);  // the event that tells it first
  std::map<std::string, std::vector<std::size_t>> by_key;
  for (std::size_t e = 0; e < events.size(); ++e) {
    const Telling& mine = tellings[e];
    if (mine.key.empty() || !holds(events[e].status)) continue;
    auto& earlier = by_key[mine.key];
    std::int64_t match = -1;
    if (mine.definite && !words[mine.token].plural) {
      auto near = std::partition_point(earlier.begin(), earlier.end(), [&](std::size_t other) {
        return events[other].sentence + sentences_back < events[e].sentence;
      });
      for (; near != earlier.end(); ++near) {
        const std::size_t other = *near;
        if (words[tellings[other].token].plural || apart(mine, tellings[other])) continue;
        const std::string_view owner = tellings[other].owner;
        if (!mine.owner.empty() && !owner.empty() && mine.owner != owner) continue;
        if (!events[e].actors.empty() && !events[other].actors.empty() && !shares_actor(events[e], events[other]))
          continue;
        if (match >= 0) {
          match = -1;  // two fit: neither is certain
          break;
        }
        match = static_cast<std::int64_t>(other);
      }
    }
    if (match < 0) {
      earlier.push_back(e);
      continue;
    }
    first[e] = match;
    Event& whole = events[static_cast<std::size_t>(match)];
    whole.mentions.push_back(events[e].span);
    for (const std::string& actor : events[e].actors)
      if (std::find(whole.actors.begin(), whole.actors.end(), actor) == whole.actors.end())
        whole.actors.push_back(actor);
    // Told again, with more weight or a better name: the whole takes it.
    if (events[e].salience > whole.salience) {
      whole.salience = events[e].salience;
      if (whole.pos == PartOfSpeech::noun) whole.title = events[e].title;
    }
    if (tellings[static_cast<std::size_t>(match)].frame == Frame::none) {
      tellings[static_cast<std::size_t>(match)].when = mine.when;
      tellings[static_cast<std::size_t>(match)].frame = mine.frame;
    }
  }
  std::vector<Event> kept;
  kept.reserve(events.size());
  for (std::size_t e = 0; e < events.size(); ++e)
    if (first[e] < 0) kept.push_back(std::move(events[e]));
  events = std::move(kept);
}

}  // namespace annal
