// See deed.h.
#include "timeline/collection/deed.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <vector>

#include "core/text/token.h"
#include "core/unicode/letter_case.h"
#include "timeline/sources.h"

namespace annal {
namespace {

constexpr std::int32_t once_a_year = 2;                           // of verb-once
constexpr std::int32_t of_a_name = 2, of_a_name_once_a_year = 3;  // of verb-lasting-result
constexpr std::size_t most_particles = 3;                         // "burned to the ground"

/// The words right behind the verb, in small letters, up to the first mark.
std::vector<std::string> words_behind(std::string_view text) {
  constexpr std::size_t longest = 64;  // bytes
  std::vector<Token> tokens;
  text = text.substr(0, longest);
  tokenise(text, tokens);
  std::vector<std::string> found;
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::word || found.size() == most_particles) break;
    found.push_back(folded(slice(text, token.span())));
  }
  return found;
}

/// Leaves out a word wherever it stands.
void leave_out(const std::string& word, Wording& wording) {
  for (Words* words : {&wording.words, &wording.in_front, &wording.numbers, &wording.names}) words->erase(word);
  for (ToldPhrase& phrase : wording.phrases)
    for (Words* words : {&phrase.words, &phrase.names, &phrase.numbers, &phrase.plain}) words->erase(word);
}

/// Makes the one that a verb without an object comes to its undergoer: "the quay reopened", "the quay was reopened".
void name_the_undergoer(Wording& wording) {
  if (std::ranges::any_of(wording.phrases, [](const ToldPhrase& p) { return p.role == Role::undergoer; })) return;
  for (ToldPhrase& phrase : wording.phrases)
    if (phrase.role == Role::agent) phrase.role = Role::undergoer;
}

/// Makes what the one with a name becomes a circumstance: "Ann Weir was elected mayor" as "elected as mayor".
void name_the_office(Wording& wording) {
  const auto named = std::ranges::find_if(wording.phrases, [](const ToldPhrase& phrase) {
    return phrase.role == Role::undergoer && phrase.names.contains(phrase.first);
  });
  if (named == wording.phrases.end()) return;
  for (auto phrase = std::next(named); phrase != wording.phrases.end(); ++phrase)
    if (phrase->role == Role::undergoer && !phrase->names.contains(phrase->first)) {
      phrase->role = Role::oblique;
      phrase->first.clear();
    }
}

}  // namespace

const DeedReader::Classes& DeedReader::classes_of(const Event& event) {
  const std::string& tag = timeline_.sources[source_at(timeline_, event.span.begin)].language;
  const auto [at, is_new] = classes_.try_emplace(tag);
  if (is_new) {
    const Language* found = Language::find(tag);
    const Language& language = found != nullptr ? *found : Language::fallback();
    at->second = {&language,
                  language.word_class("same-deed"),
                  language.word_class("verb-once"),
                  language.word_class("verb-lasting-result"),
                  language.word_class("noun-once"),
                  language.word_class("noun-lasting-result"),
                  language.word_class("verb-giving"),
                  language.word_class("taker-mark")};
  }
  return at->second;
}

/// The longer words of the time expressions that date an event, in small letters: "february", "2011".
std::vector<std::string> DeedReader::time_words(const Event& event) const {
  constexpr std::size_t least = 4;  // bytes: the day of the month may be another number as well
  std::vector<std::string> found;
  std::vector<Token> tokens;
  for (const std::uint32_t timex : event.timexes) {
    const std::string_view text = slice(timeline_.document.text, timeline_.timexes[timex].span);
    tokenise(text, tokens);
    for (const Token& token : tokens)
      if (token.end - token.begin >= least) found.push_back(folded(slice(text, token.span())));
  }
  return found;
}

/// "A fire destroyed the mill" as "fire destroy", without the fire; empty where nobody who acts is part of the deed.
std::string DeedReader::name_with_agent(const Event& event, const Classes& classes, Wording& wording) const {
  for (auto phrase = wording.phrases.begin(); phrase != wording.phrases.end(); ++phrase) {
    if (phrase->role != Role::agent) continue;
    for (const std::string& word : phrase->words) {  // "Fire" at the start of a sentence, too
      std::string name = word + ' ' + event.lemma;
      if (classes.same == no_class || !classes.language->is(name, classes.same)) continue;
      for (const std::string& dropped : phrase->words) wording.words.erase(dropped);
      wording.phrases.erase(phrase);
      return name;
    }
  }
  return {};
}

/// "The mill burned down" as "burn down"; the lemma where no words behind the verb are part of the deed.
std::string DeedReader::name_with_particles(const Event& event, const Classes& classes, Wording& wording) const {
  std::vector<std::string> behind = words_behind(std::string_view(timeline_.document.text).substr(event.span.end));
  for (; !behind.empty(); behind.pop_back()) {
    std::string name = event.lemma;
    for (const std::string& word : behind) name += ' ' + word;
    const bool known = std::ranges::any_of(std::array{classes.same, classes.once, classes.lasting},
                                           [&](WordClass c) { return c != no_class && classes.language->is(name, c); });
    if (!known) continue;
    for (const std::string& dropped : behind) wording.words.erase(dropped);
    return name;
  }
  return event.lemma;
}

Deed DeedReader::read(const Event& event, Wording& wording) {
  const Classes& classes = classes_of(event);
  const auto value = [&](const std::string& word, WordClass c) {
    return c == no_class ? -1 : classes.language->value_in(word, c, -1);
  };
  for (const std::string& word : time_words(event)) leave_out(word, wording);
  std::string told = name_with_agent(event, classes, wording);
  if (told.empty()) told = name_with_particles(event, classes, wording);

  // Who takes what is given acts; who gives it is told the same way by a verb of taking.
  if (value(told, classes.giving) >= 0)
    for (ToldPhrase& phrase : wording.phrases) {
      if (phrase.role == Role::agent)
        phrase.role = Role::recipient;
      else if (phrase.role == Role::recipient ||
               (phrase.role == Role::oblique && value(phrase.first, classes.taker) >= 0))
        phrase.role = Role::agent;
    }
  name_the_undergoer(wording);
  name_the_office(wording);

  Deed deed;
  const bool noun = event.pos == PartOfSpeech::noun;
  const std::int32_t group = value(told, classes.same), once = value(told, noun ? classes.noun_once : classes.once);
  const std::int32_t lasting = value(told, noun ? classes.noun_lasting : classes.lasting);
  if (once == once_a_year)
    deed.recurrence = Recurrence::yearly;
  else if (lasting == of_a_name)
    deed.recurrence = Recurrence::anybody;
  else if (lasting == of_a_name_once_a_year)
    deed.recurrence = Recurrence::terms;
  else if (once >= 0 || lasting >= 0)
    deed.recurrence = Recurrence::hardly;
  deed.name = classes.language->tag();
  deed.name += group >= 0 ? " #" + std::to_string(group) : ' ' + told;
  return deed;
}

}  // namespace annal
