// See about.h.
#include "timeline/about.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/text/token.h"
#include "core/unicode/edit_distance.h"
#include "core/unicode/letter_case.h"

namespace annal {
namespace {

using Words = std::vector<std::string>;

/// The words of `text`, their letters small.
Words words_of(std::string_view text) {
  std::vector<Token> tokens;
  tokenise(text, tokens);
  Words words;
  for (const Token& token : tokens)
    if (token.kind != TokenKind::punctuation) words.push_back(folded(slice(text, token.span())));
  return words;
}

bool holds_words(const Words& words, const Words& name) {
  return std::search(words.begin(), words.end(), name.begin(), name.end()) != words.end();
}

/// Whether `words` name somebody else of the last word of `name`: "Max Roe" beside "Jane Roe". `names` have a capital.
bool is_other(const Words& words, const Words& name) {
  return words.size() > 1 && words.back() == name.back() && !holds_words(words, name) && !holds_words(name, words);
}

class Participants {
 public:
  Participants(const Timeline& timeline, std::string_view name) : timeline_(timeline), name_(words_of(name)) {
    shared_ = name_.size() < 2 || std::ranges::any_of(timeline.events, [&](const Event& event) {
                return is_other(words_of(event.groups.actor), name_);
              });
  }

  bool take_part(const Event& event) const {
    if (name_.empty()) return false;
    if (is_named(event.groups.actor)) return true;
    // What a person wrote down, and the noun of a headline, tell by their title alone who takes part.
    if (event.arguments.empty() && event.groups.actor.empty()) return holds_words(words_of(event.title), name_);
    return std::ranges::any_of(event.arguments, [&](const EventArgument& argument) {
      return is_named(argument.name.empty() ? slice(timeline_.document.text, argument.span)
                                            : std::string_view(argument.name));
    });
  }

 private:
  bool is_named(std::string_view participant) const {
    const Words words = words_of(participant);
    if (holds_words(words, name_)) return true;
    return !shared_ && words.size() == 1 && words.front() == name_.back();
  }

  const Timeline& timeline_;
  Words name_;
  bool shared_ = false;  ///< the last word alone does not say who
};

/// The names of those who take part, with how many events each does.
std::map<std::string, std::size_t> names_of(const Timeline& timeline) {
  std::map<std::string, std::size_t> events_of;
  for (const Event& event : timeline.events) {
    std::set<std::string> names;
    if (!event.groups.actor.empty()) names.insert(event.groups.actor);
    for (const EventArgument& argument : event.arguments)
      if (!argument.name.empty()) names.insert(argument.name);
    for (const std::string& name : names) ++events_of[name];
  }
  return events_of;
}

}  // namespace

std::vector<std::uint32_t> events_about(const Timeline& timeline, std::string_view name) {
  const Participants participants(timeline, name);
  std::vector<std::uint32_t> found;
  for (std::uint32_t e = 0; e < timeline.events.size(); ++e)
    if (participants.take_part(timeline.events[e])) found.push_back(e);
  return found;
}

std::vector<std::string> names_near(const Timeline& timeline, std::string_view name) {
  constexpr std::size_t most = 3;
  const std::map<std::string, std::size_t> events_of = names_of(timeline);
  std::vector<std::string> names;
  std::set<std::string> known;
  for (const auto& [other, events] : events_of) {
    names.push_back(other);
    for (std::string& word : words_of(other)) known.insert(std::move(word));
  }
  std::ranges::stable_sort(names, std::ranges::greater(), [&](const std::string& n) { return events_of.at(n); });
  const std::vector<std::string_view> words(known.begin(), known.end());
  std::set<std::string> like;
  for (const std::string& word : words_of(name)) like.emplace(nearest(word, words));
  std::vector<std::string> near;
  for (const std::string& other : names) {
    const Words own = words_of(other);
    if (std::ranges::any_of(own, [&](const std::string& word) { return like.contains(word); })) near.push_back(other);
  }
  if (near.empty()) near = std::move(names);
  near.resize(std::min(near.size(), most));
  return near;
}

}  // namespace annal
