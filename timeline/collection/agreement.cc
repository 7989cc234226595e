// See agreement.h.
#include "timeline/collection/agreement.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "timeline/collection/happening_pair.h"

namespace annal {
namespace {

constexpr std::size_t least_shared = 2;  ///< words of both titles, beside the head

/// Whether it is somebody's, by a pronoun: many have a wife.
bool belongs_to_somebody(const ToldPhrase& phrase) {
  constexpr std::int32_t thing = 3;  // of pronoun-possessive
  return phrase.possessor >= 0 && phrase.possessor != thing;
}

/// Whether two phrases of one role name the same: the one says no more than the other but for names, titles and what
/// it is called. "Gil Sarrow" is not "the brother of Gil Sarrow", a John Weir of 70 is not one of 25.
bool agree(const ToldPhrase& a, const ToldPhrase& b) {
  if (!a.is_core()) return a.first != b.first || shared(a.words, b.words) > 0 || a.words.empty() || b.words.empty();
  if (says_so(a, b)) return true;
  const auto adds = [](const ToldPhrase& one, const ToldPhrase& other) {
    if (!one.names.empty() && shared(one.brief, other.brief) < one.brief.size()) return true;  // "Tom Hale's son"
    return one.plain != one.called && shared(one.plain, other.words) < one.plain.size();
  };
  // "The Lower Ketter dam" is not the Ketter dam, but Ilsa Maren is Maren.
  const bool is_thing = a.plain != a.called || !a.brief.empty();
  if (is_thing && !a.names.empty() && !b.names.empty() && a.names != b.names) return false;
  const bool asides = a.aside.empty() || b.aside.empty() || !differ(a.aside, b.aside);
  return asides && !differ(a.things(), b.things()) && !differ(a.words, b.words) && !differ(a.called, b.called) &&
         !adds(a, b) && !adds(b, a);
}

/// The words of `words`, each by its first letters: "inspectorate" as "inspectors".
Words stems_of(const Words& words) {
  Words stems;
  for (const std::string& word : words) stems.emplace(stem_of(word).empty() ? std::string_view(word) : stem_of(word));
  return stems;
}

/// Whether two who act may be the same body: "the inspectors", "the labour inspectorate".
bool are_of_one_stem(const ToldPhrase& a, const ToldPhrase& b) {
  return a.names.empty() && b.names.empty() && shared(stems_of(a.plain), stems_of(b.plain)) > 0;
}

/// How many names of the one are words of the other: "the director, Paul Rinn" and "Rinn".
std::size_t shared_names(const ToldPhrase& a, const ToldPhrase& b) {
  return shared(a.names, b.words) + shared(a.words, b.names) + shared(a.names, b.names) + shared(a.aside, b.names) +
         shared(a.names, b.aside);
}

/// Whether `alike` of any two that the deeds come to.
template <class Alike>
bool any_undergoers(const Wording& a, const Wording& b, const Alike& alike) {
  return std::ranges::any_of(a.phrases, [&](const ToldPhrase& x) {
    return x.role == Role::undergoer && std::ranges::any_of(b.phrases, [&](const ToldPhrase& y) {
             return y.role == Role::undergoer && alike(x, y);
           });
  });
}

/// The names of a title but for those of its obliques, which say where or with whom.
Words core_names(const Wording& wording) {
  Words names = wording.names;
  if (!wording.opener.empty()) names.insert(wording.opener);
  for (const ToldPhrase& phrase : wording.phrases)
    if (!phrase.is_core())
      for (const std::string& name : phrase.names) names.erase(name);
  return names;
}

/// The words of a title but for those of who acts and of what a name is called.
Words plain_words(const Wording& wording) {
  Words words = wording.words;
  for (const ToldPhrase& phrase : wording.phrases) {
    const bool acts = phrase.role == Role::agent;
    for (const std::string& word : acts ? phrase.words : phrase.called) words.erase(word);
    if (acts)
      for (const std::string& word : phrase.aside) words.erase(word);
  }
  return words;
}

/// Whether the one who gives takes in the other telling: who bought the mill sold it again.
bool change_places(const ToldPhrase& giver, const ToldPhrase& taker) {
  return giver.role == Role::recipient && taker.role == Role::agent && shared(giver.words, taker.words) > 0;
}

/// Whether the titles have most of their words in common.
bool are_alike(const Wording& a, const Wording& b) {
  const std::size_t both = shared(a.words, b.words);
  return both >= least_shared && 3 * both >= 2 * std::min(a.words.size(), b.words.size()) &&
         2 * both >= std::max(a.words.size(), b.words.size());
}

/// The words of a title beside names and titles, those of who acts and of obliques: "warehouse".
Words nouns_of(const Wording& wording) {
  Words words = plain_words(wording);
  for (const Words* others : {&wording.names, &wording.titles, &wording.called})
    for (const std::string& word : *others) words.erase(word);
  words.erase(wording.opener);
  for (const ToldPhrase& phrase : wording.phrases)
    if (!phrase.is_core())
      for (const std::string& word : phrase.words) words.erase(word);
  return words;
}

/// Whether the parser is unsure to whom or what it is done.
bool lacks_undergoer(const Wording& wording) {
  return std::ranges::none_of(wording.phrases, [](const ToldPhrase& phrase) { return phrase.role == Role::undergoer; });
}

/// Whether the titles are alike and name the same things.
bool have_one_title(const Wording& a, const Wording& b) {
  return are_alike(a, b) && nouns_of(a) == nouns_of(b) && !differ(a.called, b.called);
}

/// Whether the phrases of two wordings, their numbers, and which of several they are, agree; with `other_actors` but
/// for those who act without a name.
bool phrases_agree(const Wording& a, const Wording& b, bool other_actors) {
  if (a.which != b.which || differ(a.numbers, b.numbers) || contradict(a, b)) return false;
  for (const ToldPhrase& of_a : a.phrases)
    for (const ToldPhrase& of_b : b.phrases) {
      if (change_places(of_a, of_b) || change_places(of_b, of_a)) return false;
      if (of_a.role != of_b.role || agree(of_a, of_b)) continue;
      if (other_actors && of_a.role == Role::agent && of_a.unnamed && of_b.unnamed) continue;
      if (of_a.role != Role::agent || !a.is_last() || !share_words(a, b, 1) || !are_of_one_stem(of_a, of_b))
        return false;
    }
  return true;
}

/// What the phrases that tell more than the place say: "of fraud", "as head of surgery".
Words complements_of(const Wording& wording) {
  Words words;
  for (const ToldPhrase& phrase : wording.phrases)
    if (!phrase.is_core() && !phrase.of_place) words.insert(phrase.words.begin(), phrase.words.end());
  return words;
}

/// The names in the obliques of a title.
Words oblique_names(const Wording& wording) {
  Words names;
  for (const ToldPhrase& phrase : wording.phrases)
    if (!phrase.is_core()) names.insert(phrase.names.begin(), phrase.names.end());
  return names;
}

/// The words of a title but for those of who acts, of circumstances, and of what stands apart in front: "Friends, ...".
Words essential_words(const Wording& wording) {
  Words words = plain_words(wording), in_front = wording.in_front;
  for (const ToldPhrase& phrase : wording.phrases) {
    for (const Words* told : {&phrase.words, &phrase.aside})
      for (const std::string& word : *told) {
        in_front.erase(word);
        if (!phrase.is_core()) words.erase(word);
      }
  }
  for (const std::string& word : in_front) words.erase(word);
  for (const std::string& word : wording.little) words.erase(word);
  return words;
}

}  // namespace

bool is_definite(const Event& event, const Wording& wording) {
  const bool untold = std::ranges::none_of(wording.phrases, &ToldPhrase::is_core);
  bool definite = !event.groups.actor.empty() || (untold && !wording.names.empty()), undergone = false;
  for (const ToldPhrase& phrase : wording.phrases) {
    if (phrase.role == Role::undergoer && !phrase.definite && phrase.behind.empty() && phrase.possessor < 0)
      return false;
    undergone |= phrase.role == Role::undergoer;
    definite |= phrase.is_core() && (phrase.definite || phrase.possessor >= 0);
  }
  return definite || undergone;
}

bool participants_agree(const Wording& a, const Wording& b) {
  return phrases_agree(a, b, false) && !differ(stems_of(plain_words(a)), stems_of(plain_words(b)));
}

bool essentials_agree(const Wording& a, const Wording& b, Leeway leeway) {
  if (!leeway.complements && differ(complements_of(a), complements_of(b))) return false;
  return phrases_agree(a, b, leeway.actors) && !differ(oblique_names(a), oblique_names(b)) &&
         !differ(stems_of(essential_words(a)), stems_of(essential_words(b)));
}

bool tell_other_things(const Wording& a, const Wording& b) {
  if (lacks_undergoer(a) == lacks_undergoer(b)) return false;
  const Words of_a = nouns_of(a), of_b = nouns_of(b);
  return !of_a.empty() && !of_b.empty() && shared(of_a, of_b) == 0;
}

bool share_name(const Wording& a, const Wording& b) {
  if (lacks_undergoer(a) || lacks_undergoer(b)) return have_one_title(a, b) && shared(core_names(a), core_names(b)) > 0;
  return undergo_by_name(a, b);
}

bool come_to_one_bearer(const Wording& a, const Wording& b) {
  if (undergo_by_name(a, b)) return true;
  constexpr std::size_t full_name = 2;
  return a.numbers.empty() && b.numbers.empty() && shared(core_names(a), core_names(b)) >= full_name &&
         share_name(a, b);
}

bool undergo_by_name(const Wording& a, const Wording& b) {
  return any_undergoers(a, b, [](const ToldPhrase& x, const ToldPhrase& y) { return shared_names(x, y) > 0; });
}

bool has_core(const Wording& wording) { return std::ranges::any_of(wording.phrases, &ToldPhrase::is_core); }

bool share_identity(const Wording& a, const Wording& b) {
  bool same = false, others = false;
  for (const ToldPhrase& x : a.phrases)
    for (const ToldPhrase& y : b.phrases) {
      if (!x.is_core() || !y.is_core()) continue;
      if (shared_names(x, y) > 0) return true;
      if (x.role != y.role) continue;
      const bool alike = x.definite && y.definite && x.words == y.words && x.brief == y.brief;
      same |= alike;
      others |= !alike;
    }
  return same && !others;
}

bool share_words(const Wording& a, const Wording& b, std::size_t least) {
  return any_undergoers(a, b, [&](const ToldPhrase& x, const ToldPhrase& y) {
    const bool owned = belongs_to_somebody(x) || belongs_to_somebody(y) || (x.possessor >= 0 && y.possessor >= 0);
    const std::size_t needed = owned ? std::max(least, least_shared) : least;
    return x.words.size() >= needed && x.words == y.words;
  });
}

bool share_thing(const Wording& a, const Wording& b) {
  const auto same_kind = [](const ToldPhrase& x, const ToldPhrase& y) {
    return !x.plain.empty() && x.plain == y.plain;
  };
  if (are_alike(a, b) && any_undergoers(a, b, same_kind)) return true;  // "the mill", "the mill in Tarn"
  return share_words(a, b, 1) || ((lacks_undergoer(a) || lacks_undergoer(b)) && have_one_title(a, b));
}

}  // namespace annal
