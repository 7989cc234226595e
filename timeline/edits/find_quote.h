// Which event or time expression a quote names, and which quote names an event.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <tl/expected.hpp>

#include "timeline/edits/edits.h"
#include "timeline/edits/quote_index.h"

namespace annal {

/// What a quote names, or one line that says why it names nothing, with the nearest candidates and the remedy.
template <class T>
using Named = tl::expected<T, std::string>;

/// The one place of a quote.
Named<Span> find_place(const QuoteIndex& index, const Quote& quote);

/// The quote of the words at `place`, with their sentence; with `occurrence` only where they stand in several that are
/// too much alike.
Quote quote_at(const QuoteIndex& index, Span place);

/// The time expression that lies in the quoted words, or in which they lie.
Named<std::uint32_t> find_timex(const QuoteIndex& index, const std::vector<Timex>& timexes, const Quote& quote);

/// Finds events by quotes, and quotes by events. The timeline must stay as it is.
class EventQuotes {
 public:
  explicit EventQuotes(const Timeline& timeline);

  const QuoteIndex& index() const { return index_; }

  /// The event whose head lies in the quoted words, or, where none does, another mention; of several the only one that
  /// is shown. Words that are one event's title name that.
  Named<std::uint32_t> event(const Quote& quote) const;

  /// A quote that names `event` and, in this text, nothing else: its head with few words of its sentence round it,
  /// where possible two of some length, and no other event, so that another reading of the text does not change what
  /// it names. Of an event without words its title.
  Quote quote_of(std::uint32_t event) const;

 private:
  struct Mention {
    Span span;
    std::uint32_t event = 0;
  };
  /// The events of the mentions within `place`, ascending, whose word is `head`, unless that is empty; of heads those
  /// that are shown, if only some are.
  std::vector<std::uint32_t> events_in(Span place, const std::string& head) const;
  std::vector<std::uint32_t> within(Span place, const std::vector<Mention>& mentions,
                                    const std::string& head = {}) const;
  /// The events of that title.
  std::vector<std::uint32_t> titled(const std::string& words) const;
  Named<std::uint32_t> only_event(const Quote& quote, const std::vector<Span>& places) const;
  std::string none_there(const Quote& quote, Span place) const;
  using Words = QuoteIndex::Words;
  /// The words of the sentence to quote for an event with that head.
  Words run_of(Words head, std::uint32_t event) const;
  /// Whether the run holds and mentions `event` and no other.
  bool is_clean(Words run, std::uint32_t event) const;
  bool is_unique(Words run) const { return index_.places(index_.line_of(index_.span_of(run)), 2).size() == 1; }
  /// How many words of some length it has beside the head, dates aside.
  std::size_t telling_words(Words run, Words head) const;

  const Timeline& timeline_;
  QuoteIndex index_;
  std::vector<Mention> heads_, mentions_;                               ///< by place
  std::unordered_map<std::string, std::vector<std::uint32_t>> titles_;  ///< by quote form
};

/// EventQuotes::quote_of for one event.
Quote quote_of(const Timeline& timeline, std::uint32_t event);

}  // namespace annal
