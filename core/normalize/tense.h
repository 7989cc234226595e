// The direction in which the clause of a time expression looks: news says "Monday" for the last one beside a past tense
// and for the next one beside a future. The syntax tree says which predicate the time belongs to; its auxiliaries,
// tense and mood, and the predicates above an infinitive, say the direction.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/analysis.h"
#include "core/lang/language.h"
#include "core/syntax/tree_reader.h"

namespace annal {

enum class Direction : std::uint8_t { unknown, past, present, future };

/// Reads the direction from the trees of one analysis, which it parses where there is none yet.
class TenseReader {
 public:
  /// Time expressions must stay as they are while this is used.
  TenseReader(Analysis& analysis, const Language& language);

  /// Returns the direction at a time expression: unknown where there is no tree, no predicate above it, or one whose
  /// tense does not tell. At most a few passes over the sentence.
  ///
  ///   timex      index into Analysis::timexes
  ///   sentence   index of the sentence that it stands in
  Direction at(std::size_t timex, std::size_t sentence);

 private:
  friend class ClauseReader;
  const Analysis& analysis_;
  const Language& language_;
  syntax::TreeReader trees_;
  WordClass modal_, forward_verb_, forward_adjective_, prospective_, scheduling_, timetable_, time_tie_, support_,
      opening_, proposing_;
};

}  // namespace annal
