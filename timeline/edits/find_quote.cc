// See find_quote.h.
#include "timeline/edits/find_quote.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/unicode/letter_case.h"
#include "core/unicode/utf8.h"

namespace annal {
namespace {

constexpr std::size_t most_candidates = 3;
constexpr std::size_t most_listed = 5;

std::string in_quotes(std::string_view words) {
  constexpr std::size_t longest = 80;  // code points
  std::string line;
  std::size_t count = 0;
  for (std::size_t at = 0; at < words.size(); at += utf8_length(words[at])) {
    const bool blank = static_cast<unsigned char>(words[at]) <= ' ';
    if (blank && (line.empty() || line.back() == ' ')) continue;
    if (++count > longest) {
      line += "…";
      break;
    }
    line += blank ? std::string_view(" ") : words.substr(at, utf8_length(words[at]));
  }
  while (line.ends_with(' ')) line.pop_back();
  return "“" + line + "”";
}

/// “words” (line 4): the line of byte `at`.
std::string at_place(std::string_view text, Span span, std::uint32_t at) {
  return in_quotes(slice(text, span)) + " (line " + std::to_string(place_of(text, at).line) + ")";
}
std::string at_place(std::string_view text, Span span) { return at_place(text, span, span.begin); }

std::string listed(const std::vector<std::string>& items, std::string_view last = " and ") {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i)
    out += (i == 0 ? "" : i + 1 == items.size() ? std::string(last) : ", ") + items[i];
  return out;
}

std::string gone(const QuoteIndex& index, const Quote& quote) {
  std::string message = "the words " + in_quotes(quote.words) + " do not stand in the text";
  std::vector<std::string> near;
  for (const Span span : index.nearest(quote.words, most_candidates)) near.push_back(at_place(index.text(), span));
  return message + (near.empty() ? "; quote it anew, or delete the edit" : "; the nearest: " + listed(near, " or "));
}

std::string too_few(const Quote& quote, std::size_t places) {
  return "the words " + in_quotes(quote.words) + " stand in the text " +
         (places == 1 ? std::string("once") : std::to_string(places) + " times") +
         ", and occurrence = " + std::to_string(quote.occurrence) + " is none of them";
}

/// The places with some words around each, and the number that picks it.
std::string several(const QuoteIndex& index, const Quote& quote, const std::vector<Span>& places) {
  std::vector<std::string> found;
  for (std::size_t i = 0; i < places.size() && i < most_listed; ++i) {
    constexpr std::size_t around = 3;  // words on each side
    const std::size_t first = index.word_at(places[i].begin), last = index.word_at(places[i].end - 1);
    const Span span{index.words()[first - std::min(first, around)].span.begin,
                    index.words()[std::min(last + around, index.words().size() - 1)].span.end};
    found.push_back("occurrence = " + std::to_string(i + 1) + " is " + at_place(index.text(), span, places[i].begin));
  }
  if (places.size() > most_listed) found.push_back(std::to_string(places.size() - most_listed) + " more");
  return "the words " + in_quotes(quote.words) + " stand in the text " + std::to_string(places.size()) +
         " times; quote more of them, or add one of: " + listed(found, ", ");
}

}  // namespace

Named<Span> find_place(const QuoteIndex& index, const Quote& quote) {
  const std::vector<Span> places = index.places(quote.words);
  if (places.empty()) return tl::unexpected(gone(index, quote));
  if (quote.occurrence > places.size()) return tl::unexpected(too_few(quote, places.size()));
  if (quote.occurrence > 0) return places[quote.occurrence - 1];
  if (places.size() > 1) return tl::unexpected(several(index, quote, places));
  return places.front();
}

Named<std::uint32_t> find_timex(const QuoteIndex& index, const std::vector<Timex>& timexes, const Quote& quote) {
  const auto place = find_place(index, quote);
  if (!place) return tl::unexpected(place.error());
  std::vector<std::uint32_t> found;
  const auto first = std::partition_point(timexes.begin(), timexes.end(),
                                          [&](const Timex& timex) { return timex.span.end <= place->begin; });
  for (auto timex = first; timex != timexes.end() && timex->span.begin < place->end; ++timex)
    if (place->contains(timex->span) || timex->span.contains(*place))
      found.push_back(static_cast<std::uint32_t>(timex - timexes.begin()));
  if (found.size() == 1) return found.front();
  std::vector<std::string> near;
  const std::string words = "the words " + in_quotes(quote.words);
  if (!found.empty()) {
    for (const std::uint32_t timex : found) near.push_back(in_quotes(slice(index.text(), timexes[timex].span)));
    return tl::unexpected(words + " hold several times, " + listed(near) + "; quote one");
  }
  if (first != timexes.begin()) near.push_back(at_place(index.text(), std::prev(first)->span));
  if (first != timexes.end()) near.push_back(at_place(index.text(), first->span));
  return tl::unexpected(words + " hold no time" + (near.empty() ? "" : "; the nearest: " + listed(near, " or ")));
}

EventQuotes::EventQuotes(const Timeline& timeline) : timeline_(timeline), index_(timeline.document.text) {
  for (std::uint32_t e = 0; e < timeline.events.size(); ++e) {
    const Event& event = timeline.events[e];
    if (event.span.size() > 0) heads_.push_back({event.span, e});
    for (const Span mention : event.mentions)
      if (mention.size() > 0) mentions_.push_back({mention, e});
    if (!event.title.empty()) titles_[quote_form(event.title)].push_back(e);
  }
  const auto by_place = [](const Mention& a, const Mention& b) {
    return std::pair(a.span.begin, a.event) < std::pair(b.span.begin, b.event);
  };
  std::sort(heads_.begin(), heads_.end(), by_place);
  std::sort(mentions_.begin(), mentions_.end(), by_place);
}

std::vector<std::uint32_t> EventQuotes::within(Span place, const std::vector<Mention>& mentions) {
  std::vector<std::uint32_t> found;
  auto at = std::partition_point(mentions.begin(), mentions.end(),
                                 [&](const Mention& m) { return m.span.begin < place.begin; });
  for (; at != mentions.end() && at->span.begin < place.end; ++at)
    if (place.contains(at->span)) found.push_back(at->event);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<std::uint32_t> EventQuotes::events_in(Span place) const {
  std::vector<std::uint32_t> found = within(place, heads_);
  if (found.empty()) found = within(place, mentions_);
  const auto is_shown = [&](std::uint32_t e) { return timeline_.events[e].shown; };
  if (found.size() > 1 && std::any_of(found.begin(), found.end(), is_shown))
    std::erase_if(found, [&](std::uint32_t e) { return !is_shown(e); });
  return found;
}

std::vector<std::uint32_t> EventQuotes::titled(const std::string& words) const {
  const auto found = titles_.find(quote_form(words));
  return found == titles_.end() || found->second.size() > 1 ? std::vector<std::uint32_t>{} : found->second;
}

Named<std::uint32_t> EventQuotes::only_event(const Quote& quote, const std::vector<Span>& places) const {
  const auto fail_with = [](std::string message) { return tl::unexpected(std::move(message)); };
  const std::string words = "the words " + in_quotes(quote.words);
  std::vector<std::uint32_t> found;
  for (const Span place : places) {
    const std::vector<std::uint32_t> here = events_in(place);
    found.insert(found.end(), here.begin(), here.end());
    if (places.size() == 1 && here.size() > 1) {
      std::vector<std::string> heads;
      for (std::size_t i = 0; i < here.size() && i < most_listed; ++i)
        heads.push_back(in_quotes(slice(index_.text(), timeline_.events[here[i]].span)));
      return fail_with(words + " hold several events, " + listed(heads) + "; quote fewer words round one");
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  if (found.size() == 1) return found.front();
  if (found.size() > 1) return fail_with(several(index_, quote, places));
  std::vector<std::string> near;
  const auto next = std::partition_point(heads_.begin(), heads_.end(),
                                         [&](const Mention& m) { return m.span.begin < places.front().begin; });
  if (next != heads_.begin()) near.push_back(at_place(index_.text(), std::prev(next)->span));
  if (next != heads_.end()) near.push_back(at_place(index_.text(), next->span));
  return fail_with(words + " hold no event" + (near.empty() ? "" : "; the nearest: " + listed(near, " or ")));
}

Named<std::uint32_t> EventQuotes::event(const Quote& quote) const {
  std::vector<Span> places = index_.places(quote.words);
  const std::vector<std::uint32_t> title = quote.occurrence == 0 ? titled(quote.words) : std::vector<std::uint32_t>{};
  if (places.empty()) {
    if (!title.empty()) return title.front();
    return tl::unexpected(gone(index_, quote));
  }
  if (quote.occurrence > places.size()) return tl::unexpected(too_few(quote, places.size()));
  if (quote.occurrence > 0) places = {places[quote.occurrence - 1]};
  auto found = only_event(quote, places);
  if (title.empty()) return found;
  if (found && *found != title.front()) {
    return tl::unexpected("the words " + in_quotes(quote.words) + " are the title of one event and hold another, " +
                          in_quotes(timeline_.events[*found].title) + "; quote other words");
  }
  return title.front();
}

Span EventQuotes::span_of(Words run) const {
  return {index_.words()[run.first].span.begin, index_.words()[run.last].span.end};
}

std::string EventQuotes::words_of(Words run) const {
  const std::string_view words = slice(index_.text(), span_of(run));
  std::string line;
  for (const char c : words) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank) line += c;
    if (blank && !line.ends_with(' ')) line += ' ';
  }
  return line;
}

bool EventQuotes::is_clean(Words words, std::uint32_t event) const {
  const Span run = span_of(words);
  const std::vector<std::uint32_t> only{event};
  const std::vector<std::uint32_t> mentioned = within(run, mentions_);
  return within(run, heads_) == only && (mentioned.empty() || mentioned == only);
}

bool EventQuotes::is_unique(Words run, std::uint32_t event) const {
  const std::string words = words_of(run);
  const std::vector<std::uint32_t> title = titled(words);
  return (title.empty() || title.front() == event) && index_.places(words, 2).size() == 1;
}

bool EventQuotes::may_be_head(std::size_t word) const {
  constexpr std::uint32_t shortest = 4;
  const Span span = index_.words()[word].span;
  if (span.size() < shortest || !begins_small(slice(index_.text(), span))) return false;
  const auto timex = std::partition_point(timeline_.timexes.begin(), timeline_.timexes.end(),
                                          [&](const Timex& t) { return t.span.end <= span.begin; });
  return timex == timeline_.timexes.end() || timex->span.begin >= span.end;
}

EventQuotes::Runs EventQuotes::runs_of(Words head, std::uint32_t event) const {
  constexpr std::size_t shortest = 2, short_enough = 6, longest = 40;
  constexpr double improbable = 0.03;
  Runs runs;
  runs.clean = head;
  std::size_t least = SIZE_MAX;  // words of the best run that may be heads
  const std::size_t count = index_.words().size(), own = head.last - head.first + 1;
  for (std::size_t length = std::max(shortest, own); length <= std::min(longest, count); ++length) {
    if (length > short_enough && (runs.best || runs.unique)) break;
    // Runs that begin with the head first, then those with more and more words before it.
    const std::size_t earliest = head.last + 1 > length ? head.last + 1 - length : 0;
    for (std::size_t first = std::min(head.first, count - length) + 1; first-- > earliest;) {
      const Words run{first, first + length - 1};
      if (run.last < head.last || !is_clean(run, event)) continue;
      if (length <= short_enough) runs.clean = run;
      if (!is_unique(run, event)) continue;
      if (!runs.unique) runs.unique = run;
      if (index_.expected_places(run.first, run.last) >= improbable) continue;
      std::size_t others = 0;
      for (std::size_t word = run.first; word <= run.last; ++word)
        if (word < head.first || word > head.last) others += may_be_head(word) ? 1 : 0;
      if (others >= least) continue;
      least = others;
      runs.best = run;
    }
  }
  return runs;
}

Quote EventQuotes::quote_of(std::uint32_t event) const {
  const Event& e = timeline_.events[event];
  const std::size_t count = index_.words().size();
  const std::size_t head = e.span.size() > 0 ? index_.word_at(e.span.begin) : count;
  if (head >= count || index_.words()[head].span.begin >= e.span.end) return {e.title, 0};
  const Runs runs = runs_of({head, std::max(head, std::min(index_.word_at(e.span.end - 1), count - 1))}, event);
  if (runs.best || runs.unique) return {words_of(runs.best ? *runs.best : *runs.unique), 0};
  Quote quote{words_of(runs.clean), 0};
  const std::vector<Span> places = index_.places(quote.words);
  for (std::size_t i = 0; i < places.size() && places.size() > 1; ++i)
    if (places[i].begin == index_.words()[runs.clean.first].span.begin)
      quote.occurrence = static_cast<std::uint32_t>(i + 1);
  return quote;
}

Quote quote_of(const Timeline& timeline, std::uint32_t event) { return EventQuotes(timeline).quote_of(event); }

}  // namespace annal
