// Sieves, from exact to loose. What is ambiguous is never guessed at: the reader gets the list.
#include "api/find_event.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "core/unicode/edit_distance.h"
#include "core/unicode/letter_case.h"
#include "render/encode/escape.h"
#include "render/labels/date_words.h"
#include "render/labels/extent.h"
#include "render/labels/heading.h"
#include "render/labels/places.h"
#include "render/labels/quote.h"
#include "render/text/wrap.h"
#include "timeline/edits/quote_index.h"

namespace annal::api {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t most_listed = 8;

bool in_word(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return c >= 0xC0 && !(c >= 0x2000 && c < 0x2070);
}

/// Without case, white space and punctuation: typographic marks and those of a keyboard are the same.
Words words_of(std::string_view text) {
  Words words;
  bool goes_on = false;
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = letter_at(text, at);
    at += letter.size;
    if (in_word(letter.code)) {
      if (!goes_on) words.emplace_back();
      append_letter(words.back(), lower_of(letter.code));
    }
    goes_on = in_word(letter.code);
  }
  return words;
}

struct Named {
  Words title, former, head;
  Words all;  ///< of both titles, head and mentions
};

Named named(const Timeline& timeline, const Event& event, const std::string& former) {
  const std::string_view text = timeline.document.text;
  Named result{words_of(event.title), words_of(former), words_of(slice(text, event.span)), words_of(event.title)};
  std::ranges::copy(result.former, std::back_inserter(result.all));
  std::ranges::copy(result.head, std::back_inserter(result.all));
  for (const Span mention : event.mentions)
    std::ranges::copy(words_of(slice(text, mention)), std::back_inserter(result.all));
  return result;
}

template <class Fits>
bool each_word(const Words& asked, const Words& own, Fits fits) {
  return std::ranges::all_of(asked, [&](const std::string& word) {
    return std::ranges::any_of(own, [&](auto& one) { return fits(one, word); });
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

class EventFinder {
 public:
  EventFinder(const Timeline& timeline, const std::string& name, Prefer prefer, std::string_view lister)
      : timeline_(timeline), name_(name), prefer_(prefer), lister_(lister), asked_(words_of(name)) {}

  Result<std::uint32_t> find(const std::vector<std::string>& former) const {
    if (asked_.empty()) return none();
    std::vector<std::uint32_t> titled, formerly, heads, phrased = quoted(), by_words, by_beginnings;
    for (std::uint32_t i = 0; i < timeline_.events.size(); ++i) {
      const Named event = named(timeline_, timeline_.events[i], i < former.size() ? former[i] : "");
      if (event.title == asked_) titled.push_back(i);
      if (event.former == asked_) formerly.push_back(i);
      if (event.head == asked_) heads.push_back(i);
      if (holds_phrase(event.title) || holds_phrase(event.former)) phrased.push_back(i);
      if (each_word(asked_, event.all, std::equal_to<>())) by_words.push_back(i);
      if (each_word(asked_, event.all, [](auto& own, auto& word) { return own.starts_with(word); }))
        by_beginnings.push_back(i);
    }
    // A head is one word, which titles hold too: where a change is about what is shown, no other head is in its way.
    if (prefer_ != Prefer::none && std::ranges::none_of(heads, [&](std::uint32_t e) { return is_preferred(e); }))
      heads.clear();
    std::ranges::sort(phrased);
    phrased.erase(std::unique(phrased.begin(), phrased.end()), phrased.end());
    if (asked_.size() < 2) std::swap(phrased, by_words);  // of one word, those that tell of it come first
    for (const auto& found : {titled, formerly, heads, phrased, by_words, by_beginnings})
      if (!found.empty()) return only_of(found);
    return none();
  }

 private:
  bool holds_phrase(const Words& title) const {
    return std::search(title.begin(), title.end(), asked_.begin(), asked_.end()) != title.end();
  }
  bool is_preferred(std::uint32_t e) const { return timeline_.events[e].shown == (prefer_ == Prefer::shown); }

  /// The one of `found` that is meant, if there is only one.
  Result<std::uint32_t> only_of(const std::vector<std::uint32_t>& found) const {
    if (found.size() == 1) return found.front();
    const auto preferred = [&](std::uint32_t e) { return is_preferred(e); };
    if (prefer_ != Prefer::none && std::ranges::count_if(found, preferred) == 1)
      return *std::ranges::find_if(found, preferred);
    return fail(Code::usage, "'" + visible(name_) + "' matches " + std::to_string(found.size()) +
                                 " events; choose one by its id:" + listed(found));
  }

  /// The events whose heads lie in the article where the words stand; where no head does, those that are mentioned.
  std::vector<std::uint32_t> quoted() const {
    const std::vector<Span> places = places_of_words();
    const auto lies_there = [&](Span span) {
      return span.size() > 0 && std::ranges::any_of(places, [&](Span place) { return place.contains(span); });
    };
    std::vector<std::uint32_t> heads, mentions;
    for (std::uint32_t e = 0; e < timeline_.events.size() && !places.empty(); ++e) {
      if (lies_there(timeline_.events[e].span)) heads.push_back(e);
      if (std::ranges::any_of(timeline_.events[e].mentions, lies_there)) mentions.push_back(e);
    }
    return heads.empty() ? mentions : heads;
  }

  /// Where the words follow one another in the article, whatever stands between them.
  std::vector<Span> places_of_words() const {
    const std::string_view text = timeline_.document.text;
    const QuoteIndex index(text);
    const auto is_asked = [&](const QuoteIndex::Word& own, const std::string& word) {
      return folded(slice(text, own.span)) == word;
    };
    std::vector<Span> places;
    const auto end = index.words().end();
    for (auto at = index.words().begin(); at != end; ++at) {
      at = std::search(at, end, asked_.begin(), asked_.end(), is_asked);
      if (at == end) break;
      places.push_back({at->span.begin, (at + static_cast<std::ptrdiff_t>(asked_.size()) - 1)->span.end});
    }
    return places;
  }

  /// A line for each: id, date, title, and, where titles are the same, the sentence. What is shown comes first.
  std::string listed(std::vector<std::uint32_t> events) const {
    const auto title = [&](std::uint32_t e) { return one_line(timeline_.events[e].title); };
    const auto date = [&](std::uint32_t e) {
      return one_line(labels::date_words(timeline_.events[e].when, labels::labels_of(timeline_)));
    };
    std::stable_partition(events.begin(), events.end(), [&](std::uint32_t e) { return timeline_.events[e].shown; });
    const std::size_t count = events.size();
    events.resize(std::min(count, most_listed));
    std::size_t id_width = 0, date_width = 0;
    for (const std::uint32_t e : events) {
      id_width = std::max(id_width, event_id(e).size());
      date_width = std::max(date_width, cells(date(e)));
    }
    std::string lines;
    for (const std::uint32_t e : events) {
      lines += "\n  " + pad(event_id(e), id_width) + "  ";
      if (date_width > 0) lines += pad(date(e), date_width) + "  ";
      lines += title(e) + (timeline_.events[e].shown ? "" : " (left out)");
      if (std::ranges::count(events, title(e), title) > 1) lines += told_apart(timeline_.events[e]);
    }
    return lines + (count > events.size() ? "\n  and " + std::to_string(count - events.size()) + " more" : "");
  }

  std::string told_apart(const Event& event) const {
    constexpr std::uint32_t most = 60;  // bytes
    if (event.span.size() == 0) return "";
    const Span sentence = labels::sentence_around(timeline_, event.span);
    return ": " + labels::Places(timeline_).at(event.span.begin) + " \"" +
           labels::words_around(timeline_, sentence, event.span, most) + '"';
  }

  Result<std::uint32_t> none() const {
    std::vector<std::string> heads;
    for (const Event& event : timeline_.events) heads.push_back(folded(slice(timeline_.document.text, event.span)));
    const std::vector<std::string_view> views(heads.begin(), heads.end());
    const std::string suggestion = did_you_mean(folded(name_), views);
    return fail(Code::usage, "there is no event called '" + visible(name_) + "'" +
                                 (suggestion.empty() ? nearest_events() : suggestion));
  }

  /// The events of the sentences that share most with the words.
  std::string nearest_events() const {
    constexpr std::size_t most_places = 3;
    const QuoteIndex index(timeline_.document.text);
    std::vector<Span> places = index.places(name_, most_places);
    if (places.empty()) places = index.nearest(name_, most_places);
    std::vector<std::uint32_t> events;
    for (std::uint32_t e = 0; e < timeline_.events.size(); ++e) {
      const Span head = timeline_.events[e].span;
      const auto shares = [&](Span place) {
        return head.size() > 0 && labels::sentence_around(timeline_, head) == labels::sentence_around(timeline_, place);
      };
      if (std::ranges::any_of(places, shares)) events.push_back(e);
    }
    if (events.empty()) return "; list all events with: " + std::string(lister_);
    return "; the nearest:" + listed(events);
  }

  const Timeline& timeline_;
  const std::string& name_;
  Prefer prefer_;
  std::string_view lister_;
  Words asked_;
};

}  // namespace

Result<std::uint32_t> find_event(const Timeline& timeline, const std::string& name, Prefer prefer,
                                 const std::vector<std::string>& former, std::string_view lister) {
  const std::size_t count = timeline.events.size();
  if (count == 0)
    return fail(Code::usage, "there is no event called '" + visible(name) + "': no event was found in the text");
  if (const auto number = id_number(name)) {
    if (*number >= 1 && *number <= count) return static_cast<std::uint32_t>(*number - 1);
    return fail(Code::usage, "there is no event " + visible(name) + "; the text has e1 to " +
                                 event_id(static_cast<std::uint32_t>(count - 1)));
  }
  if (words_of(name).empty())
    return fail(Code::usage, "'" + visible(name) + "' is not the name of an event; give an id or words of its title");
  return EventFinder(timeline, name, prefer, lister).find(former);
}

Result<std::pair<std::uint32_t, std::uint32_t>> find_pair(const Timeline& timeline,
                                                          const std::pair<std::string, std::string>& names,
                                                          std::string_view lister) {
  const auto a = find_event(timeline, names.first, Prefer::none, {}, lister);
  if (!a) return tl::unexpected(a.error());
  const auto b = find_event(timeline, names.second, Prefer::none, {}, lister);
  if (!b) return tl::unexpected(b.error());
  if (*a == *b) {
    return fail(Code::usage, "'" + visible(names.first) + "' and '" + visible(names.second) + "' are the same event, " +
                                 one_line(timeline.events[*a].title));
  }
  return std::pair(*a, *b);
}

}  // namespace annal::api
