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

  /// The shortest quote that names `event` and, in this text, nothing else: two to six words round its head, of which
  /// no other place is likely to hold as many; more where these are not unique. It holds no other event, so that
  /// another reading of the text does not change what it names. With `occurrence` only where no such words are unique.
  /// Of an event without words its title.
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
  /// Words of the index, both inclusive.
  struct Words {
    std::size_t first = 0, last = 0;
  };
  /// Runs of words that hold an event's head and no other event.
  struct Runs {
    std::optional<Words> best;  ///< unique, and no other place is likely to have the same; as few other possible heads
    std::optional<Words> unique;  ///< the shortest that is unique
    Words clean;                  ///< the longest that is short
  };
  Runs runs_of(Words head, std::uint32_t event) const;
  /// Whether the run holds and mentions `event` and no other.
  bool is_clean(Words run, std::uint32_t event) const;
  /// Whether its words stand there once, and are no other event's title.
  bool is_unique(Words run, std::uint32_t event) const;
  /// Whether another reading of the text might take the word for an event.
  bool may_be_head(std::size_t word) const;
  Span span_of(Words run) const;
  std::string words_of(Words run) const;

  const Timeline& timeline_;
  QuoteIndex index_;
  std::vector<Mention> heads_, mentions_;                               ///< by place
  std::unordered_map<std::string, std::vector<std::uint32_t>> titles_;  ///< by quote form
};

/// EventQuotes::quote_of for one event.
Quote quote_of(const Timeline& timeline, std::uint32_t event);

}  // namespace annal
