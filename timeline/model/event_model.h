// Which words are events, and of which TimeML class: one linear classifier over hashed features of the word, its part
// of speech, its neighbours, its place in the tree and its senses.
#pragma once

#include <array>
#include <span>

#include "core/syntax/tree.h"
#include "timeline/model/checked_rows.h"
#include "timeline/model/form.h"
#include "timeline/timeline.h"

namespace annal {

/// Weights as data/models/events.bin holds them (little endian): rows of eight 8-bit weights, "no event" first, then
/// EventClass in its order; then the rows' checks.
struct EventTables : CheckedRows<8, 14> {
  using CheckedRows::CheckedRows;
  static constexpr std::size_t classes = columns;
  /// Weights are multiples of 1 / scale.
  static constexpr double scale = 32;
};

inline constexpr std::size_t event_features = 36;
using EventKeys = std::array<std::uint32_t, event_features>;

/// A sentence to the classifier: its words, and the form of each.
struct EventInput {
  std::span<const Form> forms;
  std::span<const syntax::Word> words;
};

/// The part of speech of a word with the features that matter, as a number.
std::uint32_t tag_of(const syntax::Word& word);

/// The keys of the features of word `i`.
void event_keys(const EventInput& in, std::size_t i, EventKeys& keys);

/// Whether the word can be an event at all by its tag: marks, determiners, pronouns, modals, words of time expressions
/// cannot.
bool may_be_event(const EventInput& in, std::size_t i);

/// What the classifier says of a word.
struct EventGuess {
  std::uint8_t label = 0;    ///< 0 for no event, else EventClass + 1
  std::uint8_t nearest = 0;  ///< the likeliest class + 1, whether or not the word is taken for an event
  bool unlikely = false;     ///< the word is hardly an event: one in `odds` of its kind
  static constexpr double odds = 12;
};

/// What the classifier says of a word with the features `keys`.
EventGuess guess_of(const EventTables& tables, const EventKeys& keys);

/// What the classifier says of word `i`; nothing of a word that cannot be an event.
EventGuess classify_event(const EventTables& tables, const EventInput& in, std::size_t i);

}  // namespace annal
