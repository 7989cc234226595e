// The direction in which the clause of a time expression looks: news says "Monday" for the last one beside a past tense
// and for the next one beside a future. The syntax tree says which predicate the time belongs to; its auxiliaries,
// tense and mood, and the predicates above an infinitive, say the direction.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/analysis.h"
#include "core/lang/language.h"
#include "core/syntax/tree_reader.h"

namespace annal {

enum class Direction : std::uint8_t { unknown, past, present, future };

/// How a sentence names a date that states its year: whether what follows can go on from it.
enum class DateTelling : std::uint8_t {
  unknown,  ///< there is no tree
  mention,  ///< it dates one thing or a prior fact: "the frontier of 1815", "a diary found in 1998", "since 1784"
  beside,   ///< it dates a clause beside the main one: "when the mill closed in 1953"
  aside,    ///< it dates the subject: "the frost of January 1838 was hard"
  told,     ///< it dates the main clause
  frame,    ///< the same, from its front: "In 1914 he joined the fleet"
};

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
  /// Returns how the sentence names a date that states its year. Linear in the sentence.
  DateTelling telling(std::size_t timex, std::size_t sentence);
  /// Whether `inner` stands in the clause that `outer` dates, or in one that belongs to the noun that it dates: "the
  /// siege of 1645, which lasted from 3 April". Both stand in `sentence`.
  bool within(std::size_t inner, std::size_t outer, std::size_t sentence);
  /// Whether the time expression says when something was said: "said on March 8".
  bool dates_report(std::size_t timex, std::size_t sentence);
  /// Parses the sentence now, each of its time expressions being one word.
  void parse(std::size_t sentence) { trees_.tree(sentence); }

 private:
  friend class TimeClauseReader;
  std::int32_t time_tie(std::string_view word) const;
  bool is_framed(std::size_t timex, std::size_t sentence) const;
  static std::int32_t word_of(const syntax::Tree& tree, std::size_t timex);

  const Analysis& analysis_;
  const Language& language_;
  syntax::TreeReader trees_;
  WordClass modal_, forward_verb_, forward_adjective_, prospective_, scheduling_, timetable_, past_like_base_,
      time_tie_, support_, opening_, proposing_, shifting_, target_, reporting_, announcing_;
};

}  // namespace annal
