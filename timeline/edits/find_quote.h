// Which event or time expression a quote names, and which quote names an event.
#pragma once

#include <cstdint>
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

  /// The shortest quote that names `event` and, in this text, nothing else: two to six words round its head, more where
  /// these are not unique; with `occurrence` only where forty words are not. Of an event without words its title.
  Quote quote_of(std::uint32_t event) const;

 private:
  struct Mention {
    Span span;
    std::uint32_t event = 0;
  };
  /// The events of the mentions within `place`, ascending; of heads those that are shown, if only some are.
  std::vector<std::uint32_t> events_in(Span place) const;
  static std::vector<std::uint32_t> within(Span place, const std::vector<Mention>& mentions);
  /// The only event of that title, or none of them.
  std::vector<std::uint32_t> titled(const std::string& words) const;
  Named<std::uint32_t> only_event(const Quote& quote, const std::vector<Span>& places) const;
  /// Whether the words from word `first` to word `last` name `event` alone. `clean`: nor do they mention another.
  bool names(std::size_t first, std::size_t last, std::uint32_t event, bool clean) const;
  std::string words_between(std::size_t first, std::size_t last) const;

  const Timeline& timeline_;
  QuoteIndex index_;
  std::vector<Mention> heads_, mentions_;                               ///< by place
  std::unordered_map<std::string, std::vector<std::uint32_t>> titles_;  ///< by quote form
};

/// EventQuotes::quote_of for one event.
Quote quote_of(const Timeline& timeline, std::uint32_t event);

}  // namespace annal
