// See find_quote.h.
#include "timeline/edits/find_quote.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

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
  if (const auto sentence = quote.sentence.empty() ? std::nullopt : index.nearest_sentence(quote.sentence))
    return message + "; the nearest: " + at_place(index.text(), *sentence);
  std::vector<std::string> near;
  for (const Span span : index.nearest(quote.words, most_candidates)) near.push_back(at_place(index.text(), span));
  return message + (near.empty() ? "; quote it anew, or delete the edit" : "; the nearest: " + listed(near, " or "));
}

std::string elsewhere(const QuoteIndex& index, const Quote& quote, Span place) {
  const auto sentence = index.nearest_sentence(quote.sentence);
  return "the words " + in_quotes(quote.words) +
         " now stand in another sentence: " + in_quotes(index.sentence_of(place)) + " (line " +
         std::to_string(place_of(index.text(), place.begin).line) + ")" +
         (sentence ? ", and the nearest to theirs is " + at_place(index.text(), *sentence) : "") + "; quote them anew";
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

/// Those of the places in a sentence that is most like the one stated; none where all are in other ones. Where there
/// are too many to compare, all.
std::vector<Span> in_sentence(const QuoteIndex& index, const Quote& quote, const std::vector<Span>& places) {
  constexpr std::size_t most_compared = 200;
  constexpr double margin = 0.15;  // by which the others are less alike
  if (places.size() > most_compared) return places;
  std::vector<double> likeness;
  for (const Span place : places) likeness.push_back(index.likeness(place, quote.words, quote.sentence));
  const double least = std::max(same_sentence, *std::max_element(likeness.begin(), likeness.end()) - margin);
  std::vector<Span> alike;
  for (std::size_t i = 0; i < places.size(); ++i)
    if (likeness[i] >= least) alike.push_back(places[i]);
  return alike;
}

/// The places that the quote may mean.
Named<std::vector<Span>> places_of(const QuoteIndex& index, const Quote& quote) {
  std::vector<Span> places = index.places(quote.words);
  if (places.empty()) return tl::unexpected(gone(index, quote));
  if (!quote.sentence.empty()) {
    const Span first = places.front();
    places = in_sentence(index, quote, places);
    if (places.empty()) return tl::unexpected(elsewhere(index, quote, first));
    if (quote.occurrence > 0 && places.size() == 1) {
      return tl::unexpected("the words " + in_quotes(quote.words) +
                            " stood in several sentences like theirs, and now in one: " +
                            in_quotes(index.sentence_of(places.front())) + "; quote them anew");
    }
  }
  if (quote.occurrence > places.size()) return tl::unexpected(too_few(quote, places.size()));
  if (quote.occurrence > 0) places = {places[quote.occurrence - 1]};
  return places;
}

}  // namespace

Named<Span> find_place(const QuoteIndex& index, const Quote& quote) {
  const auto places = places_of(index, quote);
  if (!places) return tl::unexpected(places.error());
  if (places->size() > 1) return tl::unexpected(several(index, quote, *places));
  return places->front();
}

Quote quote_at(const QuoteIndex& index, Span place) {
  Quote quote{.words = index.line_of(place), .sentence = index.sentence_of(place)};
  std::vector<Span> places = index.places(quote.words);
  if (places.size() > 1) places = in_sentence(index, quote, places);
  if (places.size() > 1)
    for (std::size_t i = 0; i < places.size(); ++i)
      if (places[i].begin == place.begin) quote.occurrence = static_cast<std::uint32_t>(i + 1);
  return quote;
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

EventQuotes::EventQuotes(const Timeline& timeline)
    : timeline_(timeline), index_(timeline.document.text, timeline.sentences) {
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

std::vector<std::uint32_t> EventQuotes::within(Span place, const std::vector<Mention>& mentions,
                                               const std::string& head) const {
  std::vector<std::uint32_t> found;
  auto at = std::partition_point(mentions.begin(), mentions.end(),
                                 [&](const Mention& m) { return m.span.begin < place.begin; });
  for (; at != mentions.end() && at->span.begin < place.end; ++at)
    if (place.contains(at->span) && (head.empty() || quote_form(slice(index_.text(), at->span)) == head))
      found.push_back(at->event);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<std::uint32_t> EventQuotes::events_in(Span place, const std::string& head) const {
  const std::string form = quote_form(head);
  std::vector<std::uint32_t> found = within(place, heads_, form);
  if (found.empty()) found = within(place, mentions_, form);
  const auto is_shown = [&](std::uint32_t e) { return timeline_.events[e].shown; };
  if (found.size() > 1 && std::any_of(found.begin(), found.end(), is_shown))
    std::erase_if(found, [&](std::uint32_t e) { return !is_shown(e); });
  return found;
}

std::vector<std::uint32_t> EventQuotes::titled(const std::string& words) const {
  const auto found = titles_.find(quote_form(words));
  return found == titles_.end() ? std::vector<std::uint32_t>{} : found->second;
}

Named<std::uint32_t> EventQuotes::only_event(const Quote& quote, const std::vector<Span>& places) const {
  const auto fail_with = [](std::string message) { return tl::unexpected(std::move(message)); };
  const std::string words = "the words " + in_quotes(quote.words);
  std::vector<std::uint32_t> found;
  for (const Span place : places) {
    const std::vector<std::uint32_t> here = events_in(place, quote.head);
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
  return fail_with(none_there(quote, places.front()));
}

std::string EventQuotes::none_there(const Quote& quote, Span place) const {
  const std::string words = "the words " + in_quotes(quote.words);
  std::vector<std::string> near;
  for (const std::uint32_t other : events_in(place, {}))
    near.push_back(in_quotes(slice(index_.text(), timeline_.events[other].span)));
  if (!near.empty())
    return words + " no longer hold the event " + in_quotes(quote.head) + " but " + listed(near) + "; quote them anew";
  const auto next =
      std::partition_point(heads_.begin(), heads_.end(), [&](const Mention& m) { return m.span.begin < place.begin; });
  if (next != heads_.begin()) near.push_back(at_place(index_.text(), std::prev(next)->span));
  if (next != heads_.end()) near.push_back(at_place(index_.text(), next->span));
  return words + " hold no event" + (near.empty() ? "" : "; the nearest: " + listed(near, " or "));
}

Named<std::uint32_t> EventQuotes::event(const Quote& quote) const {
  const bool may_be_title = quote.occurrence == 0 && quote.sentence.empty();
  std::vector<std::uint32_t> title = may_be_title ? titled(quote.words) : std::vector<std::uint32_t>{};
  const auto places = places_of(index_, quote);
  if (!places && title.size() > 1)
    return tl::unexpected(std::to_string(title.size()) + " events have the title " + in_quotes(quote.words) +
                          "; give each another, or state what is to change in its own [[add]]");
  if (title.size() > 1) title.clear();
  if (!places && title.empty()) return tl::unexpected(places.error());
  if (!places) return title.front();
  auto found = only_event(quote, *places);
  if (title.empty()) return found;
  if (found && *found != title.front()) {
    return tl::unexpected("the words " + in_quotes(quote.words) + " are the title of one event and hold another, " +
                          in_quotes(timeline_.events[*found].title) + "; quote other words");
  }
  return title.front();
}

bool EventQuotes::is_clean(Words words, std::uint32_t event) const {
  const Span run = index_.span_of(words);
  const std::vector<std::uint32_t> only{event};
  const std::vector<std::uint32_t> mentioned = within(run, mentions_);
  return within(run, heads_) == only && (mentioned.empty() || mentioned == only);
}

std::size_t EventQuotes::telling_words(Words run, Words head) const {
  constexpr std::size_t shortest = 4;
  std::size_t count = 0;
  for (std::size_t word = run.first; word <= run.last; ++word) {
    const Span span = index_.words()[word].span;
    if (word >= head.first && word <= head.last) continue;
    const auto timex = std::partition_point(timeline_.timexes.begin(), timeline_.timexes.end(),
                                            [&](const Timex& t) { return t.span.end <= span.begin; });
    const bool is_date = timex != timeline_.timexes.end() && timex->span.begin < span.end;
    count += !is_date && count_code_points(slice(index_.text(), span)) >= shortest ? 1 : 0;
  }
  return count;
}

EventQuotes::Words EventQuotes::run_of(Words head, std::uint32_t event) const {
  constexpr std::size_t shortest = 2, longest = 8, most_telling = 1;
  const Words sentence = index_.sentence_words(index_.span_of(head));
  const std::size_t own = head.last - head.first + 1;
  const auto missing = [](std::size_t wanted, std::size_t there) { return wanted - std::min(wanted, there); };
  Words best = head;
  // Stands there several times; has few telling words; is too short; its length.
  std::tuple<bool, std::size_t, std::size_t, std::size_t> least{true, SIZE_MAX, 0, 0};
  for (std::size_t length = own; length <= std::max(longest, own); ++length) {
    // Runs that begin with the head first, then those with more and more words before it.
    for (std::size_t first = head.first + 1; first-- > sentence.first;) {
      const Words run{first, first + length - 1};
      if (run.last < head.last) break;
      if (run.last > sentence.last || !is_clean(run, event)) continue;
      std::tuple rank{false, missing(most_telling, telling_words(run, head)), missing(shortest, length), length};
      if (rank >= least) continue;
      std::get<0>(rank) = !is_unique(run);
      if (rank >= least) continue;
      least = rank;
      best = run;
    }
  }
  return best;
}

Quote EventQuotes::quote_of(std::uint32_t event) const {
  const Event& e = timeline_.events[event];
  const std::size_t count = index_.words().size();
  const std::size_t head = e.span.size() > 0 ? index_.word_at(e.span.begin) : count;
  if (head >= count || index_.words()[head].span.begin >= e.span.end) return {e.title, 0};
  const Words words{head, std::max(head, std::min(index_.word_at(e.span.end - 1), count - 1))};
  const Words run = run_of(words, event);
  Quote quote = quote_at(index_, index_.span_of(run));
  if (run.last - run.first > words.last - words.first) quote.head = index_.line_of(e.span);
  return quote;
}

Quote quote_of(const Timeline& timeline, std::uint32_t event) { return EventQuotes(timeline).quote_of(event); }

}  // namespace annal
