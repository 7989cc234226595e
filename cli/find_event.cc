// Three sieves, from exact to loose. What is ambiguous is never guessed at: the reader gets the list.
#include "cli/find_event.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "core/unicode/ascii.h"
#include "core/unicode/edit_distance.h"
#include "core/unicode/letter_case.h"
#include "render/encode/escape.h"
#include "render/labels/date_words.h"
#include "render/labels/heading.h"

namespace annal {
namespace {

constexpr std::size_t most_listed = 12;

bool in_word(char c) { return is_alnum(c) || static_cast<unsigned char>(c) >= 0x80; }

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && in_word(text[end])) ++end;
    if (end > i) words.push_back(folded(text.substr(i, end - i)));
    i = std::max(end, i + 1);
  }
  return words;
}

struct Named {
  std::string title, head;
  std::vector<std::string> words;  ///< of both
};

Named named(const Timeline& timeline, const Event& event) {
  Named result{folded(event.title), folded(slice(timeline.document.text, event.span)), words_of(event.title)};
  for (const Span mention : event.mentions) {
    for (std::string& word : words_of(slice(timeline.document.text, mention))) result.words.push_back(std::move(word));
  }
  result.words.push_back(result.head);
  return result;
}

template <class Fits>
bool each_word(const std::vector<std::string>& asked, const Named& event, Fits fits) {
  return std::ranges::all_of(asked, [&](const std::string& word) {
    return std::ranges::any_of(event.words, [&](const std::string& own) { return fits(own, word); });
  });
}

/// The number in "e12", or nullopt.
std::optional<std::uint64_t> id_number(std::string_view name) {
  if (name.size() < 2 || (name[0] != 'e' && name[0] != 'E')) return std::nullopt;
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(name.data() + 1, name.data() + name.size(), number);
  if (end != name.data() + name.size()) return std::nullopt;
  return error == std::errc() ? number : UINT64_MAX;
}

std::string id(std::size_t index) { return "e" + std::to_string(index + 1); }

tl::unexpected<Error> ambiguous(const Timeline& timeline, const std::string& name,
                                const std::vector<std::uint32_t>& found) {
  std::string message =
      "'" + visible(name) + "' matches " + std::to_string(found.size()) + " events; choose one by its id:";
  for (std::size_t i = 0; i < found.size() && i < most_listed; ++i) {
    const Event& event = timeline.events[found[i]];
    message += "\n  " + id(found[i]) + "  " + one_line(event.title) +
               (event.when.empty() ? "" : " (" + labels::date_words(event.when, labels::labels_of(timeline)) + ")");
  }
  if (found.size() > most_listed) message += "\n  and " + std::to_string(found.size() - most_listed) + " more";
  return fail(Code::usage, message);
}

/// The one of `found` that is preferred, if there is only one.
std::optional<std::uint32_t> only_of(const Timeline& timeline, const std::vector<std::uint32_t>& found, Prefer prefer) {
  if (prefer == Prefer::none) return std::nullopt;
  const auto is_preferred = [&](std::uint32_t e) { return timeline.events[e].shown == (prefer == Prefer::shown); };
  if (std::ranges::count_if(found, is_preferred) != 1) return std::nullopt;
  return *std::ranges::find_if(found, is_preferred);
}

}  // namespace

Result<std::uint32_t> find_event(const Timeline& timeline, const std::string& name, Prefer prefer) {
  const auto& events = timeline.events;
  if (events.empty())
    return fail(Code::usage, "there is no event called '" + visible(name) + "': no event was found in the text");
  if (const auto number = id_number(name)) {
    if (*number >= 1 && *number <= events.size()) return static_cast<std::uint32_t>(*number - 1);
    return fail(Code::usage, "there is no event " + visible(name) + "; the text has e1 to " + id(events.size() - 1));
  }
  const std::string whole = folded(name);
  const std::vector<std::string> asked = words_of(name);
  if (asked.empty())
    return fail(Code::usage, "'" + visible(name) + "' is not the name of an event; give an id or words of its title");
  std::vector<std::uint32_t> exact, by_words, by_beginnings;
  std::vector<std::string> heads;
  for (std::uint32_t i = 0; i < events.size(); ++i) {
    Named event = named(timeline, events[i]);
    if (event.title == whole || event.head == whole) exact.push_back(i);
    if (each_word(asked, event, [](const std::string& own, const std::string& word) { return own == word; })) {
      by_words.push_back(i);
    }
    if (each_word(asked, event,
                  [](const std::string& own, const std::string& word) { return own.starts_with(word); })) {
      by_beginnings.push_back(i);
    }
    heads.push_back(std::move(event.head));
  }
  for (const std::vector<std::uint32_t>* found : {&exact, &by_words, &by_beginnings}) {
    if (found->size() == 1) return found->front();
    if (const auto only = only_of(timeline, *found, prefer)) return *only;
    if (!found->empty()) return ambiguous(timeline, name, *found);
  }
  const std::vector<std::string_view> views(heads.begin(), heads.end());
  const std::string suggestion = did_you_mean(whole, views);
  return fail(Code::usage, "there is no event called '" + visible(name) + "'" +
                               (suggestion.empty() ? "; list all events with: annal order --all" : suggestion));
}

}  // namespace annal
